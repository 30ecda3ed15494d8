// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/earliervalues.h"
#include "app/conversation/machine.h"
#include "app/conversation/timeline.h"

namespace rapport::app
{

/// What was measured of one quantity, oldest first; `last` is the last value beside the limits that held then.
struct MeasuredSeries {
    QString quantity;
    std::vector<EarlierValue> values;
    Measurement last;
};

/// All that this tablet knows of one machine.
struct MachineFile {
    Machine machine;
    std::vector<Job> tickets;                 ///< open ones, whoever does them, the most pressing first
    std::vector<MeasuredSeries> series;       ///< what was beyond its limits last comes first, then by name; the last 24 values of each
    std::vector<Happening> services;          ///< newest first, a day each; at most 20
    std::vector<store::Conversation> reports; ///< finished conversations of this tablet about it, newest first
    Origin origin;                            ///< of the machine's row
    bool canStart = false;                    ///< there is a form for a machine without a job
};

/// Nothing: it is not on this tablet (any more). Each question is an indexed one.
Result<std::optional<MachineFile>> readMachineFile(store::Store& store, const QString& machineId);

} // namespace rapport::app
