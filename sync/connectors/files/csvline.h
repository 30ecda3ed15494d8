// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

namespace rapport::connectors::files
{

/// What a CSV file of ours begins with: Excel reads umlauts only behind it.
inline constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

/// One record of a CSV file as RFC 4180 has it, with its end (CRLF), in UTF-8; fields are quoted where they have to be.
QByteArray csvLine(const QStringList& fields);

/// @p value so that a spreadsheet shows it instead of computing it. A badge can say "=HYPERLINK(…)": such a value gets an apostrophe in front.
/// A telephone or other number keeps its + or -, because a file that changes telephone numbers is worth nothing to whoever imports it; digits,
/// blanks and ()/.- alone compute nothing worse than a difference.
QString harmless(const QString& value);

} // namespace rapport::connectors::files
