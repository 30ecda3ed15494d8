// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/sqlite/sqliterepositories.h"
#include "sync/hub/sqlite/writer.h"

namespace rapport::hub
{

/// DIR/hub.db. Whoever reads has a connection of its own.
class SqliteDatabase : public HubDatabase
{
public:
    SqliteDatabase(QString dataDir, std::optional<QByteArray> key) : m_dataDir(std::move(dataDir)), m_key(std::move(key)) {}
    Result<std::unique_ptr<const Repositories>> reading() const override;

private:
    QString m_dataDir;
    std::optional<QByteArray> m_key;
};

/// Through the Writer, which commits in groups.
class ServingDatabase : public SqliteDatabase
{
public:
    ServingDatabase(db::Database database, QString dataDir, std::optional<QByteArray> key)
        : SqliteDatabase(std::move(dataDir), std::move(key)), m_writer(std::move(database))
    {
    }

    Status write(const Work& work) override;
    Status write(const Work& work, const Rest& rest) override;
    void resume(const Work& rest) override;
    std::size_t putOff() const override { return m_writer.putOff(); }
    void settle() override { m_writer.settle(); }
    void end() override { m_writer.end(); }

private:
    Writer m_writer;
};

/// A transaction for each unit of work, on the thread that brings it. Puts nothing off.
class OfficeDatabase : public SqliteDatabase
{
public:
    OfficeDatabase(db::Database database, QString dataDir, std::optional<QByteArray> key)
        : SqliteDatabase(std::move(dataDir), std::move(key)), m_database(std::move(database)), m_repositories(m_database)
    {
    }

    Status write(const Work& work) override;
    Status write(const Work& work, const Rest& rest) override;
    void resume(const Work& rest) override;
    std::size_t putOff() const override { return 0; }
    void settle() override {}
    void end() override;

private:
    std::mutex m_mutex;
    db::Database m_database;
    SqliteRepositories m_repositories;
    bool m_ended = false;
};

} // namespace rapport::hub
