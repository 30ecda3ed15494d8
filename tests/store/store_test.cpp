// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"
#include "sync/db/database.h"
#include "sync/store/held.h"

#include <catch2/catch.hpp>

using namespace rapport;
using store::ConversationState;
using store::OutboxItem;

namespace
{

db::Database rawDatabase(const test::Folder& folder)
{
    db::Database::Options options;
    options.key = store::DataKey::open(folder.path, test::deviceSecret)->databaseKey();
    return std::move(*db::Database::open(folder.path + QStringLiteral("/rapport.db"), options));
}

} // namespace

TEST_CASE("A conversation goes from draft to waiting to sent, and never back", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    REQUIRE(store);
    auto talk = test::conversation();
    talk.answered = 2;
    talk.section = QStringLiteral("/data/interest#0");
    REQUIRE(store->saveDraft(talk, "<data>1</data>"));
    talk.answered = 3;
    REQUIRE(store->saveDraft(talk, "<data>2</data>"));
    REQUIRE(store->drafts()->size() == 1);
    CHECK(store->drafts()->front().answered == 3);
    CHECK(store->drafts()->front().section == talk.section);
    CHECK(*store->instance(talk.id) == "<data>2</data>");

    REQUIRE(store->finish(talk, "<data>3</data>", {}));
    CHECK(store->conversation(talk.id)->state == ConversationState::Waiting);
    CHECK(store->drafts()->empty());
    REQUIRE(store->outbox()->size() == 1);
    CHECK(store->saveDraft(talk, "<data>4</data>").error().kind == Error::Kind::Conflict);
    REQUIRE(store->discardDraft(talk.id));
    CHECK(*store->instance(talk.id) == "<data>3</data>");

    REQUIRE(store->recordDelivered(talk.instanceId));
    CHECK(store->conversation(talk.id)->state == ConversationState::Sent);
    CHECK(store->outbox()->empty());
}

TEST_CASE("A deleted draft is kept for thirty days and then goes for good", "[store]")
{
    test::Folder folder;
    QDateTime now = QDateTime::currentDateTimeUtc();
    const auto opened = store::Store::open(folder.path, *store::DataKey::open(folder.path, test::deviceSecret), [&] { return now; });
    REQUIRE(opened);
    store::Store& store = **opened;
    const auto talk = test::conversation();
    REQUIRE(store.saveDraft(talk, "<data/>"));
    CHECK(store.removeDeleted(talk.id));
    CHECK(store.drafts()->size() == 1); // it was not deleted: it stays
    REQUIRE(store.discardDraft(talk.id));
    CHECK(store.drafts()->empty());
    now = now.addDays(29);
    REQUIRE(store.discardDraft(talk.id)); // a second time does not begin the days anew
    CHECK(store.deletedDrafts()->size() == 1);
    now = now.addDays(2);
    CHECK(store.deletedDrafts()->empty());
    CHECK_FALSE(store.instance(talk.id));
}

TEST_CASE("Finishing is one transaction: what cannot be whole has not happened", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    auto talk = test::conversation();
    REQUIRE(store->saveDraft(talk, "<data>draft</data>"));
    // The history refuses every row from now on, after outbox and answers have been written.
    REQUIRE(rawDatabase(folder).execute("CREATE TRIGGER stop BEFORE INSERT ON entity_history BEGIN SELECT RAISE(ABORT, 'no'); END"));
    CHECK_FALSE(store->finish(talk, "<data>final</data>",
                              {test::newContact(QStringLiteral("22222222-2222-4222-8222-222222222222"), QStringLiteral("a@b.example"))}));
    CHECK(store->conversation(talk.id)->state == ConversationState::Draft);
    CHECK(*store->instance(talk.id) == "<data>draft</data>");
    CHECK(store->outbox()->empty());
    CHECK(store->entities(QStringLiteral("contacts"))->empty());
}

TEST_CASE("An attempt is remembered with its reason, and a person's 'try now' ends every wait", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto talk = test::conversation();
    REQUIRE(store->finish(talk, "<data/>", {}));
    const QDateTime next = QDateTime::currentDateTimeUtc().addSecs(60);
    REQUIRE(store->recordAttempt(talk.instanceId, QStringLiteral("offline"), OutboxItem::State::Waiting, next));
    auto item = folder.open()->outbox()->front(); // as a restart finds it
    CHECK(item.attempts == 1);
    CHECK(item.reason == QStringLiteral("offline"));
    REQUIRE(item.nextTryAt);
    CHECK(std::abs(item.nextTryAt->msecsTo(next)) < 2);
    REQUIRE(store->wakeOutbox());
    CHECK_FALSE(store->outbox()->front().nextTryAt);
}

TEST_CASE("What is held back goes out when its time has come, and nobody wakes it before", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto held = test::conversation(), other = test::conversation();
    const QDateTime until = QDateTime::currentDateTimeUtc().addSecs(8);
    REQUIRE(store::finishHeld(*store, held, "<data/>", {}, until));
    REQUIRE(store->finish(other, "<data/>", {}));
    REQUIRE(store->recordAttempt(other.instanceId, QStringLiteral("offline"), OutboxItem::State::Waiting, until));
    REQUIRE(store->wakeOutbox());
    const auto outbox = folder.open()->outbox(); // as a restart finds it
    REQUIRE(outbox->size() == 2);
    for (const OutboxItem& item : *outbox) {
        CHECK(item.nextTryAt.has_value() == (item.conversation == held.id));
        if (item.nextTryAt)
            CHECK(std::abs(item.nextTryAt->msecsTo(until)) < 2);
    }
}

TEST_CASE("Receipts are kept by target, the newest of each", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    const QString instance = QStringLiteral("uuid:1");
    const auto receipt = [&](const char* target, wire::Receipt::State state, const char* reference) {
        return wire::Receipt{instance, QLatin1String(target),          QLatin1String(target), state, QLatin1String(reference),
                             {},       QDateTime::currentDateTimeUtc()};
    };
    REQUIRE(store->absorbReceipts({receipt("erp", wire::Receipt::State::Waiting, ""), receipt("hub", wire::Receipt::State::Confirmed, "")}, "7"));
    REQUIRE(store->absorbReceipts({receipt("erp", wire::Receipt::State::Confirmed, "Opportunity 11")}, "9"));
    const auto all = store->receipts(instance);
    REQUIRE(all->size() == 2);
    CHECK(all->at(0).target == QStringLiteral("hub"));
    CHECK(all->at(1).reference == QStringLiteral("Opportunity 11"));
    CHECK(*store->cursor(QStringLiteral("receipts")) == "9");
}

TEST_CASE("Nothing that was typed can be read in the folder", "[store]")
{
    test::Folder folder;
    {
        auto store = folder.open();
        auto talk = test::conversation(QStringLiteral("Wilhelmine Testperson"));
        REQUIRE(store->saveDraft(talk, "<data>Wilhelmine</data>"));
        REQUIRE(store->addAttachment(talk.id, QStringLiteral("card.txt"), QStringLiteral("text/plain"), "Wilhelmine's card"));
        CHECK(*store->attachment(talk.id, QStringLiteral("card.txt")) == "Wilhelmine's card");
    }
    QDirIterator files(folder.path, QDir::Files, QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains("Wilhelmine"));
        CHECK((file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == 0);
        ++seen;
    }
    CHECK(seen >= 3);
}

TEST_CASE("A small picture stays as long as an attachment has what it shows", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto here = test::conversation(), there = test::conversation();
    const QString photo = QStringLiteral("photo.jpg"), other = QStringLiteral("other.jpg"), jpeg = QStringLiteral("image/jpeg");
    for (const auto& talk : {here, there}) {
        REQUIRE(store->saveDraft(talk, "<data/>"));
        REQUIRE(store->addAttachment(talk.id, photo, jpeg, "the picture"));
    }
    CHECK(store->thumbnail(here.id, photo).error().kind == Error::Kind::NotFound);
    REQUIRE(store->keepThumbnail(here.id, photo, "small"));
    CHECK(*store->thumbnail(there.id, photo) == "small"); // it shows the same

    REQUIRE(store->addAttachment(here.id, photo, jpeg, "another picture"));
    CHECK(store->thumbnail(here.id, photo).error().kind == Error::Kind::NotFound);
    CHECK(*store->thumbnail(there.id, photo) == "small");
    REQUIRE(store->addAttachment(there.id, other, jpeg, "another picture"));
    REQUIRE(store->keepOnlyAttachments(there.id, {other}));
    REQUIRE(store->attachments(there.id)->size() == 1);
    CHECK(store->attachments(there.id)->front().name == other);
    auto left = rawDatabase(folder);
    auto rows = left.prepare("SELECT 1 FROM thumbnail");
    CHECK_FALSE(*rows->step()); // nobody has the first picture any more
}

TEST_CASE("Attachments of what is finished stay, whatever a draft would do", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto talk = test::conversation();
    REQUIRE(store->saveDraft(talk, "<data/>"));
    REQUIRE(store->addAttachment(talk.id, QStringLiteral("photo.jpg"), QStringLiteral("image/jpeg"), "the picture"));
    REQUIRE(store->finish(talk, "<data/>", {}));
    REQUIRE(store->keepOnlyAttachments(talk.id, {}));
    CHECK(store->attachments(talk.id)->size() == 1);
}

TEST_CASE("Forms keep their versions: the newest is live, a draft finds its own", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    REQUIRE(store->putForm({QStringLiteral("fair"), QStringLiteral("1"), QStringLiteral("h1"), QStringLiteral("Fair"), "<one/>"}));
    REQUIRE(store->putForm({QStringLiteral("fair"), QStringLiteral("2"), QStringLiteral("h2"), QStringLiteral("Fair"), "<two/>"}));
    CHECK(store->form(QStringLiteral("fair"), {})->xml == "<two/>");
    CHECK(store->form(QStringLiteral("fair"), QStringLiteral("1"))->xml == "<one/>");
    CHECK(store->forms()->size() == 1);
    CHECK(store->form(QStringLiteral("none"), {}).error().kind == Error::Kind::NotFound);
}
