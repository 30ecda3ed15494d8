// SPDX-License-Identifier: Apache-2.0
// Content from the hub to the table: the demo's brochures come down, a word is found in the text of one, its pages are turned, its film is played.
#include "e2e/stand.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

void keepPicture(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(QDir(folder).filePath(name + u".png"_s)));
}

} // namespace

TEST_CASE("The demo's content comes down, is found by a word in it, and is shown page by page", "[e2e]")
{
    const QString size = GENERATE(u"1280x800x24"_s, u"800x1280x24"_s, u"390x844x24"_s);
    const bool narrow = size.startsWith(u"390");
    const QString shots = u"library-"_s + size.section(u'x', 0, 0) + u'-';
    const Display display(size);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start({u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:15:00+01:00"_s}));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s, 60'000));

    INFO("the library: six documents with their covers");
    REQUIRE(app.click(narrow ? u"libraryButton"_s : u"nav_library"_s));
    REQUIRE(app.waitForText(u"6 documents"_s, 60'000));
    REQUIRE(app.waitForText(u"0:14"_s, 120'000)); // the film was looked at as well: the last one of all
    CHECK(eventually([&] { return !app.texts().join(u' ').contains(u"Being prepared"_s); }, 60'000));
    CHECK(app.waitForText(u"6 pages · v1 · EN"_s));
    keepPicture(app, shots + u"all"_s);
    CHECK(filesHolding(machine.dataDir(), u"Natural refrigerant"_s).isEmpty()); // nothing of it lies in clear

    INFO("a folder of it");
    REQUIRE(app.click(u"folder_Prices"_s));
    CHECK(app.waitForText(u"1 document"_s));
    CHECK(app.waitForText(u"Valid until 30 Nov"_s));
    CHECK(app.waitForText(u"Internal"_s));
    keepPicture(app, shots + u"folder"_s);
    REQUIRE(app.click(u"folder_"_s));

    INFO("a word that stands on a page");
    REQUIRE(app.enter(u"libraryField"_s, u"machine room"_s));
    REQUIRE(app.waitForText(u"1 found"_s));
    CHECK(app.waitForText(u"Page 2"_s));
    keepPicture(app, shots + u"found"_s);
    REQUIRE(app.click(u"asset_0"_s));

    INFO("shown at that page, with the words marked");
    REQUIRE(app.waitFor(u"presenterScreen"_s));
    CHECK(app.waitForText(u"Page 2 of 6"_s));
    CHECK(app.waitForText(u"Hit 1 of 1"_s));
    CHECK(app.waitFor(u"presenterPage_2 > mark"_s, 20'000));
    CHECK(eventually([&] { return app.read(u"presenterPage_2"_s, u"drawn"_s).toBool(); }));
    keepPicture(app, shots + u"page"_s);

    INFO("pages are turned; then there is nothing but content");
    REQUIRE(app.key(Qt::Key_Right));
    CHECK(eventually([&] { return app.read(u"presenterPage_3"_s, u"drawn"_s).toBool(); }));
    CHECK_FALSE(app.has(u"closePresenterButton"_s));
    keepPicture(app, shots + u"bare"_s);
    REQUIRE(app.key(Qt::Key_End));
    REQUIRE(app.key(Qt::Key_Left));
    CHECK(eventually([&] { // a tap while pages move stops them where they are
        return app.read(u"presenterPages"_s, u"contentX"_s).toInt() == 4 * app.read(u"presenterPages"_s, u"width"_s).toInt();
    }));
    REQUIRE(app.click(u"presenterPages"_s));
    CHECK(app.waitForText(u"Page 5 of 6"_s));
    REQUIRE(app.click(u"thumb_4"_s));
    CHECK(app.waitForText(u"Page 4 of 6"_s));
    CHECK(eventually([&] { return app.read(u"presenterPage_4"_s, u"drawn"_s).toBool(); }));
    keepPicture(app, shots + u"strip"_s);
    REQUIRE(app.key(Qt::Key_Escape));

    INFO("the film");
    REQUIRE(app.waitFor(u"libraryScreen"_s));
    REQUIRE(app.click(u"libraryField"_s));
    REQUIRE(app.key(Qt::Key_A, Qt::ControlModifier)); // what was looked for before
    REQUIRE(app.typeKeys(u"eco build"_s));
    REQUIRE(eventually([&] { return app.read(u"asset_0"_s, u"title"_s).toString().contains(u"Eco"_s); })); // one was found before, too
    REQUIRE(app.click(u"asset_0"_s));
    REQUIRE(app.waitFor(u"videoScreen"_s));
    CHECK(app.waitForText(u"0:03 / 0:14"_s, 30'000));
    REQUIRE(app.click(u"videoPlayButton"_s));
    keepPicture(app, shots + u"film"_s);
    CHECK_FALSE(app.read(u"videoScreen"_s, u"failed"_s).toBool());
    REQUIRE(app.click(u"closeVideoButton"_s));
    CHECK(app.waitFor(u"libraryScreen"_s));
    CHECK(app.isRunning());
}
