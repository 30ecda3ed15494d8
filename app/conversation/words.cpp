// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/words.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace rapport::app
{

namespace
{

/// How a language writes a day; Qt's own formats bring the year where it says nothing.
struct DatePatterns {
    QString weekday, day, dayAndYear;
};

DatePatterns datePatterns()
{
    switch (QLocale().language()) {
    case QLocale::German:
        return {QStringLiteral("dddd, d. MMMM"), QStringLiteral("d. MMM"), QStringLiteral("d. MMM yyyy")};
    case QLocale::Indonesian:
        return {QStringLiteral("dddd, d MMMM"), QStringLiteral("d MMM"), QStringLiteral("d MMM yyyy")};
    default:
        return {QStringLiteral("dddd d MMMM"), QStringLiteral("d MMM"), QStringLiteral("d MMM yyyy")};
    }
}

} // namespace

QString initialsOf(const QString& name)
{
    QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeIf([](const QString& word) { return word.endsWith(QLatin1Char('.')) || !word.front().isLetter(); });
    if (words.isEmpty())
        return {};
    QString letters(words.front().front());
    if (words.size() > 1)
        letters += words.back().front();
    return letters.toUpper();
}

QString clockText(const QDateTime& at, const QDateTime& now)
{
    return at.toOffsetFromUtc(now.offsetFromUtc()).toString(QStringLiteral("HH:mm"));
}

QString momentText(const QDateTime& at, const QDateTime& now)
{
    const QDateTime there = at.toOffsetFromUtc(now.offsetFromUtc());
    const QString clock = there.toString(QStringLiteral("HH:mm"));
    return there.date() == now.date() ? clock : dateText(there.date(), now.date()) + QLatin1Char(' ') + clock;
}

QString dayText(const QDate& date)
{
    return QLocale().toString(date, datePatterns().weekday);
}

QString dateText(const QDate& date, const QDate& today)
{
    const DatePatterns patterns = datePatterns();
    return QLocale().toString(date, date.year() == today.year() ? patterns.day : patterns.dayAndYear);
}

QString moneyText(const QString& decimal, const QString& currency)
{
    bool number = false;
    const double value = decimal.toDouble(&number); // for showing only: a double holds every amount below 90 billion to the cent
    if (!number)
        return {};
    const QString text = QLocale().toString(value, 'f', std::abs(value - std::round(value)) < 0.005 ? 0 : 2);
    const QString symbol = currency == QLatin1String("EUR") ? QStringLiteral("€") : currency;
    return symbol.isEmpty() ? text : symbol + QChar(QChar::Nbsp) + text;
}

QString decimalText(const QString& typed)
{
    const QLocale locale;
    QString text = typed.simplified().remove(QLatin1Char(' '));
    text.replace(QChar(0x2212), QLatin1Char('-')); // the minus sign of a typesetter
    bool understood = false;
    (void)locale.toDouble(text, &understood); // only whether it is written so; the digits are kept as text
    if (understood) {
        text.remove(locale.groupSeparator());
        text.replace(locale.decimalPoint(), QStringLiteral("."));
    } else if (text.count(QLatin1Char(',')) == 1 && !text.contains(QLatin1Char('.'))) {
        text.replace(QLatin1Char(','), QLatin1Char('.'));
    }
    const double number = text.toDouble(&understood);
    return understood && std::isfinite(number) ? text : QString();
}

QString isoDate(const QString& typed, const QDate& today, const QDate& there)
{
    static const QRegularExpression dotted(QStringLiteral("^(\\d{1,2})[./ ](\\d{1,2})[./ ]?(\\d{4})?$"));
    static const QRegularExpression counted(QStringLiteral("^(today|day)([+-]\\d{1,4})?$"));
    const QString text = typed.trimmed();
    if (const auto match = counted.match(text); match.hasMatch())
        return (match.captured(1) == QLatin1String("day") ? there : today).addDays(match.captured(2).toInt()).toString(Qt::ISODate);
    QDate date = QDate::fromString(text, Qt::ISODate);
    if (const auto match = dotted.match(text); !date.isValid() && match.hasMatch()) {
        const int year = match.hasCaptured(3) ? match.captured(3).toInt() : today.year();
        date = QDate(year, match.captured(2).toInt(), match.captured(1).toInt());
        if (!match.hasCaptured(3) && date < today)
            date = date.addYears(1);
    }
    for (const QString& pattern : {datePatterns().dayAndYear, QStringLiteral("d MMM yyyy")}) {
        if (!date.isValid())
            date = QLocale().toDate(text, pattern);
    }
    if (!date.isValid()) {
        date = QLocale().toDate(text, QLocale::ShortFormat);
        if (date.isValid() && date.year() < 2000 && !text.contains(QString::number(date.year())))
            date = date.addYears(100); // two digits mean this century
    }
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace rapport::app
