// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace rapport::tests
{

/// An .xlsx file of sheets written as text: a line with the sheet's name, then its rows as "| a | b |"; an empty line between them is ignored.
/// The first row of a sheet is row 1. Every cell is text.
QByteArray workbook(const QString& sheets);

/// The parts of a workbook with one sheet, "survey", whose XML is @p sheetXml.
std::vector<std::pair<QString, QByteArray>> rawWorkbook(const QByteArray& sheetXml);

} // namespace rapport::tests
