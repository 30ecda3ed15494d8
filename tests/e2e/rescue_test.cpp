// SPDX-License-Identifier: Apache-2.0
// SCENARIOS.md A15: two talks while the server is unreachable, then T1's screen breaks. Its outbox goes onto a stick, T2 delivers it, and when T1 is
// mended nothing has arrived twice.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QDir>
#include <QFile>

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

int submissionsOf(const Office& office)
{
    return static_cast<int>(office.ctl({u"submissions"_s, u"list"_s}).json().array().size());
}

/// An invitation for one more tablet, as the office shows it.
QString invitation(const Office& office, const QString& name)
{
    const QString file = office.dir.filePath(name + u".png"_s);
    REQUIRE(office.ctl({u"device"_s, u"invite"_s, name, u"--png"_s, file}).exitCode == 0);
    return file;
}

void talk(App& app)
{
    REQUIRE(scanBadge(app, {}));
    REQUIRE(answerInterest(app));
    REQUIRE(answerNoOpportunity(app));
    REQUIRE(answerConsent(app));
    REQUIRE(finish(app));
}

} // namespace

TEST_CASE("A15: a broken tablet's outbox goes by a stick and another tablet, and arrives once", "[e2e]")
{
    Office office;
    QTemporaryDir delivered;
    REQUIRE(office.prepare({{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"CRM"_s}, {u"folder"_s, delivered.path()}}));
    REQUIRE(office.hub.start());
    const QString badges = QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges/");
    const Display display;
    const Machine first, second;
    REQUIRE(first.setFolders({{u"DOCUMENTS"_s, first.path(u"Stick"_s)}}));
    REQUIRE(second.setFolders({{u"DOCUMENTS"_s, second.path(u"Stick"_s)}}));

    App t1(first, display);
    REQUIRE(t1.start({u"--camera-source"_s, invitation(office, u"T1"_s)}));
    REQUIRE(enrolByScan(t1));
    t1.kill9();
    office.hub.stop();
    REQUIRE(t1.start({u"--camera-source"_s, badges + u"1-celik.png"_s}));
    talk(t1);
    t1.kill9();
    REQUIRE(t1.start({u"--camera-source"_s, badges + u"2-dvorak.png"_s}));
    talk(t1);
    REQUIRE(t1.click(u"nav_outbox"_s));
    REQUIRE(eventually([&] { return t1.count(u"outboxRow"_s) == 2; }));
    keepPicture(t1, u"rescue-outbox"_s);
    REQUIRE(t1.click(u"summaryButton"_s));
    REQUIRE(t1.waitForText(u"Waiting: 2 conversations"_s));
    keepPicture(t1, u"rescue-summary"_s);
    CHECK_FALSE(t1.read(u"summaryText"_s, u"text"_s).toString().contains(u"elik"_s));
    REQUIRE(t1.click(u"copySummaryButton"_s));
    REQUIRE(t1.waitForText(u"Copied"_s));
    REQUIRE(t1.key(Qt::Key_Escape));
    REQUIRE(t1.click(u"rescueButton"_s));
    REQUIRE(t1.waitForText(u"2 conversations wait on this tablet"_s));
    keepPicture(t1, u"rescue-before"_s);
    REQUIRE(t1.click(u"rescueExportButton"_s));
    REQUIRE(t1.waitForText(u"2 conversations are in Documents now"_s));
    keepPicture(t1, u"rescue-written"_s);
    t1.kill9(); // its screen breaks

    const QStringList files = QDir(first.path(u"Stick"_s)).entryList({u"*.rescue"_s}, QDir::Files);
    REQUIRE(files.size() == 1);
    REQUIRE(QFile::copy(first.path(u"Stick/"_s + files.first()), second.path(u"Stick/"_s + files.first())));
    CHECK(filesHolding(second.path(u"Stick"_s), u"Çelik"_s).isEmpty()); // whoever finds the stick
    CHECK(filesHolding(second.path(u"Stick"_s), u"R290"_s).isEmpty());

    REQUIRE(office.hub.start());
    App t2(second, display);
    REQUIRE(t2.start({u"--camera-source"_s, invitation(office, u"T2"_s)}));
    REQUIRE(enrolByScan(t2));
    REQUIRE(t2.click(u"nav_outbox"_s));
    REQUIRE(t2.click(u"rescueButton"_s));
    REQUIRE(t2.click(u"rescuePickButton"_s));
    REQUIRE(t2.waitForText(files.first()));
    keepPicture(t2, u"rescue-picking"_s);
    REQUIRE(t2.click(u"file_0"_s));
    REQUIRE(t2.waitForText(u" came in."_s));
    keepPicture(t2, u"rescue-delivered"_s);
    CHECK(submissionsOf(office) == 2);
    REQUIRE(t2.click(u"rescuePickButton"_s));
    REQUIRE(t2.click(u"file_0"_s));
    REQUIRE(t2.waitForText(u" were at the hub already."_s));
    CHECK(outbox(second).isEmpty());

    REQUIRE(t1.start({})); // it is mended
    REQUIRE(eventually([&] { return outbox(first).isEmpty(); }, 60'000));
    REQUIRE(eventually([&] { return receiptState(conversations(first), 0, u"files"_s) == u"confirmed"_s; }, 60'000));
    CHECK(conversations(first)[0].toObject()[u"state"_s].toString() == u"sent"_s);
    CHECK(conversations(first)[1].toObject()[u"state"_s].toString() == u"sent"_s);
    CHECK(submissionsOf(office) == 2);
    REQUIRE(t1.click(u"nav_outbox"_s));
    REQUIRE(t1.waitForText(u"Sent"_s));
    keepPicture(t1, u"rescue-mended"_s);
    const QByteArray people = office.ctl({u"entities"_s, u"export"_s, u"contacts"_s}).out;
    CHECK(people.count("aylin.celik@frigomart.example") == 1); // G1
}
