// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/jobrunner.h"

#include "sync/hub/blobs.h"
#include "sync/hub/hubdata.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.jobs")

using namespace std::chrono_literals;

constexpr std::chrono::seconds longestWish = 24h; ///< of a target that asks to be left alone

/// What a connector may ask for, as the hub knows it now.
class Context : public connectors::JobContext
{
public:
    Context(const Repositories& known, Blobs blobs, const connectors::Job& job) : m_known(known), m_blobs(std::move(blobs)), m_job(job)
    {
        if (const auto found = m_known.submissions().find(job.submission); found && *found)
            m_submission = **found;
    }

    Result<connectors::Entity> entity(const QString& list, const QString& id) const override
    {
        auto found = m_known.entities().find(list, id);
        if (!found)
            return found.error();
        if (!*found)
            return Error{Error::Kind::NotFound, QStringLiteral("entity %1 of %2 is not here").arg(id, list)};
        return **found;
    }
    QJsonObject answers() const override
    {
        const auto xml = m_known.submissions().xml(m_job.submission);
        return xml && *xml ? answersOf(**xml) : QJsonObject();
    }
    std::vector<connectors::AttachedFile> attachments() const override
    {
        std::vector<connectors::AttachedFile> attached;
        const auto files = m_known.submissions().files(m_job.submission);
        for (const SubmissionFile& one : files.value_or(std::vector<SubmissionFile>{}))
            attached.push_back({one.name, one.sha256});
        return attached;
    }
    Result<std::unique_ptr<QIODevice>> attachment(const QString& name) const override
    {
        const auto files = m_known.submissions().files(m_job.submission);
        if (!files)
            return files.error();
        const auto file = std::find_if(files->begin(), files->end(), [&](const SubmissionFile& one) { return one.name == name; });
        const bool arrived = file != files->end() && file->arrived;
        if (file != files->end() && !arrived)
            m_awaited = name;
        return m_blobs.open(arrived ? file->sha256 : QString());
    }
    /// A file that was asked for and has been announced, but is not here.
    QString awaited() const { return m_awaited; }
    std::optional<QString> remoteRef(const QString& list, const QString& id) const override
    {
        return m_known.jobs().remoteRef(m_job.target, list, id).value_or(std::nullopt);
    }
    QString author() const override { return m_submission.author; }
    QDateTime finishedAt() const override { return m_submission.receivedAt; }
    QString formId() const override { return m_submission.formId; }

private:
    const Repositories& m_known;
    Blobs m_blobs;
    const connectors::Job& m_job;
    SubmissionRecord m_submission;
    mutable QString m_awaited;
};

} // namespace

JobRunner::JobRunner(Target target, std::unique_ptr<connectors::Connector> connector, HubDatabase& database, Surroundings surroundings)
    : m_target(std::move(target)), m_connector(std::move(connector)), m_database(database), m_surroundings(std::move(surroundings))
{
}

void JobRunner::run(ConnectorCalls& calls)
{
    const auto known = m_database.reading();
    if (!known || !afterCrash()) {
        qCWarning(log) << "target" << m_target.id << "cannot be served: the hub's database does not open";
        return;
    }
    while (!calls.isStopping()) {
        const auto due = (*known)->jobs().nextDue(m_target.id, m_surroundings.clock());
        const Attempt outcome = due && *due ? attempt(**known, **due, calls) : Attempt::Stuck;
        if (outcome == Attempt::LeftBehind)
            return;
        // A second passes between looks: `rapportctl hub jobs retry` is another process and cannot wake us.
        if (outcome == Attempt::Stuck && !calls.pause(1s))
            return;
    }
}

/// What was under way when a hub was killed may have been carried out. Nobody else serves this target: the folder is locked.
Status JobRunner::afterCrash()
{
    const QDateTime notBefore = m_surroundings.clock().addSecs(m_target.maximumRequestTime.count());
    return m_database.write([&](Repositories& writing) { return writing.jobs().releaseClaims(m_target.id, notBefore); });
}

Result<bool> JobRunner::claim(const JobRecord& due)
{
    const QDateTime now = m_surroundings.clock();
    bool ours = false;
    const auto written = m_database.write([&](Repositories& writing) -> Status {
        const auto claimed = writing.jobs().claim(due.job.id, now, now.addSecs(m_target.maximumRequestTime.count()));
        ours = claimed && *claimed;
        return claimed ? ok() : Status(claimed.error());
    });
    return written ? Result<bool>(ours) : written.error();
}

JobRunner::Attempt JobRunner::attempt(const Repositories& known, const JobRecord& due, ConnectorCalls& calls)
{
    const auto claimed = claim(due);
    if (!claimed || !*claimed)
        return claimed ? Attempt::Went : Attempt::Stuck;
    const Context context(known, Blobs(m_surroundings.dataDir, m_surroundings.databaseKey), due.job);
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

Status JobRunner::settle(const JobRecord& due, const std::function<Status(Jobs&)>& outcome)
{
    return m_database.write([&](Repositories& writing) -> Status {
        if (auto written = outcome(writing.jobs()); !written)
            return written;
        return foldReceipt(writing, due.job.submission, m_target.id, m_target.title, m_surroundings.clock());
    });
}

/// Not the target's fault, and no attempt: it goes on when the file is here.
Status JobRunner::await(const JobRecord& due, const QString& file)
{
    qCInfo(log) << "job" << due.job.id << "waits for a file of its record";
    return settle(due,
                  [&](Jobs& jobs) { return jobs.awaitFile(due.job.id, file, QStringLiteral("A file of this conversation is still on its way.")); });
}

Status JobRunner::record(const JobRecord& due, const connectors::PushResult& result)
{
    const QDateTime now = m_surroundings.clock();
    if (const auto* reference = std::get_if<connectors::RemoteRef>(&result))
        return settle(due, [&](Jobs& jobs) { return jobs.confirm(due.job, *reference, now); });
    const auto& error = std::get<connectors::PushError>(result);
    const bool retries = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Full || error.outcomeUnknown;
    JobFailure failure{retries ? JobState::Waiting : JobState::NeedsYou,
                       qMax(nextTry(now, due.attempts + 1), now.addSecs(qMin(error.notBefore, longestWish).count())),
                       {},
                       error.sentence,
                       error.detail};
    if (error.outcomeUnknown) {
        failure.unknownUntil = now.addSecs(m_target.maximumRequestTime.count());
        failure.next = qMax(failure.next, failure.unknownUntil);
    }
    qCInfo(log) << "job" << due.job.id << "attempt" << due.attempts + 1 << (retries ? "will be tried again" : "needs somebody")
                << (error.outcomeUnknown ? "outcome unknown" : "");
    return settle(due, [&](Jobs& jobs) { return jobs.fail(due.job.id, failure); });
}

QDateTime nextTry(const QDateTime& now, int attempts)
{
    const double seconds = qMin(std::pow(2.0, qMin(attempts, 20)), 900.0) * (0.8 + 0.4 * QRandomGenerator::global()->generateDouble());
    return now.addMSecs(static_cast<qint64>(seconds * 1000));
}

} // namespace rapport::hub
