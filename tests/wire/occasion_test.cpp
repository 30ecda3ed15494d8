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
                                         u"voice_of_customer"_s, u"consent_withdrawal"_s});
    CHECK(occasion->lists.contains(u"contacts"_s));
    CHECK(occasion->badgeRules.size() == 1);
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
        {R"({"id": "a", "title": "Fair", "held_from": "soon"})", u"held_from"_s},
        {R"({"id": "a", "title": "Fair", "badge_rules": [{"match": "(", "property": "contacts.badge_id"}]})", u"badge rule 1"_s},
        {R"({"id": "a", "title": ")" + QByteArray(1024 * 1024, 'x') + "\"}", u"JSON"_s},
    }));
    INFO(row.json.left(60).toStdString());
    const auto occasion = parseOccasion(row.json);
    REQUIRE_FALSE(occasion);
    CHECK(occasion.error().kind == Error::Kind::Invalid);
    CHECK(occasion.error().detail.contains(row.said));
}

TEST_CASE("An occasion begins and ends with the days of its own time zone", "[wire]")
{
    const auto occasion = parseOccasion(R"({"id": "a", "title": "Fair", "from": "2027-11-10", "to": "2027-11-12", "timezone": "Asia/Jakarta"})");
    REQUIRE(occasion);
    const auto phaseAt = [&](const QString& time) { return occasion->phaseAt(QDateTime::fromString(time, Qt::ISODate)); };
    using Phase = Occasion::Phase;
    CHECK(phaseAt(u"2027-11-09T16:59:59Z"_s) == Phase::Ahead);
    CHECK(phaseAt(u"2027-11-09T17:00:00Z"_s) == Phase::Running); // seven hours east of Greenwich
    CHECK(phaseAt(u"2027-11-12T17:59:59+01:00"_s) == Phase::Running);
    CHECK(phaseAt(u"2027-11-12T18:00:00+01:00"_s) == Phase::Over);
    CHECK(occasion->endsAt({}) == QDateTime::fromString(u"2027-11-12T17:00:00Z"_s, Qt::ISODate));

    const auto open = parseOccasion(R"({"id": "a", "title": "Round"})");
    REQUIRE(open);
    CHECK(open->phaseAt(QDateTime::fromString(u"2100-01-01T00:00:00Z"_s, Qt::ISODate)) == Phase::Running);
    CHECK_FALSE(open->endsAt({}).isValid());
}
