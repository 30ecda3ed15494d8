// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/mecard.h"

#include "sync/contact/cardproperty.h"

namespace rapport::contact
{

namespace
{

constexpr qsizetype maxFields = 1000;

/// Parts between unescaped @p separators, still escaped. A backslash at the very end, where the text broke off, stands for nothing.
QStringList split(const QString& text, QChar separator)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\\')) {
            if (i + 1 < text.size())
                parts.last() += text.mid(i, 2);
            ++i;
        } else if (text[i] == separator) {
            parts.append(QString());
        } else {
            parts.last() += text[i];
        }
    }
    return parts;
}

QString plain(const QString& escaped)
{
    QString text;
    for (qsizetype i = 0; i < escaped.size(); ++i) {
        if (escaped[i] == QLatin1Char('\\') && ++i == escaped.size())
            break;
        text += escaped[i];
    }
    return text.trimmed();
}

void addName(Contact& contact, const QString& value)
{
    const QStringList parts = split(value, QLatin1Char(','));
    if (parts.size() == 1) {
        contact.fullName = plain(value); // some printers write it as one speaks it
        return;
    }
    contact.familyName = plain(parts[0]);
    contact.givenName = plain(parts[1]);
}

void addAddress(Contact& contact, const QString& value)
{
    if (!contact.street.isEmpty() || !contact.city.isEmpty())
        return; // the first one, as with vCards
    const QStringList parts = split(value, QLatin1Char(','));
    if (parts.size() < 7) {
        contact.street = plain(value);
        return;
    }
    QStringList street;
    for (const QString& part : parts.first(3)) {
        if (const QString line = plain(part); !line.isEmpty())
            street.append(line);
    }
    contact.street = street.join(QStringLiteral(", "));
    contact.city = plain(parts[3]);
    contact.postcode = plain(parts[5]);
    contact.country = plain(parts[6]);
}

void add(Contact& contact, const QString& name, const QString& value)
{
    if (name == QLatin1String("N"))
        addName(contact, value);
    else if (name == QLatin1String("TEL"))
        contact.phones.push_back({plain(value), Phone::Kind::Work});
    else if (name == QLatin1String("TEL-AV"))
        contact.phones.push_back({plain(value), Phone::Kind::Other});
    else if (name == QLatin1String("EMAIL"))
        contact.emails.append(plain(value));
    else if (name == QLatin1String("ORG"))
        contact.organisation = plain(value);
    else if (name == QLatin1String("TITLE"))
        contact.jobTitle = plain(value);
    else if (name == QLatin1String("URL"))
        contact.urls.append(plain(value));
    else if (name == QLatin1String("ADR"))
        addAddress(contact, value);
    else if (name == QLatin1String("NOTE") || name == QLatin1String("MEMO"))
        contact.note = plain(value);
}

void addBizCard(Contact& contact, const QString& name, const QString& value)
{
    const QString text = plain(value);
    if (name == QLatin1String("N"))
        contact.givenName = text;
    else if (name == QLatin1String("X"))
        contact.familyName = text;
    else if (name == QLatin1String("T"))
        contact.jobTitle = text;
    else if (name == QLatin1String("C"))
        contact.organisation = text;
    else if (name == QLatin1String("A"))
        contact.street = text;
    else if (name == QLatin1String("B"))
        contact.phones.push_back({text, Phone::Kind::Work});
    else if (name == QLatin1String("M"))
        contact.phones.push_back({text, Phone::Kind::Mobile});
    else if (name == QLatin1String("F"))
        contact.phones.push_back({text, Phone::Kind::Fax});
    else if (name == QLatin1String("E"))
        contact.emails.append(text);
}

std::optional<Contact> parseFields(const QString& text, QLatin1String start, void (*addField)(Contact&, const QString&, const QString&))
{
    if (!text.startsWith(start, Qt::CaseInsensitive))
        return {};
    Contact contact;
    for (const QString& field : split(text.mid(start.size()), QLatin1Char(';')).mid(0, maxFields)) {
        const qsizetype colon = field.indexOf(QLatin1Char(':'));
        const QString value = field.mid(colon + 1);
        if (colon > 0 && !plain(value).isEmpty())
            addField(contact, field.left(colon).trimmed().toUpper(), value);
    }
    completeName(contact);
    return contact;
}

} // namespace

std::optional<Contact> parseMeCard(const QString& text)
{
    return parseFields(text, QLatin1String("MECARD:"), add);
}

std::optional<Contact> parseBizCard(const QString& text)
{
    return parseFields(text, QLatin1String("BIZCARD:"), addBizCard);
}

} // namespace rapport::contact
