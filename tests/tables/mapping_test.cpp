// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/mapping.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;

TEST_CASE("The mappings that ship can be used", "[tables]")
{
    for (const QString& name : {u"attendees"_s, u"companies"_s, u"signals"_s}) {
        INFO(name.toStdString());
        const auto mapping = tables::readMapping(tables::shippedMapping(name));
        REQUIRE(mapping);
        CHECK_FALSE(mapping->key.isEmpty());
    }
    CHECK(tables::shippedMapping(u"shoes"_s).isEmpty());
    CHECK(tables::shippedMapping(u"../mappings/signals"_s).isEmpty());
}

TEST_CASE("A mapping with a fault is refused and says where it is", "[tables]")
{
    struct Row {
        QByteArray json;
        QString said;
    };
    const auto row = GENERATE(values<Row>({
        {"{\n\"list\": \"x\",\n}", u"line 3"_s},
        {R"([])", u"\"properties\" is missing"_s},
        {R"({"key": "a"})", u"\"properties\" is missing"_s},
        {R"({"properties": {"a": "A"}})", u"\"key\" is missing"_s},
        {R"({"key": "b", "properties": {"a": "A"}})", u"key: “b” is no property"_s},
        {R"({"key": "a", "label": ["a", "c"], "properties": {"a": "A"}})", u"label: “c” is no property"_s},
        {R"({"key": "a", "properties": {"a": "A"}, "colour": 1})", u"mapping: \"colour\" is not known"_s},
        {R"({"key": "a", "properties": {"a": {"from": "A", "colour": 1}}})", u"properties.a: \"colour\" is not known"_s},
        {R"({"key": "a", "properties": {"a": {}}})", u"properties.a: one of"_s},
        {R"({"key": "a", "properties": {"a": {"from": "A", "value": "x"}}})", u"properties.a: one of"_s},
        {R"({"key": "a", "properties": {"a": {"from": []}}})", u"properties.a.from: a text"_s},
        {R"({"key": "a", "properties": {"a": {"from": "A", "as": "fone"}}})", u"properties.a: \"as\" is none of"_s},
        {R"({"key": "a", "properties": {"a": {"from": "A", "required": "yes"}}})", u"properties.a: \"required\""_s},
        {R"({"key": "a", "properties": {"a": {"find": {"list": "l"}}}})", u"properties.a.find: \"list\" or \"by\""_s},
        {R"({"key": "a", "properties": {"a": "A", "two words": "B"}})", u"properties.two words: that is no name"_s},
        {R"({"key": "a", "properties": {"a": "A", "label": "B"}})", u"properties.label: that is no name"_s},
        {R"({"key": "a", "titles_in_row": 0, "properties": {"a": "A"}})", u"\"titles_in_row\""_s},
        {R"({"key": "a", "decimal_mark": ";", "properties": {"a": "A"}})", u"\"decimal_mark\" is none of"_s},
    }));
    INFO(row.json.toStdString());
    const auto mapping = tables::readMapping(row.json);
    REQUIRE_FALSE(mapping);
    INFO(mapping.error().detail.toStdString());
    CHECK(mapping.error().kind == Error::Kind::Invalid);
    CHECK(mapping.error().detail.contains(row.said));
}
