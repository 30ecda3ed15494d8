// SPDX-License-Identifier: Apache-2.0
// The courier between a real store and a real hub, with a proxy on the way that misbehaves.
#include "hub/hubsupport.h"
#include "support/faultproxy.h"
#include "sync/device/device.h"
#include "sync/store/store.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

/// A tablet whose only way to the hub is the proxy.
struct Tablet {
    ServedFolder office;
    FaultProxy proxy{office.hub().port()};
    QTemporaryDir dir;
    std::unique_ptr<store::Store> store = open();
    std::unique_ptr<device::Courier> courier;

    Result<std::unique_ptr<store::Store>> openStore() const
    {
        return store::Store::open(dir.path(), store::DataKey(QByteArray(32, 'k')), systemClock());
    }
    std::unique_ptr<store::Store> open() const
    {
        auto opened = openStore();
        REQUIRE(opened);
        return std::move(*opened);
    }
    void switchOn()
    {
        courier = std::make_unique<device::Courier>([this] { return openStore(); }, systemClock());
        courier->setHub({proxy.url(), office.device().token});
    }
    store::ConversationId finish(const Visit& visit, const QByteArray& picture = {})
    {
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = QString::fromLatin1(visit.instance);
        conversation.formId = u"visit"_s;
        conversation.formVersion = u"1"_s;
        conversation.startedAt = systemClock()();
        REQUIRE(store->saveDraft(conversation, visit.xml()));
        if (!picture.isEmpty())
            REQUIRE(store->addAttachment(conversation.id, u"p.jpg"_s, u"image/jpeg"_s, picture));
        REQUIRE(store->finish(conversation, visit.xml(), {}));
        return conversation.id;
    }
    store::ConversationState stateOf(store::ConversationId id) const
    {
        const auto conversation = store->conversation(id);
        REQUIRE(conversation);
        return conversation->state;
    }
    bool eventuallySent(store::ConversationId id) const
    {
        return eventually([&] { return stateOf(id) == store::ConversationState::Sent; });
    }
    template <typename Condition>
    bool eventually(Condition condition) const
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 20'000; QThread::msleep(10)) {
            if (condition())
                return true;
        }
        return false;
    }
    int submissions() { return static_cast<int>(office.admin().submissions().value_or({}).size()); }
};

} // namespace

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

TEST_CASE("A device that was shut out keeps what it has", "[device]")
{
    Tablet tablet;
    const auto id = tablet.finish(Visit());
    REQUIRE(tablet.office.admin().revokeDevice(tablet.office.device().id));
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().reason == u"denied"_s; }));
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
    CHECK(tablet.submissions() == 0);
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
