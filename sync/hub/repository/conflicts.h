// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QDateTime>
#include <QString>

#include <optional>
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

/// Both values of a property that two have changed, who they were and when. It is kept also where the policy has decided.
struct Conflict {
    qint64 id = 0;
    QString list, entityId, property;
    QString before; ///< what both began with
    struct Side {
        QString value, source, author;
        QDateTime at;
        friend bool operator==(const Side&, const Side&) = default;
    } hub, device;
    QString deviceId;
    qint64 version = 0; ///< of the entity, with the device's change in it
    QString outcome;    ///< a policy's word; "ask": it is open
    QString settledBy;  ///< empty: by the policy, or not yet
    QDateTime settledAt;
    bool isOpen() const { return outcome == QLatin1String("ask"); }
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

/// What two have changed without knowing of each other, and what the office has said about who wins. Calls that change something belong into a unit
/// of work (repositories.h).
class Conflicts
{
public:
    virtual ~Conflicts() = default;

    /// Of which the office has said nothing: nothing.
    virtual Result<std::optional<Policy>> policy(const QString& list, const QString& property) const = 0;
    virtual Status setPolicy(const QString& list, const QString& property, Policy policy) = 0; ///< in place of what it said before

    /// One more, under an id of its own that is higher than all before: what its `id`, `settledBy` and `settledAt` say is not asked.
    virtual Status keep(const Conflict& conflict) = 0;
    virtual Result<std::optional<Conflict>> find(qint64 id) const = 0; ///< also a settled one
    virtual Result<std::vector<Conflict>> all() const = 0;             ///< oldest first, at most 1,000
    virtual Result<std::vector<Conflict>> open() const = 0;            ///< likewise
    virtual Result<qint64> countOpen() const = 0;
    /// Of what a device has sent; oldest first.
    virtual Result<std::vector<Conflict>> openOf(const QString& deviceId, int atMost) const = 0;
    /// Of what one record says; oldest first.
    virtual Result<std::vector<Conflict>> openOfRecord(const QString& instanceId) const = 0;
    /// What a device has said of an entity since the version after @p version, oldest first; settled or not.
    virtual Result<std::vector<Conflict>> saidSince(const QString& list, const QString& entityId, const QString& deviceId, qint64 version) const = 0;
    /// A person has decided: Device or Server.
    virtual Status settle(qint64 id, Policy outcome, const QString& author, const QDateTime& now) = 0;
};

} // namespace rapport::hub
