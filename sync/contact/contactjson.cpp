// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/contactjson.h"

#include <QJsonArray>

#include <cmath>

namespace rapport::contact
{

QJsonObject toJson(const Contact& contact)
{
    QJsonObject out;
    const std::pair<const char*, QString> texts[] = {{"full_name", contact.fullName},     {"given_name", contact.givenName},
                                                     {"family_name", contact.familyName}, {"organisation", contact.organisation},
                                                     {"job_title", contact.jobTitle},     {"street", contact.street},
                                                     {"postcode", contact.postcode},      {"city", contact.city},
                                                     {"country", contact.country},        {"note", contact.note},
                                                     {"badge_id", contact.badgeId}};
    for (const auto& [name, value] : texts) {
        if (!value.isEmpty())
            out[QLatin1String(name)] = value;
    }
    static const char* const kinds[] = {"work", "mobile", "home", "fax", "other"};
    QJsonArray phones;
    for (const Phone& phone : contact.phones)
        phones.append(
            QJsonObject{{QStringLiteral("number"), phone.number}, {QStringLiteral("kind"), QLatin1String(kinds[static_cast<int>(phone.kind)])}});
    if (!phones.isEmpty())
        out[QLatin1String("phones")] = phones;
    if (!contact.emails.isEmpty())
        out[QLatin1String("emails")] = QJsonArray::fromStringList(contact.emails);
    if (!contact.urls.isEmpty())
        out[QLatin1String("urls")] = QJsonArray::fromStringList(contact.urls);
    return out;
}

QJsonObject toJson(const ContactDraft& draft)
{
    QJsonObject out = toJson(draft.contact), evidence;
    for (const auto& [field, one] : draft.evidence) {
        QJsonObject what{{QStringLiteral("text"), one.text}, {QStringLiteral("confidence"), std::round(one.confidence * 1000) / 1000}};
        if (!one.box.isEmpty())
            what[QLatin1String("box")] = QJsonArray{qRound(one.box.x()), qRound(one.box.y()), qRound(one.box.width()), qRound(one.box.height())};
        evidence[field] = what;
    }
    if (!evidence.isEmpty())
        out[QLatin1String("evidence")] = evidence;
    return out;
}

} // namespace rapport::contact
