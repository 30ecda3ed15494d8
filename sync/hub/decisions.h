// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/httpserver.h"
#include "sync/hub/reconcile.h"
#include "sync/wire/conflict.h"

/// What the person on a device may decide between two values (wire/conflict.h): the open conflicts of what that device has sent, no others.
/// Those that write belong into a unit of work.
namespace rapport::hub
{

Result<std::vector<wire::Conflict>> conflictsOf(const Repositories& known, const QString& deviceId); ///< at most wire::maxConflicts, oldest first
/// Nothing: @p caller's device has no such question. Given again it is the same answer.
Result<std::optional<wire::Verdict>> decide(Repositories& repositories, qint64 id, const wire::Decision& decision, const Caller& caller,
                                            const QDateTime& now);

} // namespace rapport::hub
