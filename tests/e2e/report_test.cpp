// SPDX-License-Identifier: Apache-2.0
// A report on the screen of the real app: asked for in the outbox, read, made for other readers, saved.
#include "app/security/devicesecret.h"
#include "e2e/processes.h"
#include "report/visit.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

/// Where a test leaves its pictures for those who want to look; nowhere unless asked.
void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

/// What the app will find on this machine: a device with one finished visit.
void finishVisit(const Machine& machine)
{
    const QString config = machine.environment().value(u"XDG_CONFIG_HOME"_s); // where the device's secret lies
    qputenv("XDG_CONFIG_HOME", config.toUtf8());
    REQUIRE(machine.setFolders({{u"DOCUMENTS"_s, machine.path(u"Documents"_s)}}));
    const auto secret = security::deviceSecret();
    REQUIRE(secret);
    tests::Visit visit(*secret, machine.dataDir());
    tests::maintenance(visit);
}

QStringList savedReports(const Machine& machine)
{
    return QDir(machine.path(u"Documents"_s)).entryList({u"*.pdf"_s}, QDir::Files);
}

void readReport(const Machine& machine, const QString& size, const QStringList& options, const char* name)
{
    const Display display(size);
    App app(machine, display);
    REQUIRE(app.start(options + QStringList{u"--now"_s, u"2027-11-10T12:00:00+07:00"_s}));
    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(app.click(u"outboxRow"_s));
    look(app, QByteArray(name).append("-outbox").constData());
    REQUIRE(app.click(u"reportSelectedButton"_s));
    REQUIRE(app.waitFor(u"reportPage[drawn=true]"_s));
    REQUIRE(app.waitFor(u"saveReportButton[enabled=true]"_s));
    look(app, QByteArray(name).append("-report").constData());
}

} // namespace

TEST_CASE("A report is asked for in the outbox, read, made for us in another language, and saved", "[e2e]")
{
    const Machine machine;
    finishVisit(machine);
    {
        const Display display(u"1280x800x24"_s);
        App app(machine, display);
        REQUIRE(app.start({u"--lang"_s, u"id"_s, u"--now"_s, u"2027-11-10T12:00:00+07:00"_s}));
        REQUIRE(app.click(u"nav_outbox"_s));
        REQUIRE(app.click(u"outboxRow"_s));
        REQUIRE(app.click(u"reportSelectedButton"_s));
        REQUIRE(app.waitFor(u"reportPage[drawn=true]"_s));
        look(app, "report-customer-id");
        REQUIRE(app.click(u"reportLanguage_de"_s));
        REQUIRE(app.click(u"reportInternal"_s));
        REQUIRE(app.waitForText(u"Dengan jawaban internal"_s));
        REQUIRE(app.waitFor(u"reportPage[drawn=true]"_s));
        look(app, "report-internal-de");
        REQUIRE(app.click(u"saveReportButton[enabled=true]"_s));
        REQUIRE(app.waitForText(u"tidak dienkripsi"_s));
        look(app, "report-saved");
        CHECK(savedReports(machine).size() == 1);
        REQUIRE(app.click(u"reportPage"_s));
        REQUIRE(app.waitFor(u"pictureScreen"_s));
        REQUIRE(app.key(Qt::Key_Escape));
        REQUIRE(app.click(u"backButton"_s));
        REQUIRE(app.waitFor(u"outboxScreen"_s));

        INFO("the same from the answers, which stay open behind it");
        REQUIRE(app.click(u"openSelectedButton"_s));
        REQUIRE(app.waitFor(u"conversationScreen"_s));
        REQUIRE(app.click(u"reportButton"_s));
        REQUIRE(app.waitFor(u"reportPage[drawn=true]"_s));
        REQUIRE(app.click(u"backButton"_s));
        REQUIRE(app.waitFor(u"conversationScreen"_s));
        look(app, "report-conversation");
    }
    if (!qEnvironmentVariableIsEmpty("RAPPORT_SHOTS"))
        readReport(machine, u"800x1280x24"_s, {u"--lang"_s, u"de"_s}, "report-portrait");
}
