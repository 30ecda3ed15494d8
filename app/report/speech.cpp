// SPDX-License-Identifier: Apache-2.0
#include "app/report/speech.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::report
{

namespace
{

/// English without a country is read by everybody else: day before month, a clock of 24 hours.
QLocale localeOf(const QString& code)
{
    if (code == QLatin1String("en"))
        return QLocale(QLocale::English, QLocale::UnitedKingdom);
    const QLocale locale(code);
    return locale.language() == QLocale::C ? localeOf(QStringLiteral("en")) : locale;
}

QString withMinus(QString text)
{
    return text.replace(QLatin1Char('-'), QChar(0x2212)); // a minus that is seen
}

} // namespace

Speech::Speech(const QString& code) : m_code(code), m_locale(localeOf(code))
{
    m_spoken = m_translator.load(QStringLiteral(":/i18n/rapport_") + code.section(QLatin1Char('-'), 0, 0)); // else the source speaks: English
}

QString Speech::say(const char* source) const
{
    const QString translated = m_translator.translate("Report", source);
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

QString Speech::number(const QString& stored, Grouped grouped) const
{
    constexpr int exactDigits = 15;
    bool understood = false;
    const double value = stored.toDouble(&understood);
    const bool plain =
        std::all_of(stored.begin(), stored.end(), [](QChar c) { return c.isDigit() || c == QLatin1Char('.') || c == QLatin1Char('-'); });
    if (!understood || !plain || stored.size() > exactDigits)
        return stored;
    const QString text = stored.endsWith(QLatin1String(".0")) ? stored.chopped(2) : stored; // typed as 12, stored as 12.0
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    QLocale locale = m_locale;
    if (grouped == Grouped::No)
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return withMinus(locale.toString(value, 'f', point < 0 ? 0 : static_cast<int>(text.size() - point - 1)));
}

QString Speech::number(double value) const
{
    QLocale locale = m_locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return withMinus(locale.toString(value, 'g', QLocale::FloatingPointShortest));
}

QString Speech::count(int value) const
{
    return m_spoken ? m_locale.toString(value) : QString::number(value);
}

QString Speech::day(const QDate& date) const
{
    static const QRegularExpression weekday(QStringLiteral("dddd[,،]?\\s*|[,،]?\\s*dddd"));
    return m_locale.toString(date, m_locale.dateFormat(QLocale::LongFormat).remove(weekday).trimmed());
}

QString Speech::month(const QDate& date) const
{
    return m_locale.standaloneMonthName(date.month()) + QLatin1Char(' ') + m_locale.toString(date, QStringLiteral("yyyy"));
}

QString Speech::time(const QTime& time) const
{
    return m_locale.toString(time, QLocale::ShortFormat);
}

QString Speech::moment(const QDateTime& at) const
{
    return QStringLiteral("%1, %2").arg(day(at.date()), time(at.time()));
}

} // namespace rapport::report
