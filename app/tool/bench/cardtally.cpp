// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/cardtally.h"

#include "app/capture/cardwords.h"

#include <algorithm>

namespace rapport::tool
{

namespace
{

QStringList numbersOf(const contact::Contact& contact)
{
    QStringList all;
    for (const contact::Phone& phone : contact.phones)
        all.append(QString(phone.number).remove(QStringLiteral("(0)")));
    return all;
}

QString linkOf(const contact::Contact& contact)
{
    return contact.urls.value(0).section(QStringLiteral("//"), -1).remove(QStringLiteral("www."));
}

} // namespace

void CardTally::add(const QStringList& want, const QStringList& got)
{
    for (const QString& one : want) {
        const QString letters = capture::lettersOf(one);
        const bool came = std::any_of(got.begin(), got.end(), [&](const QString& other) { return capture::lettersOf(other) == letters; });
        m_wanted += !letters.isEmpty();
        m_right += !letters.isEmpty() && came;
    }
    m_told += static_cast<int>(std::count_if(got.begin(), got.end(), [](const QString& one) { return !one.isEmpty(); }));
}

void CardTally::add(const contact::Contact& want, const contact::Contact& got)
{
    using contact::Contact;
    for (const auto member : {&Contact::fullName, &Contact::givenName, &Contact::familyName, &Contact::organisation, &Contact::jobTitle,
                              &Contact::street, &Contact::postcode, &Contact::city, &Contact::country})
        add(QStringList{want.*member}, QStringList{got.*member});
    add(want.emails, got.emails);
    add(numbersOf(want), numbersOf(got));
    add(QStringList{linkOf(want)}, QStringList{linkOf(got)});
}

} // namespace rapport::tool
