// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/entitylistsource.h"
#include "app/conversation/formshelf.h"
#include "desk.h"

#include <catch2/catch.hpp>

using namespace rapport::app;
using rapport::app::tests::Desk;
using rapport::app::tests::FullDisk;

TEST_CASE("A form sees an entity list of the store as rows", "[entities]")
{
    const Desk desk;
    const auto source = entitySources(*desk.store)(QStringLiteral("jr://file-csv/contacts.csv"));
    REQUIRE(source);
    CHECK(source->columns().mid(0, 5) == QStringList{QStringLiteral("name"), QStringLiteral("label"), QStringLiteral("__version"),
                                                     QStringLiteral("__trunkVersion"), QStringLiteral("__branchId")});
    CHECK(source->columns().contains(QStringLiteral("email")));

    const auto byId = source->find(QStringLiteral("name"), Desk::weberId());
    REQUIRE(byId.size() == 1);
    CHECK(source->value(byId.front(), QStringLiteral("label")) == QStringLiteral("Jonas Weber"));
    CHECK(source->value(byId.front(), QStringLiteral("__version")) == QStringLiteral("1"));
    CHECK(source->value(byId.front(), QStringLiteral("shoe_size")).isEmpty());
    CHECK(source->find(QStringLiteral("family_name"), QStringLiteral("Weber")) == byId);
    CHECK(source->find(QStringLiteral("family_name"), QStringLiteral("Nobody")).empty());
    CHECK(source->rows().size() == 2);
}

TEST_CASE("A look-up whose index finds no room on the disk walks the list", "[entities]")
{
    const Desk desk;
    const EntityListSource source(*desk.store, QStringLiteral("contacts"));
    const FullDisk full;
    const auto found =
        source.findAll({{QStringLiteral("family_name"), QStringLiteral("Weber")}, {QStringLiteral("given_name"), QStringLiteral("Jonas")}});
    REQUIRE(found.size() == 1);
    CHECK(source.value(found.front(), QStringLiteral("label")) == QStringLiteral("Jonas Weber"));
    CHECK(source.find(QStringLiteral("family_name"), QStringLiteral("Nobody")).empty());
}

TEST_CASE("A row keeps what it held when the form first read it", "[entities]")
{
    const Desk desk;
    EntityListSource source(*desk.store, QStringLiteral("contacts"));
    const auto row = source.find(QStringLiteral("name"), Desk::weberId()).front();
    CHECK(source.value(row, QStringLiteral("label")) == QStringLiteral("Jonas Weber"));
    auto weber = **desk.store->entity(QStringLiteral("contacts"), Desk::weberId());
    weber.version = 2;
    weber.properties[QStringLiteral("email")] = QStringLiteral("j.weber@frischmarkt.example");
    REQUIRE(desk.store->absorbEntities({QStringLiteral("contacts"), {weber}, "2"}));
    CHECK(source.value(row, QStringLiteral("email")) == QStringLiteral("jonas.weber@frischmarkt.example"));
}

TEST_CASE("A form may ask for any property that a list ever had here", "[entities]")
{
    const Desk desk;
    const auto machine = [](const QString& id, const QString& serial, const QString& model) {
        return rapport::store::Entity{
            QStringLiteral("machines"), id, serial, 1, {}, {}, {{QStringLiteral("serial"), serial}, {QStringLiteral("model"), model}}};
    };
    REQUIRE(
        desk.store->absorbEntities({QStringLiteral("machines"),
                                    {machine(QStringLiteral("5b6f2c0e-7f3c-4b51-8f5e-0d6a35f0c001"), QStringLiteral("S-1"), QStringLiteral("HX")),
                                     machine(QStringLiteral("5b6f2c0e-7f3c-4b51-8f5e-0d6a35f0c002"), QStringLiteral("S-2"), QStringLiteral("HX"))},
                                    "1"}));
    const EntityListSource source(*desk.store, QStringLiteral("machines"));
    CHECK(source.columns().mid(5) == QStringList{QStringLiteral("model"), QStringLiteral("serial")});
    const auto both = source.findAll({{QStringLiteral("model"), QStringLiteral("HX")}, {QStringLiteral("serial"), QStringLiteral("S-2")}});
    REQUIRE(both.size() == 1);
    CHECK(source.value(both.front(), QStringLiteral("label")) == QStringLiteral("S-2"));
    CHECK(source.value(both.front() + 1, QStringLiteral("label")).isEmpty()); // no such row
}

TEST_CASE("Each live form is made ready for its look-ups, once", "[entities]")
{
    const Desk desk;
    std::set<QString> known;
    prepareForms(*desk.store, known);
    const auto forms = *desk.store->forms();
    REQUIRE(known.size() == forms.size());
    CHECK(known.count(forms.front().hash) == 1);
    prepareForms(*desk.store, known);
    CHECK(known.size() == forms.size());
}

TEST_CASE("Only CSV files of a form are entity lists", "[entities]")
{
    const Desk desk;
    const auto sources = entitySources(*desk.store);
    CHECK_FALSE(sources(QStringLiteral("jr://images/plate.png")));
    CHECK_FALSE(sources(QStringLiteral("https://hub.example/contacts.csv")));
    CHECK(sources(QStringLiteral("jr://file-csv/never_seen.csv"))->rows().empty());
}
