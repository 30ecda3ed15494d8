// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/wire/enrolment.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace rapport::store
{
class Store;
}

namespace rapport::device
{

/// Whether the data of this device may be opened. What is unsent is delivered in any case.
enum class Access {
    Open,
    LeaseEnded, ///< the hub was not reached for the days of the lease; open again with the next contact
    Revoked     ///< the office has withdrawn the access; open again when it gives it back
};

/// How long this device may go on without its hub. Each look at the hub begins it anew.
///
/// Two clocks count: the wall clock since the last contact, and the time that the app has run since then by a clock that nobody sets; the longer one
/// decides. So a clock put back does not make a lease longer than the time the app runs; one put forward closes the device, and opens it again
/// when it is put right; a clock that has lost its time with the battery closes nothing.
struct Lease {
    std::chrono::seconds length{0};
    QDateTime from;              ///< when it began, by this device's clock
    std::chrono::seconds ran{0}; ///< how long the app has been running since then
    bool revoked = false;

    Access accessAt(const QDateTime& now) const;
    std::chrono::seconds leftAt(const QDateTime& now) const; ///< not below zero
    friend bool operator==(const Lease&, const Lease&) = default;
};

/// Kept encrypted in the store. Nothing: no hub has given one yet; the device is open.
Result<std::optional<Lease>> lease(store::Store& store);
Status keepLease(store::Store& store, const Lease& lease);
Lease leaseFrom(const wire::DeviceStatus& status, const QDateTime& now);
/// May the data of @p store be opened now? A lease that cannot be read opens nothing.
Access accessOf(store::Store& store, const QDateTime& now);

/// Counts the time that the app runs into the lease, by a clock that only goes forward.
class LeaseWatch
{
public:
    using Ticks = std::chrono::steady_clock::time_point (*)();
    explicit LeaseWatch(Ticks ticks = std::chrono::steady_clock::now) : m_ticks(ticks), m_last(ticks()) {}

    void begin(store::Store& store, const Lease& fresh); ///< the hub has spoken
    void revoke(store::Store& store);                    ///< the hub has refused: its word holds until it takes it back
    /// Adds what has run since it was last asked, keeps it, and says how things stand.
    Access look(store::Store& store, const QDateTime& now);

private:
    Ticks m_ticks;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace rapport::device
