// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

/// Store::finish() of what may still be taken back by Store::reopen(): a byte of it goes out at @p notBefore at the earliest, whoever wakes the
/// outbox, also after a restart.
Status finishHeld(Store& store, const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions,
                  const QDateTime& notBefore);

} // namespace rapport::store
