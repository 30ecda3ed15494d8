// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/wire/handover.h"

#include <optional>

namespace rapport::hub
{

/// Where a hand-over stands, without what is in it.
struct DraftRecord {
    QString id;
    wire::HandOver::State state = wire::HandOver::State::Offered;
    QString fromDevice;
    QString fromUser; ///< empty where it was withdrawn before it came
    QString toUser;
    QString takenBy; ///< the device; empty: none has
    QString instanceId;
    QString jobId;   ///< empty: about none, or it is over
    QByteArray hash; ///< SHA-256 of its record; empty where it has not come
    friend bool operator==(const DraftRecord&, const DraftRecord&) = default;
};

/// Hand-overs (wire/handover.h); who may do what with them is decided by hub/drafts.h. Calls that change something belong into a unit of work
/// (repositories.h).
class Drafts
{
public:
    virtual ~Drafts() = default;

    /// A new one, offered by @p fromDevice as handOver.from to handOver.to, with its record as XML. Conflict where its id is here.
    virtual Status offer(const wire::HandOver& handOver, const QString& fromDevice, const QByteArray& record, const QDateTime& now) = 0;
    /// One that @p fromDevice took back before it came, so that it is known when it comes. Conflict where its id is here.
    virtual Status withdrawUnseen(const QString& id, const QString& fromDevice, const QDateTime& now) = 0;
    virtual Status take(const QString& id, const QString& device, const QDateTime& now) = 0;
    /// Kept or Withdrawn: its head, its record and its job are forgotten. Nothing of a person stays but the two user ids.
    virtual Status end(const QString& id, wire::HandOver::State state, const QDateTime& now) = 0;

    virtual Result<std::optional<DraftRecord>> find(const QString& id) const = 0;
    /// Nothing: it is not taken by @p device.
    virtual Result<std::optional<QByteArray>> record(const QString& id, const QString& device) const = 0;
    /// What @p device gave and has come, whatever became of it; what it took and has not kept yet; what is offered to @p user. An empty @p user is
    /// nobody. The newest first, at most 1,000; `mine` is told for the device.
    virtual Result<std::vector<wire::HandOver>> concerning(const QString& device, const QString& user) const = 0;
    virtual Result<bool> isUnderWay(const QString& instanceId) const = 0;              ///< offered or taken, under whichever id
    virtual Result<std::vector<QString>> takenOf(const QString& instanceId) const = 0; ///< ids of those that are taken
};

} // namespace rapport::hub
