// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/mapping.h"

namespace rapport::connectors::rest
{

/// Whether both say the same: 12.50 is 12.5, and how lines end and how many blanks stand between two words is the server's affair.
bool saysTheSame(const Json& one, const Json& other);

/// What @p field has to become where @p there is what it should augment; nothing: it stays. @p ours: the object is one that we made.
std::optional<Json> changeOf(const Field& field, const Json& wanted, const Json& there, bool ours);

} // namespace rapport::connectors::rest
