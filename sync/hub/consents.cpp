// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/consents.h"

#include "sync/wire/consents.h"

#include <algorithm>

namespace rapport::hub
{

namespace
{

Result<std::vector<wire::KnownRow>> ofContact(const Entities& entities, const QString& list, const QString& contactId)
{
    const auto all = entities.having(list, QStringLiteral("contact_id"), contactId);
    if (!all)
        return all.error();
    std::vector<wire::KnownRow> found;
    for (const EntityState& one : *all)
        found.push_back({one.id, one.properties});
    return found;
}

Result<bool> isDeleted(const Entities& entities, const QString& list, const QString& id)
{
    const auto found = entities.find(list, id);
    return found ? Result<bool>(*found && (*found)->deleted) : found.error();
}

/// Only that: a form that knows more of a person than her consents may bring her back.
bool speaksOfConsentOnly(const forms::EntityAction& action)
{
    return action.list == QLatin1String("contacts") && action.update &&
           std::all_of(action.properties.begin(), action.properties.end(),
                       [](const auto& one) { return one.first.startsWith(QLatin1String("consent_")); });
}

/// A withdrawal does not bring back whom somebody has deleted.
Status leaveDeletedOut(const Entities& entities, std::vector<forms::EntityAction>& actions)
{
    std::vector<forms::EntityAction> left;
    for (forms::EntityAction& action : actions) {
        const auto deleted = speaksOfConsentOnly(action) ? isDeleted(entities, action.list, action.id) : Result<bool>(false);
        if (!deleted)
            return deleted.error();
        if (!*deleted)
            left.push_back(std::move(action));
    }
    actions = std::move(left);
    return ok();
}

Result<std::optional<wire::KnownRow>> rowOf(const Entities& entities, const QString& list, const QString& id)
{
    const auto entity = entities.find(list, id);
    if (!entity)
        return entity.error();
    return *entity && !(*entity)->deleted ? std::optional(wire::KnownRow{id, (*entity)->properties}) : std::optional<wire::KnownRow>();
}

} // namespace

Status settleConsents(const Entities& entities, std::vector<forms::EntityAction>& actions)
{
    const wire::KnownConsents known{[&](const QString& list, const QString& contactId) { return ofContact(entities, list, contactId); },
                                    [&](const QString& list, const QString& id) { return rowOf(entities, list, id); }};
    const bool concerned = std::any_of(actions.begin(), actions.end(), [](const forms::EntityAction& action) {
        return action.list == QLatin1String("consents") || action.list == QLatin1String("withdrawals");
    });
    if (!concerned)
        return ok();
    if (auto left = leaveDeletedOut(entities, actions); !left)
        return left;
    return wire::settleConsents(actions, known);
}

} // namespace rapport::hub
