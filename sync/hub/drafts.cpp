// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/drafts.h"

#include "sync/hub/entities.h"
#include "sync/hub/sqlite/sqliterepositories.h"

#include <QCryptographicHash>

namespace rapport::hub
{

namespace
{

using State = wire::HandOver::State;

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

} // namespace

Result<DraftOutcome> keepDraft(db::Database& database, const IncomingDraft& incoming, const Caller& caller, const QDateTime& now)
{
    SqliteRepositories here(database);
    const wire::HandOver& handOver = incoming.handOver;
    const auto known = here.drafts().find(handOver.id);
    if (!known)
        return known.error();
    if (*known) { // an answer was lost, or it was taken back before it came
        const auto hash = QCryptographicHash::hash(incoming.record, QCryptographicHash::Sha256);
        const bool same = (*known)->state != State::Withdrawn && (*known)->fromDevice == caller.deviceId && (*known)->hash == hash;
        return same ? DraftOutcome::Done : DraftOutcome::Conflict;
    }
    const auto person = here.users().find(handOver.to);
    const auto delivered = here.submissions().find(handOver.instanceId);
    const auto elsewhere = here.drafts().isUnderWay(handOver.instanceId);
    if (!person || !delivered || !elsewhere)
        return !person ? person.error() : !delivered ? delivered.error() : elsewhere.error();
    if (!*person || caller.user.isEmpty() || handOver.to == caller.user)
        return DraftOutcome::Unknown;
    if (*delivered || *elsewhere)
        return DraftOutcome::Conflict;
    if (auto moved = moveJob(database, handOver.jobId, caller.user, handOver.to, caller.user, now); !moved)
        return moved.error();
    wire::HandOver given = handOver;
    given.from = caller.user;
    const auto written = here.drafts().offer(given, caller.deviceId, incoming.record, now);
    return written ? Result<DraftOutcome>(DraftOutcome::Done) : written.error();
}

Result<std::vector<wire::HandOver>> draftsFor(const Repositories& known, const Caller& caller)
{
    return known.drafts().concerning(caller.deviceId, caller.user);
}

Result<DraftOutcome> takeDraft(Repositories& repositories, const QString& id, const Caller& caller, const QDateTime& now)
{
    const auto draft = repositories.drafts().find(id);
    if (!draft)
        return draft.error();
    const bool forUs = *draft && !caller.user.isEmpty() && (*draft)->toUser == caller.user;
    if (forUs && (*draft)->state == State::Offered) {
        const auto taken = repositories.drafts().take(id, caller.deviceId, now);
        return taken ? Result<DraftOutcome>(DraftOutcome::Done) : taken.error();
    }
    if (*draft && (*draft)->state == State::Taken && (*draft)->takenBy == caller.deviceId)
        return DraftOutcome::Done;
    return forUs ? DraftOutcome::Conflict : DraftOutcome::NotFound;
}

Result<std::optional<QByteArray>> draftRecord(const Repositories& known, const QString& id, const Caller& caller)
{
    return known.drafts().record(id, caller.deviceId);
}

Result<DraftOutcome> settleDraft(db::Database& database, const QString& id, const Caller& caller, const QDateTime& now)
{
    SqliteRepositories here(database);
    const auto draft = here.drafts().find(id);
    if (!draft)
        return draft.error();
    Status settled = ok();
    if (!*draft) { // it may still be on its way to us
        settled = here.drafts().withdrawUnseen(id, caller.deviceId, now);
    } else if ((*draft)->takenBy == caller.deviceId) {
        settled = here.drafts().end(id, State::Kept, now);
    } else if ((*draft)->fromDevice != caller.deviceId) {
        return DraftOutcome::NotFound;
    } else if ((*draft)->state == State::Offered) {
        settled = moveJob(database, (*draft)->jobId, (*draft)->toUser, (*draft)->fromUser, (*draft)->fromUser, now);
        if (settled)
            settled = here.drafts().end(id, State::Withdrawn, now);
    } else if ((*draft)->state != State::Withdrawn) {
        return DraftOutcome::Conflict;
    }
    return settled ? Result<DraftOutcome>(DraftOutcome::Done) : settled.error();
}

Status settleDraftsOf(Repositories& repositories, const QString& instanceId, const QDateTime& now)
{
    const auto taken = repositories.drafts().takenOf(instanceId);
    if (!taken)
        return taken.error();
    for (const QString& id : *taken) {
        if (auto settled = repositories.drafts().end(id, State::Kept, now); !settled)
            return settled;
    }
    return ok();
}

} // namespace rapport::hub
