// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/phone.h"

#include <QStringList>

#include <phonenumbers/phonenumberutil.h>

namespace rapport::contact
{

namespace
{

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr qsizetype longestNumber = 100; // with extension and decoration; the library's time grows with the square of the length

std::optional<PhoneNumber> parsed(const QString& number, const QString& region)
{
    PhoneNumber known;
    if (number.size() > longestNumber)
        return {};
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    const std::string home = region.isEmpty() ? "ZZ" : region.toStdString();
    if (util.Parse(number.toStdString(), home, &known) != PhoneNumberUtil::NO_PARSING_ERROR || !util.IsPossibleNumber(known))
        return {};
    return known;
}

} // namespace

std::optional<PhoneLook> lookAtPhone(const QString& number, const QString& region)
{
    const auto known = parsed(number, region);
    if (!known)
        return {};
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneLook look;
    look.valid = util.IsValidNumber(*known);
    switch (util.GetNumberType(*known)) {
    case PhoneNumberUtil::MOBILE:
        look.line = PhoneLook::Line::Mobile;
        break;
    case PhoneNumberUtil::FIXED_LINE:
        look.line = PhoneLook::Line::Fixed;
        break;
    default:
        break;
    }
    std::string where;
    util.GetRegionCodeForNumber(*known, &where);
    if (where != "ZZ")
        look.region = QString::fromStdString(where);
    return look;
}

QString normalisedPhone(const QString& number, const QString& country)
{
    const auto known = parsed(number, country);
    if (!known)
        return number.simplified();
    std::string text;
    PhoneNumberUtil::GetInstance()->Format(*known, PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

QString numberOfLink(const QString& text)
{
    if (!text.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive))
        return text;
    const QStringList parts = text.mid(4).split(QLatin1Char(';'));
    QString number = parts.first();
    for (const QString& part : parts.mid(1)) {
        if (part.startsWith(QLatin1String("ext="), Qt::CaseInsensitive))
            number += QLatin1String(";ext=") + part.mid(4);
    }
    return number;
}

QStringList dialledForms(const QString& typed, const QString& country)
{
    QString digits;
    for (const QChar c : typed.left(longestNumber)) {
        if (c.isDigit())
            digits += c;
    }
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits[zeros] == QLatin1Char('0'))
        ++zeros;
    const QString number = digits.mid(zeros);
    if (number.size() < 4)
        return {};
    if (typed.trimmed().startsWith(QLatin1Char('+')) || zeros >= 2)
        return {number, QStringLiteral("00") + number};
    QStringList forms{digits};
    if (zeros == 1)
        forms.append(number);
    if (const int code = PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(country.toStdString()); code > 0)
        forms += {QString::number(code) + number, QStringLiteral("00") + QString::number(code) + number,
                  QString::number(code) + QLatin1Char('0') + number};
    return forms;
}

} // namespace rapport::contact
