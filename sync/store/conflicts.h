// SPDX-License-Identifier: Apache-2.0
// Values that two have changed without knowing of each other, as far as a person on this device may decide between them.
#pragma once

#include "sync/store/store.h"
#include "sync/wire/conflict.h"

namespace rapport::store
{

struct KeptConflict {
    enum class State {
        Open,
        Changed,  ///< open again: when it was decided here another value stood at the hub by then
        Decided,  ///< here; it goes out once it cannot be taken back any more
        Sending,  ///< the hub may have the decision
        Elsewhere ///< somebody else has decided otherwise, before this device's word came
    };
    wire::Conflict conflict; ///< as it stood when it was decided
    State state = State::Open;
    wire::Conflict::Take take = wire::Conflict::Take::Hub; ///< what was decided here; means nothing while it is open
    QDateTime decidedAt;                                   ///< invalid while it is open
    QString decidedBy;                                     ///< elsewhere: a person's name; empty: the office
    std::optional<ConversationId> conversation = {};       ///< whose record has asked, where it is here
    bool isOpen() const { return state == State::Open || state == State::Changed; }
    bool isOnItsWay() const { return state == State::Decided || state == State::Sending; } ///< decided here, and the hub has not answered yet
    friend bool operator==(const KeptConflict&, const KeptConflict&) = default;
};
constexpr std::chrono::seconds decisionUndo{8}; ///< no byte of a decision goes out before

Result<std::vector<KeptConflict>> conflicts(Store& store); ///< in the order of their coming
/// What the hub lists takes the place of what was open here; what was decided here stays until recordVerdict().
Status keepConflicts(Store& store, const std::vector<wire::Conflict>& listed);

/// Durable, and may be decided anew until it goes out. Conflict: it is on its way already, or settled.
Status decide(Store& store, qint64 id, wire::Conflict::Take take);
Status takeBackDecision(Store& store, qint64 id); ///< it is open again. Conflict: the hub may have it
Status dismissConflict(Store& store, qint64 id);  ///< what was decided elsewhere has been read

struct BegunDecision {
    wire::Conflict conflict;
    wire::Conflict::Take take = wire::Conflict::Take::Hub;
    bool first = true; ///< no byte of it went out before
};
/// On the disk before a byte goes out. Nothing: it is not decided any more.
Result<std::optional<BegunDecision>> beginDeciding(Store& store, qint64 id);
Status recordNotDecided(Store& store, qint64 id); ///< of the first attempt, where the hub cannot have it
/// What the hub has said of it; nothing: that it has no such question for this device.
Status recordVerdict(Store& store, qint64 id, const std::optional<wire::Verdict>& verdict);

} // namespace rapport::store
