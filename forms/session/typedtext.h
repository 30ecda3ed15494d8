// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "forms/xpath/value.h"

#include <optional>

namespace rapport::forms
{

/// What a node of @p type stores for @p text (FORMS-SPEC section 3), or nothing where the type cannot hold it:
/// int "007" → "7" and "4.5" → "4", decimal "7" → "7.0", date "2027-11-10T09:12:00.000+01:00" → the day in local time, geopoint "1 2" →
/// "1.0 2.0". Text is cleared of nothing, and a blank is a blank of every type.
std::optional<QString> typedText(DataType type, const QString& text);
/// The same for the result of an expression, which may be a number of days where the type is a date: blank where the type cannot hold it.
QString typedText(DataType type, const Value& value);

} // namespace rapport::forms
