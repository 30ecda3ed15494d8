// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/repository/repositories.h"

#include <array>
#include <atomic>

namespace rapport::hub
{

/// How many requests were answered with 2xx, 3xx, 4xx and 5xx since the hub was started. Counted on the connections' threads.
class RequestCounts
{
public:
    void count(int status);
    qint64 ofClass(int hundreds) const; ///< 2 … 5

private:
    std::array<std::atomic<qint64>, 4> m_counts{};
};

/// What a hub says of itself in Prometheus' text format (version 0.0.4): counts and sizes, nothing of anybody. No count walks through a table that
/// grows with the records.
Result<QByteArray> metricsText(const Repositories& known, const RequestCounts& requests);

} // namespace rapport::hub
