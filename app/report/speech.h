// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTranslator>

namespace rapport::report
{

/// The language of one report, whatever the app speaks: our own words, numbers and dates. Our words are English where we do not have the language.
class Speech
{
public:
    explicit Speech(const QString& code); ///< "de"; an unknown one is read as English

    /// One of our sentences; marked with QT_TRANSLATE_NOOP("Report", …) where it stands.
    QString say(const char* source) const;
    const QString& code() const { return m_code; }
    bool isRightToLeft() const { return m_locale.textDirection() == Qt::RightToLeft; }

    /// A stored number ("-16.40") as it is written here, with as many digits as it has: "−16,40".
    enum class Grouped { No, Yes };
    QString number(const QString& stored, Grouped grouped = Grouped::No) const;
    QString number(double value) const;   ///< the shortest that is read back as the same
    QString count(int value) const;       ///< in our own sentences
    QString day(const QDate& date) const; ///< "12. November 2027"
    QString month(const QDate& date) const;
    QString time(const QTime& time) const;
    QString moment(const QDateTime& at) const; ///< "12. November 2027, 09:15"

private:
    QString m_code;
    QLocale m_locale;
    QTranslator m_translator;
    bool m_spoken = false; ///< our words are in that language
};

} // namespace rapport::report
