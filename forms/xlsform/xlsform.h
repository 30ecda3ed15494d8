// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace rapport::xlsform
{

/// Something in a workbook that a form maker has to look at. The message is a whole sentence that says what to do.
struct Fault {
    QString sheet;   ///< as in the workbook, empty where it concerns the whole of it
    int row = 0;     ///< as a spreadsheet counts, 1 is the header; 0: no row
    QString column;  ///< the column's heading, empty: no column
    QString message; ///< begins with "[row : N]" where there is a row, as form makers know it from other tools

    friend bool operator==(const Fault&, const Fault&) = default;
};

struct ConvertOptions {
    QString name; ///< the root element where the settings name none; empty: "data"
    QString stem; ///< the file's name without its ending, the form's id where the settings have none; empty: "data"
};

/// What came of a workbook: an XForm, or the faults that forbid one.
struct Conversion {
    QByteArray xml; ///< UTF-8, indented; empty where there are faults
    std::vector<Fault> faults, warnings;
    std::optional<QByteArray> itemsets; ///< itemsets.csv, where the workbook has external choices

    explicit operator bool() const { return faults.empty(); }
};

/// An XLSForm, .xlsx or .xlsm, as an ODK XForm: the same that pyxform 4.5 makes, but for what it loses silently (ENTITIES.md section 2), which is
/// refused. Reads bytes, never a file or the network. Limits: see Workbook. Source: XLSForm.org reference table, ODK XForms specification.
Conversion convert(const QByteArray& xlsx, const ConvertOptions& options = {});

} // namespace rapport::xlsform
