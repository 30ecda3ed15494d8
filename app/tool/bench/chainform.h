// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace rapport::tool
{

/// An .xlsx form of @p questions rows in blocks of five: a number, a running total of all numbers so far, a text that shows it, a choice and a note,
/// each relevant by what stands before. Whatever is answered, something far below changes.
QByteArray chainWorkbook(int questions);

/// The bytes of the survey sheet of that workbook: what any reader must at least parse.
QByteArray chainSheet(int questions);

/// An XForm whose select takes its choices from items.csv by group, and whose calculate looks the price up.
QByteArray filterForm();
/// "name,label,grp,price" with @p rows rows in a hundred groups.
QByteArray filterCsv(int rows);

} // namespace rapport::tool
