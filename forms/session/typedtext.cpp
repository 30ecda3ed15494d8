// SPDX-License-Identifier: Apache-2.0
#include "forms/session/typedtext.h"

#include "forms/xpath/dates.h"

#include <QStringList>

#include <cmath>

namespace rapport::forms
{

namespace
{

/// A number as a person or a program writes it, not a date in disguise.
std::optional<double> plainNumber(const QString& text)
{
    bool read = false;
    const double number = text.trimmed().toDouble(&read);
    return read && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// A whole number keeps a fraction: 7 → "7.0".
QString decimalText(double number)
{
    const QString text = textOf(number);
    return text.contains(QLatin1Char('.')) ? text : text + QStringLiteral(".0");
}

std::optional<QString> dayText(const QString& text)
{
    if (plainNumber(text))
        return {};
    const auto time = parseDateTime(text);
    if (!time)
        return {};
    return text.contains(QLatin1Char('T')) ? time->toLocalTime().date().toString(Qt::ISODate) : text;
}

std::optional<QString> momentText(const QString& text)
{
    return !plainNumber(text) && parseDateTime(text) ? std::optional(text) : std::nullopt;
}

std::optional<QString> timeText(const QString& text)
{
    const qsizetype day = text.indexOf(QLatin1Char('T'));
    const QString time = day < 0 ? text : text.mid(day + 1);
    return parseDateTime(QStringLiteral("1970-01-01T") + time) ? std::optional(time) : std::nullopt;
}

/// Latitude, longitude and perhaps altitude and accuracy.
std::optional<QString> placeText(const QString& text)
{
    QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() < 2 || parts.size() > 4)
        return {};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto number = plainNumber(parts[i]);
        if (!number || (i < 2 && std::abs(*number) > (i == 0 ? 90 : 180)))
            return {};
        parts[i] = decimalText(*number);
    }
    return parts.join(QLatin1Char(' '));
}

std::optional<QString> placesText(const QString& text)
{
    QStringList places = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (QString& place : places) {
        const auto stored = placeText(place);
        if (!stored)
            return {};
        place = *stored;
    }
    return places.join(QLatin1Char(';'));
}

} // namespace

std::optional<QString> typedText(DataType type, const QString& text)
{
    if (text.isEmpty())
        return text;
    const auto number = plainNumber(text);
    switch (type) {
    case DataType::Int:
        return number ? std::optional(textOf(std::trunc(*number))) : std::nullopt;
    case DataType::Decimal:
        return number ? std::optional(decimalText(*number)) : std::nullopt;
    case DataType::Date:
        return dayText(text);
    case DataType::DateTime:
        return momentText(text);
    case DataType::Time:
        return timeText(text);
    case DataType::Geopoint:
        return placeText(text);
    case DataType::Geotrace:
    case DataType::Geoshape:
        return placesText(text);
    default:
        return text;
    }
}

QString typedText(DataType type, const Value& value)
{
    if (value.isNumber() && std::isnan(value.number()))
        return {}; // "empty + 1" is blank, not a word (FORMS-SPEC section 4)
    const bool days = value.isNumber() && std::isfinite(value.number()) && (type == DataType::Date || type == DataType::DateTime);
    return typedText(type, days ? isoText(dateTimeOf(value.number())) : value.string()).value_or(QString());
}

} // namespace rapport::forms
