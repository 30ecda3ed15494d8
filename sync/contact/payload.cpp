// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/payload.h"

#include "sync/contact/mecard.h"
#include "sync/contact/vcard.h"

#include <QRegularExpression>
#include <QUrl>

#include <phonenumbers/phonenumberutil.h>

namespace rapport::contact
{

namespace
{

constexpr qsizetype maxText = 64 * 1024;

constexpr qsizetype longestNumber = 100; // with extension and decoration

QString normalisedPhone(const QString& number, const QString& country)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber parsed;
    if (number.size() > longestNumber) // the library's time grows with the square of the length
        return number.simplified();
    const std::string region = country.isEmpty() ? "ZZ" : country.toStdString();
    if (util.Parse(number.toStdString(), region, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR || !util.IsPossibleNumber(parsed))
        return number.simplified();
    std::string text;
    util.Format(parsed, PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

Contact plain(const QString& text)
{
    static const QRegularExpression identifier(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._/-]{1,63}$"));
    static const QRegularExpression link(QStringLiteral("^(https?://|www\\.)\\S+$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    Contact contact;
    if (link.match(text).hasMatch())
        contact.urls.append(text);
    else if (text.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        contact.emails.append(QUrl::fromPercentEncoding(text.mid(7).section(QLatin1Char('?'), 0, 0).toUtf8()));
    else if (text.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive))
        contact.phones.push_back({text.mid(4), Phone::Kind::Work});
    else if (address.match(text).hasMatch())
        contact.emails.append(text);
    else if (identifier.match(text).hasMatch())
        contact.badgeId = text;
    else
        contact.note = text;
    return contact;
}

} // namespace

bool Contact::isEmpty() const
{
    return *this == Contact();
}

std::vector<Contact> parsePayload(QByteArrayView bytes, const QString& country)
{
    const QByteArrayView cut = bytes.first(qMin(bytes.size(), maxText));
    std::vector<Contact> contacts = parseVCards(cut);
    if (contacts.empty()) {
        const QString text = QString::fromUtf8(cut).trimmed();
        if (text.isEmpty())
            return contacts;
        const auto meCard = parseMeCard(text);
        contacts.push_back(meCard ? *meCard : plain(text));
    }
    for (Contact& contact : contacts) {
        for (Phone& phone : contact.phones)
            phone.number = normalisedPhone(phone.number, country);
    }
    return contacts;
}

std::vector<std::pair<QString, QString>> payload(const ContactDraft& draft)
{
    const Contact& contact = draft.contact;
    const auto phone = [&](auto wanted) {
        for (const Phone& one : contact.phones) {
            if (wanted(one.kind))
                return one.number;
        }
        return QString();
    };
    const std::pair<const char*, QString> all[] = {
        {"contacts.badge_id", contact.badgeId},
        {"contacts.honorific_prefix", contact.prefix}, // a CRM finds its people by name: "Dr." is no part of it
        {"contacts.given_name", contact.givenName},
        {"contacts.family_name", contact.familyName},
        {"contacts.job_title", contact.jobTitle},
        {"contacts.email", contact.emails.value(0)},
        {"contacts.mobile", phone([](Phone::Kind kind) { return kind == Phone::Kind::Mobile; })},
        {"contacts.phone", phone([](Phone::Kind kind) { return kind != Phone::Kind::Mobile && kind != Phone::Kind::Fax; })},
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
    return values;
}

} // namespace rapport::contact
