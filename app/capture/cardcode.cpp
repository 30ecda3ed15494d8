// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardcode.h"

#include <algorithm>

namespace rapport::capture
{

using contact::ContactDraft;
using contact::Phone;

namespace
{

constexpr qsizetype tail = 7; ///< digits at its end by which a number is known, however it begins

QString tailOf(const QString& number)
{
    QString digits;
    for (const QChar c : number) {
        if (c.isDigit())
            digits += c;
    }
    return digits.right(tail);
}

int differences(const QString& a, const QString& b)
{
    int count = static_cast<int>(std::abs(a.size() - b.size()));
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        count += a[i] != b[i];
    return count;
}

void preferNumbers(ContactDraft& draft, const std::vector<Phone>& coded)
{
    std::vector<Phone>& printed = draft.contact.phones;
    for (const Phone& phone : coded) {
        const auto same = std::find_if(printed.begin(), printed.end(),
                                       [&](const Phone& other) { return differences(tailOf(other.number), tailOf(phone.number)) <= 1; });
        if (same == printed.end())
            printed.push_back(phone);
        else if (tailOf(same->number) != tailOf(phone.number))
            same->number = phone.number;
    }
}

void preferEmails(ContactDraft& draft, const QStringList& coded)
{
    QStringList& printed = draft.contact.emails;
    for (const QString& email : coded) {
        const auto same =
            std::find_if(printed.begin(), printed.end(), [&](const QString& other) { return differences(other.toLower(), email.toLower()) <= 2; });
        if (same == printed.end())
            printed.append(email);
        else
            *same = email;
    }
}

} // namespace

void preferCode(ContactDraft& draft, const contact::Contact& coded)
{
    if (coded.familyName.isEmpty() && coded.emails.isEmpty()) {
        if (draft.contact.urls.isEmpty())
            draft.contact.urls = coded.urls;
        return;
    }
    const auto take = [&](QString& field, const QString& value, const char* name) {
        if (value.isEmpty())
            return;
        field = value;
        draft.evidence[QLatin1String(name)] = {value, {}, 1};
    };
    contact::Contact& contact = draft.contact;
    if (!coded.familyName.isEmpty()) {
        take(contact.fullName, coded.fullName, "full_name");
        take(contact.givenName, coded.givenName, "given_name");
        take(contact.familyName, coded.familyName, "family_name");
        contact.prefix = coded.prefix;
    }
    take(contact.organisation, coded.organisation, "organisation");
    take(contact.jobTitle, coded.jobTitle, "job_title");
    take(contact.department, coded.department, "department");
    take(contact.street, coded.street, "street");
    take(contact.postcode, coded.postcode, "postcode");
    take(contact.city, coded.city, "city");
    take(contact.country, coded.country, "country");
    take(contact.note, coded.note, "note");
    preferEmails(draft, coded.emails);
    preferNumbers(draft, coded.phones);
}

} // namespace rapport::capture
