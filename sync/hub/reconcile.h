// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/entities.h"

#include <set>
#include <vector>

namespace rapport::hub
{

/// Who wins where a device and somebody else have changed the same property without knowing of each other.
enum class Policy {
    Device, ///< what came last: the device's
    Server, ///< what stands at the hub
    Append, ///< both: words of a set, lines of a text
    Ask     ///< what stands at the hub, until a person has decided
};
QString word(Policy policy); ///< "device", "server", "append", "ask"
std::optional<Policy> policyOf(const QString& word);

/// What is decided about properties of lists: the hub's own rows before the policies that ship. A property that nobody has named: Device.
Result<Policy> policyFor(db::Database& database, const QString& list, const QString& property);
Status setPolicy(db::Database& database, const QString& list, const QString& property, Policy policy);

/// Both values of a property that two have changed, who they were and when. It is kept also where the policy has decided.
struct Conflict {
    qint64 id = 0;
    QString list, entityId, property;
    QString before; ///< what both began with
    struct Side {
        QString value, source, author;
        QDateTime at;
    } hub, device;
    QString deviceId;
    qint64 version = 0; ///< of the entity, with the device's change in it
    QString outcome;    ///< a policy's word; "ask": it is open
    QString settledBy;  ///< empty: by the policy, or not yet
    QDateTime settledAt;
    bool isOpen() const { return outcome == QLatin1String("ask"); }
};

/// What comes of a change that a device made of version @p base of an entity. What it has not changed itself is left alone, however its form sent it
/// along; what it knew of is replaced.
struct Reconciled {
    std::map<QString, QString> properties; ///< to be merged into what is there
    QString label;                         ///< empty: the one there stays
    std::vector<Conflict> conflicts;
};
Result<Reconciled> reconcile(db::Database& database, const Change& change, const connectors::Entity& current, const QDateTime& now);
Status keepConflicts(db::Database& database, const std::vector<Conflict>& conflicts, qint64 version);

/// Three ways: what the device added to @p before, and took out of it, is done to @p current. Parts are told apart by @p mark: the words of a set,
/// the lines of a text.
QString appended(const QString& before, const QString& current, const QString& mine, QChar mark);

Result<std::vector<Conflict>> conflicts(db::Database& database, bool openOnly); ///< oldest first, at most 1,000
Result<std::vector<Conflict>> openConflictsOf(db::Database& database, const QString& deviceId,
                                              int atMost);                       ///< of what that device sent; oldest first
Result<std::optional<Conflict>> findConflict(db::Database& database, qint64 id); ///< also a settled one

/// A person has decided for one of both values; it is a new version where it is another one. NotFound: it is not open.
enum class Choice { Hub, Device }; ///< Hub: what stands there now
Status settleConflict(db::Database& database, qint64 id, Choice choice, const QString& author, const QDateTime& now);

} // namespace rapport::hub
