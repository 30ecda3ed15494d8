// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/csvfile.h"

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

Error fromErrno(const QString& what)
{
    const int code = errno;
    const auto kind = code == ENOSPC || code == EDQUOT ? Error::Kind::Full : code == ENOENT ? Error::Kind::NotFound : Error::Kind::Denied;
    return {kind, u"%1: %2"_s.arg(what, qt_error_string(code))};
}

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

Status syncFolder(const QString& folder)
{
    const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    return descriptor.fd() >= 0 && ::fsync(descriptor.fd()) == 0 ? ok() : Status(fromErrno(u"syncing the folder failed"_s));
}

/// Whether @p tail, all that came after the announced length, is whole rows.
bool isWhole(const QByteArray& tail)
{
    return tail.endsWith("\r\n") && tail.count('"') % 2 == 0;
}

} // namespace

CsvFile::CsvFile(QString folder, QString name) : m_folder(std::move(folder)), m_name(std::move(name)) {}

QString CsvFile::announcement() const
{
    return m_folder + "/."_L1 + m_name + ".append"_L1;
}

Status CsvFile::repair()
{
    QFile announced(announcement());
    if (!announced.open(QIODevice::ReadOnly))
        return ok();
    const QByteArray line = announced.readAll();
    if (!line.endsWith('\n')) // torn itself: then nothing was appended yet
        return ok();
    const qint64 length = line.trimmed().toLongLong();
    QFile file(m_folder + u'/' + m_name);
    if (!file.open(QIODevice::ReadWrite) || file.size() <= length || !file.seek(length) || isWhole(file.readAll()))
        return ok();
    errno = 0;
    if (!file.resize(length) || ::fdatasync(file.handle()) != 0)
        return fromErrno(u"a torn row cannot be cut off"_s);
    return ok();
}

Result<Csv> CsvFile::load(const QString& keyColumn)
{
    if (Status repaired = repair(); !repaired)
        return repaired.error();
    QFile file(m_folder + u'/' + m_name);
    if (!file.exists())
        return Csv{};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, file.errorString()};
    const QByteArray bytes = file.readAll();
    m_ended = bytes.isEmpty() || bytes.endsWith('\n');
    auto csv = Csv::parse(bytes);
    if (csv && !csv->header.isEmpty() && csv->header.front() != keyColumn)
        return Error{Error::Kind::Corrupt, u"the first column is not %1"_s.arg(keyColumn)};
    return csv;
}

Status CsvFile::replace(const Csv& csv) const
{
    QSaveFile file(m_folder + u'/' + m_name);
    const QByteArray bytes = csv.bytes();
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return file.error() == QFileDevice::ResourceError ? Error{Error::Kind::Full, file.errorString()} : fromErrno(u"writing failed"_s);
    return syncFolder(m_folder);
}

Status CsvFile::append(Csv& csv, const QStringList& row) const
{
    csv.rows.push_back(row);
    if (!m_ended)
        return replace(csv);
    const Descriptor file(m_folder + u'/' + m_name, O_WRONLY | O_APPEND);
    const off_t length = file.fd() < 0 ? -1 : ::lseek(file.fd(), 0, SEEK_END);
    if (length < 0)
        return fromErrno(u"opening failed"_s);
    {
        const Descriptor announced(announcement(), O_WRONLY | O_CREAT | O_TRUNC);
        if (announced.fd() < 0 || !writeAll(announced.fd(), QByteArray::number(qint64(length)) + '\n') || ::fsync(announced.fd()) != 0)
            return fromErrno(u"announcing a row failed"_s);
    }
    if (Status named = syncFolder(m_folder); !named)
        return named;
    if (!writeAll(file.fd(), Csv::line(row).toUtf8()) || ::fdatasync(file.fd()) != 0) {
        const Error why = fromErrno(u"appending failed"_s);
        return ::ftruncate(file.fd(), length) == 0 ? why : fromErrno(u"appending failed, and what is torn cannot be cut off"_s);
    }
    QFile::remove(announcement());
    return ok();
}

} // namespace rapport::connectors::files
