// SPDX-License-Identifier: Apache-2.0
#include "sync/device/backoff.h"

#include <cmath>

namespace rapport::device
{

std::chrono::milliseconds backoff(int n, QRandomGenerator& random)
{
    const double seconds = qMin(std::pow(2.0, qBound(0, n, 20)), 900.0);
    return std::chrono::milliseconds(static_cast<qint64>(seconds * 1000 * (0.8 + 0.4 * random.generateDouble())));
}

} // namespace rapport::device
