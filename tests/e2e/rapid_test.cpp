// SPDX-License-Identifier: Apache-2.0
// A9: many people scanned one after another, some of them met already; the list outlives the app, and what was agreed with all of them is written
// down once.
#include "e2e/stand.h"
#include "support/badgemaker/badge.h"

#include <QDir>
#include <QElapsedTimer>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;
using test::Badge;

namespace
{

void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

QString vcard(const QString& given, const QString& family, const QString& email, const QString& firm)
{
    return u"BEGIN:VCARD\r\nVERSION:3.0\r\nN:%1;%2;;;\r\nFN:%2 %1\r\nORG:%4\r\nEMAIL:%3\r\nEND:VCARD\r\n"_s.arg(family, given, email, firm);
}

/// Pictures of badges, in the order in which they are held before the camera.
QString folderOf(const Machine& machine, const std::vector<Badge>& badges)
{
    const QString folder = machine.path(u"badges"_s);
    REQUIRE(QDir().mkpath(folder));
    for (std::size_t i = 0; i < badges.size(); ++i)
        REQUIRE(test::draw(badges[i]).save(u"%1/%2.png"_s.arg(folder).arg(static_cast<int>(i), 2, 10, QLatin1Char('0')), nullptr, 30));
    return folder;
}

const Badge aylin{Badge::Format::QrCode, vcard(u"Aylin"_s, u"Çelik"_s, u"aylin.celik@frigomart.example"_s, u"FrigoMart România S.R.L."_s),
                  u"Aylin\nÇelik"_s, u"FrigoMart România S.R.L."_s};
const Badge number{Badge::Format::Code128, u"KE27-004512"_s, u"Visitor"_s, {}};
const Badge address{Badge::Format::QrCode, u"https://badge.kaelteexpo.example/v/9f3a"_s, u"Visitor"_s, {}};

QStringList demo(const QString& folder, const QString& now)
{
    return {u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, now, u"--camera-source"_s, folder};
}

bool scanSeveral(App& app)
{
    return app.click(u"scanButton"_s) && app.click(u"scanSeveralButton"_s) && app.waitFor(u"rapidScreen"_s);
}

int scanned(App& app)
{
    return app.read(u"rapidList"_s, u"count"_s).toInt();
}

/// The words on somebody's item.
QString wordsOf(App& app, const QString& name)
{
    return app.read(u"rapidRow[name=%1]"_s.arg(name), u"words"_s).toString();
}

/// One person, and her conversation stays a draft.
bool meet(App& app, const QString& name)
{
    return app.click(u"scanButton"_s) && app.waitFor(u"scannedName[text=%1]"_s.arg(name)) && app.click(u"startConversationButton"_s) &&
           app.waitFor(u"conversationScreen"_s) && app.waitForText(u"Saved on this tablet"_s) && app.click(u"nav_home"_s) &&
           app.waitFor(u"homeScreen"_s);
}

QStringList titlesOf(const QJsonArray& conversations)
{
    QStringList titles;
    for (const QJsonValue& one : conversations)
        titles.append(one.toObject()[u"title"_s].toString());
    titles.sort();
    return titles;
}

} // namespace

TEST_CASE("A9: three badges in a row, two of them met today, are recognised, survive a kill and begin nothing twice", "[e2e]")
{
    const Display display;
    const Machine machine;
    const QString folder = folderOf(machine, {aylin, number, address});
    App app(machine, display);
    REQUIRE(app.start(demo(folder, u"2027-11-10T09:12:00+01:00"_s)));
    REQUIRE(app.waitFor(u"newConversationButton[enabled=true]"_s));
    REQUIRE(meet(app, u"Aylin Çelik"_s));
    REQUIRE(meet(app, u"Badge KE27-004512"_s));
    REQUIRE(conversations(machine).size() == 2);

    INFO("three in twenty seconds");
    QElapsedTimer time;
    time.start();
    REQUIRE(scanSeveral(app));
    REQUIRE(eventually([&] { return scanned(app) == 3; }));
    CHECK(time.elapsed() < 20'000);
    CHECK(eventually([&] { return wordsOf(app, u"Aylin Çelik"_s).contains(u"met today 09:1"_s); }));
    CHECK(eventually([&] { return wordsOf(app, u"Badge KE27-004512"_s).contains(u"goes into that conversation"_s); }));
    CHECK(wordsOf(app, u"badge.kaelteexpo.example"_s).startsWith(u"Link, not opened"_s));
    look(app, "rapid-three");

    INFO("killed: the list is still there");
    app.kill9();
    REQUIRE(app.start(demo(folder, u"2027-11-10T10:21:00+01:00"_s)));
    REQUIRE(app.waitForText(u"3 scanned since"_s));
    look(app, "rapid-home");
    REQUIRE(app.click(u"openRapidButton"_s));
    REQUIRE(eventually([&] { return scanned(app) == 3; }));
    CHECK(eventually([&] { return wordsOf(app, u"Aylin Çelik"_s).contains(u"times"_s); })); // the folder goes round: read again

    INFO("the link is discarded, and nobody is met a second time");
    REQUIRE(app.click(u"rapidRow[name=badge.kaelteexpo.example] > removeScannedButton"_s));
    REQUIRE(app.click(u"undoScannedButton"_s));
    REQUIRE(app.click(u"rapidRow[name=badge.kaelteexpo.example] > removeScannedButton"_s));
    REQUIRE(app.click(u"eachButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    CHECK_FALSE(app.has(u"openRapidButton"_s));
    CHECK(titlesOf(conversations(machine)) == QStringList{u"Aylin Çelik"_s, u"KE27-004512"_s});
}

TEST_CASE("A9: twenty badges in twenty seconds are twenty items, on a tablet held upright too", "[e2e]")
{
    const Display display(u"800x1280x24"_s);
    const Machine machine;
    std::vector<Badge> badges;
    for (int i = 0; i < 20; ++i)
        badges.push_back({Badge::Format::QrCode, vcard(u"Visitor"_s, u"Number%1"_s.arg(i), u"v%1@guests.example"_s.arg(i), u"Guests Ltd"_s),
                          u"Visitor\nNumber%1"_s.arg(i), u"Guests Ltd"_s});
    App app(machine, display);
    REQUIRE(app.start(demo(folderOf(machine, badges), u"2027-11-10T10:20:00+01:00"_s)));
    REQUIRE(app.waitFor(u"newConversationButton[enabled=true]"_s));
    REQUIRE(scanSeveral(app));
    REQUIRE(eventually([&] { return scanned(app) >= 1; }));
    QElapsedTimer time;
    time.start();
    CHECK(eventually([&] { return scanned(app) == 20; }, 40'000));
    CHECK(time.elapsed() < 20'000);
    look(app, "rapid-twenty");
    CHECK(eventually([&] { return app.has(u"rapidGuidance[text=Visitor Number0 is in the list already.]"_s); })); // the folder goes round
    CHECK(scanned(app) == 20);
    REQUIRE(app.click(u"eachButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    REQUIRE(eventually([&] { return conversations(machine).size() == 20; }));
    CHECK(titlesOf(conversations(machine)).filter(u"Visitor Number"_s).size() == 20);
    look(app, "rapid-twenty-drafts");
}

TEST_CASE("A9: one set of answers becomes a finished conversation for each", "[e2e]")
{
    const Display display;
    const Machine machine;
    const Badge marek{Badge::Format::QrCode, vcard(u"Marek"_s, u"Dvořák"_s, u"marek.dvorak@chladtech.example"_s, u"Chladtech s.r.o."_s),
                      u"Marek\nDvořák"_s, u"Chladtech s.r.o."_s};
    App app(machine, display);
    REQUIRE(app.start(demo(folderOf(machine, {aylin, marek, address}), u"2027-11-10T10:20:00+01:00"_s)));
    REQUIRE(app.waitFor(u"newConversationButton[enabled=true]"_s));
    REQUIRE(scanSeveral(app));
    REQUIRE(eventually([&] { return scanned(app) == 3; }));
    REQUIRE(app.click(u"sameForAllButton"_s));
    REQUIRE(app.waitFor(u"groupNote"_s));
    CHECK(app.waitForText(u"These answers are for 3 people"_s));
    look(app, "group-begun");
    CHECK_FALSE(app.has(u"[title=Person]"_s)); // nobody is asked who she is
    REQUIRE(answerInterest(app));

    INFO("killed in the middle: the group is still there, with its answers");
    REQUIRE(app.waitForText(u"Saved on this tablet"_s));
    app.kill9();
    REQUIRE(app.start(demo(machine.path(u"badges"_s), u"2027-11-10T10:30:00+01:00"_s)));
    REQUIRE(app.click(u"continueButton"_s));
    REQUIRE(app.waitForText(u"These answers are for 3 people"_s));
    REQUIRE(answerNoOpportunity(app));
    REQUIRE(app.click(u"[title=Consent]"_s));
    REQUIRE(app.click(u"questionRow[name=consent_contact] > choice_yes"_s));
    REQUIRE(app.waitFor(u"questionRow[name=consent_contact] > choice_yes[chosen=true]"_s));
    CHECK_FALSE(app.has(u"questionRow[name=consent_sign]"_s)); // nobody signs for another one

    INFO("the link names nobody: it is said, and nobody is finished");
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"groupFault"_s));
    look(app, "group-fault");
    CHECK(outbox(machine).isEmpty());
    REQUIRE(app.click(u"goOnAloneButton"_s));
    CHECK(app.waitForText(u"These answers are for 2 people"_s));
    REQUIRE(finish(app));
    const QJsonArray all = conversations(machine);
    CHECK(titlesOf(all).filter(u" "_s) == QStringList{u"Aylin Çelik"_s, u"Marek Dvořák"_s});
    CHECK(all.size() == 3); // and the draft of whoever stands behind the link
    CHECK(eventually([&] {
        const QJsonArray now = conversations(machine);
        return std::count_if(now.begin(), now.end(), [](const QJsonValue& one) { return one.toObject()[u"state"_s].toString() == u"sent"; }) == 2;
    }));
    look(app, "group-finished");
}
