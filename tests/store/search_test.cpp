// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"
#include "sync/store/nearsearch.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;
using store::Entity;

namespace
{

const QString contacts = u"contacts"_s, organisations = u"organisations"_s;

Entity one(const QString& list, const QString& id, const QString& label, const std::map<QString, QString>& properties)
{
    return {list, id, label, 1, {}, {}, properties, false};
}

/// Two firms and three people who work there.
std::unique_ptr<store::Store> customers(test::Folder& folder)
{
    auto store = folder.open();
    REQUIRE(store->absorbEntities(
        {organisations,
         {one(organisations, u"o1"_s, u"Frischmarkt Handels AG"_s, {{u"city"_s, u"Mannheim"_s}, {u"customer_number"_s, u"104711"_s}}),
          one(organisations, u"o2"_s, u"FrigoMart România S.R.L."_s, {{u"city"_s, u"Cluj-Napoca"_s}})},
         "1"}));
    REQUIRE(store->absorbEntities(
        {contacts,
         {one(contacts, u"c1"_s, u"Jonas Weber"_s,
              {{u"organisation_id"_s, u"o1"_s}, {u"email"_s, u"jonas.weber@frischmarkt.example"_s}, {u"phone"_s, u"+49 30 23125-201"_s}}),
          one(contacts, u"c2"_s, u"Aylin Çelik"_s, {{u"organisation_id"_s, u"o2"_s}, {u"badge_id"_s, u"KE27-000017"_s}}),
          one(contacts, u"c3"_s, u"Helene Krüger"_s, {{u"organisation_id"_s, u"o1"_s}, {u"remark"_s, u"never found by this"_s}})},
         "1"}));
    return store;
}

QStringList labels(const Result<std::vector<store::SearchHit>>& hits)
{
    REQUIRE(hits);
    QStringList all;
    for (const store::SearchHit& hit : *hits)
        all.append(hit.label);
    all.sort();
    return all;
}

} // namespace

TEST_CASE("People and firms are found by how their words begin, as somebody types", "[store][search]")
{
    test::Folder folder;
    const auto store = customers(folder);
    struct Row {
        const char* note;
        QString typed;
        QStringList found;
    };
    const auto row = GENERATE(values<Row>({
        {"a name", u"web"_s, {u"Jonas Weber"_s}},
        {"both names, any order", u"weber jo"_s, {u"Jonas Weber"_s}},
        {"without its accents", u"celik"_s, {u"Aylin Çelik"_s}},
        {"with its accents", u"KRÜ"_s, {u"Helene Krüger"_s}},
        {"the firm brings its people", u"frischm"_s, {u"Frischmarkt Handels AG"_s, u"Helene Krüger"_s, u"Jonas Weber"_s}},
        {"name and firm", u"kru frisch"_s, {u"Helene Krüger"_s}},
        {"an e-mail address", u"jonas.weber@fri"_s, {u"Jonas Weber"_s}},
        {"digits of a telephone", u"493023125"_s, {u"Jonas Weber"_s}},
        {"a badge", u"KE27-0000"_s, {u"Aylin Çelik"_s}},
        {"a customer number", u"1047"_s, {u"Frischmarkt Handels AG"_s}},
        {"a remark is nobody's business", u"never"_s, {}},
        {"nothing typed", u"  "_s, {}},
        {"only signs", u"\"*(:-"_s, {}},
        {"signs between", u"\"web\" OR NEAR("_s, {}},
    }));
    INFO(row.note);
    CHECK(labels(store->search(row.typed, 20)) == row.found);
}

TEST_CASE("A hit says where the person works and where the firm is", "[store][search]")
{
    test::Folder folder;
    const auto store = customers(folder);
    CHECK(store->search(u"weber"_s, 5)->front() == store::SearchHit{contacts, u"c1"_s, u"Jonas Weber"_s, u"Frischmarkt Handels AG"_s});
    CHECK(store->search(u"104711"_s, 5)->front().detail == u"Mannheim · 104711");
    CHECK(store->search(u"fri"_s, 5)->front().list == organisations); // names come first
    CHECK(store->search(u"fri"_s, 1)->size() == 1);
}

TEST_CASE("The search follows what changes", "[store][search]")
{
    test::Folder folder;
    const auto store = customers(folder);
    SECTION("a firm's new name finds its people")
    {
        Entity renamed = one(organisations, u"o1"_s, u"Nordmarkt AG"_s, {});
        renamed.version = 2;
        REQUIRE(store->absorbEntities({organisations, {renamed}, "2"}));
        CHECK(labels(store->search(u"nordm"_s, 9)) == QStringList{u"Helene Krüger"_s, u"Jonas Weber"_s, u"Nordmarkt AG"_s});
        CHECK(labels(store->search(u"handels"_s, 9)).isEmpty());
    }
    SECTION("who is deleted is not found")
    {
        Entity gone = one(contacts, u"c1"_s, u"Jonas Weber"_s, {});
        gone.version = 2;
        gone.deleted = true;
        REQUIRE(store->absorbEntities({contacts, {gone}, "2"}));
        CHECK(labels(store->search(u"weber"_s, 9)).isEmpty());
    }
    SECTION("whom the rep has met just now is found")
    {
        forms::EntityAction met;
        met.list = contacts;
        met.id = u"0d1c7f9e-0000-4000-8000-000000000002"_s;
        met.create = true;
        met.label = u"Marek Dvořák"_s;
        REQUIRE(store->finish(test::conversation(), "<data/>", {met}));
        CHECK(labels(store->search(u"dvor"_s, 9)) == QStringList{u"Marek Dvořák"_s});
    }
    SECTION("a pull from the beginning sweeps what it did not bring")
    {
        REQUIRE(store->absorbEntities({contacts, {one(contacts, u"c2"_s, u"Aylin Çelik"_s, {})}, "9", true, false}));
        CHECK(store->countEntities(contacts).value_or(0) == 3); // it has not ended
        REQUIRE(store->absorbEntities({contacts, {one(contacts, u"c4"_s, u"Pavel Horák"_s, {})}, "10", false, true}));
        CHECK(labels(store->search(u"weber"_s, 9)).isEmpty());
        CHECK(store->countEntities(contacts).value_or(0) == 2);
    }
}

TEST_CASE("Where nothing begins as typed, what is nearly there is found and called so", "[store][search]")
{
    test::Folder folder;
    const auto store = customers(folder);
    REQUIRE(store->putOccasion(R"({"id": "ke27", "version": 1, "country": "DE"})"));
    struct Row {
        const char* note;
        QString typed;
        QStringList found;
    };
    const auto row = GENERATE(values<Row>({
        {"a letter too many", u"webber"_s, {u"Jonas Weber"_s}},
        {"a letter missing", u"webr"_s, {u"Jonas Weber"_s}},
        {"neighbours swapped", u"wbeer"_s, {u"Jonas Weber"_s}},
        {"the first letter wrong", u"qeber"_s, {u"Jonas Weber"_s}},
        {"the first letter missing", u"eber"_s, {u"Jonas Weber"_s}},
        {"as one types who has no umlauts", u"krueger"_s, {u"Helene Krüger"_s}},
        {"two errors in a long word", u"frishmrakt"_s, {u"Frischmarkt Handels AG"_s, u"Helene Krüger"_s, u"Jonas Weber"_s}},
        {"the beginning of a word", u"frischrma"_s, {u"Frischmarkt Handels AG"_s, u"Helene Krüger"_s, u"Jonas Weber"_s}},
        {"beside a word without errors", u"helene frishmarkt"_s, {u"Helene Krüger"_s}},
        {"a town", u"manheim"_s, {u"Frischmarkt Handels AG"_s}},
        {"a number as it is dialled at home", u"030 23125"_s, {u"Jonas Weber"_s}},
        {"a number from abroad", u"0049 (30) 2312"_s, {u"Jonas Weber"_s}},
        {"another number", u"030 99999"_s, {}},
        {"a customer number is not mistyped", u"104712"_s, {}},
        {"too many errors", u"wibir"_s, {}},
        {"too short a word", u"wbe"_s, {}},
        {"signs", u"\"*(:- NEAR("_s, {}},
    }));
    INFO(row.note);
    const auto found = store::find(*store, row.typed, 20);
    REQUIRE(found);
    CHECK(labels(found->hits) == row.found);
    CHECK(found->nearly == !row.found.isEmpty());
}

TEST_CASE("What is nearest comes first, and what begins as typed needs no mending", "[store][search]")
{
    test::Folder folder;
    const auto store = customers(folder);
    REQUIRE(store->absorbEntities({contacts, {one(contacts, u"c7"_s, u"Anna Weberle"_s, {}), one(contacts, u"c8"_s, u"Paul Wender"_s, {})}, "2"}));
    const auto exactly = store::find(*store, u"weber"_s, 9);
    CHECK(labels(exactly->hits) == QStringList{u"Anna Weberle"_s, u"Jonas Weber"_s});
    CHECK_FALSE(exactly->nearly);
    CHECK(store::find(*store, u"webbre"_s, 1)->hits.front().label == u"Jonas Weber");
    CHECK(store::find(*store, u"webbre"_s, 1)->hits.size() == 1);
}
