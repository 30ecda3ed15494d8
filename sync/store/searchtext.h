// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

/// What stands in the index of the search of one person or firm; its columns as search.cpp has them.
struct SearchText {
    QString name, firm, more;
};
SearchText searchText(const Entity& entity, const QString& firm);

} // namespace rapport::store
