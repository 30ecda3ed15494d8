// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/migrations.h"

#include <span>

namespace rapport::hub
{

/// The hub's schema, version by version. A released step is never edited.
std::span<const db::Migration> schema();

} // namespace rapport::hub
