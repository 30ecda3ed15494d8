// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <optional>
#include <vector>

namespace rapport::hub
{

enum class JobState {
    Waiting,   ///< for its turn, or for its outcome
    Confirmed, ///< the target has it
    NeedsYou   ///< the target has refused it: it waits for a person
};
QString word(JobState state); ///< "waiting", "confirmed", "needs_you"
JobState jobState(const QString& word);
QString word(connectors::Job::Kind kind); ///< "entity", "record", "message"
connectors::Job::Kind jobKind(const QString& word);

/// A job and how far it has come.
struct JobRecord {
    connectors::Job job; ///< without what it follows
    JobState state = JobState::Waiting;
    int attempts = 0;
    QDateTime next;    ///< not before then
    QString reference; ///< what people call the object at the target, once it is confirmed
    QString sentence;  ///< why it waits, for a person
    QString error;     ///< the same for an engineer
};

/// How an attempt failed, and what comes then.
struct JobFailure {
    JobState then = JobState::Waiting; ///< or NeedsYou
    QDateTime next;
    QDateTime unknownUntil; ///< the target may have done it, and may be at it until then; invalid: it has surely not been done
    QString sentence, error;
};

struct OpenJobs {
    QString target;
    JobState state = JobState::Waiting;
    qint64 count = 0;
};

/// The jobs of all targets. Calls that change something belong into a unit of work (repositories.h).
class Jobs
{
public:
    virtual ~Jobs() = default;

    /// A new job, due at @p now, which follows those that job.after names. Idempotent by its id: the one that is here stays as it is, whatever has
    /// become of it.
    virtual Status enqueue(const connectors::Job& job, const QDateTime& now) = 0;
    /// @p job is not due before @p after is confirmed. Idempotent; no job follows itself.
    virtual Status letFollow(const QString& job, const QString& after) = 0;

    virtual Result<std::optional<JobRecord>> find(const QString& id) const = 0;
    virtual Result<std::vector<JobRecord>> all() const = 0; ///< the oldest first
    /// Those of one record at one target, in the order in which they were made.
    virtual Result<std::vector<JobRecord>> ofRecord(const QString& instanceId, const QString& target) const = 0;
    /// Ids of those that carry this entity to the target and wait.
    virtual Result<std::vector<QString>> waitingFor(const QString& target, const QString& list, const QString& entityId) const = 0;
    virtual Result<std::vector<OpenJobs>> open() const = 0; ///< how many are not confirmed

    /// The oldest job that waits, is due, follows only confirmed ones, does not lack a file it has asked for, and that nobody is at. A claim that has
    /// run out counts as an attempt with unknown outcome. It is a look that promises nothing: who else looks may see the same one.
    virtual Result<std::optional<JobRecord>> nextDue(const QString& target, const QDateTime& now) const = 0;
    /// Takes a job for one attempt: until it has ended, or until @p until, nobody else gets it. Of all who claim it, on whatever connections, one
    /// hears true; false: somebody else has it, or it is not due any more. The request may leave when the unit of work is committed, and not before:
    /// where whoever holds it dies, the claim runs out, and the outcome is unknown until a later attempt is confirmed.
    virtual Result<bool> claim(const QString& id, const QDateTime& now, const QDateTime& until) = 0;
    /// For who alone serves a target, before the first look: whoever was at its jobs has died. They are due at @p notBefore, with unknown outcome.
    virtual Status releaseClaims(const QString& target, const QDateTime& notBefore) = 0;

    /// The target has it; what that calls the entity is kept with it.
    virtual Status confirm(const connectors::Job& job, const connectors::RemoteRef& reference, const QDateTime& now) = 0;
    /// An unknown outcome stays unknown, also where the failure is a clear one.
    virtual Status fail(const QString& id, const JobFailure& failure) = 0;
    /// It lacked a file of its record, and is due again when that is here. This was no attempt.
    virtual Status awaitFile(const QString& id, const QString& name, const QString& sentence) = 0;
    /// A person wants it tried again: at @p now, or when an unknown outcome is settled. False: it is confirmed, somebody is at it, or there is none.
    virtual Result<bool> retry(const QString& id, const QDateTime& now) = 0;

    /// What the target calls this entity; nothing: it does not know it.
    virtual Result<std::optional<QString>> remoteRef(const QString& target, const QString& list, const QString& entityId) const = 0;
    /// Whether an attempt under way, or one of unknown outcome, may be making an object there that has no reference here yet.
    virtual Result<bool> mayBeMaking(const QString& target) const = 0;
    /// Whether what the target said of an entity at @p askedAt may be older than what is here: a job for it is open, or was confirmed since.
    virtual Result<bool> isAhead(const QString& target, const QString& list, const QString& entityId, const QDateTime& askedAt) const = 0;
    /// Open jobs for an entity that turned out to be another one carry that one from now on.
    virtual Status moveToEntity(const QString& list, const QString& from, const QString& to) = 0;
};

} // namespace rapport::hub
