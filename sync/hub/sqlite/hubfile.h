// SPDX-License-Identifier: Apache-2.0
// DIR/hub.db: opened in today's schema, and the table `meta` that all parts of the hub share.
#pragma once

#include "sync/db/database.h"

#include <optional>

namespace rapport::hub
{

Result<db::Database> openDatabase(const QString& dataDir, const std::optional<QByteArray>& key);

Result<QString> metaValue(db::Database& database, const QString& name); ///< empty: it is not there

/// One counter over everything that devices page through.
Result<qint64> nextSequence(db::Database& database);

} // namespace rapport::hub
