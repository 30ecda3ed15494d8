// SPDX-License-Identifier: Apache-2.0
// C1 and C7: what is to be known before a talk stands on two screens; what could not be answered in it comes back before the next one.
#include "e2e/stand.h"

#include <QJsonArray>
#include <QJsonObject>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

void look(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + name + u".png"_s));
}

bool brief(App& app, const QString& typed)
{
    return app.click(u"nav_search"_s) && app.enter(u"customerField"_s, typed) && app.waitFor(u"customerHit"_s) && app.key(Qt::Key_Return) &&
           app.waitFor(u"customerScreen"_s) && app.click(u"briefingBanner"_s) && app.waitFor(u"briefingScreen"_s);
}

} // namespace

TEST_CASE("A briefing holds messages, questions, what to avoid, what is open, the last contacts and the offers, on two screens", "[e2e]")
{
    const QString size = GENERATE(u"1280x800x24"_s, u"800x1280x24"_s, u"390x844x24"_s);
    INFO(size.toStdString());
    const Display display(size);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start({u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:30:00+01:00"_s}));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    REQUIRE(brief(app, u"krüger"_s));
    for (const QString& text :
         {u"We carry your expansion in Romania with our service network and cut the energy of refrigeration."_s, u"Who signs after you?"_s,
          u"Which stores first?"_s, u"How is success measured?"_s, u"The late delivery of March."_s, u"How much R290 is filled into one unit?"_s,
          u"Call with Jonas Weber"_s, u"Visit in Mannheim"_s, u"Rumänien Rollout"_s, u"€\u00a086,400"_s}) {
        INFO(text.toStdString());
        CHECK(app.waitForText(text));
    }
    const double page = app.read(u"briefingPage"_s, u"height"_s).toDouble();
    CHECK(app.read(u"briefingPage"_s, u"contentHeight"_s).toDouble() <= 2 * page);
    look(app, u"briefing-"_s + size.section(u'x', 0, 0));
    REQUIRE(app.click(u"startBriefedButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    CHECK(app.read(u"conversationTitle"_s, u"text"_s) == u"Helene Krüger"_s);
}

TEST_CASE("What could not be answered in a talk comes back before the next one, and is over once it is answered", "[e2e]")
{
    const QString question = u"How many shops are planned?"_s;
    const Display display(u"1280x800x24"_s);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start({u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:30:00+01:00"_s}));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    const auto talk = [&](const QString& touch) {
        REQUIRE(brief(app, u"krüger"_s));
        REQUIRE(app.click(u"startBriefedButton"_s));
        REQUIRE(app.waitFor(u"conversationScreen"_s));
        REQUIRE(answerInterest(app));
        REQUIRE(app.click(u"questionRow[name=shops] > "_s + touch));
        REQUIRE(answerNoOpportunity(app));
        REQUIRE(answerConsent(app));
        REQUIRE(finish(app));
    };
    talk(u"dontKnowButton"_s);
    REQUIRE(brief(app, u"krüger"_s));
    CHECK(app.waitFor(u"briefingGaps > briefingNote[text=%1]"_s.arg(question)));
    CHECK(app.waitForText(u"m.hansen · 10 Nov"_s));
    look(app, u"briefing-gap"_s);
    REQUIRE(app.click(u"backButton"_s));

    talk(u"choice_11_50"_s);
    REQUIRE(brief(app, u"krüger"_s));
    CHECK(app.waitForText(u"How much R290 is filled into one unit?"_s)); // a colleague's is open still
    CHECK_FALSE(app.has(u"briefingNote[text=%1]"_s.arg(question)));
    const QJsonArray notes = entities(machine, u"briefings"_s);
    const auto gap = std::find_if(notes.begin(), notes.end(), [&](const QJsonValue& one) { return one[u"label"_s].toString() == question; });
    REQUIRE(gap != notes.end());
    CHECK_FALSE((*gap)[u"properties"_s][u"answered_at"_s].toString().isEmpty());
}
