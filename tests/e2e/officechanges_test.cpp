// SPDX-License-Identifier: Apache-2.0
// Story B7: a technician is without a network with a job all but done, in Indonesian. Meanwhile the office makes it urgent, adds a note, corrects the
// telephone number that he corrects too, and publishes the form anew.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QFile>
#include <QJsonArray>

#include <catch2/catch.hpp>

using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QString job = u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1101"_s, nextJob = u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1102"_s;
const QString serial = u"PX450-22-00817"_s, nextSerial = u"PX450-22-00818"_s;
const QString ratna = u"4be784f5-1139-4735-91ae-76cd04d82b62"_s, card = u"conflictCard_2"_s; // the first is of the notes, and decided
const QString form = u"maintenance_checklist"_s, fourth = u"2099010101"_s;

void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

QString jobRow(const QString& id)
{
    return u"jobRow[jobId=%1]"_s.arg(id);
}

QString question(const QString& name, const QString& part)
{
    return u"questionRow[name=%1] > %2"_s.arg(name, part);
}

/// By what it says, where nothing is picked yet.
bool pick(App& app, const QString& name, const QString& label)
{
    return app.click(u"questionRow[name=%1][value=] > [text=%2]"_s.arg(name, label));
}

bool openJob(App& app, const QString& id, const QString& serialNumber)
{
    return app.waitFor(jobRow(id)) && app.click(jobRow(id)) && app.waitFor(u"conversationScreen"_s) &&
           app.enter(question(u"serial"_s, u"answerField"_s), serialNumber) && app.key(Qt::Key_Return) && app.click(u"nextButton"_s);
}

/// From the operating hours to parts and time.
bool doWork(App& app)
{
    if (!app.enter(question(u"hours"_s, u"answerField"_s), u"14232"_s) || !app.click(u"nextButton"_s))
        return false;
    for (int section = 0; section < 3; ++section) { // cabinet, cooling, safety
        if (!app.click(u"allButton[enabled=true]"_s) || !app.click(u"nextButton"_s))
            return false;
    }
    return pick(app, u"quantity"_s, u"Suction pressure"_s) && app.enter(u"questionRow[name=value][value=] > answerField"_s, u"2,4"_s) &&
           app.key(Qt::Key_Return) && app.click(u"nextButton"_s) && pick(app, u"part_number"_s, u"71-20455 Door gasket PX-450"_s) &&
           app.enter(question(u"minutes"_s, u"answerField"_s), u"95"_s) && app.click(u"nextButton"_s);
}

/// Ms Dewi's number from …0117 to …0119, and her signature.
bool haveItSigned(App& app)
{
    return app.click(question(u"state"_s, u"choice_done"_s)) && app.enter(question(u"report"_s, u"answerField"_s), u"Karet pintu diganti"_s) &&
           app.enter(question(u"contact"_s, u"searchField"_s), u"rat"_s) && app.click(question(u"contact"_s, u"searchHit"_s)) &&
           app.waitFor(question(u"phone"_s, u"answerField[text=+62 24 555 0117]"_s)) && app.click(question(u"phone"_s, u"answerField"_s)) &&
           app.key(Qt::Key_End) && app.key(Qt::Key_Backspace) && app.typeKeys(u"9"_s) &&
           app.enter(question(u"signer"_s, u"answerField"_s), u"Ratna Dewi"_s) && app.drag(u"signaturePaper"_s) &&
           app.waitForText(u"Tersimpan di tablet ini"_s);
}

template <typename Condition>
bool tryUntil(App& app, const QString& button, Condition condition)
{
    return eventually([&] { return condition() || (app.click(button) && eventually(condition, 2'000)); }, 60'000);
}

/// The office, with a technician and his tablet.
struct Workshop {
    Office office;

    Workshop()
    {
        const auto published = publishDemo(office.hubDir);
        REQUIRE(published);
        office.token = *published;
        REQUIRE(office.ctl({u"user"_s, u"add"_s, u"Adi Putra"_s, u"--role"_s, u"technician"_s}).exitCode == 0);
        const QString device = office.ctl({u"device"_s, u"list"_s}).json().array()[0][u"device_id"_s].toString();
        REQUIRE(office.ctl({u"device"_s, u"assign"_s, device, u"a.putra"_s}).exitCode == 0);
        office.hub.setNow(u"2027-11-10T02:15:00Z"_s);
        REQUIRE(office.hub.start());
    }
    bool import(const QString& list, const QByteArray& table) const
    {
        QFile file(office.dir.filePath(list + u".csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
            return false;
        file.close();
        return office.ctl({u"entities"_s, u"import"_s, list, file.fileName()}).exitCode == 0;
    }
    bool change() const
    {
        return import(u"jobs"_s, "name,label,priority,due,report\n" + job.toUtf8() +
                                     ",Freezer tidak cukup dingin,high,2027-11-17,Pelanggan sudah menelepon dua kali\n") &&
               import(u"contacts"_s, "name,label,phone\n" + ratna.toUtf8() + ",Ratna Dewi,+62 24 555 0118\n") &&
               office.publishNext(form, {{"<value>Jam operasi</value>", "<value>Jam operasi kompresor</value>"}});
    }
    QStringList arguments() const
    {
        return {u"--hub"_s, office.hub.url().toString(), u"--lang"_s, u"id"_s, u"--now"_s, u"2027-11-10T09:15:00+07:00"_s};
    }
};

/// Version of the form that the conversation with @p state was made with.
QString versionOf(const Machine& machine, const QString& state)
{
    const QJsonArray all = conversations(machine);
    for (const QJsonValue& one : all) {
        if (one[u"state"_s].toString() == state)
            return one[u"version"_s].toString();
    }
    return {};
}

} // namespace

TEST_CASE("What the office has changed meanwhile and what the technician brings both stand, and two numbers are asked about", "[e2e]")
{
    Workshop workshop;
    Office& office = workshop.office;
    const Display display(u"800x1280x24"_s);
    const Machine machine;
    App app(machine, display);
    app.setToken(office.token);
    REQUIRE(app.start(workshop.arguments()));
    REQUIRE(app.waitFor(jobRow(job) + u"[high=false]"_s));

    INFO("without a network: the job is all but finished, the number corrected");
    office.hub.stop();
    REQUIRE(openJob(app, job, serial));
    REQUIRE(doWork(app));
    const bool isSigned = haveItSigned(app);
    look(app, "b7-draft");
    REQUIRE(isSigned);
    REQUIRE(app.click(u"backButton"_s));
    REQUIRE(app.waitFor(u"continueButton"_s));
    look(app, "b7-before");
    const QString third = versionOf(machine, u"draft"_s);

    INFO("(a), (b), (c), (d): the office has its say, and the network is back");
    REQUIRE(workshop.change());
    REQUIRE(office.hub.start());
    REQUIRE(tryUntil(app, u"syncChip"_s, [&] { return app.has(jobRow(job) + u"[high=true]"_s); }));
    CHECK(app.read(jobRow(job), u"due"_s).toString().contains(u"17 Nov"_s));
    CHECK(eventually([&] { return propertiesOf(machine, u"contacts"_s, ratna)[u"phone"_s].toString() == u"+62 24 555 0118"; }));
    look(app, "b7-office");

    INFO("the draft stays the third version, with what was entered");
    REQUIRE(app.click(jobRow(job)));
    REQUIRE(app.waitFor(question(u"phone"_s, u"answerField[text=+62 24 555 0119]"_s)));
    REQUIRE(app.click(u"nextButton"_s));
    REQUIRE(app.click(question(u"sales_signal"_s, u"choice_no"_s)));
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    REQUIRE(tryUntil(app, u"syncChip"_s, [&] { return outbox(machine).isEmpty(); }));
    CHECK(versionOf(machine, u"sent"_s) == third);
    CHECK(third != fourth);

    INFO("parts, time and signature are the technician's");
    const QJsonArray records = office.ctl({u"submissions"_s, u"export"_s, form}).json().array();
    REQUIRE(records.size() == 1);
    CHECK(records[0][u"version"_s].toString() == third);
    CHECK(records[0][u"author"_s].toString() == u"a.putra");
    CHECK(records[0][u"files"_s].toArray().size() == 1);
    CHECK(records[0][u"answers"_s][u"work"_s][u"minutes"_s].toVariant().toInt() == 95);
    CHECK(QJsonDocument(records[0].toObject()).toJson().contains("3c5e9a10-7b1d-4c52-9e0a-6d1f00000001")); // 71-20455

    INFO("priority and day are the office's, the state is the technician's, the notes are both, in the order in which they were written");
    CHECK(eventually([&] { return propertiesOf(machine, u"jobs"_s, job)[u"report"_s].toString().contains(u'\n'); }));
    const QJsonObject stands = propertiesOf(machine, u"jobs"_s, job);
    CHECK(stands[u"priority"_s].toString() == u"high");
    CHECK(stands[u"due"_s].toString() == u"2027-11-17");
    CHECK(stands[u"state"_s].toString() == u"done");
    CHECK(stands[u"report"_s].toString() == u"Pelanggan sudah menelepon dua kali\nKaret pintu diganti");

    INFO("the number is asked about, with both values, who and when");
    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(tryUntil(app, u"sendNowButton"_s, [&] { return app.has(card); }));
    CHECK(app.read(card + u" > takeMine"_s, u"value"_s).toString() == u"+62 24 555 0119"_s);
    CHECK(app.read(card + u" > takeMine"_s, u"by"_s).toString().startsWith(u"Adi Putra, "_s));
    CHECK(app.read(card + u" > takeTheirs"_s, u"value"_s).toString() == u"+62 24 555 0118"_s);
    CHECK(app.read(card + u" > takeTheirs"_s, u"by"_s).toString().startsWith(u"kantor, "_s));
    look(app, "b7-conflict");
    const QJsonArray asked = office.ctl({u"conflicts"_s, u"list"_s}).json().array();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0][u"property"_s].toString() == u"phone");
    CHECK(asked[0][u"before"_s].toString() == u"+62 24 555 0117");

    INFO("the next job uses the fourth version");
    REQUIRE(app.click(u"nav_home"_s));
    REQUIRE(openJob(app, nextJob, nextSerial));
    CHECK(app.waitForText(u"Jam operasi kompresor"_s));
    look(app, "b7-next-job");
    CHECK(eventually([&] { return versionOf(machine, u"draft"_s) == fourth; }));
}
