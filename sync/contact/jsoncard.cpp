// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/jsoncard.h"

#include "sync/contact/cardproperty.h"
#include "sync/contact/phone.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::contact
{

namespace
{

constexpr qsizetype maxCards = 1000, maxProperties = 1000, maxParts = 20;

/// "Hafenweg 3" or ["Hafenweg 3", "Haus B"].
QString textOf(const QJsonValue& value)
{
    if (!value.isArray())
        return value.isDouble() ? QString::number(value.toDouble(), 'g', 17) : value.toString();
    QStringList lines;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < qMin(array.size(), maxParts); ++i)
        lines.append(array.at(i).toString());
    return lines.join(QLatin1Char('\n'));
}

CardProperty propertyOf(const QJsonArray& array)
{
    CardProperty property;
    property.name = array.at(0).toString().toUpper().toLatin1();
    const QJsonValue type = array.at(1).toObject()[QLatin1String("type")];
    property.types = ";TYPE=" + textOf(type).toUpper().toLatin1();
    const QJsonValue value = array.at(3);
    if (!isStructured(property.name) || !value.isArray()) {
        property.parts = {textOf(value)};
        return property;
    }
    const QJsonArray parts = value.toArray();
    for (qsizetype i = 0; i < qMin(parts.size(), maxParts); ++i)
        property.parts.append(textOf(parts.at(i)));
    return property;
}

std::optional<Contact> cardOf(const QJsonValue& value)
{
    const QJsonArray card = value.toArray();
    if (card.at(0).toString() != QLatin1String("vcard"))
        return {};
    Contact contact;
    const QJsonArray properties = card.at(1).toArray();
    for (qsizetype i = 0; i < qMin(properties.size(), maxProperties); ++i)
        addProperty(contact, propertyOf(properties.at(i).toArray()));
    completeName(contact);
    return contact;
}

using Taker = void (*)(Contact&, const QString&);

/// Member names in lower case, without anything but letters and digits.
const std::map<QString, Taker>& takers()
{
    static const auto all = [] {
        const Taker id = [](Contact& c, const QString& text) { c.badgeId = text; };
        const Taker full = [](Contact& c, const QString& text) { c.fullName = text; };
        const Taker given = [](Contact& c, const QString& text) { c.givenName = text; };
        const Taker family = [](Contact& c, const QString& text) { c.familyName = text; };
        const Taker firm = [](Contact& c, const QString& text) { c.organisation = text; };
        const Taker title = [](Contact& c, const QString& text) { c.jobTitle = text; };
        const Taker mail = [](Contact& c, const QString& text) { c.emails.append(text); };
        const Taker phone = [](Contact& c, const QString& text) { c.phones.push_back({numberOfLink(text), Phone::Kind::Work}); };
        const Taker mobile = [](Contact& c, const QString& text) { c.phones.push_back({numberOfLink(text), Phone::Kind::Mobile}); };
        const Taker link = [](Contact& c, const QString& text) { c.urls.append(text); };
        const std::pair<Taker, const char*> names[] = {
            {id, "id badgeid badge badgenumber attendeeid visitorid registrationid regid ticketid"},
            {full, "name fullname displayname nama"},
            {given, "firstname givenname given vorname prenom nombre namadepan"},
            {family, "lastname familyname surname family nachname apellido apellidos namabelakang"},
            {firm, "company companyname organisation organization org firm firma societe entreprise empresa perusahaan"},
            {title, "jobtitle title position role function funktion jabatan"},
            {mail, "email mail emailaddress"},
            {phone, "phone telephone tel phonenumber telefon telepon"},
            {mobile, "mobile cell mobilephone cellphone handy ponsel"},
            {link, "url website web homepage"},
            {[](Contact& c, const QString& text) { c.street = text; }, "street address strasse alamat"},
            {[](Contact& c, const QString& text) { c.postcode = text; }, "postcode postalcode zip zipcode plz kodepos"},
            {[](Contact& c, const QString& text) { c.city = text; }, "city town ort stadt kota"},
            {[](Contact& c, const QString& text) { c.country = text; }, "country land pays negara"},
        };
        std::map<QString, Taker> map;
        for (const auto& [taker, words] : names) {
            const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
            for (const QString& word : list)
                map.emplace(word, taker);
        }
        return map;
    }();
    return all;
}

QString lettersOf(const QString& name)
{
    QString letters;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

} // namespace

std::vector<Contact> parseJsonCards(QByteArrayView json)
{
    std::vector<Contact> contacts;
    const QJsonArray array = QJsonDocument::fromJson(json.toByteArray()).array();
    if (auto contact = cardOf(array))
        return {std::move(*contact)};
    for (qsizetype i = 0; i < qMin(array.size(), maxCards); ++i) {
        if (auto contact = cardOf(array.at(i)))
            contacts.push_back(std::move(*contact));
    }
    return contacts;
}

std::optional<Contact> parseJsonBadge(QByteArrayView json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    Contact contact;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto taker = takers().find(lettersOf(member.key()));
        const QString text = member->isString() || member->isDouble() ? textOf(*member).trimmed() : QString();
        if (taker != takers().end() && !text.isEmpty())
            taker->second(contact, text);
    }
    if (contact.isEmpty())
        return {};
    completeName(contact);
    return contact;
}

} // namespace rapport::contact
