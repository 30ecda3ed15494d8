// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/occasion.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::wire;
using namespace Qt::StringLiterals;

TEST_CASE("The demo fair is an occasion", "[wire]")
{
    QFile file(QStringLiteral(RAPPORT_SOURCE "/assets/demo/occasion.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto occasion = parseOccasion(file.readAll());
    REQUIRE(occasion);
    CHECK(occasion->id == u"KE27"_s);
    CHECK(occasion->from == QDate(2027, 11, 10));
    CHECK(occasion->timezone == "Europe/Berlin");
    CHECK(occasion->forms == QStringList{u"trade_fair_conversation"_s, u"maintenance_checklist"_s, u"product_configuration"_s, u"account_selection"_s,
                                         u"voice_of_customer"_s});
    CHECK(occasion->lists.contains(u"contacts"_s));
    CHECK(occasion->document[u"consent"_s].toObject()[u"text_id"_s].toString() == u"CT-2027-2"_s);
}

TEST_CASE("An occasion that would not work says which member is wrong", "[wire]")
{
    struct Row {
        QByteArray json;
        QString said;
    };
    const auto row = GENERATE(values<Row>({
        {"", u"JSON"_s},
        {"{\"id\": \"a\", ", u"JSON"_s},
        {"[]", u"id"_s},
        {R"({"title": "Fair"})", u"id"_s},
        {R"({"id": "a"})", u"title"_s},
        {R"({"id": "a", "title": "Fair", "timezone": "Europe/Nowhere"})", u"timezone"_s},
        {R"({"id": "a", "title": "Fair", "from": "2027-11-12", "to": "2027-11-10"})", u"ends before"_s},
        {R"({"id": "a", "title": "Fair", "from": "12.11.2027"})", u"from"_s},
        {R"({"id": "a", "title": ")" + QByteArray(1024 * 1024, 'x') + "\"}", u"JSON"_s},
    }));
    INFO(row.json.left(60).toStdString());
    const auto occasion = parseOccasion(row.json);
    REQUIRE_FALSE(occasion);
    CHECK(occasion.error().kind == Error::Kind::Invalid);
    CHECK(occasion.error().detail.contains(row.said));
}
