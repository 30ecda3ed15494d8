// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/mergereport.h"
#include "forms/session/formsession.h"
#include "sync/contact/contact.h"
#include "sync/store/store.h"

#include <optional>
#include <vector>

namespace rapport::app
{

/// Fills what is empty of a scanned contact from the organiser's list `attendees`, by its badge number. True where the list knows the badge.
bool resolveByList(store::Store& store, contact::ContactDraft& draft);

/// What the list has done for a conversation.
struct FromList {
    MergeReport report; ///< of the time @p at
    std::vector<forms::NodeId> filled;
};

/// The same of a conversation that was begun with a badge number alone: what somebody has typed meanwhile stays. None where somebody is named, or the
/// list does not know the number.
std::optional<FromList> resolveByList(store::Store& store, forms::FormSession& session, const QDateTime& at);

} // namespace rapport::app
