// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::app
{

/// The customers opened last on this tablet, newest first, as a search would show them; at most 8. Who is gone meanwhile is left out.
Result<std::vector<store::SearchHit>> recentCustomers(store::Store& store);

/// Puts one to the front. @p list is "contacts" or "organisations".
Status rememberCustomer(store::Store& store, const QString& list, const QString& id);

} // namespace rapport::app
