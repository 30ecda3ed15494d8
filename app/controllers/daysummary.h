// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/day.h"
#include "sync/device/device.h"

#include <QHash>

namespace rapport::app
{

/// How much of one conversation goes out.
struct OutgoingSize {
    qint64 bytes = 0; ///< of its answers and files
    int files = 0;
};
Result<QHash<QString, OutgoingSize>> outgoingSizes(store::Store& store, const std::vector<store::ConversationId>& conversations); ///< by their ids

/// What became of the day's conversations, state by state, each with its time, its size and what it waits for, as text that may be handed to anybody:
/// no names, firms or answers, and none of the sentences of targets, which may quote them.
QString daySummary(const Day& day, const QHash<QString, OutgoingSize>& sizes, const device::Courier::State& courier, const QString& device);

} // namespace rapport::app
