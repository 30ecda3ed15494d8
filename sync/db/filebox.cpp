// SPDX-License-Identifier: Apache-2.0
#include "sync/db/filebox.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QtEndian>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace rapport::db
{

namespace
{

constexpr qint64 chunkSize = 64 * 1024;
constexpr qint64 sealedSize = chunkSize + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype fileNonceSize = 16;
const QByteArray magic = QByteArrayLiteral("RPF1");
const qint64 headerSize = 4 + fileNonceSize;

QByteArray littleEndian(quint64 number)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

QByteArray associated(const QByteArray& fileId, quint64 index, bool last)
{
    return fileId + littleEndian(index) + (last ? '\x01' : '\x00');
}

QByteArray seal(const QByteArray& plain, const QByteArray& key, const QByteArray& fileNonce, const QByteArray& fileId, quint64 index, bool last)
{
    const QByteArray nonce = fileNonce + littleEndian(index), data = associated(fileId, index, last);
    QByteArray sealed(plain.size() + static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES), Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()), nullptr, raw(plain),
                                               static_cast<unsigned long long>(plain.size()), raw(data), static_cast<unsigned long long>(data.size()),
                                               nullptr, raw(nonce), raw(key));
    return sealed;
}

std::optional<QByteArray> unseal(const QByteArray& sealed, const QByteArray& key, const QByteArray& fileNonce, const QByteArray& fileId,
                                 quint64 index, bool last)
{
    if (sealed.size() < static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES))
        return {};
    const QByteArray nonce = fileNonce + littleEndian(index), data = associated(fileId, index, last);
    QByteArray plain(sealed.size() - static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES), Qt::Uninitialized);
    const int code = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, raw(sealed),
                                                                static_cast<unsigned long long>(sealed.size()), raw(data),
                                                                static_cast<unsigned long long>(data.size()), raw(nonce), raw(key));
    return code == 0 ? std::optional<QByteArray>(plain) : std::nullopt;
}

Error diskError(const QFile& file)
{
    const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return {full ? Error::Kind::Full : Error::Kind::Denied, QStringLiteral("a file could not be written: %1").arg(file.errorString())};
}

} // namespace

bool syncFolder(const QString& dir)
{
    const int descriptor = ::open(QFile::encodeName(dir).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

Status writeDurably(const QString& path, const QByteArray& content)
{
    const QString temporary = path + QStringLiteral(".%1.tmp").arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
    QFile file(temporary);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return diskError(file);
    const bool written = file.write(content) == content.size() && file.flush() && ::fsync(file.handle()) == 0;
    const Error error = written ? Error{} : diskError(file);
    file.close();
    if (!written || ::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0) {
        file.remove();
        return written ? diskError(file) : error;
    }
    return syncFolder(QFileInfo(path).absolutePath()) ? ok() : Status(Error{Error::Kind::Full, QStringLiteral("a folder could not be synced")});
}

FileBox::FileBox(QString dir, QByteArray key) : m_dir(std::move(dir)), m_key(std::move(key)) {}

QString FileBox::path(const QString& sha256) const
{
    return m_dir + QLatin1Char('/') + sha256;
}

Result<QString> FileBox::put(const QByteArray& content) const
{
    const QByteArray fileId = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    const QString name = QString::fromLatin1(fileId.toHex());
    if (QFile::exists(path(name)))
        return name;
    QByteArray fileNonce(fileNonceSize, Qt::Uninitialized);
    randombytes_buf(fileNonce.data(), static_cast<std::size_t>(fileNonce.size()));
    QByteArray out = magic + fileNonce;
    out.reserve(headerSize + content.size() + (content.size() / chunkSize + 1) * static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES));
    quint64 index = 0;
    qsizetype at = 0;
    do {
        const QByteArray chunk = content.mid(at, chunkSize);
        at += chunk.size();
        out += seal(chunk, m_key, fileNonce, fileId, index++, at >= content.size());
    } while (at < content.size());
    if (auto written = writeDurably(path(name), out); !written)
        return written.error();
    return name;
}

Result<QByteArray> FileBox::get(const QString& sha256) const
{
    return read(sha256, 0, std::numeric_limits<qint64>::max());
}

Result<QByteArray> FileBox::read(const QString& sha256, qint64 offset, qint64 length) const
{
    QFile file(path(sha256));
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? Error::Kind::Denied : Error::Kind::NotFound, QStringLiteral("file %1 cannot be read").arg(sha256)};
    const QByteArray header = file.read(headerSize);
    if (header.size() != headerSize || !header.startsWith(magic))
        return Error{Error::Kind::Corrupt, QStringLiteral("file %1 is torn").arg(sha256)};
    const QByteArray fileNonce = header.mid(magic.size()), fileId = QByteArray::fromHex(sha256.toLatin1());
    const qint64 chunks = (file.size() - headerSize + sealedSize - 1) / sealedSize;
    QByteArray out;
    for (qint64 index = offset / chunkSize; index < chunks && (length == std::numeric_limits<qint64>::max() || index * chunkSize < offset + length);
         ++index) {
        file.seek(headerSize + index * sealedSize);
        const auto plain = unseal(file.read(sealedSize), m_key, fileNonce, fileId, static_cast<quint64>(index), index + 1 == chunks);
        if (!plain)
            return Error{Error::Kind::Corrupt, QStringLiteral("file %1 was changed or belongs to another key").arg(sha256)};
        out += *plain;
    }
    const qint64 skip = offset % chunkSize;
    return length == std::numeric_limits<qint64>::max() ? out.mid(skip) : out.mid(skip, length);
}

void FileBox::remove(const QString& sha256) const
{
    QFile::remove(path(sha256));
}

} // namespace rapport::db
