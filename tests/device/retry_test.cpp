// SPDX-License-Identifier: Apache-2.0
// When the courier tries again, and in which order.
#include "sync/store/held.h"
#include "tablet.h"

#include <QThread>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

TEST_CASE("A clock that was set back does not hold what waits", "[device]")
{
    Tablet tablet;
    const auto id = tablet.finish(Visit());
    const QString instance = tablet.store->conversation(id)->instanceId;
    // What a clock two hours ahead has noted before somebody put it right.
    REQUIRE(tablet.store->recordAttempt(instance, u"offline"_s, store::OutboxItem::State::Waiting, systemClock()().addSecs(2 * 3600)));
    tablet.switchOn();
    CHECK(tablet.eventuallySent(id));
}

TEST_CASE("A slow hub is waited for", "[device]")
{
    Tablet tablet;
    tablet.proxy.set(Fault::slow(std::chrono::milliseconds(1500)));
    const auto id = tablet.finish(Visit());
    tablet.switchOn();
    CHECK(tablet.eventuallySent(id));
    CHECK(tablet.submissions() == 1);
}

TEST_CASE("A hub that fails a few times gets it in the end, without a tap", "[device]")
{
    Tablet tablet;
    tablet.proxy.set(Fault::answerWith(500), 2, "POST /submission");
    const auto id = tablet.finish(Visit());
    tablet.switchOn();
    CHECK(tablet.eventuallySent(id));
    CHECK(tablet.proxy.faulted() == 2);
    CHECK(tablet.submissions() == 1);
}

TEST_CASE("What was said later of a person never goes before what was said earlier", "[device]")
{
    Tablet tablet;
    const Visit first, another;
    Visit later = first;
    later.instance = "uuid:" + uuid();
    later.email = "later." + first.email;
    const auto saying = [](const Visit& visit, bool create) {
        forms::EntityAction action;
        action.list = u"contacts"_s;
        action.id = QString::fromLatin1(visit.contact);
        action.create = create;
        action.update = !create;
        action.label = QString::fromLatin1(visit.label);
        action.properties = {{u"email"_s, QString::fromLatin1(visit.email)}};
        return std::vector{action};
    };
    tablet.proxy.set(Fault::answerWith(500), 2, first.instance);
    const auto one = tablet.finish(first, {}, saying(first, true));
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.proxy.faulted() == 1; }));
    const auto two = tablet.finish(later, {}, saying(later, false)), three = tablet.finish(another, {}, saying(another, true));
    tablet.courier->wake();                // the later one is due, the earlier one is not: it goes along
    REQUIRE(tablet.eventuallySent(three)); // somebody else waits for nobody
    CHECK(tablet.proxy.faulted() == 2);
    CHECK(tablet.proxy.seen(later.instance) == 0);
    CHECK(tablet.stateOf(one) == store::ConversationState::Waiting);
    REQUIRE(tablet.eventuallySent(two)); // by itself
    CHECK(tablet.stateOf(one) == store::ConversationState::Sent);
    const QByteArray contacts = *tablet.office.admin().exportEntities(u"contacts"_s);
    CHECK(contacts.contains(later.email));
    CHECK(tablet.submissions() == 3);
}

TEST_CASE("Without a network nothing is tried again and again, whatever waits beside what failed", "[device]")
{
    Tablet tablet;
    tablet.proxy.set(Fault::refuse());
    const Visit first, other;
    const auto one = tablet.finish(first);
    store::Conversation withdrawal; // one that could be taken back until just now
    withdrawal.id = store::ConversationId::make();
    withdrawal.instanceId = QString::fromLatin1(other.instance);
    withdrawal.formId = u"visit"_s;
    withdrawal.formVersion = u"1"_s;
    withdrawal.startedAt = systemClock()();
    REQUIRE(tablet.store->saveDraft(withdrawal, other.xml()));
    REQUIRE(store::finishHeld(*tablet.store, withdrawal, other.xml(), {}, systemClock()().addMSecs(200)));
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().reason == u"offline"_s; }));
    QThread::sleep(2);
    const auto outbox = tablet.store->outbox();
    REQUIRE(outbox);
    REQUIRE(outbox->size() == 2);
    for (const store::OutboxItem& item : *outbox)
        CHECK(item.attempts <= 3);
    tablet.proxy.pass();
    CHECK(tablet.eventuallySent(one));
    CHECK(tablet.eventuallySent(withdrawal.id));
}

TEST_CASE("What waits for the hub alone goes as soon as the hub is heard again; where the hub was in trouble it keeps its time", "[device]")
{
    struct Row {
        QString reason;
        bool goes;
    };
    const auto row = GENERATE(values<Row>({{u"offline"_s, true}, {u"not-the-hub"_s, true}, {u"server"_s, false}}));
    INFO(row.reason.toStdString());
    Tablet tablet;
    const Visit visit;
    const auto id = tablet.finish(visit);
    const QDateTime next = systemClock()().addSecs(10 * 60);
    REQUIRE(tablet.store->recordAttempt(QString::fromLatin1(visit.instance), row.reason, store::OutboxItem::State::Waiting, next));
    tablet.proxy.set(Fault::refuse());
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().reason == u"offline"_s; }));
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
    tablet.proxy.pass();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().lastContact.has_value(); }));
    if (row.goes)
        CHECK(tablet.eventuallySent(id));
    else
        CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
}

TEST_CASE("The files of a record go with it, however long it had waited for its next try", "[device]")
{
    Tablet tablet;
    const Visit first, second;
    const auto one = tablet.finish(first, QByteArray(100'000, 'p'));
    REQUIRE(tablet.store->recordAttempt(QString::fromLatin1(first.instance), u"server"_s, store::OutboxItem::State::Waiting,
                                        systemClock()().addSecs(10 * 60)));
    const auto two = tablet.finish(second); // due: it takes along the one before it
    tablet.switchOn();
    CHECK(tablet.eventuallySent(two));
    CHECK(tablet.eventuallySent(one));
}
