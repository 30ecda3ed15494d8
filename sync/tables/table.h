// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace rapport::tables
{

/// A table as another program wrote it: titles, and rows of texts below them.
struct Table {
    struct Row {
        int number = 0;    ///< the line of the text file, or the row of the sheet
        QStringList cells; ///< as many as there are titles, trimmed
    };
    QStringList titles;    ///< with single blanks; empty where a column has none
    QStringList repeated;  ///< those that stand over more than one column, of which the first counts
    std::vector<Row> rows; ///< without those that are empty
    bool isSheet = false;  ///< numbers are rows, not lines
};

/// Where in a file the table stands.
struct TablePlace {
    QString sheet;    ///< of a workbook; empty: the first
    int titleRow = 1; ///< what stands above is left out
};

/// Reads CSV (comma, semicolon, tab or bar, as its first line has most of, or as a line "sep=;" says; UTF-8, UTF-16 with a mark, else Windows-1252)
/// or .xlsx. Limits: 64 MiB, 200,000 rows, 500 columns, 2,000,000 cells, 32,767 characters a cell; of a workbook also 96 MiB unpacked, and rows
/// behind sixty empty ones and columns behind twenty without a title are not seen. An Error is one sentence, without anything that stands in a cell.
Result<Table> readTable(const QByteArray& file, const TablePlace& place = {});

} // namespace rapport::tables
