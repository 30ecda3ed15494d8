// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) for what follows from a unit of work, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::databaseKinds;
using rapport::test::record;

namespace
{

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC);

HubDatabase::Work keeping(const QString& id)
{
    return [id](Repositories& repositories) -> Status {
        const auto kept = repositories.submissions().keep(record(id), nine);
        return kept ? ok() : Status(kept.error());
    };
}

HubDatabase::Work writingDown(const QString& id)
{
    return [id](Repositories& repositories) { return repositories.submissions().putOff(id); };
}

/// An entity of the record's id, whose sequence number tells when.
HubDatabase::Work following(const QString& id)
{
    return [id](Repositories& repositories) {
        return repositories.entities().write({{u"contacts"_s, id, {}, {}}, 1, false}, {{}, id, {}, {}, nine});
    };
}

QStringList followed(const Repositories& known)
{
    QStringList ids;
    REQUIRE(known.entities().changed(u"contacts"_s, 0, [&](const EntityRow& row) {
        ids.append(row.id);
        return true;
    }));
    return ids;
}

} // namespace

TEST_CASE("What follows from a unit of work is done when all have settled, in the order of their works", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect();
    const auto known = std::move(*database->reading());
    constexpr int each = 20, writers = 8;
    std::atomic<int> answered = 0;
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                for (int i = 0; i < each; ++i) {
                    const QString id = u"uuid:%1.%2"_s.arg(writer).arg(i, 3, 10, QLatin1Char('0'));
                    answered += database->write(keeping(id), {following(id), writingDown(id)}) ? 1 : 0;
                }
            });
        }
    }
    CHECK(answered == each * writers);
    CHECK(*known->submissions().count() == each * writers); // that much is on the disk when they are answered
    database->settle();
    CHECK(database->putOff() == 0);
    const QStringList all = followed(*known);
    CHECK(all.size() == each * writers);
    for (int writer = 0; writer < writers; ++writer) {
        const QStringList ofOne = all.filter(u"uuid:%1."_s.arg(writer));
        CHECK(ofOne.size() == each);
        CHECK(std::is_sorted(ofOne.begin(), ofOne.end()));
    }
}

TEST_CASE("Nothing follows from a unit of work that failed", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect();
    const auto known = std::move(*database->reading());
    const Status refused = database->write(
        [](Repositories& repositories) -> Status {
            const auto kept = keeping(u"uuid:1"_s)(repositories);
            return kept ? Error{Error::Kind::Denied, u"not today"_s} : kept;
        },
        {following(u"uuid:1"_s), writingDown(u"uuid:1"_s)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Error{Error::Kind::Denied, u"not today"_s});
    database->settle();
    CHECK(*known->submissions().count() == 0);
    CHECK(*known->submissions().countPutOff() == 0);
    CHECK(followed(*known).isEmpty());
}

TEST_CASE("What follows and fails has not happened: it is written down, or its work has not happened either", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect();
    const auto known = std::move(*database->reading());
    constexpr int writers = 12;
    std::atomic<int> answered = 0;
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, id = u"uuid:%1"_s.arg(writer)] {
                const HubDatabase::Work failing = [id](Repositories& repositories) -> Status {
                    const auto half = following(id)(repositories);
                    return half ? Error{Error::Kind::Full, {}} : half;
                };
                answered += database->write(keeping(id), {failing, writingDown(id)}) ? 1 : 0;
            });
        }
    }
    database->settle();
    CHECK(*known->submissions().count() == answered);
    CHECK(*known->submissions().countPutOff() == answered);
    CHECK(followed(*known).isEmpty());
}

TEST_CASE("What was written down is taken up again, and a database that has ended takes no more", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect();
    const auto known = std::move(*database->reading());
    for (const QString& id : {u"uuid:2"_s, u"uuid:1"_s})
        database->resume(following(id));
    database->settle();
    CHECK(followed(*known) == QStringList{u"uuid:2"_s, u"uuid:1"_s});

    database->end();
    const Status late = database->write(keeping(u"uuid:3"_s));
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == Error::Kind::Internal);
    const Status later = database->write(keeping(u"uuid:3"_s), {following(u"uuid:3"_s), writingDown(u"uuid:3"_s)});
    CHECK_FALSE(later);
    CHECK(*known->submissions().count() == 0);
}
