// SPDX-License-Identifier: Apache-2.0
// Story B: a technician at a freezer, in Indonesian, without a network. What joins with capture, sync and customer mode has its own tests.
#include "e2e/stand.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

QStringList demoIn(const QString& language)
{
    return {u"--demo"_s, u"--lang"_s, language, u"--now"_s, u"2027-11-10T09:15:00+07:00"_s};
}

const QStringList demo = demoIn(u"id"_s);

const QString job = u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1101"_s, px450 = u"6f0c1c52-0f6a-4a0e-9f3e-0c1a5d1b7701"_s, serial = u"PX450-22-00817"_s;
const QString jobRow = u"jobRow[jobId=%1]"_s.arg(job);
const QString suction = u"Suction pressure"_s, discharge = u"Discharge pressure"_s, current = u"Compressor current"_s, insulation = u"Insulation"_s,
              evaporator = u"Evaporator temperature"_s, defrost = u"Defrost interval"_s;

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
    return app.waitFor(jobRow) && app.click(jobRow) && app.waitFor(u"conversationScreen"_s) &&
           app.enter(question(u"serial"_s, u"answerField"_s), serial) && app.key(Qt::Key_Return) && app.click(u"nextButton"_s) &&
           app.enter(question(u"hours"_s, u"answerField"_s), u"14232"_s) && app.click(u"nextButton"_s) &&
           app.waitFor(question(u"p03_gasket"_s, u"choice_nok"_s));
}

bool answerPoint(App& app, const QString& point, const QString& answer)
{
    return app.click(question(point, u"choice_"_s + answer)) && app.waitFor(question(point, u"choice_%1[chosen=true]"_s.arg(answer)));
}

/// By what it says, where nothing is picked yet.
bool pick(App& app, const QString& name, const QString& label)
{
    return app.click(u"questionRow[name=%1][value=] > [text=%2]"_s.arg(name, label));
}

bool addMeasurement(App& app)
{
    return app.scrollToEnd(u"questionList"_s) && app.click(u"addRepetition"_s);
}

/// In the repetition that is still empty.
bool measure(App& app, const QString& quantity, const QString& value)
{
    return pick(app, u"quantity"_s, quantity) && app.enter(u"questionRow[name=value][value=] > answerField"_s, value) && app.key(Qt::Key_Return) &&
           app.waitFor(u"questionRow[name=value][value=%1]"_s.arg(value));
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

/// What was measured of the machine today.
QStringList valuesOf(const Machine& machine, const QString& quantity)
{
    QStringList values;
    const QJsonArray all = entities(machine, u"measurements"_s);
    for (const QJsonValue& entity : all) {
        const QJsonObject properties = entity[u"properties"_s].toObject();
        if (properties[u"machine_id"_s].toString() == px450 && properties[u"quantity"_s].toString() == quantity &&
            properties[u"at"_s].toString().startsWith(u"2027-11-10"))
            values.append(properties[u"value"_s].toString());
    }
    return values;
}

/// Section by section, until @p text is on the screen.
bool goBackTo(App& app, const QString& text)
{
    for (int section = 0; section < 10; ++section) {
        if (app.waitForText(text, 5'000))
            return true;
        if (!app.has(u"previousButton"_s) || !app.click(u"previousButton"_s))
            return false;
    }
    return false;
}

/// The only report that was saved; empty where there is none.
QString savedReport(const Machine& machine)
{
    const QDir folder(machine.path(u"Documents"_s));
    const QStringList reports = folder.entryList({u"*.pdf"_s}, QDir::Files);
    return reports.size() == 1 ? folder.filePath(reports[0]) : QString();
}

/// As anybody's reader finds it, a form feed behind each page.
QString reportText(const Machine& machine)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, savedReport(machine), u"-"_s});
    REQUIRE(reader.waitForFinished());
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

TEST_CASE("A technician does a job from the list, and the result waits to be sent", "[e2e]")
{
    const Display display(u"800x1280x24"_s);
    const Machine machine;
    REQUIRE(machine.setFolders({{u"DOCUMENTS"_s, machine.path(u"Documents"_s)}}));
    const QTemporaryDir pictures;
    const QStringList withCamera = demo + QStringList{u"--camera-source"_s, gasket(pictures)};
    App app(machine, display);
    REQUIRE(app.start(withCamera));

    INFO("B1: today's jobs, with customer, machine and ticket");
    REQUIRE(app.waitFor(u"jobRow"_s));
    CHECK(app.count(u"jobRow"_s) == 3);
    CHECK(app.waitForText(u"TCK-2027-0311"_s));
    CHECK(app.waitForText(u"Pasar Segar Semarang"_s));
    CHECK(app.waitForText(u"Nordfrost PX-450 no. 00817"_s));
    look(app, "b1-home");

    INFO("B2: the job opens its form with the job in it; another machine is told before anything is entered");
    REQUIRE(app.click(jobRow));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    REQUIRE(app.waitFor(u"questionRow[name=job][value=%1]"_s.arg(job)));
    REQUIRE(app.enter(question(u"serial"_s, u"answerField"_s), u"PX450-22-00818"_s));
    REQUIRE(app.key(Qt::Key_Return));
    CHECK(app.waitForText(u"Ini bukan mesin dari tugas ini"_s));
    look(app, "b2-wrong-machine");
    for (int i = 0; i < 14; ++i)
        REQUIRE(app.key(Qt::Key_Backspace));
    REQUIRE(app.enter(question(u"serial"_s, u"answerField"_s), serial));
    REQUIRE(app.key(Qt::Key_Return));
    REQUIRE(eventually([&] { return !app.texts().contains(u"Ini bukan mesin dari tugas ini"_s); }));
    look(app, "b2-right-machine");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.enter(question(u"hours"_s, u"answerField"_s), u"14232"_s));
    REQUIRE(app.click(u"nextButton"_s));

    INFO("B3: fourteen points, each a tap on a large answer; the next one scrolls in");
    const int tapsBefore = app.taps();
    CHECK(app.waitFor(u"pointsChip[text=0/14 poin]"_s));
    REQUIRE(answerPoint(app, u"p01_clean"_s, u"ok"_s));
    REQUIRE(answerPoint(app, u"p02_glass"_s, u"ok"_s));
    REQUIRE(answerPoint(app, u"p03_gasket"_s, u"nok"_s));
    look(app, "b3-next-scrolled-in");

    INFO("B4: the gasket is not in order: photo and repair are wanted, and the form does not finish without them");
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, u"takePhotoButton"_s)));
    REQUIRE(app.click(question(u"p03_gasket_photo"_s, u"takePhotoButton"_s)));
    REQUIRE(app.waitFor(u"shutterButton[enabled=true]"_s));
    REQUIRE(app.click(u"shutterButton"_s));
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, u"removePictureButton"_s)));
    REQUIRE(answerPoint(app, u"p04_shelves"_s, u"ok"_s));
    REQUIRE(answerPoint(app, u"p05_light"_s, u"ok"_s));
    CHECK(app.waitFor(u"pointsChip[text=5/14 poin]"_s));
    REQUIRE(app.enter(question(u"p03_gasket_repair"_s, u"answerField"_s), u"Karet pintu diganti"_s));
    look(app, "b3-cabinet");
    REQUIRE(app.click(u"nextButton"_s));
    for (const QString& point : {u"p06_condenser"_s, u"p07_evaporator"_s, u"p08_fans"_s, u"p09_drain"_s, u"p10_leak"_s})
        REQUIRE(answerPoint(app, point, u"ok"_s));
    look(app, "b3-cooling");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(answerPoint(app, u"p14_alarm"_s, u"na"_s));

    INFO("What a section has left is answered at once, and taken back at once; what was answered stays");
    REQUIRE(app.waitFor(u"allButton[enabled=true]"_s));
    REQUIRE(app.click(u"allButton"_s));
    REQUIRE(app.waitFor(question(u"p11_cable"_s, u"choice_ok[chosen=true]"_s)));
    CHECK(app.waitFor(question(u"p14_alarm"_s, u"choice_na[chosen=true]"_s)));
    REQUIRE(app.click(u"undoButton"_s));
    REQUIRE(app.waitFor(question(u"p11_cable"_s, u"choice_ok[chosen=false]"_s)));
    REQUIRE(app.click(u"allButton"_s));
    CHECK(app.waitFor(u"pointsChip[text=14/14 poin]"_s));
    look(app, "b3-all");
    CHECK(app.taps() - tapsBefore <= 40);

    REQUIRE(eventually([&] { return !app.has(u"undoButton"_s); })); // it is offered for 8 s, above what comes next

    INFO("B5: six measurements; 3,9 and -16,4 are 3.9 and -16.4, and too high is said in words");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(measure(app, suction, u"3,9"_s));
    CHECK(app.waitForText(u"Terlalu tinggi"_s));
    CHECK(app.waitForText(u"1,2 sampai 3,5"_s));
    look(app, "b5-too-high");
    REQUIRE(app.enter(u"questionRow[name=reason][value=] > answerField"_s, u"Pengisian R290"_s));
    REQUIRE(app.enter(u"questionRow[name=repair][value=] > answerField"_s, u"R290 140 g"_s));
    const std::pair<QString, QString> others[]{{discharge, u"12,6"_s}, {current, u"3,1"_s}, {insulation, u"550"_s}, {evaporator, u"-16,4"_s}};
    for (const auto& [quantity, value] : others) {
        REQUIRE(addMeasurement(app));
        REQUIRE(measure(app, quantity, value));
    }
    REQUIRE(eventually(
        [&] { return app.read(u"questionRow[name=value][value=-16,4] > limitText"_s, u"text"_s).toString().startsWith(u"Terlalu tinggi"_s); }));
    REQUIRE(app.enter(u"questionRow[name=reason][value=] > answerField"_s, u"Pengisian R290"_s));
    REQUIRE(addMeasurement(app));
    REQUIRE(measure(app, defrost, u"480"_s));
    look(app, "b5-six");

    INFO("B6: the battery dies; the draft is whole, and offered again");
    REQUIRE(app.waitForText(u"Tersimpan di tablet ini"_s));
    app.kill9();
    REQUIRE(app.start(withCamera));
    REQUIRE(app.click(u"continueButton"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    CHECK(app.waitForText(u"Suction pressure · 3,9"_s));

    INFO("After the repair it is measured again; the first value stays");
    const std::pair<QString, QString> again[]{{suction, u"2,4"_s}, {discharge, u"12,1"_s}, {current, u"3"_s}, {evaporator, u"-22,8"_s}};
    for (const auto& [quantity, value] : again) {
        REQUIRE(addMeasurement(app));
        REQUIRE(measure(app, quantity, value));
    }
    CHECK(app.waitForText(u"Normal"_s));
    CHECK(app.waitForText(u"pertama −16,4"_s));
    CHECK(app.waitForText(u"nilai sebelumnya"_s)); // what the tablet knows of this machine
    look(app, "b5-after-repair");

    INFO("The part from the list, and the time");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(pick(app, u"part_number"_s, u"71-20455 Door gasket PX-450"_s));
    REQUIRE(app.waitFor(u"questionRow[name=part_count][value=1]"_s));
    REQUIRE(app.enter(question(u"refrigerant"_s, u"answerField"_s), u"0,14"_s));
    REQUIRE(app.enter(question(u"minutes"_s, u"answerField"_s), u"95"_s));
    look(app, "b4-parts");

    INFO("B8: the last questions, and a signal for sales");
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"state"_s, u"choice_done"_s)));
    REQUIRE(app.enter(question(u"report"_s, u"answerField"_s), u"Karet pintu diganti, R290 diisi"_s));
    REQUIRE(app.enter(question(u"signer"_s, u"answerField"_s), u"Ratna Dewi"_s));
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

    const QJsonObject result = propertiesOf(machine, u"jobs"_s, job);
    CHECK(result[u"state"_s].toString() == u"done");
    CHECK(result[u"out_of_range"_s].toString() == u"2");
    CHECK(propertiesOf(machine, u"machines"_s, px450)[u"hours"_s].toString() == u"14232");
    const QStringList measured = valuesOf(machine, suction) + valuesOf(machine, evaporator);
    CHECK(measured == QStringList{u"3.9"_s, u"2.4"_s, u"-16.4"_s, u"-22.8"_s});

    INFO("B10: the report, in Indonesian, made without a network");
    REQUIRE(app.click(u"conversationRow"_s));
    REQUIRE(app.click(u"reportButton"_s));
    REQUIRE(app.waitFor(u"reportPage[drawn=true]"_s));
    look(app, "b10-report");
    REQUIRE(app.click(u"saveReportButton[enabled=true]"_s));
    REQUIRE(eventually([&] { return !savedReport(machine).isEmpty(); }));
    const QString report = reportText(machine);
    CHECK(report.count(u'\f') == 2); // pages
    for (const QString& said : {u"3,9"_s, u"2,4"_s, u"Ratna Dewi"_s, u"Karet pintu diganti"_s, u"1,2 sampai 3,5"_s})
        CHECK(report.contains(said));
    CHECK_FALSE(report.contains(u"Toko kedua"_s)); // what was noticed for sales is not the customer's

    INFO("B14: who opens the result in German or in English finds the same answers, as they are said there");
    const std::pair<QString, QStringList> readers[]{{u"de"_s, {u"Messung"_s, u"Suction pressure · 3,9"_s}},
                                                    {u"en"_s, {u"Measurement"_s, u"Suction pressure · 3.9"_s}}};
    for (const auto& [language, words] : readers) {
        app.kill9();
        REQUIRE(app.start(demoIn(language)));
        REQUIRE(app.click(u"conversationRow"_s));
        REQUIRE(app.waitFor(u"conversationScreen"_s));
        REQUIRE(goBackTo(app, words[1])); // it opens where it was finished
        for (const QString& said : words)
            CHECK(app.waitForText(said));
        look(app, language == u"de" ? "b14-german" : "b14-english");
    }
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

    INFO("B6: the battery dies while the photo is being made: the answers are there, and the photo is there or asked for again, never half");
    REQUIRE(app.click(u"shutterButton"_s));
    app.kill9();
    REQUIRE(app.start(withCamera));
    REQUIRE(app.click(u"continueButton"_s));
    REQUIRE(app.waitFor(question(u"p03_gasket"_s, u"choice_nok[chosen=true]"_s)));
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, attachments(machine).isEmpty() ? u"takePhotoButton"_s : u"removePictureButton"_s)));
    if (app.has(question(u"p03_gasket_photo"_s, u"takePhotoButton"_s))) {
        REQUIRE(app.click(question(u"p03_gasket_photo"_s, u"takePhotoButton"_s)));
        REQUIRE(app.waitFor(u"shutterButton[enabled=true]"_s));
        REQUIRE(app.click(u"shutterButton"_s));
    }
    REQUIRE(app.waitFor(question(u"p03_gasket_photo"_s, u"removePictureButton"_s)));
    look(app, "b4-photo");

    INFO("B4: without the repair it does not finish");
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"missingCard"_s));
    CHECK(app.waitForText(u"Apa yang dilakukan?"_s));

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
