// SPDX-License-Identifier: Apache-2.0
// Finished conversations whose badge number somebody has said the name of: in their place or by a correction, once.
#include "store/folder.h"
#include "sync/store/notes.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;
using store::ConversationState;

namespace
{

const QString contacts = u"contacts"_s;

store::Conversation finished(store::Store& store, const QString& badge)
{
    auto talk = test::numbered(badge);
    auto contact = test::newContact(talk.id.text(), {});
    contact.label = badge;
    contact.properties = {{u"badge_id"_s, badge}, {u"remark"_s, u"wants a call"_s}};
    REQUIRE(store.saveDraft(talk, "<data>draft</data>"));
    REQUIRE(store.finish(talk, "<data>final</data>", {contact}));
    return talk;
}

QString property(store::Store& store, const QString& id, const QString& name)
{
    const auto entity = store.entity(contacts, id);
    REQUIRE(entity);
    REQUIRE(*entity);
    const auto found = (*entity)->properties.find(name);
    return found == (*entity)->properties.end() ? QString() : found->second;
}

std::vector<store::Conversation> open(store::Store& store)
{
    const auto all = store::unresolved(store);
    REQUIRE(all);
    return *all;
}

} // namespace

TEST_CASE("What waits is resolved in its place, and everything that it changed is what the new record says", "[store][resolutions]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto talk = finished(*store, u"KE27-004512"_s);
    REQUIRE(open(*store).size() == 1);
    CHECK(open(*store).front().unresolved == u"KE27-004512");
    const auto resolution = test::resolutionOf(talk);
    REQUIRE(store::amend(*store, resolution));

    CHECK(open(*store).empty());
    const auto now = store->conversation(talk.id);
    CHECK(now->state == ConversationState::Waiting);
    CHECK(now->title == u"Marek Dvořák");
    CHECK(now->unresolved.isEmpty());
    CHECK(*store->instance(talk.id) == "<data>resolved</data>");
    CHECK(store->outbox()->size() == 1);
    CHECK(property(*store, talk.id.text(), u"email"_s) == u"marek@chladtech.example");
    CHECK(property(*store, talk.id.text(), u"remark"_s).isEmpty()); // of the record that is not sent
    CHECK((**store->entity(contacts, talk.id.text())).version == 1);
    CHECK((**store::note(*store, talk.id, u"merge"_s))[u"from"_s].toString() == u"KE27-004512");

    SECTION("a second time is refused, and nothing is different")
    {
        const auto again = store::amend(*store, resolution);
        REQUIRE_FALSE(again);
        CHECK(again.error().kind == Error::Kind::Conflict);
        auto correction = resolution;
        correction.conversation.id = store::ConversationId::make();
        correction.conversation.instanceId += u"-2"_s;
        CHECK_FALSE(store::correct(*store, correction));
        CHECK(store->outbox()->size() == 1);
        CHECK((**store->entity(contacts, talk.id.text())).version == 1);
    }
    SECTION("it can still be reopened, and then it has never been finished")
    {
        REQUIRE(store->reopen(talk.id));
        CHECK_FALSE(*store->entity(contacts, talk.id.text()));
    }
}

TEST_CASE("What may be on its way or has arrived is resolved by one correction", "[store][resolutions]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto talk = finished(*store, u"KE27-004512"_s);
    REQUIRE(store->beginSending(talk.instanceId));
    const bool arrived = GENERATE(false, true);
    if (arrived)
        REQUIRE(store->recordDelivered(talk.instanceId));
    auto resolution = test::resolutionOf(talk);
    const auto inPlace = store::amend(*store, resolution);
    REQUIRE_FALSE(inPlace);
    CHECK(inPlace.error().kind == Error::Kind::Conflict);
    CHECK(*store->instance(talk.id) == "<data>final</data>");
    resolution.conversation.id = store::ConversationId::make();
    resolution.conversation.instanceId = u"uuid:correction"_s;
    REQUIRE(store::correct(*store, resolution));

    CHECK(open(*store).empty());
    CHECK(store->conversation(talk.id)->correction == resolution.conversation.id);
    const auto correction = store->conversation(resolution.conversation.id);
    CHECK(correction->state == ConversationState::Waiting);
    CHECK(correction->corrects == talk.instanceId);
    CHECK(store->outbox()->size() == (arrived ? 1 : 2));
    CHECK(property(*store, talk.id.text(), u"email"_s) == u"marek@chladtech.example");
    CHECK(property(*store, talk.id.text(), u"remark"_s) == u"wants a call");
    CHECK(*store::note(*store, resolution.conversation.id, u"merge"_s));
    resolution.conversation.id = store::ConversationId::make();
    resolution.conversation.instanceId = u"uuid:again"_s;
    CHECK_FALSE(store::correct(*store, resolution));
    CHECK(store->outbox()->size() == (arrived ? 1 : 2));
}

TEST_CASE("Drafts, and what somebody corrects herself, are not resolved behind her back", "[store][resolutions]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto draft = test::numbered();
    REQUIRE(store->saveDraft(draft, "<data/>"));
    CHECK(open(*store).empty());
    CHECK_FALSE(store::amend(*store, test::resolutionOf(draft)));
    const auto talk = finished(*store, u"KE27-000001"_s);
    auto correction = test::conversation();
    REQUIRE(store->startCorrection(talk.id, correction, "<data/>"));
    CHECK(open(*store).empty());
    CHECK_FALSE(store::amend(*store, test::resolutionOf(talk)));
    auto second = test::resolutionOf(talk);
    second.conversation.id = store::ConversationId::make();
    second.conversation.instanceId = u"uuid:second"_s;
    CHECK_FALSE(store::correct(*store, second));
    CHECK(store->conversation(talk.id)->unresolved == u"KE27-000001"); // the refused one has left nothing
    REQUIRE(store->discardDraft(correction.id));
    CHECK(open(*store).size() == 1);
}

TEST_CASE("Notes of a conversation go with it", "[store][notes]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto talk = test::conversation();
    REQUIRE(store->saveDraft(talk, "<data/>"));
    CHECK_FALSE(*store::note(*store, talk.id, u"who"_s));
    REQUIRE(store::keepNote(*store, talk.id, u"who"_s, {{u"a"_s, 1}}));
    REQUIRE(store::keepNote(*store, talk.id, u"who"_s, {{u"a"_s, 2}}));
    CHECK((**store::note(*store, talk.id, u"who"_s))[u"a"_s].toInt() == 2);
    REQUIRE(store->discardDraft(talk.id));
    REQUIRE(store->removeDeleted(talk.id));
    CHECK_FALSE(*store::note(*store, talk.id, u"who"_s));
}

TEST_CASE("Each number is resolved exactly once, however often the process is killed meanwhile", "[store][resolutions][kill]")
{
    constexpr int talks = 60;
    test::Folder folder;
    QStringList ids;
    {
        auto store = folder.open();
        for (int i = 0; i < talks; ++i) {
            const auto talk = finished(*store, u"KE27-%1"_s.arg(i, 6, 10, QLatin1Char('0')));
            if (i % 2)
                REQUIRE(store->beginSending(talk.instanceId));
            ids.append(talk.id.text());
        }
    }
    int kills = 0;
    for (bool done = false; !done; ++kills) {
        REQUIRE(kills < 500);
        QProcess writer;
        writer.start(QStringLiteral(RAPPORT_BIN "/store-writer"), {folder.path, u"--resolve"_s});
        (void)writer.waitForReadyRead(10'000); // it says nothing where nothing is left
        done = writer.waitForFinished(static_cast<int>(QRandomGenerator::global()->bounded(1, 30))) || writer.state() == QProcess::NotRunning;
        CHECK((!done || writer.exitCode() == 0));
        writer.kill();
        writer.waitForFinished();
    }
    auto store = folder.open();
    CHECK(open(*store).empty());
    CHECK(store->outbox()->size() == talks + talks / 2);
    for (const QString& id : ids) {
        CHECK(property(*store, id, u"email"_s) == u"marek@chladtech.example");
        const auto talk = store->conversation(store::ConversationId::parse(id));
        CHECK(*store::note(*store, talk->correction.value_or(talk->id), u"merge"_s));
        CHECK((**store->entity(contacts, id)).version == (talk->correction ? 2 : 1));
    }
    WARN(talks << " numbers resolved across " << kills - 1 << " kills, each once");
}
