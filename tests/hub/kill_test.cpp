// SPDX-License-Identifier: Apache-2.0
// The real rapport-hub, killed between request and answer: nothing that was answered is lost, nothing is there twice.
#include "hub/hubprocess.h"
#include "hub/hubsupport.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/receipt.h"

#include <QElapsedTimer>
#include <QFile>
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

TEST_CASE("A hub killed while a file comes in goes on with it where it was", "[hub][kill][uploads]")
{
    const int rounds = qEnvironmentVariableIsSet("RAPPORT_LONG") ? 60 : 12;
    QTemporaryDir dir;
    const QString dataDir = dir.path() + u"/hub"_s, token = prepareHub(dataDir);
    QByteArray content(static_cast<qsizetype>(rounds) * 700'000, Qt::Uninitialized);
    QRandomGenerator random(2028);
    for (char& byte : content)
        byte = static_cast<char>(random.generate());
    const QByteArray hash = sha256Of(content), address = "/v1/uploads/" + hash;
    const Visit visit;
    const auto start = [&] {
        auto hub = std::make_unique<HubProcess>(dataDir);
        REQUIRE(hub->port() != 0);
        return hub;
    };
    REQUIRE(Client(start()->port(), token).submit(visit.xml(), {}, announcing({{"p.jpg", content}})).status == 201);
    qint64 sent = 0, here = 0;
    int kills = 0;
    bool whole = false;
    for (int round = 0; round < rounds * 2 && !whole; ++round) {
        auto hub = start();
        const Client client(hub->port(), token);
        const Answer before = client.head(address);
        REQUIRE(before.status == 200);
        const qint64 offset = before.headers.value("upload-offset").toLongLong();
        CHECK(offset >= here); // what it had once said is there
        here = offset;
        const bool last = round >= rounds;
        const qint64 length = last ? content.size() - here : std::min<qint64>(content.size() - here, 1'000'000);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, hub->port());
        REQUIRE(socket.waitForConnected());
        socket.write(client.piece(hash, QByteArray::number(here), length) + content.mid(here, length));
        if (last) {
            REQUIRE(socket.waitForReadyRead(20'000));
            CHECK(socket.readAll().startsWith("HTTP/1.1 204"));
            sent += length;
            whole = true;
            break;
        }
        QElapsedTimer timer;
        timer.start();
        for (const int patience = static_cast<int>(random.bounded(1, 12)); timer.elapsed() < patience;)
            socket.waitForBytesWritten(1);
        sent += length - socket.bytesToWrite();
        hub->end(SIGKILL);
        ++kills;
        if (socket.readAll().contains(" 204 "))
            here += length; // answered: then it is there
    }
    auto hub = start();
    const Client client(hub->port(), token);
    CHECK(client.submit(visit.xml(), {}, announcing({{"p.jpg", content}})).headers.value("x-rapport-missing") == "0");
    CHECK(bool(client.get("/v1/blobs/" + hash).body == content));
    WARN("kills: " << kills << ", bytes of the file: " << content.size() << ", left our socket: " << sent);
}

TEST_CASE("A large file comes in without being held in memory", "[hub][uploads]")
{
    const qint64 megabytes = qEnvironmentVariableIsSet("RAPPORT_LONG") ? 200 : 20;
    QTemporaryDir dir;
    const QString dataDir = dir.path() + u"/hub"_s, token = prepareHub(dataDir);
    QByteArray content(megabytes * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype at = 0; at < content.size(); ++at)
        content[at] = static_cast<char>(at * 7 + at / 4099);
    const QByteArray hash = sha256Of(content);
    HubProcess hub(dataDir);
    REQUIRE(hub.port() != 0);
    const Client client(hub.port(), token);
    const Client::File small{"s.jpg", QByteArray(200'000, 's')};
    REQUIRE(client.submit(Visit().xml(), {}, announcing({{"film.mp4", content}, small})).status == 201);
    REQUIRE(client.patch(sha256Of(small.content), "0", small.content).status == 204);
    const qint64 before = hub.peakMemory();
    constexpr qint64 piece = 16 * 1024 * 1024;
    for (qint64 at = 0; at < content.size(); at += piece)
        REQUIRE(client.patch(hash, QByteArray::number(at), content.mid(at, piece)).status == 204);
    const qint64 more = hub.peakMemory() - before;
    CHECK(more <= 16 * 1024 * 1024);
    CHECK(QFile(dataDir + u"/blobs/"_s + QString::fromLatin1(hash)).size() == content.size());
    WARN(megabytes << " MB: " << more / 1024 << " KB more than before");
}
