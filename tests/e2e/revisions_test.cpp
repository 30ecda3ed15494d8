// SPDX-License-Identifier: Apache-2.0
#include "e2e/office.h"
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

int submissionsOf(const Office& office)
{
    return static_cast<int>(office.ctl({u"submissions"_s, u"list"_s}).json().array().size());
}

} // namespace

TEST_CASE("What waits is reopened, what was sent is corrected, and the hub has the last word once", "[e2e]")
{
    Office office;
    QTemporaryDir delivered;
    REQUIRE(office.prepare({{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"CRM"_s}, {u"folder"_s, delivered.path()}}));
    REQUIRE(office.hub.start());
    const Display display;
    const Machine machine;
    App app(machine, display);
    app.setToken(office.token);
    REQUIRE(app.start({u"--hub"_s, office.hub.url().toString(), u"--camera-source"_s, QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges"),
                       u"--lang"_s, qEnvironmentVariable("RAPPORT_LANGUAGE", u"en"_s)}));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    office.hub.stop();
    REQUIRE(scanBadge(app));
    REQUIRE(answerInterest(app));
    REQUIRE(answerNoOpportunity(app));
    REQUIRE(answerConsent(app));
    REQUIRE(finish(app));

    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(app.click(u"outboxRow"_s));
    REQUIRE(app.waitFor(u"reviseSelectedButton"_s));
    keepPicture(app, u"outbox-waiting"_s);
    REQUIRE(app.click(u"openSelectedButton"_s));
    REQUIRE(app.waitFor(u"reviseButton"_s));
    keepPicture(app, u"waiting"_s);
    REQUIRE(app.click(u"reviseButton"_s));
    REQUIRE(app.waitFor(u"finishButton"_s));
    keepPicture(app, u"reopened"_s);
    CHECK(outbox(machine).isEmpty());
    REQUIRE(finish(app));

    REQUIRE(office.hub.start());
    REQUIRE(eventually([&] { return outbox(machine).isEmpty() && submissionsOf(office) == 1; }, 90'000));
    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(app.click(u"outboxRow"_s));
    REQUIRE(app.click(u"reviseSelectedButton"_s));
    REQUIRE(app.waitFor(u"revisionNote"_s));
    keepPicture(app, u"correcting"_s);
    REQUIRE(finish(app));
    keepPicture(app, u"home-corrected"_s);
    REQUIRE(eventually([&] { return outbox(machine).isEmpty() && submissionsOf(office) == 2; }, 90'000));
    REQUIRE(app.click(u"nav_outbox"_s));
    keepPicture(app, u"outbox-corrected"_s);
    CHECK(conversations(machine).size() == 2);
    const auto hits = office.ctl({u"entities"_s, u"export"_s, u"contacts"_s}).out;
    CHECK(hits.count("aylin.celik@frigomart.example") == 1);
}
