// SPDX-License-Identifier: Apache-2.0
// A tablet that the office has closed, and one that has not reached the hub for its lease: what stands on its screen, and what still goes out.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

void shoot(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        app.screenshot(folder + u'/' + name + u".png"_s);
}

/// A tablet at a hub whose fair is on, with one conversation finished that the hub does not have yet.
struct Booth {
    Office office;
    Display display;
    Machine machine;
    App app{machine, display};
    QString deviceId;

    Booth()
    {
        REQUIRE(office.prepare(
            {{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"Lead file"_s}, {u"folder"_s, office.dir.filePath(u"out"_s)}}));
        deviceId = office.ctl({u"device"_s, u"list"_s}).json().array().first()[u"device_id"_s].toString();
        app.setToken(office.token);
    }
    bool startAt(const QString& now, const QString& language = u"en"_s)
    {
        return app.start({u"--hub"_s, office.hub.url().toString(), u"--camera-source"_s, QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges"),
                          u"--now"_s, now, u"--lang"_s, language});
    }
    bool serveAt(const QString& now)
    {
        office.hub.stop();
        office.hub.setNow(now);
        return office.hub.start();
    }
    bool converse() { return scanBadge(app) && answerInterest(app) && answerNoOpportunity(app) && answerConsent(app) && finish(app); }
    CommandResult ask(const QStringList& words) const
    {
        return rapportctl(words + QStringList{u"--data-dir"_s, machine.dataDir()}, machine.environment());
    }
    qsizetype delivered() const { return office.ctl({u"submissions"_s, u"list"_s}).json().array().size(); }
};

} // namespace

TEST_CASE("A tablet that the office has closed says so, opens nothing, delivers what waits, and is back when it may", "[e2e]")
{
    Booth booth;
    App& app = booth.app;
    REQUIRE(booth.serveAt(u"2027-11-10T09:00:00+01:00"_s));
    REQUIRE(booth.startAt(u"2027-11-10T09:00:00+01:00"_s));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    booth.office.hub.stop();
    REQUIRE(booth.converse());
    REQUIRE(outbox(booth.machine).size() == 1);
    REQUIRE(booth.office.ctl({u"device"_s, u"revoke"_s, booth.deviceId}).exitCode == 0);
    REQUIRE(booth.serveAt(u"2027-11-10T10:00:00+01:00"_s));
    REQUIRE(app.click(u"syncChip"_s));

    REQUIRE(app.waitFor(u"lockScreen"_s));
    CHECK(app.waitForText(u"The office has withdrawn this tablet’s access"_s));
    CHECK(app.waitForText(u"Everything that was finished here has been sent."_s));
    shoot(app, u"lock-revoked"_s);
    CHECK(booth.delivered() == 1);
    CHECK(outbox(booth.machine).isEmpty());
    for (const QString& gone : {u"homeScreen"_s, u"nav_home"_s, u"nav_search"_s, u"conversationRow"_s})
        CHECK_FALSE(app.has(gone));
    for (const QString& text : app.texts())
        CHECK_FALSE(text.contains(u"Çelik"_s));
    const CommandResult refused = booth.ask({u"search"_s, u"Weber"_s});
    CHECK(refused.exitCode != 0);
    CHECK(refused.err.contains("closed"));

    INFO("also after a new start, without a network, in another language");
    booth.office.hub.stop();
    app.kill9();
    REQUIRE(booth.startAt(u"2027-11-10T11:00:00+01:00"_s, u"de"_s));
    REQUIRE(app.waitFor(u"lockScreen"_s));
    CHECK(app.waitForText(u"Das Büro hat"_s));
    shoot(app, u"lock-revoked-de"_s);
    CHECK_FALSE(app.has(u"homeScreen"_s));

    INFO("the office gives it back");
    REQUIRE(booth.office.ctl({u"device"_s, u"restore"_s, booth.deviceId}).exitCode == 0);
    REQUIRE(booth.serveAt(u"2027-11-10T11:00:00+01:00"_s));
    REQUIRE(app.click(u"lockTryButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    CHECK(app.waitForText(u"KälteExpo 2027"_s));
    CHECK(booth.ask({u"search"_s, u"Weber"_s}).exitCode == 0);
}

TEST_CASE("A tablet whose lease has ended keeps what waits, and opens with the next contact", "[e2e]")
{
    Booth booth;
    App& app = booth.app;
    REQUIRE(booth.office.ctl({u"device"_s, u"lease"_s, booth.deviceId, u"2"_s}).exitCode == 0);
    REQUIRE(booth.serveAt(u"2027-11-10T09:00:00+01:00"_s));
    REQUIRE(booth.startAt(u"2027-11-10T09:00:00+01:00"_s));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    REQUIRE(app.waitForText(u"All sent"_s));
    booth.office.hub.stop();
    REQUIRE(booth.converse());
    app.kill9();

    REQUIRE(booth.startAt(u"2027-11-12T09:30:00+01:00"_s));
    REQUIRE(app.waitFor(u"lockScreen"_s));
    CHECK(app.waitForText(u"This tablet has not reached the hub for too long"_s));
    CHECK(app.waitForText(u"1 conversation is not sent yet."_s));
    CHECK_FALSE(app.has(u"homeScreen"_s));
    shoot(app, u"lock-lease"_s);
    CHECK(outbox(booth.machine).size() == 1); // it may be looked at and saved

    REQUIRE(booth.serveAt(u"2027-11-12T09:30:00+01:00"_s));
    REQUIRE(app.click(u"lockTryButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    CHECK(eventually([&] { return booth.delivered() == 1; }));
    CHECK(eventually([&] { return outbox(booth.machine).isEmpty(); })); // the receipt comes after the lead
}

TEST_CASE("A closed tablet fits a narrow screen", "[e2e]")
{
    Office office;
    REQUIRE(
        office.prepare({{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"Lead file"_s}, {u"folder"_s, office.dir.filePath(u"out"_s)}}));
    REQUIRE(office.hub.start());
    const QString id = office.ctl({u"device"_s, u"list"_s}).json().array().first()[u"device_id"_s].toString();
    const Display display(u"390x844x24"_s);
    const Machine machine;
    App app(machine, display);
    app.setToken(office.token);
    REQUIRE(office.ctl({u"device"_s, u"revoke"_s, id}).exitCode == 0);
    REQUIRE(app.start({u"--hub"_s, office.hub.url().toString(), u"--lang"_s, u"id"_s}));
    REQUIRE(app.waitFor(u"lockTryButton"_s));
    CHECK_FALSE(app.has(u"nav_home"_s));
    shoot(app, u"lock-narrow"_s);
}
