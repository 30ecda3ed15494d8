// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqlitedatabase.h"

#include "sync/hub/hubdatabase.h"
#include "sync/hub/sqlite/hubfile.h"
#include "sync/hub/sqlite/query.h"

#include <QLoggingCategory>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

/// Repositories with a connection of their own.
class SqliteReading : public SqliteRepositories
{
public:
    explicit SqliteReading(std::unique_ptr<db::Database> database) : SqliteRepositories(*database), m_database(std::move(database)) {}

private:
    std::unique_ptr<db::Database> m_database;
};

Writer::Work onConnection(HubDatabase::Work work)
{
    return [work = std::move(work)](db::Database& database) {
        SqliteRepositories repositories(database);
        return work(repositories);
    };
}

template <typename Opened>
Result<std::unique_ptr<HubDatabase>> open(const QString& dataDir, const std::optional<QByteArray>& key)
{
    auto database = openDatabase(dataDir, key);
    if (!database)
        return database.error();
    return std::unique_ptr<HubDatabase>(std::make_unique<Opened>(std::move(*database), dataDir, key));
}

} // namespace

Result<std::unique_ptr<const Repositories>> SqliteDatabase::reading() const
{
    auto database = openDatabase(m_dataDir, m_key);
    if (!database)
        return database.error();
    return std::unique_ptr<const Repositories>(std::make_unique<SqliteReading>(std::make_unique<db::Database>(std::move(*database))));
}

Status ServingDatabase::write(const Work& work)
{
    return m_writer.write(onConnection(work));
}

Status ServingDatabase::write(const Work& work, const Rest& rest)
{
    return m_writer.write(onConnection(work), {onConnection(rest.work), onConnection(rest.putOff)});
}

void ServingDatabase::resume(const Work& rest)
{
    m_writer.resume(onConnection(rest));
}

Status OfficeDatabase::write(const Work& work)
{
    const std::lock_guard lock(m_mutex);
    if (m_ended)
        return Error{Error::Kind::Internal, QStringLiteral("the database was put away")};
    return transact(m_database, [&] { return work(m_repositories); });
}

Status OfficeDatabase::write(const Work& work, const Rest& rest)
{
    return write([&](Repositories& repositories) {
        const Status done = work(repositories);
        return done ? rest.work(repositories) : done;
    });
}

void OfficeDatabase::resume(const Work& rest)
{
    if (auto done = write(rest); !done)
        qCWarning(log) << "what follows from a record waits:" << done.error().detail;
}

void OfficeDatabase::end()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
}

Result<std::unique_ptr<HubDatabase>> openForServing(const QString& dataDir, const std::optional<QByteArray>& key)
{
    return open<ServingDatabase>(dataDir, key);
}

Result<std::unique_ptr<HubDatabase>> openForOffice(const QString& dataDir, const std::optional<QByteArray>& key)
{
    return open<OfficeDatabase>(dataDir, key);
}

Status snapshotOf(const QString& dataDir, const std::optional<QByteArray>& key, const QString& place)
{
    auto database = openDatabase(dataDir, key);
    return database ? run(*database, "VACUUM INTO ?1", place) : Status(database.error());
}

Status beginAnew(const QString& dataDir, const std::optional<QByteArray>& key, qint64 changes)
{
    auto database = openDatabase(dataDir, key);
    if (!database)
        return database.error();
    const auto whole = rows<QString>(*database, "PRAGMA quick_check(1)", textOf);
    if (!whole || whole->empty() || whole->front() != QLatin1String("ok"))
        return Error{Error::Kind::Invalid, QStringLiteral("the database is not whole")};
    auto written = transact(*database, [&]() -> Status {
        if (auto epoch = run(*database, "UPDATE meta SET value = lower(hex(randomblob(8))) WHERE name = 'epoch'"); !epoch)
            return epoch;
        return run(*database, "UPDATE meta SET value = CAST(value AS INTEGER) + ?1 WHERE name = 'seq'", changes);
    });
    return written ? database->execute("PRAGMA wal_checkpoint(TRUNCATE)") : written;
}

} // namespace rapport::hub
