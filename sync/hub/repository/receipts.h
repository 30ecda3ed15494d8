// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/wire/receipt.h"

namespace rapport::hub
{

/// What devices are told of their records. Calls that change something belong into a unit of work (repositories.h).
class Receipts
{
public:
    virtual ~Receipts() = default;

    /// The receipt of its record at its target, of which there is one: it takes the place of the one before, and stands behind all others in the
    /// pages of the record's device. Idempotent: one that says the same (title, state, reference, sentence) stays where it is.
    virtual Status write(const wire::Receipt& receipt, const QString& deviceId) = 0;
    virtual Result<bool> has(const QString& instanceId, const QString& target) const = 0;
    /// At most 1,000 receipts of a device, in the order of their writing, from @p cursor on; empty: from the beginning. Without gaps: whatever is
    /// committed after this page was read, by whichever connection, stands behind its cursor. A cursor from before a restore begins anew, with reset.
    virtual Result<wire::ReceiptPage> page(const QString& deviceId, const QByteArray& cursor) const = 0;
};

} // namespace rapport::hub
