// SPDX-License-Identifier: Apache-2.0
#include "e2e/office.h"
#include "e2e/stand.h"
#include "support/faultproxy.h"
#include "support/tryton.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using test::Fault;

namespace
{

const QString badges = QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges");
const QString erp = QStringLiteral("erp");

QStringList withHub(const Office& office)
{
    return {QStringLiteral("--hub"), office.hub.url().toString(), QStringLiteral("--camera-source"), badges};
}

} // namespace

TEST_CASE("A badge becomes one party and one opportunity in Tryton, whatever happens on the way", "[e2e]")
{
    if (!test::Tryton::installed()) {
        WARN("skipped: Tryton is not installed");
        return;
    }
    QTemporaryDir erpDir;
    test::Tryton tryton(erpDir.path());
    REQUIRE(tryton.start());
    test::FaultProxy proxy(tryton.port());
    QJsonObject connector = tryton.configuration(erp, proxy.port());
    connector[QLatin1String("request_seconds")] = 2;
    Office office;
    REQUIRE(office.prepare(connector));
    REQUIRE(office.hub.start());
    const int parties = tryton.count(QStringLiteral("party.party")), opportunities = tryton.count(QStringLiteral("sale.opportunity"));
    REQUIRE(parties >= 0);

    const Display display;
    const Machine machine;
    App app(machine, display);
    app.setToken(office.token);
    REQUIRE(app.start(withHub(office)));
    REQUIRE(app.waitForText(QStringLiteral("KälteExpo 2027")));
    const auto converse = [&] {
        REQUIRE(scanBadge(app));
        REQUIRE(answerInterest(app));
        REQUIRE(answerOpportunity(app));
        REQUIRE(answerConsent(app));
        REQUIRE(finish(app));
    };
    const auto confirmed = [&] { return receiptState(conversations(machine), 0, erp) == QLatin1String("confirmed"); };
    const auto standsOnce = [&] {
        CHECK(tryton.count(QStringLiteral("party.party")) == parties + 2); // the firm and the person
        CHECK(tryton.count(QStringLiteral("sale.opportunity")) == opportunities + 1);
        CHECK(tryton.count(QStringLiteral("sale.opportunity"),
                           test::Tryton::where(QStringLiteral("description"), QStringLiteral("Cold aisle Cluj"))) == 1);
    };

    SECTION("Tryton refuses connections at first")
    {
        proxy.set(Fault::refuse());
        converse();
        CHECK(eventually([&] { return receiptState(conversations(machine), 0, erp) == QLatin1String("waiting"); }));
        CHECK(tryton.count(QStringLiteral("sale.opportunity")) == opportunities);
        proxy.pass();
        CHECK(eventually(confirmed, 90'000));
        standsOnce();
    }
    SECTION("the answer to the new opportunity is lost after Tryton has made it")
    {
        proxy.set(Fault::commitThenDrop(), 1, "sale.opportunity.create");
        converse();
        CHECK(eventually(confirmed, 90'000));
        CHECK(proxy.faulted() == 1);
        standsOnce();
    }
    SECTION("there is no network, and the app is killed while it waits")
    {
        office.hub.stop();
        converse();
        CHECK(app.waitForText(QStringLiteral("1 waiting")));
        app.kill9();
        CHECK(outbox(machine).size() == 1);
        REQUIRE(app.start(withHub(office)));
        CHECK(app.waitForText(QStringLiteral("Waiting")));
        REQUIRE(office.hub.start());
        CHECK(eventually(confirmed, 90'000)); // by itself
        CHECK(outbox(machine).isEmpty());
        CHECK(app.waitForText(QStringLiteral("All sent")));
        standsOnce();

        INFO("what was typed and scanned is nowhere readable");
        for (const QString& word : {QStringLiteral("Çelik"), QStringLiteral("aylin.celik"), QStringLiteral("FrigoMart"), QStringLiteral("R290 fill"),
                                    QStringLiteral("Cold aisle")}) {
            CHECK(filesHolding(machine.dataDir(), word).isEmpty());
            CHECK_FALSE(app.log().contains(word.toUtf8()));
            CHECK(filesHolding(office.dir.path(), word).filter(QStringLiteral(".log")).isEmpty());
        }
        QFile maps(QStringLiteral("/proc/%1/maps").arg(app.pid()));
        REQUIRE(maps.open(QIODevice::ReadOnly));
        const QByteArray mapped = maps.readAll();
        CHECK(mapped.contains("libsqlcipher"));
        CHECK_FALSE(mapped.contains("libsqlite3"));
    }
}
