// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace rapport::connectors::files
{

/// A CSV file as RFC 4180 has it: UTF-8 with a byte order mark (Excel reads umlauts only then), CRLF, fields quoted where needed, first row = header.
struct Csv {
    QStringList header;
    std::vector<QStringList> rows; ///< each as long as the header

    /// Also takes files without the mark, with LF, with short rows (filled up). Corrupt: a quotation mark is never closed, or a row is too long.
    static Result<Csv> parse(const QByteArray& bytes);
    QByteArray bytes() const;
    static QString line(const QStringList& fields); ///< one record with its end

    int columnOf(const QString& name);   ///< adds the column at the end where it is missing
    int rowOf(const QString& key) const; ///< by the first column; -1: none
    friend bool operator==(const Csv&, const Csv&) = default;
};

/// @p value so that a spreadsheet shows it instead of computing it. A badge can say "=HYPERLINK(…)": such a value gets an apostrophe in front.
/// A telephone or other number keeps its + or -, because a file that changes telephone numbers is worth nothing to whoever imports it; digits,
/// blanks and ()/.- alone compute nothing worse than a difference.
QString harmless(const QString& value);

} // namespace rapport::connectors::files
