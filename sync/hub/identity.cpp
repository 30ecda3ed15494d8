// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/identity.h"

#include "sync/contact/matching.h"
#include "sync/contact/rowcontact.h"
#include "sync/hub/duplicates.h"
#include "sync/hub/entities.h"

#include <algorithm>

namespace rapport::hub
{

namespace
{

const QString people = QStringLiteral("contacts"), firms = QStringLiteral("organisations");
constexpr int mostOfKey = 8;
constexpr int occasionDays = 30; ///< an organiser numbers the badges of the next fair anew

QString value(const std::map<QString, QString>& properties, const QString& name)
{
    const auto found = properties.find(name);
    return found == properties.end() ? QString() : found->second;
}

Result<std::vector<EntityState>> rowsAlike(const Entities& entities, const QString& list, const QString& label,
                                           const std::map<QString, QString>& properties)
{
    std::vector<std::pair<EntityKey, QString>> keys;
    if (list == people) {
        const bool whole = label.trimmed().contains(QLatin1Char(' ')); // a given name alone tells nobody
        keys = {{EntityKey::Email, value(properties, QStringLiteral("email"))},
                {EntityKey::Badge, value(properties, QStringLiteral("badge_id"))},
                {EntityKey::Label, whole ? label : QString()}};
    } else if (list == firms) {
        keys = {{EntityKey::Label, label}};
    }
    std::vector<EntityState> all;
    for (const auto& [key, text] : keys) {
        auto found = entities.alike(list, key, text.trimmed(), mostOfKey);
        if (!found)
            return found.error();
        for (EntityState& row : *found) {
            if (std::none_of(all.begin(), all.end(), [&](const EntityState& one) { return one.id == row.id; }))
                all.push_back(std::move(row));
        }
    }
    return all;
}

Result<QString> labelOf(const Entities& entities, const QString& id)
{
    const auto firm = id.isEmpty() ? Result<std::optional<EntityState>>(std::nullopt) : entities.find(firms, id);
    if (!firm)
        return firm.error();
    return *firm ? (*firm)->label : QString();
}

Result<contact::Traits> traitsOf(const Entities& entities, const QString& list, const QString& label, const std::map<QString, QString>& properties)
{
    if (list == firms)
        return contact::traitsOf(contact::firmOfRow(properties, label));
    const auto firm = labelOf(entities, value(properties, QStringLiteral("organisation_id")));
    return firm ? Result<contact::Traits>(contact::traitsOf(contact::personOfRow(properties, label, *firm))) : firm.error();
}

QStringList wordsOf(const contact::Match& match)
{
    using contact::Reason;
    static const std::map<Reason, const char*> words = {{Reason::SameBadge, "same-badge"},
                                                        {Reason::SameEmail, "same-email"},
                                                        {Reason::SameName, "same-name"},
                                                        {Reason::SwappedName, "swapped-name"},
                                                        {Reason::Nickname, "nickname"},
                                                        {Reason::NameSpelling, "spelling"},
                                                        {Reason::Initial, "initial"},
                                                        {Reason::SameFamilyName, "same-family-name"},
                                                        {Reason::SameGivenName, "same-given-name"},
                                                        {Reason::SamePhone, "same-phone"},
                                                        {Reason::SameFirm, "same-firm"},
                                                        {Reason::SimilarFirm, "similar-firm"},
                                                        {Reason::SameDomain, "same-domain"}};
    QStringList all;
    for (const Reason reason : match.reasons) {
        if (const auto word = words.find(reason); word != words.end())
            all.append(QLatin1String(word->second));
    }
    return all;
}

/// Whether the row was made in these weeks: a badge without a name says who somebody is at this occasion only.
Result<bool> isOfTheseWeeks(const Entities& entities, const QString& id, const QDateTime& now)
{
    const auto made = entities.since(people, id);
    return made ? Result<bool>(*made && **made >= now.addDays(-occasionDays)) : made.error();
}

/// By badge or address; a badge where nobody has a name, only at the same occasion.
Result<bool> isCertain(const Entities& entities, const contact::Match& match, bool named, const QString& id, const QDateTime& now)
{
    using contact::Reason;
    if (match.verdict != contact::Match::Verdict::SamePerson)
        return false;
    if (match.has(Reason::SameEmail))
        return true;
    if (!match.has(Reason::SameBadge))
        return false;
    return named ? Result<bool>(true) : isOfTheseWeeks(entities, id, now);
}

bool isNamed(const std::map<QString, QString>& properties)
{
    return !value(properties, QStringLiteral("given_name")).isEmpty() || !value(properties, QStringLiteral("family_name")).isEmpty();
}

/// The lists that a property of this name leads to.
QString listOf(const QString& property)
{
    return property == QLatin1String("contact_id") ? people : property == QLatin1String("organisation_id") ? firms : QString();
}

/// What a record says under an id that leads to @p kept is said of that one. It was made of nothing that the hub has of her: what somebody else has
/// written there is reconciled by the policies of its properties.
void turnTo(forms::EntityAction& action, const QString& kept, const EntityState* known)
{
    action.id = kept;
    action.create = false;
    action.update = true;
    action.baseVersion = 0;
    action.trunkVersion.clear();
    action.branchId.clear();
    std::erase_if(action.properties, [known](const auto& one) {
        return one.second.isEmpty() || (known && connectors::saysTheSame(one.first, one.second, value(known->properties, one.first)));
    });
    if (known && isNamed(known->properties))
        action.label.clear(); // hers stays
}

/// Somebody new, unless she is here already.
Status lookFor(Repositories& repositories, forms::EntityAction& action, const QString& source, const QDateTime& now)
{
    const Entities& entities = repositories.entities();
    const auto known = entities.find(action.list, action.id);
    if (!known || *known)
        return known ? ok() : Status(known.error());
    const auto alike = likenesses(entities, action.list, action.id, action.label, action.properties, now);
    if (!alike || alike->empty())
        return alike ? ok() : Status(alike.error());
    const Likeness& best = alike->front();
    if (!best.certain)
        return noteDuplicates(repositories, action.list, action.id, *alike, now);
    const auto her = entities.find(action.list, best.id);
    if (!her)
        return her.error();
    if (auto led = leadTo(repositories, action.list, action.id, best.id, source, now); !led)
        return led;
    turnTo(action, best.id, &**her);
    return ok();
}

} // namespace

Status followAliases(const Entities& entities, const QString& list, QString& id, std::map<QString, QString>& properties)
{
    const auto kept = entities.keptAs(list, id);
    if (!kept)
        return kept.error();
    id = *kept;
    for (auto& [name, named] : properties) {
        const QString others = listOf(name);
        if (others.isEmpty() || named.isEmpty())
            continue;
        const auto other = entities.keptAs(others, named);
        if (!other)
            return other.error();
        named = *other;
    }
    return ok();
}

Status identify(Repositories& repositories, IncomingSubmission& incoming, const QDateTime& now)
{
    // Firms and people first, so that what names them is turned to whom they were found to be.
    for (const bool parties : {true, false}) {
        for (forms::EntityAction& action : incoming.actions) {
            if ((action.list == people || action.list == firms) != parties)
                continue;
            const QString id = action.id;
            if (auto followed = followAliases(repositories.entities(), action.list, action.id, action.properties); !followed)
                return followed;
            if (action.id != id)
                turnTo(action, action.id, nullptr);
            if (!parties || !action.create)
                continue;
            if (auto looked = lookFor(repositories, action, incoming.head.instanceId, now); !looked)
                return looked;
        }
    }
    return ok();
}

Status leadTo(Repositories& repositories, const QString& list, const QString& id, const QString& kept, const QString& source, const QDateTime& now)
{
    const auto led = repositories.entities().lead(list, id, kept, source, now);
    return led ? buryEntity(repositories, list, id, {{QStringLiteral("merged_into"), kept}}, source, now) : led;
}

Result<std::vector<Likeness>> likenesses(const Entities& entities, const QString& list, const QString& id, const QString& label,
                                         const std::map<QString, QString>& properties, const QDateTime& now)
{
    const auto found = rowsAlike(entities, list, label, properties);
    if (!found || found->empty())
        return found ? Result<std::vector<Likeness>>(std::vector<Likeness>{}) : found.error();
    const auto traits = traitsOf(entities, list, label, properties);
    if (!traits)
        return traits.error();
    const auto wanted = list == people ? contact::Match::Verdict::SamePerson : contact::Match::Verdict::SameFirm;
    std::vector<Likeness> all;
    for (const EntityState& row : *found) {
        if (row.id == id)
            continue;
        const auto theirs = traitsOf(entities, list, row.label, row.properties);
        if (!theirs)
            return theirs.error();
        const contact::Match match = contact::compare(*traits, *theirs);
        if (match.verdict != wanted)
            continue;
        const auto certain = isCertain(entities, match, isNamed(properties) || isNamed(row.properties), row.id, now);
        if (!certain)
            return certain.error();
        all.push_back({row.id, match.score, wordsOf(match), *certain});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Likeness& a, const Likeness& b) { return std::pair(a.certain, a.score) > std::pair(b.certain, b.score); });
    return all;
}

} // namespace rapport::hub
