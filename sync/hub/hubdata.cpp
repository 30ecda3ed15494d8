// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hubdata.h"

#include "forms/xpath/xmltree.h"
#include "sync/hub/consents.h"
#include "sync/hub/drafts.h"
#include "sync/hub/entities.h"
#include "sync/hub/gaps.h"
#include "sync/hub/identity.h"
#include "sync/hub/timetext.h"
#include "sync/wire/conflict.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rapport::hub
{

namespace
{

constexpr qsizetype longestQuote = 200; ///< of a value in a sentence

Status applyChanges(Repositories& repositories, const IncomingSubmission& incoming, const QDateTime& now)
{
    for (const forms::EntityAction& action : incoming.actions) {
        // In a chain of changes made offline, the first of them was made of what the hub had.
        const auto base = action.trunkVersion.isEmpty() ? action.baseVersion : std::optional(action.trunkVersion.toLongLong());
        const auto changed = changeEntity(repositories,
                                          {action.list, action.id, action.label, action.properties, base, incoming.head.instanceId,
                                           incoming.head.userId, Change::WhenEqual::NewVersion, incoming.deviceId},
                                          now);
        if (!changed)
            return changed.error();
    }
    return ok();
}

QString bothValues(const Conflict& conflict)
{
    const Conflict::Side& hub = conflict.hub;
    return QStringLiteral("%1: the hub has “%2” (%3, %4), this record says “%5”.")
        .arg(conflict.property, hub.value.left(longestQuote), hub.author.isEmpty() ? QStringLiteral("office") : hub.author,
             timeText(hub.at).left(16).replace(QLatin1Char('T'), QLatin1Char(' ')), conflict.device.value.left(longestQuote));
}

/// The hub's own: it has the record.
wire::Receipt receiptOf(const IncomingSubmission& incoming, const QDateTime& now)
{
    return {incoming.head.instanceId,
            QStringLiteral("hub"),
            QStringLiteral("Hub"),
            incoming.entityFaults.isEmpty() ? wire::Receipt::State::Confirmed : wire::Receipt::State::NeedsYou,
            {},
            incoming.entityFaults.join(QLatin1Char(' ')),
            now};
}

} // namespace

Result<QString> firstRecord(const Submissions& submissions, const QString& instanceId)
{
    const auto found = submissions.find(instanceId);
    if (!found)
        return found.error();
    return *found && !(*found)->firstId.isEmpty() ? (*found)->firstId : instanceId;
}

Result<Accepted> keepSubmission(Repositories& repositories, const IncomingSubmission& incoming, const QDateTime& now)
{
    const auto kept = repositories.submissions().keep(incoming, now);
    if (!kept)
        return kept.error();
    const bool hasNone = *kept == Acceptance::Created && incoming.files.empty() && incoming.announced.empty();
    if (*kept == Acceptance::OtherContent || hasNone)
        return Accepted{*kept};
    const auto filed = repositories.submissions().keepFiles(incoming);
    if (!filed)
        return filed.error();
    return Accepted{filed->isOther ? Acceptance::OtherFile : *kept, filed->missing};
}

Status followSubmission(Repositories& repositories, IncomingSubmission incoming, const std::vector<Target>& targets, const QDateTime& now)
{
    const QString instance = incoming.head.instanceId;
    if (auto settled = settleDraftsOf(repositories, instance, now); !settled)
        return settled;
    // Where a correction came first: a device sends that only where the record itself was refused.
    const auto superseded = repositories.submissions().isCorrected(instance);
    if (!superseded)
        return superseded.error();
    if (!*superseded) { // else it is kept, and what it says was put right already
        if (auto identified = identify(repositories, incoming, now); !identified)
            return identified;
        if (auto settled = settleConsents(repositories.entities(), incoming.actions); !settled)
            return settled;
        if (auto settled = settleGaps(repositories.entities(), incoming.actions); !settled)
            return settled;
        if (auto applied = applyChanges(repositories, incoming, now); !applied)
            return applied;
    }
    if (auto told = foldConflicts(repositories, instance, now); !told)
        return told;
    if (auto received = repositories.receipts().write(receiptOf(incoming, now), incoming.deviceId); !received)
        return received;
    for (const Target& target : *superseded ? std::vector<Target>() : targets) {
        if (auto made = makeJobs(repositories, incoming, target, now); !made)
            return made;
        if (auto folded = foldReceipt(repositories, instance, target.id, target.title, now); !folded)
            return folded;
    }
    return ok();
}

Status foldConflicts(Repositories& repositories, const QString& instanceId, const QDateTime& now)
{
    const auto open = repositories.conflicts().openOfRecord(instanceId);
    const auto told = open ? repositories.receipts().has(instanceId, wire::conflictTarget) : Result<bool>(open.error());
    if (!told)
        return told.error();
    if (open->empty() && !*told)
        return ok(); // nobody was ever asked
    const auto record = repositories.submissions().find(instanceId);
    if (!record || !*record)
        return record ? ok() : Status(record.error());
    QStringList values;
    for (const Conflict& one : *open)
        values.append(bothValues(one));
    const QString sentence = open->empty() ? QString() : QStringLiteral("The office decides between two values. ") + values.join(QLatin1Char(' '));
    return repositories.receipts().write({instanceId,
                                          wire::conflictTarget,
                                          QStringLiteral("Two values"),
                                          open->empty() ? wire::Receipt::State::Confirmed : wire::Receipt::State::NeedsYou,
                                          {},
                                          sentence,
                                          now},
                                         (*record)->deviceId);
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
