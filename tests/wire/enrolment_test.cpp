// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/enrolment.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

TEST_CASE("An invitation survives the way through a QR code", "[wire]")
{
    const wire::Invitation invitation{QUrl(u"https://hub.example:8440/fair?a=1&b=2"_s), u"ABCD-EFGH-JKMN"_s};
    const auto read = wire::parseInvitation(wire::invitationText(invitation));
    REQUIRE(read);
    CHECK(*read == invitation);
}

TEST_CASE("Only an invitation is taken for one", "[wire]")
{
    struct Row {
        const char* note;
        QString text;
        bool accepted;
    };
    const auto row = GENERATE(values<Row>({
        {"as the hub prints it", u"rapport://enrol?hub=http%3A%2F%2F127.0.0.1%3A8440&code=ABCD-EFGH"_s, true},
        {"blanks around", u"  rapport://enrol?hub=https%3A%2F%2Fhub.example&code=abcd-efgh \n"_s, true},
        {"a link", u"https://hub.example/enrol?hub=x&code=y"_s, false},
        {"no code", u"rapport://enrol?hub=https%3A%2F%2Fhub.example&code=--"_s, false},
        {"an address with a fragment", u"rapport://enrol?hub=https%3A%2F%2Fhub.example%23%00x&code=ABCD"_s, false},
        {"an address with control characters", u"rapport://enrol?hub=https%3A%2F%2Fhub.example%2F?%00%01x&code=ABCD"_s, false},
        {"what no code is made of", u"rapport://enrol?hub=https%3A%2F%2Fhub.example&code=ABCD%00%C3%A9"_s, false},
        {"no hub", u"rapport://enrol?code=ABCD"_s, false},
        {"a file for a hub", u"rapport://enrol?hub=file%3A%2F%2F%2Fetc&code=ABCD"_s, false},
        {"a vCard", u"BEGIN:VCARD"_s, false},
        {"nothing", QString(), false},
        {"an address too long to be written again", u"rapport://enrol?hub=https%3A%2F%2Fhub.example%2F"_s + QString(900, u'ü') + u"&code=ABCD"_s,
         false},
        {"far too much", u"rapport://enrol?hub="_s + QString(100'000, u'a'), false},
    }));
    INFO(row.note);
    CHECK(bool(wire::parseInvitation(row.text)) == row.accepted);
}

TEST_CASE("A code is the same however it is typed", "[wire]")
{
    CHECK(wire::normalisedCode(u"abcd-efgh") == u"ABCDEFGH");
    CHECK(wire::normalisedCode(u" AB CD EFGH ") == u"ABCDEFGH");
    CHECK(wire::normalisedCode(u"O1IL-0000") == u"01110000");
}

TEST_CASE("Messages of the enrolment come through as they were sent", "[wire]")
{
    const QDateTime time = QDateTime::fromString(u"2027-11-10T08:12:00.123Z"_s, Qt::ISODateWithMs);
    const QByteArray key(32, '\x7f'), signature(64, '\x01');
    const auto request = wire::parseEnrolRequest(wire::toJson(wire::EnrolRequest{u"ABCD"_s, u"Tablet 1"_s, key}));
    REQUIRE(request);
    CHECK(request->publicKey == key);
    const auto reply = wire::parseEnrolReply(wire::toJson(wire::EnrolReply{u"d1"_s, u"t"_s, time, key}));
    REQUIRE(reply);
    CHECK(reply->tokenExpires == time);
    CHECK(reply->hubKey == key);
    const auto status = wire::parseDeviceStatus(wire::toJson(wire::DeviceStatus{u"d1"_s, u"Tablet 1"_s, true, time, time, time}));
    REQUIRE(status);
    CHECK(status->revoked);
    CHECK(status->serverTime == time);
    const auto first = wire::parseRenewRequest(wire::toJson(wire::RenewRequest{u"d1"_s, {}, {}}));
    REQUIRE(first);
    CHECK(first->challenge.isEmpty());
    const auto second = wire::parseRenewRequest(wire::toJson(wire::RenewRequest{u"d1"_s, key, signature}));
    REQUIRE(second);
    CHECK(second->signature == signature);
    const auto renewed = wire::parseRenewReply(wire::toJson(wire::RenewReply{{}, u"t2"_s, time}));
    REQUIRE(renewed);
    CHECK(renewed->token == u"t2");
}

TEST_CASE("A torn or foreign message of the enrolment is refused", "[wire]")
{
    const QByteArray body = GENERATE("", "{}", "<html>", "[]", R"({"device_id":7})", R"({"code":"A","name":"n","public_key":"c2hvcnQ="})",
                                     R"({"device_id":"d","challenge":"AAAA","signature":"AAAA"})");
    CHECK_FALSE(wire::parseEnrolRequest(body));
    CHECK_FALSE(wire::parseEnrolReply(body));
    CHECK_FALSE(wire::parseDeviceStatus(body));
    CHECK_FALSE(wire::parseRenewRequest(body));
    CHECK_FALSE(wire::parseRenewReply(body));
    CHECK(wire::refusalIn(body).isEmpty());
}

TEST_CASE("Why a device is refused stands in the header of every 401", "[wire]")
{
    CHECK(wire::refusalInHeader(wire::authenticateHeader(wire::refusal::tokenExpired)) == wire::refusal::tokenExpired);
    CHECK(wire::refusalInHeader("Basic realm=\"hotel\"").isEmpty());
    CHECK(wire::refusalInHeader("Bearer error_description=\"torn").isEmpty());
}
