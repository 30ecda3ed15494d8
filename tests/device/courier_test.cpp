// SPDX-License-Identifier: Apache-2.0
// The courier between a real store and a real hub, with a proxy on the way that misbehaves.
#include "sync/device/enrolment.h"
#include "sync/hub/backup.h"
#include "sync/store/attachmentfile.h"
#include "tablet.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QThread>

#include <catch2/catch.hpp>

#include <atomic>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

TEST_CASE("What was finished without a network goes out by itself when there is one", "[device]")
{
    Tablet tablet;
    tablet.proxy.set(Fault::refuse());
    const auto id = tablet.finish(Visit());
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().reason == u"offline"_s; }));
    CHECK(tablet.courier->state().waiting == 1);
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);

    SECTION("the same day")
    {
        tablet.proxy.pass();
        CHECK(tablet.eventuallySent(id)); // nobody asked
    }
    SECTION("after the tablet was switched off and on")
    {
        tablet.courier.reset();
        tablet.proxy.pass();
        tablet.switchOn();
        tablet.courier->tryNow();
        CHECK(tablet.eventuallySent(id));
    }
    REQUIRE(tablet.eventually([&] { return !tablet.store->receipts(tablet.store->conversation(id)->instanceId)->empty(); }));
    const auto receipt = tablet.store->receipts(tablet.store->conversation(id)->instanceId)->front();
    CHECK(receipt.target == u"hub"_s);
    CHECK(receipt.state == wire::Receipt::State::Confirmed);
    CHECK(tablet.eventually([&] { return tablet.courier->state().waiting == 0; }));
    CHECK(tablet.courier->state().lastContact);
}

TEST_CASE("Whatever answers instead of the hub, the record is there once in the end", "[device]")
{
    struct Row {
        const char* note;
        Fault fault;
        QString reason;
    };
    const auto row = GENERATE(values<Row>({
        {"dropped after the commit", Fault::commitThenDrop(), u"offline"_s},
        {"torn", Fault::truncate(), u"offline"_s},
        {"of a length that is not true", Fault::wrongLength(), u"offline"_s},
        {"without an end", Fault::endless(), u"not-the-hub"_s},
        {"a broken proxy", Fault::answerWith(502), u"server"_s},
        {"a hotel's page", Fault::answerWith(200), u"not-the-hub"_s},
        {"somebody else's log-in", Fault::answerWith(302), u"not-the-hub"_s},
        {"somebody else's 401", Fault::answerWith(401), u"not-the-hub"_s},
    }));
    INFO(row.note);
    Tablet tablet;
    tablet.proxy.set(row.fault, 1, "POST /submission");
    const auto id = tablet.finish(Visit());
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { // a connection that ended without a byte may be made anew below us, unseen
        const auto outbox = tablet.store->outbox();
        return outbox && (outbox->empty() ? row.fault.kind == Fault::Kind::CommitThenDrop : outbox->front().reason == row.reason);
    }));
    tablet.courier->tryNow();
    REQUIRE(tablet.eventuallySent(id));
    CHECK(tablet.submissions() == 1);
}

TEST_CASE("A record that the hub will never take waits for somebody", "[device]")
{
    Tablet tablet;
    const Visit mine;
    Visit others = mine;
    others.name = "Somebody else";
    REQUIRE(tablet.office.client().submit(others.xml()).status == 201);
    const auto id = tablet.finish(mine);
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().needsYou == 1; }));
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
    CHECK(tablet.store->outbox()->front().reason == u"refused"_s);
    CHECK(tablet.store->instance(id).value_or({}) == mine.xml()); // nothing of it is lost
}

TEST_CASE("Pictures arrive as they were taken", "[device]")
{
    Tablet tablet;
    QByteArray picture("\xff\xd8\0\r\n--", 7);
    for (int i = 0; i < 50'000; ++i)
        picture += static_cast<char>(i * 37);
    const auto id = tablet.finish(Visit(), picture);
    tablet.switchOn();
    REQUIRE(tablet.eventuallySent(id));
    const QByteArray hash = QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex();
    CHECK(tablet.office.client().get("/v1/blobs/" + hash).body == picture);
}

TEST_CASE("A sound, a film and a file of many megabytes travel with their conversation, each once", "[device]")
{
    Tablet tablet;
    Visit visit;
    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = QString::fromLatin1(visit.instance);
    conversation.formId = u"visit"_s;
    conversation.formVersion = u"1"_s;
    conversation.startedAt = systemClock()();
    REQUIRE(tablet.store->saveDraft(conversation, visit.xml()));
    QByteArray film(5 * 1024 * 1024 + 17, Qt::Uninitialized);
    for (qsizetype at = 0; at < film.size(); ++at)
        film[at] = static_cast<char>(at * 7 + at / 4099);
    QBuffer source(&film);
    REQUIRE(source.open(QIODevice::ReadOnly));
    REQUIRE(store::addAttachment(*tablet.store, conversation.id, u"door.mp4"_s, u"video/mp4"_s, source));
    REQUIRE(tablet.store->addAttachment(conversation.id, u"said.opus"_s, u"audio/ogg"_s, "OggS and what was said"));
    REQUIRE(tablet.store->addAttachment(conversation.id, u"Maße (2).pdf"_s, u"application/pdf"_s, "%PDF a drawing"));
    REQUIRE(tablet.store->finish(conversation, visit.xml(), {}));
    tablet.proxy.set(GENERATE(Fault::commitThenDrop(), Fault::refuse())); // the first attempt comes to nothing
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().reason == u"offline"_s; }));
    tablet.proxy.pass();
    tablet.courier->tryNow();
    REQUIRE(tablet.eventuallySent(conversation.id));
    CHECK(tablet.submissions() == 1);
    for (const QByteArray& content : {film, QByteArray("OggS and what was said"), QByteArray("%PDF a drawing")}) {
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        CHECK(bool(tablet.office.client().get("/v1/blobs/" + hash).body == content));
    }
}

TEST_CASE("The fair's data come down, then only what changed", "[device]")
{
    Tablet tablet;
    QByteArray csv = "name,label,email\n";
    for (int i = 0; i < 1200; ++i)
        csv += "k" + QByteArray::number(i) + ",Person " + QByteArray::number(i) + ",p" + QByteArray::number(i) + "@x.example\n";
    REQUIRE(tablet.office.admin().importEntities(u"contacts"_s, csv));
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": [{"name": "contacts"}]})"));
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.store->entities(u"contacts"_s)->size() == 1200; }));
    REQUIRE(tablet.eventually([&] { return bool(tablet.store->form(u"visit"_s, {})); }));
    CHECK(tablet.store->form(u"visit"_s, {})->xml == visitForm());
    CHECK((*tablet.store->occasion())->value(u"title"_s).toString() == u"Fair"_s);
    REQUIRE(tablet.store->findEntities(u"contacts"_s, u"email"_s, u"p7@x.example"_s)->size() == 1);

    REQUIRE(tablet.eventually([&] { return tablet.proxy.seen("GET /v1/entities/") >= 2; }));
    tablet.proxy.forget();
    REQUIRE(tablet.office.admin().importEntities(u"contacts"_s, "name,label,email\nk7,Person 7,new@x.example\n"));
    tablet.courier->tryNow();
    REQUIRE(tablet.eventually([&] { return tablet.store->findEntities(u"contacts"_s, u"email"_s, u"new@x.example"_s)->size() == 1; }));
    CHECK(tablet.store->entities(u"contacts"_s)->size() == 1200);
    CHECK(tablet.proxy.seen("GET /forms/") == 0);
    CHECK(tablet.proxy.seen("GET /v1/entities/") == 1);
}

TEST_CASE("A courier that is stopped while the hub is silent stops at once", "[device]")
{
    Tablet tablet;
    tablet.proxy.set(Fault::slow(std::chrono::milliseconds(3000)));
    const auto id = tablet.finish(Visit());
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.proxy.seen("POST /submission") == 1; }));
    QElapsedTimer timer;
    timer.start();
    tablet.courier.reset();
    CHECK(timer.elapsed() < 2000);
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
    CHECK(tablet.store->outbox()->front().attempts == 0); // it was we who hung up
}

TEST_CASE("A tablet enrols with an invitation and needs nothing else afterwards", "[device][enrolment]")
{
    Tablet tablet;
    const auto invited = tablet.office.admin().invite(u"Tablet 7"_s);
    REQUIRE(invited);
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": []})"));
    std::optional<device::EnrolOutcome> outcome;
    tablet.courier = std::make_unique<device::Courier>([&] { return tablet.openStore(); }, systemClock());
    QObject::connect(tablet.courier.get(), &device::Courier::enrolmentEnded, [&](const device::EnrolOutcome& ended) { outcome = ended; });
    const auto enrol = [&](const QString& code) {
        outcome.reset();
        tablet.courier->enrol({tablet.proxy.url(), code}, u"My tablet"_s);
        return tablet.eventually([&] {
            QCoreApplication::processEvents();
            return outcome.has_value();
        });
    };
    SECTION("the fair comes down at once, and after a new start")
    {
        REQUIRE(tablet.store->absorbReceipts({}, "999")); // of the hub before
        REQUIRE(enrol(invited->code));
        REQUIRE(outcome->done());
        CHECK(tablet.eventually([&] { return tablet.store->occasion()->has_value(); }));
        const auto kept = device::membership(*tablet.store);
        REQUIRE(kept);
        REQUIRE(*kept);
        CHECK((*kept)->hub.url == tablet.proxy.url());
        CHECK(tablet.store->cursor(u"receipts"_s).value_or("none") != "999"); // another hub counts its own
        tablet.courier = std::make_unique<device::Courier>([&] { return tablet.openStore(); }, systemClock());
        tablet.courier->setHub((*kept)->hub);
        const auto id = tablet.finish(Visit());
        tablet.courier->wake();
        CHECK(tablet.eventuallySent(id));
    }
    SECTION("an answer that was lost on the way is asked for again with the same code")
    {
        tablet.proxy.set(Fault::commitThenDrop(), 2, "POST /v1/enrol"); // a connection without an answer may be made anew below us, unseen
        REQUIRE(enrol(invited->code));
        if (!outcome->done()) {
            tablet.proxy.pass();
            REQUIRE(enrol(invited->code));
        }
        CHECK(outcome->done());
        CHECK(tablet.office.admin().devices()->size() == 2); // the one of the folder, and ours, once
    }
    SECTION("a wrong code is refused")
    {
        REQUIRE(enrol(u"AAAA-BBBB-CCCC"_s));
        CHECK(outcome->reason == wire::refusal::codeUnknown);
    }
    SECTION("a hotel is no hub")
    {
        tablet.proxy.set(Fault::answerWith(200));
        REQUIRE(enrol(invited->code));
        CHECK(outcome->reason == u"not-the-hub"_s);
    }
    SECTION("what waits belongs to the hub of today")
    {
        (void)tablet.finish(Visit());
        (void)tablet.finish(Visit());
        REQUIRE(enrol(invited->code));
        CHECK(outcome->reason == u"waiting"_s);
        CHECK(outcome->waiting == 2);
        CHECK_FALSE(*device::membership(*tablet.store));
    }
}

TEST_CASE("A token that ended while the tablet was away is renewed without anybody, by whatever clock", "[device][enrolment]")
{
    const auto ahead = std::make_shared<std::atomic<qint64>>(0); ///< seconds of the hub's clock
    hub::HubConfig config;
    config.clock = [ahead] { return QDateTime::currentDateTimeUtc().addSecs(*ahead); };
    Tablet tablet(config);
    const auto invited = tablet.office.admin().invite(u"Tablet 7"_s);
    std::optional<device::EnrolOutcome> outcome;
    tablet.courier = std::make_unique<device::Courier>([&] { return tablet.openStore(); }, systemClock());
    QObject::connect(tablet.courier.get(), &device::Courier::enrolmentEnded, [&](const device::EnrolOutcome& ended) { outcome = ended; });
    tablet.courier->enrol({tablet.proxy.url(), invited->code}, u"My tablet"_s);
    REQUIRE(tablet.eventually([&] {
        QCoreApplication::processEvents();
        return outcome && outcome->done();
    }));
    tablet.courier.reset();
    *ahead = 33 * 24 * 3600 - 2 * 3600; // three days too late, and our clock is two hours off
    const auto id = tablet.finish(Visit());
    tablet.courier = std::make_unique<device::Courier>([&] { return tablet.openStore(); }, systemClock());
    tablet.courier->setHub((*device::membership(*tablet.store))->hub);
    CHECK(tablet.eventuallySent(id));
    CHECK(tablet.proxy.seen("POST /v1/renew") == 2);
    CHECK(tablet.submissions() == 1);
}

TEST_CASE("A hub that begins anew takes back what it no longer sends, and nothing of the tablet's own", "[device]")
{
    Tablet tablet;
    REQUIRE(tablet.office.admin().importEntities(u"contacts"_s, "name,label\nk1,One\nk2,Two\n"));
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": [{"name": "contacts"}]})"));
    store::Entity old{u"contacts"_s, u"0d1c7f9e-0000-4000-8000-000000000001"_s, u"Of another hub"_s, 1, {}, {}, {}, false};
    REQUIRE(tablet.store->absorbEntities({u"contacts"_s, {old}, "other-epoch.17"}));
    forms::EntityAction mine;
    mine.list = u"contacts"_s;
    mine.id = u"0d1c7f9e-0000-4000-8000-000000000002"_s;
    mine.create = true;
    mine.label = u"Met today"_s;
    tablet.finish(Visit(), {}, {mine});
    tablet.proxy.set(Fault::answerWith(500), -1, "POST /submission"); // it stays here
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.store->countEntities(u"contacts"_s).value_or(0) == 3; }));
    CHECK(tablet.eventually([&] { return !*tablet.store->entity(u"contacts"_s, old.id); }));
    CHECK(*tablet.store->entity(u"contacts"_s, mine.id));
    CHECK(tablet.store->search(u"another"_s, 10)->empty());
    CHECK(tablet.store->search(u"met"_s, 10)->size() == 1);
}

TEST_CASE("A page of entities that lies is not taken, and nothing that is here goes", "[device]")
{
    const Fault fault = GENERATE(Fault::truncate(), Fault::wrongLength(), Fault::endless(), Fault::answerWith(200), Fault::answerWith(500));
    Tablet tablet;
    REQUIRE(tablet.office.admin().importEntities(u"contacts"_s, "name,label\nk1,One\nk2,Two\n"));
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": [{"name": "contacts"}]})"));
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.store->countEntities(u"contacts"_s).value_or(0) == 2; }));
    REQUIRE(tablet.office.admin().importEntities(u"contacts"_s, "name,label\nk3,Three\n"));
    tablet.proxy.set(fault, 1, "GET /v1/entities/");
    tablet.courier->tryNow();
    REQUIRE(tablet.eventually([&] { return tablet.proxy.faulted() == 1; }));
    CHECK(tablet.store->countEntities(u"contacts"_s).value_or(0) >= 2);
    CHECK(tablet.eventually([&] {
        tablet.courier->tryNow();
        QThread::msleep(100);
        return tablet.store->countEntities(u"contacts"_s).value_or(0) == 3;
    }));
}

TEST_CASE("An answer that is no list of occasions ends none of them", "[device]")
{
    const QByteArray body = GENERATE("[1, 2", "{}", R"({"occasions": [1, 2]})", R"({"occasions": [{"title": "Nameless"}]})");
    Tablet tablet;
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": []})"));
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.store->occasion()->has_value(); }));
    tablet.proxy.forget();
    tablet.proxy.set(Fault::wholeBut(body), -1, "GET /v1/occasions");
    tablet.courier->tryNow();
    REQUIRE(tablet.eventually([&] { // rounds follow one another: with the second the first has ended
        tablet.courier->tryNow();
        return tablet.proxy.faulted() >= 2;
    }));
    CHECK(tablet.store->occasion()->has_value());
    CHECK(tablet.store->form(u"visit"_s, {}));
}

TEST_CASE("A conversation whose picture cannot be read waits for somebody instead of going without it", "[device]")
{
    Tablet tablet;
    const auto id = tablet.finish(Visit(), QByteArray(50'000, 'p'));
    QDir files(tablet.dir.filePath(u"files"_s));
    for (const QString& name : files.entryList(QDir::Files))
        REQUIRE(QFile(files.filePath(name)).resize(100)); // torn
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().needsYou == 1; }));
    CHECK(tablet.store->outbox()->front().reason == u"unreadable"_s);
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
    CHECK(tablet.submissions() == 0);
}

TEST_CASE("Who turned out to be somebody who was here is found under either id", "[device][identity]")
{
    Tablet tablet;
    const Visit first;
    Visit second;
    second.email = first.email;
    REQUIRE(tablet.office.client().submit(first.xml()).status == 201); // another tablet's
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": [{"name": "contacts"}]})"));
    forms::EntityAction mine;
    mine.list = u"contacts"_s;
    mine.id = QString::fromLatin1(second.contact);
    mine.create = true;
    mine.label = u"Mara One"_s;
    mine.properties = {{u"email"_s, QString::fromLatin1(second.email)}};
    const auto id = tablet.finish(second, {}, {mine});
    CHECK((*tablet.store->entity(u"contacts"_s, mine.id))->id == mine.id);
    tablet.switchOn();
    REQUIRE(tablet.eventuallySent(id));
    CHECK(tablet.eventually([&] {
        const auto her = tablet.store->entity(u"contacts"_s, mine.id);
        return her && *her && (*her)->id.toLatin1() == first.contact && !(*her)->deleted;
    }));
    CHECK(tablet.store->countEntities(u"contacts"_s).value_or(0) == 1);
    CHECK(tablet.store->search(u"mara"_s, 10)->size() == 1);
}

TEST_CASE("A hub that was restored gets again what it had been told after the backup", "[device][restore]")
{
    Tablet tablet;
    const Visit kept, lost;
    Visit corrected = lost;
    corrected.instance = "uuid:" + uuid();
    corrected.corrects = lost.instance;
    corrected.name = "Ilse";
    const QByteArray picture(200'000, 'p');
    const auto before = tablet.finish(kept);
    tablet.switchOn();
    REQUIRE(tablet.eventuallySent(before));
    QTemporaryDir dir;
    REQUIRE(hub::backUp(tablet.office.config(), dir.filePath(u"hub.tar"_s)));
    const auto after = tablet.finish(lost, picture), correction = tablet.finish(corrected);
    tablet.courier->wake();
    REQUIRE(tablet.eventuallySent(after));
    REQUIRE(tablet.eventuallySent(correction));
    REQUIRE(tablet.eventually([&] { return !tablet.store->receipts(QString::fromLatin1(corrected.instance))->empty(); }));

    tablet.office.stop();
    hub::HubConfig config;
    config.dataDir = dir.filePath(u"restored"_s);
    config.port = 0;
    REQUIRE(hub::restore(config, dir.filePath(u"hub.tar"_s)));
    const auto restored = hub::Hub::start(config);
    REQUIRE(restored);
    tablet.proxy.setTarget((*restored)->port());
    const auto there = [&] { return (*restored)->admin().submissions().value_or(QJsonArray()); };
    CHECK(there().size() == 1);
    SECTION("at the next contact") {}
    SECTION("also where the receipts are cut off, and the tablet is switched off and on")
    {
        tablet.proxy.set(Fault::truncate(), 1, "GET /v1/receipts");
        tablet.courier->tryNow();
        REQUIRE(tablet.eventually([&] { return tablet.proxy.faulted() == 1; }));
        tablet.courier.reset();
        tablet.switchOn();
    }
    tablet.courier->tryNow();
    REQUIRE(tablet.eventually([&] { return there().size() == 3; }));
    CHECK(tablet.eventuallySent(after));
    CHECK(tablet.eventuallySent(correction));
    CHECK(tablet.stateOf(before) == store::ConversationState::Sent);
    CHECK(Client((*restored)->port(), tablet.office.device().token).get("/v1/blobs/" + sha256Of(picture)).body == picture);
    CHECK(tablet.eventually([&] { return !tablet.store->receipts(QString::fromLatin1(corrected.instance))->empty(); }));
    for (const QJsonValue& one : there())
        CHECK_FALSE(one.toObject().contains(u"files_missing"_s));
}
