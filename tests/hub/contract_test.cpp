// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository), said once and run over all of them: units of work, records, receipts. The rest
// is in the files beside it, whose names end alike. Another database joins by a line in freshdatabase.cpp.
#include "hub/freshdatabase.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::databaseKinds;
using rapport::test::job;
using rapport::test::record;
using rapport::test::write;

namespace
{

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC);

std::unique_ptr<const Repositories> readingOf(const HubDatabase& database)
{
    auto reading = database.reading();
    REQUIRE(reading);
    return std::move(*reading);
}

wire::Receipt receipt(const QString& instanceId, wire::Receipt::State state = wire::Receipt::State::Waiting, const QString& sentence = {})
{
    return {instanceId, u"erp"_s, u"ERP"_s, state, {}, sentence, nine};
}

/// A record with a job and a receipt.
Status takeIn(Repositories& writing, const QString& instanceId)
{
    if (const auto kept = writing.submissions().keep(record(instanceId), nine); !kept)
        return kept.error();
    if (auto enqueued = writing.jobs().enqueue(job(u"job of "_s + instanceId, instanceId), nine); !enqueued)
        return enqueued;
    return writing.receipts().write(receipt(instanceId), u"t1"_s);
}

struct Seen {
    qint64 records = 0;
    std::size_t jobs = 0, receipts = 0;
    friend bool operator==(const Seen&, const Seen&) = default;
};
std::ostream& operator<<(std::ostream& out, const Seen& seen)
{
    return out << seen.records << " records, " << seen.jobs << " jobs, " << seen.receipts << " receipts";
}

Seen seenIn(const Repositories& known)
{
    return {*known.submissions().count(), known.jobs().all()->size(), known.receipts().page(u"t1"_s, {})->receipts.size()};
}

QStringList instancesOf(const wire::ReceiptPage& page)
{
    QStringList all;
    for (const wire::Receipt& one : page.receipts)
        all.append(one.instanceId);
    return all;
}

IncomingFile fileOf(const QString& name, const QString& sha256)
{
    return {name, sha256, 5};
}

} // namespace

TEST_CASE("A unit of work is there as a whole, or not at all", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect(), other = fresh->connect();
    const auto elsewhere = readingOf(*other);

    SECTION("what it has written is seen by itself at once, by others when it is committed")
    {
        Seen own, others;
        write(*database, [&](Repositories& writing) {
            auto taken = takeIn(writing, u"uuid:1"_s);
            own = seenIn(writing);
            others = seenIn(*elsewhere);
            return taken;
        });
        CHECK(own == Seen{1, 1, 1});
        CHECK(others == Seen{});
        CHECK(seenIn(*elsewhere) == Seen{1, 1, 1});
        CHECK(seenIn(*readingOf(*database)) == Seen{1, 1, 1});
    }
    SECTION("what refuses leaves nothing, and says why")
    {
        const Status refused = database->write([](Repositories& writing) -> Status {
            const auto taken = takeIn(writing, u"uuid:1"_s);
            return taken ? Error{Error::Kind::Denied, u"not today"_s} : taken.error();
        });
        REQUIRE_FALSE(refused);
        CHECK(refused.error() == Error{Error::Kind::Denied, u"not today"_s});
        CHECK(seenIn(*elsewhere) == Seen{});
        write(*database, [](Repositories& writing) { return takeIn(writing, u"uuid:1"_s); });
        CHECK(seenIn(*elsewhere) == Seen{1, 1, 1});
    }
    SECTION("what the database refuses is Conflict and leaves nothing: a job without its record")
    {
        const Status refused = database->write([](Repositories& writing) -> Status {
            const auto taken = takeIn(writing, u"uuid:1"_s);
            return taken ? writing.jobs().enqueue(job(u"stray"_s, u"uuid:nowhere"_s), nine) : taken;
        });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Conflict);
        CHECK(seenIn(*elsewhere) == Seen{});
    }
    SECTION("of many at once, on one connection and on another, each that refuses is undone alone")
    {
        constexpr int each = 24;
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                HubDatabase& mine = thread % 2 == 0 ? *database : *other;
                for (int i = 0; i < each; ++i) {
                    (void)mine.write([&](Repositories& writing) -> Status { // what came of it is read below
                        const auto taken = takeIn(writing, u"uuid:%1.%2"_s.arg(thread).arg(i));
                        return taken && i % 3 == 0 ? Error{Error::Kind::Denied, {}} : taken;
                    });
                }
            });
        }
        threads.clear();
        CHECK(seenIn(*elsewhere) == Seen{4 * each * 2 / 3, 4 * each * 2 / 3, 4 * each * 2 / 3});
    }
}

TEST_CASE("A record is kept once, as it came first", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect(), other = fresh->connect();
    const auto known = readingOf(*other);
    const auto keep = [](HubDatabase& where, const IncomingSubmission& incoming) {
        std::optional<Acceptance> how;
        (void)where.write([&](Repositories& writing) -> Status { // none where it failed
            const auto kept = writing.submissions().keep(incoming, nine);
            how = kept ? std::optional(*kept) : std::nullopt;
            return kept ? ok() : Status(kept.error());
        });
        return how;
    };

    SECTION("whatever comes under its id afterwards")
    {
        struct Row {
            const char* note;
            QByteArray xml;
            QString device;
            Acceptance expected;
        };
        const auto row = GENERATE(values<Row>({
            {"the same again", "<data>Ilse</data>", u"t1"_s, Acceptance::Known},
            {"the same from another device, as a rescue file brings it", "<data>Ilse</data>", u"t2"_s, Acceptance::Known},
            {"another one under its id", "<data>Mara</data>", u"t1"_s, Acceptance::OtherContent},
            {"an empty one under its id", "", u"t1"_s, Acceptance::OtherContent},
        }));
        INFO(row.note);
        CHECK(keep(*database, record(u"uuid:1"_s, "<data>Ilse</data>")) == Acceptance::Created);
        CHECK(keep(*other, record(u"uuid:1"_s, row.xml, row.device)) == row.expected);
        CHECK(*known->submissions().count() == 1);
        CHECK(**known->submissions().xml(u"uuid:1"_s) == "<data>Ilse</data>");
        CHECK((*known->submissions().find(u"uuid:1"_s))->deviceId == u"t1"_s);
    }
    SECTION("also where several bring it at once")
    {
        std::vector<std::optional<Acceptance>> heard(8);
        for (int round = 0; round < 10; ++round) {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < heard.size(); ++i)
                threads.emplace_back([&, i, round] { heard[i] = keep(i % 2 == 0 ? *database : *other, record(u"uuid:%1"_s.arg(round))); });
            threads.clear();
            CHECK(std::count(heard.begin(), heard.end(), Acceptance::Created) == 1);
            CHECK(std::count(heard.begin(), heard.end(), Acceptance::Known) == 7);
        }
        CHECK(*known->submissions().count() == 10);
    }
    SECTION("with what its head says")
    {
        IncomingSubmission incoming = record(u"uuid:2"_s, QByteArray("\0\xff<data/>", 9));
        incoming.head.deprecatedId = u"uuid:1"_s;
        incoming.head.firstId = u"uuid:0"_s;
        REQUIRE(keep(*database, incoming) == Acceptance::Created);
        const auto found = *known->submissions().find(u"uuid:2"_s);
        REQUIRE(found);
        CHECK(found->formId == u"visit"_s);
        CHECK(found->formVersion == u"1"_s);
        CHECK(found->author == u"s.wirawan"_s);
        CHECK(found->receivedAt == nine);
        CHECK(found->corrects == u"uuid:1"_s);
        CHECK(found->firstId == u"uuid:0"_s);
        CHECK(**known->submissions().xml(u"uuid:2"_s) == incoming.xml);
        CHECK(*known->submissions().isCorrected(u"uuid:1"_s));
        CHECK_FALSE(*known->submissions().isCorrected(u"uuid:2"_s));
        CHECK_FALSE(*known->submissions().isCorrected(QString()));
        CHECK_FALSE(*known->submissions().find(u"uuid:1"_s));
        CHECK_FALSE(*known->submissions().xml(u"uuid:1"_s));
        CHECK(known->submissions().ofForm(u"visit"_s)->size() == 1);
        CHECK(known->submissions().ofForm(u"call"_s)->empty());
    }
}

TEST_CASE("What follows from a record can be put off, and is taken up once", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect();
    const auto known = readingOf(*database);
    const auto takeUp = [&](const QString& instanceId) {
        bool taken = false;
        write(*database, [&](Repositories& writing) -> Status {
            const auto done = writing.submissions().takeUp(instanceId);
            taken = done && *done;
            return done ? ok() : Status(done.error());
        });
        return taken;
    };
    for (const QString& id : {u"uuid:9"_s, u"uuid:1"_s, u"uuid:5"_s}) {
        write(*database, [&](Repositories& writing) -> Status {
            const auto kept = writing.submissions().keep(record(id), nine);
            return kept ? writing.submissions().putOff(id) : Status(kept.error());
        });
    }
    write(*database, [&](Repositories& writing) { return takeIn(writing, u"uuid:7"_s); });
    QStringList order;
    const auto postponed = known->submissions().postponed();
    REQUIRE(postponed);
    for (const SubmissionRecord& one : *postponed)
        order.append(one.instanceId);
    CHECK(order == QStringList{u"uuid:9"_s, u"uuid:1"_s, u"uuid:5"_s}); // as they came
    CHECK(*known->submissions().countPutOff() == 3);
    CHECK(takeUp(u"uuid:1"_s));
    CHECK_FALSE(takeUp(u"uuid:1"_s));
    CHECK_FALSE(takeUp(u"uuid:7"_s));
    CHECK_FALSE(takeUp(u"uuid:nowhere"_s));
    CHECK(*known->submissions().countPutOff() == 2);
    CHECK(known->submissions().all()->size() == 4);
}

TEST_CASE("The files of a record are what came first, and are missing until they come", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect();
    const auto known = readingOf(*database);
    const auto post = [&](const QString& instanceId, const std::vector<IncomingFile>& files, const std::vector<IncomingFile>& announced,
                          const QString& device = u"t1"_s) {
        IncomingSubmission incoming = record(instanceId, "<data/>", device);
        incoming.files = files;
        incoming.announced = announced;
        FiledFiles filed;
        write(*database, [&](Repositories& writing) -> Status {
            const auto kept = writing.submissions().keep(incoming, nine);
            const auto put = kept ? writing.submissions().keepFiles(incoming) : Result<FiledFiles>(kept.error());
            filed = put.value_or(FiledFiles{});
            return put ? ok() : Status(put.error());
        });
        return filed;
    };
    const IncomingFile one = fileOf(u"p.jpg"_s, u"aa"_s), another = fileOf(u"p.jpg"_s, u"bb"_s);
    using Files = std::vector<IncomingFile>;

    SECTION("two posts of one record")
    {
        struct Row {
            const char* note;
            Files came, announced, thenCame, thenAnnounced;
            QString stays;
            bool isOther;
            int missing;
        };
        const auto row = GENERATE_COPY(values<Row>({
            {"came, and again", {one}, {}, {one}, {}, u"aa"_s, false, 0},
            {"announced, and again", {}, {one}, {}, {one}, u"aa"_s, false, 1},
            {"announced, then came", {}, {one}, {one}, {}, u"aa"_s, false, 0},
            {"announced, then another came", {}, {one}, {another}, {}, u"bb"_s, false, 0},
            {"announced, then another was announced", {}, {one}, {}, {another}, u"bb"_s, false, 1},
            {"came, then it was announced", {one}, {}, {}, {one}, u"aa"_s, false, 0},
            {"came, then another came", {one}, {}, {another}, {}, u"aa"_s, true, 0},
            {"came, then another was announced", {one}, {}, {}, {another}, u"aa"_s, true, 0},
        }));
        INFO(row.note);
        CHECK(post(u"uuid:1"_s, row.came, row.announced).missing == static_cast<int>(row.announced.size()));
        const FiledFiles filed = post(u"uuid:1"_s, row.thenCame, row.thenAnnounced);
        CHECK(filed.isOther == row.isOther);
        CHECK(filed.missing == row.missing);
        CHECK((*known->submissions().find(u"uuid:1"_s))->filesMissing == row.missing);
        const auto files = *known->submissions().files(u"uuid:1"_s);
        REQUIRE(files.size() == 1);
        CHECK(files[0].sha256 == row.stays);
        CHECK(files[0].arrived == (row.missing == 0));
    }
    SECTION("what the same device has sent with another record need not come again; what another device has sent is as if it were not there")
    {
        const auto [device, missing] = GENERATE(values<std::pair<QString, int>>({{u"t1"_s, 0}, {u"t2"_s, 1}}));
        post(u"uuid:1"_s, {one}, {});
        CHECK(post(u"uuid:2"_s, {}, {one}, device).missing == missing);
        CHECK((*known->submissions().announced(device, u"aa"_s))->arrived == (missing == 0));
        CHECK_FALSE(*known->submissions().announced(u"t3"_s, u"aa"_s));
    }
    SECTION("what arrives, arrives for all records of its device")
    {
        post(u"uuid:1"_s, {}, {one});
        post(u"uuid:2"_s, {}, {one});
        post(u"uuid:3"_s, {}, {one}, u"t2"_s);
        const auto announced = *known->submissions().announced(u"t1"_s, u"aa"_s);
        REQUIRE(announced);
        CHECK_FALSE(announced->arrived);
        CHECK(announced->size == 5);
        for (int twice = 0; twice < 2; ++twice)
            write(*database, [&](Repositories& writing) { return writing.submissions().noteArrived(*announced); });
        CHECK((*known->submissions().find(u"uuid:1"_s))->filesMissing == 0);
        CHECK((*known->submissions().find(u"uuid:2"_s))->filesMissing == 0);
        CHECK((*known->submissions().find(u"uuid:3"_s))->filesMissing == 1);
    }
}

TEST_CASE("A device pages through its receipts without missing one", "[hub][repository]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const auto fresh = kind.make();
    const auto database = fresh->connect(), other = fresh->connect();
    const auto known = readingOf(*database);
    const auto tell = [](HubDatabase& where, const wire::Receipt& one, const QString& device = u"t1"_s) {
        return where.write([&](Repositories& writing) { return writing.receipts().write(one, device); });
    };

    SECTION("one that says something else stands behind all others, one that says the same stays where it is")
    {
        struct Row {
            const char* note;
            wire::Receipt::State state;
            QString sentence;
            bool isNews;
        };
        const auto row = GENERATE(values<Row>({
            {"the same", wire::Receipt::State::Waiting, {}, false},
            {"another state", wire::Receipt::State::Confirmed, {}, true},
            {"another sentence", wire::Receipt::State::Waiting, u"ERP cannot be reached."_s, true},
        }));
        INFO(row.note);
        for (const QString& instance : {u"uuid:1"_s, u"uuid:2"_s, u"uuid:3"_s})
            REQUIRE(tell(*database, receipt(instance)));
        REQUIRE(tell(*other, receipt(u"uuid:foreign"_s), u"t2"_s));
        const auto before = *known->receipts().page(u"t1"_s, {});
        CHECK(instancesOf(before) == QStringList{u"uuid:1"_s, u"uuid:2"_s, u"uuid:3"_s});

        REQUIRE(tell(*other, receipt(u"uuid:1"_s, row.state, row.sentence)));
        const auto after = *known->receipts().page(u"t1"_s, before.cursor);
        CHECK(instancesOf(after) == (row.isNews ? QStringList{u"uuid:1"_s} : QStringList()));
        CHECK_FALSE(after.reset);
        CHECK(instancesOf(*known->receipts().page(u"t1"_s, {})).size() == 3);
        CHECK(*known->receipts().has(u"uuid:1"_s, u"erp"_s));
        CHECK_FALSE(*known->receipts().has(u"uuid:1"_s, u"hub"_s));
        CHECK_FALSE(*known->receipts().has(u"uuid:4"_s, u"erp"_s));
    }
    SECTION("a receipt comes out as it was written")
    {
        const wire::Receipt full{u"uuid:1"_s, u"erp"_s, u"ERP “Süd”"_s, wire::Receipt::State::NeedsYou, u"Party 7"_s, u"Łukasz asks."_s, nine};
        REQUIRE(tell(*database, full));
        CHECK(known->receipts().page(u"t1"_s, {})->receipts == std::vector{full});
    }
    SECTION("a page holds a thousand; a cursor of another database begins anew and says so")
    {
        write(*database, [](Repositories& writing) -> Status {
            for (int i = 0; i < 1001; ++i) {
                if (auto written = writing.receipts().write(receipt(u"uuid:%1"_s.arg(i)), u"t1"_s); !written)
                    return written;
            }
            return ok();
        });
        const auto first = *known->receipts().page(u"t1"_s, {});
        CHECK(first.receipts.size() == 1000);
        CHECK(first.more);
        const auto second = *known->receipts().page(u"t1"_s, first.cursor);
        CHECK(instancesOf(second) == QStringList{u"uuid:1000"_s});
        CHECK_FALSE(second.more);
        const auto end = *known->receipts().page(u"t1"_s, second.cursor);
        CHECK(end.receipts.empty());
        CHECK(end.cursor == second.cursor);
        const auto restored = *readingOf(*kind.make()->connect())->receipts().page(u"t1"_s, second.cursor);
        CHECK(restored.reset);
        CHECK(restored.cursor != second.cursor);
    }
    SECTION("also while others commit: each comes once, those of one connection in their order")
    {
        constexpr int each = 60, writers = 3;
        std::atomic<int> writing = writers;
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                const auto mine = fresh->connect();
                for (int i = 0; i < each; ++i)
                    (void)tell(*mine, receipt(u"uuid:%1.%2"_s.arg(writer).arg(i, 3, 10, QLatin1Char('0')))); // one that is missing is seen below
                --writing;
            });
        }
        QStringList seen;
        QByteArray cursor;
        for (bool last = false; !last;) {
            last = writing == 0; // asked before the page is
            const auto page = known->receipts().page(u"t1"_s, cursor);
            REQUIRE(page);
            seen += instancesOf(*page);
            cursor = page->cursor;
        }
        threads.clear();
        CHECK(seen.size() == each * writers);
        for (int writer = 0; writer < writers; ++writer) {
            const QStringList ofOne = seen.filter(u"uuid:%1."_s.arg(writer));
            CHECK(ofOne.size() == each);
            CHECK(std::is_sorted(ofOne.begin(), ofOne.end()));
        }
    }
}
