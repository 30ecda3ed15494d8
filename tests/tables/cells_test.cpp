// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/cells.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using tables::Mapping;
using As = tables::PropertyRule::As;

TEST_CASE("What stands in a cell becomes a value, or a fault that does not repeat it", "[tables]")
{
    struct Row {
        As as;
        QString text, value; // "!": a fault
    };
    const auto row = GENERATE(values<Row>({
        {As::Text, u"  two\nlines "_s, u"two\nlines"_s},
        {As::Text, u""_s, u""_s},
        {As::Phone, u"089 5550142"_s, u"+49 89 5550142"_s},
        {As::Phone, u"tel:+45-20-12-34-56"_s, u"+45 20 12 34 56"_s},
        {As::Phone, u"ask for Jogi"_s, u"ask for Jogi"_s}, // whoever wrote that meant something
        {As::Country, u"Deutschland"_s, u"DE"_s},
        {As::Country, u"dk"_s, u"DK"_s},
        {As::Country, u"Utopia"_s, u"!"_s},
        {As::Email, u" mailto:a@x.example "_s, u"a@x.example"_s},
        {As::Email, u"a@x.example; b@x.example"_s, u"!"_s},
        {As::Email, u"none"_s, u"!"_s},
        {As::Decimal, u"1,234,567.50"_s, u"1234567.50"_s},
        {As::Decimal, u"-12"_s, u"-12"_s},
        {As::Decimal, u"12345678901234567890.123456789"_s, u"12345678901234567890.123456789"_s},
        {As::Decimal, u"1,5"_s, u"!"_s}, // one and a half, of somebody else's mapping
        {As::Decimal, u"1.234.567"_s, u"!"_s},
        {As::Decimal, u"about 5"_s, u"!"_s},
        {As::Date, u"2027-11-30"_s, u"2027-11-30"_s},
        {As::Date, u"2027-11-30 14:05:00"_s, u"2027-11-30"_s},
        {As::Date, u"30.11.2027"_s, u"2027-11-30"_s},
        {As::Date, u"3/4/2027"_s, u"2027-04-03"_s},
        {As::Date, u"30.02.2027"_s, u"!"_s},
        {As::Date, u"30.11.27"_s, u"!"_s},
    }));
    INFO(row.text.toStdString());
    Mapping mapping;
    mapping.country = u"DE"_s;
    tables::PropertyRule rule;
    rule.property = u"p"_s;
    rule.as = row.as;
    const auto value = tables::cellValue(row.text, rule, mapping);
    REQUIRE(bool(value) == (row.value != u"!"_s));
    if (value)
        CHECK(*value == row.value);
    else
        CHECK_FALSE(value.error().detail.contains(row.text));
}

TEST_CASE("The mapping says which mark is the decimal one and whether the month comes first", "[tables]")
{
    Mapping mapping;
    mapping.decimalMark = u',';
    mapping.dates = Mapping::DateOrder::MonthFirst;
    tables::PropertyRule amount, day;
    amount.as = As::Decimal;
    day.as = As::Date;
    CHECK(tables::cellValue(u"1.234.567,50"_s, amount, mapping).value_or({}) == u"1234567.50"_s);
    CHECK(tables::cellValue(u"1 234,5"_s, amount, mapping).value_or({}) == u"1234.5"_s);
    CHECK_FALSE(tables::cellValue(u"1,234.50"_s, amount, mapping));
    CHECK(tables::cellValue(u"3/4/2027"_s, day, mapping).value_or({}) == u"2027-03-04"_s);
}

TEST_CASE("A word becomes another one, whatever its case; one that the mapping does not have is a fault or what is said for the rest", "[tables]")
{
    tables::PropertyRule rule;
    rule.words = {{u"sehr heiß"_s, u"hot"_s}, {u"b"_s, u"warm"_s}};
    CHECK(tables::cellValue(u"B"_s, rule, {}).value_or({}) == u"warm"_s);
    CHECK(tables::cellValue(u"zzz"_s, rule, {}).error().detail.contains(u"none of the words"_s));
    rule.otherwise = u"cold"_s;
    CHECK(tables::cellValue(u"zzz"_s, rule, {}).value_or({}) == u"cold"_s);
    CHECK(tables::cellValue(u""_s, rule, {}).value_or(u"?"_s).isEmpty());
}
