// SPDX-License-Identifier: Apache-2.0
// How long a device opens its data without the hub, and what goes out while it does not.
#include "device/tablet.h"
#include "sync/device/lease.h"

#include <QCryptographicHash>

#include <atomic>

using namespace rapport;
using namespace rapport::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using device::Access;

namespace
{

const QDateTime monday = QDateTime::fromString(u"2027-11-08T08:00:00Z"_s, Qt::ISODate);
constexpr auto day = 24h;

/// A clock that only goes forward, and only when it is told to.
std::chrono::seconds running{0};
std::chrono::steady_clock::time_point ticks()
{
    return std::chrono::steady_clock::time_point(running);
}

/// A tablet whose clock the test can put forward and back.
struct LeasedTablet : Tablet {
    std::shared_ptr<std::atomic<qint64>> ahead = std::make_shared<std::atomic<qint64>>(0); // seconds

    Clock clock() const
    {
        return [shift = ahead] { return QDateTime::currentDateTimeUtc().addSecs(*shift); };
    }
    void restart()
    {
        courier = std::make_unique<device::Courier>([this] { return openStore(); }, clock());
        courier->setHub({proxy.url(), office.device().token});
    }
    bool eventuallyIs(Access access)
    {
        return eventually([&] { return courier->state().access == access && device::accessOf(*store, clock()()) == access; });
    }
};

} // namespace

TEST_CASE("A lease lasts its days, whatever happens to the clock", "[device][lease]")
{
    struct Row {
        const char* note;
        std::chrono::hours later; // on the wall clock, since the last contact
        std::chrono::hours ran;
        Access access;
    };
    const auto row = GENERATE(values<Row>({
        {"just renewed", 0h, 0h, Access::Open},
        {"on its last day", 14 * day - 1h, 2h, Access::Open},
        {"after its last day", 14 * day, 2h, Access::LeaseEnded},
        {"a clock put back a month adds nothing to what the app may run", -30 * day, 14 * day, Access::LeaseEnded},
        {"a clock put back a month closes nothing before that", -30 * day, 13 * day, Access::Open},
        {"a clock that has lost its time with the battery closes nothing", -20'000 * day, 1h, Access::Open},
        {"a clock a year ahead closes it", 365 * day, 1h, Access::LeaseEnded},
        {"and put right it is open again", 2h, 2h, Access::Open},
    }));
    INFO(row.note);
    const device::Lease lease{14 * day, monday, row.ran, false};
    CHECK(lease.accessAt(monday.addSecs(std::chrono::seconds(row.later).count())) == row.access);
    device::Lease revoked = lease;
    revoked.revoked = true;
    CHECK(revoked.accessAt(monday) == Access::Revoked);
}

TEST_CASE("The time that the app runs counts across restarts, with a clock that stands still", "[device][lease]")
{
    Tablet tablet;
    running = 100h;
    device::LeaseWatch first(ticks);
    first.begin(*tablet.store, {14 * day, monday, 0s, false});
    running += 10 * day;
    CHECK(first.look(*tablet.store, monday) == Access::Open);
    running = 5h; // the machine was started anew
    device::LeaseWatch second(ticks);
    running += 3 * day;
    CHECK(second.look(*tablet.store, monday) == Access::Open);
    running += 1 * day;
    CHECK(second.look(*tablet.store, monday) == Access::LeaseEnded);
    CHECK(device::accessOf(*tablet.store, monday) == Access::LeaseEnded); // before any courier has looked

    second.begin(*tablet.store, {14 * day, monday.addDays(20), 0s, false});
    CHECK(second.look(*tablet.store, monday.addDays(20)) == Access::Open);
}

TEST_CASE("A lease that cannot be read opens nothing; where none was ever given, all is open", "[device][lease]")
{
    Tablet tablet;
    CHECK(device::accessOf(*tablet.store, monday) == Access::Open);
    const QString torn = GENERATE(u"{"_s, u"{}"_s, u"{\"length\": -1, \"from\": \"2027-11-08T08:00:00.000Z\", \"ran\": 0}"_s);
    REQUIRE(tablet.store->setSetting(u"lease"_s, torn));
    CHECK(device::accessOf(*tablet.store, monday) == Access::LeaseEnded);
}

TEST_CASE("A device that has not reached the hub for its lease delivers and opens as soon as it does", "[device][lease]")
{
    LeasedTablet tablet;
    REQUIRE(tablet.office.admin().setLease(tablet.office.device().id, 3));
    tablet.restart();
    REQUIRE(tablet.eventuallyIs(Access::Open));
    CHECK((*device::lease(*tablet.store))->length == 3 * day);

    tablet.proxy.set(Fault::refuse(), -1);
    const auto id = tablet.finish(Visit(), "a picture");
    *tablet.ahead = 3 * 86'400 + 60;
    tablet.restart();
    REQUIRE(tablet.eventuallyIs(Access::LeaseEnded));
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
    CHECK(tablet.courier->state().waiting == 1);

    tablet.proxy.pass();
    tablet.courier->tryNow();
    CHECK(tablet.eventuallySent(id));
    CHECK(tablet.eventuallyIs(Access::Open));
    CHECK(tablet.submissions() == 1);
}

TEST_CASE("A device whose access was withdrawn opens nothing and gets nothing, but what it has unsent arrives", "[device][lease]")
{
    LeasedTablet tablet;
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": ["contacts"]})"));
    tablet.restart();
    REQUIRE(tablet.eventuallyIs(Access::Open));
    const auto id = tablet.finish(Visit(), "a picture");
    REQUIRE(tablet.office.admin().revokeDevice(tablet.office.device().id));
    REQUIRE(tablet.office.admin().importEntities(u"contacts"_s, "name,label\nk1,Newcomer\n"));
    tablet.courier->tryNow();
    REQUIRE(tablet.eventuallySent(id));
    REQUIRE(tablet.eventuallyIs(Access::Revoked));
    CHECK(tablet.eventually([&] { return tablet.courier->state().reason == u"revoked"_s; }));
    CHECK(tablet.submissions() == 1);
    CHECK(tablet.store->entities(u"contacts"_s)->empty());
    const QByteArray hash = QCryptographicHash::hash("a picture", QCryptographicHash::Sha256).toHex();
    const auto other = tablet.office.admin().addDevice(u"Another"_s);
    CHECK(tablet.office.client(other->token).get("/v1/blobs/" + hash).body == "a picture");

    SECTION("also after a restart without a network")
    {
        tablet.proxy.set(Fault::refuse(), -1);
        tablet.restart();
        CHECK(tablet.eventuallyIs(Access::Revoked));
    }
    SECTION("until the office gives it back")
    {
        REQUIRE(tablet.office.admin().restoreDevice(tablet.office.device().id));
        tablet.courier->tryNow();
        CHECK(tablet.eventuallyIs(Access::Open));
        CHECK(tablet.eventually([&] { return !tablet.store->search(u"Newcomer"_s, 1)->empty(); }));
        CHECK_FALSE(tablet.office.admin().restoreDevice(tablet.office.device().id)); // it has it
    }
}
