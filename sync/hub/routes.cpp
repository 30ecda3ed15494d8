// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/routes.h"

#include "sync/hub/entitypages.h"
#include "sync/hub/query.h"
#include "sync/hub/replies.h"
#include "sync/wire/changes.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace rapport::hub
{

namespace
{

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

/// 304 where the client has this very answer. Entities and receipts have cursors for that; their pages are empty where nothing is new.
Response unlessKnown(const Request& request, Response response)
{
    if (response.status != 200 || request.path.startsWith(QLatin1String("/v1/entities/")) || request.path == QLatin1String("/v1/receipts"))
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

/// Whether each file that is here is what its sender says it is; others may be still to come.
bool isAsClaimed(const std::vector<Part>& parts, const std::vector<wire::FileClaim>& claims)
{
    return std::all_of(claims.begin(), claims.end(), [&](const wire::FileClaim& claim) {
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.fileName == claim.name; });
        return part == parts.end() || (part->sha256 == claim.sha256 && part->size == claim.size);
    });
}

} // namespace

Routes::Routes(db::Database readingConnection, db::Database pagingConnection, Writer& writer, Surroundings surroundings)
    : m_reading(std::move(readingConnection)), m_paging(std::move(pagingConnection)), m_writer(writer), m_surroundings(std::move(surroundings)),
      m_blobs(m_surroundings.dataDir, m_surroundings.databaseKey)
{
}

Response Routes::handle(Request& request)
{
    Response response = answer(request);
    return request.method == "GET" ? unlessKnown(request, std::move(response)) : response;
}

Response Routes::answer(Request& request)
{
    if (isOpen(request))
        return open(request);
    const auto admitted = authenticate(request);
    if (!admitted)
        return trouble(admitted.error());
    if (const auto* no = std::get_if<Refusal>(&*admitted))
        return denied(no->word);
    const Caller& caller = std::get<Caller>(*admitted);
    const QString& path = request.path;
    const bool get = request.method == "GET";
    if (path == QLatin1String("/submission") && request.method == "HEAD") {
        Response response;
        response.status = 204;
        response.headers.insert("X-OpenRosa-Accept-Content-Length", QByteArray::number(16 * 1024 * 1024));
        return response;
    }
    if (path == QLatin1String("/submission") && request.method == "POST")
        return submission(request, caller);
    if (get && path == QLatin1String("/formList"))
        return formList(request);
    if (get && path == QLatin1String("/v1/occasions"))
        return occasions();
    if (get && path == QLatin1String("/v1/device"))
        return device(caller);
    if (get && path == QLatin1String("/v1/receipts")) {
        const auto page = reading(
            [&](db::Database& database) { return receiptPage(database, caller.deviceId, request.query.value(QStringLiteral("since")).toLatin1()); });
        return page ? json(wire::toJson(*page)) : trouble(page.error());
    }
    static const QRegularExpression entities(QStringLiteral("^/v1/entities/([A-Za-z_][A-Za-z0-9_-]{0,99})$"));
    if (const auto match = entities.match(path); get && match.hasMatch()) {
        const auto page = paging([&](db::Database& database) {
            return entityPage(database, match.captured(1), request.query.value(QStringLiteral("since")).toLatin1(), m_surroundings.clock());
        });
        return page ? compressed(request, json(*page)) : trouble(page.error());
    }
    if (get && path.startsWith(QLatin1String("/forms/")))
        return formFiles(request);
    static const QRegularExpression blobs(QStringLiteral("^/v1/blobs/([0-9a-f]{64})$"));
    if (const auto match = blobs.match(path); get && match.hasMatch())
        return blob(match.captured(1));
    return problem(404, "not-found");
}

Response Routes::occasions()
{
    auto found = reading([](db::Database& database) {
        return rows<QByteArray>(database, "SELECT document FROM occasion ORDER BY id", [](const db::Statement& row) { return row.blob(0); });
    });
    if (!found)
        return trouble(found.error());
    QJsonArray all;
    for (const QByteArray& document : *found)
        all.append(QJsonDocument::fromJson(document).object());
    return json(QJsonDocument(QJsonObject{{QStringLiteral("occasions"), all}}).toJson(QJsonDocument::Compact));
}

Response Routes::blob(const QString& sha256)
{
    if (!m_blobs.has(sha256))
        return problem(404, "no-such-file");
    Response response;
    response.contentType = "application/octet-stream";
    response.headers.insert("ETag", '"' + sha256.toLatin1() + '"');
    response.file = m_blobs.plainFile(sha256); // sent from the disk
    if (!response.file.isEmpty())
        return response;
    const auto content = m_blobs.open(sha256);
    if (!content)
        return trouble(content.error());
    response.body = (*content)->readAll();
    return response;
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
    IncomingSubmission incoming;
    incoming.xml = record->content;
    incoming.xmlHash = QCryptographicHash::hash(incoming.xml, QCryptographicHash::Sha256);
    incoming.deviceId = caller.deviceId;
    const auto head = wire::parseSubmissionHead(incoming.xml);
    if (!head)
        return openRosa(400, QStringLiteral("The record cannot be read."));
    incoming.head = *head;
    if (!head->deprecatedId.isEmpty()) {
        const auto first = reading([&](db::Database& database) { return firstRecord(database, head->deprecatedId); });
        if (!first)
            return trouble(first.error());
        incoming.head.firstId = *first;
    }
    const auto form = loadForm(head->formId, head->version);
    if (!form)
        return form.error().kind == Error::Kind::NotFound ? openRosa(404, QStringLiteral("The form of this record is not published here."))
                                                          : trouble(form.error());
    auto actions = wire::changesOf(**form, incoming.head, incoming.xml, &incoming.entityFaults);
    if (!actions)
        return openRosa(400, QStringLiteral("The record cannot be read."));
    incoming.actions = std::move(*actions);
    const auto claims = wire::parseFilesHeader(request.headers.value(wire::filesHeader.toLower()));
    if (!claims || !isAsClaimed(request.parts, *claims))
        return openRosa(400, QStringLiteral("A file of the record arrived torn."));
    auto files = keepFiles(request);
    if (!files)
        return trouble(files.error());
    incoming.files = std::move(*files);
    return accept(std::move(incoming));
}

Response Routes::accept(IncomingSubmission incoming)
{
    Acceptance outcome = Acceptance::Created;
    bool stale = false; // another process has changed the targets: with the next try they are known
    const auto write = [&](Targets targets, bool lastTry) {
        return m_writer.write([&](db::Database& database) -> Status {
            const auto generation = metaValue(database, QStringLiteral("connectors"));
            stale = generation && *generation != targets.generation && !lastTry;
            return stale ? ok() : acceptSubmission(database, incoming, targets.all, m_surroundings.clock(), outcome);
        });
    };
    auto written = write(m_surroundings.targets(), false);
    if (stale) {
        m_surroundings.refreshTargets();
        written = write(m_surroundings.targets(), true);
    }
    if (!written)
        return trouble(written.error());
    if (outcome == Acceptance::OtherContent)
        return openRosa(409, QStringLiteral("A record with this id but other content is here already."));
    qCInfo(log) << "submission" << incoming.head.instanceId << (outcome == Acceptance::Created ? "accepted" : "known already");
    m_surroundings.accepted();
    return openRosa(201, QStringLiteral("Received."));
}

Result<std::shared_ptr<const forms::Form>> Routes::loadForm(const QString& id, const QString& version)
{
    const std::lock_guard lock(m_mutex);
    const auto key = std::pair(id, version);
    if (const auto known = m_forms.find(key); known != m_forms.end())
        return known->second;
    auto found = rows<QByteArray>(
        m_reading, "SELECT xml FROM form WHERE id = ?1 AND version = ?2", [](const db::Statement& row) { return row.blob(0); }, id, version);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("form %1 %2 is not here").arg(id, version)};
    auto form = forms::Form::load(found->front(), {{}, forms::LoadOptions::Missing::Blank});
    if (form)
        m_forms[key] = *form;
    return form;
}

} // namespace rapport::hub
