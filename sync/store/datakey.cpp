// SPDX-License-Identifier: Apache-2.0
#include "sync/db/filebox.h"
#include "sync/store/store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

namespace rapport::store
{

namespace
{

constexpr qsizetype keySize = 32;
constexpr int keyFileVersion = 1;

/// What wraps the data key: a subkey of the device secret for this one purpose.
QByteArray wrappingKey(const QByteArray& deviceSecret)
{
    QByteArray key(keySize, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(key.data()), keySize, reinterpret_cast<const unsigned char*>("rapport data key"), 16,
                       reinterpret_cast<const unsigned char*>(deviceSecret.constData()), static_cast<std::size_t>(deviceSecret.size()));
    return key;
}

/// DIR/key: {"version": 1, "nonce": base64, "wrapped": base64}; wrapped = XChaCha20-Poly1305 of the 32 random bytes that encrypt everything.
QByteArray keyFile(const QByteArray& key, const QByteArray& wrapping)
{
    QByteArray nonce(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, Qt::Uninitialized);
    randombytes_buf(nonce.data(), static_cast<std::size_t>(nonce.size()));
    QByteArray wrapped(keySize + static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES), Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        reinterpret_cast<unsigned char*>(wrapped.data()), nullptr, reinterpret_cast<const unsigned char*>(key.constData()), keySize, nullptr, 0,
        nullptr, reinterpret_cast<const unsigned char*>(nonce.constData()), reinterpret_cast<const unsigned char*>(wrapping.constData()));
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), keyFileVersion},
                                     {QStringLiteral("nonce"), QString::fromLatin1(nonce.toBase64())},
                                     {QStringLiteral("wrapped"), QString::fromLatin1(wrapped.toBase64())}})
        .toJson();
}

Result<QByteArray> unwrap(const QByteArray& file, const QByteArray& wrapping)
{
    const QJsonObject object = QJsonDocument::fromJson(file).object();
    const int version = object[QLatin1String("version")].toInt();
    if (version > keyFileVersion)
        return Error{Error::Kind::Newer, QStringLiteral("the key file is of version %1").arg(version)};
    const QByteArray nonce = QByteArray::fromBase64(object[QLatin1String("nonce")].toString().toLatin1());
    const QByteArray wrapped = QByteArray::fromBase64(object[QLatin1String("wrapped")].toString().toLatin1());
    if (version < 1 || nonce.size() != static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES) ||
        wrapped.size() != keySize + static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES))
        return Error{Error::Kind::Corrupt, QStringLiteral("the key file is torn")};
    QByteArray key(keySize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char*>(key.data()), nullptr, nullptr, reinterpret_cast<const unsigned char*>(wrapped.constData()),
            static_cast<unsigned long long>(wrapped.size()), nullptr, 0, reinterpret_cast<const unsigned char*>(nonce.constData()),
            reinterpret_cast<const unsigned char*>(wrapping.constData())) != 0)
        return Error{Error::Kind::Denied, QStringLiteral("the device secret does not open this folder")};
    return key;
}

void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

} // namespace

Result<DataKey> DataKey::open(const QString& dir, const QByteArray& deviceSecret)
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Internal, QStringLiteral("libsodium cannot be started")};
    if (deviceSecret.size() < keySize)
        return Error{Error::Kind::Denied, QStringLiteral("the device secret is too short")};
    if (!QDir().mkpath(dir))
        return Error{Error::Kind::Denied, QStringLiteral("the data folder cannot be made")};
    QFile::setPermissions(dir, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);

    QByteArray wrapping = wrappingKey(deviceSecret);
    QFile file(dir + QStringLiteral("/key"));
    if (!file.exists()) {
        if (QFile::exists(dir + QStringLiteral("/rapport.db")))
            return Error{Error::Kind::Corrupt, QStringLiteral("the key file is gone but its database is there")};
        QByteArray key(keySize, Qt::Uninitialized);
        randombytes_buf(key.data(), keySize);
        if (auto written = db::writeDurably(file.fileName(), keyFile(key, wrapping)); !written)
            return written.error();
        wipe(key);
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, QStringLiteral("the key file cannot be read")};
    auto key = unwrap(file.readAll(), wrapping);
    wipe(wrapping);
    if (!key)
        return key.error();
    return DataKey(*key);
}

DataKey::DataKey(const QByteArray& bytes) : m_bytes(bytes.constData(), bytes.size()) {}
DataKey::DataKey(const DataKey& other) : m_bytes(other.m_bytes.constData(), other.m_bytes.size()) {}

DataKey& DataKey::operator=(const DataKey& other)
{
    if (this != &other) {
        wipe(m_bytes);
        m_bytes = QByteArray(other.m_bytes.constData(), other.m_bytes.size());
    }
    return *this;
}

DataKey::~DataKey()
{
    wipe(m_bytes);
}

namespace
{

QByteArray subkey(const QByteArray& master, quint64 number)
{
    QByteArray key(keySize, Qt::Uninitialized);
    crypto_kdf_derive_from_key(reinterpret_cast<unsigned char*>(key.data()), keySize, number, "rapport1",
                               reinterpret_cast<const unsigned char*>(master.constData()));
    return key;
}

} // namespace

QByteArray DataKey::databaseKey() const
{
    return subkey(m_bytes, 1);
}
QByteArray DataKey::fileKey() const
{
    return subkey(m_bytes, 2);
}
QByteArray DataKey::hubKey() const
{
    return subkey(m_bytes, 3);
}

} // namespace rapport::store
