// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/revisioncontroller.h"
#include "app/conversation/day.h"
#include "sync/wire/openrosa.h"
#include "talk.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace tests;

namespace
{

/// A conversation that has been finished, and a person who wants to change it.
struct Finished {
    Finished()
    {
        QObject::connect(&revision, &RevisionController::openRequested, &talk.controller, &ConversationController::open);
        QObject::connect(&talk.controller, &ConversationController::opened, [this] { revision.follow(talk.controller.conversationId()); });
        talk.controller.startWith(badge);
        answerWhatIsRequired(talk);
        id = finish();
    }

    QString finish()
    {
        QSignalSpy finished(&talk.controller, &ConversationController::finished);
        talk.controller.finish();
        REQUIRE(eventually([&] { return finished.size() == 1; }));
        return desk.store->outbox()->back().conversation.text();
    }
    store::Conversation stored(const QString& which) const { return *desk.store->conversation(store::ConversationId::parse(which)); }
    void deliver(const QString& which)
    {
        REQUIRE(desk.store->beginSending(stored(which).instanceId));
        REQUIRE(desk.store->recordDelivered(stored(which).instanceId));
    }
    void revise()
    {
        QSignalSpy opened(&talk.controller, &ConversationController::opened);
        revision.reviseThis();
        REQUIRE(eventually([&] { return opened.size() == 1; }));
    }
    std::size_t contacts(const char* family) const
    {
        return desk.store->findEntities(QStringLiteral("contacts"), QStringLiteral("family_name"), QString::fromUtf8(family))->size();
    }

    Desk desk;
    Talk talk{desk};
    RevisionController revision{ConversationParts{*desk.store, *desk.thread, desk.clock, [] { return QStringLiteral("m.hansen"); },
                                                  QStringLiteral("rapport:test"), QStringLiteral("en"), [] {}}};
    QString id;
};

} // namespace

TEST_CASE("A waiting conversation is opened again, changed and finished as the same one", "[revision]")
{
    Finished one;
    const std::size_t consents = one.desk.store->entities(QStringLiteral("consents"))->size();
    one.talk.controller.open(one.id);
    CHECK(one.talk.controller.readOnly());
    CHECK(one.revision.action() == QStringLiteral("Reopen"));
    CHECK(one.contacts("Çelik") == 1);
    one.revise();
    CHECK_FALSE(one.talk.controller.readOnly());
    CHECK(one.talk.controller.conversationId() == one.id);
    CHECK(one.revision.action().isEmpty());
    CHECK(one.contacts("Çelik") == 0);
    CHECK(one.desk.store->outbox()->empty());
    REQUIRE(one.talk.go(QStringLiteral("Person")));
    REQUIRE(one.talk.controller.answer(one.talk.id(QStringLiteral("family_name")), QStringLiteral("Celik")));
    CHECK(one.finish() == one.id);
    CHECK(one.contacts("Celik") == 1);
    CHECK(one.contacts("Çelik") == 0);
    CHECK(one.desk.store->entities(QStringLiteral("consents"))->size() == consents);
}

TEST_CASE("A sent conversation gets a correction that changes what it made", "[revision]")
{
    Finished one;
    one.deliver(one.id);
    const std::size_t consents = one.desk.store->entities(QStringLiteral("consents"))->size();
    const std::size_t people = one.desk.store->entities(QStringLiteral("contacts"))->size();
    one.talk.controller.open(one.id);
    CHECK(one.revision.action() == QStringLiteral("Correct"));
    CHECK(one.revision.note().isEmpty());
    one.revise();
    const QString correction = one.talk.controller.conversationId();
    CHECK(correction != one.id);
    CHECK_FALSE(one.talk.controller.readOnly());
    CHECK(one.talk.controller.title() == QStringLiteral("Dr. Aylin Çelik"));
    CHECK(one.revision.note() == QStringLiteral("Correction of the conversation from 09:12."));

    SECTION("discarded, the original is as it was")
    {
        QSignalSpy discarded(&one.talk.controller, &ConversationController::discarded);
        one.talk.controller.discard();
        REQUIRE(eventually([&] { return discarded.size() == 1; }));
        one.talk.controller.open(one.id);
        CHECK(one.revision.action() == QStringLiteral("Correct"));
        CHECK(one.revision.note().isEmpty());
    }
    SECTION("left half done, it is found again and not begun twice")
    {
        one.revision.openLinked();
        REQUIRE(eventually([&] { return one.talk.controller.conversationId() == one.id; }));
        CHECK(one.revision.linkAction() == QStringLiteral("Continue it"));
        one.revise();
        CHECK(one.talk.controller.conversationId() == correction);
    }
    SECTION("finished, both are there and name each other, and the lists have each entity once")
    {
        REQUIRE(one.talk.go(QStringLiteral("Person")));
        REQUIRE(one.talk.controller.answer(one.talk.id(QStringLiteral("family_name")), QStringLiteral("Celik")));
        REQUIRE(one.finish() == correction);
        CHECK(one.contacts("Celik") == 1);
        CHECK(one.desk.store->entities(QStringLiteral("contacts"))->size() == people);
        CHECK(one.desk.store->entities(QStringLiteral("consents"))->size() == consents);
        const auto head = wire::parseSubmissionHead(*one.desk.store->instance(store::ConversationId::parse(correction)));
        REQUIRE(head);
        CHECK(head->deprecatedId == one.stored(one.id).instanceId);
        CHECK(head->instanceId == one.stored(correction).instanceId);
        one.talk.controller.open(one.id);
        CHECK(one.revision.action().isEmpty());
        CHECK(one.revision.note().startsWith(QStringLiteral("Corrected 09:12.")));
        CHECK(one.stored(one.id).state == store::ConversationState::Sent);
        one.revision.openLinked();
        REQUIRE(eventually([&] { return one.talk.controller.conversationId() == correction; }));
        CHECK(one.revision.action() == QStringLiteral("Reopen")); // it waits in its turn

        one.deliver(correction);
        one.talk.controller.open(correction);
        one.revise();
        one.finish();
        CHECK(one.desk.store->entities(QStringLiteral("consents"))->size() == consents); // of the first of three
    }
}

TEST_CASE("What may be on its way is corrected, and that is said", "[revision]")
{
    Finished one;
    REQUIRE(one.desk.store->beginSending(one.stored(one.id).instanceId));
    one.talk.controller.open(one.id);
    CHECK(one.revision.action() == QStringLiteral("Reopen"));
    one.revise();
    CHECK(one.talk.controller.conversationId() != one.id);
    CHECK(one.revision.note().contains(QStringLiteral("on its way already")));
}

TEST_CASE("A form that is no longer offered still takes the correction of what was asked with it", "[revision]")
{
    Finished one;
    one.deliver(one.id);
    REQUIRE(one.desk.store->retireAllBut({}, {}));
    one.talk.controller.open(one.id);
    one.revise();
    CHECK_FALSE(one.talk.controller.readOnly());
    CHECK(one.finish() != one.id);
}
