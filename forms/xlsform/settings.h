// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/survey.h"

namespace rapport::xlsform
{

/// The settings sheet, or what holds without one. @p sheet may be null.
Settings readSettings(const Sheet* sheet, const ConvertOptions& options, Remarks& remarks);

/// A row of the survey sheet whose type is a setting ("set form title"); false where it is none.
bool settingInSurvey(Settings& settings, const QString& type, const QString& value);

} // namespace rapport::xlsform
