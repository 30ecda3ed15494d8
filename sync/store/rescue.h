// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

/// The outbox as it goes into a rescue file, in its order. On the disk before this returns: all of it may be on its way from now on, so that nothing
/// of it is reopened (Store::reopen()) while a copy of it is somewhere else. What is held back for a moment is among it.
Result<std::vector<OutboxItem>> beginRescue(Store& store);

} // namespace rapport::store
