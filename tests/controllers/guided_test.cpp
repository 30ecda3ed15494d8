// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/day.h"
#include "talk.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace tests;

namespace
{

QString shown(Talk& talk)
{
    QStringList names;
    for (const RowModel::Row& row : talk.controller.questions()->rows())
        names.append(row.values[1].toString());
    return names.join(QLatin1Char(' '));
}

/// Goes on by hand; false: the screen did not change.
bool on(Talk& talk)
{
    const QString before = talk.controller.place();
    talk.controller.next();
    return eventually([&] { return talk.controller.place() != before; });
}

} // namespace

TEST_CASE("A visitor is asked one question at a time, and one choice leads on", "[guided]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWith(badge);
    REQUIRE(talk.go(QStringLiteral("Interest")));
    const int all = talk.controller.questions()->count();
    const int there = talk.row(QStringLiteral("lead_status"));
    talk.controller.setOneByOne(true);
    for (int steps = 0; talk.row(QStringLiteral("lead_status")) < 0; ++steps) {
        REQUIRE(steps < there + 1);
        REQUIRE(on(talk));
    }
    CHECK(talk.controller.questions()->count() < all);
    const QString asked = talk.controller.place();
    talk.controller.choose(talk.id(QStringLiteral("lead_status")), QStringLiteral("hot"), true);
    REQUIRE(eventually([&] { return talk.controller.place() != asked; })); // nobody pressed anything else

    talk.controller.back();
    REQUIRE(eventually([&] { return talk.controller.place() == asked; }));
    CHECK(talk.of(QStringLiteral("lead_status"), "value") == QStringLiteral("hot"));
}

TEST_CASE("One by one, every question of the form comes by once, forwards and backwards", "[guided]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startNew();
    QStringList bySections, oneByOne, backwards;
    for (int section = 0; section < talk.controller.sections()->count(); ++section) {
        talk.controller.goTo(section);
        REQUIRE(eventually([&] { return talk.controller.currentSection() == section; }));
        bySections.append(shown(talk));
    }
    talk.controller.goTo(0);
    REQUIRE(eventually([&] { return talk.controller.currentSection() == 0; }));
    talk.controller.setOneByOne(true);
    CHECK(talk.controller.atStart());
    oneByOne.append(shown(talk));
    while (!talk.controller.atEnd()) {
        REQUIRE(on(talk));
        oneByOne.append(shown(talk));
    }
    CHECK(oneByOne.join(QLatin1Char(' ')) == bySections.join(QLatin1Char(' ')));
    CHECK(oneByOne.size() > bySections.size());
    backwards.append(shown(talk));
    while (!talk.controller.atStart()) {
        const QString before = talk.controller.place();
        talk.controller.back();
        REQUIRE(eventually([&] { return talk.controller.place() != before; }));
        backwards.prepend(shown(talk));
    }
    CHECK(backwards == oneByOne);
}

TEST_CASE("One by one, a missing answer is reached by its line, and the way of asking can change at any time", "[guided]")
{
    const Desk desk;
    Talk talk(desk);
    QSignalSpy wanted(&talk.controller, &ConversationController::questionRequested);
    talk.controller.startNew();
    talk.controller.setOneByOne(true);
    talk.controller.finish();
    REQUIRE(talk.controller.missingCount() == 4);
    for (int line = 0; line < 4; ++line) {
        const int node = talk.controller.missing()->value(line, "nodeId").toInt();
        talk.controller.goToMissing(node);
        REQUIRE(eventually([&] { return wanted.size() == line + 1; }));
        CHECK(talk.controller.questions()->value(wanted[line][0].toInt(), "nodeId").toInt() == node);
    }
    const QString section = talk.controller.currentTitle();
    talk.controller.setOneByOne(false);
    CHECK(talk.controller.currentTitle() == section);
}

TEST_CASE("A draft that asks a question at a time does so again, with the question that was there", "[guided]")
{
    const Desk desk;
    QString asked, id;
    {
        Talk talk(desk);
        talk.controller.startWith(badge);
        REQUIRE(talk.saved());
        REQUIRE(talk.go(QStringLiteral("Interest")));
        talk.controller.setOneByOne(true);
        REQUIRE(on(talk));
        REQUIRE(on(talk));
        asked = shown(talk);
        id = talk.controller.conversationId();
        talk.controller.keepDraft();
        REQUIRE(eventually([&] { return !talk.controller.isOpen(); }));
    }
    Talk again(desk);
    again.controller.open(id);
    CHECK(again.controller.oneByOne());
    CHECK(shown(again) == asked);
    again.controller.setOneByOne(false);
    again.controller.keepDraft();
    REQUIRE(eventually([&] { return !again.controller.isOpen(); }));
    again.controller.open(id);
    CHECK_FALSE(again.controller.oneByOne());
}

TEST_CASE("The form's language is chosen for the conversation, the app's follows its own way", "[guided]")
{
    const Desk desk;
    Talk talk(desk);
    CHECK(talk.controller.languages().isEmpty());
    talk.controller.startNew();
    CHECK(talk.controller.language() == QStringLiteral("English (en)"));
    const QStringList languages = talk.controller.languages();
    REQUIRE(languages.contains(QStringLiteral("Deutsch (de)")));
    REQUIRE(talk.go(QStringLiteral("Person")));
    const QString english = talk.of(QStringLiteral("family_name"), "label").toString();

    talk.controller.speak(QStringLiteral("de")); // nobody has chosen for the form: it goes along
    CHECK(talk.controller.language() == QStringLiteral("Deutsch (de)"));
    CHECK(talk.of(QStringLiteral("family_name"), "label") != english);
    talk.controller.speakForm(QStringLiteral("English (en)"));
    CHECK(talk.of(QStringLiteral("family_name"), "label") == english);
    talk.controller.speak(QStringLiteral("id"));
    CHECK(talk.controller.language() == QStringLiteral("English (en)"));
    talk.controller.speakForm(QStringLiteral("Klingon")); // not one of the form's
    CHECK(talk.controller.language() == QStringLiteral("English (en)"));
    CHECK_FALSE(talk.controller.rightToLeft());
}
