// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace rapport::contact
{

/// ISO 3166 of a country that is named as cards and letters do in German, English, French, Spanish and Indonesian, folded or not: "Deutschland" is
/// "DE". None where it is something else, or a country that hardly comes up.
std::optional<QString> regionNamed(const QString& name);

/// ISO 3166 of what stands in a column for countries: a code of two letters, what regionNamed() knows, any country's name in English or in a language
/// of its own, and most of them in German and Indonesian.
std::optional<QString> countryCode(const QString& text);

} // namespace rapport::contact
