// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/consents.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUuid>

#include <array>

namespace rapport::wire
{

namespace
{

using forms::EntityAction;
using Properties = std::map<QString, QString>;

const QString consentsList = QStringLiteral("consents"), withdrawalsList = QStringLiteral("withdrawals"), contactsList = QStringLiteral("contacts");
const QString prefix = QStringLiteral("consent_");

constexpr qsizetype mostPurposes = 100; ///< of one withdrawal: no form asks for so many

/// What is said once and not again when the record is corrected.
constexpr std::array origin{"at", "device", "author", "record"};

QString value(const Properties& properties, const QString& name)
{
    const auto found = properties.find(name);
    return found == properties.end() ? QString() : found->second;
}

QString value(const Properties& properties, const char* name)
{
    return value(properties, QString::fromLatin1(name));
}

/// Not the names of properties that say something about all purposes, nor what cannot be part of a property's name.
bool isPurpose(const QString& word)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_.-]{0,63}$"));
    return name.match(word).hasMatch() && word != QLatin1String("text_id") && word != QLatin1String("language") && word != QLatin1String("signature");
}

QStringList purposesIn(const Properties& withdrawal)
{
    QStringList purposes;
    for (const QString& word : value(withdrawal, "purposes").split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (purposes.size() < mostPurposes && isPurpose(word) && !purposes.contains(word))
            purposes.append(word);
    }
    return purposes;
}

QUuid instanceUuid(const QString& instanceId)
{
    const QUuid id = QUuid::fromString(instanceId.mid(instanceId.lastIndexOf(QLatin1Char(':')) + 1));
    return id.isNull() ? QUuid::createUuidV5(QUuid(), instanceId) : id; // OpenRosa allows any text
}

void writeOrigin(const SubmissionHead& head, Properties& properties)
{
    properties[QStringLiteral("at")] = head.finishedAt;
    properties[QStringLiteral("device")] = head.deviceId;
    properties[QStringLiteral("author")] = head.userId;
    properties[QStringLiteral("record")] = head.instanceId;
}

EntityAction consentOf(const SubmissionHead& head, const EntityAction& contact, const QString& purpose, const QString& given, const QString& idName)
{
    EntityAction consent;
    consent.list = consentsList;
    consent.id = QUuid::createUuidV5(instanceUuid(head.firstId), idName).toString(QUuid::WithoutBraces);
    consent.create = true;
    consent.label = purpose;
    consent.path = contact.path;
    consent.properties = {{QStringLiteral("contact_id"), contact.id},
                          {QStringLiteral("purpose"), purpose},
                          {QStringLiteral("given"), given},
                          {QStringLiteral("text_id"), value(contact.properties, "consent_text_id")},
                          {QStringLiteral("language"), value(contact.properties, "consent_language")},
                          {QStringLiteral("signature"), value(contact.properties, "consent_signature")}};
    writeOrigin(head, consent.properties);
    return consent;
}

/// A time that nobody told is older than any other.
QDateTime timeOf(const QString& text)
{
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() ? at.toUTC() : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
}

QDateTime timeOf(const Properties& properties)
{
    return timeOf(value(properties, "at"));
}

EntityAction update(const QString& list, const QString& id, const Properties& properties, const QString& path)
{
    EntityAction action;
    action.list = list;
    action.id = id;
    action.update = true;
    action.properties = properties;
    action.path = path;
    return action;
}

void merge(Properties& into, const Properties& from)
{
    for (const auto& [name, text] : from)
        into[name] = text;
}

/// One person as she stands once the actions are carried out.
struct Person {
    std::map<QString, Properties> consents, withdrawals; ///< by id
    std::optional<Properties> before, contact;           ///< her own row before the actions, and after them
};

/// Purposes of one person that the actions speak of, and whether a withdrawal of them was corrected.
using Touched = std::map<std::pair<QString, QString>, bool>;

class Settling
{
public:
    Settling(std::vector<EntityAction>& actions, const KnownConsents& known) : m_actions(actions), m_known(known) {}

    Status run()
    {
        for (EntityAction& action : m_actions) {
            if (action.list != consentsList && action.list != withdrawalsList)
                continue;
            if (auto taken = action.list == consentsList ? takeConsent(action) : takeWithdrawal(action); !taken)
                return taken;
        }
        for (const EntityAction& action : m_actions) {
            if (const auto person = m_people.find(action.id); action.list == contactsList && person != m_people.end()) {
                if (!person->second.contact)
                    person->second.contact.emplace();
                merge(*person->second.contact, action.properties);
            }
        }
        std::vector<EntityAction> more;
        for (const auto& [key, mayClear] : m_touched)
            settle(key.first, key.second, mayClear, more);
        for (const auto& [contactId, properties] : m_says)
            more.push_back(update(contactsList, contactId, properties, m_paths[contactId]));
        m_actions.insert(m_actions.end(), more.begin(), more.end());
        return ok();
    }

private:
    Result<Person*> person(const QString& contactId)
    {
        if (const auto known = m_people.find(contactId); known != m_people.end())
            return &known->second;
        Person one;
        for (const auto& [list, rows] : {std::pair(consentsList, &one.consents), std::pair(withdrawalsList, &one.withdrawals)}) {
            const auto found = m_known.ofContact(list, contactId);
            if (!found)
                return found.error();
            for (const KnownRow& row : *found)
                (*rows)[row.id] = row.properties;
        }
        const auto contact = m_known.row(contactsList, contactId);
        if (!contact)
            return contact.error();
        if (*contact)
            one.before = one.contact = (*contact)->properties;
        return &m_people.emplace(contactId, std::move(one)).first->second;
    }

    /// The row itself may be another person's so far: a correction can say that it was somebody else.
    Result<std::optional<KnownRow>> before(const EntityAction& action)
    {
        auto row = m_known.row(action.list, action.id);
        if (row && *row) {
            const QString contactId = value((*row)->properties, "contact_id");
            if (contactId != value(action.properties, "contact_id") && !contactId.isEmpty()) {
                const auto other = person(contactId);
                if (!other)
                    return other.error();
                ((action.list == consentsList) ? (*other)->consents : (*other)->withdrawals).erase(action.id);
            }
        }
        return row;
    }

    Status takeConsent(EntityAction& action)
    {
        const auto row = before(action);
        const auto whose = row ? person(value(action.properties, "contact_id")) : Result<Person*>(row.error());
        if (!whose)
            return whose.error();
        if (*row && value((*row)->properties, "given") == value(action.properties, "given"))
            keepOrigin(action);
        Properties& consent = (*whose)->consents[action.id];
        if (*row)
            consent = (*row)->properties;
        merge(consent, action.properties);
        m_touched[{value(consent, "contact_id"), value(consent, "purpose")}];
        m_paths[value(consent, "contact_id")] = action.path;
        return ok();
    }

    Status takeWithdrawal(EntityAction& action)
    {
        const auto row = before(action);
        const auto whose = row ? person(value(action.properties, "contact_id")) : Result<Person*>(row.error());
        if (!whose)
            return whose.error();
        if (*row) { // a corrected one: what it withdrew so far may be given back
            keepOrigin(action);
            for (const QString& purpose : purposesIn((*row)->properties))
                m_touched[{value((*row)->properties, "contact_id"), purpose}] = true;
        }
        Properties& withdrawal = (*whose)->withdrawals[action.id];
        if (*row)
            withdrawal = (*row)->properties;
        merge(withdrawal, action.properties);
        for (const QString& purpose : purposesIn(withdrawal))
            m_touched[{value(withdrawal, "contact_id"), purpose}];
        m_paths[value(withdrawal, "contact_id")] = action.path;
        return ok();
    }

    static void keepOrigin(EntityAction& action)
    {
        for (const char* name : origin)
            action.properties.erase(QString::fromLatin1(name));
    }

    /// Nothing where none follows it.
    static const Properties* withdrawalOf(const Person& person, const Properties& consent)
    {
        const Properties* first = nullptr;
        for (const auto& [id, withdrawal] : person.withdrawals) {
            const bool follows = purposesIn(withdrawal).contains(value(consent, "purpose")) && timeOf(withdrawal) >= timeOf(consent);
            if (follows && (!first || timeOf(withdrawal) < timeOf(*first)))
                first = &withdrawal;
        }
        return first;
    }

    void settle(const QString& contactId, const QString& purpose, bool mayClear, std::vector<EntityAction>& more)
    {
        Person& person = m_people[contactId];
        const Properties* last = nullptr;
        for (auto& [id, consent] : person.consents) {
            if (value(consent, "purpose") != purpose)
                continue;
            if (isGiven(value(consent, "given")))
                settleRow(person, contactId, id, consent, mayClear, more);
            if (!last || timeOf(consent) >= timeOf(*last))
                last = &consent;
        }
        if (!last || !person.contact)
            return;
        const QString said = value(*last, "withdrawn_at").isEmpty() ? value(*last, "given") : QStringLiteral("no");
        // What a form sends along may be set aside as nothing new (the hub reconciles it with what others have said meanwhile); this is not.
        const bool isNew = person.before && value(*person.before, prefix + purpose) != said;
        if (isNew || value(*person.contact, prefix + purpose) != said)
            m_says[contactId][prefix + purpose] = said;
    }

    void settleRow(const Person& person, const QString& contactId, const QString& id, Properties& consent, bool mayClear,
                   std::vector<EntityAction>& more)
    {
        const Properties* withdrawal = withdrawalOf(person, consent);
        if (!withdrawal && !mayClear)
            return; // withdrawn elsewhere, by a record that is not here
        const Properties outcome{{QStringLiteral("withdrawn_at"), withdrawal ? value(*withdrawal, "at") : QString()},
                                 {QStringLiteral("withdrawn_by"), withdrawal ? value(*withdrawal, "author") : QString()}};
        const QString noted = value(consent, "withdrawn_at");
        const bool earlier = withdrawal && !noted.isEmpty() && timeOf(noted) <= timeOf(*withdrawal);
        if (noted == value(outcome, "withdrawn_at") || (earlier && !mayClear))
            return;
        merge(consent, outcome);
        more.push_back(update(consentsList, id, outcome, m_paths[contactId]));
    }

    std::vector<EntityAction>& m_actions;
    const KnownConsents& m_known;
    std::map<QString, Person> m_people;
    std::map<QString, QString> m_paths; ///< where in the record each of them was spoken of
    Touched m_touched;
    std::map<QString, Properties> m_says; ///< of contacts
};

} // namespace

bool isGiven(const QString& word)
{
    return word == QLatin1String("yes");
}

QStringList purposesOf(const Properties& contact)
{
    QStringList purposes;
    for (const auto& [name, given] : contact) {
        if (name.startsWith(prefix) && isPurpose(name.mid(prefix.size())) && !given.isEmpty())
            purposes.append(name.mid(prefix.size()));
    }
    return purposes;
}

std::vector<EntityAction> consentsOf(const SubmissionHead& head, const std::vector<EntityAction>& actions)
{
    std::vector<EntityAction> consents;
    QString first; ///< id of the first contact that was asked
    for (const EntityAction& contact : actions) {
        if (contact.list != contactsList)
            continue;
        for (const QString& purpose : purposesOf(contact.properties)) {
            if (first.isEmpty())
                first = contact.id;
            const QString idName = purpose + (contact.id == first ? QString() : QLatin1Char('\n') + contact.id);
            consents.push_back(consentOf(head, contact, purpose, contact.properties.at(prefix + purpose), idName));
        }
    }
    return consents;
}

std::vector<EntityAction> withdrawalsOf(const SubmissionHead& head, std::vector<EntityAction>& actions)
{
    std::vector<EntityAction> contacts;
    for (EntityAction& action : actions) {
        if (action.list != withdrawalsList)
            continue;
        writeOrigin(head, action.properties);
        Properties refused;
        for (const QString& purpose : purposesIn(action.properties))
            refused[prefix + purpose] = QStringLiteral("no");
        if (const QString contactId = value(action.properties, "contact_id"); !contactId.isEmpty() && !refused.empty())
            contacts.push_back(update(contactsList, contactId, refused, action.path));
    }
    return contacts;
}

Status settleConsents(std::vector<EntityAction>& actions, const KnownConsents& known)
{
    return Settling(actions, known).run();
}

} // namespace rapport::wire
