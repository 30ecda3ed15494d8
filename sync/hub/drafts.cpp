// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/drafts.h"

#include "sync/hub/entities.h"

#include <QCryptographicHash>

namespace rapport::hub
{

namespace
{

using State = wire::HandOver::State;

/// Only where the job is with @p from: what the office has decided meanwhile stays.
Status moveJob(Repositories& repositories, const QString& jobId, const QString& from, const QString& to, const QString& author, const QDateTime& now)
{
    const auto job = jobId.isEmpty() ? Result<std::optional<EntityState>>(std::optional<EntityState>())
                                     : repositories.entities().find(QStringLiteral("jobs"), jobId);
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
    const auto changed = changeEntity(repositories, change, now);
    return changed ? ok() : Status(changed.error());
}

} // namespace

Result<DraftOutcome> keepDraft(Repositories& repositories, const IncomingDraft& incoming, const Caller& caller, const QDateTime& now)
{
    const wire::HandOver& handOver = incoming.handOver;
    const auto known = repositories.drafts().find(handOver.id);
    if (!known)
        return known.error();
    if (*known) { // an answer was lost, or it was taken back before it came
        const auto hash = QCryptographicHash::hash(incoming.record, QCryptographicHash::Sha256);
        const bool same = (*known)->state != State::Withdrawn && (*known)->fromDevice == caller.deviceId && (*known)->hash == hash;
        return same ? DraftOutcome::Done : DraftOutcome::Conflict;
    }
    const auto person = repositories.users().find(handOver.to);
    const auto delivered = repositories.submissions().find(handOver.instanceId);
    const auto elsewhere = repositories.drafts().isUnderWay(handOver.instanceId);
    if (!person || !delivered || !elsewhere)
        return !person ? person.error() : !delivered ? delivered.error() : elsewhere.error();
    if (!*person || caller.user.isEmpty() || handOver.to == caller.user)
        return DraftOutcome::Unknown;
    if (*delivered || *elsewhere)
        return DraftOutcome::Conflict;
    if (auto moved = moveJob(repositories, handOver.jobId, caller.user, handOver.to, caller.user, now); !moved)
        return moved.error();
    wire::HandOver given = handOver;
    given.from = caller.user;
    const auto written = repositories.drafts().offer(given, caller.deviceId, incoming.record, now);
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

Result<DraftOutcome> settleDraft(Repositories& repositories, const QString& id, const Caller& caller, const QDateTime& now)
{
    const auto draft = repositories.drafts().find(id);
    if (!draft)
        return draft.error();
    Status settled = ok();
    if (!*draft) { // it may still be on its way to us
        settled = repositories.drafts().withdrawUnseen(id, caller.deviceId, now);
    } else if ((*draft)->takenBy == caller.deviceId) {
        settled = repositories.drafts().end(id, State::Kept, now);
    } else if ((*draft)->fromDevice != caller.deviceId) {
        return DraftOutcome::NotFound;
    } else if ((*draft)->state == State::Offered) {
        settled = moveJob(repositories, (*draft)->jobId, (*draft)->toUser, (*draft)->fromUser, (*draft)->fromUser, now);
        if (settled)
            settled = repositories.drafts().end(id, State::Withdrawn, now);
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
