// SPDX-License-Identifier: Apache-2.0
// What OpenRosa clients fetch before they can ask questions: formList, forms, manifests, and entity lists as CSV; and how they find out where to send
// the answers.
#include "sync/hub/entitytable.h"
#include "sync/hub/formfiles.h"
#include "sync/hub/replies.h"
#include "sync/hub/routes.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

namespace rapport::hub
{

namespace
{

/// One step of an address. Twice, as the server decodes the whole path once: what stands between its slashes may have slashes of its own.
QString encoded(const QString& step)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(QUrl::toPercentEncoding(step))));
}

QString decoded(const QString& step)
{
    return QUrl::fromPercentEncoding(step.toUtf8());
}

QString addressOf(const QString& hub, const QString& id, const QString& version)
{
    return hub + QLatin1String("/forms/") + encoded(id) + QLatin1Char('/') + encoded(version);
}

bool isSet(const Request& request, const QString& parameter)
{
    const QString value = request.query.value(parameter);
    return request.query.contains(parameter) && value != QLatin1String("false") && value != QLatin1String("0");
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

Result<EntityScope> scopeOf(const Repositories& known, const QString& list, const Caller& caller, const QDateTime& now)
{
    const auto holding = Holding::of(known, caller.user, now);
    return holding ? EntityScope::of(*holding, list) : Result<EntityScope>(holding.error());
}

Result<QByteArray> tableFor(const Repositories& known, const QString& list, const Caller& caller, const QDateTime& now)
{
    const auto scope = scopeOf(known, list, caller, now);
    return scope ? exportTable(known.entities(), list, *scope) : Result<QByteArray>(scope.error());
}

Response csv(const QByteArray& body)
{
    Response response;
    response.contentType = "text/csv; charset=utf-8";
    response.body = body;
    return response;
}

} // namespace

/// The hub's own address, where the client has asked for that; else what the client has asked for, and the scheme that the proxy tells.
Routes::Address Routes::addressFor(const Request& request)
{
    const QString host = QString::fromLatin1(request.headers.value("host"));
    const QByteArray forwarded = request.headers.value("x-forwarded-proto").toLower();
    const QUrl own(asking([](const Repositories& known) { return known.settings().publicUrl(); }).value_or({}));
    if (!host.isEmpty() && own.authority().compare(host, Qt::CaseInsensitive) == 0)
        return {own.toString(QUrl::StripTrailingSlash) + request.keyPrefix, true};
    const bool isTold = forwarded == "https" || forwarded == "http";
    return {QString::fromLatin1(isTold ? forwarded : QByteArray("http")) + QLatin1String("://") + host + request.keyPrefix, isTold};
}

/// A client sends to where Location says. Better not said than said wrongly: records would leave TLS.
Response Routes::submissionHead(const Request& request)
{
    Response response;
    response.status = 204;
    response.headers.insert(wire::acceptLengthHeader, acceptedLength);
    if (const Address hub = addressFor(request); hub.isSure)
        response.headers.insert("Location", QUrl(hub.text + QLatin1String("/submission")).toEncoded());
    return response;
}

Response Routes::formFiles(const Request& request, const Caller& caller)
{
    static const QRegularExpression shape(
        QStringLiteral("^/forms/([^/]+)/([^/]*)(?:/(manifest|([A-Za-z_][A-Za-z0-9_-]{0,99})(\\.csv|/integrity)))?$"));
    static const QRegularExpression media(QStringLiteral("^/forms/([^/]+)/([^/]*)/media/([^/]+)$"));
    if (const auto match = media.match(request.path); match.hasMatch())
        return formFile(decoded(match.captured(1)), decoded(match.captured(2)), decoded(match.captured(3)));
    const auto match = shape.match(request.path);
    if (!match.hasMatch())
        return problem(404, "not-found");
    const QString id = decoded(match.captured(1)), version = decoded(match.captured(2)), list = match.captured(4);
    if (match.captured(3).isEmpty())
        return form(id, version);
    const auto loaded = loadForm(id, version);
    if (!loaded)
        return loaded.error().kind == Error::Kind::NotFound ? problem(404, "no-such-form") : trouble(loaded.error());
    if (list.isEmpty())
        return manifest(**loaded, addressOf(addressFor(request).text, id, version), caller);
    if (match.captured(5) == QLatin1String("/integrity"))
        return integrity(list, request.query.value(QStringLiteral("id")), caller);
    const auto table = paging([&](const Repositories& known) { return tableFor(known, list, caller, now()); });
    return table ? csv(*table) : trouble(table.error());
}

/// Those of the caller's occasions. An older version, or one that is over, is still there for drafts: its address is known to them.
Response Routes::formList(const Request& request, const Caller& caller)
{
    const QString wanted = request.query.value(QStringLiteral("formID")), hub = addressFor(request).text;
    const auto versions = isSet(request, QStringLiteral("listAllVersions")) ? Forms::Versions::All : Forms::Versions::Live;
    const auto found = asking([&](const Repositories& known) { return known.forms().offered(wanted, versions); });
    const auto holding = asking([&](const Repositories& known) { return Holding::of(known, caller.user, now()); });
    if (!found || !holding)
        return trouble(found ? holding.error() : found.error());
    std::vector<wire::ListedForm> listed;
    for (const FormRecord& one : *found) {
        if (!holding->givesForm(one.id))
            continue;
        const auto files = asking([&](const Repositories& known) { return known.forms().files(one.id, one.version); });
        if (!files)
            return trouble(files.error());
        wire::ListedForm form{one.id, one.title, one.version, one.hash, addressOf(hub, one.id, one.version), {}};
        if (one.namesFiles)
            form.manifestUrl = form.downloadUrl + QLatin1String("/manifest");
        if (!files->empty()) // so that a client sees by the list alone that a picture has changed
            form.manifestUrl += QLatin1String("?files=") + markOf(*files);
        listed.push_back(std::move(form));
    }
    return xml(wire::formListXml(listed));
}

Response Routes::form(const QString& id, const QString& version)
{
    const auto found = asking([&](const Repositories& known) { return known.forms().xml(id, version); });
    if (!found)
        return trouble(found.error());
    return *found ? xml(**found) : problem(404, "no-such-form");
}

Response Routes::manifest(const forms::Form& form, const QString& address, const Caller& caller)
{
    const auto kept = asking([&](const Repositories& known) { return known.forms().files(form.id(), form.version()); });
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
        const auto hash = hashOfTable(list, caller);
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
    const auto files = asking([&](const Repositories& known) { return known.forms().files(id, version); });
    if (!files)
        return trouble(files.error());
    const auto file = std::find_if(files->begin(), files->end(), [&](const KeptFile& one) { return one.name == name; });
    if (file == files->end() || !m_blobs.has(file->sha256))
        return problem(404, "no-such-file");
    Response response;
    response.contentType = "application/octet-stream";
    response.headers.insert("ETag", '"' + file->sha256.toLatin1() + '"');
    response.file = m_blobs.plainFile(file->sha256); // sent from the disk
    if (!response.file.isEmpty())
        return response;
    const auto content = m_blobs.open(file->sha256);
    if (!content)
        return trouble(content.error());
    response.body = (*content)->readAll();
    return response;
}

/// Asked with every manifest, so it is worked out once for each state of the list and each scope of it.
Result<QByteArray> Routes::hashOfTable(const QString& list, const Caller& caller)
{
    return paging([&](const Repositories& known) -> Result<QByteArray> {
        const auto newest = known.entities().newestOf(list);
        const auto scope = scopeOf(known, list, caller, now());
        if (!newest || !scope)
            return newest ? scope.error() : newest.error();
        auto& [seq, hashes] = m_tableHashes[list];
        if (seq != *newest)
            hashes.clear();
        seq = *newest;
        QByteArray& hash = hashes[scope->fingerprint()];
        if (!hash.isEmpty())
            return hash;
        const auto table = exportTable(known.entities(), list, *scope);
        if (!table)
            return table.error();
        hash = md5(*table).toLatin1();
        return hash;
    });
}

/// What is not in the caller's scope is gone for the caller.
Response Routes::integrity(const QString& list, const QString& ids, const Caller& caller)
{
    constexpr qsizetype maxIds = 1000;
    const auto scope = asking([&](const Repositories& known) { return scopeOf(known, list, caller, now()); });
    if (!scope)
        return trouble(scope.error());
    std::vector<wire::EntityFate> fates;
    for (const QString& id : ids.split(QLatin1Char(','), Qt::SkipEmptyParts).mid(0, maxIds)) {
        const auto entity = asking([&](const Repositories& known) { return known.entities().find(list, id); });
        if (!entity)
            return trouble(entity.error());
        if (*entity)
            fates.push_back({id, (*entity)->deleted || !scope->contains(**entity)});
    }
    return xml(wire::integrityXml(fates));
}

} // namespace rapport::hub
