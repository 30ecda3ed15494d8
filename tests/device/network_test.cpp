// SPDX-License-Identifier: Apache-2.0
// What the system says of the network, by way of Qt and a NetworkManager of the test's own.
#include "support/systembus.h"
#include "sync/device/network.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using device::Link;

namespace
{

template <typename Condition>
bool eventually(Condition condition)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 10'000;) {
        if (condition())
            return true;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    return false;
}

} // namespace

TEST_CASE("The network is told as NetworkManager knows it, and each change of it", "[device][link]")
{
    using Medium = SystemBus::Medium;
    using Metered = SystemBus::Metered;
    struct Step {
        const char* note;
        Medium medium;
        Metered metered;
        Link expected;
    };
    SystemBus bus;
    REQUIRE(bus.runs());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().toUtf8());
    bus.connectBy(Medium::Telephone, Metered::Yes);
    const auto network = device::systemNetwork();
    CHECK(network->link() == Link{Link::Kind::Mobile, true});
    int changes = 0, reached = 0;
    QObject::connect(network.get(), &device::Network::linkChanged, [&] { ++changes; });
    QObject::connect(network.get(), &device::Network::reached, [&] { ++reached; });
    for (const Step& step : {Step{"Wi-Fi", Medium::WiFi, Metered::No, {Link::Kind::WiFi, false}},
                             Step{"a hotspot, as NetworkManager guesses", Medium::WiFi, Metered::Guessed, {Link::Kind::WiFi, true}},
                             Step{"a cable", Medium::Cable, Metered::No, {Link::Kind::Cable, false}},
                             Step{"a telephone by Bluetooth", Medium::TelephoneByBluetooth, Metered::Yes, {Link::Kind::Mobile, true}},
                             Step{"nothing", Medium::None, Metered::No, {Link::Kind::Unknown, false}},
                             Step{"Wi-Fi again", Medium::WiFi, Metered::No, {Link::Kind::WiFi, false}},
                             Step{"a tunnel", Medium::Tunnel, Metered::No, {Link::Kind::Unknown, false}}}) {
        INFO(step.note);
        const int before = changes;
        bus.connectBy(step.medium, step.metered);
        CHECK(eventually([&] { return network->link() == step.expected && changes > before; }));
    }
    CHECK(reached == 1); // after "nothing"
}
