// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/holding.h"

namespace rapport::hub
{

/// The next page of what @p holding has of a list after @p cursor as JSON (wire::EntityPage): the newest state of what changed, in the order of the
/// changes; at most 1,000 rows, about 512 KiB, 20,000 rows looked at. With nothing new the cursor stays as it was.
///
/// A cursor is "epoch.scope.horizon.position". Position: the sequence number up to which the device has everything. Horizon: the newest number when
/// it began from nothing; what was deleted or out of scope up to there it has never had. A cursor of another epoch (a restored hub) or another
/// scope begins anew, and the page says `reset`.
Result<QByteArray> entityPage(const Entities& entities, const QString& list, const QByteArray& cursor, const Holding& holding);

} // namespace rapport::hub
