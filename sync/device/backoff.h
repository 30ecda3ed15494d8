// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRandomGenerator>

#include <chrono>

namespace rapport::device
{

/// No wait is longer; a next try that lies farther ahead was noted by a clock that has been set back since.
constexpr std::chrono::minutes longestWait{18};

/// Waits before attempt @p n + 1 after @p n failed ones: 2ⁿ s, at most 15 min, ±20 % so that a booth full of tablets does not knock at once
/// when the hall's Wi-Fi returns.
std::chrono::milliseconds backoff(int n, QRandomGenerator& random);

} // namespace rapport::device
