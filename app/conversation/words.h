// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace rapport::app
{

/// "AÇ" for "Dr. Aylin Çelik": first letters of the first and last name, titles ("Dr.") aside. Empty for no name.
QString initialsOf(const QString& name);

/// "09:04" as the clock on the wall of @p now reads it.
QString clockText(const QDateTime& at, const QDateTime& now);
/// "09:04" for today, "9 Nov 09:04" for another day.
QString momentText(const QDateTime& at, const QDateTime& now);
/// "Wednesday 10 November", "Mittwoch, 10. November": as the app's language writes it.
QString dayText(const QDate& date);
/// "17 Nov", "17. Nov.", with the year where it is not that of @p today.
QString dateText(const QDate& date, const QDate& today);

/// "€ 86,400" as the app's language writes it, from decimal text; cents only where there are some. Empty for no number.
QString moneyText(const QString& decimal, const QString& currency);

/// A decimal number as XForms store it ("1234.5") from how people write it: in the app's language, with a dot or with a comma. Empty: no number.
QString decimalText(const QString& typed);
/// "yyyy-MM-dd" from that, from "17.11.2027", "17.11." (the next one from @p today), "17 Nov 2027", the app language's short form, "today",
/// "today+7", or "day-1" counted from @p there. Empty: no date.
QString isoDate(const QString& typed, const QDate& today, const QDate& there);

} // namespace rapport::app
