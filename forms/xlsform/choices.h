// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/survey.h"

namespace rapport::xlsform
{

/// The choices sheet as lists, in the order in which they first appear. @p columns receives the sheet's columns.
void readChoices(const Sheet& sheet, Survey& survey, std::vector<QStringList>& columns, Remarks& remarks);

/// The external_choices or osm sheet: rows by list, without the checks of the choices sheet.
QHash<QString, std::vector<Value>> readPlainLists(const Sheet& sheet, const QString& name, const QString& defaultLanguage, Remarks& remarks);

/// external_choices as itemsets.csv: the form maker's headings and cells, each quoted (RFC 4180).
QByteArray itemsetsCsv(const Sheet& sheet);

} // namespace rapport::xlsform
