// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace rapport::capture
{

/// A place in a text, in UTF-16 units.
struct FoundWord {
    qsizetype at = 0, length = 0;
    friend bool operator==(const FoundWord&, const FoundWord&) = default;
};

/// The words of @p text that begin with a word of @p typed: as the search of the library finds them, without case and accents. A found word is
/// marked to its end. At most 500.
std::vector<FoundWord> wordsIn(const QString& text, const QString& typed);

} // namespace rapport::capture
