// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/mapping.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using rapport::connectors::tryton::parseMapping;

TEST_CASE("A mapping that cannot work is refused with the place of its fault", "[connectors]")
{
    struct Row {
        const char* json;
        const char* place; // nullptr: accepted
    };
    const auto row = GENERATE(values<Row>({
        {R"({"lists":{"contacts":{"model":"m","key":"k","number":{"field":"k","text":"%1"},"fields":{"name":{"from":"label"}}}}})", nullptr},
        {R"({"lists":)", "byte"},
        {R"({})", "lists"},
        {R"({"lists":{"contacts":{"key":"k","number":{"field":"k","text":"%1"}}}})", "lists.contacts: \"model\""},
        {R"({"lists":{"contacts":{"model":"m","key":"k","number":{"field":"k","text":"%1"},"fields":{"name":{"form":"label"}}}}})",
         "lists.contacts.fields.name: \"form\""},
        {R"({"lists":{"contacts":{"model":"m","key":"k","number":{"field":"k","text":"%1"},"fields":{"name":{"from":"a","value":"b"}}}}})",
         "lists.contacts.fields.name: one source"},
        {R"({"lists":{"contacts":{"model":"m","key":"k","number":{"field":"k","text":"%1"},"fields":{"name":{"from":"a","augment":"guess"}}}}})",
         "lists.contacts.fields.name: augment \"guess\""},
        {R"({"lists":{"contacts":{"model":"m","key":"k","number":{"field":"k","text":"%1"},"rows":[{"field":"f","values":{}}]}}})",
         "lists.contacts.rows[0]: \"same\""},
        {R"({"lists":{"contacts":{"model":"m","key":"k","number":{"field":"k","text":"%1"},"fields":{"c":{"find":{"model":"x","field":"y"}}}}}})",
         "lists.contacts.fields.c: \"from\""},
    }));
    INFO(row.json);
    const auto mapping = parseMapping(row.json);
    CHECK(bool(mapping) == (row.place == nullptr));
    if (!mapping && row.place) {
        INFO(mapping.error().detail.toStdString());
        CHECK(mapping.error().detail.contains(QLatin1String(row.place)));
    }
}
