// SPDX-License-Identifier: Apache-2.0
#include "sync/db/arriving.h"

#include "sync/db/filebox.h"
#include "sync/db/sealing.h"

#include <QCryptographicHash>
#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace rapport::db
{

using namespace sealing;

namespace
{

Error full(const QFile& file)
{
    return {Error::Kind::Full, QStringLiteral("a file could not be written: %1").arg(file.errorString())};
}

} // namespace

Arriving::Arriving(const QString& dir, QByteArray key, const QString& sha256, qint64 size)
    : m_path(dir + QLatin1Char('/') + sha256 + QStringLiteral(".part")), m_whole(dir + QLatin1Char('/') + sha256), m_dir(dir), m_key(std::move(key)),
      m_fileId(QByteArray::fromHex(sha256.toLatin1())), m_size(size)
{
}

QByteArray Arriving::nonce() const
{
    QFile file(m_path);
    const QByteArray header = file.open(QIODevice::ReadOnly) ? file.read(headerSize) : QByteArray();
    return header.size() == headerSize && header.startsWith(magic) ? header.mid(magic.size()) : QByteArray();
}

/// What a power cut has torn off a chunk does not count.
qint64 Arriving::offset() const
{
    const qint64 there = QFile(m_path).size() - headerSize;
    if (there <= 0 || nonce().isEmpty())
        return 0;
    const qint64 chunks = (m_size + chunkSize - 1) / chunkSize;
    if (there >= m_size + chunks * (sealedSize - chunkSize))
        return m_size;
    return std::min(there / sealedSize, std::max<qint64>(chunks - 1, 0)) * chunkSize;
}

Status Arriving::append(qint64 at, const QByteArray& bytes) const
{
    if (at != offset())
        return Error{Error::Kind::Conflict, QStringLiteral("a piece of a file does not go on where it stands")};
    QFile file(m_path);
    QByteArray fileNonce = nonce();
    if (!file.open(QIODevice::ReadWrite, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return full(file);
    if (fileNonce.isEmpty()) {
        fileNonce = freshNonce();
        if (!file.resize(0) || file.write(magic + fileNonce) != headerSize)
            return full(file);
    }
    const qint64 index = at / chunkSize, place = headerSize + index * sealedSize;
    if (!file.resize(place) || !file.seek(place))
        return full(file);
    for (qint64 from = 0; from < bytes.size(); from += chunkSize) {
        const QByteArray plain = bytes.mid(from, chunkSize);
        const bool last = at + from + plain.size() >= m_size;
        if (plain.size() < chunkSize && !last)
            break;
        const QByteArray sealed = seal(plain, m_key, fileNonce, m_fileId, static_cast<quint64>((at + from) / chunkSize), last);
        if (file.write(sealed) != sealed.size())
            return full(file);
    }
    return file.flush() ? ok() : Status(full(file));
}

Status Arriving::settle() const
{
    QFile file(m_path);
    const QByteArray fileNonce = nonce();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    bool whole = !fileNonce.isEmpty() && offset() == m_size && file.open(QIODevice::ReadWrite) && file.seek(headerSize);
    const qint64 chunks = std::max<qint64>((m_size + chunkSize - 1) / chunkSize, 1);
    for (qint64 index = 0; whole && index < chunks; ++index) {
        const auto plain = unseal(file.read(sealedSize), m_key, fileNonce, m_fileId, static_cast<quint64>(index), index + 1 == chunks);
        whole = plain.has_value();
        if (plain)
            hash.addData(*plain);
    }
    if (!whole || !file.atEnd() || hash.result() != m_fileId) {
        remove();
        return Error{Error::Kind::Corrupt, QStringLiteral("a file that came is not what its name says")};
    }
    if (::fsync(file.handle()) != 0)
        return full(file);
    file.close();
    const bool placed = std::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(m_whole).constData()) == 0;
    return placed && syncFolder(m_dir) ? ok() : Status(Error{Error::Kind::Full, QStringLiteral("a file could not be put in its place")});
}

void Arriving::remove() const
{
    QFile::remove(m_path);
}

} // namespace rapport::db
