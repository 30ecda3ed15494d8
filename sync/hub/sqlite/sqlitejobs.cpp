// SPDX-License-Identifier: Apache-2.0
// While a job is claimed, `attempting` is 1 and `unknown_until` says when the claim runs out; otherwise that is when an unknown outcome is settled.
#include "sync/hub/sqlite/sqlitejobs.h"

#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

QByteArray selectJobs(const char* which)
{
    return QByteArray("SELECT id, instance_id, target, kind, list, entity_id, outcome_unknown, state, attempts, next_at, reference, sentence, error, "
                      "attempting, (SELECT first_id FROM submission s WHERE s.instance_id = j.instance_id) FROM job j ") +
           which;
}

JobRecord readJob(const db::Statement& row)
{
    return {{row.text(0),
             row.text(1),
             row.text(2),
             jobKind(row.text(3)),
             row.text(4),
             row.text(5),
             {},
             row.text(0),
             row.integer(6) != 0,
             row.text(14),
             static_cast<int>(row.integer(8))},
            jobState(row.text(7)),
            static_cast<int>(row.integer(8)),
            timeOf(row.text(9)),
            row.text(10),
            row.text(11),
            row.text(12)};
}

JobRecord readDueJob(const db::Statement& row)
{
    JobRecord due = readJob(row);
    due.job.outcomeUnknown = due.job.outcomeUnknown || row.integer(13) != 0;
    return due;
}

} // namespace

Status SqliteJobs::enqueue(const connectors::Job& job, const QDateTime& now)
{
    if (auto inserted = run(m_database,
                            "INSERT OR IGNORE INTO job(id, instance_id, target, kind, list, entity_id, state, created_at, next_at) "
                            "VALUES(?1,?2,?3,?4,?5,?6,'waiting',?7,?7)",
                            job.id, job.submission, job.target, word(job.kind), job.list, job.entityId, timeText(now));
        !inserted)
        return inserted;
    for (const QString& other : job.after) {
        if (auto ordered = letFollow(job.id, other); !ordered)
            return ordered;
    }
    return ok();
}

Status SqliteJobs::letFollow(const QString& job, const QString& after)
{
    return job == after ? ok() : run(m_database, "INSERT OR IGNORE INTO job_after(job_id, after_id) VALUES(?1, ?2)", job, after);
}

Result<std::optional<JobRecord>> SqliteJobs::find(const QString& id) const
{
    static const QByteArray query = selectJobs("WHERE id = ?1");
    return first(rows<JobRecord>(m_database, query.constData(), readJob, id));
}

Result<std::vector<JobRecord>> SqliteJobs::all() const
{
    static const QByteArray query = selectJobs("ORDER BY created_at, id");
    return rows<JobRecord>(m_database, query.constData(), readJob);
}

Result<std::vector<JobRecord>> SqliteJobs::ofRecord(const QString& instanceId, const QString& target) const
{
    static const QByteArray query = selectJobs("WHERE instance_id = ?1 AND target = ?2 ORDER BY rowid");
    return rows<JobRecord>(m_database, query.constData(), readJob, instanceId, target);
}

Result<std::vector<QString>> SqliteJobs::waitingFor(const QString& target, const QString& list, const QString& entityId) const
{
    return rows<QString>(m_database, "SELECT id FROM job WHERE target = ?1 AND list = ?2 AND entity_id = ?3 AND state = 'waiting'", textOf, target,
                         list, entityId);
}

Result<std::vector<OpenJobs>> SqliteJobs::open() const
{
    return rows<OpenJobs>(m_database, "SELECT target, state, count(*) FROM job WHERE state <> 'confirmed' GROUP BY target, state",
                          [](const db::Statement& row) {
                              return OpenJobs{row.text(0), jobState(row.text(1)), row.integer(2)};
                          });
}

Result<std::optional<JobRecord>> SqliteJobs::nextDue(const QString& target, const QDateTime& now) const
{
    static const QByteArray query =
        selectJobs("WHERE target = ?1 AND state = 'waiting' AND next_at <= ?2 AND (attempting = 0 OR unknown_until <= ?2) "
                   "AND NOT EXISTS(SELECT 1 FROM job_after a JOIN job b ON b.id = a.after_id WHERE a.job_id = j.id AND b.state <> 'confirmed') "
                   "AND NOT EXISTS(SELECT 1 FROM submission_file f WHERE f.instance_id = j.instance_id AND f.name = j.awaits AND f.arrived = 0) "
                   "ORDER BY created_at, next_at LIMIT 1");
    return first(rows<JobRecord>(m_database, query.constData(), readDueJob, target, timeText(now)));
}

Result<bool> SqliteJobs::claim(const QString& id, const QDateTime& now, const QDateTime& until)
{
    auto claimed = run(m_database,
                       "UPDATE job SET outcome_unknown = max(outcome_unknown, attempting), attempting = 1, unknown_until = ?3, awaits = '', "
                       "attempts = attempts + 1 WHERE id = ?1 AND state = 'waiting' AND next_at <= ?2 AND (attempting = 0 OR unknown_until <= ?2)",
                       id, timeText(now), timeText(until));
    return claimed ? Result<bool>(m_database.changes() > 0) : claimed.error();
}

Status SqliteJobs::releaseClaims(const QString& target, const QDateTime& notBefore)
{
    return run(m_database,
               "UPDATE job SET attempting = 0, outcome_unknown = 1, unknown_until = ?2, next_at = ?2 WHERE target = ?1 AND attempting = 1", target,
               timeText(notBefore));
}

Status SqliteJobs::confirm(const connectors::Job& job, const connectors::RemoteRef& reference, const QDateTime& now)
{
    if (auto done = run(m_database,
                        "UPDATE job SET state = 'confirmed', attempting = 0, outcome_unknown = 0, unknown_until = '', reference = ?2, sentence = '', "
                        "error = '' WHERE id = ?1",
                        job.id, reference.number);
        !done || job.entityId.isEmpty())
        return done;
    return run(m_database,
               "INSERT INTO remote_ref(target, list, entity_id, ref, pushed_at) VALUES(?1,?2,?3,?4,?5) "
               "ON CONFLICT(target, list, entity_id) DO UPDATE SET ref = ?4, pushed_at = ?5",
               job.target, job.list, job.entityId, reference.id, timeText(now));
}

Status SqliteJobs::fail(const QString& id, const JobFailure& failure)
{
    const bool unknown = failure.unknownUntil.isValid();
    return run(m_database,
               "UPDATE job SET state = ?2, attempting = 0, outcome_unknown = max(outcome_unknown, ?3), next_at = ?4, sentence = ?5, error = ?6, "
               "unknown_until = ?7 WHERE id = ?1",
               id, word(failure.then), unknown, timeText(failure.next), failure.sentence, failure.error,
               unknown ? timeText(failure.unknownUntil) : QString());
}

Status SqliteJobs::awaitFile(const QString& id, const QString& name, const QString& sentence)
{
    return run(m_database, "UPDATE job SET attempting = 0, attempts = attempts - 1, unknown_until = '', awaits = ?2, sentence = ?3 WHERE id = ?1", id,
               name, sentence);
}

Result<bool> SqliteJobs::retry(const QString& id, const QDateTime& now)
{
    auto woken = run(m_database,
                     "UPDATE job SET state = 'waiting', sentence = '', next_at = max(?2, unknown_until) WHERE id = ?1 AND state <> 'confirmed' AND "
                     "attempting = 0",
                     id, timeText(now));
    return woken ? Result<bool>(m_database.changes() > 0) : woken.error();
}

Result<std::optional<QString>> SqliteJobs::remoteRef(const QString& target, const QString& list, const QString& entityId) const
{
    return first(
        rows<QString>(m_database, "SELECT ref FROM remote_ref WHERE target = ?1 AND list = ?2 AND entity_id = ?3", textOf, target, list, entityId));
}

Result<bool> SqliteJobs::mayBeMaking(const QString& target) const
{
    return isTrue(rows<bool>(m_database,
                             "SELECT EXISTS(SELECT 1 FROM job j WHERE target = ?1 AND state = 'waiting' AND kind = 'entity' "
                             "AND (attempting = 1 OR outcome_unknown = 1) AND NOT EXISTS(SELECT 1 FROM remote_ref r "
                             "WHERE r.target = j.target AND r.list = j.list AND r.entity_id = j.entity_id))",
                             truthOf, target));
}

Result<bool> SqliteJobs::isAhead(const QString& target, const QString& list, const QString& entityId, const QDateTime& askedAt) const
{
    return isTrue(rows<bool>(m_database,
                             "SELECT EXISTS(SELECT 1 FROM job WHERE target = ?1 AND list = ?2 AND entity_id = ?3 AND state <> 'confirmed') "
                             "OR EXISTS(SELECT 1 FROM remote_ref WHERE target = ?1 AND list = ?2 AND entity_id = ?3 AND pushed_at >= ?4)",
                             truthOf, target, list, entityId, timeText(askedAt)));
}

Status SqliteJobs::moveToEntity(const QString& list, const QString& from, const QString& to)
{
    return run(m_database, "UPDATE job SET entity_id = ?3 WHERE list = ?1 AND entity_id = ?2 AND state <> 'confirmed'", list, from, to);
}

} // namespace rapport::hub
