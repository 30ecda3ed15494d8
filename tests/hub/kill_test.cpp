// SPDX-License-Identifier: Apache-2.0
// The real rapport-hub, killed between request and answer: nothing that was answered is lost, nothing is there twice.
#include "hub/hubsupport.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/receipt.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QThread>

#include <catch2/catch.hpp>

#include <csignal>
#include <set>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

class Process
{
public:
    explicit Process(const QString& dataDir)
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(RAPPORT_BIN "/rapport-hub"), {u"--data-dir"_s, dataDir, u"--listen"_s, u"127.0.0.1:0"_s});
        QByteArray said;
        while (!said.contains('\n') && m_process.waitForReadyRead(10'000))
            said += m_process.readAllStandardOutput();
        static const QRegularExpression listening(u"^listening on 127\\.0\\.0\\.1:([0-9]+)\n"_s);
        m_port = listening.match(QString::fromLatin1(said)).captured(1).toUShort();
    }
    ~Process() { end(SIGKILL); }
    quint16 port() const { return m_port; }
    /// The exit code, or -1 where it did not end by itself.
    int end(int signal)
    {
        if (m_process.state() != QProcess::NotRunning)
            ::kill(static_cast<pid_t>(m_process.processId()), signal);
        m_process.waitForFinished(15'000);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

QString prepare(const QString& dataDir)
{
    hub::HubConfig config;
    config.dataDir = dataDir;
    auto admin = hub::HubAdmin::open(config);
    REQUIRE(admin);
    REQUIRE((*admin)->publishForm(visitForm()));
    const auto device = (*admin)->addDevice(u"Tablet"_s);
    REQUIRE(device);
    return device->token;
}

} // namespace

TEST_CASE("A hub killed between request and answer has every record once", "[hub][kill]")
{
    constexpr int rounds = 20, together = 6;
    QTemporaryDir dir;
    const QString dataDir = dir.path() + u"/hub"_s, token = prepare(dataDir);
    std::vector<Visit> all;
    int answeredBefore = 0, cutOff = 0;
    QRandomGenerator random(2027);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Visit> visits(together, Visit{.deal = true});
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        std::set<QByteArray> answered;
        {
            Process hub(dataDir);
            REQUIRE(hub.port() != 0);
            for (Visit& visit : visits) {
                visit = Visit{.deal = true};
                sockets.push_back(std::make_unique<QTcpSocket>());
                sockets.back()->connectToHost(u"127.0.0.1"_s, hub.port());
                REQUIRE(sockets.back()->waitForConnected());
                sockets.back()->write(Client(hub.port(), token).submission(visit.xml(), {{"p.jpg", uuid()}}));
                sockets.back()->flush();
            }
            QThread::usleep(random.bounded(5'000u));
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

        Process again(dataDir);
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

    Process last(dataDir);
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

TEST_CASE("SIGTERM lets the hub answer what has come in", "[hub][kill]")
{
    QTemporaryDir dir;
    const QString dataDir = dir.path() + u"/hub"_s, token = prepare(dataDir);
    Process hub(dataDir);
    REQUIRE(hub.port() != 0);
    CHECK(Client(hub.port(), token).submit(Visit().xml()).status == 201);
    CHECK(hub.end(SIGTERM) == 0);
}
