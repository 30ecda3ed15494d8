// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/states.h"
#include "app/conversation/day.h"
#include "sync/device/device.h"

namespace rapport::app
{

/// What lists call a conversation: the person, else the badge, else its hour.
QString titleOf(const DayEntry& entry, const QDateTime& now);
/// "FrigoMart România S.R.L. · brochure, appointment 17 Nov"
QString detailOf(const DayEntry& entry, const QDateTime& now);
/// "brochure, appointment 17 Nov"
QString agreedIn(const DayEntry& entry, const QDateTime& now);
/// "Corrected 14:05", "Correction"; empty where it is neither.
QString revisionText(const store::Conversation& conversation, const QDateTime& now);
/// "Reopen", "Correct"; empty where it is a draft or was corrected already.
QString revisionAction(const store::Conversation& conversation);
/// "Sending" only where it is certain which one is under way.
ConversationState::State shownState(const DayEntry& entry, const device::Courier::State& courier);
QString stateText(ConversationState::State state);

} // namespace rapport::app
