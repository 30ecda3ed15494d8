// SPDX-License-Identifier: Apache-2.0
// Hand-overs: /v1/people, /v1/drafts (wire/handover.h).
#include "sync/hub/replies.h"
#include "sync/hub/routes.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

constexpr qint64 maxHead = 1024 * 1024;

Response answerOf(const Result<DraftOutcome>& outcome, const wire::HandOver::State& state, int status = 200)
{
    if (!outcome)
        return trouble(outcome.error());
    switch (*outcome) {
    case DraftOutcome::Done:
        return json("{\"state\":\"" + wire::word(state).toLatin1() + "\"}", status);
    case DraftOutcome::NotFound:
        return problem(404, "no-such-draft");
    case DraftOutcome::Unknown:
        return problem(400, "no-such-person");
    case DraftOutcome::Conflict:
        break;
    }
    return problem(409, "elsewhere");
}

const Part* partOf(const Request& request, const char* name)
{
    const auto found = std::find_if(request.parts.begin(), request.parts.end(), [&](const Part& part) { return part.name == QLatin1String(name); });
    return found == request.parts.end() ? nullptr : &*found;
}

/// The part "draft" of a PUT.
Result<wire::HandOver> headOf(const Request& request)
{
    const Part* part = partOf(request, "draft");
    QFile file(part ? part->temporaryFile : QString());
    if (!part || part->size > maxHead || !file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Invalid, QStringLiteral("the request describes no draft")};
    return wire::parseHandOver(file.readAll());
}

/// A draft's files come all with it, and are what it says they are.
bool isWhole(const Request& request, const wire::HandOver& handOver)
{
    return std::all_of(handOver.files.begin(), handOver.files.end(), [&](const wire::HandedFile& file) {
        return std::any_of(request.parts.begin(), request.parts.end(), [&](const Part& part) {
            return part.fileName == file.name && part.size == file.size && QString::fromLatin1(part.sha256) == file.sha256;
        });
    });
}

} // namespace

Result<DraftOutcome> Routes::settled(const std::function<Result<DraftOutcome>(Repositories&)>& work)
{
    DraftOutcome outcome = DraftOutcome::NotFound;
    const auto written = m_database.write([&](Repositories& writing) -> Status {
        const auto done = work(writing);
        if (!done)
            return done.error();
        outcome = *done;
        return ok();
    });
    return written ? Result<DraftOutcome>(outcome) : written.error();
}

Response Routes::people()
{
    const auto users = asking([](const Repositories& known) { return known.users().all(); });
    if (!users)
        return trouble(users.error());
    std::vector<wire::Person> all;
    for (const UserRecord& one : *users)
        all.push_back({one.id, one.name, one.role});
    return json(wire::toJson(all));
}

Response Routes::drafts(Request& request, const Caller& caller)
{
    static const QRegularExpression shape(QStringLiteral("^/v1/drafts/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/take)?$"));
    if (request.path == QLatin1String("/v1/drafts") && request.method == "GET") {
        const auto all = asking([&](const Repositories& known) { return draftsFor(known, caller); });
        return all ? json(wire::toJson(*all)) : trouble(all.error());
    }
    const auto match = shape.match(request.path);
    if (!match.hasMatch())
        return problem(404, "not-found");
    const QString id = match.captured(1);
    if (!match.captured(2).isEmpty())
        return request.method == "POST"
                   ? answerOf(settled([&](Repositories& writing) { return takeDraft(writing, id, caller, now()); }), wire::HandOver::State::Taken)
                   : problem(404, "not-found");
    if (request.method == "PUT")
        return putDraft(request, id, caller);
    if (request.method == "DELETE")
        return answerOf(settled([&](Repositories& writing) { return settleDraft(writing, id, caller, now()); }), wire::HandOver::State::Withdrawn);
    if (request.method != "GET")
        return problem(404, "not-found");
    const auto record = asking([&](const Repositories& known) { return draftRecord(known, id, caller); });
    if (!record)
        return trouble(record.error());
    return *record ? xml(**record) : problem(404, "no-such-draft");
}

Response Routes::putDraft(const Request& request, const QString& id, const Caller& caller)
{
    auto handOver = headOf(request);
    const Part* record = partOf(request, "xml_submission_file");
    if (!handOver || !record || handOver->id != id || handOver->conversationId.isEmpty())
        return problem(400, "torn");
    if (!isWhole(request, *handOver))
        return problem(400, "torn");
    for (const wire::HandedFile& file : handOver->files) { // before the row that names them
        const auto part = std::find_if(request.parts.begin(), request.parts.end(), [&](const Part& one) { return one.fileName == file.name; });
        if (auto kept = m_blobs.keep(part->temporaryFile, file.sha256); !kept)
            return trouble(kept.error());
    }
    handOver->from = caller.user;
    const auto kept = settled([&](Repositories& writing) { return keepDraft(writing, {*handOver, record->content}, caller, now()); });
    if (kept)
        qCInfo(log) << "draft" << id << (*kept == DraftOutcome::Done ? "handed in" : "refused");
    return answerOf(kept, wire::HandOver::State::Offered, 201);
}

} // namespace rapport::hub
