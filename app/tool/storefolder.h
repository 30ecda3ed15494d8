// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <QStringList>

namespace rapport::tool
{

/// What is shown of a store: what waits can be looked at, and saved, also where the hub has closed the data (sync/device/lease.h).
enum class Shown { Data, WhatWaits };

/// Takes --data-dir DIR out of @p words and opens the store in it; looking must not make one. Denied where the data are closed.
Result<std::unique_ptr<store::Store>> openStore(QStringList& words, QString& dir, Shown shown = Shown::Data);

} // namespace rapport::tool
