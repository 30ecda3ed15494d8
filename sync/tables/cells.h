// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/tables/mapping.h"

namespace rapport::tables
{

/// What @p text becomes by the rule, or what is wrong with it in a sentence without it. Empty stays empty. Telephone numbers as normalisedPhone()
/// has them; a country as its code; a decimal as "-1234.50"; a day as "2027-11-30", whose year has four digits.
Result<QString> cellValue(const QString& text, const PropertyRule& rule, const Mapping& mapping);

} // namespace rapport::tables
