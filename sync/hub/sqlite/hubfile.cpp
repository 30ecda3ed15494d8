// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/hubfile.h"

#include "sync/hub/schema.h"
#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

Result<db::Database> openDatabase(const QString& dataDir, const std::optional<QByteArray>& key)
{
    db::Database::Options options;
    options.key = key;
    const QString file = dataDir + QStringLiteral("/hub.db");
    auto database = db::Database::open(file, options);
    if (!database)
        return Error{database.error().kind, QStringLiteral("The hub's data in %1 cannot be opened (%2).").arg(file, database.error().detail)};
    // Rows lie in the order of random ids: pages that stay in memory are read once, and written back once for many records instead of for each few.
    if (auto set = database->execute("PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000"); !set)
        return set.error();
    if (auto migrated = db::migrate(*database, schema()); !migrated)
        return migrated.error();
    return database;
}

Result<QString> metaValue(db::Database& database, const QString& name)
{
    auto found = rows<QString>(
        database, "SELECT value FROM meta WHERE name = ?1", [](const db::Statement& row) { return row.text(0); }, name);
    if (!found)
        return found.error();
    return found->empty() ? QString() : found->front();
}

Result<qint64> nextSequence(db::Database& database)
{
    const auto grown =
        rows<qint64>(database, "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'seq' RETURNING CAST(value AS INTEGER)",
                     [](const db::Statement& row) { return row.integer(0); });
    if (!grown)
        return grown.error();
    if (grown->empty())
        return Error{Error::Kind::Corrupt, QStringLiteral("the hub's counter is missing")};
    return grown->front();
}

} // namespace rapport::hub
