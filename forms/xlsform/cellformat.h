// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace rapport::xlsform
{

/// What a number in a cell stands for (ECMA-376 part 1, section 18.8.30: number formats).
enum class NumberKind { Number, Date };

/// The kind of each cell style, in the order of cellXfs of xl/styles.xml.
std::vector<NumberKind> cellStyles(const QByteArray& styles);

/// A number as the form shall have it: whole numbers without a point. @p text as in the file.
QString numberText(const QString& text);

/// A serial date (days since 1899-12-30, or 1904-01-01) as "YYYY-MM-DD HH:MM:SS"; less than a day is a time of day "HH:MM:SS".
QString dateText(double serial, bool from1904);

} // namespace rapport::xlsform
