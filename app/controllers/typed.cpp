// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/typed.h"

#include "app/conversation/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace rapport::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Typed)
};

QTime timeOf(const QString& text)
{
    for (const char* format : {"H:mm", "H.mm", "H:mm:ss", "Hmm", "h:mm ap", "h:mmap"}) {
        if (const QTime time = QTime::fromString(text.trimmed(), QString::fromLatin1(format)); time.isValid())
            return time;
    }
    return QLocale().toTime(text.trimmed(), QLocale::ShortFormat);
}

/// "now", or so many minutes from the time that stands there: "time+15".
QTime steppedTime(const QString& typed, QTime there, QTime now)
{
    static const QRegularExpression stepped(QStringLiteral("^time([+-]\\d{1,4})$"));
    if (typed == QLatin1String("now"))
        return QTime(now.hour(), now.minute());
    const auto match = stepped.match(typed);
    return match.hasMatch() && there.isValid() ? there.addSecs(60 * match.captured(1).toInt()) : QTime();
}

/// The first day of the month or year that somebody typed: "11/2027", "November 2027", "2027".
QDate wholeOf(const QString& typed, bool month)
{
    static const QRegularExpression numbers(QStringLiteral("^(?:(\\d{1,2})[./ -])?(\\d{4})$"));
    if (const auto match = numbers.match(typed); match.hasMatch() && match.hasCaptured(1) == month)
        return QDate(match.captured(2).toInt(), month ? match.captured(1).toInt() : 1, 1);
    for (const char* format : {"MMMM yyyy", "MMM yyyy"}) {
        if (const QDate date = QLocale().toDate(typed, QString::fromLatin1(format)); month && date.isValid())
            return date;
    }
    return {};
}

/// "52.52 13.4 0 0" from how people write a position: "52.52, 13.40", "52.52° N 13.40° E", "52,52; 13,40".
QString placeText(const QString& typed)
{
    static const QRegularExpression number(QStringLiteral("(-?\\d+(?:[.,]\\d+)?)\\s*°?\\s*([NSEWO])?"), QRegularExpression::CaseInsensitiveOption);
    QList<double> numbers;
    for (auto match = number.globalMatch(QString(typed).replace(QChar(0x2212), QLatin1Char('-'))); match.hasNext();) {
        const auto one = match.next();
        const QString side = one.captured(2).toUpper();
        const double value = one.captured(1).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
        numbers.append(side == QLatin1String("S") || side == QLatin1String("W") ? -value : value);
    }
    if (numbers.size() < 2 || numbers.size() > 4 || std::abs(numbers[0]) > 90 || std::abs(numbers[1]) > 180)
        return {};
    numbers.resize(4);
    QStringList words;
    for (const double one : std::as_const(numbers))
        words.append(QString::number(one, 'g', 12));
    return words.join(QLatin1Char(' '));
}

/// "52.52° N 13.405° E, exact to 5 m"
QString placeShown(const QString& value)
{
    const QStringList parts = value.split(QLatin1Char(' '));
    if (parts.size() < 2)
        return value;
    const QLocale locale;
    const double latitude = parts[0].toDouble(), longitude = parts[1].toDouble(), accuracy = parts.value(3).toDouble();
    const QString place = Words::tr("%1° %2 %3° %4", "latitude, N or S, longitude, E or W")
                              .arg(locale.toString(std::abs(latitude), 'f', 5), latitude < 0 ? Words::tr("S", "south") : Words::tr("N", "north"),
                                   locale.toString(std::abs(longitude), 'f', 5), longitude < 0 ? Words::tr("W", "west") : Words::tr("E", "east"));
    return accuracy > 0 ? Words::tr("%1, exact to %2 m", "a position and its accuracy").arg(place, locale.toString(std::ceil(accuracy), 'f', 0))
                        : place;
}

QString offsetText(const QDateTime& now)
{
    return QDateTime(now.date(), QTime(0, 0), Qt::OffsetFromUTC, now.offsetFromUtc()).toString(QStringLiteral("t")).mid(3);
}

QString withOffset(QTime time, const QDateTime& now)
{
    const QString offset = offsetText(now);
    return time.toString(QStringLiteral("HH:mm:ss.zzz")) + (offset.isEmpty() ? QStringLiteral("Z") : offset);
}

} // namespace

Typed understand(const forms::Node& node, const QString& text, const QDateTime& now)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    switch (node.type) {
    case forms::DataType::Decimal: {
        const QString value = decimalText(typed);
        return {value, value.isEmpty() ? Words::tr("Please enter a number, for example 12.5.") : QString()};
    }
    case forms::DataType::Int: {
        const QString value = decimalText(typed);
        const bool whole = !value.isEmpty() && !value.contains(QLatin1Char('.'));
        return {whole ? value : QString(), whole ? QString() : Words::tr("Please enter a whole number, for example 12.")};
    }
    case forms::DataType::Date: {
        const QDate there = QDate::fromString(node.value.left(10), Qt::ISODate);
        const bool month = node.appearances.contains(QLatin1String("month-year"));
        const QDate whole = month || node.appearances.contains(QLatin1String("year")) ? wholeOf(typed, month) : QDate();
        const QString value = whole.isValid() ? whole.toString(Qt::ISODate) : isoDate(typed, now.date(), there.isValid() ? there : now.date());
        return {value, value.isEmpty() ? Words::tr("Please enter a date, for example 17.11.2027.") : QString()};
    }
    case forms::DataType::Time: {
        const QTime stepped = steppedTime(typed, timeOf(node.value.left(5)), now.time());
        const QTime time = stepped.isValid() ? stepped : timeOf(typed);
        return {time.isValid() ? withOffset(time, now) : QString(),
                time.isValid() ? QString() : Words::tr("Please enter a time, for example 14:30.")};
    }
    case forms::DataType::DateTime: {
        const QString plain = typed == QLatin1String("now") ? now.toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                                                            : QString(typed).replace(QLatin1Char('T'), QLatin1Char(' '));
        const qsizetype between = plain.lastIndexOf(QLatin1Char(' ')); // a day may be several words: "17 Nov 2027 14:30"
        const QString date = isoDate(plain.left(between), now.date(), now.date());
        const QTime time = between < 0 ? QTime() : timeOf(plain.mid(between + 1));
        const bool understood = !date.isEmpty() && time.isValid();
        return {understood ? date + QLatin1Char('T') + withOffset(time, now) : QString(),
                understood ? QString() : Words::tr("Please enter a date and a time, for example 17.11.2027 14:30.")};
    }
    case forms::DataType::Geopoint: {
        const QString value = placeText(typed);
        return {value, value.isEmpty() ? Words::tr("Please enter latitude and longitude, for example 52.52 13.40.") : QString()};
    }
    default:
        return {text, {}};
    }
}

QString editable(const forms::Node& node)
{
    switch (node.type) {
    case forms::DataType::Decimal: {
        const QString text = node.value.endsWith(QLatin1String(".0")) ? node.value.chopped(2) : node.value; // typed as 12, stored as 12.0
        return QString(text).replace(QLatin1Char('.'), QLocale().decimalPoint());
    }
    case forms::DataType::Time:
        return node.value.left(5);
    case forms::DataType::DateTime:
        return node.value.left(16);
    default:
        return node.value;
    }
}

QString shown(const forms::Node& node)
{
    const QLocale locale;
    const auto month = node.appearances.contains(QLatin1String("month-year"));
    const auto year = node.appearances.contains(QLatin1String("year"));
    const QDate date = QDate::fromString(node.value.left(10), Qt::ISODate);
    switch (node.type) {
    case forms::DataType::Int:
    case forms::DataType::Decimal: {
        const QString plain = editable(node);
        if (plain.isEmpty() || !node.appearances.contains(QLatin1String("thousands-sep")))
            return QString(plain).replace(QLatin1Char('-'), QChar(0x2212));
        const qsizetype point = plain.indexOf(locale.decimalPoint());
        return locale.toString(node.value.toDouble(), 'f', point < 0 ? 0 : static_cast<int>(plain.size() - point - 1));
    }
    case forms::DataType::Date:
        if (!date.isValid())
            return node.value;
        return year || month ? locale.toString(date, year ? QStringLiteral("yyyy") : QStringLiteral("MMMM yyyy")) : dateText(date, {});
    case forms::DataType::DateTime:
        return date.isValid() ? dateText(date, {}) + QLatin1Char(' ') + node.value.mid(11, 5) : node.value;
    case forms::DataType::Geopoint:
        return placeShown(node.value);
    default:
        return editable(node);
    }
}

} // namespace rapport::app
