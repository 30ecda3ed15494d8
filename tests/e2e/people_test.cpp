// SPDX-License-Identifier: Apache-2.0
// People that the stand half knows: a card of a customer with another address (A5, A6), and a badge number that the organiser names later (A8, A13).
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>

#include <catch2/catch.hpp>

using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QString weber = u"be327623-a7d0-454a-9c2b-2664974d3441"_s, number = u"KE27-004512"_s;
constexpr int visitors = 5000;

void keepPicture(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(QDir(folder).filePath(name + u".png"_s)));
}

/// The card of the story as a phone sees it: aslant, in uneven light.
QImage photographedCard()
{
    QImage face(1700, 1080, QImage::Format_RGB32);
    face.fill(QColor(252, 251, 248));
    QPainter ink(&face);
    ink.setRenderHint(QPainter::TextAntialiasing);
    const auto line = [&](int y, int pixels, int weight, const QString& text) {
        QFont font(u"Inter"_s);
        font.setPixelSize(pixels);
        font.setWeight(static_cast<QFont::Weight>(weight));
        ink.setFont(font);
        ink.setPen(QColor(30, 30, 34));
        ink.drawText(130, y, text);
    };
    line(220, 92, QFont::DemiBold, u"Jonas Weber"_s);
    line(310, 56, QFont::Normal, u"Leiter Strategischer Einkauf"_s);
    line(560, 60, QFont::Bold, u"Frischmarkt Handels AG"_s);
    line(650, 54, QFont::Normal, u"Augustaanlage 12"_s);
    line(730, 54, QFont::Normal, u"68165 Mannheim"_s);
    line(850, 54, QFont::Normal, u"T +49 30 23125 201"_s);
    line(930, 54, QFont::Normal, u"j.weber@frischmarkt.example"_s);
    ink.end();
    QImage picture(1600, 1000, QImage::Format_RGB32);
    picture.fill(QColor(70, 70, 72));
    QPainter table(&picture);
    table.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    table.translate(800, 500);
    table.rotate(6);
    table.drawImage(QRectF(-630, -400, 1260, 800), face.scaled(1260, 800, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    table.resetTransform();
    QLinearGradient light(0, 0, 1600, 1000);
    light.setColorAt(0, QColor(0, 0, 0, 0));
    light.setColorAt(1, QColor(0, 0, 0, 70));
    table.fillRect(picture.rect(), light);
    return picture;
}

/// 5,000 invented visitors, one of them with the badge of the story.
bool importVisitors(const Office& office)
{
    QFile file(office.dir.filePath(u"attendees.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("name,label,badge_id,given_name,family_name,organisation,job_title,email,phone,country\n");
    for (int i = 1; i < visitors; ++i)
        file.write(u"30000000-0000-4000-8000-%1,Vera Visitor%2,KE27-1%3,Vera,Visitor%2,Visit %2 GmbH,,vera%2@visit.example,,DE\n"_s
                       .arg(i, 12, 10, QLatin1Char('0'))
                       .arg(i)
                       .arg(i, 5, 10, QLatin1Char('0'))
                       .toUtf8());
    file.write("40000000-0000-4000-8000-000000000001,Marek Dvořák,KE27-004512,Marek,Dvořák,Chladtech s.r.o.,Technical director,"
               "marek.dvorak@chladtech.example,,CZ\n");
    file.close();
    return office.ctl({u"entities"_s, u"import"_s, u"attendees"_s, file.fileName()}).exitCode == 0;
}

QJsonArray inspect(const Machine& machine, const QStringList& what)
{
    return rapportctl(QStringList{u"inspect"_s, u"--data-dir"_s, machine.dataDir()} + what, machine.environment()).json().array();
}

QJsonObject contact(const Machine& machine, const QString& id)
{
    for (const QJsonValue& one : inspect(machine, {u"entities"_s, u"contacts"_s})) {
        if (one[u"id"_s].toString() == id)
            return one[u"properties"_s].toObject();
    }
    return {};
}

bool answerTheRest(App& app)
{
    return answerInterest(app) && answerNoOpportunity(app) && answerConsent(app);
}

/// What the report says became of a field.
QString became(const QJsonObject& report, const QString& key)
{
    for (const QJsonValue& line : report[u"lines"_s].toArray()) {
        if (line[u"key"_s].toString() == key)
            return line[u"became"_s].toString();
    }
    return {};
}

} // namespace

TEST_CASE("A known customer gets a second address and no second record; a badge number gets its name when the organiser says it", "[e2e]")
{
    const QString size = GENERATE(u"1280x800x24"_s, u"1100x1280x24"_s);
    const QString shots = size.section(u'x', 0, 0) + u'-';
    Office office;
    QTemporaryDir delivered;
    REQUIRE(office.prepare({{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"CRM"_s}, {u"folder"_s, delivered.path()}}));
    REQUIRE(office.hub.start());
    const Display display(size);
    const Machine machine;
    QTemporaryDir pictures;
    const QString card = pictures.filePath(u"card.png"_s);
    REQUIRE(photographedCard().save(card));
    App app(machine, display);
    app.setToken(office.token);
    const auto start = [&](const QString& before, const QString& now) {
        return app.start({u"--hub"_s, office.hub.url().toString(), u"--camera-source"_s, before, u"--now"_s, now, u"--lang"_s, u"en"_s});
    };
    REQUIRE(start(card, u"2027-11-10T09:40:00+01:00"_s));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    REQUIRE(eventually([&] { return !contact(machine, weber).isEmpty(); }, 60'000));
    const qsizetype people = inspect(machine, {u"entities"_s, u"contacts"_s}).size();
    office.hub.stop();

    INFO("A5: the card is read on the tablet");
    REQUIRE(app.click(u"scanButton[enabled=true]"_s));
    REQUIRE(app.click(u"readAsCardButton"_s));
    REQUIRE(app.waitFor(u"useCardButton[visible=true]"_s, 30'000));
    REQUIRE(app.click(u"useCardButton"_s));

    INFO("A6: it may be Jonas Weber: side by side, the same person, another address");
    REQUIRE(app.waitForText(u"This may be Jonas Weber, Frischmarkt Handels AG"_s));
    keepPicture(app, shots + u"perhaps"_s);
    REQUIRE(app.click(u"compareButton"_s));
    REQUIRE(app.waitFor(u"candidatesScreen"_s));
    CHECK(app.waitForText(u"jonas.weber@frischmarkt.example"_s));
    CHECK(app.waitForText(u"j.weber@frischmarkt.example"_s));
    keepPicture(app, shots + u"compare"_s);
    REQUIRE(app.click(u"decide_1"_s)); // add e-mail
    CHECK(app.waitForText(u"Known here: Jonas Weber"_s));
    keepPicture(app, shots + u"decided"_s);
    REQUIRE(app.click(u"startConversationButton"_s));
    REQUIRE(app.waitFor(u"questionRow"_s));
    REQUIRE(answerTheRest(app));
    REQUIRE(finish(app));
    const QJsonObject known = contact(machine, weber);
    CHECK(known[u"email"_s].toString() == u"jonas.weber@frischmarkt.example");
    CHECK(known[u"other_emails"_s].toString() == u"j.weber@frischmarkt.example");
    CHECK(inspect(machine, {u"entities"_s, u"contacts"_s}).size() == people);

    INFO("A8: a badge number, offline, with the rep's answers");
    app.kill9();
    REQUIRE(start(QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges/3-identifier.png"), u"2027-11-10T10:15:00+01:00"_s));
    REQUIRE(app.click(u"scanButton[enabled=true]"_s));
    REQUIRE(app.waitForText(u"Badge KE27-004512"_s));
    REQUIRE(app.click(u"startConversationButton"_s));
    REQUIRE(app.waitFor(u"questionRow"_s));
    REQUIRE(answerTheRest(app));
    REQUIRE(app.click(u"[title=Firm][current=false]"_s));
    REQUIRE(app.enter(u"questionRow[name=legal_name] > answerField"_s, u"Chladtech Praha"_s)); // she knows better
    REQUIRE(finish(app));
    const auto stateOf = [&](const QString& title) {
        const QJsonArray all = outbox(machine);
        for (const QJsonValue& one : all) {
            if (one[u"badge"_s].toString() == title)
                return one[u"state"_s].toString();
        }
        return QString();
    };
    CHECK(stateOf(number) == u"unresolved");
    REQUIRE(app.click(u"nav_outbox"_s));
    CHECK(app.waitForText(u"to be resolved"_s));
    keepPicture(app, shots + u"outbox-unresolved"_s);

    INFO("A13: the organiser's list comes: the name is filled in, what the rep wrote stays");
    REQUIRE(importVisitors(office));
    office.hub.setNow(u"2027-11-10T16:00:00+01:00"_s);
    REQUIRE(office.hub.start());
    REQUIRE(eventually([&] { return !inspect(machine, {u"merges"_s}).isEmpty(); }, 90'000));
    const QJsonArray merges = inspect(machine, {u"merges"_s});
    REQUIRE(merges.size() == 1);
    const QJsonObject report = merges[0].toObject();
    CHECK(report[u"title"_s].toString() == u"Marek Dvořák");
    CHECK(report[u"badge"_s].toString() == number);
    CHECK(became(report, u"contacts.family_name"_s) == u"filled-in");
    CHECK(became(report, u"contacts.email"_s) == u"filled-in");
    CHECK(became(report, u"organisations.legal_name"_s) == u"kept");
    REQUIRE(eventually([&] { return outbox(machine).isEmpty(); }, 90'000));
    const QByteArray atHub = office.ctl({u"entities"_s, u"export"_s, u"contacts"_s}).out;
    CHECK(atHub.count("KE27-004512") == 1);
    CHECK(atHub.count("marek.dvorak@chladtech.example") == 1);
    CHECK(atHub.count("j.weber@frischmarkt.example") == 1);
    CHECK(office.ctl({u"entities"_s, u"export"_s, u"organisations"_s}).out.contains("Chladtech Praha"));

    INFO("once, also after another start");
    const qsizetype all = conversations(machine).size();
    app.kill9();
    REQUIRE(start(card, u"2027-11-10T17:00:00+01:00"_s));
    REQUIRE(app.waitForText(u"Marek Dvořák"_s));
    CHECK(conversations(machine).size() == all);
    CHECK(inspect(machine, {u"merges"_s}).size() == 1);

    INFO("the conversation tells what came from whom");
    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(app.click(u"outboxRow[title=Marek Dvořák]"_s));
    REQUIRE(app.click(u"openSelectedButton"_s));
    REQUIRE(app.waitFor(u"resolutionNote"_s));
    REQUIRE(app.click(u"[title=Person][current=false]"_s));
    CHECK(app.waitForText(u"from the organiser"_s));
    CHECK_FALSE(app.has(u"acquaintanceNote"_s)); // it is only read here
    keepPicture(app, shots + u"resolved"_s);
    REQUIRE(app.click(u"resolutionNote > bannerButton"_s));
    REQUIRE(app.waitFor(u"mergeLine"_s));
    CHECK(app.waitForText(u"your entry stays; the list says: Chladtech s.r.o."_s));
    keepPicture(app, shots + u"merge-report"_s);
}

TEST_CASE("Who is typed may be somebody known: a quiet line says so, until the rep has decided", "[e2e]")
{
    const QString size = GENERATE(u"1280x800x24"_s, u"390x844x24"_s);
    const QString shots = size.section(u'x', 0, 0) + u"-typed-"_s;
    INFO(size.toStdString());
    const Display display(size);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start({u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:12:00+01:00"_s}));
    REQUIRE(eventually([&] { return !contact(machine, weber).isEmpty(); }, 60'000));
    REQUIRE(app.click(u"newConversationButton[enabled=true]"_s));
    REQUIRE(app.waitFor(u"questionRow[name=known_contact]"_s));
    REQUIRE(app.click(u"[title=Person][current=false]"_s));
    const auto field = [](const char* name) { return u"questionRow[name=%1] > answerField"_s.arg(QLatin1String(name)); };
    REQUIRE(app.enter(field("given_name"), u"Jonas"_s));
    REQUIRE(app.enter(field("family_name"), u"Weber"_s));
    CHECK_FALSE(app.waitFor(u"acquaintanceNote"_s, 1'500)); // the cursor is still there
    REQUIRE(app.enter(field("email"), u"j.weber@frischmarkt.example"_s));
    REQUIRE(app.key(Qt::Key_Tab));
    REQUIRE(app.waitFor(u"acquaintanceNote"_s));
    CHECK(app.waitForText(u"This may be Jonas Weber, Frischmarkt Handels AG"_s));
    keepPicture(app, shots + u"perhaps"_s);
    REQUIRE(app.click(u"acquaintanceNote > bannerButton"_s));
    REQUIRE(app.waitFor(u"candidatesScreen"_s));
    keepPicture(app, shots + u"compare"_s);
    REQUIRE(app.click(u"decide_1"_s));
    CHECK(app.waitFor(u"questionRow[name=email][value=jonas.weber@frischmarkt.example]"_s));
    CHECK(app.waitForText(u"This conversation is with Jonas Weber"_s));
    keepPicture(app, shots + u"known"_s);

    INFO("undone, and kept apart: not asked again");
    REQUIRE(app.click(u"undoButton"_s));
    CHECK(app.waitFor(u"questionRow[name=email][value=j.weber@frischmarkt.example]"_s));
    REQUIRE(app.click(u"acquaintanceNote > bannerButton"_s));
    REQUIRE(app.click(u"decide_4"_s));
    CHECK(eventually([&] { return !app.has(u"acquaintanceNote"_s); }));
    REQUIRE(app.enter(field("given_name"), u"Jonas"_s));
    REQUIRE(app.key(Qt::Key_Tab));
    CHECK_FALSE(app.waitFor(u"acquaintanceNote"_s, 1'500));
}
