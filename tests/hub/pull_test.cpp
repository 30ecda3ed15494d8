// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/wire/entitypage.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QThread>
#include <QUuid>

#include <catch2/catch.hpp>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

using Properties = std::map<QString, QString>;

/// A system of record in memory: its cursor is how many of its changes have been read.
struct Register {
    std::mutex mutex;
    std::condition_variable changed;
    std::map<QString, std::vector<connectors::EntityChange>> log;
    std::vector<QByteArray> cursors; ///< that were asked with
    std::optional<Error> trouble;
    std::optional<connectors::PushError> refusal;
    bool holdPush = false;
    int pushing = 0;
    int pageSize = 100;

    void add(const QString& list, const QString& remoteId, const Properties& properties, const QString& label = u"One"_s)
    {
        const std::lock_guard lock(mutex);
        log[list].push_back({list, remoteId, label, properties, false});
    }
    void remove(const QString& list, const QString& remoteId)
    {
        const std::lock_guard lock(mutex);
        log[list].push_back({list, remoteId, {}, {}, true});
    }
    template <typename Change>
    void with(Change change)
    {
        const std::lock_guard lock(mutex);
        change();
        changed.notify_all();
    }
};

/// Knows the contact that a job carries over as "person,1".
class RegisterConnector : public connectors::Connector
{
public:
    explicit RegisterConnector(std::shared_ptr<Register> reg) : m_register(std::move(reg)) {}
    connectors::Capabilities capabilities() const override
    {
        return {{u"opportunities"_s, u"contacts"_s, u"organisations"_s}, {u"contacts"_s}, false, std::chrono::seconds(60)};
    }
    Status check() override { return ok(); }
    Result<connectors::PullPage> pull(const QString& list, const QByteArray& cursor) override
    {
        const std::lock_guard lock(m_register->mutex);
        m_register->cursors.push_back(list.toLatin1() + ':' + cursor);
        if (m_register->trouble)
            return *m_register->trouble;
        const auto& log = m_register->log[list];
        const std::size_t from = static_cast<std::size_t>(cursor.toInt());
        const std::size_t to = std::min(log.size(), from + static_cast<std::size_t>(m_register->pageSize));
        connectors::PullPage page;
        page.changes.assign(log.begin() + static_cast<long>(from), log.begin() + static_cast<long>(to));
        page.nextCursor = QByteArray::number(static_cast<qint64>(to));
        page.more = to < log.size();
        return page;
    }
    connectors::PushResult push(const connectors::Job&, const connectors::JobContext&) override
    {
        std::unique_lock lock(m_register->mutex);
        ++m_register->pushing;
        m_register->changed.notify_all();
        m_register->changed.wait(lock, [this] { return !m_register->holdPush; });
        if (m_register->refusal)
            return *m_register->refusal;
        return connectors::RemoteRef{u"person,1"_s, u"Person 1"_s};
    }

private:
    std::shared_ptr<Register> m_register;
};

/// A hub whose target is the register; it pulls when asked, unless @p interval says otherwise.
struct Office {
    std::shared_ptr<Register> reg = std::make_shared<Register>();
    std::shared_ptr<std::atomic<qint64>> ahead = std::make_shared<std::atomic<qint64>>(0);
    ServedFolder folder;

    explicit Office(std::chrono::seconds interval = std::chrono::hours(24)) : folder(config(interval))
    {
        REQUIRE(folder.admin().addConnector(R"({"id": "erp", "type": "register", "title": "ERP"})"));
        REQUIRE(eventually([this] { // the hub's own first round is over, so that what a test adds is what a test pulls
            const std::lock_guard lock(reg->mutex);
            return reg->cursors.size() >= 3;
        }));
    }

    hub::HubConfig config(std::chrono::seconds interval) const
    {
        hub::HubConfig config;
        config.pullInterval = interval;
        config.stopPatience = std::chrono::milliseconds(200);
        config.clock = [ahead = ahead] { return QDateTime::currentDateTimeUtc().addSecs(*ahead); };
        config.connectorFactory = [reg = reg](const QJsonObject&, const QString&) -> Result<std::unique_ptr<connectors::Connector>> {
            return std::unique_ptr<connectors::Connector>(std::make_unique<RegisterConnector>(reg));
        };
        return config;
    }

    /// As `rapportctl hub connector pull` does it; the running hub's own round may be in the way.
    QJsonObject pull(const QString& list)
    {
        QJsonObject round;
        (void)eventually([&] {
            const auto rounds = folder.admin().pullConnector(u"erp"_s);
            REQUIRE(rounds);
            for (const auto& one : *rounds) {
                if (one.toObject()[u"list"_s].toString() == list)
                    round = one.toObject();
            }
            return !round.value(u"error"_s).toString().contains(u"somebody else"_s);
        });
        return round;
    }
    std::vector<wire::EntityRow> rows(const QString& list) const
    {
        const auto page = wire::parseEntityPage(folder.client().get("/v1/entities/" + list.toLatin1()).body);
        REQUIRE(page);
        return page->rows;
    }
    template <typename Condition>
    static bool eventually(Condition condition)
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 15'000; QThread::msleep(10)) {
            if (condition())
                return true;
        }
        return false;
    }
};

} // namespace

TEST_CASE("What a system of record knows comes down as entities, with its references", "[hub][pull]")
{
    Office office;
    office.reg->add(u"organisations"_s, u"party,7"_s, {{u"city"_s, u"Ulm"_s}, {u"as_of"_s, u"2027-11-10T08:00:00Z"_s}});
    office.reg->add(u"contacts"_s, u"party,9"_s, {{u"organisation_id"_s, u"party,7"_s}, {u"given_name"_s, u"Mara"_s}});
    CHECK_FALSE(office.pull(u"contacts"_s).contains(u"error"_s));
    REQUIRE(office.eventually([&] { return !office.rows(u"contacts"_s).empty(); }));
    const auto firms = office.rows(u"organisations"_s), people = office.rows(u"contacts"_s);
    REQUIRE(firms.size() == 1);
    REQUIRE(people.size() == 1);
    CHECK(people[0].properties.at(u"organisation_id"_s) == firms[0].id);
    CHECK_FALSE(QUuid::fromString(firms[0].id).isNull());

    SECTION("once, however often it comes again, written another way or read at another time")
    {
        office.reg->add(u"organisations"_s, u"party,7"_s, {{u"city"_s, u"Ulm"_s}, {u"as_of"_s, u"2027-11-11T08:00:00Z"_s}});
        CHECK(office.pull(u"organisations"_s)[u"changed"_s].toInt() == 0);
        CHECK(office.rows(u"organisations"_s)[0].version == 1);
    }
    SECTION("what changed there is a new version, with the time it was read")
    {
        office.reg->add(u"organisations"_s, u"party,7"_s, {{u"city"_s, u"Bonn"_s}, {u"as_of"_s, u"2027-11-11T08:00:00Z"_s}});
        CHECK(office.pull(u"organisations"_s)[u"changed"_s].toInt() == 1);
        const auto row = office.rows(u"organisations"_s)[0];
        CHECK(row.version == 2);
        CHECK(row.properties.at(u"city"_s) == u"Bonn"_s);
        CHECK(row.properties.at(u"as_of"_s) == u"2027-11-11T08:00:00Z"_s);
    }
    SECTION("what was deleted there leaves a tombstone, and may come back")
    {
        office.reg->remove(u"contacts"_s, u"party,9"_s);
        CHECK(office.pull(u"contacts"_s)[u"deleted"_s].toInt() == 1);
        office.reg->add(u"contacts"_s, u"party,9"_s, {{u"organisation_id"_s, u"party,7"_s}, {u"given_name"_s, u"Mara"_s}});
        CHECK(office.pull(u"contacts"_s)[u"changed"_s].toInt() == 1);
        const auto back = office.rows(u"contacts"_s);
        REQUIRE(back.size() == 1);
        CHECK_FALSE(back[0].deleted);
        CHECK(back[0].version == 3);
        CHECK(back[0].id == people[0].id);
    }
    SECTION("a firm that turns out to be a person goes from the one list into the other")
    {
        office.reg->remove(u"organisations"_s, u"party,7"_s);
        office.reg->add(u"contacts"_s, u"party,7"_s, {{u"given_name"_s, u"Mara"_s}});
        CHECK(office.pull(u"contacts"_s)[u"changed"_s].toInt() == 1);
        REQUIRE(office.rows(u"contacts"_s).size() == 2);
        CHECK(office.rows(u"organisations"_s).empty());
    }
    SECTION("a person is not taken for a firm as well")
    {
        office.reg->add(u"organisations"_s, u"party,9"_s, {{u"city"_s, u"Ulm"_s}});
        CHECK(office.pull(u"organisations"_s)[u"changed"_s].toInt() == 0);
        CHECK(office.rows(u"organisations"_s).size() == 1);
    }
}

TEST_CASE("A reference may come before what it names", "[hub][pull]")
{
    Office office;
    office.reg->add(u"contacts"_s, u"party,9"_s, {{u"organisation_id"_s, u"party,7"_s}});
    (void)office.pull(u"contacts"_s);
    office.reg->add(u"organisations"_s, u"party,7"_s, {{u"city"_s, u"Ulm"_s}});
    (void)office.pull(u"organisations"_s);
    REQUIRE(office.rows(u"organisations"_s).size() == 1);
    CHECK(office.rows(u"contacts"_s)[0].properties.at(u"organisation_id"_s) == office.rows(u"organisations"_s)[0].id);
}

TEST_CASE("A pull goes on behind the last page that was written, in the next hub too", "[hub][pull]")
{
    Office office;
    office.reg->with([&] { office.reg->pageSize = 2; });
    for (int i = 0; i < 5; ++i)
        office.reg->add(u"contacts"_s, u"party,"_s + QString::number(i), {{u"city"_s, u"Ulm"_s}});
    (void)office.pull(u"contacts"_s);
    CHECK(office.rows(u"contacts"_s).size() == 5);
    office.folder.stop();
    office.folder.start();
    office.reg->with([&] { office.reg->cursors.clear(); });
    (void)office.pull(u"contacts"_s);
    office.reg->with([&] {
        CHECK(std::count(office.reg->cursors.begin(), office.reg->cursors.end(), "contacts:5") >= 1);
        CHECK(std::count(office.reg->cursors.begin(), office.reg->cursors.end(), "contacts:") == 0);
    });
}

TEST_CASE("The running hub pulls by itself, and again when a target that could not be reached is back", "[hub][pull]")
{
    Office office(std::chrono::seconds(60));
    office.reg->with([&] { office.reg->trouble = Error{Error::Kind::Offline, u"no answer"_s}; });
    office.reg->add(u"contacts"_s, u"party,9"_s, {{u"city"_s, u"Ulm"_s}});
    *office.ahead += 120;
    REQUIRE(office.eventually([&] {
        const std::lock_guard lock(office.reg->mutex);
        return !office.reg->cursors.empty();
    }));
    CHECK(office.rows(u"contacts"_s).empty());
    REQUIRE(office.folder.client().submit(Visit().xml()).status == 201); // nothing else is disturbed
    REQUIRE(office.eventually([&] { return office.folder.admin().jobs().value_or({})[0].toObject()[u"state"_s] == u"confirmed"_s; }));
    office.reg->with([&] { office.reg->trouble.reset(); });
    REQUIRE(office.eventually([&] {
        *office.ahead += 1000;
        return office.rows(u"contacts"_s).size() == 2;
    }));
}

TEST_CASE("An object that we made comes back as the entity that it is", "[hub][pull]")
{
    Office office;
    const Visit visit;
    REQUIRE(office.folder.client().submit(visit.xml()).status == 201);
    REQUIRE(office.eventually([&] { return office.folder.admin().jobs().value_or({})[0].toObject()[u"state"_s] == u"confirmed"_s; }));
    office.reg->add(u"contacts"_s, u"person,1"_s, {{u"given_name"_s, u"Mara"_s}, {u"city"_s, u"Ulm"_s}}, u"Mara One"_s);
    CHECK(office.pull(u"contacts"_s)[u"changed"_s].toInt() == 1);
    const auto people = office.rows(u"contacts"_s);
    REQUIRE(people.size() == 1);
    CHECK(people[0].id.toLatin1() == visit.contact);
    CHECK(people[0].properties.at(u"city"_s) == u"Ulm"_s);
    CHECK(people[0].properties.at(u"email"_s).toLatin1() == visit.email);
}

TEST_CASE("While a job makes an object, what may be that object waits", "[hub][pull]")
{
    Office office;
    office.reg->with([&] { office.reg->holdPush = true; });
    const Visit visit;
    REQUIRE(office.folder.client().submit(visit.xml()).status == 201);
    REQUIRE(office.eventually([&] {
        const std::lock_guard lock(office.reg->mutex);
        return office.reg->pushing > 0;
    }));
    office.reg->add(u"contacts"_s, u"person,1"_s, {{u"city"_s, u"Ulm"_s}});
    std::thread release([&] {
        QThread::msleep(300); // the page is read and held meanwhile
        office.reg->with([&] { office.reg->holdPush = false; });
    });
    const QJsonObject round = office.pull(u"contacts"_s);
    release.join();
    CHECK_FALSE(round.contains(u"error"_s));
    const auto people = office.rows(u"contacts"_s);
    REQUIRE(people.size() == 1);
    CHECK(people[0].id.toLatin1() == visit.contact);
    CHECK(people[0].properties.at(u"given_name"_s) == u"Mara"_s);
}

TEST_CASE("What is still on its way there is not overwritten by what was there before", "[hub][pull]")
{
    Office office;
    const Visit first;
    REQUIRE(office.folder.client().submit(first.xml()).status == 201);
    REQUIRE(office.eventually([&] { return office.folder.admin().jobs().value_or({})[0].toObject()[u"state"_s] == u"confirmed"_s; }));
    Visit second = first;
    second.instance = "uuid:" + uuid();
    second.email = "new@one.example";
    office.reg->with([&] {
        connectors::PushError error;
        error.kind = Error::Kind::Invalid;
        office.reg->refusal = error;
    });
    REQUIRE(office.folder.client().submit(second.xml()).status == 201);
    office.reg->add(u"contacts"_s, u"person,1"_s, {{u"email"_s, QString::fromLatin1(first.email)}, {u"city"_s, u"Ulm"_s}}, u"Other"_s);
    CHECK(office.pull(u"contacts"_s)[u"changed"_s].toInt() == 1);
    const auto people = office.rows(u"contacts"_s);
    REQUIRE(people.size() == 1);
    CHECK(people[0].properties.at(u"email"_s) == u"new@one.example"_s);
    CHECK(people[0].properties.at(u"city"_s) == u"Ulm"_s);
    CHECK(people[0].label == u"Mara One"_s);
}

TEST_CASE("A hub stops although a connector's request does not end, and the outcome counts as unknown", "[hub][jobs]")
{
    Office office;
    office.reg->with([&] { office.reg->holdPush = true; });
    REQUIRE(office.folder.client().submit(Visit().xml()).status == 201);
    REQUIRE(office.eventually([&] {
        const std::lock_guard lock(office.reg->mutex);
        return office.reg->pushing > 0;
    }));
    QElapsedTimer timer;
    timer.start();
    office.folder.stop();
    CHECK(timer.elapsed() < 5000);
    office.reg->with([&] { office.reg->holdPush = false; });
    office.folder.start();
    REQUIRE(office.eventually([&] { return office.folder.admin().jobs().value_or({})[0].toObject()[u"outcome_unknown"_s].toBool(); }));
    *office.ahead += 120;
    REQUIRE(office.eventually([&] { return office.folder.admin().jobs().value_or({})[0].toObject()[u"state"_s] == u"confirmed"_s; }));
}
