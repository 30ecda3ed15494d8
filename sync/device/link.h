// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QtGlobal>

#include <optional>

namespace rapport::store
{
class Store;
}

namespace rapport::device
{

/// The network that this device is on, as far as its system tells.
struct Link {
    /// Mobile is a telephone's network, in the device or by Bluetooth. A virtual private network and what the system says nothing of are Unknown.
    enum class Kind { Unknown, Cable, WiFi, Mobile };
    Kind kind = Kind::Unknown;
    bool metered = false; ///< its data are counted: a contract with a limit, a telephone's hotspot
    friend bool operator==(const Link&, const Link&) = default;
};

/// Whether a file may go now, or what it waits for.
enum class Passage { Goes, WaitsForWiFi, WaitsForUnmetered };

/// Which files go over which network. Answers are not asked for: they are small and always go at once.
struct LinkRules {
    enum class Files { AnyNetwork, WiFiAndCable };
    static constexpr qint64 usualLimit = 5'000'000;

    Files files = Files::AnyNetwork;
    std::optional<qint64> meteredLimit = usualLimit; ///< bytes; a larger file waits while the network is metered. Nothing: none waits for that

    /// An Unknown network counts as allowed, whatever is asked for: a laptop without NetworkManager must not be stuck.
    Passage passageOf(qint64 bytes, const Link& link) const;
    friend bool operator==(const LinkRules&, const LinkRules&) = default;
};

/// Those of this device; the usual ones where nobody has chosen, or what was kept cannot be understood.
Result<LinkRules> linkRules(store::Store& store);
Status keepLinkRules(store::Store& store, const LinkRules& rules);

} // namespace rapport::device
