// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"
#include "sync/store/store.h"

namespace rapport::app
{

/// What was done about conversations that were finished with a badge number only.
struct Resolved {
    int amended = 0;   ///< in their place in the outbox
    int corrected = 0; ///< by a correction, which waits now
    explicit operator bool() const { return amended + corrected > 0; }
};

/// Fills in whom the organiser's list knows by now, each in one transaction; what a person has answered stays, and a MergeReport is kept beside it.
/// One that cannot be read any more stays as it is. Reads and writes the disk.
Result<Resolved> resolveFinished(store::Store& store, const forms::Environment& environment);

} // namespace rapport::app
