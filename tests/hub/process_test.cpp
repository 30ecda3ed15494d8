// SPDX-License-Identifier: Apache-2.0
// rapport-hub as whoever runs it sees it: what it says, how it ends.
#include "hub/hubprocess.h"
#include "hub/hubsupport.h"
#include "sync/db/database.h"
#include "sync/wire/openrosa.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QThread>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

TEST_CASE("SIGTERM ends the hub cleanly, and its log names nobody", "[hub][process]")
{
    QTemporaryDir dir;
    const QString dataDir = dir.filePath(u"hub"_s), token = prepareHub(dataDir);
    HubProcess hub(dataDir);
    REQUIRE(hub.port() != 0);
    const Visit visit{.name = "Mara-In-Clear", .email = "mara-in-clear@one.example", .label = "Mara-In-Clear"};
    const Client client(hub.port(), token);
    CHECK(client.submit(visit.xml()).status == 201);
    CHECK(client.submit(QByteArray(visit.xml()).replace("<deal>no", "<deal>yes")).status == 409);
    CHECK(client.submit("<data id=\"visit\"><name>Mara-In-Clear</name>").status == 400);
    CHECK(hub.end(SIGTERM) == 0);
    const QByteArray log = hub.log().toLower();
    CHECK(log.contains(visit.instance));
    CHECK_FALSE(log.contains("mara-in-clear"));
    CHECK_FALSE(log.contains(token.toLatin1().toLower()));
}

TEST_CASE("A hub whose disk is full keeps nothing by half, says so, and goes on when there is room", "[hub][process]")
{
    QTemporaryDir dir;
    const QString dataDir = dir.filePath(u"hub"_s), token = prepareHub(dataDir);
    HubProcess hub(dataDir);
    REQUIRE(hub.port() != 0);
    const Client client(hub.port(), token);
    const Visit before, refused, pictured;
    const std::vector<Client::File> picture{{"p.jpg", QByteArray(200'000, 'x')}};
    REQUIRE(client.submit(before.xml()).status == 201);
    hub.limitFiles(1);
    for (const Answer& answer : {client.submit(refused.xml()), client.submit(pictured.xml(), picture)}) {
        CHECK(answer.status == 507);
        CHECK(wire::parseResponse(answer.body).value_or(QString()).contains(u"no room"_s));
    }
    CHECK(client.get("/v1/device").status == 200);
    CHECK(client.get("/v1/entities/contacts").body.contains(before.contact));
    CHECK_FALSE(client.get("/v1/entities/contacts").body.contains(refused.contact));
    CHECK_FALSE(client.get("/v1/receipts").body.contains(refused.instance));
    hub.limitFiles(RLIM_INFINITY);
    CHECK(client.submit(refused.xml()).status == 201);
    CHECK(client.submit(pictured.xml(), picture).status == 201);
    CHECK(hub.end(SIGTERM) == 0);

    hub::HubConfig config;
    config.dataDir = dataDir;
    auto admin = hub::HubAdmin::open(config);
    REQUIRE(admin);
    CHECK((*admin)->submissions().value_or({}).size() == 3);
}

TEST_CASE("--now sets the hub's clock, and time runs on", "[hub][process]")
{
    QTemporaryDir dir;
    const QString dataDir = dir.filePath(u"hub"_s), token = prepareHub(dataDir);
    const HubProcess hub(dataDir, {u"--now"_s, u"2027-11-10T09:00:00+01:00"_s});
    REQUIRE(hub.port() != 0);
    const auto now = [&] {
        const auto self = QJsonDocument::fromJson(Client(hub.port(), token).get("/v1/device").body).object();
        return QDateTime::fromString(self[u"server_time"_s].toString(), Qt::ISODateWithMs);
    };
    const QDateTime first = now();
    CHECK(QDateTime(QDate(2027, 11, 10), QTime(8, 0), Qt::UTC).msecsTo(first) < 60'000);
    QThread::msleep(5);
    CHECK(first < now());
}

TEST_CASE("A hub that cannot serve says why in a sentence and goes", "[hub][process]")
{
    QTemporaryDir dir;
    const QString dataDir = dir.filePath(u"hub"_s);
    (void)prepareHub(dataDir); // the folder is what counts here
    struct Row {
        const char* note;
        int code;
        QByteArray said;
    };
    const auto ends = [&](const QString& folder, const QStringList& more, const Row& row) {
        INFO(row.note);
        HubProcess hub(folder, more);
        CHECK(hub.port() == 0);
        CHECK(hub.wait() == row.code);
        const QByteArray log = hub.log();
        INFO(log.toStdString());
        CHECK(log.startsWith("rapport-hub: "));
        CHECK(log.contains(row.said));
    };
    QTcpServer other;
    REQUIRE(other.listen(QHostAddress::LocalHost));
    ends(dataDir, {u"--listen"_s, u"127.0.0.1:%1"_s.arg(other.serverPort())}, {"the port is in use", 1, "port"});
    ends(dataDir, {u"--listen"_s, u"somewhere"_s}, {"no address", 2, "--listen"});
    ends(dataDir, {u"--listen"_s, u"300.0.0.1:0"_s}, {"no such address", 1, "IPv4"});
    ends(dataDir, {u"--now"_s, u"yesterday"_s}, {"no time", 2, "--now"});
    ends(dataDir, {u"--dance"_s}, {"no such option", 2, "dance"});
    ends(u"/proc/none"_s, {}, {"a folder that cannot be", 1, "/proc/none"});
    {
        const HubProcess first(dataDir);
        REQUIRE(first.port() != 0);
        ends(dataDir, {}, {"another hub serves it", 1, "Another hub"});
    }
    {
        auto database = db::Database::open(dataDir + u"/hub.db"_s, {});
        REQUIRE(database);
        REQUIRE(database->execute("PRAGMA user_version = 99"));
    }
    ends(dataDir, {}, {"a newer schema", 1, "newer Rapport"});
    QFile file(dataDir + u"/hub.db"_s);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(8192, 'x'));
    file.close();
    ends(dataDir, {}, {"no database", 1, "cannot be opened"});
}
