// SPDX-License-Identifier: Apache-2.0
// What OpenRosa clients fetch before they can ask questions: formList, forms, manifests, and entity lists as CSV.
#include "sync/hub/entitytable.h"
#include "sync/hub/formfiles.h"
#include "sync/hub/query.h"
#include "sync/hub/replies.h"
#include "sync/hub/routes.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

namespace rapport::hub
{

namespace
{

QString encoded(const QString& step)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(step));
}

/// Where this request's client finds the files of a form.
QString addressOf(const Request& request, const QString& id, const QString& version)
{
    const bool secure = request.headers.value("x-forwarded-proto") == "https"; // the proxy that ends TLS says so
    return (secure ? QStringLiteral("https://") : QStringLiteral("http://")) + QString::fromLatin1(request.headers.value("host")) +
           request.keyPrefix + QLatin1String("/forms/") + encoded(id) + QLatin1Char('/') + encoded(version);
}

QString md5(const QByteArray& bytes)
{
    return QStringLiteral("md5:") + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

/// The entity list behind "jr://file-csv/contacts.csv"; empty where it is another kind of file.
QString listOf(const QString& uri)
{
    static const QRegularExpression csv(QStringLiteral("^jr://(?:file|file-csv)/([A-Za-z_][A-Za-z0-9_-]{0,99})\\.csv$"));
    return csv.match(uri).captured(1);
}

Response csv(const QByteArray& body)
{
    Response response;
    response.contentType = "text/csv; charset=utf-8";
    response.body = body;
    return response;
}

} // namespace

Response Routes::formFiles(const Request& request)
{
    static const QRegularExpression shape(
        QStringLiteral("^/forms/([^/]+)/([^/]*)(?:/(manifest|([A-Za-z_][A-Za-z0-9_-]{0,99})(\\.csv|/integrity)))?$"));
    static const QRegularExpression media(QStringLiteral("^/forms/([^/]+)/([^/]*)/media/([^/]+)$"));
    if (const auto match = media.match(request.path); match.hasMatch())
        return formFile(match.captured(1), match.captured(2), match.captured(3));
    const auto match = shape.match(request.path);
    if (!match.hasMatch())
        return problem(404, "not-found");
    const QString id = match.captured(1), version = match.captured(2), list = match.captured(4);
    if (match.captured(3).isEmpty())
        return form(id, version);
    const auto loaded = loadForm(id, version);
    if (!loaded)
        return loaded.error().kind == Error::Kind::NotFound ? problem(404, "no-such-form") : trouble(loaded.error());
    if (list.isEmpty())
        return manifest(**loaded, addressOf(request, id, version));
    if (match.captured(5) == QLatin1String("/integrity"))
        return integrity(list, request.query.value(QStringLiteral("id")));
    const auto table = paging([&](db::Database& database) { return exportTable(database, list); });
    return table ? csv(*table) : trouble(table.error());
}

Response Routes::formList(const Request& request)
{
    const QString wanted = request.query.value(QStringLiteral("formID"));
    auto found = reading([&](db::Database& database) {
        return rows<wire::ListedForm>(
            database,
            "SELECT id, title, version, hash, instr(xml, CAST('jr://' AS BLOB)) FROM form WHERE live = 1 AND (?1 = '' OR id = ?1) ORDER BY title",
            [&](const db::Statement& row) {
                wire::ListedForm form{row.text(0), row.text(1), row.text(2), row.text(3), {}, {}};
                form.downloadUrl = addressOf(request, form.id, form.version);
                if (row.integer(4) > 0) // it names files
                    form.manifestUrl = form.downloadUrl + QLatin1String("/manifest");
                return form;
            },
            wanted);
    });
    if (!found)
        return trouble(found.error());
    for (wire::ListedForm& form : *found) {
        const auto files = reading([&](db::Database& database) { return hub::formFiles(database, form.id, form.version); });
        if (!files)
            return trouble(files.error());
        if (!files->empty()) // so that a client sees by the list alone that a picture has changed
            form.manifestUrl += QLatin1String("?files=") + markOf(*files);
    }
    return xml(wire::formListXml(*found));
}

Response Routes::form(const QString& id, const QString& version)
{
    auto found = reading([&](db::Database& database) {
        return rows<QByteArray>(
            database, "SELECT xml FROM form WHERE id = ?1 AND version = ?2", [](const db::Statement& row) { return row.blob(0); }, id, version);
    });
    if (!found)
        return trouble(found.error());
    return found->empty() ? problem(404, "no-such-form") : xml(found->front());
}

Response Routes::manifest(const forms::Form& form, const QString& address)
{
    const auto kept = reading([&](db::Database& database) { return hub::formFiles(database, form.id(), form.version()); });
    if (!kept)
        return trouble(kept.error());
    std::vector<wire::ListedFile> files;
    QStringList names;
    for (const KeptFile& file : *kept) {
        files.push_back({file.name, file.md5, address + QLatin1String("/media/") + encoded(file.name)});
        names.append(file.name);
    }
    std::vector<wire::ListedList> lists;
    for (const auto& [instance, uri] : form.externalInstances()) {
        const QString list = listOf(uri);
        if (list.isEmpty() || names.contains(list + QLatin1String(".csv")))
            continue;
        const auto hash = hashOfTable(list);
        if (!hash)
            return trouble(hash.error());
        const QString place = address + QLatin1Char('/') + list;
        lists.push_back(
            {list + QLatin1String(".csv"), QString::fromLatin1(*hash), place + QLatin1String(".csv"), place + QLatin1String("/integrity")});
    }
    return xml(wire::manifestXml(files, lists));
}

Response Routes::formFile(const QString& id, const QString& version, const QString& name)
{
    const auto files = reading([&](db::Database& database) { return hub::formFiles(database, id, version); });
    if (!files)
        return trouble(files.error());
    const auto file = std::find_if(files->begin(), files->end(), [&](const KeptFile& one) { return one.name == name; });
    return file == files->end() ? problem(404, "no-such-file") : blob(file->sha256);
}

/// Asked with every manifest, so it is worked out once for each state of the list.
Result<QByteArray> Routes::hashOfTable(const QString& list)
{
    return paging([&](db::Database& database) -> Result<QByteArray> {
        const auto newest = rows<qint64>(
            database, "SELECT coalesce(max(seq), 0) FROM entity WHERE list = ?1", [](const db::Statement& row) { return row.integer(0); }, list);
        if (!newest)
            return newest.error();
        auto& [seq, hash] = m_tableHashes[list];
        if (!hash.isEmpty() && seq == newest->front())
            return hash;
        const auto table = exportTable(database, list);
        if (!table)
            return table.error();
        seq = newest->front();
        hash = md5(*table).toLatin1();
        return hash;
    });
}

Response Routes::integrity(const QString& list, const QString& ids)
{
    constexpr qsizetype maxIds = 1000;
    std::vector<wire::EntityFate> fates;
    for (const QString& id : ids.split(QLatin1Char(','), Qt::SkipEmptyParts).mid(0, maxIds)) {
        const auto deleted = reading([&](db::Database& database) {
            return rows<bool>(
                database, "SELECT deleted FROM entity WHERE list = ?1 AND id = ?2", [](const db::Statement& row) { return row.integer(0) != 0; },
                list, id);
        });
        if (!deleted)
            return trouble(deleted.error());
        if (!deleted->empty())
            fates.push_back({id, deleted->front()});
    }
    return xml(wire::integrityXml(fates));
}

} // namespace rapport::hub
