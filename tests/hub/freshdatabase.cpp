// SPDX-License-Identifier: Apache-2.0
#include "hub/freshdatabase.h"

#include "sync/hub/hubdatabase.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace rapport::test
{

namespace
{

using Open = Result<std::unique_ptr<hub::HubDatabase>> (*)(const QString& dataDir, const std::optional<QByteArray>& key);

template <Open open>
class SqliteFile : public FreshDatabase
{
public:
    std::unique_ptr<hub::HubDatabase> connect() const override
    {
        auto database = open(m_dir.path(), {});
        REQUIRE(database);
        return std::move(*database);
    }

private:
    QTemporaryDir m_dir;
};

template <Open open>
std::unique_ptr<FreshDatabase> makeFile()
{
    return std::make_unique<SqliteFile<open>>();
}

} // namespace

const std::vector<DatabaseKind>& databaseKinds()
{
    static const std::vector<DatabaseKind> kinds{
        {"SQLite, each unit of work by itself, as `rapportctl hub` does", makeFile<hub::openForOffice>},
        {"SQLite, units of work in groups, as a serving hub does", makeFile<hub::openForServing>},
    };
    return kinds;
}

TwoProcesses::TwoProcesses(const DatabaseKind& kind)
    : fresh(kind.make()), database(fresh->connect()), other(fresh->connect()), reading(std::move(*other->reading()))
{
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
