// SPDX-License-Identifier: Apache-2.0
// What a pull remembers and how it compares, without a server.
#include "sync/connectors/connector.h"
#include "sync/connectors/sweepcursor.h"
#include "sync/connectors/tryton/pulledrecord.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors::tryton;
using rapport::connectors::saysTheSame;
using rapport::connectors::SweepCursor;

TEST_CASE("A pulled value that says what is known already, written another way, is no change", "[connectors]")
{
    struct Row {
        QString property, pulled, known;
        bool same;
    };
    const auto row = GENERATE(values<Row>({
        {u"as_of"_s, u"2027-11-10T14:05:00Z"_s, u"2027-11-09T14:05:00Z"_s, true},
        {u"amount"_s, u"42250.50"_s, u"42250.5"_s, true},
        {u"amount"_s, u"100.00"_s, u"100"_s, true},
        {u"amount"_s, u"-0.00"_s, u"0"_s, true},
        {u"amount"_s, u"0.10000000000000000001"_s, u"0.1"_s, false},
        {u"amount"_s, u"1000"_s, u"100"_s, false},
        {u"phone"_s, u"+49 1512 3456789"_s, u"+49 151 23456789"_s, true},
        {u"phone"_s, u"+49 1512 3456789"_s, u"+49 151 23456780"_s, false},
        {u"other_phones"_s, u"+497111 +497112"_s, u"+49(711)2 +49-711-1"_s, true},
        {u"other_emails"_s, u"b@x.example a@x.example"_s, u"a@x.example b@x.example"_s, true},
        {u"title"_s, u"Pumps"_s, u"pumps"_s, false},
    }));
    INFO(row.property.toStdString() << ": " << row.pulled.toStdString());
    CHECK(saysTheSame(row.property, row.pulled, row.known) == row.same);
}

TEST_CASE("A cursor is read back as it was, and one that is torn is refused", "[connectors]")
{
    SweepCursor cursor;
    cursor.mapping = "0123456789abcdef";
    cursor.model = u"party.party"_s;
    cursor.stage = SweepCursor::Stage::Sweep;
    cursor.since = QDateTime(QDate(2027, 11, 10), QTime(14, 5), Qt::UTC);
    cursor.after = 700;
    cursor.known = {1, 2, 127, 128, 129, 20'000, 2'147'483'647};
    const auto again = SweepCursor::parse(cursor.bytes());
    REQUIRE(again);
    CHECK(*again == cursor);

    for (int id = 1; id < 200'000; id += 2)
        cursor.known.insert(id);
    CHECK(cursor.bytes().size() < 20'000);
    for (const QByteArray& bytes : {QByteArray("{"), QByteArray("page 2"), QByteArray(R"({"v":2,"after":0})"), QByteArray(R"({"v":1,"after":-1})")})
        CHECK(SweepCursor::parse(bytes).error().kind == Error::Kind::Corrupt);
}

TEST_CASE("A record becomes an entity: the first row that fits, the rest as a set, exact amounts, and nothing where nothing stands", "[connectors]")
{
    const auto list =
        readPullList(QJsonDocument::fromJson(R"({"model": "party.party", "key": "code", "label": ["description", "name"], "properties": {
        "family_name": {"field": "name", "words": "last", "foreign": true},
        "given_name": {"field": "name", "words": "leading", "foreign": true},
        "organisation_id": {"field": "relations.to", "where": {"type.name": "Contact person of"}, "reference": "party.party"},
        "email": {"field": "m.value", "where": {"type": "email"}}, "other_emails": {"field": "m.value", "where": {"type": "email"}, "rest": true},
        "other_phones": {"field": "m.value", "where": {"type": ["phone", "mobile"]}, "rest": true},
        "number": {"field": "m.value", "where": {"type": null}}, "street": {"field": "a.street"}, "country": {"field": "a.country.code"},
        "amount": {"field": "amount"}, "date": {"field": ["sale_date", "create_date"]}, "as_of": {"now": true}, "source": {"title": true}}})")
                         .object(),
                     u"pull.x"_s);
    REQUIRE(list);
    QJsonObject record = QJsonDocument::fromJson(R"({"id": 7, "code": "17", "name": "Kim Anh  Nguyen", "description": null,
        "relations.": [{"to": 4, "type.": {"name": "Rival"}}, {"to": 5, "type.": {"name": "Contact person of"}}],
        "m.": [{"type": "phone", "value": "+49 1"}, {"type": "email", "value": "a@x.example"}, {"type": "email", "value": "b@x.example"},
               {"type": "email", "value": "c@x.example"}, {"type": "mobile", "value": "+49 2 3"}, {"type": null, "value": "N-1"}],
        "a.": [{"street": null, "country.": null}, {"street": "Main St 1", "country.": {"code": "DE"}}],
        "amount": {"__class__": "Decimal", "decimal": "90071992547409931.10"}, "sale_date": null,
        "create_date": {"__class__": "datetime", "year": 2027, "month": 1, "day": 2, "hour": 3, "minute": 4, "second": 5, "microsecond": 6}})")
                             .object();
    const QDateTime now(QDate(2027, 11, 10), QTime(14, 5), Qt::UTC);
    auto change = changeOf(u"x"_s, *list, record, u"ERP"_s, now);
    CHECK(change.remoteId == u"party.party,7"_s);
    CHECK(change.label == u"Kim Anh Nguyen"_s);
    CHECK(change.properties == std::map<QString, QString>{{u"family_name"_s, u"Nguyen"_s},
                                                          {u"given_name"_s, u"Kim Anh"_s},
                                                          {u"organisation_id"_s, u"party.party,5"_s},
                                                          {u"email"_s, u"a@x.example"_s},
                                                          {u"other_emails"_s, u"b@x.example c@x.example"_s},
                                                          {u"other_phones"_s, u"+4923"_s},
                                                          {u"number"_s, u"N-1"_s},
                                                          {u"street"_s, u"Main St 1"_s},
                                                          {u"country"_s, u"DE"_s},
                                                          {u"amount"_s, u"90071992547409931.10"_s},
                                                          {u"date"_s, u"2027-01-02"_s},
                                                          {u"as_of"_s, u"2027-11-10T14:05:00Z"_s},
                                                          {u"source"_s, u"ERP"_s}});
    record[u"code"_s] = u"RAP-6f1d"_s; // a person whom we made: we know how the name is divided
    change = changeOf(u"x"_s, *list, record, u"ERP"_s, now);
    CHECK(!change.properties.contains(u"family_name"_s));
    CHECK(change.properties.contains(u"email"_s));
}

TEST_CASE("A pull direction that cannot work is refused with the place of its fault", "[connectors]")
{
    struct Row {
        const char* json;
        const char* place;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"label": "name"})", "pull.x: \"model\""},
        {R"({"model": "m"})", "pull.x: \"label\""},
        {R"({"model": "m", "label": "name", "colour": 1})", "pull.x: \"colour\""},
        {R"({"model": "m", "label": "name", "properties": {"a": {}}})", "pull.x.properties.a: one of"},
        {R"({"model": "m", "label": "name", "properties": {"a": {"field": "f", "now": true}}})", "pull.x.properties.a: one of"},
        {R"({"model": "m", "label": "name", "properties": {"a": {"field": []}}})", "pull.x.properties.a: no field"},
        {R"({"model": "m", "label": "name", "properties": {"a": {"field": "f", "words": "some"}}})", "pull.x.properties.a: words \"some\""},
        {R"({"model": "m", "label": "name", "properties": {"a": {"felid": "f"}}})", "pull.x.properties.a: \"felid\""},
    }));
    INFO(row.json);
    const auto list = readPullList(QJsonDocument::fromJson(row.json).object(), u"pull.x"_s);
    REQUIRE(!list);
    INFO(list.error().detail.toStdString());
    CHECK(list.error().detail.contains(QLatin1String(row.place)));
}
