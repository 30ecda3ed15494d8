// SPDX-License-Identifier: Apache-2.0
// RAPPORT_SAMPLE=DIR hub-writer: writes what a hub's folder in tests/data/schemas holds (the form of the tests, a device, a record with a deal and
// one without), as the hub of the commit that it is built from takes it in.
#include "hub/hubsupport.h"

#include <catch2/catch.hpp>

using namespace rapport;

TEST_CASE("A hub's folder with two records is written")
{
    hub::HubConfig config;
    config.dataDir = qEnvironmentVariable("RAPPORT_SAMPLE");
    config.port = 0;
    REQUIRE_FALSE(config.dataDir.isEmpty());
    const auto hub = hub::Hub::start(config);
    REQUIRE(hub);
    REQUIRE((*hub)->admin().publishForm(test::visitForm()));
    const auto device = (*hub)->admin().addDevice(QStringLiteral("Tablet"));
    REQUIRE(device);
    const test::Client client((*hub)->port(), device->token);
    test::Visit deal;
    deal.deal = true;
    test::Visit other;
    other.name = "Ilse";
    other.email = "ilse@two.example";
    other.label = "Ilse Two";
    CHECK(client.submit(deal.xml()).status == 201);
    CHECK(client.submit(other.xml()).status == 201);
}
