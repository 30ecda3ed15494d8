// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) where it keeps entities, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::DatabaseKind;
using rapport::test::databaseKinds;
using rapport::test::TwoProcesses;
using rapport::test::write;

namespace
{

using Properties = std::map<QString, QString>;

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0, 0, 125), Qt::UTC);
const QString contacts = u"contacts"_s, organisations = u"organisations"_s;

EntityState person(const QString& id, const QString& label, const Properties& properties = {}, qint64 version = 1)
{
    return {{contacts, id, label, properties}, version, false};
}

EntityOrigin origin(const QString& source = u"erp"_s, const QDateTime& at = nine)
{
    return {{}, source, u"office"_s, {}, at};
}

struct Desk : TwoProcesses {
    explicit Desk(const DatabaseKind& kind) : TwoProcesses(kind), known(reading->entities()) {}
    void put(const EntityState& state, const EntityOrigin& from = origin()) const
    {
        write(*database, [&](Repositories& writing) { return writing.entities().write(state, from); });
    }
    void remove(const EntityState& state) const
    {
        EntityState gone = state;
        ++gone.version;
        gone.deleted = true;
        put(gone);
    }
    /// "c1 2", with "-" before one that is deleted.
    QStringList changedAfter(qint64 sequence, const QString& list = contacts) const
    {
        QStringList all;
        REQUIRE(known.changed(list, sequence, [&](const EntityRow& row) {
            all.append((row.deleted ? u"-"_s : QString()) + row.id + u' ' + QString::number(row.version));
            return true;
        }));
        return all;
    }

    const Entities& known;
};

QStringList idsOf(const Result<std::vector<EntityState>>& found)
{
    REQUIRE(found);
    QStringList ids;
    for (const EntityState& one : *found)
        ids.append(one.id);
    ids.sort();
    return ids;
}

} // namespace

TEST_CASE("An entity is its newest state, and none of its versions is lost", "[hub][repository][entities]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    CHECK_FALSE(*desk.known.find(contacts, u"c1"_s));
    CHECK_FALSE(*desk.known.since(contacts, u"c1"_s));
    CHECK(desk.known.versions(contacts, u"c1"_s, 0)->empty());

    const Properties first{{u"city"_s, u"Łódź “Süd”\n\\ \"2\""_s}, {u"phone"_s, QString()}}, second{{u"city"_s, u"Ulm"_s}};
    desk.put(person(u"c1"_s, u"Jonas Weber"_s, first), {{}, u"uuid:1"_s, u"s.wirawan"_s, u"t1"_s, nine});
    desk.put(person(u"c1"_s, u"Dr. Jonas Weber"_s, second, 2), {1, u"import"_s, u"office"_s, {}, nine.addSecs(60)});
    const auto found = *desk.known.find(contacts, u"c1"_s);
    REQUIRE(found);
    CHECK(found->list == contacts);
    CHECK(found->id == u"c1"_s);
    CHECK(found->label == u"Dr. Jonas Weber"_s);
    CHECK(found->properties == second);
    CHECK(found->version == 2);
    CHECK_FALSE(found->deleted);
    CHECK_FALSE(*desk.known.find(organisations, u"c1"_s)); // an id belongs to its list
    CHECK_FALSE(*desk.known.find(contacts, u"C1"_s));

    const auto all = *desk.known.versions(contacts, u"c1"_s, 0);
    REQUIRE(all.size() == 2);
    CHECK(all[0].number == 1);
    CHECK(all[0].label == u"Jonas Weber"_s);
    CHECK(all[0].source == u"uuid:1"_s);
    CHECK(all[0].author == u"s.wirawan"_s);
    CHECK(all[0].deviceId == u"t1"_s);
    CHECK(all[0].at == nine);
    CHECK(all[0].properties == first);
    CHECK(all[1].deviceId.isEmpty());
    CHECK(all[1].properties == second);
    CHECK(desk.known.versions(contacts, u"c1"_s, 2)->size() == 1);
    CHECK(desk.known.versions(contacts, u"c1"_s, 3)->empty());
    CHECK(**desk.known.since(contacts, u"c1"_s) == nine);

    desk.remove(*found);
    const auto gone = *desk.known.find(contacts, u"c1"_s);
    REQUIRE(gone);
    CHECK(gone->deleted);
    CHECK(gone->version == 3);
    CHECK(desk.known.versions(contacts, u"c1"_s, 0)->size() == 3);
}

TEST_CASE("Changes are walked through in their order, each entity once and newest", "[hub][repository][entities]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    const ChangeMark before = *desk.known.newest();
    CHECK_FALSE(before.epoch.isEmpty());
    CHECK(*desk.known.newestOf(contacts) == 0);
    desk.put(person(u"c2"_s, u"Two"_s));
    desk.put(person(u"c1"_s, u"One"_s));
    desk.put(person(u"c3"_s, u"Three"_s));
    const qint64 here = *desk.known.newestOf(contacts);
    CHECK(here > before.sequence);
    CHECK(desk.known.newest()->sequence >= here);
    CHECK(desk.changedAfter(0) == QStringList{u"c2 1"_s, u"c1 1"_s, u"c3 1"_s});

    SECTION("what has changed since comes again, behind what has not")
    {
        desk.put(person(u"c2"_s, u"Two again"_s, {}, 2));
        desk.remove(person(u"c3"_s, u"Three"_s));
        desk.put({{organisations, u"o1"_s, u"Firm"_s, {}}, 1, false});
        CHECK(desk.changedAfter(here) == QStringList{u"c2 2"_s, u"-c3 2"_s});
        CHECK(desk.changedAfter(0) == QStringList{u"c1 1"_s, u"c2 2"_s, u"-c3 2"_s});
        CHECK(desk.changedAfter(0, organisations) == QStringList{u"o1 1"_s});
        CHECK(desk.changedAfter(*desk.known.newestOf(contacts)).isEmpty());
        CHECK(*desk.known.newestOf(organisations) > *desk.known.newestOf(contacts));
        CHECK(desk.known.newest()->epoch == before.epoch);
    }
    SECTION("a walk ends where it is ended, and another one begins anew")
    {
        int visits = 0;
        for (const int most : {1, 2, 3, 3}) {
            visits = 0;
            const auto walked = desk.known.changed(contacts, 0, [&](const EntityRow& row) {
                CHECK(row.sequence > before.sequence);
                return ++visits < most;
            });
            REQUIRE(walked);
            CHECK(visits == most);
        }
        desk.put(person(u"c4"_s, u"Four"_s)); // a walk that was ended holds nothing up, and sees what is new
        CHECK(desk.changedAfter(here) == QStringList{u"c4 1"_s});
    }
    SECTION("a row is told as it lies there, with what stands in it")
    {
        const Properties properties{{u"remark"_s, u"„Süd“\t\"x\""_s}};
        desk.put(person(u"c5"_s, u"Five"_s, properties, 7));
        const auto walked = desk.known.changed(contacts, here, [&](const EntityRow& row) {
            CHECK(row.label == u"Five"_s);
            CHECK(row.version == 7);
            CHECK(row.sequence > here);
            CHECK(textsOf(row.properties) == properties);
            CHECK(row.properties.startsWith('{'));
            return true;
        });
        REQUIRE(walked);
    }
    SECTION("all of a list are those that are not deleted")
    {
        desk.remove(person(u"c1"_s, u"One"_s));
        QStringList ids;
        const auto walked = desk.known.all(contacts, [&](const EntityRow& row) {
            CHECK_FALSE(row.deleted);
            ids.append(row.id);
            return true;
        });
        REQUIRE(walked);
        ids.sort();
        CHECK(ids == QStringList{u"c2"_s, u"c3"_s});
        CHECK(idsOf(desk.known.living(contacts, {u"c1"_s, u"c3"_s, u"c9"_s, u"\"] '"_s})) == QStringList{u"c3"_s});
        CHECK(desk.known.living(contacts, {})->empty());
    }
    SECTION("another hub has another epoch")
    {
        CHECK((*kind.make()->connect()->reading())->entities().newest()->epoch != before.epoch);
    }
}

TEST_CASE("Who pages through a list while others change it misses nothing", "[hub][repository][entities]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    constexpr int each = 60, writers = 3;
    std::atomic<int> writing = writers;
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            const auto mine = desk.fresh->connect();
            for (int i = 0; i < each; ++i)
                (void)mine->write([&](Repositories& known) { // one that is missing is seen below
                    return known.entities().write(person(u"%1.%2"_s.arg(writer).arg(i, 3, 10, QLatin1Char('0')), u"One"_s), origin());
                });
            --writing;
        });
    }
    QStringList seen;
    qint64 position = 0;
    for (bool last = false; !last;) {
        last = writing == 0; // asked before the walk is
        REQUIRE(desk.known.changed(contacts, position, [&](const EntityRow& row) {
            seen.append(row.id);
            position = row.sequence;
            return true;
        }));
    }
    threads.clear();
    CHECK(seen.size() == each * writers);
    for (int writer = 0; writer < writers; ++writer) {
        const QStringList ofOne = seen.filter(u"%1."_s.arg(writer));
        CHECK(ofOne.size() == each);
        CHECK(std::is_sorted(ofOne.begin(), ofOne.end()));
    }
}

TEST_CASE("Who reads a version and writes the next one in a unit of work is not overtaken", "[hub][repository][entities]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    constexpr int each = 20, writers = 4;
    desk.put(person(u"c1"_s, u"0"_s));
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                HubDatabase& mine = writer % 2 == 0 ? *desk.database : *desk.other;
                for (int i = 0; i < each; ++i) {
                    (void)mine.write([&](Repositories& known) -> Status { // counted below
                        const auto found = known.entities().find(contacts, u"c1"_s);
                        if (!found || !*found)
                            return found ? ok() : Status(found.error());
                        EntityState next = **found;
                        next.version += 1;
                        next.label = QString::number(next.label.toInt() + 1);
                        return known.entities().write(next, origin());
                    });
                }
            });
        }
    }
    const auto found = *desk.known.find(contacts, u"c1"_s);
    REQUIRE(found);
    CHECK(found->version == each * writers + 1);
    CHECK(found->label.toInt() == each * writers);
    const auto versions = *desk.known.versions(contacts, u"c1"_s, 0);
    REQUIRE(versions.size() == each * writers + 1);
    for (std::size_t i = 0; i < versions.size(); ++i)
        CHECK(versions[i].number == static_cast<qint64>(i) + 1);
}

TEST_CASE("Who may be the same is found by address, badge and name, among those who are here", "[hub][repository][entities]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    desk.put(person(u"c1"_s, u"Jonas Weber"_s, {{u"email"_s, u"Jonas.Weber@frischmarkt.example"_s}, {u"badge_id"_s, u"B-1"_s}}));
    desk.put(person(u"c2"_s, u"JONAS WEBER"_s, {{u"badge_id"_s, u"b-1"_s}}));
    desk.put(person(u"gone"_s, u"Jonas Weber"_s, {{u"email"_s, u"jonas.weber@frischmarkt.example"_s}, {u"badge_id"_s, u"B-1"_s}}));
    desk.remove(*(*desk.known.find(contacts, u"gone"_s)));
    desk.put({{organisations, u"o1"_s, u"Frischmarkt GmbH"_s, {{u"email"_s, u"Jonas.Weber@frischmarkt.example"_s}}}, 1, false});
    desk.put({{u"machines"_s, u"m1"_s, u"Jonas Weber"_s, {}}, 1, false});

    struct Row {
        const char* note;
        QString list;
        EntityKey key;
        QString value;
        QStringList expected;
    };
    const auto row = GENERATE(values<Row>({
        {"an address however it is written", contacts, EntityKey::Email, u"jonas.weber@FRISCHMARKT.example"_s, {u"c1"_s}},
        {"a badge to the letter", contacts, EntityKey::Badge, u"B-1"_s, {u"c1"_s}},
        {"a name however it is written", contacts, EntityKey::Label, u"jonas weber"_s, {u"c1"_s, u"c2"_s}},
        {"a part of a name is another one", contacts, EntityKey::Label, u"Jonas"_s, {}},
        {"nothing is like nothing", contacts, EntityKey::Email, {}, {}},
        {"a firm by its name", organisations, EntityKey::Label, u"FRISCHMARKT GMBH"_s, {u"o1"_s}},
        {"a firm has no address of a person", organisations, EntityKey::Email, u"Jonas.Weber@frischmarkt.example"_s, {}},
        {"other lists are not known by that", u"machines"_s, EntityKey::Label, u"Jonas Weber"_s, {}},
    }));
    INFO(row.note);
    CHECK(idsOf(desk.known.alike(row.list, row.key, row.value, 8)) == row.expected);
    CHECK(desk.known.alike(row.list, row.key, row.value, 1)->size() == std::min<std::size_t>(1, static_cast<std::size_t>(row.expected.size())));
}

TEST_CASE("Who has what in a property is found, and who ever had it", "[hub][repository][entities]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    const Properties ofHer{{u"contact_id"_s, u"c1"_s}};
    for (const QString& list : {u"consents"_s, u"withdrawals"_s, u"opportunities"_s}) {
        desk.put({{list, u"one"_s, {}, ofHer}, 1, false});
        desk.put({{list, u"another"_s, {}, {{u"contact_id"_s, u"C1"_s}, {u"remark"_s, u"c1"_s}}}, 1, false});
        desk.put({{list, u"gone"_s, {}, ofHer}, 1, false});
        desk.put({{list, u"gone"_s, {}, ofHer}, 2, true});
        desk.put({{list, u"turned"_s, {}, ofHer}, 1, false});
        desk.put({{list, u"turned"_s, {}, {{u"contact_id"_s, u"c2"_s}}}, 2, false});
    }
    const auto list = GENERATE(u"consents"_s, u"withdrawals"_s, u"opportunities"_s);
    INFO(list.toStdString());
    CHECK(idsOf(desk.known.having(list, u"contact_id"_s, u"c1"_s)) == QStringList{u"one"_s});
    CHECK(desk.known.having(list, u"contact_id"_s, u"c1"_s)->front().properties == ofHer);
    CHECK(idsOf(desk.known.having(list, u"contact_id"_s, u"c2"_s)) == QStringList{u"turned"_s});
    CHECK(desk.known.having(list, u"nothing"_s, u"c1"_s)->empty());
    CHECK(desk.known.having(u"jobs"_s, u"contact_id"_s, u"c1"_s)->empty());
    CHECK(idsOf(desk.known.naming(u"contact_id"_s, u"c1"_s)) == QStringList{u"one"_s, u"one"_s, u"one"_s});
    CHECK(idsOf(desk.known.naming(u"remark"_s, u"c1"_s)) == QStringList{u"another"_s, u"another"_s, u"another"_s});

    CHECK(*desk.known.everHad(list, u"contact_id"_s, u"C1"_s));
    CHECK(*desk.known.everHad(list, u"contact_id"_s, u"c1"_s));
    CHECK_FALSE(*desk.known.everHad(list, u"contact_id"_s, u"c3"_s));
    CHECK_FALSE(*desk.known.everHad(u"jobs"_s, u"contact_id"_s, u"c1"_s));
    desk.put({{list, u"one"_s, {}, {{u"state"_s, u"was"_s}}}, 2, false});
    desk.put({{list, u"one"_s, {}, {}}, 3, false});
    CHECK(*desk.known.everHad(list, u"state"_s, u"was"_s));
}

TEST_CASE("An id that leads to another one leads there for ever, and nobody is led through two", "[hub][repository][entities]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    const auto lead = [&](const QString& id, const QString& kept, const QString& list = contacts) {
        return desk.database->write([&](Repositories& writing) { return writing.entities().lead(list, id, kept, u"uuid:1"_s, nine); });
    };
    const auto keptAs = [&](const QString& id, const QString& list = contacts) { return *desk.known.keptAs(list, id); };
    CHECK(keptAs(u"c1"_s) == u"c1"_s);
    REQUIRE(lead(u"c1"_s, u"c2"_s));
    REQUIRE(lead(u"c0"_s, u"c2"_s));
    CHECK(keptAs(u"c1"_s) == u"c2"_s);
    CHECK(keptAs(u"c2"_s) == u"c2"_s);
    CHECK(keptAs(u"c1"_s, organisations) == u"c1"_s);

    REQUIRE(lead(u"c2"_s, u"c3"_s));
    for (const QString& id : {u"c0"_s, u"c1"_s, u"c2"_s, u"c3"_s})
        CHECK(keptAs(id) == u"c3"_s);

    const Status again = lead(u"c1"_s, u"c4"_s);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::Conflict);
    CHECK(keptAs(u"c1"_s) == u"c3"_s);
}
