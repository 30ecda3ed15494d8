// SPDX-License-Identifier: Apache-2.0
#include "sync/db/filebox.h"

#include "sync/db/sealing.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cstring>

namespace rapport::db
{

using namespace sealing;

namespace
{

Error diskError(const QFile& file)
{
    const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return {full ? Error::Kind::Full : Error::Kind::Denied, QStringLiteral("a file could not be written: %1").arg(file.errorString())};
}

Status changed()
{
    return Error{Error::Kind::Conflict, QStringLiteral("a file changed while it was being read")};
}

struct Identity {
    QByteArray hash;
    qint64 size = 0;
};

Result<Identity> hashOf(QIODevice& content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    Identity identity;
    if (!content.seek(0))
        return changed().error();
    for (;;) {
        const QByteArray chunk = content.read(chunkSize);
        if (chunk.isEmpty())
            break;
        hash.addData(chunk);
        identity.size += chunk.size();
    }
    if (!content.atEnd())
        return changed().error();
    identity.hash = hash.result();
    return identity;
}

/// A sealed file as a device. Keeps the one chunk that was read last.
class Unsealing : public QIODevice
{
public:
    Unsealing(FileBox box, QString sha256, qint64 size) : m_box(std::move(box)), m_sha256(std::move(sha256)), m_size(size)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_size; }
    bool isSequential() const override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        qint64 given = 0;
        while (given < most && pos() + given < m_size) {
            const qint64 at = pos() + given, index = at / chunkSize;
            if (index != m_index) {
                const auto chunk = m_box.read(m_sha256, index * chunkSize, chunkSize);
                if (!chunk) {
                    setErrorString(chunk.error().detail);
                    return given > 0 ? given : -1;
                }
                m_chunk = *chunk;
                m_index = index;
            }
            const qint64 from = at % chunkSize, count = std::min(most - given, m_chunk.size() - from);
            if (count <= 0)
                return given > 0 ? given : -1;
            std::memcpy(data + given, m_chunk.constData() + from, static_cast<std::size_t>(count));
            given += count;
        }
        return given;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    FileBox m_box;
    QString m_sha256;
    qint64 m_size, m_index = -1;
    QByteArray m_chunk;
};

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
    return writeDurably(path, [&](QFile& file) -> Status {
        if (file.write(content) != content.size())
            return diskError(file);
        return ok();
    });
}

Status writeDurably(const QString& path, const std::function<Status(QFile&)>& fill)
{
    const QString temporary = path + QStringLiteral(".%1.tmp").arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
    QFile file(temporary);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return diskError(file);
    Status written = fill(file);
    if (written && (!file.flush() || ::fsync(file.handle()) != 0))
        written = diskError(file);
    file.close();
    if (written && ::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        written = diskError(file);
    if (!written) {
        file.remove();
        return written;
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
    const QByteArray fileNonce = freshNonce();
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

Result<FileBox::Kept> FileBox::put(QIODevice& content) const
{
    const auto id = hashOf(content);
    if (!id)
        return id.error();
    const QString name = QString::fromLatin1(id->hash.toHex());
    if (QFile::exists(path(name)))
        return Kept{name, id->size};
    auto written = writeDurably(path(name), [&](QFile& file) -> Status {
        const QByteArray fileNonce = freshNonce();
        QByteArray sealed = magic + fileNonce;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        qint64 at = 0;
        if (!content.seek(0))
            return changed();
        for (quint64 index = 0; at < id->size || index == 0; ++index) {
            const QByteArray chunk = content.read(std::min(chunkSize, id->size - at));
            if (chunk.size() != std::min(chunkSize, id->size - at))
                return changed();
            hash.addData(chunk);
            at += chunk.size();
            sealed += seal(chunk, m_key, fileNonce, id->hash, index, at >= id->size);
            errno = 0;
            if (file.write(sealed) != sealed.size())
                return diskError(file);
            sealed.clear();
        }
        return hash.result() == id->hash ? ok() : changed();
    });
    return written ? Result<Kept>(Kept{name, id->size}) : written.error();
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

Result<std::unique_ptr<QIODevice>> FileBox::open(const QString& sha256) const
{
    const auto begin = read(sha256, 0, 1); // says what is wrong with it, before anybody waits for its content
    if (!begin)
        return begin.error();
    const qint64 sealed = QFileInfo(path(sha256)).size() - headerSize, chunks = (sealed + sealedSize - 1) / sealedSize;
    return std::unique_ptr<QIODevice>(new Unsealing(*this, sha256, sealed - chunks * static_cast<qint64>(crypto_aead_xchacha20poly1305_ietf_ABYTES)));
}

void FileBox::remove(const QString& sha256) const
{
    QFile::remove(path(sha256));
}

} // namespace rapport::db
