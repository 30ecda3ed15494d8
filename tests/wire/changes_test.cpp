// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/changes.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

wire::SubmissionHead record()
{
    wire::SubmissionHead head;
    head.instanceId = u"uuid:6f9619ff-8b86-4d01-b42d-00c04fc964ff"_s;
    head.deviceId = u"rapport:tablet-1"_s;
    head.finishedAt = u"2027-11-10T09:16:00.000+01:00"_s;
    return head;
}

forms::EntityAction contact(const QString& id, const std::map<QString, QString>& properties)
{
    forms::EntityAction action;
    action.list = u"contacts"_s;
    action.id = id;
    action.update = true;
    action.properties = properties;
    return action;
}

const QString celik = u"0b7e2f60-0000-4000-8000-000000000001"_s, weber = u"0b7e2f60-0000-4000-8000-000000000002"_s;

} // namespace

TEST_CASE("What a contact consents to becomes one row a purpose, with text, language, time and device", "[wire]")
{
    const auto asked = contact(
        celik, {{u"consent_contact"_s, u"yes"_s}, {u"consent_newsletter"_s, u"no"_s}, {u"consent_text_id"_s, u"CT-1"_s}, {u"language"_s, u"de"_s}});
    const auto consents = wire::consentsOf(record(), {asked});
    REQUIRE(consents.size() == 2);
    CHECK(consents[0].create);
    CHECK(consents[0].list == u"consents");
    CHECK(consents[0].properties == std::map<QString, QString>{{u"contact_id"_s, celik},
                                                               {u"purpose"_s, u"contact"_s},
                                                               {u"given"_s, u"yes"_s},
                                                               {u"text_id"_s, u"CT-1"_s},
                                                               {u"language"_s, u"de"_s},
                                                               {u"at"_s, u"2027-11-10T09:16:00.000+01:00"_s},
                                                               {u"device"_s, u"rapport:tablet-1"_s}});
    CHECK(consents[1].properties.at(u"purpose"_s) == u"newsletter");
    CHECK(consents[1].properties.at(u"given"_s) == u"no");

    SECTION("and has the same id wherever it is derived")
    {
        CHECK(consents == wire::consentsOf(record(), {asked}));
        CHECK(consents[0].id != consents[1].id);
    }
    SECTION("and a second contact of the record has rows of its own")
    {
        const auto both = wire::consentsOf(record(), {asked, contact(weber, {{u"consent_contact"_s, u"yes"_s}})});
        REQUIRE(both.size() == 3);
        CHECK(both[2].properties.at(u"contact_id"_s) == weber);
        CHECK(both[2].id != both[0].id);
    }
}

TEST_CASE("Who was not asked has neither given nor refused", "[wire]")
{
    CHECK(wire::consentsOf(record(), {contact(celik, {{u"family_name"_s, u"Çelik"_s}})}).empty());
    CHECK(wire::consentsOf(record(), {contact(celik, {{u"consent_contact"_s, QString()}})}).empty());
}

TEST_CASE("A record says who finished it, when and on which device, in OpenRosa's words or in XLSForm's", "[wire]")
{
    const char* text = GENERATE(
        "<data "
        "id='f'><meta><instanceID>i</instanceID><userID>anna</userID><deviceID>d1</deviceID><timeEnd>2027-11-10T09:16:00Z</timeEnd></meta></data>",
        "<data id='f'><end>2027-11-10T09:16:00Z</end><username>anna</username><deviceid>d1</deviceid><meta><instanceID>i</instanceID></meta></data>");
    const auto head = wire::parseSubmissionHead(text);
    REQUIRE(head);
    CHECK(head->userId == u"anna");
    CHECK(head->deviceId == u"d1");
    CHECK(head->finishedAt == u"2027-11-10T09:16:00Z");
}
