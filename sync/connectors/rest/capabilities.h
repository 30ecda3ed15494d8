// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <chrono>

namespace rapport::connectors::rest
{

/// What a mapping's @p lists, by name, push and pull.
template <class Lists>
Capabilities capabilitiesOf(const Lists& lists, std::chrono::milliseconds requestTime)
{
    Capabilities capabilities;
    for (const auto& [name, list] : lists) {
        if (list.push)
            capabilities.pushLists.push_back(name);
        if (list.pull)
            capabilities.pullLists.push_back(name);
    }
    capabilities.maximumRequestTime = std::chrono::ceil<std::chrono::seconds>(requestTime);
    return capabilities;
}

} // namespace rapport::connectors::rest
