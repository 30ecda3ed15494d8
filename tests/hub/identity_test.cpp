// SPDX-License-Identifier: Apache-2.0
// Who is who at the hub, over its real database.
#include "hub/hubsupport.h"
#include "sync/db/database.h"
#include "sync/db/migrations.h"
#include "sync/hub/duplicates.h"
#include "sync/hub/entities.h"
#include "sync/hub/identity.h"
#include "sync/hub/reconcile.h"
#include "sync/hub/schema.h"
#include "sync/hub/sqlite/query.h"
#include "sync/hub/sqlite/sqliterepositories.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/receipt.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;

namespace
{

using Properties = std::map<QString, QString>;
const QString contacts = u"contacts"_s, organisations = u"organisations"_s;
const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC);

struct Office {
    Office() : database(*db::Database::open(dir.filePath(u"hub.db"_s), {})) { REQUIRE(db::migrate(database, schema())); }

    void here(const QString& list, const QString& id, const QString& label, const Properties& properties, const QDateTime& at = nine)
    {
        REQUIRE(changeEntity(known, {list, id, label, properties, {}, u"erp"_s, u"office"_s, Change::WhenEqual::Nothing}, at));
    }
    forms::EntityAction creation(const QString& list, const QString& id, const QString& label, const Properties& properties) const
    {
        forms::EntityAction action;
        action.list = list;
        action.id = id;
        action.create = true;
        action.label = label;
        action.properties = properties;
        return action;
    }
    /// A record of a device, as the hub takes it in.
    void record(const std::vector<forms::EntityAction>& actions, const QString& deviceId = u"t1"_s)
    {
        IncomingSubmission incoming;
        incoming.head.instanceId = u"uuid:%1"_s.arg(++records);
        incoming.head.userId = u"mara"_s;
        incoming.deviceId = deviceId;
        incoming.xml = "<data/>";
        incoming.actions = actions;
        const auto taken = transact(database, [&] {
            const auto kept = keepSubmission(known, incoming, nine);
            return kept ? followSubmission(known, incoming, {}, nine) : Status(kept.error());
        });
        INFO((taken ? std::string() : taken.error().detail.toStdString()));
        REQUIRE(taken);
    }
    std::optional<connectors::Entity> read(const QString& list, const QString& id)
    {
        const auto entity = known.entities().find(list, id);
        REQUIRE(entity);
        return *entity;
    }
    QString value(const QString& list, const QString& id, const QString& property)
    {
        const auto entity = read(list, id);
        REQUIRE(entity);
        const auto found = entity->properties.find(property);
        return found == entity->properties.end() ? QString() : found->second;
    }
    QString kept(const QString& id) { return *known.entities().keptAs(contacts, id); }
    std::vector<Duplicate> review(bool openOnly = true) { return openOnly ? *known.duplicates().open() : *known.duplicates().all(); }

    QTemporaryDir dir;
    db::Database database;
    SqliteRepositories known{database};
    int records = 0;
};

const Properties weber = {{u"given_name"_s, u"Jonas"_s}, {u"family_name"_s, u"Weber"_s}, {u"email"_s, u"jonas.weber@frischmarkt.example"_s}};

Properties with(Properties properties, std::initializer_list<std::pair<const QString, QString>> more)
{
    for (const auto& [name, value] : more)
        properties[name] = value;
    return properties;
}

} // namespace

TEST_CASE("Whom a record creates is looked for among those who are here", "[identity]")
{
    enum Expected { Same, Review, Another };
    struct Row {
        const char* note;
        Properties here;
        QString label;
        Properties created;
        Expected expected;
    };
    const auto row = GENERATE(values<Row>({
        {"the same address", weber, u"Jonas Weber"_s, weber, Same},
        {"the same address, written otherwise",
         weber,
         u"J. Weber"_s,
         {{u"given_name"_s, u"J."_s}, {u"family_name"_s, u"Weber"_s}, {u"email"_s, u"Jonas.Weber@Frischmarkt.example"_s}},
         Same},
        {"the same address and no name yet", weber, {}, {{u"email"_s, u"jonas.weber@frischmarkt.example"_s}}, Same},
        {"an address that was taken over by somebody else",
         weber,
         u"Petra Lang"_s,
         {{u"given_name"_s, u"Petra"_s}, {u"family_name"_s, u"Lang"_s}, {u"email"_s, u"jonas.weber@frischmarkt.example"_s}},
         Another},
        {"an address of the firm",
         {{u"given_name"_s, u"Jonas"_s}, {u"family_name"_s, u"Weber"_s}, {u"email"_s, u"info@frischmarkt.example"_s}},
         u"Petra Lang"_s,
         {{u"given_name"_s, u"Petra"_s}, {u"family_name"_s, u"Lang"_s}, {u"email"_s, u"info@frischmarkt.example"_s}},
         Another},
        {"the same badge",
         with(weber, {{u"badge_id"_s, u"B-4711"_s}}),
         u"Jonas Weber"_s,
         {{u"given_name"_s, u"Jonas"_s}, {u"family_name"_s, u"Weber"_s}, {u"badge_id"_s, u"B-4711"_s}},
         Same},
        {"the same badge, nothing else known on either side", {{u"badge_id"_s, u"B-4711"_s}}, {}, {{u"badge_id"_s, u"B-4711"_s}}, Same},
        {"the same badge number under another name",
         with(weber, {{u"badge_id"_s, u"4711"_s}}),
         u"Petra Lang"_s,
         {{u"given_name"_s, u"Petra"_s}, {u"family_name"_s, u"Lang"_s}, {u"badge_id"_s, u"4711"_s}},
         Another},
        {"the same name and telephone",
         with(weber, {{u"mobile"_s, u"+4917012345678"_s}}),
         u"Jonas Weber"_s,
         {{u"given_name"_s, u"Jonas"_s}, {u"family_name"_s, u"Weber"_s}, {u"mobile"_s, u"+49 170 12345678"_s}},
         Review},
        {"the same name in another city",
         with(weber, {{u"city"_s, u"Ulm"_s}}),
         u"Jonas Weber"_s,
         {{u"given_name"_s, u"Jonas"_s}, {u"family_name"_s, u"Weber"_s}, {u"city"_s, u"Kiel"_s}},
         Another},
    }));
    INFO(row.note);
    Office office;
    office.here(contacts, u"known"_s, row.here.count(u"given_name"_s) ? u"Jonas Weber"_s : QString(), row.here);
    office.record({office.creation(contacts, u"new"_s, row.label, row.created)});
    CHECK(office.kept(u"new"_s) == (row.expected == Same ? u"known"_s : u"new"_s));
    CHECK(office.review().size() == (row.expected == Review ? 1 : 0));
}

TEST_CASE("A badge without a name is that of this occasion only", "[identity]")
{
    Office office;
    office.here(contacts, u"last-year"_s, {}, {{u"badge_id"_s, u"4711"_s}}, nine.addDays(-364));
    office.record({office.creation(contacts, u"new"_s, {}, {{u"badge_id"_s, u"4711"_s}})});
    CHECK(office.kept(u"new"_s) == u"new"_s);
}

TEST_CASE("Who was created twice is one: what was said of either is said of her, and nothing goes without a record", "[identity]")
{
    Office office;
    office.here(contacts, u"known"_s, u"Jonas Weber"_s,
                with(weber, {{u"job_title"_s, u"Buyer"_s}, {u"phone"_s, u"+49 30 1"_s}, {u"remark"_s, u"tea"_s}}));
    office.record({office.creation(contacts, u"new"_s, u"Weber, Jonas"_s,
                                   with(weber, {{u"job_title"_s, u"Head of purchasing"_s},
                                                {u"phone"_s, u"+49 30 2"_s},
                                                {u"city"_s, u"Ulm"_s},
                                                {u"street"_s, {}},
                                                {u"remark"_s, u"calls early"_s}})),
                   office.creation(u"opportunities"_s, u"deal"_s, u"Sale"_s, {{u"contact_id"_s, u"new"_s}, {u"amount"_s, u"100"_s}})});
    CHECK(office.value(u"opportunities"_s, u"deal"_s, u"contact_id"_s) == u"known"_s);
    CHECK(office.read(contacts, u"known"_s)->label == u"Jonas Weber"_s);
    CHECK(office.value(contacts, u"known"_s, u"city"_s) == u"Ulm"_s);                     // only the record said it
    CHECK(office.value(contacts, u"known"_s, u"job_title"_s) == u"Head of purchasing"_s); // what came last
    CHECK(office.value(contacts, u"known"_s, u"phone"_s) == u"+49 30 1"_s);               // asked about
    CHECK(office.value(contacts, u"known"_s, u"remark"_s) == u"tea\ncalls early"_s);      // both
    const auto open = office.known.conflicts().open();
    REQUIRE(open->size() == 1);
    CHECK(open->front().property == u"phone"_s);
    CHECK(open->front().device.value == u"+49 30 2"_s);
    CHECK(office.known.conflicts().all()->size() == 3);

    SECTION("what the device says of her later under its own id is said of her, and is no news to ask about")
    {
        forms::EntityAction later = office.creation(contacts, u"new"_s, {}, {{u"city"_s, u"Kiel"_s}});
        later.create = false;
        later.update = true;
        later.baseVersion = 1;
        office.record({later});
        CHECK(office.value(contacts, u"known"_s, u"city"_s) == u"Kiel"_s);
        CHECK(office.known.conflicts().all()->size() == 3);
    }
    SECTION("a third one is led to the first")
    {
        office.record({office.creation(contacts, u"third"_s, u"Jonas Weber"_s, weber)}, u"t2"_s);
        CHECK(office.kept(u"third"_s) == u"known"_s);
    }
    SECTION("an import under the id that leads to her changes her")
    {
        office.here(contacts, u"new"_s, {}, {{u"country"_s, u"DE"_s}});
        CHECK(office.value(contacts, u"known"_s, u"country"_s) == u"DE"_s);
    }
}

TEST_CASE("Two that were merged are one, with everything that named either", "[identity][duplicates]")
{
    Office office;
    office.here(organisations, u"firm"_s, u"Frischmarkt"_s, {});
    office.here(contacts, u"old"_s, u"Jonas Weber"_s, with(weber, {{u"mobile"_s, u"+4917012345678"_s}, {u"organisation_id"_s, u"firm"_s}}));
    office.record({office.creation(contacts, u"new"_s, u"Jonas Weber"_s,
                                   {{u"given_name"_s, u"Jonas"_s},
                                    {u"family_name"_s, u"Weber"_s},
                                    {u"mobile"_s, u"+4917012345678"_s},
                                    {u"phone"_s, u"+49 30 7"_s},
                                    {u"email"_s, u"jw@mail.example"_s},
                                    {u"job_title"_s, u"Buyer"_s}}),
                   office.creation(u"activities"_s, u"visit"_s, u"Visit"_s, {{u"contact_id"_s, u"new"_s}})});
    const auto review = office.review();
    REQUIRE(review.size() == 1);
    CHECK(review[0].entityId == u"new"_s);
    CHECK(review[0].otherId == u"old"_s);
    CHECK(review[0].reasons.contains(u"same-name"_s));
    REQUIRE(run(office.database, "INSERT INTO remote_ref(target, list, entity_id, ref) VALUES('erp', 'contacts', 'new', 'party,7')"));

    const auto merge = [&](const QString& keep) {
        return transact(office.database, [&] { return mergeDuplicate(office.known, review[0].id, keep, u"office"_s, nine); });
    };
    SECTION("into the one that is kept")
    {
        REQUIRE(merge(u"old"_s));
        CHECK(office.value(contacts, u"old"_s, u"email"_s) == u"jonas.weber@frischmarkt.example"_s);
        CHECK(office.value(contacts, u"old"_s, u"other_emails"_s) == u"jw@mail.example"_s);
        CHECK(office.value(contacts, u"old"_s, u"phone"_s) == u"+49 30 7"_s);
        CHECK(office.value(contacts, u"old"_s, u"job_title"_s) == u"Buyer"_s);
        CHECK(office.value(u"activities"_s, u"visit"_s, u"contact_id"_s) == u"old"_s);
        CHECK(office.kept(u"new"_s) == u"old"_s);
        CHECK(office.review().empty());
        CHECK(office.review(false).front().outcome == u"merged"_s);
        CHECK(office.review(false).front().settledBy == u"office"_s);
        const auto ref = rows<QString>(office.database, "SELECT entity_id FROM remote_ref WHERE ref = 'party,7'",
                                       [](const db::Statement& row) { return row.text(0); });
        CHECK(ref->front() == u"old"_s);
        CHECK(merge(u"old"_s).error().kind == Error::Kind::NotFound); // once
        SECTION("and again, through two, nobody is led")
        {
            office.here(contacts, u"oldest"_s, u"Jonas Weber"_s, {{u"mobile"_s, u"+4917012345678"_s}});
            REQUIRE(noteDuplicates(office.known, contacts, u"oldest"_s, {{u"old"_s, 0.9, {}, false}}, nine));
            REQUIRE(
                transact(office.database, [&] { return mergeDuplicate(office.known, office.review().front().id, u"oldest"_s, u"office"_s, nine); }));
            CHECK(office.kept(u"new"_s) == u"oldest"_s);
            CHECK(office.value(u"activities"_s, u"visit"_s, u"contact_id"_s) == u"oldest"_s);
        }
    }
    SECTION("a third id is refused")
    {
        CHECK(merge(u"firm"_s).error().kind == Error::Kind::Invalid);
    }
    SECTION("they are two, and nobody asks again")
    {
        REQUIRE(transact(office.database, [&] { return keepApart(office.known, review[0].id, u"office"_s, nine); }));
        CHECK(office.review().empty());
        REQUIRE(noteDuplicates(office.known, contacts, u"new"_s, {{u"old"_s, 0.9, {}, false}}, nine));
        CHECK(office.review().empty());
    }
}

TEST_CASE("Over HTTP: devices hear of whom their person turned out to be", "[identity][hub]")
{
    using namespace rapport::test;
    ServedFolder folder;
    const Visit first{.deal = true};
    Visit second{.deal = true};
    second.email = first.email.toUpper();
    REQUIRE(folder.client().submit(first.xml()).status == 201);
    const auto since = wire::parseEntityPage(folder.client().get("/v1/entities/contacts").body)->cursor;
    REQUIRE(folder.client().submit(second.xml()).status == 201);
    CHECK(folder.client().submit(second.xml()).status == 201); // again: nothing more happens
    const auto page = wire::parseEntityPage(folder.client().get("/v1/entities/contacts?since=" + since).body);
    REQUIRE(page);
    REQUIRE(page->rows.size() == 2);
    for (const wire::EntityRow& row : page->rows) {
        CHECK(row.deleted == (row.id.toLatin1() == second.contact));
        if (row.deleted)
            CHECK(row.properties == Properties{{u"merged_into"_s, QString::fromLatin1(first.contact)}});
    }
    const auto deals = wire::parseEntityPage(folder.client().get("/v1/entities/opportunities").body);
    REQUIRE(deals->rows.size() == 2);
    for (const wire::EntityRow& row : deals->rows)
        CHECK(row.properties.at(u"contact_id"_s).toLatin1() == first.contact);
    CHECK(wire::parseReceipts(folder.client().get("/v1/receipts").body)->receipts.size() == 2);
}
