// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/growingfile.h"

#include <QFile>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

/// A file of the operating system, closed at the end.
class Descriptor
{
public:
    Descriptor(const QString& path, int flags) : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0644)) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int fd() const { return m_fd; }

private:
    int m_fd;
};

bool writeAll(int fd, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t n = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (n < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(n, 0);
    }
    return true;
}

Error notWritten(const QFileDevice& file)
{
    return file.error() == QFileDevice::ResourceError ? Error{Error::Kind::Full, file.errorString()} : fromErrno(u"writing failed"_s);
}

} // namespace

Error fromErrno(const QString& what)
{
    const int code = errno;
    const auto kind = code == ENOSPC || code == EDQUOT ? Error::Kind::Full : code == ENOENT ? Error::Kind::NotFound : Error::Kind::Denied;
    return {kind, u"%1: %2"_s.arg(what, qt_error_string(code))};
}

Status writeTo(QIODevice& device, const QByteArray& bytes)
{
    errno = 0;
    if (device.write(bytes) == bytes.size())
        return ok();
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return file ? notWritten(*file) : fromErrno(u"writing failed"_s);
}

Status syncFolder(const QString& folder)
{
    const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    return descriptor.fd() >= 0 && ::fsync(descriptor.fd()) == 0 ? ok() : Status(fromErrno(u"syncing the folder failed"_s));
}

Status syncFile(const QString& path)
{
    const Descriptor descriptor(path, O_RDONLY);
    return descriptor.fd() >= 0 && ::fsync(descriptor.fd()) == 0 ? ok() : Status(fromErrno(u"syncing a file failed"_s));
}

GrowingFile::GrowingFile(QString folder, QString name, bool (*isWhole)(const QByteArray& tail))
    : m_folder(std::move(folder)), m_name(std::move(name)), m_isWhole(isWhole)
{
}

QString GrowingFile::announcement() const
{
    return m_folder + "/."_L1 + m_name + ".append"_L1;
}

Status GrowingFile::repair() const
{
    QFile announced(announcement());
    if (!announced.open(QIODevice::ReadOnly))
        return ok();
    const QByteArray line = announced.readAll();
    if (!line.endsWith('\n')) // torn itself: then nothing was appended yet
        return ok();
    const qint64 length = line.trimmed().toLongLong();
    QFile file(path());
    if (!file.open(QIODevice::ReadWrite) || file.size() <= length || !file.seek(length) || m_isWhole(file.readAll()))
        return ok();
    errno = 0;
    if (!file.resize(length) || ::fdatasync(file.handle()) != 0)
        return fromErrno(u"a torn record cannot be cut off"_s);
    return ok();
}

Status GrowingFile::append(const QByteArray& record) const
{
    const Descriptor file(path(), O_WRONLY | O_APPEND);
    const off_t length = file.fd() < 0 ? -1 : ::lseek(file.fd(), 0, SEEK_END);
    if (length < 0)
        return fromErrno(u"opening failed"_s);
    {
        const Descriptor announced(announcement(), O_WRONLY | O_CREAT | O_TRUNC);
        if (announced.fd() < 0 || !writeAll(announced.fd(), QByteArray::number(qint64(length)) + '\n') || ::fsync(announced.fd()) != 0)
            return fromErrno(u"announcing a record failed"_s);
    }
    if (Status named = syncFolder(m_folder); !named)
        return named;
    if (!writeAll(file.fd(), record) || ::fdatasync(file.fd()) != 0) {
        const Error why = fromErrno(u"appending failed"_s);
        return ::ftruncate(file.fd(), length) == 0 ? why : fromErrno(u"appending failed, and what is torn cannot be cut off"_s);
    }
    QFile::remove(announcement());
    return ok();
}

Status GrowingFile::replace(const std::function<Status(QIODevice& to)>& write) const
{
    QSaveFile file(path());
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file);
    if (Status written = write(file); !written)
        return written;
    errno = 0;
    if (!file.flush() || !file.commit())
        return notWritten(file);
    return syncFolder(m_folder);
}

void GrowingFile::remove() const
{
    QFile::remove(path());
    QFile::remove(announcement());
}

} // namespace rapport::connectors::files
