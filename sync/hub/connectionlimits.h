// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>

namespace rapport::hub
{

/// How many clients the hub serves at a time, and how long it waits for each. Fewer than a quarter of the connections left: a quarter of the
/// patience.
struct ConnectionLimits {
    unsigned all = 768;
    unsigned perAddress = 512;                 ///< all of a hall may share one, and all behind a proxy do
    std::chrono::seconds idle{60};             ///< without a byte
    std::chrono::milliseconds headers{15'000}; ///< from the first byte of a request to the end of its headers
    std::chrono::milliseconds window{30'000};  ///< in which a body has to end, or an answer to be read; or else to bring
    qint64 bytesPerSecond = 256;               ///< so much, on the average: then it has another
    std::chrono::milliseconds look{1000};      ///< how often that is looked at
};

} // namespace rapport::hub
