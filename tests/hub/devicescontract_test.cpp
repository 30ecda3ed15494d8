// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) where it keeps devices, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <functional>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::DatabaseKind;
using rapport::test::databaseKinds;
using rapport::test::FreshDatabase;

namespace
{

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC), ten = nine.addSecs(3600);

DeviceRecord tablet(const QString& id)
{
    DeviceRecord device;
    device.id = id;
    device.name = u"Tablet "_s + id;
    device.publicKey = QByteArray(32, 'k');
    device.added = nine;
    device.tokenExpires = ten;
    return device;
}

/// A hub with the devices "1" and "2", whose tokens are "token 1" and "token 2".
struct Desk {
    explicit Desk(const DatabaseKind& kind) : fresh(kind.make()), database(fresh->connect()), known(std::move(*database->reading()))
    {
        for (const QString& id : {u"1"_s, u"2"_s})
            write([&](Devices& devices) { return devices.add(tablet(id), "token " + id.toLatin1()); });
    }

    void write(const std::function<Status(Devices&)>& work)
    {
        test::write(*database, [&](Repositories& writing) { return work(writing.devices()); });
    }
    bool isTrue(const std::function<Result<bool>(Devices&)>& asked)
    {
        bool answer = false;
        write([&](Devices& devices) -> Status {
            const auto said = asked(devices);
            answer = said && *said;
            return said ? ok() : Status(said.error());
        });
        return answer;
    }
    DeviceRecord find(const QString& id) const
    {
        const auto found = known->devices().find(id);
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }
    QString withToken(const QByteArray& token) const
    {
        const auto found = known->devices().withToken(token);
        REQUIRE(found);
        return *found ? (*found)->id : QString();
    }

    std::unique_ptr<FreshDatabase> fresh;
    std::unique_ptr<HubDatabase> database;
    std::unique_ptr<const Repositories> known;
};

} // namespace

TEST_CASE("A device is known by its id and by its token", "[hub][repository][devices]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);

    SECTION("and comes out as it was added")
    {
        const DeviceRecord found = desk.find(u"1"_s);
        CHECK(found.name == u"Tablet 1"_s);
        CHECK(found.publicKey == QByteArray(32, 'k'));
        CHECK(found.added == nine);
        CHECK(found.tokenExpires == ten);
        CHECK_FALSE(found.lastSeen.isValid());
        CHECK_FALSE(found.revoked);
        CHECK(found.leaseDays == 0);
        CHECK(found.user.isEmpty());
        CHECK(desk.withToken("token 2") == u"2"_s);
        CHECK(desk.withToken("token 3").isEmpty());
        CHECK_FALSE(*desk.known->devices().find(u"3"_s));
    }
    SECTION("one that is added by hand has no key, and its token does not end")
    {
        DeviceRecord byHand = tablet(u"3"_s);
        byHand.publicKey.clear();
        byHand.tokenExpires = {};
        desk.write([&](Devices& devices) { return devices.add(byHand, "token 3"); });
        CHECK(desk.find(u"3"_s).publicKey.isEmpty());
        CHECK_FALSE(desk.find(u"3"_s).tokenExpires.isValid());
    }
    SECTION("which are nobody else's")
    {
        const auto [id, token] = GENERATE(values<std::pair<QString, QByteArray>>({{u"1"_s, "token 3"}, {u"3"_s, "token 1"}}));
        const Status refused = desk.database->write([&](Repositories& writing) { return writing.devices().add(tablet(id), token); });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Conflict);
        CHECK(desk.known->devices().all()->size() == 2);
    }
    SECTION("a new token ends the one before")
    {
        desk.write([](Devices& devices) { return devices.setToken(u"1"_s, "token 9", ten.addDays(1)); });
        CHECK(desk.withToken("token 1").isEmpty());
        CHECK(desk.withToken("token 9") == u"1"_s);
        CHECK(desk.find(u"1"_s).tokenExpires == ten.addDays(1));
    }
}

TEST_CASE("What is said of one device is said of that one, and can be taken back", "[hub][repository][devices]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    const auto revoke = [&](const QString& id) { return desk.isTrue([&](Devices& devices) { return devices.revoke(id, ten); }); };
    const auto restore = [&](const QString& id) { return desk.isTrue([&](Devices& devices) { return devices.restore(id); }); };
    const auto assign = [&](const QString& id, const QString& user) {
        return desk.isTrue([&](Devices& devices) { return devices.assign(id, user); });
    };

    CHECK_FALSE(restore(u"1"_s));
    CHECK(revoke(u"1"_s));
    CHECK_FALSE(revoke(u"1"_s));
    CHECK_FALSE(revoke(u"3"_s));
    CHECK(desk.find(u"1"_s).revoked);
    CHECK(desk.withToken("token 1") == u"1"_s); // for what it still has to deliver
    CHECK(*desk.known->devices().count() == 1);
    CHECK(restore(u"1"_s));
    CHECK(*desk.known->devices().count() == 2);

    CHECK(assign(u"1"_s, u"s.wirawan"_s));
    CHECK_FALSE(assign(u"3"_s, u"s.wirawan"_s));
    CHECK(desk.find(u"1"_s).user == u"s.wirawan"_s);
    CHECK(desk.find(u"2"_s).user.isEmpty());
    CHECK(assign(u"1"_s, {}));
    CHECK(desk.find(u"1"_s).user.isEmpty());

    for (const int days : {30, 7, 0, 0}) {
        desk.write([&](Devices& devices) { return devices.setLeaseDays(u"1"_s, days); });
        CHECK(desk.find(u"1"_s).leaseDays == days);
        CHECK(desk.find(u"2"_s).leaseDays == 0);
    }
    desk.write([](Devices& devices) { return devices.noteSeen(u"1"_s, ten); });
    CHECK(desk.find(u"1"_s).lastSeen == ten);
    CHECK_FALSE(desk.find(u"2"_s).lastSeen.isValid());
}

TEST_CASE("A challenge is good once, for its device and before its time", "[hub][repository][devices]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    desk.write([](Devices& devices) { return devices.setChallenge(u"1"_s, "before", ten); });
    desk.write([](Devices& devices) { return devices.setChallenge(u"1"_s, "challenge", ten); });
    const auto use = [&](const QString& id, const QByteArray& challenge, const QDateTime& now) {
        return desk.isTrue([&](Devices& devices) { return devices.useChallenge(id, challenge, now); });
    };

    SECTION("not another one")
    {
        struct Row {
            const char* note;
            QString id;
            QByteArray challenge;
            QDateTime now;
        };
        const auto row = GENERATE(values<Row>({
            {"of another device", u"2"_s, "challenge", nine},
            {"an earlier one", u"1"_s, "before", nine},
            {"none", u"1"_s, "", nine},
            {"when its time is over", u"1"_s, "challenge", ten},
        }));
        INFO(row.note);
        CHECK_FALSE(use(row.id, row.challenge, row.now));
        CHECK(use(u"1"_s, "challenge", nine));
    }
    SECTION("and not twice, also where several bring it at once")
    {
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    const auto mine = desk.fresh->connect();
                    bool used = false;
                    const auto written = mine->write([&](Repositories& writing) -> Status {
                        const auto asked = writing.devices().useChallenge(u"1"_s, "challenge", nine);
                        used = asked && *asked;
                        return asked ? ok() : Status(asked.error());
                    });
                    good += written && used ? 1 : 0;
                });
            }
        }
        CHECK(good == 1);
    }
}

TEST_CASE("With one invitation comes one device", "[hub][repository][devices]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    Desk desk(kind);
    desk.write([](Devices& devices) { return devices.invite("code", {u"Tablet 7"_s, ten, {}}, nine); });
    const auto invitation = *desk.known->devices().invitation("code");
    REQUIRE(invitation);
    CHECK(invitation->name == u"Tablet 7"_s);
    CHECK(invitation->expires == ten);
    CHECK(invitation->deviceId.isEmpty());
    CHECK_FALSE(*desk.known->devices().invitation("another"));

    INFO("of several that bring it at once, and nothing is left of the others");
    std::atomic<int> came = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 10; i < 14; ++i) {
            threads.emplace_back([&, id = QString::number(i)] {
                const auto mine = desk.fresh->connect();
                const auto written = mine->write([&](Repositories& writing) -> Status {
                    const auto added = writing.devices().add(tablet(id), "token " + id.toLatin1());
                    return added ? writing.devices().useInvitation("code", id) : added;
                });
                came += written ? 1 : 0;
            });
        }
    }
    CHECK(came == 1);
    QStringList ids;
    const auto all = *desk.known->devices().all();
    for (const DeviceRecord& one : all)
        ids.append(one.id);
    CHECK(ids.size() == 3);
    CHECK(ids.removeOne(u"1"_s));
    CHECK(ids.removeOne(u"2"_s));
    CHECK(ids == QStringList{(*desk.known->devices().invitation("code"))->deviceId});
}
