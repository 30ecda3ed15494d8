// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/routes.h"

#include "sync/hub/entitypages.h"
#include "sync/hub/holding.h"
#include "sync/hub/replies.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QStorageInfo>

namespace rapport::hub
{

namespace
{

constexpr qint64 leastRoom = 64 * 1024 * 1024; ///< bytes: a record with its pictures

Q_LOGGING_CATEGORY(log, "rapport.hub")

Response compressed(const Request& request, Response response)
{
    if (response.body.size() < 1024 || !request.headers.value("accept-encoding").contains("deflate"))
        return response;
    // zlib's format behind Qt's length: HTTP's "deflate" (RFC 9110, 8.4.1.2). Level 1 makes a third of it at several times the speed of level 6,
    // which would be most of the time of a large pull.
    response.body = qCompress(response.body, 1).mid(4);
    response.headers.insert("Content-Encoding", "deflate");
    return response;
}

/// Enketo asks by HEAD whether it may ask; the server leaves the body out (RFC 9110, 9.3.2).
bool isAsking(const Request& request)
{
    return request.method == "GET" || request.method == "HEAD";
}

/// 304 where the client has this very answer. Entities and receipts have cursors for that; their pages are empty where nothing is new. Uploads move
/// on.
Response unlessKnown(const Request& request, Response response)
{
    if (response.status != 200 || request.path.startsWith(QLatin1String("/v1/entities/")) || request.path == QLatin1String("/v1/receipts") ||
        request.path.startsWith(QLatin1String("/v1/uploads/")))
        return response;
    QByteArray& tag = response.headers["ETag"];
    if (tag.isEmpty())
        tag = '"' + QCryptographicHash::hash(response.body, QCryptographicHash::Sha256).toHex().left(32) + '"';
    if (!request.headers.value("if-none-match").contains(tag))
        return response;
    Response unchanged;
    unchanged.status = 304;
    unchanged.contentType = response.contentType;
    unchanged.headers.insert("ETag", tag);
    return unchanged;
}

/// Two files of one name and different content: one of them would be lost.
bool areAtOdds(const std::vector<Part>& parts)
{
    std::map<QString, QByteArray> hashes;
    return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
        return !part.temporaryFile.isEmpty() && hashes.try_emplace(part.fileName, part.sha256).first->second != part.sha256;
    });
}

/// Whether each file that is here is what its sender says it is; others may be still to come.
bool isAsClaimed(const std::vector<Part>& parts, const std::vector<wire::FileClaim>& claims)
{
    return std::all_of(claims.begin(), claims.end(), [&](const wire::FileClaim& claim) {
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.fileName == claim.name; });
        return part == parts.end() || (part->sha256 == claim.sha256 && part->size == claim.size);
    });
}

} // namespace

Routes::Routes(Reading known, Reading pages, HubDatabase& database, Surroundings surroundings)
    : m_known(std::move(known)), m_pages(std::move(pages)), m_database(database), m_surroundings(std::move(surroundings)),
      m_blobs(m_surroundings.dataDir, m_surroundings.databaseKey),
      m_uploads(m_surroundings.dataDir + QStringLiteral("/uploads"), m_surroundings.databaseKey, m_surroundings.uploads),
      m_rescues(m_surroundings.dataDir, m_surroundings.databaseKey)
{
}

Response Routes::handle(Request& request)
{
    Response response = answer(request);
    m_requests.count(response.status);
    return isAsking(request) ? unlessKnown(request, std::move(response)) : response;
}

Response Routes::answer(Request& request)
{
    if (isOpen(request))
        return open(request);
    if (isAsking(request) && request.path == QLatin1String("/health"))
        return health();
    const auto admitted = authenticate(request);
    if (!admitted)
        return trouble(admitted.error());
    if (const auto* no = std::get_if<Refusal>(&*admitted))
        return denied(request, *no);
    const Caller& caller = std::get<Caller>(*admitted);
    const QString& path = request.path;
    const bool get = isAsking(request);
    if (path == QLatin1String("/submission") && request.method == "HEAD")
        return submissionHead(request);
    if (path == QLatin1String("/submission") && request.method == "POST") {
        Response response = submission(request, caller);
        response.headers.insert(wire::acceptLengthHeader, acceptedLength);
        return response;
    }
    if (path.startsWith(QLatin1String("/v1/uploads/")) && (request.method == "HEAD" || request.method == "PATCH"))
        return upload(request, caller);
    if (path.startsWith(QLatin1String("/v1/rescue")))
        return rescue(request, caller);
    if (get && path == QLatin1String("/formList"))
        return formList(request, caller);
    if (get && path == QLatin1String("/v1/occasions"))
        return occasions(caller);
    if (get && path == QLatin1String("/v1/people"))
        return people();
    if (path.startsWith(QLatin1String("/v1/drafts")))
        return drafts(request, caller);
    if (path.startsWith(QLatin1String("/v1/conflicts")))
        return conflicts(request, caller);
    if (get && path == QLatin1String("/v1/device"))
        return device(caller);
    if (get && path == QLatin1String("/metrics"))
        return metrics();
    if (get && path == QLatin1String("/v1/receipts")) {
        const auto page = asking([&](const Repositories& known) {
            return known.receipts().page(caller.deviceId, request.query.value(QStringLiteral("since")).toLatin1());
        });
        return page ? json(wire::toJson(*page)) : trouble(page.error());
    }
    static const QRegularExpression entities(QStringLiteral("^/v1/entities/([A-Za-z_][A-Za-z0-9_-]{0,99})$"));
    if (const auto match = entities.match(path); get && match.hasMatch()) {
        const auto page = paging([&](const Repositories& known) -> Result<QByteArray> {
            const auto holding = Holding::of(known, caller.user, now());
            return holding ? entityPage(known.entities(), match.captured(1), request.query.value(QStringLiteral("since")).toLatin1(), *holding)
                           : Result<QByteArray>(holding.error());
        });
        return page ? compressed(request, json(*page)) : trouble(page.error());
    }
    if (get && path.startsWith(QLatin1String("/forms/")))
        return formFiles(request, caller);
    static const QRegularExpression blobs(QStringLiteral("^/v1/blobs/([0-9a-f]{64})$"));
    if (const auto match = blobs.match(path); get && match.hasMatch())
        return blob(request, match.captured(1), caller);
    return problem(404, "not-found");
}

/// For whatever watches over the hub: no token, and nothing but whether its data can be read and there is room for more. It writes nothing: anybody
/// may ask.
Response Routes::health()
{
    const auto read = asking([](const Repositories& known) { return known.entities().newest(); });
    const bool room = QStorageInfo(m_surroundings.dataDir).bytesAvailable() > leastRoom;
    return read && room ? json("{\"ok\":true}") : problem(503, read ? "no-room" : "no-data");
}

Response Routes::metrics()
{
    const auto text = asking([&](const Repositories& known) { return metricsText(known, m_requests); });
    if (!text)
        return trouble(text.error());
    Response response;
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    response.body = *text;
    return response;
}

Response Routes::occasions(const Caller& caller)
{
    const auto holding = asking([&](const Repositories& known) { return Holding::of(known, caller.user, now()); });
    if (!holding)
        return trouble(holding.error());
    QJsonArray all;
    for (const wire::Occasion& occasion : holding->occasions())
        all.append(occasion.document);
    return json(QJsonDocument(QJsonObject{{QStringLiteral("occasions"), all}}).toJson(QJsonDocument::Compact));
}

/// Files first: a row never names what is not there. One of that content may lie there already; then it is the same.
Result<std::vector<IncomingFile>> Routes::keepFiles(const Request& request)
{
    std::vector<IncomingFile> files;
    for (const Part& part : request.parts) {
        if (part.temporaryFile.isEmpty())
            continue;
        if (auto kept = m_blobs.keep(part.temporaryFile, QString::fromLatin1(part.sha256)); !kept)
            return kept.error();
        files.push_back({part.fileName, QString::fromLatin1(part.sha256), part.size});
    }
    return files;
}

Response Routes::submission(Request& request, const Caller& caller)
{
    const auto record =
        std::find_if(request.parts.begin(), request.parts.end(), [](const Part& part) { return part.name == QLatin1String("xml_submission_file"); });
    if (record == request.parts.end())
        return openRosa(400, QStringLiteral("The request brings no record."));
    auto understood = incomingOf(record->content, caller.deviceId, sources());
    if (!understood && understood.error().kind == Error::Kind::NotFound)
        return openRosa(404, QStringLiteral("The form of this record is not published here."));
    if (!understood)
        return understood.error().kind == Error::Kind::Invalid ? openRosa(400, QStringLiteral("The record cannot be read."))
                                                               : trouble(understood.error());
    IncomingSubmission& incoming = *understood;
    const auto claims = wire::parseFilesHeader(request.headers.value(wire::filesHeader.toLower()));
    if (!claims || !isAsClaimed(request.parts, *claims))
        return openRosa(400, QStringLiteral("A file of the record arrived torn."));
    if (areAtOdds(request.parts))
        return openRosa(400, QStringLiteral("Two files of the record have the same name."));
    auto files = keepFiles(request);
    if (!files)
        return trouble(files.error());
    incoming.files = std::move(*files);
    for (const wire::FileClaim& claim : *claims) {
        if (claim.size > m_surroundings.uploads.maxBytes)
            return openRosa(413, QStringLiteral("A file of the record is larger than this hub accepts."));
        if (std::none_of(request.parts.begin(), request.parts.end(), [&](const Part& part) { return part.fileName == claim.name; }))
            incoming.announced.push_back({claim.name, QString::fromLatin1(claim.sha256), claim.size});
    }
    return accept(incoming, !claims->empty());
}

RecordSources Routes::sources()
{
    return {[this](const QString& id, const QString& version) { return loadForm(id, version); },
            [this](const QString& instanceId) {
                return asking([&](const Repositories& known) { return firstRecord(known.submissions(), instanceId); });
            }};
}

Status Routes::resumePutOff()
{
    if (m_database.putOff() > 0)
        return ok();
    return asking([&](const Repositories& known) { return hub::resumePutOff(known.submissions(), m_database, m_surroundings.targets); });
}

AcceptingDesk Routes::desk()
{
    return {[this](const HubDatabase::Work& work, const HubDatabase::Rest& rest) { return m_database.write(work, rest); }, m_surroundings.targets,
            m_surroundings.refreshTargets, m_surroundings.clock};
}

Response Routes::accept(const IncomingSubmission& incoming, bool hasAnnounced)
{
    const auto accepted = hub::accept(incoming, desk());
    if (!accepted)
        return trouble(accepted.error());
    const Accepted& outcome = *accepted;
    if (outcome.how == Acceptance::OtherContent)
        return openRosa(409, QStringLiteral("A record with this id but other content is here already."));
    if (outcome.how == Acceptance::OtherFile)
        return openRosa(409, QStringLiteral("A file of this name but other content came with this record before."));
    qCInfo(log) << "submission" << incoming.head.instanceId << (outcome.how == Acceptance::Created ? "accepted" : "known already");
    m_surroundings.accepted();
    Response received = openRosa(201, QStringLiteral("Received."));
    if (hasAnnounced)
        received.headers.insert(wire::missingHeader, QByteArray::number(outcome.missing));
    return received;
}

Result<std::shared_ptr<const forms::Form>> Routes::loadForm(const QString& id, const QString& version)
{
    const std::lock_guard lock(m_mutex);
    const auto key = std::pair(id, version);
    if (const auto known = m_forms.find(key); known != m_forms.end())
        return known->second;
    auto form = publishedForm(m_known->forms(), id, version);
    if (form)
        m_forms[key] = *form;
    return form;
}

} // namespace rapport::hub
