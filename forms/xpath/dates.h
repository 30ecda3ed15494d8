// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace rapport::forms
{

/// Days since 1970-01-01 of "2027-11-10" or "2027-11-10T09:12:00.000+01:00" (fraction for the time, in local time where no offset is given).
std::optional<double> daysOf(const QString& text);
/// The moment that @p days after 1970-01-01 is, in local time.
QDateTime dateTimeOf(double days);
/// A date or date-time as text, or a number of days, as ODK reads it; nothing where it is neither.
std::optional<QDateTime> parseDateTime(const QString& text);
/// "2027-11-10T09:12:00.000+01:00"
QString isoText(const QDateTime& time);
/// ODK's %Y %y %m %n %b %d %e %a %H %h %M %S %3; names of months and days in @p locale.
QString formatDate(const QDateTime& time, const QString& format, const QLocale& locale);

} // namespace rapport::forms
