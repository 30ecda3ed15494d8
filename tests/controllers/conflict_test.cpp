// SPDX-License-Identifier: Apache-2.0
// Two values, as the screen sees them. The way to the hub has its own tests (tests/device/conflicts_test.cpp).
#include "app/controllers/conflictcontroller.h"
#include "app/controllers/fieldwords.h"
#include "app/controllers/outboxcontroller.h"
#include "app/controllers/states.h"
#include "app/controllers/synccontroller.h"
#include "app/conversation/dayboard.h"
#include "desk.h"

#include <QAbstractItemModelTester>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;
using Choice = ConflictChoice::Choice;

namespace
{

/// A tablet that has sent a conversation, two of whose values somebody else has changed too.
struct AskedDesk {
    Desk desk;
    device::Courier courier{[this] { return desk.open(); }, desk.clock};
    DayBoard day{*desk.thread, desk.clock};
    SyncController sync{courier, desk.clock};
    OutboxController outbox{day, courier, sync};
    int woken = 0;
    ConflictController conflicts{
        {*desk.store, *desk.thread, desk.clock, [] { return u"m.hansen"_s; }, u"rapport:test"_s, u"en"_s, [this] { ++woken; }}, day};
    QAbstractItemModelTester cards{conflicts.cards(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    store::Conversation talk;

    AskedDesk()
    {
        QObject::connect(&conflicts, &ConflictController::stored, &day, &DayBoard::refresh);
        talk.id = store::ConversationId::make();
        talk.instanceId = u"uuid:"_s + talk.id.text();
        talk.formId = u"trade_fair_conversation"_s;
        talk.formVersion = desk.fairVersion;
        talk.title = u"Chest freezer"_s;
        talk.startedAt = desk.clock().addDays(-1); // it is still seen
        REQUIRE(desk.store->finish(talk, "<data/>", {}));
        REQUIRE(desk.store->recordDelivered(talk.instanceId));
        const wire::Receipt asked{talk.instanceId, u"conflict"_s, u"Two values"_s, wire::Receipt::State::NeedsYou, {}, u"English"_s, desk.clock()};
        REQUIRE(desk.store->absorbReceipts({asked}, "1"));
        REQUIRE(store::keepConflicts(*desk.store, {question(1, u"phone"_s), question(2, u"loading_dock"_s)}));
        read();
    }
    wire::Conflict question(qint64 id, const QString& property) const
    {
        const QDateTime office = desk.clock().addSecs(-2 * 60 * 60).toUTC();
        return {
            id, u"contacts"_s, u"c"_s, property, u"Ratna Dewi"_s, talk.instanceId, {u"…0119"_s, u"Adi Putra"_s, office}, {u"…0118"_s, {}, office}};
    }
    void read()
    {
        bool changed = false;
        const auto heard = QObject::connect(&day, &DayBoard::changed, &day, [&] { changed = true; });
        day.refresh();
        REQUIRE(eventually([&] { return changed; }));
        QObject::disconnect(heard);
    }
    QVariant card(int row, const QByteArray& role) { return conflicts.cards()->value(row, role); }
    Choice choice(int row) { return card(row, "choice").value<Choice>(); }
    QString receipt() { return outbox.items()->value(0, "receipts").toList().first().toMap()[u"text"_s].toString(); }
};

} // namespace

TEST_CASE("A question shows both values, whose they are and of when, also of an earlier day", "[controllers][conflict]")
{
    AskedDesk a;
    REQUIRE(a.conflicts.cards()->count() == 2);
    CHECK(a.card(0, "title").toString() == u"Two values for Ratna Dewi"_s);
    CHECK(a.card(0, "label").toString() == u"Telephone"_s);
    CHECK(a.card(1, "label").toString() == u"Loading dock"_s);
    CHECK(a.card(0, "about").toString() == u"Conversation with Chest freezer, 9 Nov 09:12"_s);
    CHECK(a.card(0, "mine").toString() == u"…0119"_s);
    CHECK(a.card(0, "mineBy").toString() == u"Adi Putra, 09:12"_s); // when it was finished, not when the hub heard of it
    CHECK(a.card(0, "theirs").toString() == u"…0118"_s);
    CHECK(a.card(0, "theirsBy").toString() == u"the office, 07:12"_s);
    CHECK(a.choice(0) == Choice::None);
    CHECK(a.card(0, "note").toString().isEmpty());
    CHECK_FALSE(a.card(0, "canUndo").toBool());

    INFO("the outbox says so in the app's language, not in the hub's words");
    REQUIRE(a.outbox.items()->count() == 1);
    CHECK(a.receipt() == u"Telephone, Loading dock: which value is right?"_s);
    CHECK(a.outbox.needsYou() == 1);
    CHECK(a.outbox.bannerTitle().isEmpty()); // the cards ask
    a.conflicts.follow(a.talk.id.text());
    CHECK(a.conflicts.note() == u"Somebody else has changed the same: Telephone, Loading dock. Which value is right?"_s);
    a.conflicts.follow({});
    CHECK(a.conflicts.note().isEmpty());
}

TEST_CASE("A decision is kept at once, may be another one, and is taken back", "[controllers][conflict]")
{
    AskedDesk a;
    a.conflicts.takeTheirs(u"1"_s);
    REQUIRE(eventually([&] { return a.choice(0) == Choice::Theirs; }));
    CHECK(store::conflicts(*a.desk.store)->front().take == wire::Conflict::Take::Hub);
    CHECK(a.card(0, "canUndo").toBool());
    CHECK(a.card(0, "note").toString() == u"Saved on this tablet. It goes out by itself."_s);
    CHECK(a.woken == 1);
    CHECK(a.receipt() == u"Loading dock: which value is right?"_s);

    a.conflicts.takeMine(u"1"_s);
    REQUIRE(eventually([&] { return a.choice(0) == Choice::Mine; }));
    a.conflicts.undo(u"1"_s);
    REQUIRE(eventually([&] { return a.choice(0) == Choice::None; }));

    a.conflicts.takeMine(u"1"_s);
    a.conflicts.takeMine(u"2"_s);
    REQUIRE(eventually([&] { return a.choice(0) == Choice::Mine && a.choice(1) == Choice::Mine; }));
    CHECK(a.outbox.needsYou() == 0);
    CHECK(a.receipt() == u"your decision goes out by itself"_s);

    INFO("what may be at the hub stays");
    REQUIRE(*store::beginDeciding(*a.desk.store, 1));
    a.conflicts.undo(u"1"_s);
    REQUIRE(eventually([&] { return !a.conflicts.trouble().isEmpty(); }));
    REQUIRE(eventually([&] { return a.card(0, "note").toString() == u"On its way to the hub."_s; }));
    CHECK(a.choice(0) == Choice::Mine);
    CHECK_FALSE(a.card(0, "canChoose").toBool());
}

TEST_CASE("What others have decided is told with the value that holds, until it was read", "[controllers][conflict]")
{
    AskedDesk a;
    const auto by = GENERATE(u"Ratna Sari"_s, QString());
    REQUIRE(store::decide(*a.desk.store, 1, wire::Conflict::Take::Device));
    REQUIRE(*store::beginDeciding(*a.desk.store, 1));
    REQUIRE(store::recordVerdict(*a.desk.store, 1, wire::Verdict{wire::Verdict::State::Decided, by, a.desk.clock().toUTC()}));
    a.read();
    CHECK(a.choice(0) == Choice::Theirs);
    CHECK(a.card(0, "note").toString() == (by.isEmpty() ? u"The office had decided already, 09:12. Your choice was not taken."_s
                                                        : u"Ratna Sari had decided already, 09:12. Your choice was not taken."_s));
    CHECK_FALSE(a.card(0, "canChoose").toBool());
    a.conflicts.close(u"1"_s);
    REQUIRE(eventually([&] { return a.conflicts.cards()->count() == 1; }));
}

TEST_CASE("Where a hub of before asks nobody here, the outbox says who decides", "[controllers][conflict]")
{
    AskedDesk a;
    REQUIRE(store::keepConflicts(*a.desk.store, {}));
    REQUIRE(a.desk.store->saveDraft(
        [&] {
            store::Conversation draft = a.talk;
            draft.id = store::ConversationId::make();
            draft.instanceId = u"uuid:today"_s;
            draft.startedAt = a.desk.clock();
            return draft;
        }(),
        "<data/>"));
    store::Conversation today = *a.desk.store->drafts()->begin();
    REQUIRE(a.desk.store->finish(today, "<data/>", {}));
    REQUIRE(a.desk.store->recordDelivered(today.instanceId));
    REQUIRE(a.desk.store->absorbReceipts(
        {{today.instanceId, u"conflict"_s, u"Two values"_s, wire::Receipt::State::NeedsYou, {}, u"The hub’s English."_s, a.desk.clock()}}, "2"));
    a.read();
    CHECK(a.conflicts.cards()->count() == 0);
    CHECK(a.outbox.bannerTitle() == u"Chest freezer needs you"_s);
    CHECK(a.outbox.bannerText() == u"The office decides between two values."_s);
}
