// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/handover.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

wire::HandOver handOver()
{
    wire::HandOver one;
    one.id = u"0b6a3a57-52c7-4a83-9b14-9a6b3f4f0a01"_s;
    one.from = u"a.putra"_s;
    one.to = u"s.wirawan"_s;
    one.givenAt = QDateTime::fromString(u"2027-11-10T02:12:00.000Z"_s, Qt::ISODateWithMs);
    one.conversationId = u"7d1c9f40-0a5e-4a52-8f0e-3a4a34c0b102"_s;
    one.instanceId = u"uuid:7d1c9f40-0a5e-4a52-8f0e-3a4a34c0b103"_s;
    one.formId = u"maintenance"_s;
    one.formVersion = u"3"_s;
    one.jobId = u"job-3"_s;
    one.title = u"Chest freezer"_s;
    one.section = u"/data/points"_s;
    one.answered = 5;
    one.questions = 14;
    one.startedAt = one.givenAt.addSecs(-600);
    one.files = {{u"gasket.jpg"_s, u"image/jpeg"_s, QString(64, u'a'), 12'345}};
    return one;
}

} // namespace

TEST_CASE("A hand-over survives the way through the hub", "[wire][drafts]")
{
    const wire::HandOver sent = handOver();
    const auto read = wire::parseHandOver(wire::toJson(sent));
    REQUIRE(read);
    CHECK(*read == sent);
    const auto listed = wire::parseHandOvers(wire::toJson(std::vector{sent, sent}));
    REQUIRE(listed);
    CHECK(*listed == std::vector{sent, sent});
}

TEST_CASE("What is over has no content any more", "[wire][drafts]")
{
    wire::HandOver over;
    over.id = handOver().id;
    over.state = wire::HandOver::State::Kept;
    over.mine = true;
    over.to = u"s.wirawan"_s;
    over.givenAt = handOver().givenAt;
    const auto read = wire::parseHandOver(wire::toJson(over));
    REQUIRE(read);
    CHECK(*read == over);
    over.state = wire::HandOver::State::Offered;
    CHECK_FALSE(wire::parseHandOver(wire::toJson(over)));
}

TEST_CASE("A hand-over with anything odd in it is refused", "[wire][drafts]")
{
    struct Row {
        const char* note;
        QByteArray from, to;
    };
    const auto row = GENERATE(values<Row>({
        {"an id that is none", "0b6a3a57-52c7", "x"},
        {"another state", "\"offered\"", "\"lost\""},
        {"nobody to take it", "\"s.wirawan\"", "\"\""},
        {"no time", "2027-11-10T02:12:00.000Z", "yesterday"},
        {"a file in another folder", "gasket.jpg", "../gasket.jpg"},
        {"a file without its hash", QByteArray(64, 'a'), "abc"},
        {"a file of no size", "12345", "-1"},
        {"more answers than anybody gives", "\"answered\":5", "\"answered\":-5"},
        {"a title without end", "Chest freezer", QByteArray(5'000, 'x')},
    }));
    INFO(row.note);
    QByteArray json = wire::toJson(handOver());
    REQUIRE(json.contains(row.from));
    CHECK_FALSE(wire::parseHandOver(json.replace(row.from, row.to)));
}

TEST_CASE("People are known by id and name", "[wire][drafts]")
{
    const std::vector<wire::Person> people{{u"s.wirawan"_s, u"Sari Wirawan"_s, u"technician"_s}, {u"a.putra"_s, u"Adi Putra"_s, u"technician"_s}};
    const auto read = wire::parsePeople(wire::toJson(people));
    REQUIRE(read);
    CHECK(*read == people);
    CHECK_FALSE(wire::parsePeople("{\"people\": [{\"id\": \"a.putra\"}]}"));
    CHECK_FALSE(wire::parsePeople("[]"));
}
