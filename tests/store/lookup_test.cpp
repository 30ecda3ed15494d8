// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"

#include <catch2/catch.hpp>

using namespace rapport;
using store::Entity;

namespace
{

const QString machines = QStringLiteral("machines"), serial = QStringLiteral("serial"), model = QStringLiteral("model"),
              firm = QStringLiteral("organisation_id");

QString idOf(int number)
{
    return QStringLiteral("5b6f2c0e-7f3c-4b51-8f5e-%1").arg(number, 12, 10, QLatin1Char('0'));
}

/// Every third is an HX, every second stands at firm f1, all others have neither.
Entity machine(int number, qint64 version = 1)
{
    Entity made{machines, idOf(number), QStringLiteral("Machine %1").arg(number), version, {}, {}, {{serial, QStringLiteral("S-%1").arg(number)}}};
    if (number % 3 == 0)
        made.properties[model] = QStringLiteral("HX");
    if (number % 2 == 0)
        made.properties[firm] = QStringLiteral("f1");
    return made;
}

struct Yard {
    explicit Yard(int count)
    {
        store::EntityPull page{machines, {}, "c1", true};
        for (int i = 1; i <= count; ++i)
            page.rows.push_back(machine(i));
        REQUIRE(store->absorbEntities(page));
    }
    /// Serial numbers of the machines that match, in order.
    QString found(const std::vector<store::EntityKey>& keys) const
    {
        QStringList serials;
        const auto rows = store->findRows(machines, keys);
        REQUIRE(rows);
        for (const qint64 row : *rows)
            serials.append((*store->entityAt(row))->properties[serial]);
        return serials.join(QLatin1Char(' '));
    }

    test::Folder folder;
    std::unique_ptr<store::Store> store = folder.open();
};

} // namespace

TEST_CASE("Rows are found by any property, alone or together", "[store]")
{
    const Yard yard(12);
    CHECK(yard.found({{serial, QStringLiteral("S-7")}}) == QStringLiteral("S-7"));
    CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-3 S-6 S-9 S-12"));
    CHECK(yard.found({{model, QStringLiteral("hx")}}).isEmpty());
    CHECK(yard.found({{QStringLiteral("label"), QStringLiteral("Machine 5")}}) == QStringLiteral("S-5"));
    CHECK(yard.found({{QStringLiteral("name"), idOf(4)}}) == QStringLiteral("S-4"));
    CHECK(yard.found({{firm, QStringLiteral("f1")}}) == QStringLiteral("S-2 S-4 S-6 S-8 S-10 S-12"));
    CHECK(yard.found({{firm, QStringLiteral("f1")}, {model, QStringLiteral("HX")}}) == QStringLiteral("S-6 S-12"));
    CHECK(yard.found({{model, QStringLiteral("HX")}, {serial, QStringLiteral("S-4")}}).isEmpty());
    CHECK(yard.found({{firm, {}}, {model, {}}}) == QStringLiteral("S-1 S-5 S-7 S-11")); // blank where there is none
    CHECK(yard.found({{QStringLiteral("__version"), QStringLiteral("1")}, {serial, QStringLiteral("S-1")}}) == QStringLiteral("S-1"));
    CHECK(yard.found({{QStringLiteral("__branchId"), {}}, {model, QStringLiteral("HX")}}) == QStringLiteral("S-3 S-6 S-9 S-12"));
    CHECK(yard.found({{QStringLiteral("a\"b"), QStringLiteral("x")}}).isEmpty());
    CHECK(yard.store->entityRows(machines)->size() == 12);
}

TEST_CASE("An index that is made beforehand finds the same", "[store]")
{
    const Yard yard(6);
    for (const QString& property : {QStringLiteral("name"), model, model, firm})
        CHECK(yard.store->makeFindable(machines, property));
    CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-3 S-6"));
    CHECK(yard.found({{firm, {}}}) == QStringLiteral("S-1 S-3 S-5"));
}

TEST_CASE("Values that thousands have are cut with one another", "[store]")
{
    const Yard yard(3'000); // 1,500 at f1, 1,000 HX
    CHECK(yard.store->findRows(machines, {{firm, QStringLiteral("f1")}, {model, QStringLiteral("HX")}})->size() == 500);
    CHECK(yard.store->findRows(machines, {{model, {}}, {firm, {}}})->size() == 1'000);
}

TEST_CASE("What was asked for once is found by what it has become", "[store]")
{
    const Yard yard(6);
    CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-3 S-6"));
    CHECK(yard.found({{serial, QStringLiteral("S-3")}}) == QStringLiteral("S-3"));

    SECTION("another value")
    {
        Entity changed = machine(3, 2);
        changed.properties[model] = QStringLiteral("LX");
        REQUIRE(yard.store->absorbEntities({machines, {changed}, "c2"}));
        CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-6"));
        CHECK(yard.found({{model, QStringLiteral("LX")}}) == QStringLiteral("S-3"));
    }
    SECTION("one that came")
    {
        REQUIRE(yard.store->absorbEntities({machines, {machine(9)}, "c2"}));
        CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-3 S-6 S-9"));
    }
    SECTION("one that was deleted, and one that came back")
    {
        Entity gone = machine(3, 2);
        gone.deleted = true;
        REQUIRE(yard.store->absorbEntities({machines, {gone}, "c2"}));
        CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-6"));
        REQUIRE(yard.store->absorbEntities({machines, {machine(3, 3)}, "c3"}));
        CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-3 S-6"));
    }
    SECTION("those that the hub does not list any more")
    {
        REQUIRE(yard.store->absorbEntities({machines, {machine(6)}, "c2", true}));
        CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-6"));
    }
    SECTION("what a form changed")
    {
        forms::EntityAction action;
        action.list = machines;
        action.id = idOf(6);
        action.update = true;
        action.properties = {{model, QStringLiteral("LX")}};
        REQUIRE(yard.store->finish(test::conversation(), "<data/>", {action}));
        CHECK(yard.found({{model, QStringLiteral("LX")}}) == QStringLiteral("S-6"));
    }
    SECTION("by another connection")
    {
        const auto second = yard.folder.open();
        REQUIRE(second->absorbEntities({machines, {machine(12)}, "c2"}));
        CHECK(yard.found({{model, QStringLiteral("HX")}}) == QStringLiteral("S-3 S-6 S-12"));
    }
}

TEST_CASE("A list tells the properties that its entities ever had", "[store]")
{
    const Yard yard(3);
    CHECK(*yard.store->propertyNames(machines) == QStringList{model, firm, serial});
    CHECK(yard.store->propertyNames(QStringLiteral("parts"))->isEmpty());
    forms::EntityAction action;
    action.list = machines;
    action.id = idOf(1);
    action.update = true;
    action.properties = {{QStringLiteral("hours"), QStringLiteral("7")}};
    REQUIRE(yard.store->finish(test::conversation(), "<data/>", {action}));
    CHECK(yard.store->propertyNames(machines)->contains(QStringLiteral("hours")));
}
