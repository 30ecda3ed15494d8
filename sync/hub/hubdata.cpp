// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hubdata.h"

#include "forms/xpath/xmltree.h"
#include "sync/hub/consents.h"
#include "sync/hub/drafts.h"
#include "sync/hub/identity.h"
#include "sync/hub/query.h"
#include "sync/hub/sqlite/hubfile.h"
#include "sync/wire/conflict.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace rapport::hub
{

namespace
{

constexpr qsizetype longestQuote = 200; ///< of a value in a sentence
constexpr int pageSize = 1000;
const QUuid jobNamespace(QStringLiteral("6b1d2c4e-6a57-5d0b-9a7c-1f0f6f1f7e11"));

/// Firms before people before everything that names them.
int rankOf(const QString& list)
{
    return list == QLatin1String("organisations") ? 0 : list == QLatin1String("contacts") ? 1 : 2;
}

/// The same job has the same id, and so the same key at its target, however often it is derived.
QString jobId(const QString& instanceId, const QString& target, const QString& list, const QString& entityId)
{
    return QUuid::createUuidV5(jobNamespace, QStringList{instanceId, target, list, entityId}.join(QLatin1Char('\n'))).toString(QUuid::WithoutBraces);
}

Status addAfter(db::Database& database, const QString& job, const QString& after)
{
    return job == after ? ok() : run(database, "INSERT OR IGNORE INTO job_after(job_id, after_id) VALUES(?1, ?2)", job, after);
}

/// Jobs of other submissions for the same entity, or for one that this entity names, that are still on their way.
Status waitForOthers(db::Database& database, const QString& job, const QString& target, const QString& list, const QString& entityId)
{
    auto open = rows<QString>(
        database, "SELECT id FROM job WHERE target = ?1 AND list = ?2 AND entity_id = ?3 AND state = 'waiting' AND id <> ?4",
        [](const db::Statement& row) { return row.text(0); }, target, list, entityId, job);
    if (!open)
        return open.error();
    for (const QString& other : *open) {
        if (auto added = addAfter(database, job, other); !added)
            return added;
    }
    return ok();
}

/// A correction comes second everywhere. What its predecessor could not carry over goes again after it: the newest state of an entity is sent, which
/// the person has just put right.
Status followPredecessor(db::Database& database, const wire::SubmissionHead& head, const Target& target, const QDateTime& now)
{
    if (auto after = run(database,
                         "INSERT OR IGNORE INTO job_after(job_id, after_id) SELECT mine.id, before.id FROM job mine JOIN job before ON "
                         "before.target = mine.target AND before.kind = 'record' AND before.state = 'waiting' "
                         "WHERE mine.instance_id = ?1 AND mine.target = ?3 AND mine.kind = 'record' AND before.instance_id = ?2",
                         head.instanceId, head.deprecatedId, target.id);
        !after)
        return after;
    constexpr const char* stuck = "FROM job mine JOIN job before ON before.target = mine.target AND before.list = mine.list AND "
                                  "before.entity_id = mine.entity_id WHERE mine.instance_id = ?1 AND mine.target = ?3 AND mine.kind = 'entity' AND "
                                  "before.instance_id = ?2 AND before.kind = 'entity' AND before.state = 'needs_you'";
    static const QByteArray order = QByteArray("INSERT OR IGNORE INTO job_after(job_id, after_id) SELECT before.id, mine.id ") + stuck;
    static const QByteArray again =
        QByteArray("UPDATE job SET state = 'waiting', sentence = '', next_at = ?4 WHERE id IN (SELECT before.id ") + stuck + ")";
    if (auto ordered = run(database, order.constData(), head.instanceId, head.deprecatedId, target.id); !ordered)
        return ordered;
    if (auto woken = run(database, again.constData(), head.instanceId, head.deprecatedId, target.id, timeText(now)); !woken)
        return woken;
    return foldReceipt(database, head.deprecatedId, target.id, target.title, now);
}

Status makeJobs(db::Database& database, const IncomingSubmission& incoming, const Target& target, const QDateTime& now)
{
    const QString instance = incoming.head.instanceId, at = timeText(now);
    std::vector<std::pair<int, QString>> made; // rank, id
    const auto insert = [&](const QString& id, const char* kind, const QString& list, const QString& entityId) {
        return run(database,
                   "INSERT OR IGNORE INTO job(id, instance_id, target, kind, list, entity_id, state, created_at, next_at) "
                   "VALUES(?1,?2,?3,?4,?5,?6,'waiting',?7,?7)",
                   id, instance, target.id, QString::fromLatin1(kind), list, entityId, at);
    };
    for (const forms::EntityAction& action : incoming.actions) {
        if (std::find(target.pushLists.begin(), target.pushLists.end(), action.list) == target.pushLists.end())
            continue;
        const QString id = jobId(instance, target.id, action.list, action.id);
        // What is on its way already is looked for first: this job is not among it yet.
        if (auto inserted = insert(id, "entity", action.list, action.id); !inserted)
            return inserted;
        if (auto waits = waitForOthers(database, id, target.id, action.list, action.id); !waits)
            return waits;
        for (const auto& [property, list] : {std::pair{"organisation_id", "organisations"}, std::pair{"contact_id", "contacts"}}) {
            const auto named = action.properties.find(QLatin1String(property));
            if (named == action.properties.end() || named->second.isEmpty())
                continue;
            if (auto waits = waitForOthers(database, id, target.id, QLatin1String(list), named->second); !waits)
                return waits;
        }
        made.emplace_back(rankOf(action.list), id);
    }
    for (const auto& [rank, id] : made) {
        for (const auto& [otherRank, other] : made) {
            if (otherRank < rank) {
                if (auto added = addAfter(database, id, other); !added)
                    return added;
            }
        }
    }
    if (target.records) {
        if (auto inserted = insert(jobId(instance, target.id, {}, {}), "record", {}, {}); !inserted)
            return inserted;
    }
    return incoming.head.deprecatedId.isEmpty() ? ok() : followPredecessor(database, incoming.head, target, now);
}

/// The record that nobody else corrects yet, or whose correction came first: a device sends that only where the record itself was refused.
Result<bool> isSuperseded(db::Database& database, const QString& instanceId)
{
    const auto found = rows<qint64>(
        database, "SELECT EXISTS(SELECT 1 FROM submission WHERE deprecated_id = ?1 AND deprecated_id <> '')",
        [](const db::Statement& row) { return row.integer(0); }, instanceId);
    return found ? Result<bool>(found->front() != 0) : found.error();
}

Status applyChanges(db::Database& database, const IncomingSubmission& incoming, const QDateTime& now)
{
    for (const forms::EntityAction& action : incoming.actions) {
        // In a chain of changes made offline, the first of them was made of what the hub had.
        const auto base = action.trunkVersion.isEmpty() ? action.baseVersion : std::optional(action.trunkVersion.toLongLong());
        const auto changed = changeEntity(database,
                                          {action.list, action.id, action.label, action.properties, base, incoming.head.instanceId,
                                           incoming.head.userId, Change::WhenEqual::NewVersion, incoming.deviceId},
                                          now);
        if (!changed)
            return changed.error();
    }
    return ok();
}

Status writeReceipt(db::Database& database, const wire::Receipt& receipt, const QString& deviceId)
{
    const auto seq = nextSequence(database);
    if (!seq)
        return seq.error();
    return run(database,
               "INSERT INTO receipt(instance_id, target, device_id, title, state, reference, sentence, at, seq) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9) "
               "ON CONFLICT(instance_id, target) DO UPDATE SET title=?4, state=?5, reference=?6, sentence=?7, at=?8, seq=?9 "
               "WHERE (title, state, reference, sentence) <> (?4, ?5, ?6, ?7)",
               receipt.instanceId, receipt.target, deviceId, receipt.title, wire::word(receipt.state), receipt.reference, receipt.sentence,
               timeText(receipt.at), *seq);
}

/// What is here stays; what is only announced gives way. A file that the same device has sent with another record need not come again.
Status fileFiles(db::Database& database, const IncomingSubmission& incoming, Accepted& outcome)
{
    constexpr const char* file =
        "INSERT INTO submission_file(instance_id, name, sha256, size, device_id, arrived) VALUES(?1,?2,?3,?4,?5, ?6 OR EXISTS(SELECT 1 FROM "
        "submission_file f WHERE f.sha256 = ?3 AND f.size = ?4 AND f.device_id = ?5 AND f.arrived = 1)) ON CONFLICT(instance_id, name) DO UPDATE SET "
        "sha256 = excluded.sha256, size = excluded.size, device_id = excluded.device_id, arrived = excluded.arrived WHERE submission_file.arrived = "
        "0";
    const QString& instance = incoming.head.instanceId;
    const auto put = [&](const IncomingFile& one, bool arrived) {
        return run(database, file, instance, one.name, one.sha256, one.size, incoming.deviceId, arrived ? 1 : 0);
    };
    for (const auto& [files, arrived] : {std::pair{&incoming.files, true}, std::pair{&incoming.announced, false}}) {
        for (const IncomingFile& one : *files) {
            if (auto written = put(one, arrived); !written)
                return written;
            const auto same = rows<qint64>(
                database, "SELECT sha256 = ?3 FROM submission_file WHERE instance_id = ?1 AND name = ?2",
                [](const db::Statement& row) { return row.integer(0); }, instance, one.name, one.sha256);
            if (!same)
                return same.error();
            if (same->empty() || same->front() == 0)
                outcome.how = Acceptance::OtherFile;
        }
    }
    const auto missing = rows<qint64>(
        database, "SELECT count(*) FROM submission_file WHERE instance_id = ?1 AND arrived = 0",
        [](const db::Statement& row) { return row.integer(0); }, instance);
    if (!missing)
        return missing.error();
    outcome.missing = static_cast<int>(missing->front());
    return ok();
}

} // namespace

Target targetOf(const QJsonObject& configuration, const connectors::Connector& connector)
{
    const QString id = configuration[QLatin1String("id")].toString();
    const auto capabilities = connector.capabilities();
    return {id, configuration[QLatin1String("title")].toString(id), capabilities.pushLists, capabilities.records, capabilities.maximumRequestTime};
}

Result<QString> firstRecord(db::Database& database, const QString& instanceId)
{
    const auto found = rows<QString>(
        database, "SELECT first_id FROM submission WHERE instance_id = ?1 AND first_id <> ''", [](const db::Statement& row) { return row.text(0); },
        instanceId);
    if (!found)
        return found.error();
    return found->empty() ? instanceId : found->front();
}

Status acceptSubmission(db::Database& database, const IncomingSubmission& arrived, const std::vector<Target>& targets, const QDateTime& now,
                        Accepted& outcome)
{
    IncomingSubmission incoming = arrived;
    const wire::SubmissionHead& head = incoming.head;
    const auto known = rows<QByteArray>(
        database, "SELECT xml_hash FROM submission WHERE instance_id = ?1", [](const db::Statement& row) { return row.blob(0); }, head.instanceId);
    if (!known)
        return known.error();
    outcome = {known->empty() ? Acceptance::Created : known->front() == incoming.xmlHash ? Acceptance::Known : Acceptance::OtherContent};
    if (outcome.how == Acceptance::OtherContent)
        return ok();
    if (outcome.how == Acceptance::Created) {
        if (auto kept = run(database, "INSERT INTO record(xml) VALUES(?1)", incoming.xml); !kept)
            return kept;
        auto written =
            run(database,
                "INSERT INTO submission(instance_id, form_id, form_version, device_id, author, instance_name, xml_hash, xml, record, received_at, "
                "deprecated_id, first_id) VALUES(?1,?2,?3,?4,?5,?6,?7,x'',?8,?9,?10,?11)",
                head.instanceId, head.formId, head.version, incoming.deviceId, head.userId, head.instanceName, incoming.xmlHash,
                database.lastInsertId(), timeText(now), head.deprecatedId, head.deprecatedId.isEmpty() ? QString() : head.firstId);
        if (!written)
            return written;
    }
    if (auto filed = fileFiles(database, incoming, outcome); !filed)
        return filed;
    if (outcome.how != Acceptance::Created)
        return ok();

    if (auto settled = settleDraftsOf(database, head.instanceId, now); !settled)
        return settled;
    const auto superseded = isSuperseded(database, head.instanceId);
    if (!superseded)
        return superseded.error();
    if (!*superseded) { // else it is kept, and what it says was put right already
        if (auto identified = identify(database, incoming, now); !identified)
            return identified;
        if (auto settled = settleConsents(database, incoming.actions); !settled)
            return settled;
        if (auto applied = applyChanges(database, incoming, now); !applied)
            return applied;
    }
    if (auto told = foldConflicts(database, head.instanceId, now); !told)
        return told;
    const bool faulty = !incoming.entityFaults.isEmpty();
    auto received = writeReceipt(database,
                                 {head.instanceId,
                                  QStringLiteral("hub"),
                                  QStringLiteral("Hub"),
                                  faulty ? wire::Receipt::State::NeedsYou : wire::Receipt::State::Confirmed,
                                  {},
                                  incoming.entityFaults.join(QLatin1Char(' ')),
                                  now},
                                 incoming.deviceId);
    if (!received)
        return received;
    for (const Target& target : *superseded ? std::vector<Target>() : targets) {
        if (auto made = makeJobs(database, incoming, target, now); !made)
            return made;
        if (auto folded = foldReceipt(database, head.instanceId, target.id, target.title, now); !folded)
            return folded;
    }
    return ok();
}

Status foldConflicts(db::Database& database, const QString& instanceId, const QDateTime& now)
{
    const auto open = rows<QString>(
        database,
        "SELECT property, hub_value, ifnull(nullif(hub_author, ''), 'office'), hub_at, device_value FROM conflict WHERE device_source = ?1 AND "
        "outcome = 'ask' ORDER BY id",
        [](const db::Statement& row) {
            return QStringLiteral("%1: the hub has “%2” (%3, %4), this record says “%5”.")
                .arg(row.text(0), row.text(1).left(longestQuote), row.text(2), row.text(3).left(16).replace(QLatin1Char('T'), QLatin1Char(' ')),
                     row.text(4).left(longestQuote));
        },
        instanceId);
    const auto devices = rows<QString>(
        database,
        "SELECT device_id FROM submission WHERE instance_id = ?1 AND (?2 OR EXISTS(SELECT 1 FROM receipt WHERE instance_id = ?1 AND target = ?3))",
        [](const db::Statement& row) { return row.text(0); }, instanceId, open && !open->empty(), wire::conflictTarget);
    if (!open || !devices)
        return open ? devices.error() : open.error();
    if (devices->empty())
        return ok(); // nobody was ever asked
    const QString sentence =
        open->empty() ? QString()
                      : QStringLiteral("The office decides between two values. ") + QStringList(open->begin(), open->end()).join(QLatin1Char(' '));
    return writeReceipt(database,
                        {instanceId,
                         wire::conflictTarget,
                         QStringLiteral("Two values"),
                         open->empty() ? wire::Receipt::State::Confirmed : wire::Receipt::State::NeedsYou,
                         {},
                         sentence,
                         now},
                        devices->front());
}

Status foldReceipt(db::Database& database, const QString& instanceId, const QString& target, const QString& title, const QDateTime& now)
{
    struct JobState {
        QString list, state, reference, sentence;
    };
    const auto jobs = rows<JobState>(
        database, "SELECT list, state, reference, sentence FROM job WHERE instance_id = ?1 AND target = ?2",
        [](const db::Statement& row) {
            return JobState{row.text(0), row.text(1), row.text(2), row.text(3)};
        },
        instanceId, target);
    if (!jobs)
        return jobs.error();
    if (jobs->empty())
        return ok();
    wire::Receipt receipt{instanceId, target, title, wire::Receipt::State::Confirmed, {}, {}, now};
    int best = -1;
    for (const JobState& job : *jobs) {
        if (job.state == QLatin1String("needs_you")) {
            receipt.state = wire::Receipt::State::NeedsYou;
            receipt.sentence = job.sentence;
        } else if (job.state == QLatin1String("waiting") && receipt.state == wire::Receipt::State::Confirmed) {
            receipt.state = wire::Receipt::State::Waiting;
            receipt.sentence = job.sentence;
        }
        // The number worth quoting is that of the opportunity, else of the person, else of the firm.
        const int worth = job.list == QLatin1String("opportunities") ? 3 : job.list == QLatin1String("contacts") ? 2 : 1;
        if (!job.reference.isEmpty() && worth > best) {
            best = worth;
            receipt.reference = job.reference;
        }
    }
    const auto device = rows<QString>(
        database, "SELECT device_id FROM submission WHERE instance_id = ?1", [](const db::Statement& row) { return row.text(0); }, instanceId);
    if (!device)
        return device.error();
    return writeReceipt(database, receipt, device->empty() ? QString() : device->front());
}

Result<wire::ReceiptPage> receiptPage(db::Database& database, const QString& deviceId, const QByteArray& cursor)
{
    struct Row {
        wire::Receipt receipt;
        qint64 seq;
    };
    const auto epoch = metaValue(database, QStringLiteral("epoch"));
    if (!epoch)
        return epoch.error();
    const QByteArray begin = epoch->toLatin1() + '.';
    const bool goesOn = cursor.startsWith(begin);
    auto found = rows<Row>(
        database,
        "SELECT instance_id, target, title, state, reference, sentence, at, seq FROM receipt WHERE device_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
        [](const db::Statement& row) {
            return Row{{row.text(0), row.text(1), row.text(2), wire::receiptState(row.text(3)), row.text(4), row.text(5), timeOf(row.text(6))},
                       row.integer(7)};
        },
        deviceId, goesOn ? cursor.mid(begin.size()).toLongLong() : 0, pageSize + 1);
    if (!found)
        return found.error();
    wire::ReceiptPage page;
    page.more = static_cast<int>(found->size()) > pageSize;
    if (page.more)
        found->pop_back();
    page.reset = !goesOn && !cursor.isEmpty();
    page.cursor = found->empty() && goesOn ? cursor : begin + QByteArray::number(found->empty() ? 0 : found->back().seq);
    for (Row& one : *found)
        page.receipts.push_back(std::move(one.receipt));
    return page;
}

namespace
{

QJsonValue answersBelow(const forms::XmlTree& tree, qint64 element)
{
    const auto children = tree.elements(element);
    if (children.empty())
        return tree.stringValue(element);
    QJsonObject out;
    for (const qint64 child : children) {
        const QString name = tree.localName(child);
        const QJsonValue value = answersBelow(tree, child);
        if (!out.contains(name)) {
            out[name] = value;
        } else {
            QJsonArray all = out[name].isArray() ? out[name].toArray() : QJsonArray{out[name]};
            all.append(value);
            out[name] = all;
        }
    }
    return out;
}

} // namespace

QJsonObject answersOf(const QByteArray& xml)
{
    const auto tree = forms::XmlTree::parse(xml);
    return tree && (*tree)->documentElement() >= 0 ? answersBelow(**tree, (*tree)->documentElement()).toObject() : QJsonObject();
}

} // namespace rapport::hub
