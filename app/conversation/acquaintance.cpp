// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/acquaintance.h"

#include "sync/contact/matching.h"

#include <QJsonArray>

#include <algorithm>

namespace rapport::app
{

namespace
{

const QString email = QStringLiteral("contacts.email"), phone = QStringLiteral("contacts.phone"), mobile = QStringLiteral("contacts.mobile"),
              otherEmails = QStringLiteral("contacts.other_emails"), otherPhones = QStringLiteral("contacts.other_phones"),
              firmName = QStringLiteral("organisations.legal_name");

QString of(const Said& said, const QString& key)
{
    const auto found = std::find_if(said.begin(), said.end(), [&](const auto& one) { return one.first == key; });
    return found == said.end() ? QString() : found->second;
}

QString of(const OnFile& known, const QString& key)
{
    const auto found = known.values.find(key);
    return found == known.values.end() ? QString() : found->second;
}

QStringList members(const QString& set)
{
    return set.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString folded(const QString& text)
{
    return contact::foldedWords(text).join(QString());
}

bool isMail(const QString& key)
{
    return key == email || key == otherEmails;
}

bool isPhone(const QString& key)
{
    return key == phone || key == mobile || key == otherPhones;
}

bool isOfFirm(const QString& key)
{
    return key.startsWith(QLatin1String("organisations."));
}

/// One way to write an address or a number, for telling whether two are the same.
QStringList mailKeys(const QStringList& addresses)
{
    QStringList keys;
    for (const QString& address : addresses) {
        const contact::Mailbox box = contact::mailboxOf(address);
        keys.append(box.domain.isEmpty() ? address.toLower() : box.address());
    }
    return keys;
}

QStringList phoneKeys(const QStringList& numbers, const QString& country)
{
    QStringList keys;
    for (const QString& number : numbers) { // one by one: of a contact only the first few are compared
        contact::Contact asked;
        asked.phones = {{number, contact::Phone::Kind::Work}};
        for (const contact::Line& line : contact::traitsOf(asked, country).lines)
            keys.append(line.digits);
    }
    return keys;
}

bool allIn(const QStringList& some, const QStringList& all)
{
    return std::all_of(some.begin(), some.end(), [&](const QString& one) { return all.contains(one); });
}

/// Whether what was read is on file already, perhaps written otherwise, or in another place.
bool isOnFile(const QString& key, const QString& read, const OnFile& known, const QString& country)
{
    if (isMail(key))
        return allIn(mailKeys(members(read)), mailKeys(members(of(known, email)) + members(of(known, otherEmails))));
    if (isPhone(key)) {
        const QStringList asked = phoneKeys(key == otherPhones ? members(read) : QStringList{read}, country);
        return !asked.isEmpty() &&
               allIn(asked, phoneKeys(QStringList{of(known, phone), of(known, mobile)} + members(of(known, otherPhones)), country));
    }
    if (key == firmName)
        return contact::compareFirms(contact::firmOf(read), contact::firmOf(of(known, key))) == contact::FirmAgreement::Same;
    return folded(read) == folded(of(known, key));
}

/// Somebody who works for another firm than the file says: where that one is, is nothing about the firm on file.
bool isOtherFirm(const Said& read, const OnFile& known)
{
    return contact::compareFirms(contact::firmOf(of(read, firmName)), contact::firmOf(of(known, firmName))) == contact::FirmAgreement::Other;
}

bool isInitial(const QString& name)
{
    return folded(name).size() == 1;
}

Compared::Stays staysOf(const Compared& field, const Choice& choice, bool otherFirm)
{
    using Stays = Compared::Stays;
    const QString& key = field.key;
    const bool person = choice.who == Choice::Who::Person;
    if (choice.who == Choice::Who::Apart || (!person && !isOfFirm(key)))
        return Stays::Read;
    if (isOfFirm(key))
        return otherFirm || !field.known.isEmpty() ? Stays::Known : Stays::Read;
    if (key == otherEmails || key == otherPhones)
        return Stays::Both;
    if (field.read.isEmpty())
        return Stays::Known;
    if (field.known.isEmpty())
        return Stays::Read;
    if (isMail(key) || isPhone(key)) {
        if (!field.differs || choice.other == Choice::Other::Keep)
            return Stays::Known;
        return choice.other == Choice::Other::Add ? Stays::Both : Stays::Read;
    }
    const bool name = key == QLatin1String("contacts.given_name") || key == QLatin1String("contacts.family_name");
    return (name && !isInitial(field.known)) || !field.differs ? Stays::Known : Stays::Read;
}

/// @p set with those of @p more that it does not have; @p main is on file beside it.
QString joined(const QString& set, const QStringList& more, const QStringList& main, const QString& country, bool mail)
{
    const auto keys = [&](const QStringList& all) { return mail ? mailKeys(all) : phoneKeys(all, country); };
    QStringList all = members(set);
    for (const QString& one : more) {
        const QStringList key = keys({one});
        if (!one.isEmpty() && (key.isEmpty() ? !all.contains(one) : !allIn(key, keys(all + main))))
            all.append(mail ? one : contact::inSet(one));
    }
    return all.join(QLatin1Char(' '));
}

/// What the sets of further addresses and numbers become.
Said setsOf(const Said& read, const OnFile& known, const std::vector<Compared>& fields, const QString& country)
{
    QStringList mails = members(of(read, otherEmails)), phones = members(of(read, otherPhones));
    QStringList ownMails{of(known, email)}, ownPhones{of(known, phone), of(known, mobile)};
    for (const Compared& field : fields) {
        if (field.stays == Compared::Stays::Both && field.key == email)
            mails.prepend(field.read);
        if (field.stays == Compared::Stays::Both && (field.key == phone || field.key == mobile))
            phones.prepend(field.read);
        if (field.stays == Compared::Stays::Read && field.key == email)
            ownMails = {field.read};
        if (field.stays == Compared::Stays::Read && (field.key == phone || field.key == mobile))
            ownPhones.append(field.read);
    }
    Said sets;
    if (const QString set = joined(of(known, otherEmails), mails, ownMails, country, true); set != of(known, otherEmails))
        sets.emplace_back(otherEmails, set);
    if (const QString set = joined(of(known, otherPhones), phones, ownPhones, country, false); set != of(known, otherPhones))
        sets.emplace_back(otherPhones, set);
    return sets;
}

} // namespace

const QStringList& comparedKeys()
{
    static const QStringList keys{QStringLiteral("contacts.given_name"),
                                  QStringLiteral("contacts.family_name"),
                                  QStringLiteral("contacts.job_title"),
                                  firmName,
                                  email,
                                  phone,
                                  mobile,
                                  otherEmails,
                                  otherPhones,
                                  QStringLiteral("contacts.badge_id"),
                                  QStringLiteral("organisations.street"),
                                  QStringLiteral("organisations.postcode"),
                                  QStringLiteral("organisations.city"),
                                  QStringLiteral("organisations.country"),
                                  QStringLiteral("organisations.website")};
    return keys;
}

Result<std::optional<OnFile>> onFile(store::Store& store, const QString& list, const QString& id)
{
    const auto found = store.entity(list, id);
    if (!found)
        return found.error();
    if (!*found || (*found)->deleted)
        return std::optional<OnFile>();
    OnFile known;
    const auto note = [&known](const store::Entity& entity) {
        for (const auto& [name, value] : entity.properties) {
            if (!value.isEmpty())
                known.values[entity.list + QLatin1Char('.') + name] = value;
        }
    };
    if (list == QLatin1String("organisations")) {
        known.organisationId = id;
        note(**found);
        known.values.try_emplace(firmName, (*found)->label);
        return std::optional(known);
    }
    known.contactId = id;
    note(**found);
    known.organisationId = known.values[QStringLiteral("contacts.organisation_id")];
    if (known.organisationId.isEmpty())
        return std::optional(known);
    const auto firm = onFile(store, QStringLiteral("organisations"), known.organisationId);
    if (!firm)
        return firm.error();
    if (*firm)
        known.values.insert((*firm)->values.begin(), (*firm)->values.end());
    else
        known.organisationId.clear();
    return std::optional(known);
}

std::vector<Compared> compare(const Said& read, const OnFile& known, const Choice& choice, const QString& country)
{
    const bool otherFirm = isOtherFirm(read, known);
    std::vector<Compared> all;
    for (const QString& key : comparedKeys()) {
        Compared field{key, {}, {}, false, Compared::Stays::Read};
        field.read = of(read, field.key);
        field.known = known.contactId.isEmpty() && !isOfFirm(field.key) ? QString() : of(known, field.key);
        if (field.read.isEmpty() && field.known.isEmpty())
            continue;
        field.differs = !field.read.isEmpty() && !field.known.isEmpty() && !isOnFile(field.key, field.read, known, country);
        field.stays = staysOf(field, choice, otherFirm);
        all.push_back(std::move(field));
    }
    return all;
}

Others othersIn(const Said& read, const OnFile& known, const QString& country)
{
    Others others;
    for (const Compared& field : compare(read, known, {}, country)) {
        others.email = others.email || (field.key == email && field.differs);
        others.phone = others.phone || ((field.key == phone || field.key == mobile) && field.differs);
    }
    return others;
}

Said payloadFor(const Said& read, const OnFile& known, const Choice& choice, const QString& country)
{
    if (choice.who == Choice::Who::Apart)
        return read;
    const auto fields = compare(read, known, choice, country);
    Said payload;
    if (choice.who == Choice::Who::Person)
        payload.emplace_back(QStringLiteral("contacts.@id"), known.contactId);
    else
        payload.emplace_back(QStringLiteral("organisations.@id"), known.organisationId);
    for (const auto& [key, value] : read) {
        const auto field = std::find_if(fields.begin(), fields.end(), [&key = key](const Compared& one) { return one.key == key; });
        if (field == fields.end() || field->stays == Compared::Stays::Read)
            payload.emplace_back(key, value);
    }
    if (choice.who == Choice::Who::Person) {
        const Said sets = setsOf(read, known, fields, country);
        payload.insert(payload.end(), sets.begin(), sets.end());
    }
    return payload;
}

contact::Contact contactOf(const Said& said)
{
    contact::Contact who;
    const std::pair<const char*, QString*> fields[] = {{"contacts.given_name", &who.givenName},         {"contacts.family_name", &who.familyName},
                                                       {"contacts.job_title", &who.jobTitle},           {"contacts.badge_id", &who.badgeId},
                                                       {"organisations.legal_name", &who.organisation}, {"organisations.street", &who.street},
                                                       {"organisations.postcode", &who.postcode},       {"organisations.city", &who.city},
                                                       {"organisations.country", &who.country}};
    for (const auto& [key, field] : fields)
        *field = of(said, QString::fromLatin1(key));
    who.emails = members(of(said, email)) + members(of(said, otherEmails));
    const auto call = [&who](const QString& number, contact::Phone::Kind kind) {
        if (!number.isEmpty())
            who.phones.push_back({number, kind});
    };
    call(of(said, mobile), contact::Phone::Kind::Mobile);
    call(of(said, phone), contact::Phone::Kind::Work);
    for (const QString& number : members(of(said, otherPhones)))
        call(number, contact::Phone::Kind::Work);
    if (const QString site = of(said, QStringLiteral("organisations.website")); !site.isEmpty())
        who.urls = {site};
    return who;
}

QJsonObject toJson(const Acquaintance& acquaintance)
{
    static const char* const whos[] = {"apart", "person", "firm"};
    static const char* const others[] = {"keep", "add", "replace"};
    QJsonArray read;
    for (const auto& [key, value] : acquaintance.read)
        read.append(QJsonArray{key, value});
    const Choice& choice = acquaintance.choice;
    return {{QStringLiteral("read"), read},
            {QStringLiteral("who"), QLatin1String(whos[static_cast<int>(choice.who)])},
            {QStringLiteral("other"), QLatin1String(others[static_cast<int>(choice.other)])},
            {QStringLiteral("contact"), choice.contactId},
            {QStringLiteral("organisation"), choice.organisationId},
            {QStringLiteral("decided"), acquaintance.decided}};
}

Acquaintance acquaintanceOf(const QJsonObject& json)
{
    Acquaintance out;
    const QString who = json[QLatin1String("who")].toString(), other = json[QLatin1String("other")].toString();
    for (const QJsonValue& one : json[QLatin1String("read")].toArray())
        out.read.emplace_back(one.toArray().at(0).toString(), one.toArray().at(1).toString());
    out.choice.who = who == QLatin1String("person") ? Choice::Who::Person : who == QLatin1String("firm") ? Choice::Who::Firm : Choice::Who::Apart;
    out.choice.other = other == QLatin1String("add")       ? Choice::Other::Add
                       : other == QLatin1String("replace") ? Choice::Other::Replace
                                                           : Choice::Other::Keep;
    out.choice.contactId = json[QLatin1String("contact")].toString();
    out.choice.organisationId = json[QLatin1String("organisation")].toString();
    out.decided = json[QLatin1String("decided")].toBool();
    return out;
}

} // namespace rapport::app
