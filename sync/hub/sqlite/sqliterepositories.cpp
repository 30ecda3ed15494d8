// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqliterepositories.h"

#include "sync/hub/sqlite/hubfile.h"

namespace rapport::hub
{

namespace
{

/// Repositories with a connection of their own.
class SqliteReading : public SqliteRepositories
{
public:
    explicit SqliteReading(std::unique_ptr<db::Database> database) : SqliteRepositories(*database), m_database(std::move(database)) {}

private:
    std::unique_ptr<db::Database> m_database;
};

} // namespace

SqliteHubDatabase::SqliteHubDatabase(QString dataDir, std::optional<QByteArray> key, CarryOut carryOut)
    : m_dataDir(std::move(dataDir)), m_key(std::move(key)), m_carryOut(std::move(carryOut))
{
}

Status SqliteHubDatabase::write(const Work& work)
{
    return m_carryOut([&](db::Database& database) {
        SqliteRepositories repositories(database);
        return work(repositories);
    });
}

Result<std::unique_ptr<const Repositories>> SqliteHubDatabase::reading() const
{
    auto database = openDatabase(m_dataDir, m_key);
    if (!database)
        return database.error();
    return std::unique_ptr<const Repositories>(std::make_unique<SqliteReading>(std::make_unique<db::Database>(std::move(*database))));
}

} // namespace rapport::hub
