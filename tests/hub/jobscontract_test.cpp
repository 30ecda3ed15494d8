// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) where it keeps jobs, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::DatabaseKind;
using rapport::test::databaseKinds;
using rapport::test::FreshDatabase;
using rapport::test::job;
using rapport::test::record;

namespace
{

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC), ten = nine.addSecs(3600);
const QString erp = u"erp"_s;

/// A database with the record "uuid:1", and what a worker does with its jobs.
struct Desk {
    explicit Desk(const DatabaseKind& kind) : fresh(kind.make()), database(fresh->connect()), known(std::move(*database->reading()))
    {
        write([](Repositories& writing) -> Status {
            const auto kept = writing.submissions().keep(record(u"uuid:1"_s), nine);
            return kept ? ok() : Status(kept.error());
        });
    }

    void write(const HubDatabase::Work& work) { test::write(*database, work); }
    void enqueue(const QString& id, const QDateTime& at = nine, const std::vector<QString>& after = {}, const QString& target = erp)
    {
        connectors::Job one = job(id, u"uuid:1"_s);
        one.target = target;
        one.after = after;
        write([&](Repositories& writing) { return writing.jobs().enqueue(one, at); });
    }
    void confirm(const QString& id)
    {
        write([&](Repositories& writing) { return writing.jobs().confirm(job(id, u"uuid:1"_s), {u"party,"_s + id, u"Party "_s + id}, ten); });
    }
    void fail(const QString& id, const JobFailure& failure)
    {
        write([&](Repositories& writing) { return writing.jobs().fail(id, failure); });
    }
    static bool claim(HubDatabase& where, const QString& id, const QDateTime& now, const QDateTime& until)
    {
        bool ours = false;
        const auto written = where.write([&](Repositories& writing) -> Status {
            const auto claimed = writing.jobs().claim(id, now, until);
            ours = claimed && *claimed;
            return claimed ? ok() : Status(claimed.error());
        });
        return written && ours;
    }
    bool claim(const QString& id, const QDateTime& now, const QDateTime& until) { return claim(*database, id, now, until); }
    bool retry(const QString& id, const QDateTime& now)
    {
        bool woken = false;
        write([&](Repositories& writing) -> Status {
            const auto done = writing.jobs().retry(id, now);
            woken = done && *done;
            return done ? ok() : Status(done.error());
        });
        return woken;
    }
    QString due(const QDateTime& now, const QString& target = erp) const
    {
        const auto found = known->jobs().nextDue(target, now);
        REQUIRE(found);
        return *found ? (*found)->job.id : QString();
    }
    JobRecord find(const QString& id) const
    {
        const auto found = known->jobs().find(id);
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }

    std::unique_ptr<FreshDatabase> fresh;
    std::unique_ptr<HubDatabase> database;
    std::unique_ptr<const Repositories> known;
};

} // namespace

TEST_CASE("The same job is one, however often it is made and whatever has become of it", "[hub][repository][jobs]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    desk.enqueue(u"a"_s);
    desk.enqueue(u"a"_s, ten);
    CHECK(desk.known->jobs().all()->size() == 1);
    CHECK(desk.find(u"a"_s).next == nine);
    desk.confirm(u"a"_s);
    desk.enqueue(u"a"_s, ten);
    CHECK(desk.find(u"a"_s).state == JobState::Confirmed);
    CHECK(desk.find(u"a"_s).reference == u"Party a"_s);
    CHECK(desk.due(ten).isEmpty());
    CHECK_FALSE(*desk.known->jobs().find(u"b"_s));
}

TEST_CASE("A job comes out as it was made", "[hub][repository][jobs]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    const auto which = GENERATE(connectors::Job::Kind::Entity, connectors::Job::Kind::Record, connectors::Job::Kind::Message);
    desk.write([&](Repositories& writing) -> Status {
        IncomingSubmission correction = record(u"uuid:2"_s);
        correction.head.deprecatedId = correction.head.firstId = u"uuid:1"_s;
        const auto kept = writing.submissions().keep(correction, nine);
        connectors::Job one = job(u"a"_s, u"uuid:2"_s);
        one.kind = which;
        return kept ? writing.jobs().enqueue(one, nine) : Status(kept.error());
    });
    const auto due = *desk.known->jobs().nextDue(erp, nine);
    REQUIRE(due);
    CHECK(due->job.id == u"a"_s);
    CHECK(due->job.key == u"a"_s);
    CHECK(due->job.submission == u"uuid:2"_s);
    CHECK(due->job.target == erp);
    CHECK(due->job.kind == which);
    CHECK(due->job.list == u"contacts"_s);
    CHECK(due->job.entityId == u"c1"_s);
    CHECK(due->job.corrects == u"uuid:1"_s);
    CHECK_FALSE(due->job.outcomeUnknown);
    CHECK(due->attempts == 0);
    CHECK(due->state == JobState::Waiting);
}

TEST_CASE("Jobs have their turn: the oldest first, and none before what it follows", "[hub][repository][jobs]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    desk.enqueue(u"b"_s, nine.addSecs(60));
    desk.enqueue(u"a"_s);
    desk.enqueue(u"c"_s, nine.addSecs(120), {u"a"_s, u"b"_s});
    desk.enqueue(u"d"_s, nine, {}, u"crm"_s);

    SECTION("each when it is time, and each target its own")
    {
        CHECK(desk.due(nine.addSecs(-1)).isEmpty());
        CHECK(desk.due(nine) == u"a"_s);
        CHECK(desk.due(ten) == u"a"_s);
        CHECK(desk.due(ten, u"crm"_s) == u"d"_s);
        CHECK(desk.due(ten, u"files"_s).isEmpty());
    }
    SECTION("what follows two waits for both")
    {
        desk.confirm(u"a"_s);
        CHECK(desk.due(ten) == u"b"_s);
        REQUIRE(desk.claim(u"b"_s, ten, ten.addSecs(60)));
        CHECK(desk.due(ten).isEmpty());
        desk.confirm(u"b"_s);
        CHECK(desk.due(ten) == u"c"_s);
    }
    SECTION("also where one of them needs a person, until she has had it tried again")
    {
        desk.confirm(u"a"_s);
        desk.fail(u"b"_s, {JobState::NeedsYou, ten, {}, u"The country is not known there."_s, u"country"_s});
        CHECK(desk.due(ten).isEmpty());
        CHECK(desk.retry(u"b"_s, ten));
        CHECK(desk.find(u"b"_s).sentence.isEmpty());
        CHECK(desk.due(ten) == u"b"_s);
    }
    SECTION("an order that is given later, twice, and to itself")
    {
        desk.write([](Repositories& writing) -> Status {
            for (const auto& [one, after] : {std::pair{u"a"_s, u"b"_s}, std::pair{u"a"_s, u"b"_s}, std::pair{u"b"_s, u"b"_s}}) {
                if (auto ordered = writing.jobs().letFollow(one, after); !ordered)
                    return ordered;
            }
            return ok();
        });
        CHECK(desk.due(ten) == u"b"_s);
    }
    SECTION("one that asks for a file has it when that is here, and this was no attempt")
    {
        IncomingSubmission incoming = record(u"uuid:1"_s);
        incoming.announced = {{u"p.jpg"_s, u"aa"_s, 5}};
        desk.write([&](Repositories& writing) -> Status {
            const auto filed = writing.submissions().keepFiles(incoming);
            return filed ? ok() : Status(filed.error());
        });
        REQUIRE(desk.claim(u"a"_s, nine, nine.addSecs(60)));
        desk.write([](Repositories& writing) { return writing.jobs().awaitFile(u"a"_s, u"p.jpg"_s, u"A file is on its way."_s); });
        CHECK(desk.find(u"a"_s).attempts == 0);
        CHECK(desk.find(u"a"_s).sentence == u"A file is on its way."_s);
        CHECK(desk.due(nine).isEmpty());
        CHECK(desk.due(ten) == u"b"_s);
        desk.write([](Repositories& writing) { return writing.submissions().noteArrived({u"t1"_s, u"aa"_s, 5}); });
        CHECK(desk.due(nine) == u"a"_s);
    }
}

TEST_CASE("Of all who claim a job one has it", "[hub][repository][jobs]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);

    SECTION("until it has ended; then nobody has it before it is due again")
    {
        desk.enqueue(u"a"_s);
        CHECK_FALSE(desk.claim(u"b"_s, nine, ten));
        CHECK_FALSE(desk.claim(u"a"_s, nine.addSecs(-1), ten));
        REQUIRE(desk.claim(u"a"_s, nine, ten));
        CHECK(desk.find(u"a"_s).attempts == 1);
        CHECK(desk.due(nine).isEmpty());
        CHECK_FALSE(desk.claim(u"a"_s, nine, ten));
        CHECK_FALSE(desk.retry(u"a"_s, nine));
        desk.fail(u"a"_s, {JobState::Waiting, nine.addSecs(30), {}, u"ERP cannot be reached."_s, {}});
        CHECK_FALSE(desk.claim(u"a"_s, nine.addSecs(29), ten));
        REQUIRE(desk.claim(u"a"_s, nine.addSecs(30), ten));
        desk.confirm(u"a"_s);
        CHECK_FALSE(desk.claim(u"a"_s, ten, ten));
    }
    SECTION("a claim that is not committed is none")
    {
        desk.enqueue(u"a"_s);
        CHECK_FALSE(desk.database->write([](Repositories& writing) -> Status {
            const auto claimed = writing.jobs().claim(u"a"_s, nine, ten);
            return claimed && *claimed ? Error{Error::Kind::Denied, {}} : ok();
        }));
        CHECK(desk.due(nine) == u"a"_s);
        CHECK(desk.find(u"a"_s).attempts == 0);
    }
    SECTION("four workers on connections of their own, all after the same one")
    {
        const std::vector<std::unique_ptr<HubDatabase>> workers = [&] {
            std::vector<std::unique_ptr<HubDatabase>> all;
            for (int i = 0; i < 4; ++i)
                all.push_back(desk.fresh->connect());
            return all;
        }();
        for (int round = 0; round < 15; ++round) {
            const QString id = QString::number(round);
            desk.enqueue(id);
            std::atomic<int> got = 0;
            {
                std::vector<std::jthread> threads;
                for (const auto& worker : workers)
                    threads.emplace_back([&got, &id, worker = worker.get()] { got += Desk::claim(*worker, id, nine, ten) ? 1 : 0; });
            }
            CHECK(got == 1);
        }
    }
    SECTION("four workers that take what is due until nothing is")
    {
        constexpr int jobs = 40;
        desk.write([](Repositories& writing) -> Status {
            for (int i = 0; i < jobs; ++i) {
                if (auto enqueued = writing.jobs().enqueue(job(QString::number(i), u"uuid:1"_s), nine); !enqueued)
                    return enqueued;
            }
            return ok();
        });
        std::mutex mutex;
        QStringList carriedOut;
        const auto work = [&] {
            const auto mine = desk.fresh->connect();
            const auto looking = mine->reading();
            for (auto due = (*looking)->jobs().nextDue(erp, nine); due && *due; due = (*looking)->jobs().nextDue(erp, nine)) {
                const QString id = (*due)->job.id;
                if (!Desk::claim(*mine, id, nine, ten))
                    continue;
                {
                    const std::lock_guard lock(mutex);
                    carriedOut.append(id);
                }
                (void)mine->write([&](Repositories& writing) { return writing.jobs().confirm(job(id, u"uuid:1"_s), {}, nine); }); // read below
            }
        };
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back(work);
        }
        CHECK(carriedOut.size() == jobs);
        CHECK(carriedOut.removeDuplicates() == 0);
        CHECK(desk.known->jobs().open()->empty());
    }
}

TEST_CASE("A job whose holder has died comes back in time, and what it has done is not known", "[hub][repository][jobs]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    desk.enqueue(u"a"_s);
    desk.enqueue(u"b"_s, ten);
    {
        const auto holder = desk.fresh->connect();
        REQUIRE(Desk::claim(*holder, u"a"_s, nine, nine.addSecs(60)));
    }
    const auto comesBack = [&](const QDateTime& at) {
        CHECK(desk.due(at.addSecs(-1)).isEmpty());
        CHECK_FALSE(desk.claim(u"a"_s, at.addSecs(-1), ten));
        const auto due = *desk.known->jobs().nextDue(erp, at);
        REQUIRE(due);
        CHECK(due->job.id == u"a"_s);
        CHECK(due->job.outcomeUnknown);
        REQUIRE(desk.claim(u"a"_s, at, at.addSecs(60)));
        CHECK(desk.find(u"a"_s).attempts == 2);
    };

    SECTION("when its claim has run out")
    {
        comesBack(nine.addSecs(60));
    }
    SECTION("when whoever alone serves the target says so")
    {
        desk.write([](Repositories& writing) { return writing.jobs().releaseClaims(u"crm"_s, ten); });
        CHECK_FALSE(desk.find(u"a"_s).job.outcomeUnknown);
        desk.write([](Repositories& writing) { return writing.jobs().releaseClaims(erp, nine.addSecs(300)); });
        CHECK(desk.find(u"a"_s).job.outcomeUnknown);
        CHECK_FALSE(desk.find(u"b"_s).job.outcomeUnknown);
        comesBack(nine.addSecs(300));
    }
    SECTION("a clear failure afterwards says nothing of that attempt, a confirmation does")
    {
        comesBack(nine.addSecs(60));
        desk.fail(u"a"_s, {JobState::Waiting, nine.addSecs(200), {}, {}, {}});
        CHECK((*desk.known->jobs().nextDue(erp, nine.addSecs(200)))->job.outcomeUnknown);
        desk.confirm(u"a"_s);
        CHECK_FALSE(desk.find(u"a"_s).job.outcomeUnknown);
    }
}

TEST_CASE("An attempt ends as it is said, and a person may have it tried again", "[hub][repository][jobs]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    struct Row {
        const char* note;
        JobFailure failure;
        QDateTime dueAgain;       ///< by itself; invalid: never
        QDateTime dueWhenRetried; ///< by a person, five seconds later
        bool outcomeUnknown = false;
    };
    const QDateTime soon = nine.addSecs(30), later = nine.addSecs(60), then = nine.addSecs(5);
    const auto row = GENERATE_COPY(values<Row>({
        {"not reached", {JobState::Waiting, soon, {}, u"ERP cannot be reached."_s, u"refused"_s}, soon, then, false},
        {"no answer: nobody can hurry it", {JobState::Waiting, later, later, u"ERP did not answer."_s, u"timeout"_s}, later, later, true},
        {"refused", {JobState::NeedsYou, soon, {}, u"The country is not known there."_s, u"country"_s}, {}, then, false},
    }));
    INFO(row.note);
    Desk desk(kind);
    desk.enqueue(u"a"_s);
    REQUIRE(desk.claim(u"a"_s, nine, ten));
    desk.fail(u"a"_s, row.failure);
    const JobRecord failed = desk.find(u"a"_s);
    CHECK(failed.state == row.failure.then);
    CHECK(failed.sentence == row.failure.sentence);
    CHECK(failed.error == row.failure.error);
    CHECK(failed.next == row.failure.next);
    CHECK(failed.attempts == 1);
    CHECK(failed.job.outcomeUnknown == row.outcomeUnknown);
    CHECK(desk.due(row.failure.next.addSecs(-1)).isEmpty());
    CHECK(desk.due(ten).isEmpty() == !row.dueAgain.isValid());
    REQUIRE(desk.retry(u"a"_s, then));
    CHECK(desk.due(row.dueWhenRetried.addSecs(-1)).isEmpty());
    CHECK(desk.due(row.dueWhenRetried) == u"a"_s);
    desk.confirm(u"a"_s);
    CHECK_FALSE(desk.retry(u"a"_s, ten));
    CHECK_FALSE(desk.retry(u"b"_s, ten));
}

TEST_CASE("What a target calls an entity is kept with the job that brought it there", "[hub][repository][jobs]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    const Jobs& jobs = desk.known->jobs();
    desk.enqueue(u"a"_s);
    desk.enqueue(u"b"_s, nine.addSecs(1));
    const auto isAhead = [&](const QDateTime& askedAt) { return *jobs.isAhead(erp, u"contacts"_s, u"c1"_s, askedAt); };
    const auto waiting = [&] {
        const auto ids = *jobs.waitingFor(erp, u"contacts"_s, u"c1"_s);
        return std::set<QString>(ids.begin(), ids.end());
    };
    CHECK_FALSE(*jobs.remoteRef(erp, u"contacts"_s, u"c1"_s));
    CHECK(waiting() == std::set{u"a"_s, u"b"_s});
    CHECK_FALSE(*jobs.mayBeMaking(erp));
    REQUIRE(desk.claim(u"a"_s, nine, nine.addSecs(60)));
    CHECK(*jobs.mayBeMaking(erp));
    CHECK_FALSE(*jobs.mayBeMaking(u"crm"_s));

    desk.confirm(u"a"_s);
    CHECK(*jobs.remoteRef(erp, u"contacts"_s, u"c1"_s) == u"party,a"_s);
    CHECK_FALSE(*jobs.remoteRef(u"crm"_s, u"contacts"_s, u"c1"_s));
    CHECK_FALSE(*jobs.mayBeMaking(erp));
    CHECK(waiting() == std::set{u"b"_s});
    CHECK(isAhead(ten.addSecs(1))); // "b" is still on its way

    REQUIRE(desk.claim(u"b"_s, ten, ten.addSecs(60)));
    CHECK_FALSE(*jobs.mayBeMaking(erp)); // it changes what is there
    desk.confirm(u"b"_s);
    CHECK(*jobs.remoteRef(erp, u"contacts"_s, u"c1"_s) == u"party,b"_s);
    CHECK(isAhead(ten));
    CHECK_FALSE(isAhead(ten.addSecs(1)));
}

TEST_CASE("Open jobs for somebody who turned out to be somebody else are that one's", "[hub][repository][jobs]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    for (const QString& id : {u"a"_s, u"b"_s, u"c"_s})
        desk.enqueue(id);
    desk.confirm(u"a"_s);
    desk.fail(u"b"_s, {JobState::NeedsYou, ten, {}, {}, {}});
    desk.write([](Repositories& writing) { return writing.jobs().moveToEntity(u"contacts"_s, u"c1"_s, u"c2"_s); });
    CHECK(desk.find(u"a"_s).job.entityId == u"c1"_s);
    CHECK(desk.find(u"b"_s).job.entityId == u"c2"_s);
    CHECK(desk.find(u"c"_s).job.entityId == u"c2"_s);

    INFO("and how many are open is told by target and state");
    const auto open = *desk.known->jobs().open();
    REQUIRE(open.size() == 2);
    for (const OpenJobs& one : open) {
        CHECK(one.target == erp);
        CHECK(one.count == 1);
        CHECK(one.state != JobState::Confirmed);
    }
    QStringList made;
    const auto ofRecord = *desk.known->jobs().ofRecord(u"uuid:1"_s, erp);
    for (const JobRecord& one : ofRecord)
        made.append(one.job.id);
    CHECK(made == QStringList{u"a"_s, u"b"_s, u"c"_s});
    CHECK(desk.known->jobs().ofRecord(u"uuid:1"_s, u"crm"_s)->empty());
}
