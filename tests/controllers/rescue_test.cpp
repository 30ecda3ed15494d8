// SPDX-License-Identifier: Apache-2.0
// What the pages "Rescue" and "Summary of the day" say, over a real store.
#include "app/controllers/daysummary.h"
#include "app/controllers/rescuecontroller.h"
#include "app/controllers/summarycontroller.h"
#include "app/conversation/dayboard.h"
#include "controllers/desk.h"
#include "sync/device/enrolment.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>

#include <catch2/catch.hpp>
#include <sodium.h>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

store::Conversation finished(const Desk& desk, const QString& title, const QByteArray& picture = {})
{
    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = u"uuid:"_s + conversation.id.text();
    conversation.formId = u"trade_fair_conversation"_s;
    conversation.title = title;
    conversation.organisation = u"FrigoMart"_s;
    conversation.startedAt = desk.clock();
    REQUIRE(desk.store->saveDraft(conversation, "<data/>"));
    if (!picture.isEmpty())
        REQUIRE(desk.store->addAttachment(conversation.id, u"p.jpg"_s, u"image/jpeg"_s, picture));
    REQUIRE(desk.store->finish(conversation, "<data/>", {}));
    return conversation;
}

/// As an enrolment leaves it: the keys are real, the hub is nowhere.
void enrolled(const Desk& desk)
{
    device::Membership member;
    member.hub = {QUrl(u"http://127.0.0.1:1"_s), u"token"_s};
    member.deviceId = u"0b6a3a57-52c7-4a83-9b14-9a6b3f4f0a01"_s;
    member.name = u"Tablet 7"_s;
    member.secretKey.resize(crypto_sign_SECRETKEYBYTES);
    member.hubKey.resize(crypto_box_PUBLICKEYBYTES);
    QByteArray open(crypto_sign_PUBLICKEYBYTES, '\0'), secret(crypto_box_SECRETKEYBYTES, '\0');
    const auto raw = [](QByteArray& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); };
    crypto_sign_keypair(raw(open), raw(member.secretKey));
    crypto_box_keypair(raw(member.hubKey), raw(secret));
    member.tokenExpires = member.since = desk.clock();
    REQUIRE(device::keepMembership(*desk.store, member));
}

struct Shelf {
    Desk desk;
    QTemporaryDir stick;
    std::vector<RescuePlace> places{{stick.path(), u"KINGSTON"_s, 28'400'000'000}};
    device::Courier courier{[this] { return desk.open(); }, desk.clock};
    RescueController rescue{{*desk.thread, courier, desk.clock, [] { return u"Tablet 7/a"_s; }, [this] { return places; }}};

    bool looked()
    {
        rescue.refresh();
        return eventually([&] { return !rescue.waitingText().isEmpty(); });
    }
    QStringList files() const { return QDir(stick.path()).entryList(QDir::Files); }
};

} // namespace

TEST_CASE("What waits goes onto the stick, and the page says how much, where and what stays", "[rescue]")
{
    Shelf shelf;
    enrolled(shelf.desk);
    (void)finished(shelf.desk, u"Aylin"_s, QByteArray(300'000, 'p'));
    (void)finished(shelf.desk, u"Jonas"_s);
    store::Conversation draft;
    draft.id = store::ConversationId::make();
    draft.startedAt = shelf.desk.clock();
    REQUIRE(shelf.desk.store->saveDraft(draft, "<data/>"));
    REQUIRE(shelf.looked());
    CHECK(shelf.rescue.waitingText() ==
          u"2 conversation(s) wait on this tablet, 300 kB with pictures and other files."_s); // no translation is loaded here
    CHECK(shelf.rescue.draftsText() == u"1 draft(s) are not among them: only what is finished goes into the file."_s);
    CHECK(shelf.rescue.cannotText().isEmpty());
    CHECK(shelf.rescue.places()->value(0, "label").toString() == u"KINGSTON, 28.4 GB free"_s);
    CHECK(shelf.rescue.places()->value(0, "selected").toBool());
    for (int number = 1; number <= 2; ++number) {
        REQUIRE(shelf.rescue.canExport());
        shelf.rescue.exportAll();
        CHECK_FALSE(shelf.rescue.canExport());
        REQUIRE(eventually([&] { return !shelf.rescue.isExporting(); }));
        CHECK(shelf.rescue.isExported());
        CHECK(shelf.files().size() == number); // the second one beside the first
    }
    CHECK(shelf.files().first().startsWith(u"Tablet 7_a "_s));
    CHECK(shelf.rescue.exportText().startsWith(u"2 conversation(s) are in KINGSTON now, as “Tablet 7_a"_s));
    REQUIRE(shelf.stick.remove());
    shelf.rescue.exportAll();
    REQUIRE(eventually([&] { return !shelf.rescue.isExporting(); }));
    CHECK_FALSE(shelf.rescue.isExported());
    CHECK(shelf.rescue.exportText() == u"The file cannot be written to KINGSTON. Is the stick still there? Everything is safe on this tablet."_s);
    CHECK(shelf.desk.store->outbox()->size() == 2);
}

TEST_CASE("A full disk leaves no file and says so", "[rescue]")
{
    Shelf shelf;
    enrolled(shelf.desk);
    (void)finished(shelf.desk, u"Aylin"_s, QByteArray(300'000, 'p'));
    REQUIRE(shelf.looked());
    {
        const FullDisk full;
        shelf.rescue.exportAll();
        REQUIRE(eventually([&] { return !shelf.rescue.isExporting(); }));
    }
    CHECK_FALSE(shelf.rescue.isExported());
    CHECK(shelf.files().isEmpty());
    CHECK(shelf.rescue.exportText() == u"There is no room for the file in KINGSTON. Everything is safe on this tablet."_s);
    shelf.places.clear();
    shelf.rescue.refresh();
    REQUIRE(eventually([&] { return !shelf.rescue.canExport(); })); // there is no stick any more
}

TEST_CASE("A tablet without a hub makes no rescue file, and says why", "[rescue]")
{
    Shelf shelf;
    REQUIRE(shelf.looked());
    CHECK(shelf.rescue.waitingText() == u"Nothing waits on this tablet."_s);
    (void)finished(shelf.desk, u"Aylin"_s);
    REQUIRE(shelf.looked());
    CHECK_FALSE(shelf.rescue.canExport());
    CHECK(shelf.rescue.cannotText().startsWith(u"This tablet was not connected to a hub"_s));
}

TEST_CASE("A file that is no rescue file is told before anything goes out", "[rescue]")
{
    Shelf shelf;
    shelf.courier.setHub({QUrl(u"http://127.0.0.1:1"_s), u"token"_s});
    QFile file(shelf.stick.filePath(u"a.rescue"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const auto delivered = [&] {
        file.flush();
        shelf.rescue.deliver(QUrl::fromLocalFile(file.fileName()));
        CHECK(shelf.rescue.isDelivering());
        REQUIRE(eventually([&] { return !shelf.rescue.isDelivering(); }));
        CHECK_FALSE(shelf.rescue.isDelivered());
        return shelf.rescue.deliveryText();
    };
    CHECK(delivered() == u"This is no rescue file."_s);
    file.write("RPRESCUE");
    CHECK(delivered() == u"This file is torn. Copy it again, or export it once more."_s);
    file.remove();
    CHECK(delivered() == u"This file cannot be read. Is the stick still there?"_s);
}

TEST_CASE("The summary of the day says states, sizes and reasons, and nothing about anybody", "[rescue][summary]")
{
    Desk desk;
    const store::Conversation one = finished(desk, u"Aylin Çelik"_s, QByteArray(300'000, 'p')), two = finished(desk, u"Jonas Weber"_s);
    REQUIRE(desk.store->recordAttempt(one.instanceId, u"offline"_s, store::OutboxItem::State::Waiting, desk.clock()));
    REQUIRE(desk.store->recordDelivered(two.instanceId));
    REQUIRE(desk.store->absorbReceipts({{two.instanceId, u"hub"_s, u"Hub"_s, wire::Receipt::State::Confirmed, {}, {}, desk.clock()},
                                        {two.instanceId, u"erp"_s, u"ERP"_s, wire::Receipt::State::Confirmed, u"Opportunity 11"_s, {}, desk.clock()}},
                                       "1"));
    DayBoard day(*desk.thread, desk.clock);
    device::Courier courier([&] { return desk.open(); }, desk.clock);
    QTemporaryDir documents;
    SummaryController summary({day, *desk.thread, courier, [] { return u"Tablet 7"_s; }, [&] { return documents.path(); }});
    day.refresh();
    REQUIRE(eventually([&] { return day.isRead(); }));
    summary.refresh();
    REQUIRE(eventually([&] { return !summary.text().isEmpty(); }));
    const QString text = summary.text();
    INFO(text.toStdString());
    CHECK(text.startsWith(u"Outbox of Tablet 7\n"_s));
    CHECK(text.contains(u"Waiting: 1 conversation(s), 300 kB\n"_s));
    CHECK(text.contains(u" · 300 kB with 1 file(s) · We could not reach the hub.\n"_s));
    CHECK(text.contains(u"Sent: 1 conversation(s), "_s));
    CHECK(text.contains(u"ERP: Opportunity 11\n"_s));
    for (const QString& personal : {u"Aylin"_s, u"Çelik"_s, u"Jonas"_s, u"Weber"_s, u"FrigoMart"_s})
        CHECK_FALSE(text.contains(personal));
    summary.copy();
    CHECK(QGuiApplication::clipboard()->text() == text);
    for (int number = 1; number <= 2; ++number) {
        summary.save();
        REQUIRE(eventually([&] { return QDir(documents.path()).entryList(QDir::Files).size() == number; }));
    }
    REQUIRE(eventually([&] { return summary.isDone(); }));
    const QString last = QDir(documents.path()).entryList(QDir::Files).first();
    CHECK(last.endsWith(u" (2).txt"_s));
    QFile saved(QDir(documents.path()).filePath(last));
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(saved.readAll()) == text);
}
