// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/value.h"
#include "forms/xlsform/workbook.h"
#include "forms/xlsform/xlsform.h"

#include <map>
#include <set>

namespace rapport::xlsform
{

/// Which headings a sheet knows, and what else they are called.
struct Headings {
    std::set<QString> known;
    std::map<QString, QStringList> aliases; ///< spelling in snake_case → the column it stands for, as a path
    std::set<QString> required;
};

/// A sheet with its headings understood: each row a Value whose parts are columns. Faults name sheet and row.
struct Table {
    struct Row {
        int number = 0;
        Value value;
    };
    QString sheet;
    std::vector<QStringList> columns; ///< one for each heading
    std::vector<QString> headings;    ///< as the form maker wrote them, in the same order
    std::vector<Row> rows;

    QString heading(QStringView column) const; ///< the form maker's own word for a column, else the column itself
};

enum class Blanks { Keep, Collapse };

/// @p sheet read with @p headings. Curly quotes become straight ones; runs of blanks become one with Blanks::Collapse.
Table readTable(const Sheet& sheet, const QString& name, const Headings& headings, const QString& defaultLanguage, Blanks blanks,
                std::vector<Fault>& faults);

/// "[row : 3] On the 'survey' sheet, the 'name' value is invalid. " + @p advice
Fault invalidValue(const QString& sheet, int row, const QString& column, const QString& advice);

/// "yes", "TRUE", "true()" …; nothing where @p text is none of them.
std::optional<bool> yesOrNo(const QString& text);

} // namespace rapport::xlsform
