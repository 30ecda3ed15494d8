// SPDX-License-Identifier: Apache-2.0
// A record's whole way with faults on it: device, hub, a real Tryton, each behind a proxy that misbehaves.
#include "hub/hubprocess.h"
#include "hub/hubsupport.h"
#include "support/faultproxy.h"
#include "support/tryton.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/receipt.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QThread>

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

/// A real Tryton behind a proxy, started once for all cases.
struct Erp {
    QTemporaryDir dir;
    Tryton tryton{dir.path()};
    bool started = Tryton::installed() && tryton.start();
    FaultProxy proxy{tryton.port()};

    QByteArray connector() const
    {
        QJsonObject configuration = tryton.configuration(u"erp"_s, proxy.port());
        configuration[u"request_seconds"_s] = 5;
        return QJsonDocument(configuration).toJson();
    }
    int parties(const Visit& visit)
    {
        return tryton.count(u"party.party"_s, Tryton::where(u"code"_s, u"RAP-"_s + QString::fromLatin1(visit.contact)));
    }
    int opportunities(const Visit& visit)
    {
        return tryton.count(u"sale.opportunity"_s, Tryton::where(u"reference"_s, u"RAP-"_s + QString::fromLatin1(visit.opportunity)));
    }
};

/// Nothing where Tryton is not installed.
Erp* erpOrSkip()
{
    if (!Tryton::installed()) {
        WARN("skipped: Tryton is not installed (tryton-server and modules, app/install/packages.txt)");
        return nullptr;
    }
    static Erp erp;
    REQUIRE(erp.started);
    erp.proxy.pass();
    erp.proxy.forget();
    return &erp;
}

template <typename Condition>
bool eventually(Condition condition)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 60'000; QThread::msleep(50)) {
        if (condition())
            return true;
    }
    return false;
}

wire::Receipt receiptAt(const QString& target, const Client& client)
{
    const auto page = wire::parseReceipts(client.get("/v1/receipts").body);
    for (const wire::Receipt& receipt : page ? page->receipts : std::vector<wire::Receipt>()) {
        if (receipt.target == target)
            return receipt;
    }
    return {};
}

bool isConfirmed(const Client& client)
{
    return receiptAt(u"erp"_s, client).state == wire::Receipt::State::Confirmed;
}

} // namespace

TEST_CASE("Whatever happens on the way to Tryton, one party and one opportunity stand there", "[faults]")
{
    Erp* erp = erpOrSkip();
    if (!erp)
        return;
    struct Row {
        const char* note;
        Fault fault;
        QByteArray call;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", Fault{}, {}},
        {"nobody listens", Fault::refuse(), {}},
        {"the party's answer is lost", Fault::commitThenDrop(), "party.party.create"},
        {"the opportunity's answer is lost", Fault::commitThenDrop(), "sale.opportunity.create"},
        {"the opportunity's answer is torn", Fault::truncate(), "sale.opportunity.create"},
        {"a gateway answers 502", Fault::answerWith(502), "sale.opportunity.create"},
        {"the log-in is answered by HTML", Fault::answerWith(200), "common.db.login"},
    }));
    INFO(row.note);
    const auto ahead = std::make_shared<std::atomic<qint64>>(0);
    hub::HubConfig config;
    config.clock = [ahead] { return QDateTime::currentDateTimeUtc().addSecs(*ahead); };
    ServedFolder folder(config);
    REQUIRE(folder.admin().addConnector(erp->connector()));
    erp->proxy.set(row.fault, 1, row.call);

    const Visit visit{.deal = true};
    REQUIRE(folder.client().submit(visit.xml()).status == 201);
    if (row.fault.kind == Fault::Kind::Refuse) {
        REQUIRE(eventually([&] { return !receiptAt(u"erp"_s, folder.client()).sentence.isEmpty(); }));
        CHECK(receiptAt(u"erp"_s, folder.client()).state == wire::Receipt::State::Waiting);
        erp->proxy.pass();
    }
    REQUIRE(eventually([&] {
        *ahead += 10; // time flies, so that no wait is felt
        return isConfirmed(folder.client());
    }));
    CHECK(receiptAt(u"erp"_s, folder.client()).reference.startsWith(u"Opportunity "_s));
    CHECK(erp->parties(visit) == 1);
    CHECK(erp->opportunities(visit) == 1);
}

TEST_CASE("A hub killed while Tryton works finds what was done", "[faults]")
{
    Erp* erp = erpOrSkip();
    if (!erp)
        return;
    QTemporaryDir dir;
    const QString dataDir = dir.filePath(u"hub"_s), token = prepareHub(dataDir);
    {
        hub::HubConfig config;
        config.dataDir = dataDir;
        REQUIRE((*hub::HubAdmin::open(config))->addConnector(erp->connector()));
    }
    const Visit visit{.deal = true};
    erp->proxy.set(Fault::slow(std::chrono::milliseconds(400)), 1, "sale.opportunity.create");
    {
        HubProcess hub(dataDir);
        REQUIRE(hub.port() != 0);
        REQUIRE(Client(hub.port(), token).submit(visit.xml()).status == 201);
        REQUIRE(eventually([&] { return erp->proxy.seen("sale.opportunity.create") == 1; }));
        hub.end(SIGKILL);
    }
    REQUIRE(eventually([&] { return erp->opportunities(visit) == 1; })); // Tryton does it all the same
    HubProcess again(dataDir);
    REQUIRE(again.port() != 0);
    const Client client(again.port(), token);
    REQUIRE(eventually([&] { return isConfirmed(client); }));
    CHECK(erp->parties(visit) == 1);
    CHECK(erp->opportunities(visit) == 1);
    CHECK(again.end(SIGTERM) == 0);
}

TEST_CASE("A device whose answer was lost sends again and has one record", "[faults]")
{
    ServedFolder folder;
    FaultProxy proxy(folder.hub().port());
    const auto fault = GENERATE(Fault::commitThenDrop(), Fault::truncate(), Fault::answerWith(500));
    proxy.set(fault, 1, "POST /submission");
    const Visit visit{.deal = true};
    const Client device(proxy.port(), folder.device().token);
    const std::vector<Client::File> files{{"p.jpg", QByteArray(100'000, 'x')}};
    (void)device.submit(visit.xml(), files); // whatever comes back is no answer of the hub
    CHECK(device.submit(visit.xml(), files).status == 201);
    CHECK(folder.admin().submissions()->size() == 1);
    CHECK(receiptAt(u"hub"_s, folder.client()).state == wire::Receipt::State::Confirmed);
}

TEST_CASE("What Tryton knows comes down whole, and what we made there stays what it is", "[faults][pull]")
{
    Erp* erp = erpOrSkip();
    if (!erp)
        return;
    struct Row {
        const char* note;
        Fault fault;
        QByteArray call;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", Fault{}, {}},
        {"a page of the parties is torn", Fault::truncate(), "party.party.search_read"},
        {"a gateway answers 502", Fault::answerWith(502), "party.party.search_read"},
        {"the log-in is answered by HTML", Fault::answerWith(200), "common.db.login"},
    }));
    INFO(row.note);
    const auto ahead = std::make_shared<std::atomic<qint64>>(0);
    hub::HubConfig config;
    config.clock = [ahead] { return QDateTime::currentDateTimeUtc().addSecs(*ahead); };
    ServedFolder folder(config);
    erp->proxy.set(row.fault, 1, row.call);
    REQUIRE(folder.admin().addConnector(erp->connector()));
    Visit visit;
    visit.email = uuid() + "@one.example";
    REQUIRE(folder.client().submit(visit.xml()).status == 201);
    const auto rows = [&](const char* list) {
        const auto page = wire::parseEntityPage(folder.client().get(QByteArray("/v1/entities/") + list).body);
        return page ? page->rows : std::vector<wire::EntityRow>();
    };
    const auto withEmail = [&](const char* list) {
        std::vector<wire::EntityRow> found;
        for (const wire::EntityRow& one : rows(list)) {
            const auto email = one.properties.find(u"email"_s);
            if (email != one.properties.end() && email->second.toLatin1() == visit.email)
                found.push_back(one);
        }
        return found;
    };
    REQUIRE(eventually([&] {
        *ahead += 60;
        return isConfirmed(folder.client());
    }));
    REQUIRE(eventually([&] {
        *ahead += 60;
        const auto rounds = folder.admin().pullConnector(u"erp"_s);
        REQUIRE(rounds);
        return std::all_of(rounds->begin(), rounds->end(), [](const auto& round) { return !round.toObject().contains(u"error"_s); });
    }));
    const auto firms = rows("organisations");
    CHECK(std::count_if(firms.begin(), firms.end(), [](const auto& firm) { return firm.label == u"Seed Customer AG"_s; }) == 1);
    // A person without a firm is a party like a firm there; here she stays the person that the record made.
    CHECK(withEmail("organisations").empty());
    const auto people = withEmail("contacts");
    REQUIRE(people.size() == 1);
    CHECK(people[0].id.toLatin1() == visit.contact);
    CHECK(people[0].version == 1);
    CHECK(erp->parties(visit) == 1);
}
