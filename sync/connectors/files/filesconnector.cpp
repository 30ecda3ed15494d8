// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/filesconnector.h"

#include "sync/connectors/files/lists.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

Error notLocked(QLockFile::LockError error)
{
    switch (error) {
    case QLockFile::PermissionError:
        return {Error::Kind::Denied, u"the folder cannot be written"_s};
    case QLockFile::LockFailedError:
        return {Error::Kind::Offline, u"another process holds the folder's lock"_s};
    default:
        return {Error::Kind::Full, u"the lock file cannot be written"_s}; // what Qt says on a full disk
    }
}

} // namespace

FilesConnector::FilesConnector(QString title, QString folder, Folder kind, const Format& format)
    : m_title(std::move(title)), m_folder(std::move(folder)), m_kind(kind), m_format(format)
{
}

Capabilities FilesConnector::capabilities() const
{
    Capabilities capabilities;
    if (m_format.people)
        capabilities.pushLists = {u"contacts"_s, u"organisations"_s};
    else
        for (const StandardList& list : standardLists())
            capabilities.pushLists.push_back(list.name);
    capabilities.records = !m_format.people;
    capabilities.maximumRequestTime = std::chrono::seconds(0); // a file is written or it is not
    return capabilities;
}

Status FilesConnector::check()
{
    if (Status folder = prepareFolder(); !folder)
        return folder;
    QTemporaryFile probe(m_folder + "/.rapport-XXXXXX"_L1);
    return probe.open() ? ok() : Status(Error{Error::Kind::Denied, u"nothing can be written into the folder: %1"_s.arg(probe.errorString())});
}

Result<PullPage> FilesConnector::pull(const QString&, const QByteArray&)
{
    return Error{Error::Kind::Invalid, u"files are a target only"_s};
}

PushResult FilesConnector::push(const Job& job, const JobContext& context)
{
    const Capabilities able = capabilities();
    const PushError notTaken{{Error::Kind::Invalid, u"job kind or list is not carried by files: %1"_s.arg(job.list)},
                             false,
                             tr("%1 does not take this kind of entry.").arg(m_title)};
    if (job.kind == Job::Kind::Record && !able.records)
        return notTaken;
    const auto delivery = deliveryOf(job, context, able.pushLists);
    if (delivery)
        return put(*delivery);
    if (delivery.error().kind == Error::Kind::Invalid)
        return notTaken;
    return PushError{delivery.error(), false, tr("The entry for %1 is no longer there.").arg(m_title)};
}

Status FilesConnector::prepareFolder() const
{
    if (m_kind == Folder::Ours)
        QDir().mkpath(m_folder);
    if (!QFileInfo(m_folder).isDir())
        return Error{Error::Kind::Offline, u"the folder is missing"_s};
    return ok();
}

PushResult FilesConnector::put(const Delivery& delivery) const
{
    const QString file = delivery.name + m_format.ending;
    if (Status folder = prepareFolder(); !folder)
        return failed(folder.error(), file);
    QLockFile lock(m_folder + "/.rapport.lock"_L1);
    if (!lock.tryLock(std::chrono::milliseconds(5000).count()))
        return failed(notLocked(lock.error()), file);
    const auto place = m_format.put(m_folder, file, delivery);
    if (!place)
        return failed(place.error(), file);
    return RemoteRef{file + u':' + delivery.key, m_format.where(file, place->number)};
}

PushError FilesConnector::failed(const Error& error, const QString& file) const
{
    QString sentence;
    switch (error.kind) {
    case Error::Kind::Offline:
        sentence = tr("The folder of %1 cannot be reached at the moment. It will be tried again.").arg(m_title);
        break;
    case Error::Kind::Full:
        sentence = tr("There is no room left for %1. Nothing was changed; free some space, then try again.").arg(m_title);
        break;
    case Error::Kind::Corrupt:
        sentence =
            tr("%1 in the folder of %2 was changed by another program and is no longer readable. Move it away, then try again.").arg(file, m_title);
        break;
    case Error::Kind::Invalid:
        sentence = tr("%1 in the folder of %2 holds as much as a spreadsheet can. Move it away, then try again.").arg(file, m_title);
        break;
    default:
        sentence = tr("%1 may not write into its folder. Ask whoever looks after this computer.").arg(m_title);
    }
    return {error, false, sentence};
}

} // namespace rapport::connectors::files
