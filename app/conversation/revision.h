// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"
#include "sync/store/store.h"

namespace rapport::app
{

/// What a finished conversation is changed in.
struct Revision {
    enum class Kind { Reopened, Correction } kind = Kind::Reopened;
    store::ConversationId conversation; ///< to be opened: itself, or the one that corrects it
};

/// Reopens what waits and nobody else can have; begins a correction of anything else that is finished, or finds the one that was begun before.
/// Reads and writes the disk.
Result<Revision> revise(store::Store& store, store::ConversationId id, const forms::Environment& environment);

/// What @p record of @p form changes in the lists of the device; that of a correction also what its first record made,
/// and what follows for consents and withdrawals. The hub comes to the same when the record reaches it.
Result<std::vector<forms::EntityAction>> changesIn(store::Store& store, const forms::Form& form, const QByteArray& record);

} // namespace rapport::app
