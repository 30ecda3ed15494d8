// SPDX-License-Identifier: Apache-2.0
// What the outbox says of files that wait for another network. The way to the hub has its own tests (tests/device/link_test.cpp).
#include "app/controllers/outboxcontroller.h"
#include "app/controllers/synccontroller.h"
#include "app/conversation/dayboard.h"
#include "desk.h"

#include <QAbstractItemModelTester>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;
using device::Link;
using device::LinkRules;

namespace
{

class OneNetwork : public device::Network
{
public:
    explicit OneNetwork(const Link& link) : m_link(link) {}
    Link link() const override { return m_link; }

private:
    Link m_link;
};

/// A tablet on the way home, its hub out of reach: it knows from before that the hub has the answers of one conversation.
struct Train {
    explicit Train(const Link& network, const LinkRules& rules = {}) : link(network)
    {
        REQUIRE(device::keepLinkRules(*desk.store, rules));
        talk.id = store::ConversationId::make();
        talk.instanceId = u"uuid:"_s + talk.id.text();
        talk.formId = u"trade_fair_conversation"_s;
        talk.formVersion = desk.fairVersion;
        talk.title = u"Aylin Çelik"_s;
        talk.startedAt = desk.clock();
        REQUIRE(desk.store->saveDraft(talk, "<data/>"));
        REQUIRE(desk.store->addAttachment(talk.id, u"door.mp4"_s, u"video/mp4"_s, QByteArray(6'400'000, 'd')));
        REQUIRE(desk.store->addAttachment(talk.id, u"leak.mp4"_s, u"video/mp4"_s, QByteArray(6'000'000, 'l')));
        REQUIRE(desk.store->finish(talk, "<data/>", {}));
        REQUIRE(desk.store->setSetting(u"answers_there"_s, hub.toString() + u'\n' + talk.instanceId));
        courier.setHub({hub, u"token"_s});
        QObject::connect(&courier, &device::Courier::conversationsChanged, &day, &DayBoard::refresh);
        day.refresh();
        REQUIRE(eventually([&] { return courier.state().following.size() == 1 && outbox.items()->count() == 1; }));
        outbox.select(talk.id.text());
    }

    Link link;
    QUrl hub{u"http://127.0.0.1:1/"_s};
    Desk desk;
    device::Courier courier{[this] { return desk.open(); }, desk.clock, [this] { return std::make_unique<OneNetwork>(link); }};
    DayBoard day{*desk.thread, desk.clock};
    SyncController sync{courier, desk.clock};
    OutboxController outbox{day, courier, sync};
    QAbstractItemModelTester items{outbox.items(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    store::Conversation talk;

    QString receipt() { return outbox.items()->value(0, "receipts").toList().first().toMap()[u"text"_s].toString(); }
};

} // namespace

TEST_CASE("The outbox says what waits for which network, and one touch lets it go", "[controllers][outbox]")
{
    struct Row {
        const char* note;
        Link link;
        LinkRules rules;
        QString told;
    };
    const auto row = GENERATE(values<Row>({
        {"mobile, counted", {Link::Kind::Mobile, true}, {}, u"2 file(s), 12 MB, wait for Wi-Fi"_s},
        {"a telephone's hotspot", {Link::Kind::WiFi, true}, {}, u"2 file(s), 12 MB, wait for a network that does not count data"_s},
        {"Wi-Fi only", {Link::Kind::Mobile, false}, {LinkRules::Files::WiFiAndCable, {}}, u"2 file(s), 12 MB, wait for Wi-Fi"_s},
        {"one is small enough", {Link::Kind::Mobile, true}, {LinkRules::Files::AnyNetwork, 6'000'000}, u"1 file(s), 6.4 MB, wait for Wi-Fi"_s},
    }));
    INFO(row.note);
    Train train(row.link, row.rules);
    CHECK(train.outbox.heldText() == row.told);
    CHECK(train.outbox.selectedHeadline() == u"Answers sent. %1."_s.arg(row.told));
    CHECK(train.receipt() == u"has the answers; "_s + row.told);
    CHECK(train.outbox.steps()->value(1, "title").toString() == u"Answers reached the hub"_s);
    CHECK(train.outbox.steps()->value(1, "done").toBool());
    CHECK(train.outbox.steps()->value(2, "title").toString() == row.told);
    CHECK_FALSE(train.outbox.steps()->value(2, "done").toBool());
    CHECK(eventually([&] { return train.sync.text() == u"Answers sent"_s; })); // after the try of the start
    CHECK(train.sync.state() == SyncController::Waiting);
    CHECK_FALSE(train.sync.attention());
    CHECK(train.outbox.needsYou() == 0);
    CHECK(train.outbox.reviseText() == u"Correct"_s); // the answers are not here alone any more

    train.outbox.sendFilesNow();
    CHECK(eventually([&] { return train.outbox.heldText().isEmpty(); }));
    CHECK(train.outbox.selectedHeadline() == u"Answers sent. 2 file(s), 12 MB, follow by themselves."_s);
    CHECK(eventually([&] { return train.sync.text() == u"%n waiting"_s || train.sync.text() == u"1 waiting"_s; }));
    CHECK(train.desk.store->setting(u"files_now"_s).value_or({}) == train.talk.instanceId); // also after a restart
}

TEST_CASE("Files that may go are said to follow, and nobody needs to touch anything", "[controllers][outbox]")
{
    Train train({Link::Kind::WiFi, false});
    CHECK(train.outbox.heldText().isEmpty());
    CHECK(train.outbox.selectedHeadline() == u"Answers sent. 2 file(s), 12 MB, follow by themselves."_s);
    train.outbox.select({});
    train.outbox.sendFilesNow();
    CHECK(train.outbox.heldText().isEmpty());
}
