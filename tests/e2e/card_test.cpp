// SPDX-License-Identifier: Apache-2.0
// A business card before the camera: read on the tablet, looked through, and the conversation filled in with it (story A5).
#include "app/tool/bench/drawncard.h"
#include "e2e/stand.h"

#include <QTemporaryDir>

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

} // namespace

TEST_CASE("A business card is read without a network, put right by hand and fills the conversation", "[e2e]")
{
    const QString size = GENERATE(u"1280x800x24"_s, u"800x1280x24"_s);
    const Display display(size);
    const Machine machine;
    const QTemporaryDir pictures;
    const tool::DrawnCard card = tool::drawCard(7);
    const QString file = pictures.filePath(u"card.png"_s);
    REQUIRE(card.picture.save(file));
    App app(machine, display);
    REQUIRE(app.start({u"--demo"_s, u"--lang"_s, u"de"_s, u"--now"_s, u"2027-11-10T09:40:00+01:00"_s, u"--camera-source"_s, file}));
    REQUIRE(app.click(u"scanButton[enabled=true]"_s));
    REQUIRE(app.waitFor(u"readAsCardButton"_s));
    look(app, "card-no-code");
    REQUIRE(app.click(u"readAsCardButton"_s));
    REQUIRE(app.waitFor(u"useCardButton[visible=true]"_s, 30'000));
    look(app, "card-read");

    INFO("What was read is beside where it stood; what a person types counts");
    CHECK(app.count(u"cardPiece[visible=true]"_s) >= 4);
    const QString name = u"cardField_family_name > answerField"_s;
    REQUIRE(app.waitFor(name));
    REQUIRE(app.click(u"cardField_family_name > clearFieldButton"_s));
    REQUIRE(app.enter(name, u"Musterfrau"_s));
    REQUIRE(app.key(Qt::Key_Return));
    REQUIRE(app.click(u"useCardButton"_s));
    REQUIRE(app.waitFor(u"scannedName"_s));
    CHECK(app.read(u"scannedName"_s, u"text"_s).toString().contains(u"Musterfrau"_s));
    look(app, "card-whom");
    REQUIRE(app.click(u"startConversationButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    const QString family = u"questionRow[name=family_name]"_s;
    while (!app.has(family) && app.has(u"previousButton"_s))
        REQUIRE(app.click(u"previousButton"_s));
    CHECK(app.waitFor(family + u"[value=Musterfrau]"_s));
    CHECK(app.waitFor(u"questionRow[name=email][value=%1]"_s.arg(card.truth.emails.value(0))));
    look(app, "card-conversation");

    INFO("The photo of the card is kept with the conversation");
    CHECK(eventually([&] {
        const QJsonArray all = conversations(machine);
        return all.size() == 1 && all[0][u"attachments"_s].toArray().size() == 1;
    }));
}
