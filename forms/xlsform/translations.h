// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/survey.h"

namespace rapport::xlsform
{

/// Warns where a language lacks a column that another has, and where or_other meets translations.
void warnOfTranslations(const std::vector<QStringList>& surveyColumns, const std::vector<QStringList>& choiceColumns, bool orOther, Remarks& remarks);

/// Warns where a language is not named as "Name (code)" with a code that machines know (ISO 639).
void warnOfLanguages(const QStringList& languages, Remarks& remarks);

} // namespace rapport::xlsform
