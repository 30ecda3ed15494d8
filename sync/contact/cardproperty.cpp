// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/cardproperty.h"

#include "sync/contact/phone.h"

namespace rapport::contact
{

namespace
{

QString joined(const QStringList& words)
{
    return words.join(QLatin1Char(' ')).simplified();
}

Phone::Kind phoneKind(const QByteArray& types)
{
    if (types.contains("FAX"))
        return Phone::Kind::Fax;
    if (types.contains("CELL") || types.contains("MOBILE"))
        return Phone::Kind::Mobile;
    return types.contains("HOME") ? Phone::Kind::Home : Phone::Kind::Work;
}

/// Family, given, further names, before and after them (RFC 6350, 6.2.2). Further names and what stands behind are said, not kept as given name.
void addName(Contact& contact, const QStringList& parts)
{
    contact.familyName = parts.value(0);
    contact.givenName = parts.value(1);
    contact.prefix = parts.value(3);
    if (contact.fullName.isEmpty())
        contact.fullName = joined({contact.prefix, contact.givenName, parts.value(2), contact.familyName, parts.value(4)});
}

void addAddress(Contact& contact, const QStringList& parts)
{
    if (!contact.street.isEmpty() || !contact.city.isEmpty())
        return; // the first one is the business address on every badge seen
    contact.street = parts.value(2).replace(QLatin1Char('\n'), QLatin1String(", "));
    contact.city = parts.value(3);
    contact.postcode = parts.value(5);
    contact.country = parts.value(6);
}

void addText(Contact& contact, const CardProperty& property, const QString& text)
{
    if (property.name == "FN")
        contact.fullName = text;
    else if (property.name == "TITLE")
        contact.jobTitle = text;
    else if (property.name == "EMAIL")
        contact.emails.append(text.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive) ? text.mid(7) : text);
    else if (property.name == "TEL")
        contact.phones.push_back({numberOfLink(text), phoneKind(property.types)});
    else if (property.name == "URL")
        contact.urls.append(text);
    else if (property.name == "NOTE")
        contact.note = text;
    else if (property.name == "X-BADGE-ID" || (property.name == "UID" && !text.startsWith(QLatin1String("urn:uuid:"), Qt::CaseInsensitive)))
        contact.badgeId = text; // a UUID is the card's own, made by an address book
}

} // namespace

bool isStructured(const QByteArray& name)
{
    return name == "N" || name == "ORG" || name == "ADR";
}

void addProperty(Contact& contact, const CardProperty& property)
{
    if (joined(property.parts).isEmpty())
        return;
    if (property.name == "N") {
        addName(contact, property.parts);
    } else if (property.name == "ORG") {
        contact.organisation = property.parts.value(0);
        contact.department = joined(property.parts.mid(1));
    } else if (property.name == "ADR") {
        addAddress(contact, property.parts);
    } else {
        addText(contact, property, property.parts.value(0));
    }
}

void completeName(Contact& contact)
{
    if (contact.fullName.isEmpty())
        contact.fullName = joined({contact.prefix, contact.givenName, contact.familyName});
    if (contact.familyName.isEmpty() && contact.givenName.isEmpty() && !contact.fullName.isEmpty()) {
        contact.familyName = contact.fullName.section(QLatin1Char(' '), -1);
        contact.givenName = contact.fullName.section(QLatin1Char(' '), 0, -2);
    }
}

} // namespace rapport::contact
