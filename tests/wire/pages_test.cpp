// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/entitypage.h"
#include "sync/wire/receipt.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::wire;
using namespace Qt::StringLiterals;

TEST_CASE("A page of entities arrives as it was sent", "[wire]")
{
    EntityPage page{u"contacts"_s, {}, "e1.17", true, true};
    page.rows.push_back({u"id-1"_s, u"Jonas Größe"_s, 4, false, {{u"email"_s, u"j@x.example"_s}, {u"remark"_s, u"two\nlines, \"quoted\""_s}}});
    page.rows.push_back({u"id-2"_s, QString(), 9'000'000'000, true, {}});
    const auto parsed = parseEntityPage(toJson(page));
    REQUIRE(parsed);
    CHECK(parsed->list == page.list);
    CHECK(parsed->rows == page.rows);
    CHECK(parsed->cursor == page.cursor);
    CHECK(parsed->more);
    CHECK(parsed->reset);
}

TEST_CASE("Receipts arrive as they were sent", "[wire]")
{
    const auto at = QDateTime(QDate(2027, 11, 10), QTime(9, 30, 0, 250), Qt::UTC);
    const ReceiptPage page{{{u"uuid:1"_s, u"erp"_s, u"ERP"_s, Receipt::State::Confirmed, u"Opportunity 11"_s, QString(), at},
                            {u"uuid:2"_s, u"erp"_s, u"ERP"_s, Receipt::State::NeedsYou, QString(), u"The country is not known there."_s, at},
                            {u"uuid:3"_s, u"hub"_s, u"Hub"_s, Receipt::State::Waiting, QString(), QString(), at}},
                           "42",
                           true};
    const auto parsed = parseReceipts(toJson(page));
    REQUIRE(parsed);
    CHECK(parsed->receipts == page.receipts);
    CHECK(parsed->cursor == "42");
    CHECK(parsed->more);
}

TEST_CASE("What is no page is refused by both readers", "[wire]")
{
    struct Row {
        const char* note;
        QByteArray body;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", ""},
        {"a page of the hall's Wi-Fi", "<html><body>Please sign in</body></html>"},
        {"another JSON", R"({"error": "no"})"},
        {"an array", "[]"},
        {"torn", R"({"rows": [{"id": "a", "prop)"},
        {"no cursor", R"({"rows": [], "receipts": []})"},
        {"rows that are none", R"({"rows": {}, "receipts": {}, "cursor": "1"})"},
        {"a row without id", R"({"rows": [{"label": "x"}], "receipts": [{"state": "waiting"}], "cursor": "1"})"},
        {"deeper than anybody asks", QByteArray("[").repeated(5000)},
    }));
    INFO(row.note);
    CHECK_FALSE(parseEntityPage(row.body));
    CHECK_FALSE(parseReceipts(row.body));
}

TEST_CASE("A page with more rows than a page may have is refused", "[wire]")
{
    EntityPage page{u"contacts"_s, std::vector<EntityRow>(5001, EntityRow{u"id"_s, {}, 1, false, {}}), "1", false, false};
    CHECK_FALSE(parseEntityPage(toJson(page)));
    page.rows.resize(5000);
    CHECK(parseEntityPage(toJson(page)));
}

TEST_CASE("Who is deleted has an id and a version, whatever else is said of her", "[wire]")
{
    const auto page = wire::parseEntityPage(
        R"({"list":"contacts","rows":[{"id":"a","version":4,"deleted":true,"label":"Ana","properties":{"email":"x"}}],"cursor":"c","more":false})");
    REQUIRE(page);
    REQUIRE(page->rows.size() == 1);
    CHECK(page->rows[0].label.isEmpty());
    CHECK(page->rows[0].properties.empty());
    CHECK(wire::parseEntityPage(wire::toJson(*page))->rows == page->rows);
}
