// SPDX-License-Identifier: Apache-2.0
// Story B13: a colleague goes on with a half-filled job. The assignment moves with the draft, the giver's copy is read only, and there is one report.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QImage>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QString job = u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1103"_s, serial = u"PX200-24-01044"_s;
const QString jobRow = u"jobRow[jobId=%1]"_s.arg(job);

void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

QString question(const QString& name, const QString& part)
{
    return u"questionRow[name=%1] > %2"_s.arg(name, part);
}

/// An office with two technicians, each with a tablet.
struct Workshop {
    Office office;
    QString sarisToken;

    Workshop()
    {
        const auto published = publishDemo(office.hubDir);
        REQUIRE(published);
        office.token = *published;
        office.hub.setNow(u"2027-11-10T02:15:00Z"_s);
        for (const QString& name : {u"Adi Putra"_s, u"Sari Wirawan"_s, u"Budi Santoso"_s})
            REQUIRE(office.ctl({u"user"_s, u"add"_s, name, u"--role"_s, u"technician"_s}).exitCode == 0);
        const QJsonObject saris = office.ctl({u"device"_s, u"add"_s, u"Tablet 2"_s}).json().object();
        sarisToken = saris[u"token"_s].toString();
        REQUIRE(office.ctl({u"device"_s, u"assign"_s, saris[u"device_id"_s].toString(), u"s.wirawan"_s}).exitCode == 0);
        const QJsonArray devices = office.ctl({u"device"_s, u"list"_s}).json().array();
        for (const QJsonValue& device : devices) {
            if (device[u"name"_s].toString() == u"Tablet 1")
                REQUIRE(office.ctl({u"device"_s, u"assign"_s, device[u"device_id"_s].toString(), u"a.putra"_s}).exitCode == 0);
        }
        REQUIRE(office.hub.start());
    }
    QStringList arguments(const QString& language) const
    {
        return {u"--hub"_s, office.hub.url().toString(), u"--lang"_s, language, u"--now"_s, u"2027-11-10T09:15:00+07:00"_s};
    }
};

/// Two points and what a point that is not in order wants.
bool halfFill(App& app)
{
    return app.waitFor(jobRow) && app.click(jobRow) && app.waitFor(u"conversationScreen"_s) &&
           app.enter(question(u"serial"_s, u"answerField"_s), serial) && app.key(Qt::Key_Return) && app.click(u"nextButton"_s) &&
           app.enter(question(u"hours"_s, u"answerField"_s), u"6200"_s) && app.click(u"nextButton"_s) &&
           app.click(question(u"p01_clean"_s, u"choice_ok"_s)) && app.click(question(u"p03_gasket"_s, u"choice_nok"_s)) &&
           app.enter(question(u"p03_gasket_repair"_s, u"answerField"_s), u"Karet pintu diganti"_s);
}

bool takePhoto(App& app)
{
    return app.click(question(u"p03_gasket_photo"_s, u"takePhotoButton"_s)) && app.waitFor(u"shutterButton[enabled=true]"_s) &&
           app.click(u"shutterButton"_s) && app.waitFor(question(u"p03_gasket_photo"_s, u"removePictureButton"_s));
}

bool giveTo(App& app, const QString& person)
{
    return app.click(u"askingButton"_s) && app.click(u"handOverLine"_s) && app.waitFor(u"handOverSheet[visible=true]"_s) &&
           app.click(u"colleague_"_s + person) && app.waitFor(u"homeScreen"_s);
}

/// Whatever the form still wants, section by section.
bool finishJob(App& app)
{
    for (int section = 0; section < 3; ++section) { // cabinet, cooling, safety
        if (!app.waitFor(u"allButton[enabled=true]"_s) || !app.click(u"allButton"_s) || !app.click(u"nextButton"_s))
            return false;
    }
    return app.click(u"questionRow[name=quantity][value=] > [text=Suction pressure]"_s) &&
           app.enter(u"questionRow[name=value][value=] > answerField"_s, u"1,5"_s) && app.key(Qt::Key_Return) && app.click(u"nextButton"_s) &&
           app.enter(question(u"minutes"_s, u"answerField"_s), u"40"_s) && app.click(u"nextButton"_s) &&
           app.click(question(u"state"_s, u"choice_done"_s)) && app.enter(question(u"report"_s, u"answerField"_s), u"Karet pintu diganti"_s) &&
           app.enter(question(u"signer"_s, u"answerField"_s), u"Ratna Dewi"_s) && app.drag(u"signaturePaper"_s) && app.click(u"nextButton"_s) &&
           app.click(question(u"sales_signal"_s, u"choice_no"_s)) && app.click(u"finishButton"_s) && app.waitFor(u"homeScreen"_s);
}

bool becomes(App& app, const QString& item)
{
    return eventually([&] { return (app.click(u"syncChip"_s), app.waitFor(item, 2'000)); }, 30'000);
}

QString pictureFile(const QTemporaryDir& dir)
{
    QImage picture(1600, 1200, QImage::Format_RGB32);
    picture.fill(QColor(90, 140, 150));
    const QString path = dir.filePath(u"gasket.jpg"_s);
    return picture.save(path) ? path : QString();
}

} // namespace

TEST_CASE("A colleague takes a half-filled job over, finishes it, and there is one report", "[e2e]")
{
    const Display display(u"800x1280x24"_s);
    Workshop workshop;
    const Machine adisMachine, sarisMachine;
    const QTemporaryDir pictures;
    App adi(adisMachine, display), sari(sarisMachine, display);
    adi.setToken(workshop.office.token);
    sari.setToken(workshop.sarisToken);
    REQUIRE(adi.start(workshop.arguments(u"id"_s) + QStringList{u"--camera-source"_s, pictureFile(pictures)}));

    INFO("Adi is half through, and has to leave");
    REQUIRE(halfFill(adi));
    REQUIRE(takePhoto(adi));
    REQUIRE(adi.click(u"askingButton"_s));
    REQUIRE(adi.waitFor(u"handOverLine"_s));
    look(adi, "b13-menu");
    REQUIRE(adi.click(u"handOverLine"_s));
    REQUIRE(adi.waitFor(u"handOverSheet[visible=true]"_s));
    CHECK(adi.count(u"colleague_s.wirawan"_s) + adi.count(u"colleague_b.santoso"_s) + adi.count(u"colleague_a.putra"_s) == 2);
    look(adi, "b13-whom");
    REQUIRE(adi.click(u"colleague_s.wirawan"_s));
    REQUIRE(adi.waitFor(u"homeScreen"_s));

    INFO("From then on it is not his to go on with");
    CHECK(adi.waitForText(u"pada Sari Wirawan"_s));
    CHECK(eventually([&] { return !adi.has(u"continueButton"_s); }));
    CHECK(becomes(adi, u"conversationRow"_s));
    CHECK(eventually([&] { return adi.count(jobRow) == 0; })); // the job has gone with it
    look(adi, "b13-given");
    REQUIRE(adi.click(u"conversationRow"_s));
    REQUIRE(adi.waitFor(u"handOverNote[visible=true]"_s));
    CHECK(adi.waitFor(question(u"p03_gasket_photo"_s, u"pictureButton"_s)));
    CHECK_FALSE(adi.has(u"finishButton"_s));
    CHECK_FALSE(adi.has(question(u"p03_gasket_photo"_s, u"removePictureButton"_s)));
    look(adi, "b13-read-only");
    adi.kill9();

    INFO("Sari is offered it, and goes on where he was");
    REQUIRE(sari.start(workshop.arguments(u"id"_s)));
    REQUIRE(sari.waitFor(u"offeredDraft"_s));
    CHECK(sari.waitFor(jobRow));
    look(sari, "b13-offered");
    REQUIRE(sari.click(u"takeDraftButton"_s));
    REQUIRE(sari.waitFor(u"conversationScreen"_s));
    CHECK(sari.waitFor(question(u"p03_gasket"_s, u"choice_nok[chosen=true]"_s)));
    CHECK(sari.waitFor(question(u"p03_gasket_photo"_s, u"removePictureButton"_s)));
    look(sari, "b13-taken");
    REQUIRE(sari.click(u"backButton"_s));
    REQUIRE(sari.waitFor(u"continueButton"_s));
    CHECK_FALSE(sari.has(u"offeredDraft"_s));
    REQUIRE(sari.click(jobRow)); // the job goes on with the same draft
    REQUIRE(sari.waitFor(question(u"p03_gasket"_s, u"choice_nok[chosen=true]"_s)));
    REQUIRE(finishJob(sari));
    REQUIRE(eventually([&] { return outbox(sarisMachine).isEmpty(); }));
    look(sari, "b13-finished");

    INFO("There is one report, and it is hers; Adi reads that she has it");
    const QJsonArray records = workshop.office.ctl({u"submissions"_s, u"export"_s, u"maintenance_checklist"_s}).json().array();
    REQUIRE(records.size() == 1);
    CHECK(records[0][u"files"_s].toArray().size() == 2); // photo and signature
    CHECK(records[0][u"author"_s].toString() == u"s.wirawan");
    REQUIRE(adi.start(workshop.arguments(u"id"_s)));
    REQUIRE(adi.click(u"conversationRow"_s));
    CHECK(adi.waitForText(u"Sari Wirawan melanjutkannya"_s));
    CHECK_FALSE(adi.has(u"finishButton"_s));
    CHECK_FALSE(adi.read(u"handOverNote > bannerButton"_s, u"visible"_s).toBool());
    look(adi, "b13-hers");
}

TEST_CASE("What was handed over without a network is taken back, and goes on", "[e2e]")
{
    const Display display(u"1280x800x24"_s);
    Workshop workshop;
    const Machine machine;
    App adi(machine, display);
    adi.setToken(workshop.office.token);
    REQUIRE(adi.start(workshop.arguments(u"de"_s)));
    REQUIRE(adi.waitFor(jobRow));
    workshop.office.hub.stop();
    REQUIRE(halfFill(adi));
    look(adi, "b13-wide");
    REQUIRE(giveTo(adi, u"b.santoso"_s));
    REQUIRE(adi.click(u"conversationRow"_s));
    CHECK(adi.waitForText(u"An Budi Santoso übergeben"_s));
    CHECK(adi.waitForText(u"1 wartet"_s)); // with what else has to go out
    look(adi, "b13-waits");

    INFO("It may have left: without the hub nobody can say, and the sentence says so");
    REQUIRE(adi.click(u"handOverNote > bannerButton"_s));
    CHECK(eventually([&] { return !adi.read(u"handOverNote"_s, u"text"_s).toString().startsWith(u"An Budi"_s); }));
    CHECK_FALSE(adi.has(u"finishButton"_s));
    look(adi, "b13-not-yet");

    INFO("With the hub it comes back and is answered here");
    REQUIRE(workshop.office.hub.start());
    REQUIRE(eventually([&] {
        adi.click(u"handOverNote > bannerButton"_s);
        return adi.waitFor(u"finishButton"_s, 2'000);
    }));
    CHECK(adi.waitFor(question(u"p03_gasket"_s, u"choice_nok[chosen=true]"_s)));
    REQUIRE(adi.click(question(u"p03_gasket"_s, u"choice_ok"_s)));
    CHECK(adi.waitFor(question(u"p03_gasket"_s, u"choice_ok[chosen=true]"_s)));
    look(adi, "b13-back");
}
