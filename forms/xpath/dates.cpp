// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/dates.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace rapport::forms
{

namespace
{

constexpr double millisecondsPerDay = 86'400'000;

bool looksLikeDate(const QString& text)
{
    return text.size() >= 8 && text.size() <= 40 && text[0].isDigit() && text.indexOf(QLatin1Char('-'), 1) > 0;
}

} // namespace

std::optional<QDateTime> parseDateTime(const QString& text)
{
    if (!looksLikeDate(text))
        return {};
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (!date.isValid())
        return {};
    if (match.captured(4).isEmpty())
        return date.startOfDay();
    const int milliseconds = static_cast<int>(
        std::lround(QStringLiteral("0.%1").arg(match.captured(7).isEmpty() ? QStringLiteral("0") : match.captured(7)).toDouble() * 1000));
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt(), qMin(milliseconds, 999));
    if (!time.isValid())
        return {};
    const QString zone = match.captured(8);
    if (zone.isEmpty())
        return QDateTime(date, time);
    if (zone == QLatin1String("Z"))
        return QDateTime(date, time, Qt::UTC);
    const int past = zone.size() > 3 ? zone.right(2).toInt() : 0;
    if (past > 59)
        return {};
    const int minutes = zone.mid(1, 2).toInt() * 60 + past;
    return QDateTime(date, time, Qt::OffsetFromUTC, (zone[0] == QLatin1Char('-') ? -60 : 60) * minutes);
}

std::optional<double> daysOf(const QString& text)
{
    const auto time = parseDateTime(text);
    if (!time)
        return {};
    return static_cast<double>(time->toMSecsSinceEpoch()) / millisecondsPerDay;
}

QDateTime dateTimeOf(double days)
{
    return QDateTime::fromMSecsSinceEpoch(std::llround(days * millisecondsPerDay));
}

QString isoText(const QDateTime& time)
{
    const QDateTime offset = time.timeSpec() == Qt::OffsetFromUTC || time.timeSpec() == Qt::UTC ? time : time.toOffsetFromUtc(time.offsetFromUtc());
    const int minutes = offset.offsetFromUtc() / 60;
    const QString zone = QStringLiteral("%1%2:%3")
                             .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
                             .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                             .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return offset.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + zone;
}

QString formatDate(const QDateTime& time, const QString& format, const QLocale& locale)
{
    const auto padded = [](int number, int width) { return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0')); };
    QString out;
    for (qsizetype i = 0; i < format.size(); ++i) {
        if (format[i] != QLatin1Char('%') || i + 1 == format.size()) {
            out += format[i];
            continue;
        }
        const QDate date = time.date();
        const QTime clock = time.time();
        switch (format[++i].unicode()) {
        case '%':
            out += QLatin1Char('%');
            break;
        case 'Y':
            out += padded(date.year(), 4);
            break;
        case 'y':
            out += padded(date.year() % 100, 2);
            break;
        case 'm':
            out += padded(date.month(), 2);
            break;
        case 'n':
            out += QString::number(date.month());
            break;
        case 'b':
            out += locale.monthName(date.month(), QLocale::ShortFormat);
            break;
        case 'B':
            out += locale.monthName(date.month(), QLocale::LongFormat);
            break;
        case 'd':
            out += padded(date.day(), 2);
            break;
        case 'e':
            out += QString::number(date.day());
            break;
        case 'a':
            out += locale.dayName(date.dayOfWeek(), QLocale::ShortFormat);
            break;
        case 'A':
            out += locale.dayName(date.dayOfWeek(), QLocale::LongFormat);
            break;
        case 'W':
            out += padded(date.weekNumber(), 2);
            break;
        case 'w':
            out += QString::number(date.dayOfWeek() % 7);
            break;
        case 'H':
            out += padded(clock.hour(), 2);
            break;
        case 'h':
            out += QString::number(clock.hour());
            break;
        case 'M':
            out += padded(clock.minute(), 2);
            break;
        case 'S':
            out += padded(clock.second(), 2);
            break;
        case '3':
            out += padded(clock.msec(), 3);
            break;
        default:
            out += QLatin1Char('%') + QString(format[i]);
            break;
        }
    }
    return out;
}

} // namespace rapport::forms
