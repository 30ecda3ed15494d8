// SPDX-License-Identifier: Apache-2.0
// Finished conversations that are changed after all: reopened with everything taken back, or corrected.
#include "store/folder.h"
#include "sync/db/database.h"
#include "sync/store/corrections.h"

#include <catch2/catch.hpp>

#include <functional>

using namespace rapport;
using namespace Qt::StringLiterals;
using store::ConversationState;
using Sending = store::Store::Sending;

namespace
{

const QString contacts = u"contacts"_s, celik = u"22222222-2222-4222-8222-222222222222"_s, weber = u"33333333-3333-4333-8333-333333333333"_s;

store::Entity row(const QString& id, qint64 version, const QString& label, const QString& email)
{
    return {contacts, id, label, version, {}, {}, {{u"email"_s, email}}, false};
}

forms::EntityAction update(const QString& id, const QString& property, const QString& value)
{
    forms::EntityAction action;
    action.list = contacts;
    action.id = id;
    action.update = true;
    action.properties = {{property, value}};
    return action;
}

store::Conversation finished(store::Store& store, const std::vector<forms::EntityAction>& actions)
{
    const auto talk = test::conversation();
    REQUIRE(store.saveDraft(talk, "<data>draft</data>"));
    REQUIRE(store.finish(talk, "<data>final</data>", actions));
    return talk;
}

void pull(store::Store& store, const std::vector<store::Entity>& rows)
{
    REQUIRE(store.absorbEntities({contacts, rows, "1"}));
}

/// All that a person or a form can see of the contacts, and how it came to be so.
QStringList everything(const test::Folder& folder)
{
    db::Database::Options options;
    options.key = store::DataKey::open(folder.path, test::deviceSecret)->databaseKey();
    auto raw = db::Database::open(folder.path + u"/rapport.db"_s, options);
    REQUIRE(raw);
    QStringList all;
    for (const char* sql : {"SELECT id || '|' || label || '|' || version || '|' || trunk_version || '|' || (branch_id <> '') || '|' || properties || "
                            "'|' || deleted FROM entity ORDER BY id",
                            "SELECT id || '|' || version || '|' || properties || '|' || at FROM entity_history ORDER BY id, version",
                            "SELECT 'found ' || count(*) FROM search WHERE search MATCH 'aylin OR jonas'",
                            "SELECT 'key ' || value FROM entity_key ORDER BY value, row"}) {
        auto statement = raw->prepare(sql);
        REQUIRE(statement);
        while (statement->step().value_or(false))
            all.append(statement->text(0));
    }
    return all;
}

} // namespace

TEST_CASE("A waiting conversation that was reopened has never been finished", "[store][revisions]")
{
    struct Row {
        const char* note;
        std::vector<store::Entity> before;
        std::vector<forms::EntityAction> actions;
    };
    const auto one = GENERATE(values<Row>({
        {"it changed nothing", {}, {}},
        {"it made a contact", {}, {test::newContact(celik, u"a@b.example"_s)}},
        {"it changed one of the hub's", {row(celik, 3, u"Aylin"_s, u"old@b.example"_s)}, {update(celik, u"email"_s, u"new@b.example"_s)}},
        {"it changed one twice",
         {row(celik, 3, u"Aylin"_s, u"old@b.example"_s)},
         {update(celik, u"email"_s, u"1"_s), update(celik, u"city"_s, u"Bonn"_s)}},
        {"it made one that was there", {row(celik, 3, u"Aylin"_s, u"old@b.example"_s)}, {test::newContact(celik, u"a@b.example"_s)}},
        {"it made one, and changed another",
         {row(weber, 1, u"Jonas"_s, u"j@w.example"_s)},
         {test::newContact(celik, u"a@b.example"_s), update(weber, u"email"_s, u"new@w.example"_s)}},
        {"it changed one that was gone", {}, {update(celik, u"email"_s, u"new@b.example"_s)}},
    }));
    INFO(one.note);
    test::Folder folder;
    auto store = folder.open();
    REQUIRE(store->makeFindable(contacts, u"email"_s));
    pull(*store, one.before);
    const QStringList before = everything(folder);
    const auto talk = finished(*store, one.actions);
    REQUIRE(store->reopen(talk.id));
    CHECK(everything(folder) == before);
    CHECK(store->outbox()->empty());
    REQUIRE(store->drafts()->size() == 1);
    CHECK(store->drafts()->front().instanceId == talk.instanceId);
    CHECK_FALSE(store->drafts()->front().finishedAt);
    CHECK(*store->instance(talk.id) == "<data>final</data>");
    REQUIRE(store->finish(talk, "<data>again</data>", one.actions)); // and may be again
    CHECK(store->outbox()->size() == 1);
}

TEST_CASE("Taking a conversation back leaves what others said since", "[store][revisions]")
{
    test::Folder folder;
    auto store = folder.open();
    pull(*store, {row(celik, 3, u"Aylin"_s, u"old@b.example"_s)});
    const auto mine = finished(*store, {update(celik, u"email"_s, u"mine@b.example"_s), update(celik, u"city"_s, u"Bonn"_s)});
    const auto emailOf = [&] { return (*store->entity(contacts, celik))->properties[u"email"_s]; };

    SECTION("the hub's newer row replaced ours: it stays")
    {
        pull(*store, {row(celik, 5, u"Aylin"_s, u"hub@b.example"_s)});
        const QStringList after = everything(folder);
        REQUIRE(store->reopen(mine.id));
        CHECK(everything(folder) == after);
    }
    SECTION("the hub's row came while ours was ahead: it is what remains")
    {
        pull(*store, {row(celik, 4, u"Aylin"_s, u"hub@b.example"_s)}); // ours is 5
        CHECK(emailOf() == u"mine@b.example"_s);
        REQUIRE(store->reopen(mine.id));
        const auto left = **store->entity(contacts, celik);
        CHECK(left.version == 4);
        CHECK(left.branchId.isEmpty());
        CHECK(emailOf() == u"hub@b.example"_s);
        CHECK_FALSE(left.properties.contains(u"city"_s));
    }
    SECTION("the hub deleted it meanwhile")
    {
        auto gone = row(celik, 4, u"Aylin"_s, {});
        gone.deleted = true;
        pull(*store, {gone});
        REQUIRE(store->reopen(mine.id));
        CHECK((*store->entity(contacts, celik))->deleted);
    }
    SECTION("the hub lists it no longer")
    {
        REQUIRE(store->absorbEntities({contacts, {}, "2", true, true}));
        REQUIRE_FALSE(*store->entity(contacts, celik));
        REQUIRE(store->reopen(mine.id));
        CHECK_FALSE(*store->entity(contacts, celik));
    }
    SECTION("a second conversation changed it too")
    {
        const auto second = finished(*store, {update(celik, u"job_title"_s, u"Head"_s)});
        const QString branch = (*store->entity(contacts, celik))->branchId;
        REQUIRE(store->reopen(mine.id));
        const auto left = **store->entity(contacts, celik);
        CHECK(emailOf() == u"old@b.example"_s);
        CHECK(left.properties.at(u"job_title"_s) == u"Head"_s);
        CHECK(left.version == 4);
        CHECK(left.trunkVersion == u"3"_s);
        CHECK(left.branchId == branch);
        REQUIRE(store->reopen(second.id));
        CHECK((*store->entity(contacts, celik))->version == 3);
    }
    SECTION("a second conversation changed it too, and is at the hub")
    {
        const auto second = finished(*store, {update(celik, u"job_title"_s, u"Head"_s)});
        REQUIRE(store->recordDelivered(second.instanceId));
        SECTION("whose row has not come yet")
        {
            REQUIRE(store->reopen(mine.id));
            CHECK((*store->entity(contacts, celik))->properties.at(u"job_title"_s) == u"Head"_s);
        }
        SECTION("whose row has come")
        {
            auto theirs = row(celik, 4, u"Aylin"_s, u"old@b.example"_s);
            theirs.properties[u"job_title"_s] = u"Chief"_s; // somebody has put it right since
            pull(*store, {theirs});
            REQUIRE(store->reopen(mine.id));
            CHECK((*store->entity(contacts, celik))->properties.at(u"job_title"_s) == u"Chief"_s);
            CHECK((*store->entity(contacts, celik))->version == 4);
        }
        CHECK(emailOf() == u"old@b.example"_s);
    }
}

TEST_CASE("What another conversation still speaks of stays when its maker is reopened", "[store][revisions]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto maker = finished(*store, {test::newContact(celik, u"a@b.example"_s)});
    const auto other = finished(*store, {update(celik, u"city"_s, u"Bonn"_s)});
    REQUIRE(store->reopen(maker.id));
    const auto left = *store->entity(contacts, celik);
    REQUIRE(left);
    CHECK(left->label == u"Aylin Çelik"_s);
    CHECK_FALSE(left->properties.contains(u"email"_s));
    REQUIRE(store->reopen(other.id));
    CHECK_FALSE(*store->entity(contacts, celik));
}

TEST_CASE("Once it may be on its way a conversation is not reopened", "[store][revisions]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto talk = finished(*store, {test::newContact(celik, u"a@b.example"_s)});
    CHECK(*store->beginSending(talk.instanceId) == Sending::First);
    const QStringList before = everything(folder);
    CHECK(folder.open()->reopen(talk.id).error().kind == Error::Kind::Conflict); // also after a kill
    CHECK(everything(folder) == before);
    CHECK(*store->beginSending(talk.instanceId) == Sending::Again);

    SECTION("unless it surely did not leave")
    {
        REQUIRE(store->recordNeverSent(talk.instanceId));
        REQUIRE(store->reopen(talk.id));
        CHECK(*store->beginSending(talk.instanceId) == Sending::NotNow); // the courier comes too late
    }
    SECTION("nor when it is sent")
    {
        REQUIRE(store->recordDelivered(talk.instanceId));
        CHECK(store->reopen(talk.id).error().kind == Error::Kind::Conflict);
    }
}

TEST_CASE("A correction is a conversation of its own; what it corrects stays", "[store][revisions]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto first = finished(*store, {});
    auto second = test::conversation();
    CHECK(store->startCorrection(test::conversation().id, second, "<data/>").error().kind == Error::Kind::Conflict); // of nothing
    CHECK(store->drafts()->empty());
    REQUIRE(store->addAttachment(first.id, u"p.jpg"_s, u"image/jpeg"_s, "the picture"));
    REQUIRE(*store->beginSending(first.instanceId) == Sending::First);
    REQUIRE(store->recordDelivered(first.instanceId));
    REQUIRE(store->startCorrection(first.id, second, "<data>2</data>"));
    CHECK(*store->attachment(second.id, u"p.jpg"_s) == "the picture");
    CHECK(store->conversation(second.id)->corrects == first.instanceId);
    CHECK(store->conversation(second.id)->original == first.id);
    CHECK(store->conversation(first.id)->correction == second.id);
    CHECK_FALSE(store->conversation(first.id)->correctedAt);
    CHECK(store->startCorrection(first.id, test::conversation(), "<data/>").error().kind == Error::Kind::Conflict); // one at a time

    SECTION("discarded, it was never there")
    {
        REQUIRE(store->discardDraft(second.id));
        CHECK_FALSE(store->conversation(first.id)->correction);
        const auto third = test::conversation();
        REQUIRE(store->startCorrection(first.id, third, "<data>3</data>"));
        CHECK(store->restoreDraft(second.id).error().kind == Error::Kind::Conflict);
        CHECK(*store->firstInstance(third.instanceId) == first.instanceId);
    }
    SECTION("finished, it can be corrected in its turn")
    {
        REQUIRE(store->finish(second, "<data>2</data>", {}));
        CHECK(store->conversation(first.id)->correctedAt);
        CHECK(store->conversation(first.id)->state == ConversationState::Sent);
        REQUIRE(store->recordDelivered(second.instanceId));
        const auto third = test::conversation();
        REQUIRE(store->startCorrection(second.id, third, "<data>3</data>"));
        CHECK(*store->firstInstance(third.instanceId) == first.instanceId);
        CHECK(*store->firstInstance(first.instanceId) == first.instanceId);
    }
    SECTION("finished and not gone out, it is reopened like any other")
    {
        REQUIRE(store->finish(second, "<data>2</data>", {}));
        REQUIRE(store->reopen(second.id));
        CHECK(store->conversation(second.id)->corrects == first.instanceId);
    }
}

TEST_CASE("A correction goes out after what it corrects", "[store][revisions]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto first = finished(*store, {});
    REQUIRE(*store->beginSending(first.instanceId) == Sending::First);
    const auto second = test::conversation();
    REQUIRE(store->startCorrection(first.id, second, "<data/>"));
    REQUIRE(store->finish(second, "<data/>", {}));
    CHECK(*store->beginSending(second.instanceId) == Sending::NotNow);

    SECTION("when the hub has the answers of that, though not its files")
    {
        CHECK(*store::beginSending(*store, second.instanceId, {u"uuid:another"_s}) == Sending::NotNow);
        CHECK(*store::beginSending(*store, second.instanceId, {first.instanceId}) == Sending::First);
        CHECK(*store::beginSending(*store, second.instanceId, {first.instanceId}) == Sending::Again);
    }
    SECTION("when that is at the hub")
    {
        REQUIRE(store->recordDelivered(first.instanceId));
        CHECK(*store->beginSending(second.instanceId) == Sending::First);
    }
    SECTION("when the hub will never take that; then nobody needs to look after it")
    {
        REQUIRE(store->recordAttempt(first.instanceId, u"refused"_s, store::OutboxItem::State::NeedsYou, QDateTime::currentDateTimeUtc()));
        CHECK(*store->beginSending(second.instanceId) == Sending::First);
        REQUIRE(store->recordDelivered(second.instanceId));
        CHECK(store->outbox()->empty());
    }
}
