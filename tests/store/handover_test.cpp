// SPDX-License-Identifier: Apache-2.0
// Drafts that are with a colleague, and drafts that came from one.
#include "store/folder.h"
#include "sync/store/handover.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;
using State = store::HandedOver::State;

namespace
{

const std::vector<wire::Person> colleagues{{u"a.putra"_s, u"Adi Putra"_s, u"technician"_s}, {u"s.wirawan"_s, u"Sari Wirawan"_s, u"technician"_s}};

store::Conversation halfFilled(store::Store& store)
{
    store::Conversation draft = test::conversation(u"Chest freezer"_s);
    draft.author = u"a.putra"_s;
    draft.section = u"/data/points"_s;
    draft.answered = 5;
    draft.questions = 14;
    REQUIRE(store::keepPeople(store, colleagues));
    REQUIRE(store.saveDraft(draft, "<data>half</data>"));
    REQUIRE(store.addAttachment(draft.id, u"gasket.jpg"_s, u"image/jpeg"_s, "jpeg"));
    return draft;
}

} // namespace

TEST_CASE("A draft that was handed over is read here, and nothing changes it any more", "[store][drafts]")
{
    test::Folder folder;
    const auto store = folder.open();
    const auto draft = halfFilled(*store);
    REQUIRE(store::handOver(*store, draft.id, u"s.wirawan"_s, u"job-3"_s));

    const auto read = store->conversation(draft.id);
    REQUIRE(read);
    REQUIRE(read->handedOver);
    CHECK(read->handedOver->to == u"Sari Wirawan"_s);
    CHECK(read->handedOver->jobId == u"job-3"_s);
    CHECK(read->handedOver->state == State::Waiting);
    CHECK(store->drafts()->empty());
    CHECK(store->conversations(draft.startedAt.addDays(-1), draft.startedAt.addDays(1))->size() == 1);

    CHECK(store->saveDraft(draft, "<data>changed</data>").error().kind == Error::Kind::Conflict);
    CHECK(store->finish(draft, "<data>done</data>", {}).error().kind == Error::Kind::Conflict);
    CHECK(store->outbox()->empty());
    REQUIRE(store->discardDraft(draft.id));
    CHECK(store->deletedDrafts()->empty());
    REQUIRE(store->keepOnlyAttachments(draft.id, {}));
    CHECK(store->attachments(draft.id)->size() == 1);
    CHECK(*store->instance(draft.id) == "<data>half</data>");
    CHECK(store::handOver(*store, draft.id, u"s.wirawan"_s, {}).error().kind == Error::Kind::Conflict);
}

TEST_CASE("Only a draft can be handed over, and only to somebody", "[store][drafts]")
{
    test::Folder folder;
    const auto store = folder.open();
    const auto draft = halfFilled(*store);
    CHECK(store::handOver(*store, draft.id, u"nobody"_s, {}).error().kind == Error::Kind::NotFound);
    SECTION("not what is finished")
    {
        REQUIRE(store->finish(draft, "<data>done</data>", {}));
        CHECK(store::handOver(*store, draft.id, u"s.wirawan"_s, {}).error().kind == Error::Kind::Conflict);
    }
    SECTION("not what was deleted")
    {
        REQUIRE(store->discardDraft(draft.id));
        CHECK(store::handOver(*store, draft.id, u"s.wirawan"_s, {}).error().kind == Error::Kind::Conflict);
    }
    CHECK(store::given(*store)->empty());
}

TEST_CASE("What travels says all that the colleague's list shows", "[store][drafts]")
{
    test::Folder folder;
    const auto store = folder.open();
    const auto draft = halfFilled(*store);
    REQUIRE(store::handOver(*store, draft.id, u"s.wirawan"_s, u"job-3"_s));
    const auto given = store::given(*store);
    REQUIRE(given);
    REQUIRE(given->size() == 1);
    const wire::HandOver& head = given->front().handOver;
    CHECK(head.conversationId == draft.id.text());
    CHECK(head.instanceId == draft.instanceId);
    CHECK(head.to == u"s.wirawan"_s);
    CHECK(head.section == draft.section);
    CHECK(head.answered == 5);
    CHECK(head.questions == 14);
    REQUIRE(head.files.size() == 1);
    CHECK(head.files.front().size == 4);
}

TEST_CASE("It is taken back here until a byte of it went out; then the hub is asked first", "[store][drafts]")
{
    test::Folder folder;
    const auto store = folder.open();
    const auto draft = halfFilled(*store);
    REQUIRE(store::handOver(*store, draft.id, u"s.wirawan"_s, {}));
    SECTION("nothing went out")
    {
        REQUIRE(store::takeBack(*store, draft.id));
    }
    SECTION("it may have left")
    {
        REQUIRE(store::beginGiving(*store, draft.id));
        CHECK(store::takeBack(*store, draft.id).error().kind == Error::Kind::Conflict);
        CHECK(store->drafts()->empty());
        REQUIRE(store::takeBackFromHub(*store, draft.id));
    }
    CHECK(store->drafts()->size() == 1);
    CHECK(store->saveDraft(draft, "<data>changed</data>"));
}

TEST_CASE("A draft that was taken is a draft under its own ids, with its files", "[store][drafts]")
{
    test::Folder theirs, ours;
    const auto from = theirs.open(), to = ours.open();
    const auto draft = halfFilled(*from);
    REQUIRE(store::handOver(*from, draft.id, u"s.wirawan"_s, u"job-3"_s));
    const wire::HandOver head = store::given(*from)->front().handOver;

    CHECK(store::keepTakenFile(*to, head.files.front(), "another").error().kind == Error::Kind::Conflict);
    REQUIRE(store::keepTakenFile(*to, head.files.front(), "jpeg"));
    REQUIRE(store::keepTaken(*to, head, "<data>half</data>", u"s.wirawan"_s));
    const auto taken = to->conversation(draft.id);
    REQUIRE(taken);
    CHECK(taken->instanceId == draft.instanceId);
    CHECK(taken->author == u"s.wirawan"_s);
    CHECK(taken->section == draft.section);
    CHECK(taken->answered == 5);
    CHECK(*to->attachment(draft.id, u"gasket.jpg"_s) == "jpeg");
    CHECK(to->drafts()->size() == 1);

    SECTION("once more changes nothing that was answered since")
    {
        REQUIRE(to->saveDraft(*taken, "<data>more</data>"));
        REQUIRE(store::keepTaken(*to, head, "<data>half</data>", u"s.wirawan"_s));
        CHECK(*to->instance(draft.id) == "<data>more</data>");
    }
    SECTION("nor does it reopen what was finished here")
    {
        REQUIRE(to->finish(*taken, "<data>done</data>", {}));
        REQUIRE(store::keepTaken(*to, head, "<data>half</data>", u"s.wirawan"_s));
        CHECK(to->conversation(draft.id)->state == store::ConversationState::Waiting);
    }
    SECTION("and it can come back to where it began")
    {
        REQUIRE(store::keepPeople(*to, colleagues));
        REQUIRE(to->saveDraft(*taken, "<data>more</data>"));
        REQUIRE(store::handOver(*to, draft.id, u"a.putra"_s, {}));
        REQUIRE(store::keepTaken(*from, store::given(*to)->front().handOver, "<data>more</data>", u"a.putra"_s));
        CHECK(from->drafts()->size() == 1);
        CHECK(store::given(*from)->empty());
        CHECK(*from->instance(draft.id) == "<data>more</data>");
        CHECK(*from->attachment(draft.id, u"gasket.jpg"_s) == "jpeg");
    }
}
