// SPDX-License-Identifier: Apache-2.0
// Story B: a technician at a freezer, in Indonesian, without a network. What joins with capture, sync and customer mode has its own tests.
#include "e2e/stand.h"

#include <QDirIterator>
#include <QImage>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QStringList demo{u"--demo"_s, u"--lang"_s, u"id"_s, u"--now"_s, u"2027-11-10T09:15:00+07:00"_s};

/// Where a test leaves its pictures for those who want to look; nowhere unless asked.
void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

QString question(const QString& name, const QString& part)
{
    return u"questionRow[name=%1] > %2"_s.arg(name, part);
}

/// From the list of jobs to the check points of the machine.
bool reachPoints(App& app)
{
    return app.waitFor(u"jobRow"_s) && app.click(u"jobRow"_s) && app.waitFor(u"conversationScreen"_s) &&
           app.enter(question(u"serial"_s, u"answerField"_s), u"PX200-24-01044"_s) && app.key(Qt::Key_Return) && app.click(u"nextButton"_s) &&
           app.enter(question(u"hours"_s, u"answerField"_s), u"6480"_s) && app.click(u"nextButton"_s) &&
           app.waitFor(question(u"p03_gasket"_s, u"choice_nok"_s));
}

/// What the camera of a technician sees, larger than any form wants it.
QString gasket(const QTemporaryDir& dir)
{
    QImage picture(3000, 2000, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixel(x, y, x > 1200 && x < 1500 ? qRgb(60, 55, 50) : qRgb(170 + x % 40, 190 + y % 30, 195));
    }
    const QString path = dir.filePath(u"gasket.jpg"_s);
    return picture.save(path) ? path : QString();
}

QJsonArray attachments(const Machine& machine)
{
    const QJsonArray all = rapportctl({u"inspect"_s, u"--data-dir"_s, machine.dataDir(), u"conversations"_s}, machine.environment()).json().array();
    return all.isEmpty() ? QJsonArray() : all[0][u"attachments"_s].toArray();
}

/// What the tablet holds of one entity, as `rapportctl inspect` tells it.
QJsonObject propertiesOf(const Machine& machine, const QString& list, const QString& id)
{
    const QJsonArray all = rapportctl({u"inspect"_s, u"--data-dir"_s, machine.dataDir(), u"entities"_s, list}, machine.environment()).json().array();
    for (const QJsonValue& entity : all) {
        if (entity[u"id"_s].toString() == id)
            return entity[u"properties"_s].toObject();
    }
    return {};
}

} // namespace

TEST_CASE("A technician does a job from the list, and the result waits to be sent", "[e2e]")
{
    const Display display(u"800x1280x24"_s);
    const Machine machine;
    App app(machine, display);
    REQUIRE(app.start(demo));

    INFO("B1: today's jobs, with customer, machine and ticket");
    REQUIRE(app.waitFor(u"jobRow"_s));
    CHECK(app.count(u"jobRow"_s) == 3);
    CHECK(app.waitForText(u"TCK-2027-0311"_s));
    CHECK(app.waitForText(u"Nordfrost PX-450 no. 00817"_s));
    look(app, "b1-home");

    INFO("B2: the job opens its form with the job in it; another machine is told before anything is entered");
    REQUIRE(app.click(u"jobRow"_s)); // the overdue one comes first
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    REQUIRE(app.waitFor(question(u"job"_s, u"choice_a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1103[chosen=true]"_s)));
    REQUIRE(app.enter(question(u"serial"_s, u"answerField"_s), u"PX450-22-00818"_s));
    REQUIRE(app.key(Qt::Key_Return));
    CHECK(app.waitForText(u"Ini bukan mesin dari tugas ini"_s));
    look(app, "b2-wrong-machine");
    for (int i = 0; i < 14; ++i)
        REQUIRE(app.key(Qt::Key_Backspace));
    REQUIRE(app.enter(question(u"serial"_s, u"answerField"_s), u"PX200-24-01044"_s));
    REQUIRE(app.key(Qt::Key_Return));
    look(app, "b2-right-machine");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.enter(question(u"hours"_s, u"answerField"_s), u"6480"_s));

    INFO("B3: fourteen points, each a tap on a large answer, or the open ones of a section at once");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"p03_gasket"_s, u"choice_na"_s)));
    for (const QString& last : {u"p05_light"_s, u"p10_leak"_s, u"p14_alarm"_s}) {
        REQUIRE(app.waitFor(u"allButton[enabled=true]"_s));
        REQUIRE(app.click(u"allButton"_s));
        REQUIRE(app.waitFor(question(last, u"choice_ok[chosen=true]"_s)));
        if (last == u"p05_light") {
            CHECK(app.waitFor(question(u"p03_gasket"_s, u"choice_na[chosen=true]"_s))); // what was answered stays
            look(app, "b3-cabinet");
            REQUIRE(app.click(u"undoButton"_s));
            REQUIRE(app.waitFor(question(last, u"choice_ok[chosen=false]"_s)));
            REQUIRE(app.click(u"allButton"_s));
        }
        if (last != u"p14_alarm")
            REQUIRE(app.click(u"nextButton"_s));
    }

    INFO("B5: 3,9 is 3.9, and too high is said in words; the second measurement stands beside the first");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"quantity"_s, u"choice_7d1f3c10-2a54-4a5e-8c7d-1b5f00000007"_s)));
    REQUIRE(app.waitForText(u"1 sampai 3"_s));
    REQUIRE(app.enter(question(u"value"_s, u"answerField"_s), u"3,9"_s));
    REQUIRE(app.key(Qt::Key_Return));
    CHECK(app.waitForText(u"Terlalu tinggi"_s));
    look(app, "b5-too-high");
    REQUIRE(app.enter(question(u"reason"_s, u"answerField"_s), u"Refrigeran terlalu banyak"_s));
    REQUIRE(app.enter(question(u"repair"_s, u"answerField"_s), u"R290 140 g"_s));
    REQUIRE(app.click(u"addRepetition"_s));
    REQUIRE(app.click(u"questionRow[name=quantity][value=] > choice_7d1f3c10-2a54-4a5e-8c7d-1b5f00000007"_s));
    REQUIRE(eventually([&] { return app.count(u"limitMark"_s) + app.count(u"questionRow[name=value][value=] > limitText"_s) == 2; }));
    REQUIRE(app.enter(u"questionRow[name=value][value=] > answerField"_s, u"2,4"_s));
    REQUIRE(app.key(Qt::Key_Return));
    CHECK(app.waitForText(u"Normal"_s));
    CHECK(app.count(u"removeRepetition"_s) == 2);

    INFO("B6: the battery dies; the draft is whole, and offered again");
    REQUIRE(app.waitForText(u"Tersimpan di tablet ini"_s));
    app.kill9();
    REQUIRE(app.start(demo));
    REQUIRE(app.click(u"continueButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    CHECK(app.waitFor(u"questionRow[name=value][value=3,9]"_s));
    CHECK(app.waitFor(u"questionRow[name=value][value=2,4]"_s));

    INFO("B8: the last questions, and a signal for sales");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.enter(question(u"minutes"_s, u"answerField"_s), u"95"_s));
    look(app, "b8-parts");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"state"_s, u"choice_done"_s)));
    REQUIRE(app.enter(question(u"report"_s, u"answerField"_s), u"Karet pintu diganti"_s));
    REQUIRE(app.drag(u"signaturePaper"_s));
    look(app, "b8-result");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"sales_signal"_s, u"choice_yes"_s)));
    REQUIRE(app.enter(question(u"title"_s, u"answerField"_s), u"Toko kedua dibuka Maret 2028, butuh 8 unit"_s));
    REQUIRE(app.click(u"finishButton"_s));
    const bool done = app.waitFor(u"homeScreen"_s);
    look(app, "b8-finish");
    REQUIRE(done);
    CHECK(eventually([&] { return app.count(u"jobRow"_s) == 2; })); // done jobs are no longer there
    look(app, "b8-home");

    CHECK(app.taps() <= 40);

    const QJsonObject job = propertiesOf(machine, u"jobs"_s, u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1103"_s);
    CHECK(job[u"state"_s].toString() == u"done");
    CHECK(job[u"out_of_range"_s].toString() == u"1");
    CHECK(propertiesOf(machine, u"machines"_s, u"6f0c1c52-0f6a-4a0e-9f3e-0c1a5d1b7703"_s)[u"hours"_s].toString() == u"6480");
}

TEST_CASE("A point that is not in order wants a photo, which is there after the battery died", "[e2e]")
{
    const Display display(u"800x1280x24"_s);
    const Machine machine;
    const QTemporaryDir pictures;
    const QStringList withCamera = demo + QStringList{u"--camera-source"_s, gasket(pictures)};
    App app(machine, display);
    REQUIRE(app.start(withCamera));
    REQUIRE(reachPoints(app));

    INFO("B4: photo and repair become required");
    REQUIRE(app.click(question(u"p03_gasket"_s, u"choice_nok"_s)));
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, u"takePhotoButton"_s)));
    REQUIRE(app.waitFor(question(u"p03_gasket_repair"_s, u"answerField"_s)));
    look(app, "b4-not-ok");
    REQUIRE(app.click(question(u"p03_gasket_photo"_s, u"takePhotoButton"_s)));
    REQUIRE(app.waitFor(u"shutterButton[enabled=true]"_s));
    look(app, "b4-camera");
    REQUIRE(app.click(u"shutterButton"_s));
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, u"removePictureButton"_s)));
    look(app, "b4-photo");

    INFO("B6: what is shown is on disk");
    app.kill9();
    const QJsonArray kept = attachments(machine);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0][u"media_type"_s].toString() == u"image/jpeg");
    CHECK(kept[0][u"size"_s].toInteger() > 10'000);
    QDirIterator files(machine.dataDir(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains("\xFF\xD8\xFF\xE0")); // no picture that others could open
    }
    REQUIRE(app.start(withCamera));
    REQUIRE(app.click(u"continueButton"_s));
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, u"pictureButton"_s)));
    REQUIRE(app.click(question(u"p03_gasket_photo"_s, u"pictureButton"_s)));
    REQUIRE(app.waitFor(u"pictureScreen"_s));
    CHECK(eventually([&] { return app.count(u"pictureText[visible=true]"_s) == 0; }));
    look(app, "b4-whole");
    REQUIRE(app.click(u"closePictureButton"_s));

    INFO("What was removed comes back");
    REQUIRE(app.click(question(u"p03_gasket_photo"_s, u"removePictureButton"_s)));
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, u"takePhotoButton"_s)));
    REQUIRE(app.click(u"undoButton"_s));
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, u"removePictureButton"_s)));
    REQUIRE(app.enter(question(u"p03_gasket_repair"_s, u"answerField"_s), u"Karet pintu diganti"_s));
    look(app, "b4-done");
}
