// SPDX-License-Identifier: Apache-2.0
// The rep's day at the stand, as far as the product reaches today: scan, talk, crash, a network that comes back and an ERP that misbehaves.
// A5, A6, A8 and A13, the people that are half known, are in people_test.cpp.
#include "e2e/office.h"
#include "e2e/stand.h"
#include "support/faultproxy.h"
#include "support/tryton.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;
using test::Fault;

namespace
{

const QString badges = QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges");
const QString erp = u"erp"_s;
constexpr int accounts = 610, people = 4200;

bool write(const QString& name, const QByteArray& content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Where a test leaves its pictures for those who want to look; nowhere unless asked.
void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

/// Whether the outbox says that of the conversation with @p person.
bool isSaid(App& app, const QString& person, const QString& text)
{
    return app.has(u"outboxRow[title=%1] > [text=%2]"_s.arg(person, text));
}

/// 610 invented firms with 4,200 people.
bool importCustomers(const Office& office)
{
    const auto uuid = [](int kind, int number) { return u"%1000000-0000-4000-8000-%2"_s.arg(kind).arg(number, 12, 10, QLatin1Char('0')).toUtf8(); };
    QByteArray firms("name,label,customer_number,city,country\n"), contacts("name,label,organisation_id,given_name,family_name,email\n");
    for (int i = 1; i <= accounts; ++i)
        firms += uuid(1, i) + ",Kaltmarkt " + QByteArray::number(i) + " GmbH," + QByteArray::number(200000 + i) + ",Mannheim,DE\n";
    for (int i = 1; i <= people; ++i) {
        const QByteArray n = QByteArray::number(i);
        contacts += uuid(2, i) + ",Petra Muster" + n + ',' + uuid(1, 1 + i % accounts) + ",Petra,Muster" + n + ",petra" + n + "@kaltmarkt.example\n";
    }
    const auto import = [&](const QString& list, const QByteArray& csv) {
        const QString file = office.dir.filePath(list + u".csv"_s);
        return write(file, csv) && office.ctl({u"entities"_s, u"import"_s, list, file}).exitCode == 0;
    };
    return import(u"organisations"_s, firms) && import(u"contacts"_s, contacts);
}

/// A4: everything that she and Ms Çelik agree on.
bool agree(App& app)
{
    return answerInterest(app) && answerNoOpportunity(app) && agreeFollowUps(app) && answerConsent(app);
}

QJsonArray consents(const Machine& machine)
{
    return rapportctl({u"inspect"_s, u"--data-dir"_s, machine.dataDir(), u"consents"_s}, machine.environment()).json().array();
}

QJsonObject propertiesOf(const QJsonValue& entity)
{
    return entity.toObject()[u"properties"_s].toObject();
}

} // namespace

TEST_CASE("A day at the stand, most of it without a network, reaches the ERP once and whole", "[e2e]")
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
    connector[u"request_seconds"_s] = 2;
    Office office;
    REQUIRE(office.prepare(connector));
    REQUIRE(importCustomers(office));
    REQUIRE(office.hub.start());
    const int parties = tryton.count(u"party.party"_s);
    const QString invitation = office.dir.filePath(u"invitation.png"_s);
    REQUIRE(office.ctl({u"device"_s, u"invite"_s, u"T1"_s, u"--png"_s, invitation}).exitCode == 0);

    const Display display;
    const Machine machine;
    App app(machine, display);
    const auto startAt = [&](const QString& now) { return app.start({u"--camera-source"_s, badges, u"--now"_s, now}); };

    INFO("the tablet is taken in by the office's invitation");
    REQUIRE(app.start({u"--camera-source"_s, invitation})); // today, long before the fair
    REQUIRE(enrolByScan(app));
    REQUIRE(eventually([&] { return entities(machine, u"contacts"_s).size() >= people; }, 60'000));

    INFO("its token is renewed a month before the fair, its lease four days before it");
    for (const QString& morning : {u"2027-10-08T08:30:00+02:00"_s, u"2027-11-06T08:30:00+01:00"_s}) {
        office.hub.stop();
        app.kill9();
        office.hub.setNow(morning);
        REQUIRE(office.hub.start());
        REQUIRE(startAt(morning));
        REQUIRE(app.waitForText(u"last contact 08:3"_s));
    }

    INFO("A1: ready for the fair?");
    REQUIRE(app.click(u"nav_home"_s));
    REQUIRE(app.click(u"homeReadinessButton"_s));
    CHECK(app.waitForText(u"Ready for the fair"_s));
    CHECK(eventually([&] {
        const QJsonArray facts = rapportctl({u"inspect"_s, u"--data-dir"_s, machine.dataDir(), u"readiness"_s}, machine.environment()).json().array();
        return facts.size() >= 6 && std::all_of(facts.begin(), facts.end(), [](const QJsonValue& fact) { return fact.toObject()[u"ok"_s].toBool(); });
    }));

    INFO("A2: no network, the token has ended, a new start");
    office.hub.stop();
    app.kill9();
    REQUIRE(startAt(u"2027-11-10T09:05:00+01:00"_s));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    REQUIRE(app.click(u"nav_search"_s));
    REQUIRE(app.enter(u"customerField"_s, u"muster4199"_s));
    CHECK(app.waitForText(u"Petra Muster4199"_s));
    REQUIRE(app.click(u"nav_home"_s));

    INFO("A3: the badge is read and the form opens filled in");
    const int before = app.taps();
    REQUIRE(scanBadge(app));

    INFO("A4: what was agreed");
    REQUIRE(agree(app));
    REQUIRE(finish(app));
    CHECK(app.taps() - before <= 25);
    CHECK(outbox(machine).size() == 1);
    const QJsonArray agreed = entities(machine, u"followups"_s);
    REQUIRE(agreed.size() == 2);
    for (const QJsonValue& followUp : agreed)
        CHECK(propertiesOf(followUp)[u"due"_s].toString() == u"2027-11-17");
    const QJsonArray given = consents(machine);
    REQUIRE(given.size() == 2); // to be contacted, and the newsletter refused
    for (const QJsonValue& consent : given) {
        const QJsonObject says = propertiesOf(consent);
        CHECK(says[u"text_id"_s].toString() == u"CT-2027-2");
        CHECK(says[u"given"_s].toString() == (says[u"purpose"_s].toString() == u"contact" ? u"yes" : u"no"));
        CHECK(says[u"at"_s].toString().startsWith(u"2027-11-10T09:0"));
        CHECK_FALSE(says[u"device"_s].toString().isEmpty());
    }

    INFO("A10: killed at the fifth question; the conversation goes on where it was");
    REQUIRE(scanBadge(app, u"Dvořák"_s));
    REQUIRE(answerInterest(app));
    REQUIRE(app.waitForText(u"Saved on this tablet"_s));
    const QJsonObject draft = conversations(machine)[0].toObject();
    app.kill9();
    REQUIRE(startAt(u"2027-11-10T11:02:00+01:00"_s));
    REQUIRE(app.waitForText(u"Continue the conversation with Marek Dvořák"_s));
    REQUIRE(app.click(u"continueButton"_s));
    REQUIRE(app.waitFor(u"questionRow"_s));
    CHECK(conversations(machine)[0].toObject() == draft);
    REQUIRE(answerNoOpportunity(app));
    REQUIRE(answerConsent(app));
    REQUIRE(finish(app));
    CHECK(outbox(machine).size() == 2);

    INFO("A12: the network is back; the ERP loses two answers, then fails three times; nobody touches anything");
    const QStringList people{u"Aylin Çelik"_s, u"Marek Dvořák"_s};
    const auto stand = [&](const QString& state) {
        return eventually([&] { return app.count(u"outboxRow[stateText=%1]"_s.arg(state)) == 2; }, 60'000);
    };
    REQUIRE(app.click(u"nav_outbox"_s));
    CHECK(stand(u"Waiting"_s));
    look(app, "a12-waiting");
    proxy.set(Fault::commitThenDrop(), 2, "party.create");
    office.hub.setNow(u"2027-11-10T15:30:00+01:00"_s);
    REQUIRE(office.hub.start());
    CHECK(stand(u"Sent"_s));
    CHECK(eventually([&] { return isSaid(app, people[0], u"waits"_s) && isSaid(app, people[1], u"waits"_s); }));
    look(app, "a12-sent");
    CHECK(eventually([&] { return proxy.faulted() >= 2; }, 60'000));
    proxy.set(Fault::answerWith(500), 3);
    const auto confirmed = [&] {
        const QJsonArray all = conversations(machine);
        return all.size() == 2 && receiptState(all, 0, erp) == u"confirmed" && receiptState(all, 1, erp) == u"confirmed";
    };
    CHECK(eventually(confirmed, 180'000));
    CHECK(proxy.faulted() == 5);
    for (const QString& person : people) {
        const QJsonArray party = tryton.read(u"party.party"_s, test::Tryton::where(u"name"_s, person), QJsonArray{u"code"_s});
        REQUIRE(party.size() == 1); // exactly one
        const QString number = party[0][u"code"_s].toString();
        CHECK_FALSE(number.isEmpty());
        CHECK(eventually([&] { return isSaid(app, person, u"Party "_s + number); }));
    }
    look(app, "a12-confirmed");
    REQUIRE(app.click(u"outboxRow[title=%1]"_s.arg(people[0])));
    CHECK(app.waitForText(u"Delivered once"_s));
    look(app, "a12-delivered");
    CHECK(outbox(machine).isEmpty());
    CHECK(tryton.count(u"party.party"_s) == parties + 4); // two people and their firms
    REQUIRE(app.click(u"nav_home"_s));
    CHECK(app.waitForText(u"All sent"_s));

    INFO("G1, G2: as many as were finished, each under its own key, some of them tried more than once");
    CHECK(office.ctl({u"submissions"_s, u"list"_s}).json().array().size() == 2);
    const QJsonArray jobs = office.ctl({u"jobs"_s, u"list"_s}).json().array();
    CHECK(std::all_of(jobs.begin(), jobs.end(), [](const QJsonValue& one) { return one[u"state"_s].toString() == u"confirmed"; }));
    CHECK(std::any_of(jobs.begin(), jobs.end(), [](const QJsonValue& one) { return one[u"attempts"_s].toInt() > 1; }));

    INFO("G6: nobody's name is in a log");
    for (const QString& word : {u"Çelik"_s, u"aylin.celik"_s, u"Dvořák"_s, u"FrigoMart"_s})
        CHECK_FALSE(app.log().contains(word.toUtf8()));
}
