// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace rapport::tables
{

/// Writes an .xlsx file of one sheet, row by row, with one row in memory. Every cell is a text and formatted as one: a spreadsheet neither computes
/// it nor rounds it nor makes a day of it, also after somebody has edited the cell. The first row is bold and stays in sight. A text of more than
/// 32,767 characters, the most that a cell holds, ends with "…" there.
class SpreadsheetWriter
{
public:
    static constexpr int rowLimit = 1'048'576, columnLimit = 16'384;

    /// @p path must not be there; what has to lie somewhere in between lies in its folder, without a name. @p sheet: at most 31 characters.
    SpreadsheetWriter(const QString& path, const QString& sheet);
    ~SpreadsheetWriter();
    SpreadsheetWriter(const SpreadsheetWriter&) = delete;
    SpreadsheetWriter& operator=(const SpreadsheetWriter&) = delete;

    /// Invalid: more than a sheet holds.
    Status add(const QStringList& row);
    /// The file is whole, and was read again to know that; not yet durable. Full, Denied: it could not be written.
    Status finish();

private:
    QByteArray m_path, m_folder;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format *m_text = nullptr, *m_title = nullptr;
    int m_rows = 0, m_filled = 0; ///< an empty row is not written
};

} // namespace rapport::tables
