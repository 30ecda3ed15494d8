// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/payload.h"

#include "sync/contact/charset.h"
#include "sync/contact/gs1.h"
#include "sync/contact/jsoncard.h"
#include "sync/contact/link.h"
#include "sync/contact/mecard.h"
#include "sync/contact/phone.h"
#include "sync/contact/vcard.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::contact
{

namespace
{

constexpr qsizetype maxText = 64 * 1024;

/// The first letters of a format, where the rest has broken off: nobody's badge id.
bool beginsAFormat(const QString& text)
{
    const auto words = {"BEGIN:VCARD", "MECARD:",  "BIZCARD:", "MAILTO:", "MATMSG:TO:", "SMTP:",    "TEL:",       "SMSTO:",
                        "MMSTO:",      "HTTPS://", "HTTP://",  "WWW.",    "WIFI:",      "OTPAUTH:", "WHATSAPP://"};
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return QLatin1String(word).startsWith(text, Qt::CaseInsensitive); });
}

/// What a GS1 code says about people: the number of a service relation is a visitor's. The rest is about things, and is noted.
Contact fromGs1(const std::vector<Gs1Element>& elements)
{
    Contact contact;
    for (const Gs1Element& element : elements) {
        if (element.identifier == QLatin1String("8018"))
            contact.badgeId = element.value;
    }
    if (contact.badgeId.isEmpty() || elements.size() > 1)
        contact.note = gs1Note(elements);
    return contact;
}

Contact plain(const QString& text)
{
    static const QRegularExpression identifier(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._/-]{1,63}$"));
    static const QRegularExpression address(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    Contact contact;
    if (address.match(text).hasMatch())
        contact.emails.append(text);
    else if (identifier.match(text).hasMatch() && !beginsAFormat(text))
        contact.badgeId = text;
    else
        contact.note = text;
    return contact;
}

std::vector<Contact> parseText(const QString& text)
{
    if (text.isEmpty() || isNobody(text))
        return {};
    if (const auto card = parseMeCard(text))
        return {*card};
    if (const auto card = parseBizCard(text))
        return {*card};
    if (const auto link = parseLink(text))
        return {*link};
    if (const auto elements = parseGs1(text))
        return {fromGs1(*elements)};
    if (text.startsWith(QLatin1Char('{'))) {
        if (const auto badge = parseJsonBadge(text.toUtf8()))
            return {*badge};
    }
    return {plain(text)};
}

template <typename Wanted>
QString firstNumber(const Contact& contact, Wanted wanted)
{
    for (const Phone& phone : contact.phones) {
        if (wanted(phone.kind))
            return phone.number;
    }
    return {};
}

/// Without blanks inside: those are between the numbers of a set.
QStringList furtherNumbers(const Contact& contact, const QStringList& taken)
{
    QStringList further;
    for (const Phone& phone : contact.phones) {
        if (phone.kind != Phone::Kind::Fax && !taken.contains(phone.number))
            further.append(inSet(phone.number));
    }
    further.removeDuplicates();
    further.removeAll(QString());
    return further;
}

} // namespace

QString inSet(const QString& number)
{
    QString dense;
    for (const QChar c : number) {
        if (!c.isSpace())
            dense += c;
    }
    return dense;
}

bool Contact::isEmpty() const
{
    return *this == Contact();
}

std::vector<Contact> parsePayload(QByteArrayView bytes, const QString& country)
{
    const QByteArray cut = withoutMark(bytes.first(qMin(bytes.size(), maxText)));
    std::vector<Contact> contacts = parseVCards(cut);
    if (contacts.empty() && cut.trimmed().startsWith('['))
        contacts = parseJsonCards(cut);
    if (contacts.empty())
        contacts = parseText(decoded(withoutCutCharacter(cut), {}, {}).trimmed());
    for (Contact& contact : contacts) {
        for (Phone& phone : contact.phones)
            phone.number = normalisedPhone(phone.number, country);
    }
    return contacts;
}

std::vector<std::pair<QString, QString>> payload(const ContactDraft& draft)
{
    const Contact& contact = draft.contact;
    const QString mobile = firstNumber(contact, [](Phone::Kind kind) { return kind == Phone::Kind::Mobile; });
    const QString phone = firstNumber(contact, [](Phone::Kind kind) { return kind != Phone::Kind::Mobile && kind != Phone::Kind::Fax; });
    const std::pair<const char*, QString> all[] = {
        {"contacts.badge_id", contact.badgeId},
        {"contacts.honorific_prefix", contact.prefix}, // a CRM finds its people by name: "Dr." is no part of it
        {"contacts.given_name", contact.givenName},
        {"contacts.family_name", contact.familyName},
        {"contacts.job_title", contact.jobTitle},
        {"contacts.email", contact.emails.value(0)},
        {"contacts.mobile", mobile},
        {"contacts.phone", phone},
        {"contacts.other_emails", contact.emails.mid(1).join(QLatin1Char(' '))},
        {"contacts.other_phones", furtherNumbers(contact, {mobile, phone}).join(QLatin1Char(' '))},
        {"organisations.legal_name", contact.organisation},
        {"organisations.street", contact.street},
        {"organisations.postcode", contact.postcode},
        {"organisations.city", contact.city},
        {"organisations.country", contact.country},
        {"organisations.website", contact.urls.value(0)},
        {"contacts.remark", contact.note},
    };
    std::vector<std::pair<QString, QString>> values;
    for (const auto& [key, value] : all) {
        if (!value.isEmpty())
            values.emplace_back(QString::fromLatin1(key), value);
    }
    values.insert(values.end(), draft.more.begin(), draft.more.end());
    return values;
}

} // namespace rapport::contact
