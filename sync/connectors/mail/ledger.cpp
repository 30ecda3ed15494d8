// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/mail/ledger.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace rapport::connectors::mail
{
namespace
{

using State = Ledger::State;

constexpr std::array states{State::Accepted, State::Asked, State::Begun}; ///< where a renaming was cut off, the further one counts

QString word(State state)
{
    return state == State::Accepted ? u"accepted"_s : state == State::Asked ? u"asked"_s : u"begun"_s;
}

QString pathOf(const QString& folder, const QString& key)
{
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
    return folder + u'/' + hash.left(2) + u'/' + hash;
}

QByteArray fileOf(const QString& path, State state)
{
    return QFile::encodeName(path + u'.' + word(state));
}

Status failed()
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return Error{full ? Error::Kind::Full : Error::Kind::Denied, u"mail: the ledger cannot be written: %1"_s.arg(qt_error_string(errno))};
}

Status syncFolder(const QString& folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    const Status outcome = synced ? ok() : failed();
    if (fd >= 0)
        ::close(fd);
    return outcome;
}

bool makeEmpty(const QByteArray& file)
{
    const int fd = ::open(file.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    return fd >= 0 && ::close(fd) == 0;
}

} // namespace

Ledger::Ledger(QString folder) : m_folder(std::move(folder)) {}

Ledger::State Ledger::state(const QString& key) const
{
    const QString path = pathOf(m_folder, key);
    for (const State one : states) {
        if (QFile::exists(QFile::decodeName(fileOf(path, one))))
            return one;
    }
    return State::Unknown;
}

Status Ledger::note(const QString& key, State next)
{
    const State now = state(key);
    if (now == next)
        return ok();
    const QString path = pathOf(m_folder, key), folder = path.section(u'/', 0, -2);
    const bool isNew = !QDir(folder).exists();
    if (isNew && !QDir().mkpath(folder))
        return failed();
    const bool done = next == State::Unknown  ? ::unlink(fileOf(path, now).constData()) == 0
                      : now == State::Unknown ? makeEmpty(fileOf(path, next))
                                              : std::rename(fileOf(path, now).constData(), fileOf(path, next).constData()) == 0;
    if (!done)
        return failed();
    if (Status synced = syncFolder(folder); !synced)
        return synced;
    return isNew ? syncFolder(m_folder) : ok();
}

} // namespace rapport::connectors::mail
