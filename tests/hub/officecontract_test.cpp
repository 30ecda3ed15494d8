// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) for what the office puts there, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::DatabaseKind;
using rapport::test::databaseKinds;
using rapport::test::FreshDatabase;
using rapport::test::write;

namespace
{

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC);

/// A hub of two processes: what one of them writes is what the other one reads.
struct Office {
    explicit Office(const DatabaseKind& kind)
        : fresh(kind.make()), database(fresh->connect()), other(fresh->connect()), known(std::move(*other->reading()))
    {
    }

    std::unique_ptr<FreshDatabase> fresh;
    std::unique_ptr<HubDatabase> database, other;
    std::unique_ptr<const Repositories> known;
};

} // namespace

TEST_CASE("A user is there once, under an id that is nobody else's", "[hub][repository][users]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Office office(kind);
    const Users& users = office.known->users();
    const auto add = [&](const UserRecord& user) { return office.database->write([&](Repositories& writing) { return writing.users().add(user); }); };
    CHECK_FALSE(*users.any());
    CHECK(users.all()->empty());
    CHECK_FALSE(*users.find(u"s.wirawan"_s));

    const UserRecord sari{u"s.wirawan"_s, u"Sari Wirawan"_s, u"rep"_s, nine};
    REQUIRE(add(sari));
    CHECK(*users.any());
    CHECK(*users.find(u"s.wirawan"_s) == sari);
    CHECK_FALSE(*users.find(u"S.Wirawan"_s)); // ids are told apart to the letter
    CHECK_FALSE(*users.find({}));

    SECTION("whoever comes second is refused, and nothing of hers is kept")
    {
        const Status refused = add({u"s.wirawan"_s, u"Siti Wirawan"_s, u"manager"_s, nine.addDays(1)});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Conflict);
        CHECK(*users.all() == std::vector{sari});
    }
    SECTION("they are told by name, those of one name by id")
    {
        for (const auto& [id, name] : {std::pair{u"z.1"_s, u"Ada"_s}, {u"a.2"_s, u"Zoë"_s}, {u"a.1"_s, u"Ada"_s}, {u"e.1"_s, u"Émile"_s}})
            REQUIRE(add({id, name, u"rep"_s, nine}));
        QStringList ids;
        const auto all = users.all();
        REQUIRE(all);
        for (const UserRecord& one : *all)
            ids.append(one.id);
        CHECK(ids == QStringList{u"a.1"_s, u"z.1"_s, u"s.wirawan"_s, u"a.2"_s, u"e.1"_s});
    }
    SECTION("of several that are added at once under one id, one is")
    {
        std::atomic<int> added = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&, i] {
                    HubDatabase& mine = i % 2 == 0 ? *office.database : *office.other;
                    const auto written = mine.write([&](Repositories& writing) {
                        return writing.users().add({u"cher"_s, u"Cher %1"_s.arg(i), u"rep"_s, nine});
                    });
                    added += written ? 1 : 0;
                });
            }
        }
        CHECK(added == 1);
        CHECK(users.all()->size() == 2);
    }
}

TEST_CASE("An occasion is what was put last under its id, whole", "[hub][repository][occasions]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Office office(kind);
    const auto put = [&](const QByteArray& json) {
        const auto occasion = wire::parseOccasion(json);
        REQUIRE(occasion);
        write(*office.database, [&](Repositories& writing) { return writing.occasions().put(*occasion); });
    };
    const auto known = [&] {
        const auto all = office.known->occasions().all();
        REQUIRE(all);
        return *all;
    };
    CHECK(known().empty());

    const QByteArray fair = R"({"id": "sps-2027", "version": 3, "title": "SPS", "from": "2027-11-09", "to": "2027-11-11", "roles": ["rep"],
        "forms": ["visit"], "lists": [{"name": "contacts", "filter": "country = 'DE'"}], "of_the_office": {"hall": "Łódź 7", "price": 12.5}})";
    put(fair);
    put(R"({"id": "b-tour", "version": 1, "title": "Tour"})");
    put(R"({"id": "a-tour", "version": 1, "title": "Tour"})");
    const auto all = known();
    REQUIRE(all.size() == 3);
    CHECK(all[0].id == u"a-tour"_s);
    CHECK(all[1].id == u"b-tour"_s);
    CHECK(all[2].title == u"SPS"_s);
    CHECK(all[2].roles == QStringList{u"rep"_s});
    CHECK(all[2].document == QJsonDocument::fromJson(fair).object()); // also what is not ours

    const auto version = GENERATE(2, 3, 4); // the office may go back
    put(u"{\"id\": \"sps-2027\", \"version\": %1, \"title\": \"SPS again\"}"_s.arg(version).toUtf8());
    const auto after = known();
    REQUIRE(after.size() == 3);
    CHECK(after[2].title == u"SPS again"_s);
    CHECK(after[2].version == version);
    CHECK(after[2].roles.isEmpty());
}
