// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/country.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using rapport::contact::countryCode;
using rapport::contact::regionNamed;

TEST_CASE("A country is known by its code and by what people call it", "[contact]")
{
    struct Row {
        QString text, code; // empty: none
    };
    const auto row = GENERATE(values<Row>({
        {u"DE"_s, u"DE"_s},
        {u" de "_s, u"DE"_s},
        {u"Deutschland"_s, u"DE"_s},
        {u"GERMANY"_s, u"DE"_s},
        {u"Jerman"_s, u"DE"_s},
        {u"Österreich"_s, u"AT"_s},
        {u"UK"_s, u"GB"_s},
        {u"U.S.A."_s, u"US"_s},
        {u"Rumänien"_s, u"RO"_s},
        {u"România"_s, u"RO"_s},
        {u"Romania"_s, u"RO"_s},
        {u"Türkei"_s, u"TR"_s},
        {u"Korea Selatan"_s, u"KR"_s},
        {u"South Korea"_s, u"KR"_s},
        {u"日本"_s, u"JP"_s},
        {u"Schweiz"_s, u"CH"_s},
        {u"ZZ"_s, {}},
        {u"Bayern"_s, {}},
        {u""_s, {}},
        {u"-"_s, {}},
    }));
    INFO(row.text.toStdString());
    CHECK(countryCode(row.text).value_or(QString()) == row.code);
}

TEST_CASE("On a card only names that are hardly anything else are countries", "[contact]")
{
    CHECK(regionNamed(u"Deutschland"_s) == u"DE"_s);
    CHECK_FALSE(regionNamed(u"Georgia"_s));
    CHECK_FALSE(regionNamed(u"DE"_s));
}
