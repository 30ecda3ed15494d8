// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/db/query.h"
#include "sync/hub/acceptance.h"
#include "sync/hub/sqlite/hubfile.h"
#include "sync/hub/sqlite/sqliterepositories.h"
#include "sync/hub/sqlite/writer.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/receipt.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <latch>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

db::Database newFile(const QTemporaryDir& dir)
{
    auto database = db::Database::open(dir.filePath(u"w.db"_s), {});
    REQUIRE(database);
    REQUIRE(db::run(*database, "CREATE TABLE done(id INTEGER PRIMARY KEY, what TEXT NOT NULL)"));
    return std::move(*database);
}

Writer::Work noting(const QString& what)
{
    return [what](db::Database& database) { return db::run(database, "INSERT INTO done(what) VALUES(?1)", what); };
}

QStringList doneIn(const QTemporaryDir& dir)
{
    auto database = db::Database::open(dir.filePath(u"w.db"_s), {});
    const auto all = db::rows<QString>(*database, "SELECT what FROM done ORDER BY id", [](const db::Statement& row) { return row.text(0); });
    REQUIRE(all);
    return QStringList(all->begin(), all->end());
}

/// @p count senders whose works the writer finds all at once, when it comes back from one that takes long. @p rest of each by its number. How many
/// of them were answered well.
int writeTogether(Writer& writer, int count, const std::function<Writer::Rest(int)>& rest)
{
    std::latch busy(1), over(1);
    std::jthread long_([&] {
        (void)writer.write([&](db::Database&) {
            busy.count_down();
            over.wait();
            return ok();
        });
    });
    busy.wait();
    std::atomic<int> answered = 0;
    std::vector<std::jthread> senders;
    for (int i = 0; i < count; ++i)
        senders.emplace_back([&, i] { answered += writer.write(noting(u"work"_s), rest(i)) ? 1 : 0; });
    std::this_thread::sleep_for(std::chrono::milliseconds(100)); // all of them stand in the queue
    over.count_down();
    senders.clear();
    return answered;
}

Writer::Rest plainRest(int)
{
    return {noting(u"rest"_s), noting(u"put off"_s)};
}

} // namespace

TEST_CASE("While few write, what follows is on the disk when they are answered", "[hub][writer]")
{
    const QTemporaryDir dir;
    Writer writer(newFile(dir));
    REQUIRE(writer.write(noting(u"work"_s), plainRest(0)));
    CHECK(doneIn(dir) == QStringList{u"work"_s, u"rest"_s});
    CHECK_FALSE(writer.write(noting(u"work"_s), {[](db::Database&) -> Status { return Error{Error::Kind::Full, {}}; }, noting(u"put off"_s)}));
    CHECK(doneIn(dir).size() == 2); // what follows has failed: so has the work
}

TEST_CASE("While many write, they are answered first, and what follows is written down before and done after", "[hub][writer]")
{
    constexpr int many = 12;
    const QTemporaryDir dir;
    Writer writer(newFile(dir));
    CHECK(writeTogether(writer, many, plainRest) == many);
    writer.settle();
    QStringList expected;
    for (int i = 0; i < many; ++i)
        expected << u"work"_s << u"put off"_s;
    for (int i = 0; i < many; ++i)
        expected << u"rest"_s;
    CHECK(doneIn(dir) == expected);
    CHECK(writer.putOff() == 0);
}

TEST_CASE("Of what was put off, what fails is undone alone and stays written down", "[hub][writer]")
{
    constexpr int many = 12;
    const QTemporaryDir dir;
    Writer writer(newFile(dir));
    const auto rest = [](int number) {
        if (number % 3 != 0)
            return plainRest(number);
        return Writer::Rest{[](db::Database& database) {
                                const Status half = noting(u"half"_s)(database);
                                return half ? Status(Error{Error::Kind::Full, {}}) : half;
                            },
                            noting(u"put off"_s)};
    };
    CHECK(writeTogether(writer, many, rest) == many);
    writer.settle();
    CHECK(doneIn(dir).count(u"rest"_s) == many * 2 / 3);
    CHECK(doneIn(dir).count(u"put off"_s) == many);
    CHECK_FALSE(doneIn(dir).contains(u"half"_s));
}

TEST_CASE("What a hub has put off when it ends is done before the next one serves", "[hub][writer]")
{
    ServedFolder folder;
    const Visit before, after;
    REQUIRE(folder.client().submit(before.xml()).status == 201);
    const Visit visit{.deal = true};
    folder.stop();
    { // as it lies there when the hub was killed between the two
        auto database = openDatabase(folder.dir(), {});
        REQUIRE(database);
        SqliteRepositories known(*database);
        const RecordSources sources{[&](const QString& id, const QString& version) { return publishedForm(known.forms(), id, version); },
                                    [](const QString& id) { return id; }};
        auto incoming = incomingOf(visit.xml(), folder.device().id, sources);
        REQUIRE(incoming);
        const AcceptingDesk desk{[&](const HubDatabase::Work& work, const HubDatabase::Rest& rest) {
                                     return db::transact(*database, [&] {
                                         const Status done = work(known);
                                         return done ? rest.putOff(known) : done;
                                     });
                                 },
                                 [&] {
                                     return Targets{metaValue(*database, u"connectors"_s).value_or({}), {}};
                                 },
                                 [] {}, folder.config().clock};
        REQUIRE(accept(*incoming, desk));
    }
    folder.start();
    REQUIRE(folder.client().submit(after.xml()).status == 201);
    const auto contacts = wire::parseEntityPage(folder.client().get("/v1/entities/contacts").body);
    const auto deals = wire::parseEntityPage(folder.client().get("/v1/entities/opportunities").body);
    const auto receipts = wire::parseReceipts(folder.client().get("/v1/receipts").body);
    REQUIRE((contacts && deals && receipts));
    CHECK(contacts->rows.size() == 3);
    CHECK(deals->rows.size() == 1);
    CHECK(receipts->receipts.size() == 3);
    CHECK(folder.client().submit(visit.xml()).status == 201); // known already
    CHECK(wire::parseEntityPage(folder.client().get("/v1/entities/opportunities").body)->rows.front().version == 1);
    CHECK(folder.client().get("/metrics").body.contains("rapport_records_put_off 0\n"));
}
