// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/db/database.h"
#include "sync/db/migrations.h"
#include "sync/hub/reconcile.h"
#include "sync/hub/schema.h"
#include "sync/hub/sqlite/sqliterepositories.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime nine(QDate(2027, 11, 18), QTime(9, 0), Qt::UTC);

/// A hub's database with one job and one contact, version 1 each.
struct Office {
    Office() : database(*db::Database::open(dir.filePath(u"hub.db"_s), {}))
    {
        REQUIRE(db::migrate(database, schema()));
        change(u"contacts"_s, {{u"phone"_s, u"…0117"_s}, {u"remark"_s, u"calls early"_s}, {u"city"_s, u"Semarang"_s}});
        change(u"jobs"_s, {{u"priority"_s, u"normal"_s}, {u"due"_s, u"2027-11-18"_s}, {u"state"_s, u"open"_s}});
    }

    void change(const QString& list, const std::map<QString, QString>& properties, const QString& deviceId = {}, std::optional<qint64> base = {},
                const QString& author = u"office"_s)
    {
        const QString source = deviceId.isEmpty() ? u"import"_s : u"uuid:"_s + deviceId;
        REQUIRE(changeEntity(known, {list, u"e"_s, u"One"_s, properties, base, source, author, Change::WhenEqual::NewVersion, deviceId}, nine));
    }
    QString value(const QString& list, const QString& property)
    {
        const auto found = known.entities().find(list, u"e"_s);
        REQUIRE(found);
        REQUIRE(*found);
        const auto one = (*found)->properties.find(property);
        return one == (*found)->properties.end() ? QString() : one->second;
    }

    QTemporaryDir dir;
    db::Database database;
    SqliteRepositories known{database};
};

} // namespace

TEST_CASE("Who wins where the office and a technician have changed the same, is the property's policy", "[conflict]")
{
    struct Row {
        const char* note;
        QString list, property, office, device, expected, outcome; ///< outcome empty: no conflict
    };
    const auto row = GENERATE(values<Row>({
        {"the office plans", u"jobs"_s, u"priority"_s, u"high"_s, u"low"_s, u"high"_s, u"server"_s},
        {"what was done is the technician's", u"jobs"_s, u"state"_s, u"parts"_s, u"done"_s, u"done"_s, u"device"_s},
        {"a remark holds both, in the order of their coming", u"contacts"_s, u"remark"_s, u"calls early\nmoves in May"_s, u"calls early\nlikes tea"_s,
         u"calls early\nmoves in May\nlikes tea"_s, u"append"_s},
        {"a telephone number is asked about", u"contacts"_s, u"phone"_s, u"…0118"_s, u"…0119"_s, u"…0118"_s, u"ask"_s},
        {"both say the same", u"contacts"_s, u"phone"_s, u"…0118"_s, u"…0118"_s, u"…0118"_s, {}},
        {"the form only sent along what it had", u"contacts"_s, u"phone"_s, u"…0118"_s, u"…0117"_s, u"…0118"_s, {}},
        {"only the technician changed it", u"contacts"_s, u"city"_s, u"Semarang"_s, u"Jakarta"_s, u"Jakarta"_s, {}},
        {"what the technician has cleared is asked about too", u"contacts"_s, u"phone"_s, u"…0118"_s, {}, u"…0118"_s, u"ask"_s},
    }));
    INFO(row.note);
    Office office;
    office.change(row.list, {{row.property, row.office}});
    office.change(row.list, {{row.property, row.device}}, u"t1"_s, 1, u"budi"_s);
    CHECK(office.value(row.list, row.property) == row.expected);
    const auto all = office.known.conflicts().all();
    REQUIRE(all);
    REQUIRE(all->size() == (row.outcome.isEmpty() ? 0 : 1));
    if (!row.outcome.isEmpty()) {
        const Conflict& conflict = all->front();
        CHECK(conflict.outcome == row.outcome);
        CHECK(conflict.isOpen() == (row.outcome == u"ask"));
        CHECK(conflict.hub.value == row.office);
        CHECK(conflict.hub.author == u"office");
        CHECK(conflict.device.value == row.device);
        CHECK(conflict.device.author == u"budi");
        CHECK(conflict.device.at == nine);
    }
}

TEST_CASE("A list's own policy goes before the one that ships", "[conflict]")
{
    Office office;
    REQUIRE(office.known.conflicts().setPolicy(u"contacts"_s, u"phone"_s, Policy::Device));
    office.change(u"contacts"_s, {{u"phone"_s, u"…0118"_s}});
    office.change(u"contacts"_s, {{u"phone"_s, u"…0119"_s}}, u"t1"_s, 1);
    CHECK(office.value(u"contacts"_s, u"phone"_s) == u"…0119");
    CHECK(office.known.conflicts().open()->empty());
    CHECK(office.known.conflicts().all()->size() == 1);
}

TEST_CASE("What one device changes again and again offline is no conflict with itself", "[conflict]")
{
    Office office;
    office.change(u"contacts"_s, {{u"phone"_s, u"…0119"_s}}, u"t1"_s, 1);
    office.change(u"contacts"_s, {{u"phone"_s, u"…0120"_s}}, u"t1"_s, 1);
    CHECK(office.value(u"contacts"_s, u"phone"_s) == u"…0120");
    CHECK(office.known.conflicts().all()->empty());

    INFO("another one, that knows of neither, is");
    office.change(u"contacts"_s, {{u"phone"_s, u"…0121"_s}}, u"t2"_s, 1);
    CHECK(office.value(u"contacts"_s, u"phone"_s) == u"…0120");
    REQUIRE(office.known.conflicts().open()->size() == 1);

    INFO("and sends its number along with the next thing it finishes: nothing is asked twice");
    office.change(u"contacts"_s, {{u"phone"_s, u"…0121"_s}, {u"city"_s, u"Jakarta"_s}}, u"t2"_s, 1);
    CHECK(office.value(u"contacts"_s, u"city"_s) == u"Jakarta");
    CHECK(office.known.conflicts().open()->size() == 1);
}

TEST_CASE("An open conflict is settled by a person, once", "[conflict]")
{
    const auto choice = GENERATE(Choice::Hub, Choice::Device);
    Office office;
    office.change(u"contacts"_s, {{u"phone"_s, u"…0118"_s}});
    office.change(u"contacts"_s, {{u"phone"_s, u"…0119"_s}}, u"t1"_s, 1, u"budi"_s);
    const qint64 id = office.known.conflicts().open()->front().id;
    REQUIRE(settleConflict(office.known, id, choice, u"ratna"_s, nine.addSecs(60)));
    CHECK(office.value(u"contacts"_s, u"phone"_s) == (choice == Choice::Device ? u"…0119"_s : u"…0118"_s));
    CHECK(office.known.conflicts().open()->empty());
    CHECK(office.known.conflicts().all()->front().settledBy == u"ratna");
    CHECK(settleConflict(office.known, id, choice, u"ratna"_s, nine).error().kind == Error::Kind::NotFound);
}

TEST_CASE("A text or a set that two have changed holds what both added, and nothing that one took out", "[conflict]")
{
    struct Row {
        QString before, current, mine, expected;
    };
    const auto row = GENERATE(values<Row>({
        {{}, u"a"_s, u"b"_s, u"a b"_s},
        {u"a"_s, u"a b"_s, u"a c"_s, u"a b c"_s},
        {u"a b"_s, u"a b c"_s, u"b"_s, u"b c"_s},
        {u"a"_s, u"a b"_s, {}, u"b"_s},
        {u"a"_s, {}, u"a b"_s, u"b"_s},
        {u"a"_s, u"a b"_s, u"a b"_s, u"a b"_s},
    }));
    CHECK(appended(row.before, row.current, row.mine, u' ') == row.expected);
    const auto lines = [](QString text) { return text.replace(u' ', u'\n'); };
    CHECK(appended(lines(row.before), lines(row.current), lines(row.mine), u'\n') == lines(row.expected));
}

TEST_CASE("A record that was made of an older version leaves a question to the office, and the answer is a version", "[hub][conflict]")
{
    const test::Call call;
    const QByteArray record = call.xml();
    test::ServedFolder served;
    REQUIRE(served.admin().publishForm(test::callForm()));
    REQUIRE(served.admin().importEntities(u"contacts"_s, call.table("…0117")));
    REQUIRE(served.admin().importEntities(u"contacts"_s, call.table("…0118")));
    CHECK(served.client().submit(record).status == 201);
    CHECK(served.client().submit(record).status == 201); // the answer was lost

    const auto open = served.admin().conflicts(true);
    REQUIRE(open);
    REQUIRE(open->size() == 1);
    const QJsonObject question = open->at(0).toObject();
    CHECK(question[u"property"_s] == u"phone"_s);
    CHECK(question[u"hub"_s][u"value"_s] == u"…0118"_s);
    CHECK(question[u"device"_s][u"value"_s] == u"…0119"_s);
    CHECK(question[u"device"_s][u"author"_s] == u"budi"_s);
    CHECK(served.admin().exportEntities(u"contacts"_s)->contains("…0118"));

    INFO("the tablet hears of it, and of the decision");
    const auto receipts = [&] { return served.client().get("/v1/receipts?since=").body; };
    CHECK(receipts().contains("\"needs_you\""));
    CHECK(receipts().contains("…0119"));

    const qint64 id = question[u"id"_s].toInteger();
    CHECK(served.admin().settleConflict(id, u"both"_s, u"ratna"_s).error().kind == Error::Kind::Invalid);
    REQUIRE(served.admin().settleConflict(id, u"device"_s, u"ratna"_s));
    CHECK(served.admin().exportEntities(u"contacts"_s)->contains("…0119"));
    CHECK(served.admin().conflicts(true)->isEmpty());
    CHECK_FALSE(receipts().contains("needs_you"));
    CHECK(served.admin().conflicts(false)->size() == 1);
    CHECK(served.admin().setPolicy(u"contacts"_s, u"phone"_s, u"mine"_s).error().kind == Error::Kind::Invalid);
}
