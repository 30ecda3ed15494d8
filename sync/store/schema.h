// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/migrations.h"

#include <span>

namespace rapport::store
{

/// The device's schema, version by version. A released step is never edited.
std::span<const db::Migration> schema();

/// Triggers that keep entity_key, to be run in the transaction that fills it for a first property; again is harmless.
const char* keepKeys();

} // namespace rapport::store
