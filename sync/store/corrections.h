// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

/// As Store::beginSending(), where the hub has the answers of @p answersThere (instanceIDs) though not all their files: a correction of one of these
/// goes out, too.
Result<Store::Sending> beginSending(Store& store, const QString& instanceId, const std::set<QString>& answersThere);

} // namespace rapport::store
