// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/changes.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

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
