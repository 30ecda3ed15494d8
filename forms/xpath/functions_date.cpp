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

template <typename F>
Value ofMoment(const Expression& call, const Context& context, F text)
{
    const Value value = argument(call, context, 0);
    const auto time = moment(value);
    return time ? Value(text(*time)) : Value(value.string()); // what is no date stays as it is
}

Value date(const Expression& call, const Context& context)
{
    return ofMoment(call, context, [](const QDateTime& time) { return time.date().toString(Qt::ISODate); });
}

Value dateTime(const Expression& call, const Context& context)
{
    return ofMoment(call, context, [](const QDateTime& time) { return isoText(time); });
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
        {QStringLiteral("date"), {1, 1, date}},
        {QStringLiteral("date-time"), {1, 1, dateTime}},
        {QStringLiteral("decimal-date-time"), {1, 1, decimalDateTime}},
        {QStringLiteral("decimal-time"), {1, 1, decimalTime}},
        {QStringLiteral("format-date"), {2, 2, formatted}},
        {QStringLiteral("format-date-time"), {2, 2, formatted}},
    };
}

} // namespace rapport::forms
