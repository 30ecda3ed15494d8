// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/partialfile.h"

#include "sync/db/filebox.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace rapport::hub
{

namespace
{

constexpr qint64 nonceBytes = crypto_stream_xchacha20_NONCEBYTES, block = 64; ///< of the key stream

Error diskFull()
{
    return {Error::Kind::Full, QStringLiteral("a piece of a file could not be kept")};
}

/// Seals and unseals: the key stream from byte @p at of the content, over @p bytes.
QByteArray streamed(const QByteArray& key, const QByteArray& nonce, qint64 at, QByteArrayView bytes)
{
    const qint64 before = at % block; // the stream begins at the block's beginning
    QByteArray out(before, '\0');
    out.append(bytes.data(), bytes.size());
    crypto_stream_xchacha20_xor_ic(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(out.constData()),
                                   static_cast<unsigned long long>(out.size()), reinterpret_cast<const unsigned char*>(nonce.constData()),
                                   static_cast<quint64>(at / block), reinterpret_cast<const unsigned char*>(key.constData()));
    return out.mid(before);
}

class Unstreaming : public QIODevice
{
public:
    Unstreaming(std::unique_ptr<QFile> file, QByteArray key) : m_file(std::move(file)), m_key(std::move(key)), m_nonce(m_file->read(nonceBytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return std::max<qint64>(0, m_file->size() - nonceBytes); }
    bool isSequential() const override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        if (m_nonce.size() != nonceBytes || !m_file->seek(nonceBytes + pos()))
            return -1;
        const qint64 count = m_file->read(data, most);
        if (count > 0)
            std::ranges::copy(streamed(m_key, m_nonce, pos(), QByteArrayView(data, count)), data);
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::unique_ptr<QFile> m_file;
    QByteArray m_key, m_nonce;
};

} // namespace

qint64 PartialFile::size() const
{
    const qint64 onDisk = QFileInfo(m_path).size(); // 0 where there is none
    return m_key ? std::max<qint64>(0, onDisk - nonceBytes) : onDisk;
}

Status PartialFile::append(qint64 at, QByteArrayView bytes) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return diskFull();
    QByteArray nonce;
    if (m_key) {
        nonce = file.read(nonceBytes);
        if (nonce.size() != nonceBytes) { // it is new, or its first bytes were torn
            nonce.resize(nonceBytes);
            randombytes_buf(nonce.data(), static_cast<std::size_t>(nonceBytes));
            if (!file.resize(0) || !file.seek(0) || file.write(nonce) != nonceBytes)
                return diskFull();
        }
    }
    if (size() != at)
        return Error{Error::Kind::Conflict, QStringLiteral("a file has gone on from elsewhere")};
    if (!file.seek((m_key ? nonceBytes : 0) + at))
        return diskFull();
    const QByteArray sealed = m_key ? streamed(*m_key, nonce, at, bytes) : QByteArray();
    const char* from = m_key ? sealed.constData() : bytes.data();
    return file.write(from, bytes.size()) == bytes.size() ? ok() : Status(diskFull());
}

Status PartialFile::sync() const
{
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == ENOENT ? ok() : Status(diskFull());
    const bool synced = ::fdatasync(descriptor) == 0;
    ::close(descriptor);
    return synced && db::syncFolder(QFileInfo(m_path).absolutePath()) ? ok() : Status(diskFull());
}

Result<std::unique_ptr<QIODevice>> PartialFile::read() const
{
    auto file = std::make_unique<QFile>(m_path);
    if (!file->open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, QStringLiteral("nothing of that file is here")};
    if (!m_key)
        return std::unique_ptr<QIODevice>(std::move(file));
    return std::unique_ptr<QIODevice>(new Unstreaming(std::move(file), *m_key));
}

void PartialFile::remove() const
{
    QFile::remove(m_path);
}

} // namespace rapport::hub
