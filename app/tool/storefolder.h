// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <QStringList>

namespace rapport::tool
{

/// Takes --data-dir DIR out of @p words and opens the store in it; looking must not make one.
Result<std::unique_ptr<store::Store>> openStore(QStringList& words, QString& dir);

} // namespace rapport::tool
