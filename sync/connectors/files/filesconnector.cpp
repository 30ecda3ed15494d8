// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/filesconnector.h"

#include "sync/connectors/files/csvfile.h"
#include "sync/connectors/files/lists.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QLockFile>
#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

/// "contact.person.email" → text. `meta` is the form's own bookkeeping and stays out.
void flatten(const QJsonValue& value, const QString& path, std::map<QString, QString>& out)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            flatten(array[i], u"%1.%2"_s.arg(path).arg(i + 1), out);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() != "meta"_L1)
                flatten(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key(), out);
        }
    } else if (const QString text = value.toVariant().toString(); !text.isEmpty()) {
        out[path] = text;
    }
}

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

FilesConnector::FilesConnector(QString title, QString folder, Folder kind) : m_title(std::move(title)), m_folder(std::move(folder)), m_kind(kind) {}

Capabilities FilesConnector::capabilities() const
{
    Capabilities capabilities;
    for (const StandardList& list : standardLists())
        capabilities.pushLists.push_back(list.name);
    capabilities.records = true;
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
    if (job.kind == Job::Kind::Record) {
        Row row{u"conversations.csv"_s, {u"instance_id"_s, u"form"_s, u"author"_s, u"finished_at"_s}, {}};
        flatten(context.answers(), {}, row.values);
        row.values[u"instance_id"_s] = job.corrects.isEmpty() ? job.submission : job.corrects; // a conversation is one row
        row.values[u"form"_s] = context.formId();
        row.values[u"author"_s] = context.author();
        row.values[u"finished_at"_s] = context.finishedAt().toString(Qt::ISODate);
        return put(row);
    }
    const auto& lists = standardLists();
    const auto list = std::find_if(lists.begin(), lists.end(), [&](const StandardList& one) { return one.name == job.list; });
    if (job.kind != Job::Kind::Entity || list == lists.end())
        return PushError{{Error::Kind::Invalid, u"job kind or list is not carried by files: %1"_s.arg(job.list)},
                         false,
                         tr("%1 does not take this kind of entry.").arg(m_title)};
    const auto entity = context.entity(job.list, job.entityId);
    if (!entity)
        return PushError{entity.error(), false, tr("The entry for %1 is no longer there.").arg(m_title)};
    Row row{list->name + ".csv"_L1, QStringList{u"id"_s, u"label"_s} + list->properties, entity->properties};
    row.values[u"id"_s] = entity->id;
    row.values[u"label"_s] = entity->label;
    return put(row);
}

Status FilesConnector::prepareFolder() const
{
    if (m_kind == Folder::Ours)
        QDir().mkpath(m_folder);
    if (!QFileInfo(m_folder).isDir())
        return Error{Error::Kind::Offline, u"the folder is missing"_s};
    return ok();
}

PushResult FilesConnector::put(const Row& row) const
{
    if (Status folder = prepareFolder(); !folder)
        return failed(folder.error(), row.file);
    QLockFile lock(m_folder + "/.rapport.lock"_L1);
    if (!lock.tryLock(std::chrono::milliseconds(5000).count()))
        return failed(notLocked(lock.error()), row.file);
    CsvFile file(m_folder, row.file);
    auto csv = file.load(row.columns.front());
    if (!csv)
        return failed(csv.error(), row.file);

    const QStringList columns = csv->header;
    for (const QString& column : row.columns)
        csv->columnOf(column);
    for (const auto& [name, value] : row.values)
        csv->columnOf(name);
    QStringList fields(csv->header.size());
    for (const auto& [name, value] : row.values)
        fields[csv->columnOf(name)] = harmless(value);
    const bool sameColumns = columns == csv->header;
    int at = csv->rowOf(fields.front());
    Status saved = ok();
    if (at < 0) {
        at = int(csv->rows.size());
        if (sameColumns) {
            saved = file.append(*csv, fields);
        } else {
            csv->rows.push_back(fields);
            saved = file.replace(*csv);
        }
    } else if (!sameColumns || csv->rows[size_t(at)] != fields) {
        csv->rows[size_t(at)] = fields;
        saved = file.replace(*csv);
    }
    if (!saved)
        return failed(saved.error(), row.file);
    return RemoteRef{row.file + u':' + fields.front(), tr("%1, row %2").arg(row.file).arg(at + 2)}; // row 1 is the header
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
    default:
        sentence = tr("%1 may not write into its folder. Ask whoever looks after this computer.").arg(m_title);
    }
    return {error, false, sentence};
}

} // namespace rapport::connectors::files
