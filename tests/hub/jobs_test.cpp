// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/db/database.h"
#include "sync/wire/receipt.h"

#include <QElapsedTimer>
#include <QThread>

#include <catch2/catch.hpp>

#include <atomic>
#include <deque>
#include <mutex>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

/// A system of record in memory: what it was asked, and what it will answer next.
struct Ledger {
    struct Entry {
        connectors::Job job;
        std::optional<QString> contactRef; ///< what the hub knew of the contact that the entity names
        QString author;
    };
    std::mutex mutex;
    std::vector<Entry> entries;
    std::deque<connectors::PushError> refusals;
    QString wants; ///< the file of the record that it asks for
    std::vector<QByteArray> files;

    std::vector<Entry> seen()
    {
        const std::lock_guard lock(mutex);
        return entries;
    }
    void refuseOnce(Error::Kind kind, const QString& sentence, bool outcomeUnknown = false, std::chrono::seconds notBefore = {})
    {
        const std::lock_guard lock(mutex);
        connectors::PushError error;
        error.notBefore = notBefore;
        error.kind = kind;
        error.sentence = sentence;
        error.outcomeUnknown = outcomeUnknown;
        refusals.push_back(error);
    }
};

class LedgerConnector : public connectors::Connector
{
public:
    explicit LedgerConnector(std::shared_ptr<Ledger> ledger) : m_ledger(std::move(ledger)) {}
    connectors::Capabilities capabilities() const override { return {{}, {u"contacts"_s, u"opportunities"_s}, false, std::chrono::seconds(60)}; }
    Status check() override { return ok(); }
    Result<connectors::PullPage> pull(const QString&, const QByteArray&) override { return connectors::PullPage{}; }
    connectors::PushResult push(const connectors::Job& job, const connectors::JobContext& context) override
    {
        const auto entity = context.entity(job.list, job.entityId);
        const auto contact = entity ? entity->properties.find(u"contact_id"_s) : std::map<QString, QString>::const_iterator();
        const bool names = entity && contact != entity->properties.end();
        const std::lock_guard lock(m_ledger->mutex);
        if (!m_ledger->wants.isEmpty()) {
            const auto file = context.attachment(m_ledger->wants);
            if (!file) {
                connectors::PushError error;
                error.kind = Error::Kind::Invalid;
                return error;
            }
            m_ledger->files.push_back((*file)->readAll());
        }
        m_ledger->entries.push_back({job, names ? context.remoteRef(u"contacts"_s, contact->second) : std::nullopt, context.author()});
        if (!m_ledger->refusals.empty()) {
            const connectors::PushError error = m_ledger->refusals.front();
            m_ledger->refusals.pop_front();
            return error;
        }
        return connectors::RemoteRef{u"ref-"_s + job.entityId, job.list + u" 7"_s};
    }

private:
    std::shared_ptr<Ledger> m_ledger;
};

/// A hub with the ledger as its target and a clock that can be set forward.
struct Office {
    std::shared_ptr<Ledger> ledger = std::make_shared<Ledger>();
    std::shared_ptr<std::atomic<qint64>> ahead = std::make_shared<std::atomic<qint64>>(0);
    ServedFolder folder{config()};

    Office() { REQUIRE(folder.admin().addConnector(R"({"id": "book", "type": "ledger", "title": "Book"})")); }

    hub::HubConfig config() const
    {
        hub::HubConfig config;
        config.clock = [ahead = ahead] { return QDateTime::currentDateTimeUtc().addSecs(*ahead); };
        config.connectorFactory = [ledger = ledger](const QJsonObject&, const QString&) -> Result<std::unique_ptr<connectors::Connector>> {
            return std::unique_ptr<connectors::Connector>(std::make_unique<LedgerConnector>(ledger));
        };
        return config;
    }
    QDateTime now() const { return folder.config().clock(); }
    void forward(std::chrono::seconds time) { *ahead += time.count(); }

    std::vector<QJsonObject> jobs()
    {
        const auto all = folder.admin().jobs();
        REQUIRE(all);
        std::vector<QJsonObject> objects;
        for (const auto& one : *all)
            objects.push_back(one.toObject());
        return objects;
    }
    QJsonObject job(const QString& list)
    {
        for (const QJsonObject& one : jobs()) {
            if (one[u"list"_s].toString() == list)
                return one;
        }
        return {};
    }
    wire::Receipt receipt() const
    {
        const auto page = wire::parseReceipts(folder.client().get("/v1/receipts").body);
        REQUIRE(page);
        for (const wire::Receipt& one : page->receipts) {
            if (one.target == u"book"_s)
                return one;
        }
        return {};
    }
    template <typename Condition>
    bool eventually(Condition condition) const
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 15'000; QThread::msleep(10)) {
            if (condition())
                return true;
        }
        return false;
    }
    bool eventuallyState(const QString& list, const QString& state)
    {
        return eventually([&] { return job(list)[u"state"_s].toString() == state; });
    }
    bool eventuallySeen(std::size_t count)
    {
        return eventually([&] { return ledger->seen().size() >= count; });
    }
};

QDateTime nextOf(const QJsonObject& job)
{
    return QDateTime::fromString(job[u"next"_s].toString(), Qt::ISODateWithMs);
}

} // namespace

TEST_CASE("A contact goes before the opportunity that names it", "[hub][jobs]")
{
    Office office;
    const Visit visit{.deal = true};
    REQUIRE(office.folder.client().submit(visit.xml()).status == 201);
    REQUIRE(office.eventuallyState(u"opportunities"_s, u"confirmed"_s));
    auto seen = office.ledger->seen();
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].job.list == u"contacts"_s);
    CHECK(seen[0].author == u"mh"_s);
    CHECK(seen[1].job.list == u"opportunities"_s);
    CHECK(seen[1].contactRef == u"ref-"_s + QString::fromLatin1(visit.contact));
    CHECK(seen[0].job.key != seen[1].job.key);
    CHECK(office.receipt().state == wire::Receipt::State::Confirmed);
    CHECK(office.receipt().reference == u"opportunities 7"_s);
    CHECK(office.receipt().title == u"Book"_s);

    SECTION("and a record sent again makes nothing again")
    {
        REQUIRE(office.folder.client().submit(visit.xml()).status == 201);
        CHECK(office.jobs().size() == 2);
    }
}

TEST_CASE("A correction goes after what it corrects, to the same object there", "[hub][jobs]")
{
    Office office;
    const Visit first;
    Visit second = first;
    second.instance = "uuid:" + uuid();
    second.corrects = first.instance;
    second.email = "right@one.example";

    SECTION("which went through")
    {
        REQUIRE(office.folder.client().submit(first.xml()).status == 201);
        REQUIRE(office.eventuallySeen(1));
        REQUIRE(office.folder.client().submit(second.xml()).status == 201);
        REQUIRE(office.eventuallySeen(2));
    }
    SECTION("which was refused, and goes again with what has been put right")
    {
        office.ledger->refuseOnce(Error::Kind::Invalid, u"This is no e-mail address."_s);
        REQUIRE(office.folder.client().submit(first.xml()).status == 201);
        REQUIRE(office.eventuallyState(u"contacts"_s, u"needs_you"_s));
        REQUIRE(office.folder.client().submit(second.xml()).status == 201);
        REQUIRE(office.eventuallySeen(3));
        CHECK(office.ledger->seen()[1].job.submission.toLatin1() == second.instance);
        CHECK(office.ledger->seen()[2].job.submission.toLatin1() == first.instance);
    }
    const auto seen = office.ledger->seen();
    for (const Ledger::Entry& entry : seen)
        CHECK(entry.job.entityId.toLatin1() == first.contact);
    CHECK(seen[1].job.corrects.toLatin1() == first.instance);
    CHECK(office.eventually([&] {
        const auto all = office.jobs();
        return std::all_of(all.begin(), all.end(), [](const QJsonObject& job) { return job[u"state"_s].toString() == u"confirmed"_s; });
    }));
}

TEST_CASE("A target that cannot be reached is tried again, later each time, also by the next hub", "[hub][jobs]")
{
    Office office;
    for (int i = 0; i < 3; ++i)
        office.ledger->refuseOnce(Error::Kind::Offline, u"Book cannot be reached."_s);
    const QDateTime before = office.now();
    REQUIRE(office.folder.client().submit(Visit().xml()).status == 201);
    REQUIRE(office.eventually([&] { return nextOf(office.job(u"contacts"_s)) > office.now(); }));
    CHECK(office.receipt().state == wire::Receipt::State::Waiting);
    CHECK(office.receipt().sentence == u"Book cannot be reached."_s);
    CHECK(before.msecsTo(nextOf(office.job(u"contacts"_s))) < 10'000);

    office.folder.stop();
    office.folder.start();
    CHECK(office.job(u"contacts"_s)[u"attempts"_s].toInt() >= 1);
    office.forward(std::chrono::minutes(16));
    REQUIRE(office.eventuallySeen(2));
    office.forward(std::chrono::minutes(16));
    REQUIRE(office.eventuallySeen(3));
    REQUIRE(office.eventually([&] { return nextOf(office.job(u"contacts"_s)) > office.now().addSecs(4); }));
    office.forward(std::chrono::minutes(16)); // no wait is longer than a quarter of an hour
    REQUIRE(office.eventuallyState(u"contacts"_s, u"confirmed"_s));
    for (const auto& entry : office.ledger->seen()) {
        CHECK(entry.job.key == office.ledger->seen().front().job.key);
        CHECK_FALSE(entry.job.outcomeUnknown);
    }
    CHECK(office.receipt().state == wire::Receipt::State::Confirmed);
    CHECK(office.receipt().sentence.isEmpty());
}

TEST_CASE("A target that asks to be left alone is, for a day at most", "[hub][jobs]")
{
    using namespace std::chrono_literals;
    const auto [asked, granted] = GENERATE(table<std::chrono::seconds, std::chrono::seconds>({{2h, 2h}, {10'000h, 24h}}));
    Office office;
    office.ledger->refuseOnce(Error::Kind::Offline, u"Book asks to wait."_s, false, asked);
    const QDateTime before = office.now();
    REQUIRE(office.folder.client().submit(Visit().xml()).status == 201);
    REQUIRE(office.eventually([&] { return nextOf(office.job(u"contacts"_s)) > office.now(); }));
    const qint64 waits = before.secsTo(nextOf(office.job(u"contacts"_s)));
    CHECK(waits >= granted.count());
    CHECK(waits < (granted + 1h).count());
    office.forward(granted + 1min);
    REQUIRE(office.eventuallyState(u"contacts"_s, u"confirmed"_s));
    CHECK(office.ledger->seen().back().job.attempts == 1);
}

TEST_CASE("After a lost answer the key is left alone, then looked for", "[hub][jobs]")
{
    Office office;
    office.ledger->refuseOnce(Error::Kind::Offline, u"Book did not answer."_s, true);
    REQUIRE(office.folder.client().submit(Visit().xml()).status == 201);
    REQUIRE(office.eventually([&] { return office.job(u"contacts"_s)[u"outcome_unknown"_s].toBool(); }));
    CHECK(nextOf(office.job(u"contacts"_s)) > office.now().addSecs(55));

    REQUIRE(office.folder.admin().retryJob(office.job(u"contacts"_s)[u"id"_s].toString()));
    CHECK(nextOf(office.job(u"contacts"_s)) > office.now().addSecs(50)); // nobody can hurry it
    office.forward(std::chrono::seconds(75));
    REQUIRE(office.eventuallyState(u"contacts"_s, u"confirmed"_s));
    const auto seen = office.ledger->seen();
    REQUIRE(seen.size() == 2);
    CHECK_FALSE(seen[0].job.outcomeUnknown);
    CHECK(seen[1].job.outcomeUnknown);
    CHECK(seen[0].job.key == seen[1].job.key);
}

TEST_CASE("A request that was under way when the hub was killed counts as unknown", "[hub][jobs]")
{
    Office office;
    office.ledger->refuseOnce(Error::Kind::Offline, u"Book cannot be reached."_s);
    REQUIRE(office.folder.client().submit(Visit().xml()).status == 201);
    REQUIRE(office.eventuallySeen(1));
    office.folder.stop();
    {
        auto database = db::Database::open(office.folder.dir() + u"/hub.db"_s, {});
        REQUIRE(database);
        REQUIRE(database->execute("UPDATE job SET attempting = 1")); // as the killed hub left it
    }
    office.folder.start();
    REQUIRE(office.eventually([&] { return office.job(u"contacts"_s)[u"outcome_unknown"_s].toBool(); }));
    CHECK(nextOf(office.job(u"contacts"_s)) > office.now().addSecs(50));
    office.forward(std::chrono::seconds(75));
    REQUIRE(office.eventuallyState(u"contacts"_s, u"confirmed"_s));
    CHECK(office.ledger->seen().back().job.outcomeUnknown);
}

TEST_CASE("What the target refuses waits for somebody, and what depends on it waits too", "[hub][jobs]")
{
    Office office;
    const auto kind = GENERATE(Error::Kind::Invalid, Error::Kind::Conflict, Error::Kind::Denied);
    office.ledger->refuseOnce(kind, u"The country is not known there."_s);
    REQUIRE(office.folder.client().submit(Visit{.deal = true}.xml()).status == 201);
    REQUIRE(office.eventuallyState(u"contacts"_s, u"needs_you"_s));
    CHECK(office.receipt().state == wire::Receipt::State::NeedsYou);
    CHECK(office.receipt().sentence == u"The country is not known there."_s);
    CHECK(office.job(u"opportunities"_s)[u"state"_s].toString() == u"waiting"_s);
    CHECK(office.ledger->seen().size() == 1);

    auto beside = hub::HubAdmin::open(office.folder.config()); // as rapportctl does it
    REQUIRE(beside);
    REQUIRE((*beside)->retryJob(office.job(u"contacts"_s)[u"id"_s].toString()));
    REQUIRE(office.eventuallyState(u"opportunities"_s, u"confirmed"_s));
    CHECK(office.ledger->seen().size() == 3);
    CHECK(office.receipt().state == wire::Receipt::State::Confirmed);
    CHECK((*beside)->retryJob(office.job(u"contacts"_s)[u"id"_s].toString()).error().kind == Error::Kind::NotFound);
}

TEST_CASE("Two records about one person reach the target one after the other", "[hub][jobs]")
{
    Office office;
    office.ledger->refuseOnce(Error::Kind::Offline, u"Book cannot be reached."_s);
    const Visit first;
    Visit second = first;
    second.instance = "uuid:" + uuid();
    second.email = "new@one.example";
    REQUIRE(office.folder.client().submit(first.xml()).status == 201);
    REQUIRE(office.eventuallySeen(1));
    REQUIRE(office.folder.client().submit(second.xml()).status == 201);
    office.forward(std::chrono::minutes(16));
    REQUIRE(office.eventuallySeen(3));
    const auto seen = office.ledger->seen();
    CHECK(seen[1].job.submission.toLatin1() == first.instance);
    CHECK(seen[2].job.submission.toLatin1() == second.instance);
}

TEST_CASE("A target that was added or mended elsewhere is used by the running hub", "[hub][jobs]")
{
    Office office;
    auto beside = hub::HubAdmin::open(office.folder.config());
    REQUIRE(beside);
    REQUIRE((*beside)->addConnector(R"({"id": "second", "type": "ledger", "title": "Second"})"));
    REQUIRE(office.folder.client().submit(Visit().xml()).status == 201);
    REQUIRE(office.eventuallySeen(2));
    CHECK(office.jobs().size() == 2);
}

TEST_CASE("A folder is served by one hub", "[hub]")
{
    ServedFolder folder;
    const auto second = hub::Hub::start(folder.config());
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Conflict);
    folder.stop();
    CHECK(hub::Hub::start(folder.config()));
}

TEST_CASE("A job that asks for a file waits until it is here, without counting it against the target", "[hub][jobs][uploads]")
{
    Office office;
    office.ledger->wants = u"p.jpg"_s;
    const Visit visit;
    const Client::File picture{"p.jpg", "a picture"};
    REQUIRE(office.folder.client().submit(visit.xml(), {}, announcing({picture})).status == 201);
    REQUIRE(office.eventually([&] { return !office.job(u"contacts"_s)[u"sentence"_s].toString().isEmpty(); }));
    QThread::msleep(1200); // longer than it takes to look again
    CHECK(office.job(u"contacts"_s)[u"state"_s].toString() == u"waiting"_s);
    CHECK(office.job(u"contacts"_s)[u"attempts"_s].toInt() == 0);
    CHECK(office.ledger->seen().empty());
    CHECK(office.receipt().state == wire::Receipt::State::Waiting);
    CHECK(office.receipt().sentence.contains(u"still on its way"_s));

    REQUIRE(office.folder.client().patch(sha256Of(picture.content), "0", picture.content).status == 204);
    REQUIRE(office.eventuallyState(u"contacts"_s, u"confirmed"_s));
    CHECK(office.ledger->files == std::vector<QByteArray>{"a picture"});
    CHECK(office.receipt().state == wire::Receipt::State::Confirmed);
}

TEST_CASE("A file that nobody has announced is not waited for", "[hub][jobs][uploads]")
{
    Office office;
    office.ledger->wants = u"never.jpg"_s;
    REQUIRE(office.folder.client().submit(Visit().xml()).status == 201);
    CHECK(office.eventuallyState(u"contacts"_s, u"needs_you"_s));
}
