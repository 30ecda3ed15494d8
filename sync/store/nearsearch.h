// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

struct Found {
    std::vector<SearchHit> hits;
    bool nearly = false; ///< nothing has words that begin like this: these are near to it
};

/// What Store::search() finds. Where that is nothing, people and firms with words that begin nearly like those of @p text, nearest first: one letter
/// of a word of four or five may be wrong, missing, too many or in its neighbour's place, and two of a longer one. A number is also found as it is
/// dialled at home, in the country of the occasion. At most @p limit (and 200).
Result<Found> find(Store& store, const QString& text, int limit);

} // namespace rapport::store
