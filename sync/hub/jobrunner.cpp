// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/jobrunner.h"

#include "sync/hub/blobs.h"
#include "sync/hub/query.h"
#include "sync/hub/sqlite/hubfile.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.jobs")

using namespace std::chrono_literals;

connectors::Job::Kind kindOf(const QString& word)
{
    return word == QLatin1String("record")    ? connectors::Job::Kind::Record
           : word == QLatin1String("message") ? connectors::Job::Kind::Message
                                              : connectors::Job::Kind::Entity;
}

/// What a connector may ask for, read from the hub's tables as they are now.
class Context : public connectors::JobContext
{
public:
    Context(db::Database& database, Blobs blobs, const connectors::Job& job) : m_database(database), m_blobs(std::move(blobs)), m_job(job)
    {
        auto found = rows<QStringList>(
            m_database, "SELECT author, received_at, form_id FROM submission WHERE instance_id = ?1",
            [](const db::Statement& row) {
                return QStringList{row.text(0), row.text(1), row.text(2)};
            },
            job.submission);
        if (found && !found->empty())
            m_submission = found->front();
    }

    Result<connectors::Entity> entity(const QString& list, const QString& id) const override
    {
        auto found = readEntity(m_database, list, id);
        if (!found)
            return found.error();
        if (!*found)
            return Error{Error::Kind::NotFound, QStringLiteral("entity %1 of %2 is not here").arg(id, list)};
        return **found;
    }
    QJsonObject answers() const override
    {
        auto xml = rows<QByteArray>(
            m_database, "SELECT r.xml FROM submission s JOIN record r ON r.id = s.record WHERE instance_id = ?1",
            [](const db::Statement& row) { return row.blob(0); }, m_job.submission);
        return xml && !xml->empty() ? answersOf(xml->front()) : QJsonObject();
    }
    Result<std::unique_ptr<QIODevice>> attachment(const QString& name) const override
    {
        auto sha256 = rows<QString>(
            m_database, "SELECT iif(arrived, sha256, '') FROM submission_file WHERE instance_id = ?1 AND name = ?2",
            [](const db::Statement& row) { return row.text(0); }, m_job.submission, name);
        if (!sha256)
            return sha256.error();
        if (!sha256->empty() && sha256->front().isEmpty())
            m_awaited = name;
        return m_blobs.open(sha256->empty() ? QString() : sha256->front());
    }
    /// A file that was asked for and has been announced, but is not here.
    QString awaited() const { return m_awaited; }
    std::optional<QString> remoteRef(const QString& list, const QString& id) const override
    {
        auto found = rows<QString>(
            m_database, "SELECT ref FROM remote_ref WHERE target = ?1 AND list = ?2 AND entity_id = ?3",
            [](const db::Statement& row) { return row.text(0); }, m_job.target, list, id);
        return found && !found->empty() ? std::optional<QString>(found->front()) : std::nullopt;
    }
    QString author() const override { return m_submission.value(0); }
    QDateTime finishedAt() const override { return timeOf(m_submission.value(1)); }
    QString formId() const override { return m_submission.value(2); }

private:
    db::Database& m_database;
    Blobs m_blobs;
    const connectors::Job& m_job;
    QStringList m_submission;
    mutable QString m_awaited;
};

} // namespace

JobRunner::JobRunner(Target target, std::unique_ptr<connectors::Connector> connector, Writer& writer, Surroundings surroundings)
    : m_target(std::move(target)), m_connector(std::move(connector)), m_writer(writer), m_surroundings(std::move(surroundings))
{
}

void JobRunner::run(ConnectorCalls& calls)
{
    auto database = openDatabase(m_surroundings.dataDir, m_surroundings.databaseKey);
    if (!database || !afterCrash()) {
        qCWarning(log) << "target" << m_target.id << "cannot be served: the hub's database does not open";
        return;
    }
    while (!calls.isStopping()) {
        const auto due = nextDue(*database);
        const Attempt outcome = due && *due ? attempt(*database, **due, calls) : Attempt::Stuck;
        if (outcome == Attempt::LeftBehind)
            return;
        // A second passes between looks: `rapportctl hub jobs retry` is another process and cannot wake us.
        if (outcome == Attempt::Stuck && !calls.pause(1s))
            return;
    }
}

/// What was under way when a hub was killed may have been carried out.
Status JobRunner::afterCrash()
{
    const QString notBefore = timeText(m_surroundings.clock().addSecs(m_target.maximumRequestTime.count()));
    return m_writer.write([this, notBefore](db::Database& database) {
        return hub::run(database,
                        "UPDATE job SET attempting = 0, outcome_unknown = 1, unknown_until = ?2, next_at = ?2 WHERE target = ?1 AND attempting = 1",
                        m_target.id, notBefore);
    });
}

Result<std::optional<JobRunner::DueJob>> JobRunner::nextDue(db::Database& database) const
{
    auto found = rows<DueJob>(
        database,
        "SELECT id, instance_id, kind, list, entity_id, outcome_unknown OR attempting, attempts, "
        "(SELECT first_id FROM submission s WHERE s.instance_id = j.instance_id) FROM job j WHERE target = ?1 AND state = 'waiting' "
        "AND next_at <= "
        "?2 "
        "AND NOT EXISTS(SELECT 1 FROM job_after a JOIN job b ON b.id = a.after_id WHERE a.job_id = j.id AND b.state <> 'confirmed') "
        "AND NOT EXISTS(SELECT 1 FROM submission_file f WHERE f.instance_id = j.instance_id AND f.name = j.awaits AND f.arrived = 0) "
        "ORDER BY created_at, next_at LIMIT 1",
        [this](const db::Statement& row) {
            DueJob due;
            due.job = {row.text(0), row.text(1), m_target.id, kindOf(row.text(2)), row.text(3),
                       row.text(4), {},          row.text(0), row.integer(5) != 0, row.text(7)};
            due.attempts = static_cast<int>(row.integer(6));
            return due;
        },
        m_target.id, timeText(m_surroundings.clock()));
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<DueJob>(found->front());
}

JobRunner::Attempt JobRunner::attempt(db::Database& database, const DueJob& due, ConnectorCalls& calls)
{
    const auto marked = m_writer.write([&](db::Database& writing) {
        return hub::run(writing, "UPDATE job SET attempting = 1, awaits = '', attempts = attempts + 1 WHERE id = ?1 AND state = 'waiting'",
                        due.job.id);
    });
    if (!marked)
        return Attempt::Stuck;
    const Context context(database, Blobs(m_surroundings.dataDir, m_surroundings.databaseKey), due.job);
    const auto result = calls.call([&] { return m_connector->push(due.job, context); });
    if (!result)
        return Attempt::LeftBehind;
    const auto* error = std::get_if<connectors::PushError>(&*result);
    const bool waits = error && !error->outcomeUnknown && !context.awaited().isEmpty();
    const auto recorded = waits ? await(due, context.awaited()) : record(due, *result);
    if (!recorded)
        qCWarning(log) << "job" << due.job.id << "could not be recorded:" << recorded.error().detail;
    return recorded ? Attempt::Went : Attempt::Stuck;
}

/// Not the target's fault, and no attempt: it goes on when the file is here.
Status JobRunner::await(const DueJob& due, const QString& file)
{
    qCInfo(log) << "job" << due.job.id << "waits for a file of its record";
    return m_writer.write([&](db::Database& database) -> Status {
        if (auto kept = hub::run(database, "UPDATE job SET attempting = 0, attempts = attempts - 1, awaits = ?2, sentence = ?3 WHERE id = ?1",
                                 due.job.id, file, QStringLiteral("A file of this conversation is still on its way."));
            !kept)
            return kept;
        return foldReceipt(database, due.job.submission, m_target.id, m_target.title, m_surroundings.clock());
    });
}

Status JobRunner::record(const DueJob& due, const connectors::PushResult& result)
{
    const QDateTime now = m_surroundings.clock();
    if (const auto* reference = std::get_if<connectors::RemoteRef>(&result)) {
        return m_writer.write([&](db::Database& database) -> Status {
            if (auto done =
                    hub::run(database,
                             "UPDATE job SET state = 'confirmed', attempting = 0, outcome_unknown = 0, reference = ?2, sentence = '', error = '' "
                             "WHERE id = ?1",
                             due.job.id, reference->number);
                !done)
                return done;
            if (!due.job.entityId.isEmpty()) {
                if (auto kept = hub::run(database,
                                         "INSERT INTO remote_ref(target, list, entity_id, ref, pushed_at) VALUES(?1,?2,?3,?4,?5) "
                                         "ON CONFLICT(target, list, entity_id) DO UPDATE SET ref = ?4, pushed_at = ?5",
                                         m_target.id, due.job.list, due.job.entityId, reference->id, timeText(now));
                    !kept)
                    return kept;
            }
            return foldReceipt(database, due.job.submission, m_target.id, m_target.title, now);
        });
    }
    const auto& error = std::get<connectors::PushError>(result);
    const bool retries = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Full || error.outcomeUnknown;
    QDateTime next = nextTry(now, due.attempts + 1);
    QString unknownUntil;
    if (error.outcomeUnknown) {
        const QDateTime settled = now.addSecs(m_target.maximumRequestTime.count());
        unknownUntil = timeText(settled);
        next = qMax(next, settled);
    }
    qCInfo(log) << "job" << due.job.id << "attempt" << due.attempts + 1 << (retries ? "will be tried again" : "needs somebody")
                << (error.outcomeUnknown ? "outcome unknown" : "");
    return m_writer.write([&](db::Database& database) -> Status {
        if (auto kept =
                hub::run(database,
                         "UPDATE job SET state = ?2, attempting = 0, outcome_unknown = max(outcome_unknown, ?3), next_at = ?4, sentence = ?5, "
                         "error = ?6, unknown_until = ?7 WHERE id = ?1",
                         due.job.id, retries ? QStringLiteral("waiting") : QStringLiteral("needs_you"), error.outcomeUnknown, timeText(next),
                         error.sentence, error.detail, unknownUntil);
            !kept)
            return kept;
        return foldReceipt(database, due.job.submission, m_target.id, m_target.title, now);
    });
}

QDateTime nextTry(const QDateTime& now, int attempts)
{
    const double seconds = qMin(std::pow(2.0, qMin(attempts, 20)), 900.0) * (0.8 + 0.4 * QRandomGenerator::global()->generateDouble());
    return now.addMSecs(static_cast<qint64>(seconds * 1000));
}

} // namespace rapport::hub
