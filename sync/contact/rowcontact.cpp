// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/rowcontact.h"

#include <QRegularExpression>

namespace rapport::contact
{

namespace
{

QString value(const Properties& properties, const char* name)
{
    const auto found = properties.find(QLatin1String(name));
    return found == properties.end() ? QString() : found->second;
}

/// The members of a set of numbers: each begins with a "+", and may have blanks.
QStringList numbersIn(const QString& set)
{
    static const QRegularExpression between(QStringLiteral("\\s+(?=\\+)"));
    return set.split(between, Qt::SkipEmptyParts);
}

/// What people and firms have alike.
Contact reachedAt(const Properties& properties)
{
    Contact out;
    out.city = value(properties, "city");
    out.emails = (value(properties, "email") + QLatin1Char(' ') + value(properties, "other_emails")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& number : QStringList{value(properties, "phone")} + numbersIn(value(properties, "other_phones")))
        out.phones.push_back({number});
    out.phones.push_back({value(properties, "mobile"), Phone::Kind::Mobile});
    std::erase_if(out.phones, [](const Phone& phone) { return phone.number.isEmpty(); });
    return out;
}

} // namespace

Contact personOfRow(const Properties& properties, const QString& label, const QString& firm)
{
    Contact out = reachedAt(properties);
    out.givenName = value(properties, "given_name");
    out.familyName = value(properties, "family_name");
    out.fullName = label;
    out.organisation = firm;
    out.badgeId = value(properties, "badge_id");
    return out;
}

Contact firmOfRow(const Properties& properties, const QString& label)
{
    Contact out = reachedAt(properties);
    const QString legal = value(properties, "legal_name");
    out.organisation = legal.isEmpty() ? label : legal;
    out.urls = {value(properties, "website")};
    return out;
}

} // namespace rapport::contact
