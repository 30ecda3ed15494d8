// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"

#include <catch2/catch.hpp>

using namespace rapport;
using store::Entity;

namespace
{

const QString contacts = QStringLiteral("contacts"), id = QStringLiteral("11111111-1111-4111-8111-111111111111");

Entity fromHub(qint64 version, const QString& email)
{
    return {
        contacts, id, QStringLiteral("Jan Berg"), version, {}, {}, {{QStringLiteral("email"), email}, {QStringLiteral("phone"), QStringLiteral("1")}},
        false};
}

forms::EntityAction update(const QString& email)
{
    forms::EntityAction action;
    action.list = contacts;
    action.id = id;
    action.update = true;
    action.baseVersion = 3;
    action.properties = {{QStringLiteral("email"), email}};
    return action;
}

} // namespace

TEST_CASE("What was found out stands in the device's own list at once", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    REQUIRE(store->absorbEntities({contacts, {fromHub(3, QStringLiteral("old@a.example"))}, "c1"}));
    REQUIRE(store->finish(test::conversation(), "<data/>", {update(QStringLiteral("new@a.example"))}));
    const auto changed = **store->entity(contacts, id);
    CHECK(changed.properties.at(QStringLiteral("email")) == QStringLiteral("new@a.example"));
    CHECK(changed.properties.at(QStringLiteral("phone")) == QStringLiteral("1"));
    CHECK(changed.version == 4);
    CHECK(changed.trunkVersion == QStringLiteral("3"));
    CHECK_FALSE(changed.branchId.isEmpty());

    SECTION("an older row of the hub does not take it back while it is on its way")
    {
        REQUIRE(store->absorbEntities({contacts, {fromHub(3, QStringLiteral("old@a.example"))}, "c2"}));
        CHECK((*store->entity(contacts, id))->properties.at(QStringLiteral("email")) == QStringLiteral("new@a.example"));
    }
    SECTION("the hub's row wins once it has caught up")
    {
        REQUIRE(store->absorbEntities({contacts, {fromHub(4, QStringLiteral("hub@a.example"))}, "c2"}));
        const auto theirs = **store->entity(contacts, id);
        CHECK(theirs.properties.at(QStringLiteral("email")) == QStringLiteral("hub@a.example"));
        CHECK(theirs.branchId.isEmpty());
    }
    SECTION("a second change of ours keeps trunk and branch")
    {
        REQUIRE(store->finish(test::conversation(), "<data/>", {update(QStringLiteral("newer@a.example"))}));
        const auto twice = **store->entity(contacts, id);
        CHECK(twice.version == 5);
        CHECK(twice.trunkVersion == QStringLiteral("3"));
        CHECK(twice.branchId == changed.branchId);
    }
}

TEST_CASE("What is created here begins a branch without a trunk, and goes on with it", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    REQUIRE(store->finish(test::conversation(), "<data/>", {test::newContact(id, QStringLiteral("a@b.example"))}));
    const auto created = **store->entity(contacts, id);
    CHECK(created.version == 1);
    CHECK(created.trunkVersion.isEmpty());
    CHECK_FALSE(created.branchId.isEmpty());
    forms::EntityAction later = update(QStringLiteral("c@b.example"));
    later.baseVersion = 1;
    REQUIRE(store->finish(test::conversation(), "<data/>", {later}));
    const auto changed = **store->entity(contacts, id);
    CHECK(changed.version == 2);
    CHECK(changed.trunkVersion.isEmpty());
    CHECK(changed.branchId == created.branchId);
    CHECK(changed.label == created.label);

    SECTION("the hub's row of the creation alone does not take the change back")
    {
        REQUIRE(store->absorbEntities({contacts, {fromHub(1, QStringLiteral("a@b.example"))}, "c1"}));
        CHECK((*store->entity(contacts, id))->properties.at(QStringLiteral("email")) == QStringLiteral("c@b.example"));
        REQUIRE(store->absorbEntities({contacts, {fromHub(2, QStringLiteral("c@b.example"))}, "c2"}));
        CHECK((*store->entity(contacts, id))->branchId.isEmpty());
    }
    SECTION("it stays when the hub begins anew and does not know it yet")
    {
        REQUIRE(store->absorbEntities({contacts, {}, "c1", true}));
        CHECK((*store->entity(contacts, id))->version == 2);
    }
}

TEST_CASE("A row of the hub that it does not list any more goes, though it was changed here", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    REQUIRE(store->absorbEntities({contacts, {fromHub(3, QStringLiteral("old@a.example"))}, "c1"}));
    REQUIRE(store->finish(test::conversation(), "<data/>", {update(QStringLiteral("new@a.example"))}));
    REQUIRE(store->absorbEntities({contacts, {}, "c2", true}));
    CHECK_FALSE(*store->entity(contacts, id));
    CHECK(store->outbox()->size() == 1);
}

TEST_CASE("A change of what went meanwhile makes no half of an entity", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    REQUIRE(store->finish(test::conversation(), "<data/>", {update(QStringLiteral("new@a.example"))}));
    CHECK_FALSE(*store->entity(contacts, id));
    Entity gone = fromHub(4, QStringLiteral("old@a.example"));
    gone.deleted = true;
    REQUIRE(store->absorbEntities({contacts, {gone}, "c1"}));
    REQUIRE(store->finish(test::conversation(), "<data/>", {update(QStringLiteral("new@a.example"))}));
    CHECK(store->entities(contacts)->empty());
}

TEST_CASE("Entities are found by id, label and property; deleted ones are not", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    REQUIRE(store->absorbEntities({contacts, {fromHub(1, QStringLiteral("jan@a.example"))}, "c1"}));
    CHECK(store->findEntities(contacts, QStringLiteral("name"), id)->size() == 1);
    CHECK(store->findEntities(contacts, QStringLiteral("label"), QStringLiteral("Jan Berg"))->size() == 1);
    CHECK(store->findEntities(contacts, QStringLiteral("email"), QStringLiteral("jan@a.example"))->size() == 1);
    CHECK(store->findEntities(contacts, QStringLiteral("ema\"il"), QStringLiteral("x"))->empty());
    CHECK(store->findEntities(contacts, QStringLiteral("email"), QStringLiteral("a@jan.example"))->empty()); // the same words, another value
    CHECK(store->findEntities(contacts, QStringLiteral("email"), QStringLiteral("jan@a"))->empty());
    CHECK(store->findEntities(contacts, QStringLiteral("badge_id"), {})->size() == 1); // blank is a value, too
    Entity gone = fromHub(2, QStringLiteral("jan@a.example"));
    gone.deleted = true;
    REQUIRE(store->absorbEntities({contacts, {gone}, "c2"}));
    CHECK(store->entities(contacts)->empty());
    CHECK(*store->cursor(QStringLiteral("entities/contacts")) == "c2");
}
