// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <memory>

namespace rapport::test
{

class NetworkManager;

/// A system bus of the test's own, on which a NetworkManager tells of networks that the test chooses: as much of it as Qt asks for. Answers on a
/// thread of its own.
class SystemBus
{
public:
    SystemBus();
    ~SystemBus();
    SystemBus(const SystemBus&) = delete;
    SystemBus& operator=(const SystemBus&) = delete;

    bool runs() const;
    QString address() const; ///< for DBUS_SYSTEM_BUS_ADDRESS

    enum class Medium { None, Cable, WiFi, Telephone, TelephoneByBluetooth, Tunnel };
    enum class Metered { No, Yes, Guessed };
    void connectBy(Medium medium, Metered metered = Metered::No);

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace rapport::test
