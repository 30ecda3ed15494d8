// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/drafts.h"

#include "sync/hub/entities.h"
#include "sync/hub/sqlite/query.h"
#include "sync/hub/sqlite/sqliterepositories.h"

#include <QCryptographicHash>

namespace rapport::hub
{

namespace
{

struct Row {
    QString state, fromDevice, fromUser, toUser, takenBy, jobId;
    QByteArray hash;
};

Result<std::optional<Row>> find(db::Database& database, const QString& id)
{
    auto found = rows<Row>(
        database, "SELECT state, from_device, from_user, to_user, taken_by, job_id, record_hash FROM draft WHERE id = ?1",
        [](const db::Statement& row) { return Row{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.blob(6)}; }, id);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<Row>(found->front());
}

Result<bool> exists(db::Database& database, const char* sql, const QString& key)
{
    const auto found = rows<bool>(
        database, sql, [](const db::Statement& row) { return row.integer(0) != 0; }, key);
    return found ? Result<bool>(found->front()) : found.error();
}

/// Only where the job is with @p from: what the office has decided meanwhile stays.
Status moveJob(db::Database& database, const QString& jobId, const QString& from, const QString& to, const QString& author, const QDateTime& now)
{
    const auto job = jobId.isEmpty() ? Result<std::optional<connectors::Entity>>(std::optional<connectors::Entity>())
                                     : readEntity(database, QStringLiteral("jobs"), jobId);
    if (!job)
        return job.error();
    if (!*job)
        return ok();
    const auto assignee = (*job)->properties.find(QStringLiteral("assignee"));
    if (assignee != (*job)->properties.end() && !assignee->second.isEmpty() && assignee->second != from)
        return ok();
    Change change;
    change.list = QStringLiteral("jobs");
    change.id = jobId;
    change.properties = {{QStringLiteral("assignee"), to}};
    change.source = QStringLiteral("hand-over");
    change.author = author;
    const auto changed = changeEntity(database, change, now);
    return changed ? ok() : Status(changed.error());
}

/// Nothing of a person stays but the two ids.
Status forget(db::Database& database, const QString& id, const char* state, const QDateTime& now)
{
    return run(database, "UPDATE draft SET state = ?2, head = '', record = x'', job_id = '', changed_at = ?3 WHERE id = ?1", id,
               QString::fromLatin1(state), timeText(now));
}

} // namespace

Result<DraftOutcome> keepDraft(db::Database& database, const IncomingDraft& incoming, const Caller& caller, const QDateTime& now)
{
    const wire::HandOver& handOver = incoming.handOver;
    const auto hash = QCryptographicHash::hash(incoming.record, QCryptographicHash::Sha256);
    const auto known = find(database, handOver.id);
    if (!known)
        return known.error();
    if (*known) { // an answer was lost, or it was taken back before it came
        const bool same = (*known)->state != QLatin1String("withdrawn") && (*known)->fromDevice == caller.deviceId && (*known)->hash == hash;
        return same ? DraftOutcome::Done : DraftOutcome::Conflict;
    }
    const SqliteRepositories here(database);
    const auto person = here.users().find(handOver.to);
    const auto delivered = here.submissions().find(handOver.instanceId);
    const auto elsewhere =
        exists(database, "SELECT EXISTS(SELECT 1 FROM draft WHERE instance_id = ?1 AND state IN ('offered', 'taken'))", handOver.instanceId);
    if (!person || !delivered || !elsewhere)
        return !person ? person.error() : !delivered ? delivered.error() : elsewhere.error();
    if (!*person || caller.user.isEmpty() || handOver.to == caller.user)
        return DraftOutcome::Unknown;
    if (*delivered || *elsewhere)
        return DraftOutcome::Conflict;
    if (auto moved = moveJob(database, handOver.jobId, caller.user, handOver.to, caller.user, now); !moved)
        return moved.error();
    auto written = run(database,
                       "INSERT INTO draft(id, state, from_device, from_user, to_user, instance_id, job_id, head, record, record_hash, given_at, "
                       "changed_at) VALUES(?1,'offered',?2,?3,?4,?5,?6,?7,?8,?9,?10,?10)",
                       handOver.id, caller.deviceId, caller.user, handOver.to, handOver.instanceId, handOver.jobId,
                       QString::fromUtf8(wire::toJson(handOver)), incoming.record, hash, timeText(now));
    if (!written)
        return written.error();
    return DraftOutcome::Done;
}

Result<std::vector<wire::HandOver>> draftsFor(db::Database& database, const Caller& caller)
{
    return rows<wire::HandOver>(
        database,
        "SELECT id, state, from_device = ?1, from_user, to_user, given_at, head FROM draft WHERE from_user <> '' AND (from_device = ?1 OR "
        "(state = 'offered' AND to_user = ?2 AND ?2 <> '') OR (state = 'taken' AND taken_by = ?1)) ORDER BY given_at DESC, id LIMIT 1000",
        [](const db::Statement& row) {
            wire::HandOver one = wire::parseHandOver(row.text(6).toUtf8()).value_or(wire::HandOver{});
            one.id = row.text(0);
            const QString state = row.text(1);
            one.state = state == QLatin1String("offered") ? wire::HandOver::State::Offered
                        : state == QLatin1String("taken") ? wire::HandOver::State::Taken
                        : state == QLatin1String("kept")  ? wire::HandOver::State::Kept
                                                          : wire::HandOver::State::Withdrawn;
            one.mine = row.integer(2) != 0;
            one.from = row.text(3);
            one.to = row.text(4);
            one.givenAt = timeOf(row.text(5));
            return one;
        },
        caller.deviceId, caller.user);
}

Result<DraftOutcome> takeDraft(db::Database& database, const QString& id, const Caller& caller, const QDateTime& now)
{
    const auto draft = find(database, id);
    if (!draft)
        return draft.error();
    const bool forUs = *draft && !caller.user.isEmpty() && (*draft)->toUser == caller.user;
    if (forUs && (*draft)->state == QLatin1String("offered")) {
        auto taken =
            run(database, "UPDATE draft SET state = 'taken', taken_by = ?2, changed_at = ?3 WHERE id = ?1", id, caller.deviceId, timeText(now));
        return taken ? Result<DraftOutcome>(DraftOutcome::Done) : taken.error();
    }
    if (*draft && (*draft)->state == QLatin1String("taken") && (*draft)->takenBy == caller.deviceId)
        return DraftOutcome::Done;
    return forUs ? DraftOutcome::Conflict : DraftOutcome::NotFound;
}

Result<std::optional<QByteArray>> draftRecord(db::Database& database, const QString& id, const Caller& caller)
{
    auto found = rows<QByteArray>(
        database, "SELECT record FROM draft WHERE id = ?1 AND state = 'taken' AND taken_by = ?2",
        [](const db::Statement& row) { return row.blob(0); }, id, caller.deviceId);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<QByteArray>(found->front());
}

Result<DraftOutcome> settleDraft(db::Database& database, const QString& id, const Caller& caller, const QDateTime& now)
{
    const auto draft = find(database, id);
    if (!draft)
        return draft.error();
    Status settled = ok();
    if (!*draft) { // it may still be on its way to us
        settled = run(database, "INSERT INTO draft(id, state, from_device, given_at, changed_at) VALUES(?1,'withdrawn',?2,?3,?3)", id,
                      caller.deviceId, timeText(now));
    } else if ((*draft)->takenBy == caller.deviceId) {
        settled = forget(database, id, "kept", now);
    } else if ((*draft)->fromDevice != caller.deviceId) {
        return DraftOutcome::NotFound;
    } else if ((*draft)->state == QLatin1String("offered")) {
        settled = moveJob(database, (*draft)->jobId, (*draft)->toUser, (*draft)->fromUser, (*draft)->fromUser, now);
        if (settled)
            settled = forget(database, id, "withdrawn", now);
    } else if ((*draft)->state != QLatin1String("withdrawn")) {
        return DraftOutcome::Conflict;
    }
    return settled ? Result<DraftOutcome>(DraftOutcome::Done) : settled.error();
}

Status settleDraftsOf(db::Database& database, const QString& instanceId, const QDateTime& now)
{
    const auto taken = rows<QString>(
        database, "SELECT id FROM draft WHERE instance_id = ?1 AND state = 'taken'", [](const db::Statement& row) { return row.text(0); },
        instanceId);
    if (!taken)
        return taken.error();
    for (const QString& id : *taken) {
        if (auto settled = forget(database, id, "kept", now); !settled)
            return settled;
    }
    return ok();
}

} // namespace rapport::hub
