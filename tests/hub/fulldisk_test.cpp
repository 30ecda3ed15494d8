// SPDX-License-Identifier: Apache-2.0
// What a full disk does, at the hub and on the device: a sentence, nothing lost, nothing half, and on it goes when there is room again.
#include "hub/hubprocess.h"
#include "hub/hubsupport.h"
#include "support/smalldisk.h"
#include "sync/device/device.h"
#include "sync/store/store.h"
#include "sync/wire/openrosa.h"
#include "sync/wire/receipt.h"

#include <QElapsedTimer>
#include <QThread>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int megabytes = 48;

template <typename Condition>
bool eventually(Condition condition)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 20'000; QThread::msleep(20)) {
        if (condition())
            return true;
    }
    return false;
}

store::Conversation conversationOf(const Visit& visit)
{
    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = QString::fromLatin1(visit.instance);
    conversation.formId = u"visit"_s;
    conversation.formVersion = u"1"_s;
    conversation.startedAt = systemClock()();
    return conversation;
}

} // namespace

TEST_CASE("A hub without room says so, keeps what it has, and takes the record once when there is room", "[hub][full]")
{
    SmallDisk disk(megabytes);
    if (!disk.isThere()) {
        WARN("skipped: only root may mount a small disk");
        return;
    }
    const QString dataDir = disk.path() + u"/hub"_s, token = prepareHub(dataDir);
    HubProcess hub(dataDir);
    REQUIRE(hub.port() != 0);
    const Client client(hub.port(), token);
    const Visit before, during;
    REQUIRE(client.submit(before.xml(), {{"p.jpg", uuid()}}).status == 201);

    disk.fill();
    const Answer refused = client.submit(during.xml(), {{"p.jpg", QByteArray(500'000, 'p')}});
    CHECK(refused.status == 507);
    CHECK(wire::parseResponse(refused.body).value_or({}).contains(u"no room"_s));
    CHECK(client.get("/v1/receipts").status == 200); // who only reads is served
    CHECK(client.submit(before.xml()).status / 100 != 4);

    disk.free();
    CHECK(client.submit(during.xml(), {{"p.jpg", QByteArray(500'000, 'p')}}).status == 201);
    const auto receipts = wire::parseReceipts(client.get("/v1/receipts").body);
    REQUIRE(receipts);
    CHECK(receipts->receipts.size() == 2);
    CHECK(hub.end(SIGTERM) == 0);
}

TEST_CASE("A tablet without room keeps what it had said to be kept, and says what it could not keep", "[device][full]")
{
    SmallDisk disk(megabytes);
    if (!disk.isThere()) {
        WARN("skipped: only root may mount a small disk");
        return;
    }
    const QString folder = disk.path() + u"/device"_s;
    const auto open = [&] { return store::Store::open(folder, store::DataKey(QByteArray(32, 'f')), systemClock()); };
    auto store = open();
    REQUIRE(store);
    const Visit kept, refused;
    REQUIRE((*store)->finish(conversationOf(kept), kept.xml(), {}));

    disk.fill();
    const auto conversation = conversationOf(refused);
    Status status = ok();
    for (int i = 0; i < 200 && status; ++i) // the database may have some room inside
        status = (*store)->saveDraft(conversation, refused.xml() + QByteArray(4096 * i, ' '));
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == Error::Kind::Full);
    CHECK((*store)->outbox()->size() == 1);
    CHECK((*store)->instance((*store)->outbox()->front().conversation).value_or({}) == kept.xml());

    disk.free();
    CHECK((*store)->finish(conversation, refused.xml(), {}));
    store->reset();
    CHECK((*open())->outbox()->size() == 2); // also for the next start
}

TEST_CASE("A pull that fills the tablet ends there and goes on when there is room; what waits still goes out", "[device][full]")
{
    SmallDisk disk(megabytes);
    if (!disk.isThere()) {
        WARN("skipped: only root may mount a small disk");
        return;
    }
    ServedFolder office;
    QByteArray csv = "name,label,remark\n";
    for (int i = 0; i < 6000; ++i)
        csv += "k" + QByteArray::number(i) + ",Person " + QByteArray::number(i) + ',' + QByteArray(800, 'r') + '\n';
    REQUIRE(office.admin().importEntities(u"contacts"_s, csv));
    REQUIRE(office.admin().putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": [{"name": "contacts"}]})"));
    const QString folder = disk.path() + u"/device"_s;
    const auto open = [&] { return store::Store::open(folder, store::DataKey(QByteArray(32, 'f')), systemClock()); };
    auto store = open();
    REQUIRE(store);
    const Visit visit;
    REQUIRE((*store)->finish(conversationOf(visit), visit.xml(), {}));
    disk.fill(3'000'000);
    device::Courier courier(open, systemClock());
    courier.setHub({QUrl(u"http://127.0.0.1:%1"_s.arg(office.port())), office.device().token});
    REQUIRE(eventually([&] { return (*store)->countEntities(u"contacts"_s).value_or(0) > 0; }));
    CHECK(eventually([&] { return office.admin().submissions()->size() == 1; }));
    QThread::msleep(500);
    CHECK((*store)->countEntities(u"contacts"_s).value_or(0) < 6000);
    disk.free();
    CHECK(eventually([&] {
        courier.tryNow();
        QThread::msleep(300);
        return (*store)->countEntities(u"contacts"_s).value_or(0) == 6001; // and whom the rep has met
    }));
}
