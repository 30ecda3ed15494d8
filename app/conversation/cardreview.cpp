// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/cardreview.h"

#include <utility>

namespace rapport::app
{

namespace
{

constexpr double certainFrom = 0.75; ///< confidence

using contact::Contact;

/// Fields that stand once in a contact, in the order in which people read them.
constexpr std::pair<const char*, QString Contact::*> single[] = {
    {"given_name", &Contact::givenName},
    {"family_name", &Contact::familyName},
    {"job_title", &Contact::jobTitle},
    {"organisation", &Contact::organisation},
    {"street", &Contact::street},
    {"postcode", &Contact::postcode},
    {"city", &Contact::city},
    {"country", &Contact::country},
};

bool isName(const QString& key)
{
    return key == QLatin1String("given_name") || key == QLatin1String("family_name");
}

CardField fieldOf(const contact::ContactDraft& draft, const QString& key, const QString& value)
{
    const auto evidence = draft.evidence.find(key);
    const bool read = evidence != draft.evidence.end();
    return {key, value, read ? evidence->second.box : QRectF(), read ? evidence->second.confidence < certainFrom : value.isEmpty()};
}

/// The place of "emails.1" in its list; -1: another list's, or out of it.
qsizetype placeIn(const QString& key, const char* list, qsizetype count)
{
    const QString prefix = QLatin1String(list) + QLatin1Char('.');
    bool number = false;
    const int at = key.startsWith(prefix) ? key.mid(prefix.size()).toInt(&number) : -1;
    return number && at >= 0 && at < count ? at : -1;
}

} // namespace

std::vector<CardField> cardFields(const contact::ContactDraft& draft)
{
    const Contact& contact = draft.contact;
    std::vector<CardField> fields;
    const auto add = [&](const QString& key, const QString& value) {
        if (!value.isEmpty() || isName(key))
            fields.push_back(fieldOf(draft, key, value));
    };
    for (const auto& [key, member] : single) {
        if (QLatin1String(key) != QLatin1String("street")) {
            add(QLatin1String(key), contact.*member);
            continue;
        }
        for (qsizetype i = 0; i < contact.emails.size(); ++i) // before the address
            add(QStringLiteral("emails.%1").arg(i), contact.emails[i]);
        for (std::size_t i = 0; i < contact.phones.size(); ++i)
            add(QStringLiteral("phones.%1").arg(i), contact.phones[i].number);
        for (qsizetype i = 0; i < contact.urls.size(); ++i)
            add(QStringLiteral("urls.%1").arg(i), contact.urls[i]);
        add(QLatin1String(key), contact.*member);
    }
    return fields;
}

void setCardField(contact::ContactDraft& draft, const QString& key, const QString& value)
{
    Contact& contact = draft.contact;
    const QString said = value.simplified();
    if (const auto known = draft.evidence.find(key); known != draft.evidence.end())
        known->second.confidence = 1;
    else
        draft.evidence[key] = {said, {}, 1};
    for (const auto& [name, member] : single) {
        if (key == QLatin1String(name))
            contact.*member = said;
    }
    if (isName(key))
        contact.fullName = QStringList{contact.givenName, contact.familyName}.join(QLatin1Char(' ')).simplified();
    if (const qsizetype at = placeIn(key, "emails", contact.emails.size()); at >= 0)
        contact.emails[at] = said;
    if (const qsizetype at = placeIn(key, "urls", contact.urls.size()); at >= 0)
        contact.urls[at] = said;
    if (const qsizetype at = placeIn(key, "phones", static_cast<qsizetype>(contact.phones.size())); at >= 0)
        contact.phones[static_cast<std::size_t>(at)].number = said;
}

void swapNames(contact::ContactDraft& draft)
{
    std::swap(draft.contact.givenName, draft.contact.familyName);
    std::swap(draft.evidence[QStringLiteral("given_name")], draft.evidence[QStringLiteral("family_name")]);
    draft.contact.fullName = QStringList{draft.contact.givenName, draft.contact.familyName}.join(QLatin1Char(' ')).simplified();
}

} // namespace rapport::app
