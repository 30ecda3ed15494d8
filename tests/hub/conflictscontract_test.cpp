// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) where it keeps conflicts, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <catch2/catch.hpp>

#include <algorithm>
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

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0, 0, 250), Qt::UTC);

Conflict conflictOf(const QString& deviceId, const QString& outcome = u"ask"_s, const QString& instanceId = u"uuid:1"_s, qint64 version = 2)
{
    Conflict conflict;
    conflict.list = u"contacts"_s;
    conflict.entityId = u"c1"_s;
    conflict.property = u"phone"_s;
    conflict.before = u"+49 30 1"_s;
    conflict.hub = {u"+49 30 “2”"_s, u"erp"_s, {}, nine.addSecs(-60)};
    conflict.device = {u"+49 30 3"_s, instanceId, u"s.wirawan"_s, nine};
    conflict.deviceId = deviceId;
    conflict.version = version;
    conflict.outcome = outcome;
    return conflict;
}

struct Desk : TwoProcesses {
    explicit Desk(const DatabaseKind& kind) : TwoProcesses(kind), known(reading->conflicts()) {}
    void keep(const Conflict& conflict) const
    {
        write(*database, [&](Repositories& writing) { return writing.conflicts().keep(conflict); });
    }

    const Conflicts& known;
};

/// "t1 ask" of each.
QStringList shown(const Result<std::vector<Conflict>>& conflicts)
{
    REQUIRE(conflicts);
    QStringList all;
    for (const Conflict& one : *conflicts)
        all.append(one.deviceId + u' ' + one.outcome);
    return all;
}

} // namespace

TEST_CASE("What the office says about a property is what it said last", "[hub][repository][conflicts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    CHECK_FALSE(*desk.known.policy(u"contacts"_s, u"phone"_s));
    for (const Policy policy : {Policy::Ask, Policy::Device, Policy::Server, Policy::Append}) {
        write(*desk.database, [&](Repositories& writing) { return writing.conflicts().setPolicy(u"contacts"_s, u"phone"_s, policy); });
        CHECK(*desk.known.policy(u"contacts"_s, u"phone"_s) == policy);
        CHECK(policyOf(word(policy)) == policy);
    }
    CHECK_FALSE(*desk.known.policy(u"contacts"_s, u"Phone"_s));
    CHECK_FALSE(*desk.known.policy(u"organisations"_s, u"phone"_s));
}

TEST_CASE("A conflict comes out as it was kept, until a person has settled it", "[hub][repository][conflicts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    Conflict given = conflictOf(u"t1"_s);
    given.id = 77; // is not asked
    desk.keep(given);
    const qint64 id = desk.known.all()->front().id;
    given.id = id;
    CHECK(**desk.known.find(id) == given);
    CHECK_FALSE(*desk.known.find(id + 1));
    CHECK(*desk.known.countOpen() == 1);

    const auto outcome = GENERATE(Policy::Device, Policy::Server);
    write(*desk.database, [&](Repositories& writing) { return writing.conflicts().settle(id, outcome, u"ratna"_s, nine.addDays(1)); });
    given.outcome = word(outcome);
    given.settledBy = u"ratna"_s;
    given.settledAt = nine.addDays(1);
    CHECK(**desk.known.find(id) == given);
    CHECK_FALSE((*desk.known.find(id))->isOpen());
    CHECK(*desk.known.countOpen() == 0);
    CHECK(desk.known.open()->empty());
    CHECK(desk.known.all()->size() == 1);
}

TEST_CASE("Conflicts are told in the order in which they were kept, to whom they concern", "[hub][repository][conflicts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    desk.keep(conflictOf(u"t2"_s, u"ask"_s, u"uuid:2"_s, 5));
    desk.keep(conflictOf(u"t1"_s, u"append"_s, u"uuid:1"_s, 2));
    desk.keep(conflictOf(u"t1"_s, u"ask"_s, u"uuid:1"_s, 3));
    desk.keep(conflictOf(u"t1"_s, u"ask"_s, u"uuid:3"_s, 4));
    Conflict ofAnother = conflictOf(u"t1"_s, u"server"_s, u"uuid:4"_s, 9);
    ofAnother.entityId = u"c2"_s;
    desk.keep(ofAnother);

    CHECK(shown(desk.known.all()) == QStringList{u"t2 ask"_s, u"t1 append"_s, u"t1 ask"_s, u"t1 ask"_s, u"t1 server"_s});
    CHECK(shown(desk.known.open()) == QStringList{u"t2 ask"_s, u"t1 ask"_s, u"t1 ask"_s});
    CHECK(shown(desk.known.openOf(u"t1"_s, 10)) == QStringList{u"t1 ask"_s, u"t1 ask"_s});
    CHECK(desk.known.openOf(u"t1"_s, 1)->front().version == 3);
    CHECK(desk.known.openOf(u"t1"_s, 1)->size() == 1);
    CHECK(desk.known.openOf(u"t3"_s, 10)->empty());
    CHECK(shown(desk.known.openOfRecord(u"uuid:1"_s)) == QStringList{u"t1 ask"_s});
    CHECK(desk.known.openOfRecord(u"erp"_s)->empty()); // of who sent it, not of whom it met

    struct Row {
        qint64 since;
        QStringList expected;
    };
    const auto row = GENERATE(values<Row>({
        {0, {u"t1 append"_s, u"t1 ask"_s, u"t1 ask"_s}},
        {2, {u"t1 ask"_s, u"t1 ask"_s}},
        {3, {u"t1 ask"_s}},
        {4, {}},
    }));
    CHECK(shown(desk.known.saidSince(u"contacts"_s, u"c1"_s, u"t1"_s, row.since)) == row.expected);
    CHECK(desk.known.saidSince(u"organisations"_s, u"c1"_s, u"t1"_s, row.since)->empty());
}

TEST_CASE("A thousand conflicts are told at once, the oldest", "[hub][repository][conflicts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    write(*desk.database, [](Repositories& writing) -> Status {
        for (int i = 1; i <= 1001; ++i) {
            if (auto kept = writing.conflicts().keep(conflictOf(u"t1"_s, u"ask"_s, u"uuid:%1"_s.arg(i))); !kept)
                return kept;
        }
        return ok();
    });
    for (const auto& told : {desk.known.all(), desk.known.open()}) {
        REQUIRE(told);
        CHECK(told->size() == 1000);
        CHECK(told->back().device.source == u"uuid:1000"_s);
    }
    CHECK(*desk.known.countOpen() == 1001);
}

TEST_CASE("Conflicts that several keep at once have each an id of its own", "[hub][repository][conflicts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                HubDatabase& mine = i % 2 == 0 ? *desk.database : *desk.other;
                for (int each = 0; each < 10; ++each)
                    (void)mine.write([&](Repositories& writing) { return writing.conflicts().keep(conflictOf(u"t%1"_s.arg(i))); }); // counted below
            });
        }
    }
    const auto all = desk.known.all();
    REQUIRE(all);
    CHECK(all->size() == 40);
    CHECK(std::adjacent_find(all->begin(), all->end(), [](const Conflict& a, const Conflict& b) { return a.id >= b.id; }) == all->end());
}
