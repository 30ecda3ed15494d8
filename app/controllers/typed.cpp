// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/typed.h"

#include "app/conversation/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace rapport::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Typed)
};

QTime timeOf(const QString& text)
{
    for (const char* format : {"H:mm", "H.mm", "H:mm:ss", "Hmm"}) {
        if (const QTime time = QTime::fromString(text.trimmed(), QString::fromLatin1(format)); time.isValid())
            return time;
    }
    return {};
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
        const QString value = isoDate(typed, now.date(), there.isValid() ? there : now.date());
        return {value, value.isEmpty() ? Words::tr("Please enter a date, for example 17.11.2027.") : QString()};
    }
    case forms::DataType::Time: {
        const QTime time = timeOf(typed);
        return {time.isValid() ? withOffset(time, now) : QString(),
                time.isValid() ? QString() : Words::tr("Please enter a time, for example 14:30.")};
    }
    case forms::DataType::DateTime: {
        const QString date = isoDate(typed.section(QLatin1Char('T'), 0, 0).section(QLatin1Char(' '), 0, 0), now.date(), now.date());
        const QTime time = timeOf(typed.section(typed.contains(QLatin1Char('T')) ? QLatin1Char('T') : QLatin1Char(' '), 1));
        const bool understood = !date.isEmpty() && time.isValid();
        return {understood ? date + QLatin1Char('T') + withOffset(time, now) : QString(),
                understood ? QString() : Words::tr("Please enter a date and a time, for example 17.11.2027 14:30.")};
    }
    default:
        return {text, {}};
    }
}

QString editable(const forms::Node& node)
{
    switch (node.type) {
    case forms::DataType::Decimal:
        return QString(node.value).replace(QLatin1Char('.'), QLocale().decimalPoint());
    case forms::DataType::Time:
        return node.value.left(5);
    case forms::DataType::DateTime:
        return node.value.left(16);
    default:
        return node.value;
    }
}

} // namespace rapport::app
