// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/httpserver.h"
#include "sync/hub/repository/repositories.h"

/// Half-filled conversations that lie here between two people (wire/handover.h). A hand-over is seen by the device that gave it, by those of the
/// person whom it is for while it is offered, and by the one that took it; for everybody else there is none. What was in it is forgotten once it is
/// kept or withdrawn. Those that write belong into a unit of work.
namespace rapport::hub
{

struct IncomingDraft {
    wire::HandOver handOver;
    QByteArray record; ///< the files it names are in the blob folder already
};

enum class DraftOutcome {
    Done, ///< or it was so already
    NotFound,
    Unknown, ///< there is no such person, or nobody works with the device that gives
    Conflict ///< it is with somebody else, taken back, or delivered already
};

/// The job's assignee goes with the draft.
Result<DraftOutcome> keepDraft(Repositories& repositories, const IncomingDraft& incoming, const Caller& caller, const QDateTime& now);
Result<std::vector<wire::HandOver>> draftsFor(const Repositories& known, const Caller& caller); ///< newest first, at most 1,000
Result<DraftOutcome> takeDraft(Repositories& repositories, const QString& id, const Caller& caller, const QDateTime& now);
Result<std::optional<QByteArray>> draftRecord(const Repositories& known, const QString& id, const Caller& caller); ///< for who took it
/// Withdraws it for its giver (also before it has come: then it is refused when it comes), settles it for its taker.
Result<DraftOutcome> settleDraft(Repositories& repositories, const QString& id, const Caller& caller, const QDateTime& now);
/// The record has come whole: whoever took the draft has it.
Status settleDraftsOf(Repositories& repositories, const QString& instanceId, const QDateTime& now);

} // namespace rapport::hub
