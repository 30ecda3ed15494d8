// SPDX-License-Identifier: Apache-2.0
// People who were scanned one after another: kept as they are read, and finished together or not at all.
#include "store/folder.h"
#include "sync/store/gathering.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;
using store::ConversationState;
using store::Gathered;

namespace
{

Gathered scanned(const QString& id, int second)
{
    return {id, u"QRCode"_s, u"code of "_s + id, QDateTime::fromString(u"2027-11-10T09:20:00Z"_s, Qt::ISODate).addSecs(second)};
}

store::FinishedOne finishedOne(const QString& contact)
{
    store::FinishedOne one;
    one.conversation = test::conversation();
    one.submission = "<data>final</data>";
    one.actions = {test::newContact(contact, u"a@b.example"_s)};
    return one;
}

const QString first = u"22222222-2222-4222-8222-222222222221"_s, second = u"22222222-2222-4222-8222-222222222222"_s;

/// A group of two with a photo among its answers.
struct Group {
    Group()
    {
        REQUIRE(store::keepGathered(*store, scanned(u"a"_s, 0)));
        REQUIRE(store::keepGathered(*store, scanned(u"b"_s, 1)));
        REQUIRE(store::startGroup(*store, {talk, "<data>draft</data>"}, {u"a"_s, u"b"_s}));
        REQUIRE(store->addAttachment(talk.id, u"photo.jpg"_s, u"image/jpeg"_s, "picture"));
    }
    test::Folder folder;
    std::unique_ptr<store::Store> store = folder.open();
    store::Conversation talk = test::conversation(u"2 people"_s);
};

} // namespace

TEST_CASE("Who was scanned is on the disk at once, in the order of the scans, with what was said of the code since", "[store][gathering]")
{
    test::Folder folder;
    {
        const auto store = folder.open();
        REQUIRE(store::keepGathered(*store, scanned(u"b"_s, 1)));
        REQUIRE(store::keepGathered(*store, scanned(u"a"_s, 0)));
        REQUIRE(store::keepGathered(*store, scanned(u"c"_s, 2)));
        Gathered again = scanned(u"b"_s, 1);
        again.times = 2;
        again.conversesAnew = true;
        REQUIRE(store::keepGathered(*store, again));
        REQUIRE(store::dropGathered(*store, u"c"_s));
    }
    const auto list = store::gathered(*folder.open());
    REQUIRE(list);
    REQUIRE(list->size() == 2);
    CHECK((*list)[0] == scanned(u"a"_s, 0));
    CHECK((*list)[1].times == 2);
    CHECK((*list)[1].conversesAnew);
}

TEST_CASE("Each gets a draft and leaves the list, or nothing of it happens", "[store][gathering]")
{
    test::Folder folder;
    const auto store = folder.open();
    REQUIRE(store::keepGathered(*store, scanned(u"a"_s, 0)));
    REQUIRE(store::keepGathered(*store, scanned(u"b"_s, 1)));
    const auto talk = test::conversation();
    SECTION("each")
    {
        REQUIRE(store::startEach(*store, {{talk, "<data/>"}, {test::conversation(), "<data/>"}}, {u"a"_s, u"b"_s}));
        CHECK(store->drafts()->size() == 2);
        CHECK(store::gathered(*store)->empty());
    }
    SECTION("one of the drafts cannot be written")
    {
        const auto sent = test::conversation();
        REQUIRE(store->finish(sent, "<data/>", {}));
        CHECK_FALSE(store::startEach(*store, {{talk, "<data/>"}, {sent, "<data/>"}}, {u"a"_s, u"b"_s}));
        CHECK(store->drafts()->empty());
        CHECK(store::gathered(*store)->size() == 2);
    }
}

TEST_CASE("A group is finished for all of its people at once, each with the files of the group", "[store][gathering]")
{
    Group group;
    CHECK(store::gathered(*group.store)->empty());
    CHECK(store::gathered(*group.store, group.talk.id)->size() == 2);
    auto one = finishedOne(first), other = finishedOne(second);
    one.files = {{u"photo.jpg"_s, u"photo.jpg"_s}};
    one.attachments = {u"photo.jpg"_s};
    other.files = {{u"photo.jpg"_s, u"photo-2.jpg"_s}};
    other.attachments = {u"photo-2.jpg"_s};
    REQUIRE(store::finishGroup(*group.store, group.talk.id, {u"a"_s, u"b"_s}, {one, other}));

    CHECK(group.store->outbox()->size() == 2);
    CHECK(group.store->entities(u"contacts"_s)->size() == 2);
    CHECK(group.store->drafts()->empty());
    CHECK(store::gathered(*group.store, group.talk.id)->empty());
    CHECK(group.store->attachment(one.conversation.id, u"photo.jpg"_s).value_or({}) == "picture");
    CHECK(group.store->attachment(other.conversation.id, u"photo-2.jpg"_s).value_or({}) == "picture");
    CHECK_FALSE(store::finishGroup(*group.store, group.talk.id, {u"a"_s, u"b"_s}, {finishedOne(first)})); // once
    CHECK(group.store->outbox()->size() == 2);
}

TEST_CASE("Where one of a group cannot be finished, nobody is, and the group is as it was", "[store][gathering]")
{
    Group group;
    auto one = finishedOne(first), other = finishedOne(second);
    QStringList people{u"a"_s, u"b"_s};
    SECTION("two have the same record")
    {
        other.conversation.instanceId = one.conversation.instanceId;
    }
    SECTION("what one is to be added to has been finished meanwhile")
    {
        REQUIRE(group.store->finish(other.conversation, "<data/>", {}));
    }
    SECTION("somebody has left the group meanwhile")
    {
        REQUIRE(store::leaveGroup(*group.store, u"b"_s, {test::conversation(), "<data/>"}));
    }
    SECTION("the group was deleted meanwhile")
    {
        REQUIRE(group.store->discardDraft(group.talk.id));
    }
    const auto before = std::pair(group.store->outbox()->size(), store::gathered(*group.store, group.talk.id)->size());
    CHECK(store::finishGroup(*group.store, group.talk.id, people, {one, other}).error().kind == Error::Kind::Conflict);
    CHECK(std::pair(group.store->outbox()->size(), store::gathered(*group.store, group.talk.id)->size()) == before);
    CHECK_FALSE(group.store->conversation(one.conversation.id));
    CHECK(group.store->instance(group.talk.id).value_or({}) == "<data>draft</data>");
    CHECK(group.store->entities(u"contacts"_s)->empty());
}

TEST_CASE("What somebody of a group was met with today already is finished with the rest, or corrected", "[store][gathering]")
{
    Group group;
    auto one = finishedOne(first), other = finishedOne(second);
    const auto earlier = test::conversation();
    REQUIRE(group.store->saveDraft(earlier, "<data>morning</data>"));
    REQUIRE(group.store->addAttachment(earlier.id, u"morning.jpg"_s, u"image/jpeg"_s, "morning"));
    one.attachments = {u"morning.jpg"_s};
    SECTION("it is a draft still")
    {
        REQUIRE(group.store->addAttachment(earlier.id, u"unused.jpg"_s, u"image/jpeg"_s, "unused"));
        one.conversation = earlier;
        REQUIRE(store::finishGroup(*group.store, group.talk.id, {u"a"_s, u"b"_s}, {one, other}));
        CHECK(group.store->conversation(earlier.id)->state == ConversationState::Waiting);
        CHECK(group.store->attachments(earlier.id)->size() == 1);
    }
    SECTION("it is finished")
    {
        REQUIRE(group.store->finish(earlier, "<data>morning</data>", {}));
        one.corrects = earlier.id;
        REQUIRE(store::finishGroup(*group.store, group.talk.id, {u"a"_s, u"b"_s}, {one, other}));
        CHECK(group.store->conversation(one.conversation.id)->corrects == earlier.instanceId);
        CHECK(group.store->attachment(one.conversation.id, u"morning.jpg"_s).value_or({}) == "morning");
        CHECK(group.store->outbox()->size() == 3);
    }
}

TEST_CASE("Who leaves a group goes on alone with its files", "[store][gathering]")
{
    Group group;
    const auto alone = test::conversation();
    REQUIRE(store::leaveGroup(*group.store, u"a"_s, {alone, "<data>alone</data>"}));
    CHECK(group.store->attachment(alone.id, u"photo.jpg"_s).value_or({}) == "picture");
    CHECK(store::gathered(*group.store, group.talk.id)->size() == 1);
    CHECK_FALSE(store::leaveGroup(*group.store, u"a"_s, {test::conversation(), "<data/>"}));
    CHECK(group.store->drafts()->size() == 2);
}

TEST_CASE("The people of a deleted group come back with it, and go with it for good", "[store][gathering]")
{
    Group group;
    REQUIRE(group.store->discardDraft(group.talk.id));
    SECTION("back")
    {
        REQUIRE(group.store->restoreDraft(group.talk.id));
        CHECK(store::gathered(*group.store, group.talk.id)->size() == 2);
    }
    SECTION("gone")
    {
        REQUIRE(group.store->removeDeleted(group.talk.id));
        CHECK(store::gathered(*group.store, group.talk.id)->empty());
        CHECK(store::gathered(*group.store)->empty());
    }
}
