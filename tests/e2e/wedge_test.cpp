// SPDX-License-Identifier: Apache-2.0
// A hand scanner at the tablet: keys come from the X server as a real one sends them, wherever the focus is.
#include "e2e/stand.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

/// Whatever types on a display: @p delay ms from key to key.
bool type(const Display& display, const QString& text, int delay)
{
    QProcess typist;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, display.name());
    typist.setProcessEnvironment(environment);
    typist.start(u"xdotool"_s, {u"type"_s, u"--delay"_s, QString::number(delay), text});
    return typist.waitForFinished() && typist.exitCode() == 0;
}

} // namespace

TEST_CASE("A hand scanner opens whom it read, and leaves nothing where the focus was", "[e2e]")
{
    const Display display;
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start({u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T10:15:00+01:00"_s}));
    REQUIRE(app.waitFor(u"newConversationButton[enabled=true]"_s));

    INFO("On the home screen");
    REQUIRE(type(display, u"KE27-004512\n"_s, 50));
    REQUIRE(app.waitFor(u"scannedName[text=Badge KE27-004512]"_s));
    look(app, "wedge-found");
    REQUIRE(app.click(u"startConversationButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));

    INFO("In the middle of a conversation: the field keeps what a person typed, the draft stays, and the other badge is shown");
    const QString field = u"questionRow[name=given_name] > answerField"_s;
    while (!app.has(field) && app.has(u"previousButton"_s))
        REQUIRE(app.click(u"previousButton"_s));
    REQUIRE(app.enter(field, u"Mar"_s));
    REQUIRE(type(display, u"ek"_s, 120)); // people are slower
    CHECK(eventually([&] { return app.read(field, u"text"_s).toString() == u"Marek"; }));
    REQUIRE(type(display, u"KE27-009999\n"_s, 50));
    REQUIRE(app.waitFor(u"scannedName[text=Badge KE27-009999]"_s));
    REQUIRE(app.click(u"closeScanButton"_s));
    REQUIRE(app.waitFor(u"continueButton"_s));

    INFO("The first badge again: it is the same visitor");
    REQUIRE(type(display, u"KE27-004512\n"_s, 12));
    REQUIRE(app.waitFor(u"metText[visible=true]"_s));
    look(app, "wedge-met");
    REQUIRE(app.click(u"openMetButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    while (!app.has(field) && app.has(u"previousButton"_s))
        REQUIRE(app.click(u"previousButton"_s));
    CHECK(app.waitFor(u"questionRow[name=given_name][value=Marek]"_s));
    CHECK(conversations(machine).size() == 1);
}
