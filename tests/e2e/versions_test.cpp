// SPDX-License-Identifier: Apache-2.0
// The office publishes a form anew while somebody fills it in.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

TEST_CASE("A form that is published while it is half filled in changes the next conversation, not this one", "[e2e]")
{
    Office office;
    REQUIRE(
        office.prepare({{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"Lead file"_s}, {u"folder"_s, office.dir.filePath(u"out"_s)}}));
    REQUIRE(office.hub.start());
    const Display display;
    const Machine machine;
    App app(machine, display);
    app.setToken(office.token);
    const QStringList withHub{u"--hub"_s, office.hub.url().toString()};
    REQUIRE(app.start(withHub));
    REQUIRE(app.waitFor(u"otherForm_voice_of_customer"_s));
    REQUIRE(app.click(u"otherForm_voice_of_customer"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    REQUIRE(app.waitForText(u"Voice of the customer"_s));
    REQUIRE(app.enter(u"questionRow[name=account] > searchField"_s, u"Frisch"_s));
    REQUIRE(app.click(u"questionRow[name=account] > searchHit"_s));
    REQUIRE(app.waitForText(u"Saved on this tablet"_s));

    office.hub.stop();
    REQUIRE(office.publishNext(u"voice_of_customer"_s, {{"<h:title>Voice of the customer<", "<h:title>Voice of the customer, shorter<"}}));
    REQUIRE(office.hub.start());
    REQUIRE(app.click(u"conversationSyncChip"_s));
    REQUIRE(app.click(u"backButton"_s));
    REQUIRE(app.waitForText(u"Voice of the customer, shorter"_s, 60'000)); // on the home screen, for the next one

    REQUIRE(app.click(u"continueButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    CHECK_FALSE(app.texts().contains(u"Voice of the customer, shorter"_s));
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.click(u"missingLine"_s)); // a summary is required
    REQUIRE(app.enter(u"questionRow[name=summary] > answerField"_s, u"They wait for one contact for all shops."_s));
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    const QJsonArray done = conversations(machine);
    REQUIRE(done.size() == 1);
    CHECK(done[0][u"version"_s].toString() != u"2099010101");

    REQUIRE(app.click(u"otherForm_voice_of_customer"_s));
    CHECK(app.waitForText(u"Voice of the customer, shorter"_s));
}
