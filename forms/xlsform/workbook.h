// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace rapport::xlsform
{

/// A sheet as a form maker sees it: a heading for each column, and the rows below that say something.
struct Sheet {
    struct Row {
        int number = 0;                             ///< as the spreadsheet counts
        std::vector<std::pair<int, QString>> cells; ///< index into headings, text; empty cells are not there
    };

    QString name; ///< as in the workbook
    std::vector<QString> headings;
    QString repeatedHeading; ///< one that stands over two columns, of which the first is taken; empty where all differ
    std::vector<Row> rows;
};

/// The sheets of an .xlsx file. Texts are trimmed, no-break spaces made spaces, numbers and dates written as ODK writes them, formulas
/// replaced by their last result. Limits: 64 sheets, 200,000 rows and 2,000,000 cells in all, 2,000 columns, 100,000 characters a cell;
/// no document types, so no entities. What stands above the row of headings is left out.
struct Workbook {
    std::vector<Sheet> sheets;

    static Result<Workbook> read(const QByteArray& xlsx, int headingRow = 1);
};

} // namespace rapport::xlsform
