// SPDX-License-Identifier: Apache-2.0
// Every type and appearance of question in one form, asked by the real app: nothing is left out, nothing falls over.
#include "e2e/stand.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

QString question(const QString& name, const QString& part)
{
    return u"questionRow[name=%1] > %2"_s.arg(name, part);
}

/// Where a test leaves its pictures for those who want to look; nowhere unless asked.
void look(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + name + u".png"_s));
}

/// The app's own hub with the demo fair, which offers the gallery, too.
void offerGallery(const Machine& machine, App& app, const QStringList& arguments)
{
    REQUIRE(app.start(arguments));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s)); // it has come to the device: the hub has all of the demo
    app.kill9();
    QFile file(QStringLiteral(RAPPORT_SOURCE) + u"/assets/demo/occasion.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QJsonObject occasion = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray forms = occasion[u"forms"_s].toArray();
    forms.append(u"question_gallery"_s);
    occasion[u"forms"_s] = forms;
    QFile put(machine.path(u"occasion.json"_s));
    REQUIRE(put.open(QIODevice::WriteOnly));
    put.write(QJsonDocument(occasion).toJson());
    put.close();
    const auto hub = [&](const QStringList& words) {
        const auto result = rapportctl(QStringList{u"hub"_s, u"--data-dir"_s, machine.dataDir() + u"/hub"_s} + words, machine.environment());
        INFO(result.err.toStdString());
        REQUIRE(result.exitCode == 0);
    };
    hub({u"form"_s, u"publish"_s, QStringLiteral(RAPPORT_SOURCE) + u"/tests/data/forms/question_gallery.xlsx"_s});
    hub({u"occasion"_s, u"put"_s, put.fileName()});
    REQUIRE(app.start(arguments));
    REQUIRE(app.waitFor(u"otherForm_question_gallery"_s, 30'000));
}

} // namespace

TEST_CASE("Every kind of question is asked by the real app, in two languages and directions", "[e2e]")
{
    struct Look {
        QString name, size, light, text;
        bool arabic;
    };
    const auto as = GENERATE(values<Look>({{u"light"_s, u"1280x800"_s, u"light_day"_s, u"text_100"_s, false},
                                           {u"dark"_s, u"800x1280"_s, u"light_night"_s, u"text_100"_s, false},
                                           {u"arabic"_s, u"1280x800"_s, u"light_day"_s, u"text_100"_s, true},
                                           {u"large"_s, u"800x1280"_s, u"light_day"_s, u"text_200"_s, false}}));
    const QString size = qEnvironmentVariable("RAPPORT_GALLERY_SIZE", as.size);
    INFO(as.name.toStdString());
    const Display display(size + u"x24"_s);
    const Machine machine;
    App app(machine, display);
    offerGallery(machine, app, {u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:15:00+01:00"_s});
    REQUIRE(app.click(u"nav_settings"_s));
    REQUIRE(app.click(as.light));
    REQUIRE(app.click(as.text));
    REQUIRE(app.click(u"nav_home"_s));
    REQUIRE(app.click(u"otherForm_question_gallery"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    if (as.arabic) {
        REQUIRE(app.click(u"askingButton"_s));
        REQUIRE(app.click(u"language_العربية (ar)"_s));
    }
    for (int section = 0; section < 11; ++section) {
        INFO("section " << section);
        REQUIRE(app.waitFor(u"questionRow"_s));
        REQUIRE(app.isRunning());
        look(app, u"gallery-%1-%2"_s.arg(as.name).arg(section, 2, 10, QLatin1Char('0')));
        if (section < 10)
            REQUIRE(app.click(u"nextButton"_s));
    }
}

TEST_CASE("A series grows card by card, and its position is found and typed in the same form", "[e2e]")
{
    const Display display(u"800x1280x24"_s);
    const Machine machine;
    QFile walk(machine.path(u"walk.nmea"_s));
    REQUIRE(walk.open(QIODevice::WriteOnly));
    walk.write("$GPGGA,081200.00,5231.2000,N,01324.3000,E,1,07,0.9,34.0,M,44.0,M,,*5E\r\n"
               "$GPRMC,081200.00,A,5231.2000,N,01324.3000,E,0.0,0.0,101127,,,A*51\r\n");
    walk.close();
    App app(machine, display);
    offerGallery(machine, app,
                 {u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:15:00+01:00"_s, u"--position-source"_s, walk.fileName()});
    REQUIRE(app.click(u"otherForm_question_gallery"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    for (int section = 0; section < 8; ++section)
        REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"place"_s, u"usePositionButton"_s)));
    CHECK(app.waitForText(u"52.52000° N 13.40500° E, exact to 5 m"_s));
    look(app, u"gallery-place"_s);
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.enter(question(u"visitor"_s, u"answerField"_s), u"Aylin"_s));
    REQUIRE(app.key(Qt::Key_Return));
    REQUIRE(app.waitFor(u"repetitionSummary[text=Aylin]"_s));
    for (int more = 0; more < 4; ++more)
        REQUIRE(app.click(u"addRepetition"_s));
    CHECK(eventually([&] { return app.count(u"foldRepetition"_s) >= 5; }));
    CHECK(app.count(question(u"visitor"_s, u"answerField"_s)) == 1); // only the newest is unfolded
    look(app, u"gallery-cards"_s);
}
