// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/repository/repositories.h"

namespace rapport::hub
{

struct PullCounts {
    int changed = 0, deleted = 0; ///< new versions and tombstones
};

/// A page as a connector gave it.
struct PulledPage {
    QString target, list;
    QByteArray cursor; ///< that it was asked with
    QDateTime askedAt;
    connectors::PullPage page;
};

enum class Absorbed {
    Done,
    Held,     ///< it brings objects that a job under way may be making: nothing was written, again in a moment
    Overtaken ///< somebody else has moved the cursor: nothing was written, ask anew
};

/// Writes a page and its cursor. Belongs into a unit of work.
///
/// - A remote object that a job made, or that came before, is the entity of then; any other gets UUIDv5(connector, remote id). References in
///   properties are mapped alike, also to what is still to come.
/// - One object is one entity: one known among the contacts is not taken for an organisation as well, and the other way round.
/// - While a change of ours is on its way there, or was carried there since the page was asked for, pulled values only fill what is empty.
/// - What says the same makes no version.
Result<Absorbed> absorbPage(Repositories& repositories, const PulledPage& pulled, const QDateTime& now, PullCounts& counts);

} // namespace rapport::hub
