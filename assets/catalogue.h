// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/assets.h"

namespace rapport::assets
{

/// What somebody looks for; empty: everything.
struct Wish {
    QString text; ///< of titles, tags and pages, as it is typed
    QString folder, language;
    friend bool operator==(const Wish&, const Wish&) = default;
};

/// An asset in the version that can be shown on that day, and where in it the text was found.
struct Entry {
    store::StoredAsset stored;
    int page = 0;    ///< the first page with all the words, from 1; 0: they are in its title or its tags, or none were typed
    int pages = 0;   ///< how many have them
    QString snippet; ///< of that page; found words stand between U+0002 and U+0003
};

struct Catalogue {
    std::vector<Entry> entries;     ///< what fits the wish: by title; where a text is looked for, titles first, then the most pages
    QStringList folders, languages; ///< of all assets that can be shown, in their order
    int all = 0;                    ///< assets that can be shown, whatever was wished
};

/// Each asset in the version that holds on that day; what is over, recalled, or begins later, is left out.
Result<Catalogue> catalogue(store::Store& store, const Wish& wish, const QDate& today);

} // namespace rapport::assets
