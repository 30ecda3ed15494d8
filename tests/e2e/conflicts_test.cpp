// SPDX-License-Identifier: Apache-2.0
// Story B7: while a technician is offline, the office changes the telephone number that he corrects too. Both values stand on his tablet, with who
// and when, and he takes one, with or without a network.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QString ratna = u"4be784f5-1139-4735-91ae-76cd04d82b62"_s, card = u"conflictCard_1"_s;

void look(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(QDir(folder).filePath(name + u".png"_s)));
}

QString question(const QString& name, const QString& part)
{
    return u"questionRow[name=%1] > %2"_s.arg(name, part);
}

/// Section by section, as on a screen of any width.
bool reach(App& app, const QString& name, const QString& way = u"nextButton"_s)
{
    const QString row = u"questionRow[name=%1]"_s.arg(name);
    for (int sections = 0; sections < 12; ++sections) {
        if (app.waitFor(row, 1'000) || (app.scrollToEnd(u"questionList"_s) && app.waitFor(row, 1'000)))
            return true;
        if (!app.has(way) || !app.click(way))
            return false;
    }
    return false;
}

bool choose(App& app, const QString& name, const QString& choice)
{
    return reach(app, name) && app.click(question(name, u"choice_"_s + choice));
}

/// Ms Dewi is found, her number corrected from …0117 to …0119, and the conversation finished.
bool correctNumber(App& app)
{
    return app.click(u"nav_search"_s) && app.enter(u"customerField"_s, u"ratna"_s) && app.waitFor(u"customerHit"_s) && app.key(Qt::Key_Return) &&
           app.click(u"startWithCustomerButton"_s) && app.waitFor(u"conversationScreen"_s) && reach(app, u"phone"_s, u"previousButton"_s) &&
           app.click(question(u"phone"_s, u"answerField"_s)) && app.key(Qt::Key_End) && app.key(Qt::Key_Backspace) && app.typeKeys(u"9"_s) &&
           choose(app, u"opp_signal"_s, u"no"_s) && choose(app, u"consent_renew"_s, u"no"_s) && app.click(u"finishButton"_s) &&
           app.waitFor(u"homeScreen"_s);
}

/// An office and a technician's tablet, at the moment at which both have changed the number.
struct TwoValues {
    Office office;
    QString language;
    const Display display;
    const Machine machine;
    App app{machine, display};

    TwoValues(const QString& size, const QString& languageOfApp, const QString& light) : language(languageOfApp), display(size)
    {
        const auto published = publishDemo(office.hubDir);
        REQUIRE(published);
        REQUIRE(office.ctl({u"user"_s, u"add"_s, u"Adi Putra"_s, u"--role"_s, u"technician"_s}).exitCode == 0);
        const QString device = office.ctl({u"device"_s, u"list"_s}).json().array()[0][u"device_id"_s].toString();
        REQUIRE(office.ctl({u"device"_s, u"assign"_s, device, u"a.putra"_s}).exitCode == 0);
        office.hub.setNow(u"2027-11-10T02:15:00Z"_s);
        REQUIRE(office.hub.start());
        app.setToken(*published);
        start();
        REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
        if (light != u"light_day") {
            REQUIRE(app.click(u"nav_settings"_s));
            REQUIRE(app.click(light));
            REQUIRE(app.click(u"nav_home"_s));
        }
        office.hub.stop();
        REQUIRE(correctNumber(app));
        const QString table = office.dir.filePath(u"numbers.csv"_s);
        QFile file(table);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("name,label,phone\n" + ratna.toUtf8() + ",Ratna Dewi,+62 24 555 0118\n");
        file.close();
        REQUIRE(office.ctl({u"entities"_s, u"import"_s, u"contacts"_s, table}).exitCode == 0);
        REQUIRE(office.hub.start());
        REQUIRE(app.click(u"nav_outbox"_s));
        REQUIRE(tryUntil([&] { return app.has(card); }));
    }
    void start() { REQUIRE(app.start({u"--hub"_s, office.hub.url().toString(), u"--lang"_s, language, u"--now"_s, u"2027-11-10T09:15:00+07:00"_s})); }
    template <typename Condition>
    bool tryUntil(Condition condition)
    {
        return eventually([&] { return condition() || (app.click(u"sendNowButton"_s) && eventually(condition, 2'000)); }, 60'000);
    }
    QString part(const QString& name) const { return card + u" > "_s + name; }
    QString standsOnTablet() const { return propertiesOf(machine, u"contacts"_s, ratna)[u"phone"_s].toString(); }
    QJsonObject conflict() const { return office.ctl({u"conflicts"_s, u"list"_s, u"--all"_s}).json().array()[0].toObject(); }
};

} // namespace

TEST_CASE("Two values of a number stand side by side, and one is taken without a network, once", "[e2e]")
{
    struct Look {
        QString size, language, light, receipt, note, office;
    };
    const auto [size, language, light, receipt, note, office] = GENERATE(
        Look{u"1280x800x24"_s, u"de"_s, u"light_day"_s, u"Telefon: Welcher Wert stimmt?"_s, u"Auf diesem Tablet gespeichert"_s, u"das Büro"_s},
        Look{u"800x1280x24"_s, u"id"_s, u"light_night"_s, u"Telepon: nilai mana yang benar?"_s, u"Tersimpan di tablet ini"_s, u"kantor"_s});
    INFO(size.toStdString());
    const QString shape = size.section(u'x', 0, 0);
    TwoValues two(size, language, light);
    App& app = two.app;

    INFO("both values, with who and when");
    CHECK(app.read(two.part(u"takeMine"_s), u"value"_s).toString() == u"+62 24 555 0119"_s);
    CHECK(app.read(two.part(u"takeMine"_s), u"by"_s).toString().startsWith(u"Adi Putra, "_s));
    CHECK(app.read(two.part(u"takeTheirs"_s), u"value"_s).toString() == u"+62 24 555 0118"_s);
    CHECK(app.read(two.part(u"takeTheirs"_s), u"by"_s).toString().startsWith(office));
    CHECK(app.waitForText(receipt)); // in the technician's language
    CHECK_FALSE(app.texts().join(u' ').contains(u"The office decides"_s));
    look(app, u"conflict-asked-"_s + shape);

    INFO("the conversation says so too, and leads there");
    REQUIRE(app.click(u"outboxRow"_s));
    look(app, u"conflict-selected-"_s + shape);
    REQUIRE(app.click(u"openSelectedButton"_s));
    REQUIRE(app.waitFor(u"conflictBanner[visible=true]"_s));
    look(app, u"conflict-conversation-"_s + shape);
    REQUIRE(app.click(u"conflictBanner > bannerButton"_s));
    REQUIRE(app.waitFor(card));

    INFO("decided offline, taken back, decided anew; it outlives the app");
    two.office.hub.stop();
    REQUIRE(app.click(two.part(u"takeTheirs"_s)));
    REQUIRE(app.waitFor(two.part(u"takeTheirs[chosen=true]"_s)));
    REQUIRE(app.waitForText(note));
    look(app, u"conflict-decided-"_s + shape);
    REQUIRE(app.click(two.part(u"undoDecision"_s)));
    REQUIRE(app.waitFor(two.part(u"takeTheirs[chosen=false]"_s)));
    REQUIRE(app.click(two.part(u"takeTheirs"_s)));
    REQUIRE(app.waitFor(two.part(u"takeTheirs[chosen=true]"_s)));
    REQUIRE(app.click(two.part(u"takeMine"_s)));
    REQUIRE(app.waitFor(two.part(u"takeMine[chosen=true]"_s)));
    app.kill9();
    two.start();
    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(app.waitFor(two.part(u"takeMine[chosen=true]"_s)));
    CHECK(two.conflict()[u"outcome"_s].toString() == u"open"_s);

    INFO("it goes out by itself, and counts once");
    REQUIRE(two.office.hub.start());
    REQUIRE(two.tryUntil([&] { return !app.has(card); }));
    CHECK(two.conflict()[u"outcome"_s].toString() == u"device"_s);
    CHECK(two.conflict()[u"settled_by"_s].toString() == u"a.putra"_s);
    CHECK(two.office.ctl({u"entities"_s, u"export"_s, u"contacts"_s}).out.contains("+62 24 555 0119"));
    CHECK(eventually([&] { return two.standsOnTablet() == u"+62 24 555 0119"; }));
    CHECK(eventually([&] { return receiptState(conversations(two.machine), 0, u"conflict"_s) == u"confirmed"; }));
    look(app, u"conflict-settled-"_s + shape);
}

TEST_CASE("Whoever was slower reads who has decided, and her own word is not lost without a word", "[e2e]")
{
    TwoValues two(u"390x844x24"_s, u"en"_s, u"light_day"_s);
    App& app = two.app;
    look(app, u"conflict-asked-390"_s);
    two.office.hub.stop();
    REQUIRE(app.click(two.part(u"takeMine"_s)));
    REQUIRE(app.waitFor(two.part(u"takeMine[chosen=true]"_s)));
    REQUIRE(two.office.ctl({u"conflicts"_s, u"settle"_s, u"1"_s, u"hub"_s, u"Ratna Sari"_s}).exitCode == 0);
    REQUIRE(two.office.hub.start());
    REQUIRE(two.tryUntil([&] { return app.has(two.part(u"takeTheirs[chosen=true]"_s)); }));
    CHECK(app.waitForText(u"Ratna Sari had decided already"_s));
    look(app, u"conflict-elsewhere-390"_s);
    CHECK(two.office.ctl({u"entities"_s, u"export"_s, u"contacts"_s}).out.contains("+62 24 555 0118"));
    REQUIRE(app.click(two.part(u"closeConflict"_s)));
    CHECK(eventually([&] { return !app.has(card); }));
    CHECK(eventually([&] { return two.standsOnTablet() == u"+62 24 555 0118"; }));
}
