// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/dates.h"
#include "forms/xpath/functions.h"

#include <cmath>

namespace rapport::forms
{

namespace
{

/// A date argument: text in ISO form, or a number of days.
std::optional<QDateTime> moment(const Value& value)
{
    if (!value.isNumber()) {
        if (const auto time = parseDateTime(value.string().trimmed()))
            return value.string().contains(QLatin1Char('T')) ? time->toLocalTime() : *time;
    }
    const double days = value.number();
    if (!std::isfinite(days) || std::abs(days) > 3e6)
        return {};
    return dateTimeOf(days);
}

/// Midnight is written as a date alone. What is no date is not a number, so that it is stored as blank; blank stays blank.
Value textOfMoment(const Value& value, const std::optional<QDateTime>& time)
{
    if (!time)
        return value.string().trimmed().isEmpty() ? Value(QString()) : Value(std::numeric_limits<double>::quiet_NaN());
    return time->time() == QTime(0, 0) ? time->date().toString(Qt::ISODate) : isoText(*time);
}

/// Where clocks change, "date(today() + 31)" may land an hour beside midnight: the day is meant.
std::optional<QDateTime> besideMidnight(const std::optional<QDateTime>& time)
{
    if (!time || (time->time() != QTime(1, 0) && time->time() != QTime(23, 0)))
        return time;
    const int year = time->date().year();
    const bool clocksChange = QDate(year, 1, 1).startOfDay().offsetFromUtc() != QDate(year, 7, 1).startOfDay().offsetFromUtc();
    return clocksChange ? time->addSecs(3600).date().startOfDay() : time;
}

template <bool wholeDays>
Value date(const Expression& call, const Context& context)
{
    const Value value = argument(call, context, 0);
    if (value.isBoolean())
        return std::numeric_limits<double>::quiet_NaN();
    return textOfMoment(value, wholeDays && value.isNumber() ? besideMidnight(moment(value)) : moment(value));
}

Value formatted(const Expression& call, const Context& context)
{
    const auto time = moment(argument(call, context, 0));
    return time ? formatDate(*time, argument(call, context, 1).string(), context.surroundings->locale) : QString();
}

Value decimalDateTime(const Expression& call, const Context& context)
{
    const Value value = argument(call, context, 0);
    return value.isNumber() ? value.number() : daysOf(value.string().trimmed()).value_or(std::numeric_limits<double>::quiet_NaN());
}

/// The fraction of the day of a time "09:30:00.000+01:00", in local time where an offset is given.
Value decimalTime(const Expression& call, const Context& context)
{
    const QString text = argument(call, context, 0).string();
    const auto time = parseDateTime(QStringLiteral("1970-01-01T") + text);
    if (!time)
        return std::numeric_limits<double>::quiet_NaN();
    return time->toLocalTime().time().msecsSinceStartOfDay() / 86'400'000.0;
}

} // namespace

FunctionTable dateFunctions()
{
    using E = const Expression&;
    using C = const Context&;
    return {
        {QStringLiteral("today"), {0, 0, [](E, C c) -> Value { return c.surroundings->now().date().toString(Qt::ISODate); }, true}},
        {QStringLiteral("now"), {0, 0, [](E, C c) -> Value { return isoText(c.surroundings->now()); }, true}},
        {QStringLiteral("date"), {1, 1, date<true>}},
        {QStringLiteral("date-time"), {1, 1, date<false>}},
        {QStringLiteral("decimal-date-time"), {1, 1, decimalDateTime}},
        {QStringLiteral("decimal-time"), {1, 1, decimalTime}},
        {QStringLiteral("format-date"), {2, 2, formatted}},
        {QStringLiteral("format-date-time"), {2, 2, formatted}},
    };
}

} // namespace rapport::forms
