// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/recordjobs.h"

#include <QUuid>

#include <algorithm>

namespace rapport::hub
{

namespace
{

using connectors::Job;

const QUuid jobNamespace(QStringLiteral("6b1d2c4e-6a57-5d0b-9a7c-1f0f6f1f7e11"));

/// Firms before people before everything that names them.
int rankOf(const QString& list)
{
    return list == QLatin1String("organisations") ? 0 : list == QLatin1String("contacts") ? 1 : 2;
}

/// The same job has the same id, and so the same key at its target, however often it is derived.
Job jobFor(const IncomingSubmission& incoming, const Target& target, Job::Kind kind, const QString& list, const QString& entityId)
{
    const QString& instance = incoming.head.instanceId;
    const QString id =
        QUuid::createUuidV5(jobNamespace, QStringList{instance, target.id, list, entityId}.join(QLatin1Char('\n'))).toString(QUuid::WithoutBraces);
    Job job;
    job.id = job.key = id;
    job.submission = instance;
    job.target = target.id;
    job.kind = kind;
    job.list = list;
    job.entityId = entityId;
    return job;
}

/// Jobs of other submissions for the same entity, or for one that this entity names, that are still on their way.
Status followOthers(const Jobs& jobs, Job& job, const QString& list, const QString& entityId)
{
    const auto open = jobs.waitingFor(job.target, list, entityId);
    if (!open)
        return open.error();
    job.after.insert(job.after.end(), open->begin(), open->end());
    return ok();
}

/// A correction comes second everywhere. What its predecessor could not carry over goes again after it: the newest state of an entity is sent, which
/// the person has just put right.
Status followPredecessor(Repositories& repositories, const wire::SubmissionHead& head, const Target& target, const QDateTime& now)
{
    Jobs& jobs = repositories.jobs();
    const auto ours = jobs.ofRecord(head.instanceId, target.id), theirs = jobs.ofRecord(head.deprecatedId, target.id);
    if (!ours || !theirs)
        return ours ? theirs.error() : ours.error();
    for (const JobRecord& mine : *ours) {
        for (const JobRecord& before : *theirs) {
            if (mine.job.kind != before.job.kind || mine.job.list != before.job.list || mine.job.entityId != before.job.entityId)
                continue;
            if (before.job.kind == Job::Kind::Record && before.state == JobState::Waiting) {
                if (auto ordered = jobs.letFollow(mine.job.id, before.job.id); !ordered)
                    return ordered;
            }
            if (before.job.kind == Job::Kind::Entity && before.state == JobState::NeedsYou) {
                const auto ordered = jobs.letFollow(before.job.id, mine.job.id);
                const auto woken = ordered ? jobs.retry(before.job.id, now) : Result<bool>(ordered.error());
                if (!woken)
                    return woken.error();
            }
        }
    }
    return foldReceipt(repositories, head.deprecatedId, target.id, target.title, now);
}

/// The number worth quoting is that of the opportunity, else of the person, else of the firm.
int worthOf(const QString& list)
{
    return list == QLatin1String("opportunities") ? 3 : list == QLatin1String("contacts") ? 2 : 1;
}

} // namespace

Target targetOf(const QJsonObject& configuration, const connectors::Connector& connector)
{
    const QString id = configuration[QLatin1String("id")].toString();
    const auto capabilities = connector.capabilities();
    return {id, configuration[QLatin1String("title")].toString(id), capabilities.pushLists, capabilities.records, capabilities.maximumRequestTime};
}

Status makeJobs(Repositories& repositories, const IncomingSubmission& incoming, const Target& target, const QDateTime& now)
{
    Jobs& jobs = repositories.jobs();
    std::vector<std::pair<int, QString>> made; // rank, id
    for (const forms::EntityAction& action : incoming.actions) {
        if (std::find(target.pushLists.begin(), target.pushLists.end(), action.list) == target.pushLists.end())
            continue;
        Job job = jobFor(incoming, target, Job::Kind::Entity, action.list, action.id);
        // What is on its way already is looked for first: this job is not among it yet.
        if (auto follows = followOthers(jobs, job, action.list, action.id); !follows)
            return follows;
        for (const auto& [property, list] : {std::pair{"organisation_id", "organisations"}, std::pair{"contact_id", "contacts"}}) {
            const auto named = action.properties.find(QLatin1String(property));
            if (named == action.properties.end() || named->second.isEmpty())
                continue;
            if (auto follows = followOthers(jobs, job, QLatin1String(list), named->second); !follows)
                return follows;
        }
        if (auto enqueued = jobs.enqueue(job, now); !enqueued)
            return enqueued;
        made.emplace_back(rankOf(action.list), job.id);
    }
    for (const auto& [rank, id] : made) {
        for (const auto& [otherRank, other] : made) {
            if (otherRank < rank) {
                if (auto ordered = jobs.letFollow(id, other); !ordered)
                    return ordered;
            }
        }
    }
    if (target.records) {
        if (auto enqueued = jobs.enqueue(jobFor(incoming, target, Job::Kind::Record, {}, {}), now); !enqueued)
            return enqueued;
    }
    return incoming.head.deprecatedId.isEmpty() ? ok() : followPredecessor(repositories, incoming.head, target, now);
}

Status foldReceipt(Repositories& repositories, const QString& instanceId, const QString& target, const QString& title, const QDateTime& now)
{
    const auto jobs = repositories.jobs().ofRecord(instanceId, target);
    if (!jobs)
        return jobs.error();
    if (jobs->empty())
        return ok();
    wire::Receipt receipt{instanceId, target, title, wire::Receipt::State::Confirmed, {}, {}, now};
    int best = -1;
    for (const JobRecord& one : *jobs) {
        if (one.state == JobState::NeedsYou) {
            receipt.state = wire::Receipt::State::NeedsYou;
            receipt.sentence = one.sentence;
        } else if (one.state == JobState::Waiting && receipt.state == wire::Receipt::State::Confirmed) {
            receipt.state = wire::Receipt::State::Waiting;
            receipt.sentence = one.sentence;
        }
        if (!one.reference.isEmpty() && worthOf(one.job.list) > best) {
            best = worthOf(one.job.list);
            receipt.reference = one.reference;
        }
    }
    const auto record = repositories.submissions().find(instanceId);
    if (!record)
        return record.error();
    return repositories.receipts().write(receipt, *record ? (*record)->deviceId : QString());
}

} // namespace rapport::hub
