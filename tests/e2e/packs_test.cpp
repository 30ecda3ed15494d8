// SPDX-License-Identifier: Apache-2.0
// The packs that are no conversation at the stand, filled in as a person does, from the home screen to the lists.
#include "e2e/stand.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QStringList demo{u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:15:00+01:00"_s};

/// Where a test leaves its pictures for those who want to look; nowhere unless asked.
void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

QString question(const QString& name, const QString& part)
{
    return u"questionRow[name=%1] > %2"_s.arg(name, part);
}

/// What the tablet holds of the first entity of @p list whose property @p name is @p value, as `rapportctl inspect` tells it.
QJsonObject propertiesWhere(const Machine& machine, const QString& list, const QString& name, const QString& value)
{
    const QJsonArray all = rapportctl({u"inspect"_s, u"--data-dir"_s, machine.dataDir(), u"entities"_s, list}, machine.environment()).json().array();
    for (const QJsonValue& entity : all) {
        if (entity[u"properties"_s][name].toString() == value)
            return entity[u"properties"_s].toObject();
    }
    return {};
}

/// Types the beginning of a name into a search and takes the first hit.
bool pick(App& app, const QString& name, const QString& typed)
{
    return app.enter(question(name, u"searchField"_s), typed) && app.waitFor(question(name, u"searchHit"_s)) &&
           app.click(question(name, u"searchHit"_s));
}

} // namespace

TEST_CASE("An account that is rated on the tablet takes its place in the ranking at once", "[e2e]")
{
    const Display display(u"1280x800x24"_s);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start(demo));
    REQUIRE(app.waitFor(u"otherForm_account_selection"_s));
    look(app, "packs-home");
    REQUIRE(app.click(u"nav_search"_s));
    REQUIRE(app.click(u"rankingButton"_s));
    REQUIRE(app.waitForText(u"9 accounts rated · 3 not yet"_s));
    look(app, "packs-ranking");
    CHECK(app.waitFor(u"accountRow[first=true][name=Frischmarkt Handels AG]"_s));

    REQUIRE(app.click(u"rateButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    REQUIRE(pick(app, u"account"_s, u"Tief"_s));
    look(app, "packs-account");
    REQUIRE(app.click(u"nextButton"_s));
    for (const QString& name : {u"geo"_s, u"fin"_s}) {
        REQUIRE(app.click(question(name, u"slider"_s))); // its middle
        CHECK(app.waitFor(u"questionRow[name=%1][value=6]"_s.arg(name)));
    }
    look(app, "packs-background");
    for (int section = 0; section < 6; ++section)
        REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.waitForText(u"Tiefkühl Direkt GmbH: 6 of 10"_s));
    look(app, "packs-result");
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    REQUIRE(app.click(u"nav_search"_s));
    REQUIRE(app.click(u"rankingButton"_s));
    CHECK(app.waitForText(u"10 accounts rated · 2 not yet"_s));
    CHECK(app.waitForText(u"Tiefkühl Direkt GmbH"_s));
}

TEST_CASE("A configuration with a discount that is too high is refused, and its total is that of the price list", "[e2e]")
{
    const Display display(u"1280x800x24"_s);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start(demo));
    REQUIRE(app.click(u"otherForm_product_configuration"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    REQUIRE(pick(app, u"known_organisation"_s, u"Frischm"_s));
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"product"_s, u"choice_29475819-b2d6-5f7c-85aa-bc998a88b015"_s)));
    REQUIRE(app.waitForText(u"List price 4890.00 EUR each"_s));
    REQUIRE(app.enter(question(u"qty"_s, u"answerField"_s), u"12"_s));
    REQUIRE(app.enter(question(u"disc"_s, u"answerField"_s), u"11"_s));
    REQUIRE(app.key(Qt::Key_Return));
    CHECK(app.waitForText(u"You may give 10 % at most. For more, ask your manager before you promise it."_s));
    look(app, "packs-discount");
    REQUIRE(app.key(Qt::Key_Backspace));
    REQUIRE(app.key(Qt::Key_Backspace));
    REQUIRE(app.enter(question(u"disc"_s, u"answerField"_s), u"7.5"_s));
    REQUIRE(app.key(Qt::Key_Return));
    REQUIRE(app.click(u"nextButton"_s));
    for (const QString& name : {u"power"_s, u"air"_s, u"floor"_s, u"door"_s})
        REQUIRE(app.click(question(name, u"choice_ok"_s)));
    look(app, "packs-place");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.waitForText(u"Total 54279.00 EUR, without tax"_s));
    REQUIRE(app.click(question(u"wants_offer"_s, u"choice_yes"_s)));
    look(app, "packs-total");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"known_opportunity"_s, u"choice_7a5db799-3352-44f7-bd2e-d84cc5a9b773"_s)));
    CHECK(app.waitFor(u"questionRow[name=next_step][value=Visit the first shop]"_s)); // of the opportunity that is open
    look(app, "packs-opportunity");
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    const QJsonObject augmented = propertiesWhere(machine, u"opportunities"_s, u"title"_s, u"Rumänien Rollout"_s);
    CHECK(augmented[u"amount"_s].toString() == u"54279.00");
    CHECK(augmented[u"next_step"_s].toString() == u"Visit the first shop");
    CHECK(propertiesWhere(machine, u"followups"_s, u"kind"_s, u"offer"_s)[u"kind"_s].toString() == u"offer");
}

TEST_CASE("What a customer says is written down in German, with the people who were there", "[e2e]")
{
    const Display display(u"800x1280x24"_s);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start({u"--demo"_s, u"--lang"_s, u"de"_s, u"--now"_s, u"2027-11-10T09:15:00+01:00"_s}));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s)); // the people have come down before it is shown
    REQUIRE(app.click(u"nav_search"_s));
    REQUIRE(app.enter(u"customerField"_s, u"Krü"_s));
    REQUIRE(app.waitFor(u"customerHit"_s));
    REQUIRE(app.key(Qt::Key_Return));
    REQUIRE(app.waitFor(u"customerScreen"_s));
    look(app, "packs-customer");
    REQUIRE(app.click(u"otherForm_voice_of_customer"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    CHECK(app.waitForText(u"Frischmarkt Handels AG"_s));
    REQUIRE(app.click(u"section_0"_s)); // who it is about is there already
    REQUIRE(app.waitFor(question(u"people"_s, u"taken_5bdc9531-9c63-41af-8ad2-4531d71a1a39"_s)));
    look(app, "packs-voice-who");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"v_type"_s, u"choice_eff"_s)));
    REQUIRE(app.click(question(u"v_drv"_s, u"choice_time"_s)));
    look(app, "packs-voice-value");
    for (int section = 0; section < 4; ++section)
        REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.enter(question(u"summary"_s, u"answerField"_s), u"Ein Ansprechpartner fuer alle Filialen"_s));
    look(app, "packs-voice-summary");
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    const QJsonObject activity = propertiesWhere(machine, u"activities"_s, u"kind"_s, u"voice"_s);
    CHECK(activity[u"summary"_s].toString() == u"Ein Ansprechpartner fuer alle Filialen");
    CHECK(activity[u"contact_id"_s].toString() == u"5bdc9531-9c63-41af-8ad2-4531d71a1a39");
    CHECK(activity[u"author"_s].toString() == u"m.hansen");
}
