// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) where it keeps what is pulled, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::DatabaseKind;
using rapport::test::databaseKinds;
using rapport::test::job;
using rapport::test::record;
using rapport::test::TwoProcesses;

namespace
{

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC);
const QString erp = u"erp"_s, contacts = u"contacts"_s;

struct Desk : TwoProcesses {
    explicit Desk(const DatabaseKind& kind) : TwoProcesses(kind), known(reading->pulls()) {}
    void write(const std::function<Status(Pulls&)>& work) const
    {
        test::write(*database, [&](Repositories& writing) { return work(writing.pulls()); });
    }
    template <typename T>
    T said(const std::function<Result<T>(Pulls&)>& asked) const
    {
        T answer{};
        write([&](Pulls& pulls) -> Status {
            const auto heard = asked(pulls);
            answer = heard.value_or(T{});
            return heard ? ok() : Status(heard.error());
        });
        return answer;
    }
    QByteArray begin(const QString& target = erp, const QString& list = contacts) const
    {
        return said<QByteArray>([&](Pulls& pulls) { return pulls.begin(target, list); });
    }
    bool move(const QByteArray& from, const QByteArray& to) const
    {
        return said<bool>([&](Pulls& pulls) { return pulls.move(erp, contacts, from, to); });
    }

    const Pulls& known;
};

std::vector<Place> sorted(const Result<std::vector<Place>>& places)
{
    REQUIRE(places);
    std::vector<Place> all = *places;
    std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) { return std::pair(a.list, a.id) < std::pair(b.list, b.id); });
    return all;
}

} // namespace

TEST_CASE("A pull goes on where it was, and one moves its cursor", "[hub][repository][pulls]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    CHECK_FALSE(desk.move({}, "one")); // nobody has begun
    CHECK(desk.begin().isEmpty());
    CHECK(desk.move({}, QByteArray("\0one", 4)));
    CHECK(desk.begin() == QByteArray("\0one", 4));
    CHECK(desk.begin(erp, u"organisations"_s).isEmpty());
    CHECK(desk.begin(u"crm"_s).isEmpty());
    CHECK_FALSE(desk.move({}, "two")); // it is not there any more
    CHECK(desk.begin() == QByteArray("\0one", 4));

    SECTION("of several that bring the same page, one takes it in")
    {
        std::atomic<int> moved = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    const auto mine = desk.fresh->connect();
                    bool first = false;
                    const auto written = mine->write([&](Repositories& writing) -> Status {
                        const auto done = writing.pulls().move(erp, contacts, QByteArray("\0one", 4), "two");
                        first = done && *done;
                        return done ? ok() : Status(done.error());
                    });
                    moved += written && first ? 1 : 0;
                });
            }
        }
        CHECK(moved == 1);
        CHECK(desk.begin() == "two");
    }
    SECTION("a unit of work that fails leaves it where it was")
    {
        const Status failed = desk.database->write([](Repositories& writing) -> Status {
            const auto done = writing.pulls().move(erp, contacts, QByteArray("\0one", 4), "two");
            return done ? Error{Error::Kind::Full, {}} : done.error();
        });
        CHECK_FALSE(failed);
        CHECK(desk.begin() == QByteArray("\0one", 4));
    }
    SECTION("what is forgotten begins anew")
    {
        desk.write([](Pulls& pulls) { return pulls.forget(erp, contacts); });
        CHECK(desk.begin().isEmpty());
        CHECK(desk.move({}, "two"));
    }
}

TEST_CASE("A list is due when its time has come; failures in a row are counted", "[hub][repository][pulls]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    const auto fail = [&](const QString& list) { return desk.said<int>([&](Pulls& pulls) { return pulls.failed(erp, list, u"503"_s); }); };
    CHECK(fail(contacts) == 0); // nobody pulls it
    (void)desk.begin();
    (void)desk.begin(erp, u"jobs"_s);
    CHECK(desk.known.notDue(erp, nine)->empty()); // what was never pulled is due
    CHECK(fail(contacts) == 1);
    CHECK(fail(contacts) == 2);
    CHECK(fail(u"jobs"_s) == 1);
    desk.write([](Pulls& pulls) { return pulls.putOff(erp, contacts, nine.addSecs(60)); });
    CHECK(*desk.known.notDue(erp, nine) == std::vector{contacts});
    CHECK(desk.known.notDue(erp, nine.addSecs(60))->empty());
    CHECK(desk.known.notDue(u"crm"_s, nine)->empty());

    desk.write([](Pulls& pulls) { return pulls.succeeded(erp, contacts, nine, nine.addSecs(600)); });
    CHECK(*desk.known.notDue(erp, nine.addSecs(599)) == std::vector{contacts});
    CHECK(desk.known.notDue(erp, nine.addSecs(600))->empty());
    CHECK(fail(contacts) == 1); // in a row
}

TEST_CASE("An object of a target is known as an entity of ours", "[hub][repository][pulls]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    const auto place = [&](const Place& where, const QString& remoteId, const QString& target = erp) {
        return desk.database->write([&](Repositories& writing) { return writing.pulls().place(target, where, remoteId); });
    };
    REQUIRE(place({contacts, u"c2"_s}, u"res.partner 7"_s));

    SECTION("also as several, and as what a job has made")
    {
        REQUIRE(place({u"organisations"_s, u"o1"_s}, u"res.partner 7"_s));
        test::write(*desk.database, [](Repositories& writing) -> Status {
            const auto kept = writing.submissions().keep(record(u"uuid:1"_s), nine);
            const auto enqueued = kept ? writing.jobs().enqueue(job(u"j1"_s, u"uuid:1"_s), nine) : Status(kept.error());
            return enqueued ? writing.jobs().confirm(job(u"j1"_s, u"uuid:1"_s), {u"res.partner 7"_s, u"7"_s}, nine) : enqueued;
        });
        CHECK(sorted(desk.known.placesOf(erp, u"res.partner 7"_s)) ==
              std::vector<Place>{{contacts, u"c1"_s}, {contacts, u"c2"_s}, {u"organisations"_s, u"o1"_s}});
        CHECK(desk.known.placesOf(u"crm"_s, u"res.partner 7"_s)->empty());
        CHECK(desk.known.placesOf(erp, u"res.partner 8"_s)->empty());
        CHECK(**desk.reading->jobs().remoteRef(erp, contacts, u"c2"_s) == u"res.partner 7"_s);
    }
    SECTION("an entity is one object of each target")
    {
        const Status refused = place({contacts, u"c2"_s}, u"res.partner 8"_s);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Conflict);
        REQUIRE(place({contacts, u"c2"_s}, u"Contact/4"_s, u"crm"_s));
    }
    SECTION("one that turned out to be another takes its objects along, where the other has none")
    {
        REQUIRE(place({contacts, u"c3"_s}, u"res.partner 9"_s));
        REQUIRE(place({contacts, u"c2"_s}, u"Contact/4"_s, u"crm"_s));
        desk.write([](Pulls& pulls) { return pulls.moveToEntity(contacts, u"c2"_s, u"c3"_s); });
        CHECK(*desk.known.placesOf(u"crm"_s, u"Contact/4"_s) == std::vector<Place>{{contacts, u"c3"_s}});
        CHECK(*desk.known.placesOf(erp, u"res.partner 9"_s) == std::vector<Place>{{contacts, u"c3"_s}});
        CHECK(*desk.known.placesOf(erp, u"res.partner 7"_s) == std::vector<Place>{{contacts, u"c2"_s}});
    }
}
