// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) where it keeps the review list, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::DatabaseKind;
using rapport::test::databaseKinds;
using rapport::test::TwoProcesses;
using rapport::test::write;

namespace
{

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC);

Duplicate pairOf(const QString& entityId, const QString& otherId, double score = 0.8)
{
    return {0, u"contacts"_s, entityId, otherId, score, {u"same-name"_s, u"same-firm"_s}, nine, {}, {}};
}

struct Desk : TwoProcesses {
    explicit Desk(const DatabaseKind& kind) : TwoProcesses(kind), known(reading->duplicates()) {}
    void note(const Duplicate& pair) const
    {
        write(*database, [&](Repositories& writing) { return writing.duplicates().note(pair); });
    }
    void settle(qint64 id, Duplicates::Outcome outcome) const
    {
        write(*database, [&](Repositories& writing) { return writing.duplicates().settle(id, outcome, u"office"_s, nine); });
    }
    qint64 idOf(const QString& pair) const
    {
        const auto all = known.all();
        REQUIRE(all);
        for (const Duplicate& one : *all) {
            if (one.entityId + u'-' + one.otherId == pair)
                return one.id;
        }
        return 0;
    }

    const Duplicates& known;
};

/// "a-b" of each.
QStringList shown(const Result<std::vector<Duplicate>>& pairs)
{
    REQUIRE(pairs);
    QStringList all;
    for (const Duplicate& one : *pairs)
        all.append(one.entityId + u'-' + one.otherId);
    return all;
}

} // namespace

TEST_CASE("A pair waits once in the review list, and what was decided about it stays", "[hub][repository][duplicates]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    desk.note(pairOf(u"a"_s, u"b"_s, 0.87654));
    const auto open = desk.known.open();
    REQUIRE((open && open->size() == 1));
    Duplicate expected = pairOf(u"a"_s, u"b"_s, 0.877);
    expected.id = open->front().id;
    expected.outcome = u"open"_s;
    CHECK(open->front() == expected);
    CHECK(**desk.known.find(expected.id) == expected);
    CHECK_FALSE(*desk.known.find(expected.id + 1));

    desk.note(pairOf(u"a"_s, u"b"_s, 0.5)); // found again, by other reasons
    CHECK(*desk.known.open() == std::vector{expected});

    const auto [outcome, word] = GENERATE(
        values<std::pair<Duplicates::Outcome, QString>>({{Duplicates::Outcome::Merged, u"merged"_s}, {Duplicates::Outcome::Apart, u"apart"_s}}));
    desk.settle(expected.id, outcome);
    expected.outcome = word;
    expected.settledBy = u"office"_s;
    desk.note(pairOf(u"a"_s, u"b"_s, 0.9));
    CHECK(desk.known.open()->empty());
    CHECK(*desk.known.all() == std::vector{expected});
}

TEST_CASE("The surest pairs come first, a thousand at once", "[hub][repository][duplicates]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    SECTION("of equally sure ones the oldest")
    {
        desk.note(pairOf(u"a"_s, u"b"_s, 0.5));
        desk.note(pairOf(u"c"_s, u"d"_s, 1));
        desk.note(pairOf(u"e"_s, u"f"_s, 0.75));
        desk.note(pairOf(u"g"_s, u"h"_s, 0.75));
        CHECK(shown(desk.known.open()) == QStringList{u"c-d"_s, u"e-f"_s, u"g-h"_s, u"a-b"_s});
        desk.settle(desk.idOf(u"e-f"_s), Duplicates::Outcome::Apart);
        CHECK(shown(desk.known.open()) == QStringList{u"c-d"_s, u"g-h"_s, u"a-b"_s});
        CHECK(shown(desk.known.all()) == QStringList{u"c-d"_s, u"e-f"_s, u"g-h"_s, u"a-b"_s});
    }
    SECTION("and no more than that")
    {
        write(*desk.database, [](Repositories& writing) -> Status {
            for (int i = 0; i < 1001; ++i) {
                if (auto noted = writing.duplicates().note(pairOf(QString::number(i), u"x"_s, i == 1000 ? 0.5 : 0.6)); !noted)
                    return noted;
            }
            return ok();
        });
        for (const auto& told : {desk.known.open(), desk.known.all()}) {
            REQUIRE(told);
            CHECK(told->size() == 1000);
            CHECK(told->back().entityId == u"999"_s);
        }
    }
}

TEST_CASE("Open pairs follow one that was merged into another", "[hub][repository][duplicates]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    desk.note(pairOf(u"new"_s, u"old"_s));
    desk.note(pairOf(u"third"_s, u"new"_s));  // becomes third-old
    desk.note(pairOf(u"new"_s, u"fourth"_s)); // becomes old-fourth
    desk.note(pairOf(u"fifth"_s, u"new"_s));  // is there already as fifth-old
    desk.note(pairOf(u"fifth"_s, u"old"_s));
    desk.note(pairOf(u"old"_s, u"new"_s)); // the same two, found from the other side
    desk.note(pairOf(u"new"_s, u"apart"_s));
    Duplicate firm = pairOf(u"third"_s, u"new"_s);
    firm.list = u"organisations"_s;
    desk.note(firm);
    desk.settle(desk.idOf(u"new-apart"_s), Duplicates::Outcome::Apart);

    const auto merged = *desk.known.find(desk.idOf(u"new-old"_s));
    REQUIRE(merged);
    write(*desk.database, [&](Repositories& writing) -> Status {
        if (auto followed = writing.duplicates().follow(*merged, u"new"_s, u"office"_s, nine); !followed)
            return followed;
        return writing.duplicates().settle(merged->id, Duplicates::Outcome::Merged, u"office"_s, nine);
    });
    QStringList open = shown(desk.known.open());
    open.sort();
    CHECK(open == QStringList{u"fifth-old"_s, u"old-fourth"_s, u"third-new"_s, u"third-old"_s}); // the firm of that id is another matter
    const auto all = desk.known.all();
    REQUIRE(all);
    for (const Duplicate& one : *all) {
        INFO(one.entityId.toStdString() << '-' << one.otherId.toStdString());
        const bool names = one.list == u"contacts" && (one.entityId == u"new" || one.otherId == u"new");
        CHECK((!names || one.outcome == (one.otherId == u"apart" ? u"apart"_s : u"merged"_s)));
    }
}
