// SPDX-License-Identifier: Apache-2.0
// All that the tablet knows of one machine.
#include "app/controllers/machinefilecontroller.h"
#include "controllers/desk.h"

#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

store::Entity row(const QString& id, const QString& label, std::map<QString, QString> properties)
{
    store::Entity made;
    made.id = id;
    made.label = label;
    made.properties = std::move(properties);
    return made;
}

store::Entity measured(int number, const QString& machine, const QString& quantity, const QString& value, const QString& day)
{
    return row(u"v%1"_s.arg(number), quantity,
               {{u"machine_id"_s, machine},
                {u"quantity"_s, quantity},
                {u"value"_s, value},
                {u"unit"_s, u"bar"_s},
                {u"min"_s, u"1.2"_s},
                {u"max"_s, u"3.5"_s},
                {u"at"_s, day + u"T09:30:00"_s}});
}

const QByteArray serviceForm =
    "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:rapport='urn:rapport:xforms:1'>"
    "<h:head><h:title>Service</h:title><model><instance><data id='service' version='1'><serial/></data></instance>"
    "<bind nodeset='/data/serial' rapport:payload='machines.serial'/></model></h:head><h:body><input ref='/data/serial'>"
    "<label>Serial</label></input></h:body></h:html>";

struct Workshop {
    Workshop()
    {
        QLocale::setDefault(QLocale(u"en"_s));
        put(u"machines"_s, {row(u"m1"_s, u"PX-450 no. 817"_s,
                                {{u"serial"_s, u"PX450-22-00817"_s},
                                 {u"model"_s, u"PX450"_s},
                                 {u"organisation_id"_s, Desk::frischmarktId()},
                                 {u"location"_s, u"Aisle 2"_s},
                                 {u"last_service"_s, u"2027-05-12"_s},
                                 {u"hours"_s, u"14210"_s},
                                 {u"source"_s, u"erp"_s},
                                 {u"as_of"_s, u"2027-11-07T09:00:00+01:00"_s}}),
                            row(u"m2"_s, u"PX-450 no. 818"_s, {{u"serial"_s, u"PX450-22-00818"_s}})});
        put(u"measurements"_s, {measured(1, u"m1"_s, u"Suction pressure"_s, u"2.4"_s, u"2026-11-10"_s),
                                measured(2, u"m1"_s, u"Suction pressure"_s, u"3.9"_s, u"2027-05-12"_s),
                                measured(3, u"m1"_s, u"Discharge pressure"_s, u"2.0"_s, u"2027-05-12"_s),
                                measured(4, u"m2"_s, u"Suction pressure"_s, u"2.0"_s, u"2027-05-13"_s)});
        put(u"jobs"_s, {row(u"j1"_s, u"Somebody else's"_s, {{u"machine_id"_s, u"m1"_s}, {u"assignee"_s, u"a.braun"_s}, {u"due"_s, u"2027-11-10"_s}}),
                        row(u"j2"_s, u"Not cold"_s, {{u"machine_id"_s, u"m1"_s}, {u"ticket_number"_s, u"T-1"_s}, {u"due"_s, u"2027-11-18"_s}})});
        put(u"activities"_s, {row(u"a1"_s, u"Repair"_s,
                                  {{u"machine_id"_s, u"m1"_s},
                                   {u"kind"_s, u"service"_s},
                                   {u"at"_s, u"2027-08-01T10:00:00Z"_s},
                                   {u"summary"_s, u"Fan changed"_s},
                                   {u"source"_s, u"tickets"_s}})});
    }
    void put(const QString& list, std::vector<store::Entity> rows) { REQUIRE(desk.store->absorbEntities({list, std::move(rows), "1"})); }
    void open(const QString& id)
    {
        bool opened = false;
        const auto connection = QObject::connect(&file, &MachineFileController::opened, [&] { opened = true; });
        file.open(id);
        REQUIRE(eventually([&] { return opened; }));
        QObject::disconnect(connection);
    }
    QStringList column(const RowModel* model, const char* role) const
    {
        QStringList all;
        for (int i = 0; i < model->count(); ++i)
            all += model->value(i, role).toString();
        return all;
    }

    Desk desk;
    MachineFileController file{*desk.thread, [] { return u"m.hansen"_s; }, desk.clock};
};

} // namespace

TEST_CASE("A machine's file tells what it is, whose, what was measured and done, and what is open", "[machine]")
{
    Workshop w;
    w.open(u"m1"_s);
    CHECK(w.file.title() == u"PX-450 no. 817");
    CHECK(w.file.owner() == u"Frischmarkt Handels AG");
    CHECK(w.file.origin() == u"ERP · as of 7 Nov 09:00 · 3 day(s) old");
    CHECK(w.file.isStale());
    CHECK(w.column(w.file.fields(), "value") == QStringList{u"PX450-22-00817"_s, u"PX450"_s, u"Aisle 2"_s, u"12 May"_s, u"14,210"_s});
    CHECK(w.column(w.file.tickets(), "title") == QStringList{u"Somebody else's"_s, u"Not cold"_s});

    INFO("what is beyond its limits comes first; the values are those of its results");
    REQUIRE(w.column(w.file.series(), "quantity") == QStringList{u"Suction pressure"_s, u"Discharge pressure"_s});
    CHECK(w.file.series()->value(0, "value").toString() == u"3.9\u00a0bar");
    CHECK(w.file.series()->value(0, "verdict").toString() == u"Too high");
    CHECK(w.file.series()->value(0, "limits").toString() == u"1.2 to 3.5\u00a0bar");
    const QVariantList points = w.file.series()->value(0, "chart").toMap()[u"points"_s].toList();
    REQUIRE(points.size() == 2);
    CHECK_FALSE(points[0].toMap()[u"out"_s].toBool());
    CHECK(points[1].toMap()[u"out"_s].toBool());

    CHECK(w.column(w.file.services(), "moment") == QStringList{u"1 Aug"_s, u"12 May"_s, u"10 Nov 2026"_s});
    CHECK(w.column(w.file.services(), "detail") ==
          QStringList{u"Fan changed"_s, u"2 value(s) measured · 1 outside the limits"_s, u"1 value(s) measured"_s});
    CHECK(w.file.services()->value(0, "origin").toString() == u"tickets");
}

TEST_CASE("The next service of a machine begins with its most pressing job that is nobody else's", "[machine]")
{
    Workshop w;
    QStringList asked;
    std::vector<std::pair<QString, QString>> payload;
    QObject::connect(&w.file, &MachineFileController::jobRequested, [&](const QString& id, const auto& values) {
        asked += u"job "_s + id;
        payload = values;
    });
    QObject::connect(&w.file, &MachineFileController::serviceRequested, [&](const auto& values) {
        asked += u"service"_s;
        payload = values;
    });
    w.file.startService();
    CHECK(asked.isEmpty()); // no machine is open
    w.open(u"m1"_s);
    w.file.startService();
    CHECK(asked == QStringList{u"job j2"_s});
    CHECK(payload == std::vector<std::pair<QString, QString>>{{u"machines.@id"_s, u"m1"_s}, {u"machines.serial"_s, u"PX450-22-00817"_s}});

    INFO("without a job, where a form is for machines");
    w.open(u"m2"_s);
    CHECK(w.file.sentence() == u"There is no open ticket for this machine.");
    CHECK_FALSE(w.file.canStart());
    REQUIRE(w.desk.store->putForm({u"service"_s, u"1"_s, u"md5:1"_s, u"Service"_s, serviceForm}));
    w.open(u"m2"_s);
    REQUIRE(w.file.canStart());
    w.file.startService();
    CHECK(asked == QStringList{u"job j2"_s, u"service"_s});
    CHECK(payload.front().second == u"m2");
}

TEST_CASE("What was done with this tablet leads to its record and its report", "[machine]")
{
    Workshop w;
    store::Conversation talk;
    talk.id = store::ConversationId::make();
    talk.instanceId = u"uuid:"_s + talk.id.text();
    talk.formId = u"service"_s;
    talk.formVersion = u"1"_s;
    talk.title = u"PX450-22-00817 2027-11-10"_s;
    talk.startedAt = w.desk.clock();
    forms::EntityAction serviced;
    serviced.list = u"machines"_s;
    serviced.id = u"m1"_s;
    serviced.update = true;
    serviced.properties = {{u"last_service"_s, u"2027-11-10"_s}};
    REQUIRE(w.desk.store->saveDraft(talk, "<data/>"));
    REQUIRE(w.desk.store->finish(talk, "<data/>", {serviced}));
    w.open(u"m1"_s);
    REQUIRE(w.column(w.file.documents(), "title") == QStringList{u"Report of 10 Nov"_s});
    CHECK(w.file.services()->value(0, "moment").toString() == u"09:12"); // once, though the machine's row tells of it too
    CHECK(w.file.services()->count() == 4);
    QStringList asked;
    QObject::connect(&w.file, &MachineFileController::conversationRequested, [&](const QString& id) { asked += u"conversation "_s + id; });
    QObject::connect(&w.file, &MachineFileController::reportRequested, [&](const QString& id) { asked += u"report "_s + id; });
    QObject::connect(&w.file, &MachineFileController::customerRequested, [&](const QString& list, const QString&) { asked += list; });
    w.file.openService(0);
    w.file.openService(1); // nobody here knows more
    w.file.openDocument(0);
    w.file.openOwner();
    CHECK(asked == QStringList{u"conversation "_s + talk.id.text(), u"report "_s + talk.id.text(), u"organisations"_s});
    w.open(u"m2"_s);
    CHECK(w.file.documents()->count() == 0);
    w.open(u"gone"_s);
    CHECK(w.file.sentence() == u"This machine is no longer on this tablet.");
}
