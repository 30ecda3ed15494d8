// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/survey.h"

namespace rapport::xlsform
{

/// Columns such as "bind::odk:x" become XML attributes: refuses names that cannot be one, and prefixes that nobody declared, for which no
/// engine could read the form. Such a prefix after single colons ("bind:x:y") never was one: the column is left out, with a warning.
void checkAttributes(Survey& survey, Remarks& remarks);

} // namespace rapport::xlsform
