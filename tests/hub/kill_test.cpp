// SPDX-License-Identifier: Apache-2.0
// The real rapport-hub, killed between request and answer: nothing that was answered is lost, nothing is there twice.
#include "hub/hubprocess.h"
#include "hub/hubsupport.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/receipt.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QThread>

#include <catch2/catch.hpp>

#include <set>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

TEST_CASE("A hub killed between request and answer has every record once", "[hub][kill]")
{
    constexpr int together = 6;
    const int rounds = qEnvironmentVariableIsSet("RAPPORT_LONG") ? 100 : 20;
    QTemporaryDir dir;
    const QString dataDir = dir.path() + u"/hub"_s, token = prepareHub(dataDir);
    std::vector<Visit> all;
    int answeredBefore = 0, cutOff = 0;
    QRandomGenerator random(2027);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Visit> visits(together, Visit{.deal = true});
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        std::set<QByteArray> answered;
        {
            HubProcess hub(dataDir);
            REQUIRE(hub.port() != 0);
            for (Visit& visit : visits) {
                visit = Visit{.deal = true};
                sockets.push_back(std::make_unique<QTcpSocket>());
                sockets.back()->connectToHost(u"127.0.0.1"_s, hub.port());
                REQUIRE(sockets.back()->waitForConnected());
                sockets.back()->write(Client(hub.port(), token).submission(visit.xml(), {{"p.jpg", uuid()}}));
                sockets.back()->flush();
            }
            QThread::usleep(random.bounded(12'000u));
            hub.end(SIGKILL);
        }
        for (std::size_t i = 0; i < visits.size(); ++i) {
            while (sockets[i]->waitForReadyRead(1000)) {
            }
            if (sockets[i]->readAll().startsWith("HTTP/1.1 201"))
                answered.insert(visits[i].instance);
        }
        answeredBefore += static_cast<int>(answered.size());
        cutOff += together - static_cast<int>(answered.size());

        HubProcess again(dataDir);
        REQUIRE(again.port() != 0);
        const Client client(again.port(), token);
        const auto receipts = wire::parseReceipts(client.get("/v1/receipts").body);
        REQUIRE(receipts);
        for (const QByteArray& instance : answered) {
            CHECK(std::any_of(receipts->receipts.begin(), receipts->receipts.end(),
                              [&](const wire::Receipt& receipt) { return receipt.instanceId.toLatin1() == instance; }));
        }
        for (const Visit& visit : visits)
            CHECK(client.submit(visit.xml()).status == 201);
        all.insert(all.end(), visits.begin(), visits.end());
        CHECK(again.end(SIGTERM) == 0);
    }

    HubProcess last(dataDir);
    const Client client(last.port(), token);
    for (const char* list : {"contacts", "opportunities"}) {
        const auto page = wire::parseEntityPage(client.get(QByteArray("/v1/entities/") + list).body);
        REQUIRE(page);
        CHECK(page->rows.size() == all.size());
        for (const wire::EntityRow& row : page->rows)
            CHECK(row.version == 1);
    }
    const auto receipts = wire::parseReceipts(client.get("/v1/receipts").body);
    REQUIRE(receipts);
    CHECK(receipts->receipts.size() == all.size());
    WARN("kills: " << rounds << ", records: " << all.size() << ", answered before the kill: " << answeredBefore << ", cut off: " << cutOff);
}
