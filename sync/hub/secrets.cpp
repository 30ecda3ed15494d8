// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/secrets.h"

#include <QFile>
#include <QTemporaryFile>

#include <sodium.h>
#include <unistd.h>

namespace rapport::hub
{

namespace
{

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

/// Appears whole or not at all; of two processes that make it at once, the first one's stays.
Status makeKeyFile(const QString& path)
{
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    randombytes_buf(key.data(), static_cast<std::size_t>(key.size()));
    QTemporaryFile file(path + QStringLiteral(".XXXXXX")); // 0600
    const bool written = file.open() && file.write(key) == key.size() && file.flush() && ::fsync(file.handle()) == 0;
    const QByteArray from = QFile::encodeName(file.fileName()), to = QFile::encodeName(path);
    if (!written || (::link(from.constData(), to.constData()) != 0 && errno != EEXIST))
        return Error{Error::Kind::Denied, QStringLiteral("the key file for connectors cannot be written")};
    return ok();
}

} // namespace

QByteArray makeToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray hashOfToken(const QByteArray& token)
{
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(raw(hash), static_cast<std::size_t>(hash.size()), raw(token), static_cast<unsigned long long>(token.size()), nullptr, 0);
    return hash;
}

Result<SecretBox> SecretBox::open(const QString& dataDir)
{
    QFile file(dataDir + QStringLiteral("/connector.key"));
    if (!file.exists()) {
        if (auto made = makeKeyFile(file.fileName()); !made)
            return made.error();
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, QStringLiteral("the key file for connectors cannot be read")};
    const QByteArray key = file.readAll();
    if (key.size() != static_cast<qsizetype>(crypto_secretbox_KEYBYTES))
        return Error{Error::Kind::Corrupt, QStringLiteral("the key file for connectors is torn")};
    return SecretBox(key);
}

QByteArray SecretBox::seal(const QByteArray& plain) const
{
    QByteArray nonce(crypto_secretbox_NONCEBYTES, Qt::Uninitialized);
    randombytes_buf(nonce.data(), static_cast<std::size_t>(nonce.size()));
    QByteArray sealed(plain.size() + static_cast<qsizetype>(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(raw(sealed), raw(plain), static_cast<unsigned long long>(plain.size()), raw(nonce), raw(m_key));
    return nonce + sealed;
}

Result<QByteArray> SecretBox::unseal(const QByteArray& sealed) const
{
    constexpr auto nonceSize = static_cast<qsizetype>(crypto_secretbox_NONCEBYTES), macSize = static_cast<qsizetype>(crypto_secretbox_MACBYTES);
    if (sealed.size() < nonceSize + macSize)
        return Error{Error::Kind::Corrupt, QStringLiteral("a connector's settings are torn")};
    const QByteArray nonce = sealed.left(nonceSize), body = sealed.mid(nonceSize);
    QByteArray plain(body.size() - macSize, Qt::Uninitialized);
    if (crypto_secretbox_open_easy(raw(plain), raw(body), static_cast<unsigned long long>(body.size()), raw(nonce), raw(m_key)) != 0)
        return Error{Error::Kind::Denied, QStringLiteral("a connector's settings were sealed by another key file")};
    return plain;
}

} // namespace rapport::hub
