// SPDX-License-Identifier: Apache-2.0
// B2 by the camera: the type plate opens the job of its machine; another machine's plate is told before anything is entered.
#include "e2e/stand.h"
#include "support/badgemaker/badge.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QString job = u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1101"_s;

void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

/// (01)04012345678901(21)@p serial(11)220314, as GS1-128.
QImage plateOf(const QString& serial)
{
    return test::drawPlate(u"\u00f1010401234567890121"_s + serial + u"\u00f111220314"_s);
}

void walk(const QString& screen, const char* name)
{
    const QTemporaryDir pictures;
    REQUIRE(plateOf(u"PX450-22-00818"_s).save(pictures.filePath(u"1.png"_s)));
    REQUIRE(plateOf(u"PX450-22-00817"_s).save(pictures.filePath(u"2.png"_s)));
    const Display display(screen);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start({u"--demo"_s, u"--lang"_s, u"id"_s, u"--now"_s, u"2027-11-10T09:15:00+07:00"_s, u"--camera-source"_s, pictures.path()}));
    REQUIRE(app.waitFor(u"newConversationButton[enabled=true]"_s));

    REQUIRE(app.click(u"nav_scan"_s));
    REQUIRE(app.waitFor(u"pageTitle[text=Nordfrost PX-450 no. 00818]"_s));
    CHECK(app.waitForText(u"Yearly service"_s));
    REQUIRE(app.click(u"scanNextMachineButton"_s));
    REQUIRE(app.waitFor(u"pageTitle[text=Nordfrost PX-450 no. 00817]"_s));
    CHECK(app.waitForText(u"PX450-22-00817"_s));
    CHECK(app.waitForText(u"04012345678901"_s));
    CHECK(app.waitForText(u"14 Mar 2022"_s));
    CHECK(app.waitForText(u"Freezer tidak cukup dingin"_s));
    CHECK(app.waitForText(u"Pasar Segar Semarang"_s));
    CHECK(app.waitFor(u"seriesRow[quantity=Suction pressure][value=3\u00a0bar]"_s)); // the last one that was measured
    CHECK(app.waitFor(u"seriesRow[quantity=Evaporator temperature]"_s));
    CHECK(app.count(u"serviceRow"_s) == 5); // the days on which something was measured
    look(app, (QByteArray("b2-plate-") + name).constData());

    INFO("the job opens with its machine; nothing is asked again");
    REQUIRE(app.click(u"openJobButton_0"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    while (!app.has(u"questionRow[name=serial]"_s) && app.has(u"previousButton"_s))
        REQUIRE(app.click(u"previousButton"_s));
    REQUIRE(app.waitFor(u"questionRow[name=job][value=%1]"_s.arg(job)));
    REQUIRE(app.waitFor(u"questionRow[name=serial][value=PX450-22-00817]"_s));

    INFO("the neighbour's plate, read into the question: its serial number, and that it is not the machine of this job");
    REQUIRE(app.click(u"questionRow[name=serial] > scanCodeButton"_s));
    CHECK(app.waitForText(u"Ini bukan mesin dari tugas ini"_s));
    CHECK(app.waitFor(u"questionRow[name=serial] > answerField[text=PX450-22-00818]"_s));
    look(app, (QByteArray("b2-wrong-plate-") + name).constData());
}

} // namespace

TEST_CASE("A type plate opens the job of its machine, and another machine's is told", "[e2e][plate]")
{
    SECTION("on a tablet held upright")
    {
        walk(u"800x1280x24"_s, "portrait");
    }
    SECTION("on a wide screen")
    {
        walk(u"1280x800x24"_s, "landscape");
    }
}
