// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/homecontroller.h"
#include "app/controllers/outboxcontroller.h"
#include "app/controllers/states.h"
#include "app/controllers/synccontroller.h"
#include "app/conversation/dayboard.h"
#include "desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTcpServer>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;

namespace
{

const char* brochure = "<data xmlns='' id='trade_fair_conversation' version='2027110906'><followups><kind>brochure</kind><f_due>2027-11-17</f_due>"
                       "<meta><entity dataset='followups' create='1' id='0f2b1d6e-6d0a-4c8e-9a43-2b0a3a3fd001'><label>x</label></entity></meta>"
                       "</followups></data>";

/// The lists of the app over a desk, with a courier that has no hub yet.
struct Lists {
    Lists()
        : courier([this] { return desk.open(); }, desk.clock), day(*desk.thread, desk.clock), sync(courier, desk.clock),
          home(day, HomeController::Camera::Present), outbox(day, courier, sync),
          conversations(home.conversations(), QAbstractItemModelTester::FailureReportingMode::Fatal),
          items(outbox.items(), QAbstractItemModelTester::FailureReportingMode::Fatal),
          steps(outbox.steps(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
    }

    store::Conversation talk(const QString& name, const QDateTime& startedAt) const
    {
        store::Conversation made;
        made.id = store::ConversationId::make();
        made.instanceId = QStringLiteral("uuid:") + made.id.text();
        made.formId = QStringLiteral("trade_fair_conversation");
        made.formVersion = desk.fairVersion;
        made.title = name;
        made.organisation = QStringLiteral("FrigoMart România S.R.L.");
        made.leadStatus = QStringLiteral("hot");
        made.startedAt = startedAt;
        made.answered = 5;
        made.questions = 9;
        return made;
    }
    bool read()
    {
        QSignalSpy changed(&day, &DayBoard::changed);
        day.refresh();
        return eventually([&] { return changed.size() == 1; });
    }

    Desk desk;
    device::Courier courier;
    DayBoard day;
    SyncController sync;
    HomeController home;
    OutboxController outbox;
    QAbstractItemModelTester conversations, items, steps;
};

} // namespace

TEST_CASE("The home screen tells the fair, the draft, the day and what is ready", "[home]")
{
    Lists lists;
    CHECK(lists.home.occasionTitle().isEmpty()); // nothing is said before it is known
    const QDateTime nine = lists.desk.clock();
    REQUIRE(lists.desk.store->finish(lists.talk(QStringLiteral("Dr. Aylin Çelik"), nine), brochure, {}));
    const auto draft = lists.talk(QStringLiteral("Jonas Weber"), nine.addSecs(108 * 60));
    REQUIRE(lists.desk.store->saveDraft(draft, "<data xmlns='' id='trade_fair_conversation' version='2027110906'/>"));
    REQUIRE(lists.read());

    CHECK(lists.home.occasionTitle() == QStringLiteral("KälteExpo 2027"));
    CHECK(lists.home.occasionDetail() == QStringLiteral("Wednesday 10 November · Hall 4, stand 4-217"));
    CHECK(lists.home.draftTitle() == QStringLiteral("Continue the conversation with Jonas Weber from 11:00?"));
    CHECK(lists.home.draftDetail() == QStringLiteral("5 of 9 answers · saved on this tablet"));
    CHECK(lists.home.ready());
    RowModel& rows = *lists.home.conversations();
    REQUIRE(rows.count() == 2);
    CHECK(rows.value(0, "title") == QStringLiteral("Jonas Weber"));
    CHECK(rows.value(0, "state").value<ConversationState::State>() == ConversationState::State::Draft);
    CHECK(rows.value(1, "clock") == QStringLiteral("09:12"));
    CHECK(rows.value(1, "detail") == QStringLiteral("FrigoMart România S.R.L. · brochure 17 Nov"));
    CHECK(rows.value(1, "state").value<ConversationState::State>() == ConversationState::State::Waiting);
    CHECK(rows.value(1, "leadText") == QStringLiteral("Hot"));
    CHECK(rows.value(1, "initials") == QStringLiteral("AÇ"));
    REQUIRE(lists.home.summary()->count() == 2);
    CHECK(lists.home.summary()->value(0, "label") == QStringLiteral("Brochures"));
    CHECK(lists.home.summary()->value(0, "count") == 1);

    QSignalSpy open(&lists.home, &HomeController::openRequested);
    lists.home.continueDraft();
    CHECK(open[0][0].toString() == draft.id.text());
}

TEST_CASE("The outbox tells what became of each conversation and why one waits", "[outbox]")
{
    Lists lists;
    const auto talk = lists.talk(QStringLiteral("Dr. Aylin Çelik"), lists.desk.clock());
    REQUIRE(lists.desk.store->finish(talk, brochure, {}));
    REQUIRE(lists.read());
    lists.outbox.select(talk.id.text());
    CHECK(lists.outbox.items()->value(0, "stateText") == QStringLiteral("Waiting"));
    CHECK(lists.outbox.selectedHeadline() == QStringLiteral("Waiting, safe on this tablet"));
    CHECK(lists.outbox.steps()->value(1, "title") == QStringLiteral("On its way to the hub"));

    SECTION("delivered, with the number it has there")
    {
        REQUIRE(lists.desk.store->recordDelivered(talk.instanceId));
        REQUIRE(lists.desk.store->absorbReceipts({{talk.instanceId,
                                                   QStringLiteral("erp"),
                                                   QStringLiteral("ERP"),
                                                   wire::Receipt::State::Confirmed,
                                                   QStringLiteral("Opportunity 11"),
                                                   {},
                                                   lists.desk.clock()}},
                                                 "1"));
        REQUIRE(lists.read());
        CHECK(lists.outbox.items()->value(0, "stateText") == QStringLiteral("Sent"));
        const QVariantMap chip = lists.outbox.items()->value(0, "receipts").toList().value(0).toMap();
        CHECK(chip[QStringLiteral("target")] == QStringLiteral("ERP"));
        CHECK(chip[QStringLiteral("text")] == QStringLiteral("Opportunity 11"));
        CHECK(lists.outbox.selectedHeadline() == QStringLiteral("Delivered once, 09:12"));
        CHECK(lists.outbox.steps()->value(2, "title") == QStringLiteral("ERP: Opportunity 11"));
        CHECK(lists.outbox.steps()->value(2, "done").toBool());
        CHECK(lists.outbox.bannerTitle().isEmpty());
    }
    SECTION("a target needs a person")
    {
        REQUIRE(lists.desk.store->recordDelivered(talk.instanceId));
        REQUIRE(lists.desk.store->absorbReceipts({{talk.instanceId,
                                                   QStringLiteral("erp"),
                                                   QStringLiteral("ERP"),
                                                   wire::Receipt::State::NeedsYou,
                                                   {},
                                                   QStringLiteral("The country is not known there."),
                                                   lists.desk.clock()}},
                                                 "1"));
        REQUIRE(lists.read());
        CHECK(lists.outbox.items()->value(0, "state").value<ConversationState::State>() == ConversationState::State::NeedsYou);
        CHECK(lists.outbox.bannerNeedsYou());
        CHECK(lists.outbox.bannerTitle() == QStringLiteral("Dr. Aylin Çelik needs you"));
        CHECK(lists.outbox.bannerText() == QStringLiteral("The country is not known there."));
    }
}

TEST_CASE("Without the hub the chip and the banner say why, and a tap is answered at once", "[outbox]")
{
    Lists lists;
    REQUIRE(lists.desk.store->finish(lists.talk(QStringLiteral("Dr. Aylin Çelik"), lists.desk.clock()), brochure, {}));
    REQUIRE(lists.read());
    QTcpServer closed; // a port at which nobody listens any more
    REQUIRE(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    lists.courier.setHub({QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)), QStringLiteral("t")});
    REQUIRE(eventually([&] { return !lists.sync.sentence().isEmpty() && lists.sync.state() == SyncController::Waiting; }));
    CHECK(lists.sync.sentence().startsWith(QStringLiteral("We could not reach the hub. Your ")));
    CHECK_FALSE(lists.sync.attention()); // offline is normal
    CHECK(lists.outbox.bannerTitle() == QStringLiteral("We could not reach the hub."));
    CHECK_FALSE(lists.outbox.bannerNeedsYou());

    lists.sync.tryNow();
    CHECK(lists.sync.trying());
    CHECK(lists.outbox.trying());
    REQUIRE(eventually([&] { return !lists.sync.trying(); }));
    CHECK(lists.outbox.bannerText().endsWith(QStringLiteral("Last tried 09:12.")));
}
