// SPDX-License-Identifier: Apache-2.0
#include "hub/freshdatabase.h"

#include "sync/hub/sqlite/hubfile.h"
#include "sync/hub/sqlite/query.h"
#include "sync/hub/sqlite/sqliterepositories.h"
#include "sync/hub/writer.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <mutex>

using namespace Qt::StringLiterals;

namespace rapport::test
{

namespace
{

db::Database opened(const QString& dir)
{
    auto database = hub::openDatabase(dir, {});
    REQUIRE(database);
    return std::move(*database);
}

/// As `rapportctl hub` works on the file: each unit of work is a transaction.
class Alone : public hub::SqliteHubDatabase
{
public:
    explicit Alone(const QString& dir)
        : SqliteHubDatabase(dir, {}, [this](const hub::Writer::Work& work) { return carryOut(work); }), m_database(opened(dir))
    {
    }

private:
    Status carryOut(const hub::Writer::Work& work)
    {
        const std::lock_guard lock(m_mutex);
        return hub::transact(m_database, [&] { return work(m_database); });
    }

    std::mutex m_mutex;
    db::Database m_database;
};

/// As a serving hub does: units of work are committed in groups.
class Serving : public hub::SqliteHubDatabase
{
public:
    explicit Serving(const QString& dir)
        : SqliteHubDatabase(dir, {}, [this](const hub::Writer::Work& work) { return m_writer.write(work); }), m_writer(opened(dir))
    {
    }

private:
    hub::Writer m_writer;
};

template <typename Connection>
class SqliteFile : public FreshDatabase
{
public:
    std::unique_ptr<hub::HubDatabase> connect() const override { return std::make_unique<Connection>(m_dir.path()); }

private:
    QTemporaryDir m_dir;
};

template <typename Connection>
std::unique_ptr<FreshDatabase> makeFile()
{
    return std::make_unique<SqliteFile<Connection>>();
}

} // namespace

const std::vector<DatabaseKind>& databaseKinds()
{
    static const std::vector<DatabaseKind> kinds{
        {"SQLite, each unit of work by itself", makeFile<Alone>},
        {"SQLite, through the writer", makeFile<Serving>},
    };
    return kinds;
}

void write(hub::HubDatabase& database, const hub::HubDatabase::Work& work)
{
    const Status written = database.write(work);
    INFO((written ? std::string() : written.error().detail.toStdString()));
    REQUIRE(written);
}

hub::IncomingSubmission record(const QString& instanceId, const QByteArray& xml, const QString& device)
{
    hub::IncomingSubmission incoming;
    incoming.head.instanceId = instanceId;
    incoming.head.formId = u"visit"_s;
    incoming.head.version = u"1"_s;
    incoming.head.userId = u"s.wirawan"_s;
    incoming.xml = xml;
    incoming.xmlHash = QCryptographicHash::hash(xml, QCryptographicHash::Sha256);
    incoming.deviceId = device;
    return incoming;
}

connectors::Job job(const QString& id, const QString& instanceId)
{
    connectors::Job job;
    job.id = job.key = id;
    job.submission = instanceId;
    job.target = u"erp"_s;
    job.list = u"contacts"_s;
    job.entityId = u"c1"_s;
    return job;
}

} // namespace rapport::test
