// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"

#include <span>

namespace rapport::db
{

/// One numbered step of a schema. Never edited after release.
struct Migration {
    int version;     ///< 1, 2, 3 … without gaps
    const char* sql; ///< constant; runs in one transaction together with its PRAGMA user_version
};

/// Brings the database to the newest version. A file of a newer Rapport is refused as Newer before anything is written.
Status migrate(Database& database, std::span<const Migration> migrations);

} // namespace rapport::db
