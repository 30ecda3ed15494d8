// SPDX-License-Identifier: Apache-2.0
// Where it is said which database a hub has: SQLite's, DIR/hub.db.
#pragma once

#include "sync/hub/repository/repositories.h"

namespace rapport::hub
{

/// For a hub that serves: units of work are committed in groups, by a thread of their own, and what follows from them may be put off.
Result<std::unique_ptr<HubDatabase>> openForServing(const QString& dataDir, const std::optional<QByteArray>& key);
/// For whoever administers, beside a serving hub or without one: each unit of work is committed by itself, with what follows from it.
Result<std::unique_ptr<HubDatabase>> openForOffice(const QString& dataDir, const std::optional<QByteArray>& key);

/// Writes the database as it stands at one moment to @p place, whatever is written meanwhile.
Status snapshotOf(const QString& dataDir, const std::optional<QByteArray>& key, const QString& place);
/// Makes a hub's database of such a copy, which lies in @p dataDir now: it has a new epoch, and its counter jumps ahead by @p changes. Invalid where
/// it is not whole.
Status beginAnew(const QString& dataDir, const std::optional<QByteArray>& key, qint64 changes);

} // namespace rapport::hub
