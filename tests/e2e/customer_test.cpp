// SPDX-License-Identifier: Apache-2.0
// Whom one meets: found while typing, seen at a glance, read up on, talked to; offline, on every size of screen.
#include "e2e/stand.h"

#include <catch2/catch.hpp>

using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

QStringList demo(const QString& language = u"en"_s)
{
    return {u"--demo"_s, u"--lang"_s, language, u"--now"_s, u"2027-11-10T09:12:00+01:00"_s};
}

/// Types the beginning of a word and opens the first hit, once the lists have come down.
bool findCustomer(App& app, const QString& typed)
{
    return app.click(u"nav_search"_s) && app.enter(u"customerField"_s, typed) && app.waitFor(u"customerHit"_s) && app.key(Qt::Key_Return) &&
           app.waitFor(u"customerScreen"_s);
}

void look(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + name + u".png"_s));
}

} // namespace

TEST_CASE("A known customer is found while typing, seen at a glance and talked to", "[e2e]")
{
    const auto [size, pane] = GENERATE(std::pair{u"1280x800x24"_s, true}, std::pair{u"800x1280x24"_s, false}, std::pair{u"390x844x24"_s, false});
    INFO(size.toStdString());
    const Display display(size);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start(demo()));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    REQUIRE(findCustomer(app, u"weber fri"_s));
    REQUIRE(app.waitForText(u"Frischmarkt Handels AG"_s));
    CHECK(app.waitForText(u"€\u00a086,400"_s));
    CHECK(app.waitForText(u"€\u00a01,284,300"_s)); // revenue of the year
    CHECK(app.waitForText(u"ERP · as of 9 Nov 23:00"_s));
    CHECK(app.waitForText(u"Rumänien Rollout"_s));
    CHECK(app.waitForText(u"Helene Krüger"_s)); // who else works there
    CHECK(app.waitForText(u"Nordfrost PX-450 no. 02210"_s));
    CHECK(app.waitForText(u"Display shows an error"_s));
    CHECK(app.waitForText(u"Call with Jonas Weber"_s));
    CHECK(app.has(u"revenueChart"_s));
    look(app, u"customer-"_s + size.section(u'x', 0, 0));

    REQUIRE(app.click(u"startWithCustomerButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    CHECK(app.read(u"conversationTitle"_s, u"text"_s) == u"Jonas Weber"_s);
    if (!pane) {
        CHECK(app.count(u"customerPane"_s) == 0);
        REQUIRE(app.click(u"customerButton"_s));
    }
    REQUIRE(app.waitFor(u"customerPane"_s));
    CHECK(app.waitForText(u"Rumänien Rollout"_s));
    CHECK_FALSE(app.has(u"meetingRow"_s)); // this is the first talk
    if (!pane)
        REQUIRE(app.click(u"closeCustomerButton"_s));

    // Once it is kept, the customer's page knows of it, and so do the customers opened last.
    REQUIRE(app.click(u"backButton"_s));
    REQUIRE(app.click(u"nav_search"_s));
    REQUIRE(app.waitForText(u"Opened last"_s));
    REQUIRE(app.click(u"customerHit"_s));
    REQUIRE(app.waitFor(u"customerScreen"_s));
    CHECK(app.waitFor(u"meetingRow"_s));
}

TEST_CASE("A firm's rows lead to its people, its machines and the briefing, and back again", "[e2e]")
{
    const Display display(u"1280x800x24"_s);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start(demo()));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    REQUIRE(findCustomer(app, u"frischmarkt"_s));
    REQUIRE(app.waitForText(u"Call with Jonas Weber"_s));

    REQUIRE(app.click(u"timelineGroup_3"_s)); // service alone
    REQUIRE(app.waitForText(u"All 14 points in order, evaporator temperature rising"_s));
    CHECK_FALSE(app.has(u"timelineRow[title=Call with Jonas Weber]"_s));
    REQUIRE(app.click(u"timelineGroup_0"_s));

    REQUIRE(app.click(u"ticketRow"_s)); // due first
    REQUIRE(app.waitFor(u"machineScreen"_s));
    REQUIRE(app.waitFor(u"seriesRow[quantity=Evaporator temperature][out=true]"_s));
    look(app, u"machine-1280"_s);
    REQUIRE(app.click(u"backButton"_s));
    REQUIRE(app.waitFor(u"customerScreen"_s));
    REQUIRE(app.click(u"personRow[name=Helene Krüger]"_s));
    REQUIRE(app.waitForText(u"Helene Krüger · Mannheim · customer 104711 · key"_s));
    REQUIRE(app.click(u"backButton"_s)); // to the firm
    REQUIRE(app.waitForText(u"Mannheim · customer 104711 · key"_s));
    REQUIRE(app.click(u"briefingBanner"_s));
    REQUIRE(app.waitFor(u"briefingScreen"_s));
    REQUIRE(app.click(u"backButton"_s));
    REQUIRE(app.waitFor(u"customerScreen"_s));
}

TEST_CASE("Figures that are old say so", "[e2e]")
{
    const Display display(u"1280x800x24"_s);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start(demo(u"de"_s)));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    REQUIRE(findCustomer(app, u"frigomart"_s));
    CHECK(app.waitForText(u"ERP · Stand 2. Nov. 23:00 · 7 Tage alt"_s));
    look(app, u"customer-stale-de"_s);
}
