// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace rapport::contact
{

/// One element of a GS1 code: "01" is the article's number, "21" its serial number.
struct Gs1Element {
    QString identifier; ///< two to four digits
    QString value;
    friend bool operator==(const Gs1Element&, const Gs1Element&) = default;
};

/// A GS1 element string (GS1 General Specifications, section 3): after a symbology identifier ("]C1", "]d2", "]Q3", "]e0"), with the group separator
/// U+001D behind values of no fixed length, or as people read it, "(01)09501101530003(21)KE27". A mere row of digits is one only where it starts
/// with an article's number whose check digit is right and something follows. Nothing where any element is unknown, too long, or has a wrong check
/// digit. At most 40 elements.
std::optional<std::vector<Gs1Element>> parseGs1(const QString& text);

/// The value of the first element with this identifier; empty: none.
QString gs1Value(const std::vector<Gs1Element>& elements, const char* identifier);

/// A day as GS1 writes it, YYMMDD; day 00 is the last one of the month. The century is the one that is nearest to @p now (GS1 General Specifications,
/// section 7.12). Null: it is no day.
QDate gs1Date(const QString& value, const QDate& now = QDate::currentDate());

/// "GTIN 09501101530003, serial number KE27": for a note; what has no name here keeps its number in brackets.
QString gs1Note(const std::vector<Gs1Element>& elements);

} // namespace rapport::contact
