// SPDX-License-Identifier: Apache-2.0
// Story C2 and C8: a meeting's tray is built of pages of several documents, is there after a restart, belongs to the conversation and is shown as one
// sequence; versions that are over, replaced or recalled are told and not shown, also while somebody looks at them.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QDir>
#include <QPainter>
#include <QPdfWriter>

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

QStringList titles(App& app)
{
    QStringList all;
    for (int row = 0; app.has(u"tray_%1"_s.arg(row)); ++row)
        all.append(app.read(u"tray_%1"_s.arg(row), u"title"_s).toString());
    return all;
}

bool trayIs(App& app, const QStringList& wanted)
{
    const bool is = eventually([&] { return titles(app) == wanted; });
    INFO(titles(app).join(u" | "_s).toStdString());
    CHECK(is);
    return is;
}

bool openLibrary(App& app)
{
    return app.click(u"nav_library"_s) && app.waitFor(u"libraryScreen"_s);
}

/// Of a conversation, whose bar has a button for it or, where it is narrow, a line in its menu.
bool openLibraryOfTalk(App& app)
{
    if (app.has(u"conversationScreen > libraryButton"_s))
        return app.click(u"conversationScreen > libraryButton"_s) && app.waitFor(u"libraryScreen"_s);
    return app.click(u"askingButton"_s) && app.click(u"libraryLine"_s) && app.waitFor(u"libraryScreen"_s);
}

bool pageIsDrawn(App& app, int page)
{
    return eventually([&] { return app.read(u"presenterPage_%1"_s.arg(page), u"drawn"_s).toBool(); }, 30'000);
}

} // namespace

TEST_CASE("A meeting's tray is built offline, kept over a restart, taken into the conversation and shown as one sequence", "[e2e]")
{
    const QString size = GENERATE(u"1280x800x24"_s, u"800x1280x24"_s);
    const QString shots = u"tray-"_s + size.section(u'x', 0, 0) + u'-';
    const QStringList arguments{u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:15:00+01:00"_s};
    const Display display(size);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start(arguments));
    REQUIRE(openLibrary(app));
    REQUIRE(app.waitForText(u"6 documents"_s, 60'000));
    REQUIRE(app.waitForText(u"0:14"_s, 120'000)); // all of it was looked at
    REQUIRE(eventually([&] { return !app.texts().join(u' ').contains(u"Being prepared"_s); }, 60'000));

    INFO("two pages of the brochure, in the order in which they are touched");
    REQUIRE(app.click(u"asset_1 > collectButton"_s));
    REQUIRE(app.waitFor(u"pagesScreen"_s));
    REQUIRE(app.click(u"page_6"_s));
    REQUIRE(app.click(u"page_1"_s));
    CHECK(app.waitForText(u"2 of 6 pages"_s));
    keepPicture(app, shots + u"pages"_s);
    REQUIRE(app.click(u"acceptPagesButton"_s));
    CHECK(app.waitForText(u"In the tray: Brochure PX plug-in, pages 6, 1"_s));
    keepPicture(app, shots + u"library"_s);

    INFO("the film, and the price list, which is for us alone");
    REQUIRE(app.click(u"asset_4 > collectButton"_s));
    REQUIRE(app.waitForText(u"In the tray: Eco Building"_s));
    REQUIRE(app.click(u"asset_5 > collectButton"_s));
    REQUIRE(app.waitForText(u"In the tray: Price list 2027/28"_s));

    INFO("a page of the data sheet, out of the presenter");
    REQUIRE(app.click(u"asset_3"_s));
    REQUIRE(pageIsDrawn(app, 1));
    REQUIRE(app.click(u"presenterCollectButton"_s));
    REQUIRE(app.waitFor(u"collectPageButton"_s));
    keepPicture(app, shots + u"collect"_s);
    REQUIRE(app.click(u"collectPageButton"_s));
    REQUIRE(app.waitForText(u"In the tray: Data sheet PX-450, page 1"_s));
    REQUIRE(app.click(u"closePresenterButton"_s));

    INFO("put in order; one is removed and had back");
    REQUIRE(app.click(u"trayButton"_s));
    const QString brochure = u"Brochure PX plug-in"_s, film = u"Eco Building"_s, prices = u"Price list 2027/28"_s, sheet = u"Data sheet PX-450"_s;
    REQUIRE(trayIs(app, {brochure, film, prices, sheet}));
    REQUIRE(app.click(u"tray_3 > trayUpButton"_s));
    REQUIRE(trayIs(app, {brochure, film, sheet, prices}));
    REQUIRE(app.click(u"tray_2 > trayUpButton"_s));
    REQUIRE(trayIs(app, {brochure, sheet, film, prices}));
    REQUIRE(app.click(u"tray_2 > trayRemoveButton"_s));
    REQUIRE(trayIs(app, {brochure, sheet, prices}));
    REQUIRE(app.click(u"trayBanner > bannerButton"_s));
    REQUIRE(trayIs(app, {brochure, sheet, film, prices}));
    CHECK(app.waitForText(u"4 pages to show · 1 left out"_s));
    CHECK(app.waitForText(u"For us alone"_s));
    REQUIRE(app.enter(u"sequenceNameField"_s, u"Cabinets"_s));
    REQUIRE(app.click(u"keepSequenceButton"_s));
    CHECK(app.waitForText(u"Kept as “Cabinets”."_s));
    keepPicture(app, shots + u"screen"_s);

    INFO("killed, and there again");
    app.kill9();
    REQUIRE(app.start(arguments));
    REQUIRE(openLibrary(app));
    REQUIRE(app.waitForText(u"Tray · 4"_s));
    REQUIRE(app.click(u"trayButton"_s));
    REQUIRE(trayIs(app, {brochure, sheet, film, prices}));

    INFO("the conversation takes what was prepared, and keeps it");
    REQUIRE(app.click(u"nav_home"_s));
    REQUIRE(app.click(u"otherForm_voice_of_customer"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    REQUIRE(app.enter(u"questionRow[name=account] > searchField"_s, u"Frisch"_s));
    REQUIRE(app.click(u"questionRow[name=account] > searchHit"_s));
    REQUIRE(openLibraryOfTalk(app));
    REQUIRE(app.click(u"trayButton"_s));
    REQUIRE(app.waitForText(u"4 entries are prepared for the next meeting."_s));
    keepPicture(app, shots + u"prepared"_s);
    REQUIRE(app.click(u"trayPrepared > bannerButton"_s));
    REQUIRE(trayIs(app, {brochure, sheet, film, prices}));
    REQUIRE(app.waitForText(u"The prepared tray is this meeting's now."_s));

    INFO("shown as one sequence, of what is for customers");
    REQUIRE(app.click(u"trayPresentButton"_s));
    REQUIRE(app.waitFor(u"presenterScreen"_s));
    CHECK(app.waitForText(u"Page 1 of 4"_s));
    CHECK(pageIsDrawn(app, 1));
    CHECK(app.count(u"sequenceStrip > item_0"_s) == 1);
    CHECK(app.has(u"item_2"_s));
    CHECK_FALSE(app.has(u"item_3"_s)); // the price list
    CHECK_FALSE(app.texts().join(u' ').contains(prices));
    keepPicture(app, shots + u"sequence"_s);
    REQUIRE(app.click(u"item_1"_s));
    CHECK(app.waitForText(u"Page 3 of 4"_s));
    CHECK(pageIsDrawn(app, 3));
    CHECK(app.waitForText(sheet));
    REQUIRE(app.click(u"item_2"_s));
    CHECK(app.waitForText(u"Page 4 of 4"_s));
    keepPicture(app, shots + u"film"_s);
    REQUIRE(app.click(u"presenterPage_4 > playFilmButton"_s));
    CHECK(app.waitForText(u"/ 0:14"_s, 30'000));
    REQUIRE(app.click(u"closeVideoButton"_s));
    REQUIRE(app.waitFor(u"sequenceStrip"_s));
    REQUIRE(app.key(Qt::Key_Escape));
    REQUIRE(app.waitFor(u"trayScreen"_s));
    CHECK(app.isRunning());
}

namespace
{

/// The exhibitor's office with content of its own.
struct Marketing {
    Office office;

    Marketing()
    {
        const auto token = publishDemo(office.hubDir);
        REQUIRE(token);
        office.token = *token;
    }
    QString draw(const QString& name, const QStringList& pages) const
    {
        const QString file = office.dir.filePath(name + u".pdf"_s);
        QPdfWriter writer(file);
        writer.setPageSize(QPageSize(QPageSize::A5));
        QPainter painter(&writer);
        for (qsizetype page = 0; page < pages.size(); ++page) {
            if (page > 0)
                writer.newPage();
            painter.setFont(QFont(u"Inter"_s, 24));
            painter.drawText(QRect(0, 0, writer.width(), writer.height()), Qt::AlignCenter, pages[page]);
        }
        return file;
    }
    bool add(const QString& id, const QString& file, const QStringList& more = {}) const
    {
        return office.ctl(QStringList{u"asset"_s, u"add"_s, file, u"--id"_s, id, u"--visibility"_s, u"shared"_s} + more).exitCode == 0;
    }
};

} // namespace

TEST_CASE("An older version is not offered, a newer one is told, and what the office recalls is gone from tray and screen", "[e2e]")
{
    const QString size = GENERATE(u"1280x800x24"_s, u"800x1280x24"_s);
    const QString shots = u"recall-"_s + size.section(u'x', 0, 0) + u'-';
    Marketing marketing;
    Office& office = marketing.office;
    INFO("version 2 is valid in October, version 3 from November on");
    REQUIRE(marketing.add(u"px"_s, marketing.draw(u"px1"_s, {u"PX one"_s}), {u"--title"_s, u"Brochure PX"_s}));
    REQUIRE(marketing.add(u"px"_s, marketing.draw(u"px2"_s, {u"PX two"_s}), {u"--to"_s, u"2027-10-31"_s}));
    REQUIRE(marketing.add(u"px"_s, marketing.draw(u"px3"_s, {u"PX three"_s, u"R290"_s}), {u"--from"_s, u"2027-11-01"_s, u"--to"_s, u"2028-12-31"_s}));
    REQUIRE(marketing.add(u"sheet"_s, marketing.draw(u"sheet"_s, {u"Data one"_s, u"Data two"_s}), {u"--title"_s, u"Data sheet"_s}));
    REQUIRE(office.hub.start());

    const Display display(size);
    const Machine machine;
    App app(machine, display);
    app.setToken(office.token);
    const auto argumentsOn = [&](const QString& day) {
        return QStringList{u"--hub"_s, office.hub.url().toString(), u"--lang"_s, u"en"_s, u"--now"_s, day + u"T09:15:00+01:00"_s};
    };
    REQUIRE(app.start(argumentsOn(u"2027-10-30"_s)));
    REQUIRE(openLibrary(app));
    REQUIRE(app.waitForText(u"2 documents"_s, 60'000));
    REQUIRE(app.waitForText(u"1 page · v2"_s, 60'000));
    REQUIRE(app.click(u"asset_0 > collectButton"_s));
    REQUIRE(app.waitForText(u"In the tray: Brochure PX"_s));
    REQUIRE(eventually([&] { return !app.texts().join(u' ').contains(u"Being prepared"_s); }, 60'000));
    app.kill9();

    INFO("in November version 2 is neither offered nor shown, version 3 is, from the disk");
    office.hub.stop();
    REQUIRE(app.start(argumentsOn(u"2027-11-10"_s)));
    REQUIRE(openLibrary(app));
    REQUIRE(app.waitForText(u"2 documents"_s));
    CHECK(eventually([&] { return app.count(u"asset_0"_s) == 1 && app.read(u"asset_0"_s, u"detail"_s).toString() == u"2 pages · v3"; }, 60'000));
    REQUIRE(app.click(u"trayButton"_s));
    REQUIRE(app.waitForText(u"Was valid until 31 Oct"_s));
    CHECK_FALSE(app.read(u"trayPresentButton"_s, u"enabled"_s).toBool());
    keepPicture(app, shots + u"over"_s);
    REQUIRE(app.click(u"trayNewerButton"_s));
    REQUIRE(app.waitForText(u"Version 3 is in the tray now."_s));
    CHECK(app.waitForText(u"2 pages to show"_s));
    REQUIRE(app.click(u"trayAddButton"_s));
    REQUIRE(app.click(u"asset_1 > collectButton"_s));
    REQUIRE(app.click(u"allPagesButton"_s));
    REQUIRE(app.waitForText(u"Tray · 2"_s));

    INFO("version 4 is told; version 3 is shown until it is taken");
    REQUIRE(marketing.add(u"px"_s, marketing.draw(u"px4"_s, {u"PX four"_s}), {u"--from"_s, u"2027-11-05"_s}));
    REQUIRE(office.hub.start(office.hub.port()));
    REQUIRE(app.click(u"nav_home"_s));
    REQUIRE(app.click(u"syncChip"_s));
    REQUIRE(openLibrary(app));
    REQUIRE(eventually([&] { return app.read(u"asset_0"_s, u"detail"_s).toString() == u"1 page · v4"; }, 60'000));
    REQUIRE(app.click(u"trayButton"_s));
    CHECK(app.waitForText(u"Version 4 is available. Version 3 is shown until you take it."_s));
    keepPicture(app, shots + u"newer"_s);

    INFO("the data sheet is recalled; the tablet hears of it while it shows it");
    office.hub.stop();
    REQUIRE(office.ctl({u"asset"_s, u"recall"_s, u"sheet"_s, u"--reason"_s, u"Error in a table"_s}).exitCode == 0);
    REQUIRE(app.click(u"nav_home"_s));
    REQUIRE(app.click(u"syncChip"_s)); // in vain: from here on it asks every few seconds
    REQUIRE(openLibrary(app));
    REQUIRE(app.click(u"trayButton"_s));
    REQUIRE(app.click(u"tray_1 > trayShowButton"_s));
    REQUIRE(app.waitForText(u"Page 3 of 4"_s));
    REQUIRE(pageIsDrawn(app, 3));
    REQUIRE(office.hub.start(office.hub.port()));
    REQUIRE(app.waitForText(u"This document was withdrawn just now. It is not shown any more."_s, 120'000));
    keepPicture(app, shots + u"gone"_s);
    REQUIRE(app.click(u"item_0"_s));
    CHECK(app.waitForText(u"Page 1 of 4"_s));
    CHECK(pageIsDrawn(app, 1));
    REQUIRE(app.key(Qt::Key_Escape));
    REQUIRE(app.waitForText(u"The back office has recalled version 1: Error in a table. It is not shown any more."_s));
    keepPicture(app, shots + u"recalled"_s);
    REQUIRE(app.click(u"trayPresentButton"_s));
    CHECK(app.waitForText(u"Page 1 of 2"_s));
    REQUIRE(app.key(Qt::Key_Escape));

    INFO("and neither is it in the library, nor on the disk");
    REQUIRE(app.click(u"trayAddButton"_s));
    CHECK(app.waitForText(u"1 document"_s));
    CHECK(app.isRunning());
}
