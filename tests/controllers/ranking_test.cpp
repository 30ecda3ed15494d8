// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/ranking.h"
#include "desk.h"
#include "forms/xlsform/xlsform.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;

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

store::Entity rating(const QString& organisation, const QString& day, const QString& total)
{
    return row(organisation + day, {}, {{u"organisation_id"_s, organisation}, {u"as_of"_s, day}, {u"total"_s, total}});
}

/// A desk with the organisations a, b, c … and these ratings.
struct Rated {
    Rated(const QStringList& organisations, const std::vector<store::Entity>& ratings)
    {
        std::vector<store::Entity> firms;
        for (const QString& name : organisations)
            firms.push_back(row(name, name, {{u"city"_s, u"Ulm"_s}}));
        REQUIRE(desk.store->absorbEntities({u"organisations"_s, firms, "2"}));
        REQUIRE(desk.store->absorbEntities({u"scores"_s, ratings, "1"}));
    }

    Ranking ranking()
    {
        const auto read = readRanking(*desk.store);
        REQUIRE(read);
        return *read;
    }
    Desk desk; ///< brings an organisation of its own, which nobody has rated
};

QStringList lines(const Ranking& ranking)
{
    QStringList lines;
    for (const RankedAccount& account : ranking.accounts)
        lines.append(u"%1 %2 %3"_s.arg(account.place).arg(account.name).arg(static_cast<int>(account.band)));
    return lines;
}

} // namespace

TEST_CASE("Accounts stand in the order of their newest totals, cut into three parts", "[ranking]")
{
    Rated rated({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s},
                {rating(u"a"_s, u"2027-03-01"_s, u"5.3"_s), rating(u"b"_s, u"2027-03-01"_s, u"7.1"_s), rating(u"c"_s, u"2027-03-01"_s, u"6.1"_s),
                 rating(u"d"_s, u"2027-03-01"_s, u"9"_s), rating(u"d"_s, u"2027-09-01"_s, u"2.0"_s), rating(u"e"_s, u"2027-03-01"_s, u"10"_s)});
    const Ranking ranking = rated.ranking();
    CHECK(lines(ranking) == QStringList{u"1 e 0"_s, u"2 b 0"_s, u"3 c 1"_s, u"4 a 1"_s, u"5 d 2"_s});
    CHECK(ranking.accounts[1].tenths == 71);
    CHECK(ranking.accounts[4].asOf == QDate(2027, 9, 1));
    CHECK(ranking.unrated == 2); // f, and the desk's own
}

TEST_CASE("Equal totals share a place and the better band", "[ranking]")
{
    Rated rated({u"a"_s, u"b"_s, u"c"_s},
                {rating(u"a"_s, u"2027-03-01"_s, u"6.0"_s), rating(u"b"_s, u"2027-03-01"_s, u"6"_s), rating(u"c"_s, u"2027-03-01"_s, u"1"_s)});
    CHECK(lines(rated.ranking()) == QStringList{u"1 a 0"_s, u"1 b 0"_s, u"3 c 2"_s});
}

TEST_CASE("Climbers and fallers are measured against the newest rating of an earlier year", "[ranking]")
{
    Rated rated({u"a"_s, u"b"_s},
                {rating(u"a"_s, u"2027-09-01"_s, u"7.1"_s), rating(u"a"_s, u"2027-01-10"_s, u"3"_s), rating(u"a"_s, u"2026-11-12"_s, u"6.5"_s),
                 rating(u"a"_s, u"2026-02-12"_s, u"2"_s), rating(u"a"_s, u"2024-02-12"_s, u"1"_s), rating(u"b"_s, u"2027-09-01"_s, u"4"_s)});
    const Ranking ranking = rated.ranking();
    REQUIRE(ranking.accounts.size() == 2);
    CHECK(ranking.accounts[0].before == 65);
    CHECK_FALSE(ranking.accounts[1].before);
}

TEST_CASE("A rating that cannot be one is left out", "[ranking]")
{
    const QString day = GENERATE(u"2027-03-01"_s, u"2027-02-30"_s, u""_s);
    const QString total = GENERATE(u""_s, u"11"_s, u"-1"_s, u"NaN"_s, u"much"_s);
    Rated rated({u"a"_s}, {rating(u"a"_s, day, total), rating(u"gone"_s, u"2027-03-01"_s, u"9"_s)});
    CHECK(rated.ranking().accounts.empty());
}

TEST_CASE("The form that rates accounts is the one that writes ratings", "[ranking]")
{
    Rated rated({u"a"_s}, {});
    CHECK(rated.ranking().form.isEmpty());
    QFile workbook(QStringLiteral(RAPPORT_SOURCE "/forms/packs/account_selection.xlsx"));
    REQUIRE(workbook.open(QIODevice::ReadOnly));
    REQUIRE(
        rated.desk.store->putForm({u"account_selection"_s, u"1"_s, u"md5:1"_s, u"Account selection"_s, xlsform::convert(workbook.readAll()).xml}));
    CHECK(rated.ranking().form == u"account_selection");
}
