// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/consents.h"

#include "sync/hub/entities.h"
#include "sync/hub/sqlite/query.h"
#include "sync/wire/consents.h"

#include <algorithm>

namespace rapport::hub
{

namespace
{

/// By the indexes of schema 10, one a list: the text of the query names the list as the index does.
Result<std::vector<wire::KnownRow>> ofContact(db::Database& database, const QString& list, const QString& contactId)
{
    const char* query = list == QLatin1String("withdrawals")
                            ? "SELECT id FROM entity WHERE list = 'withdrawals' AND json_extract(properties, '$.contact_id') = ?1 AND deleted = 0"
                            : "SELECT id FROM entity WHERE list = 'consents' AND json_extract(properties, '$.contact_id') = ?1 AND deleted = 0";
    const auto ids = rows<QString>(
        database, query, [](const db::Statement& row) { return row.text(0); }, contactId);
    if (!ids)
        return ids.error();
    std::vector<wire::KnownRow> found;
    for (const QString& id : *ids) {
        const auto entity = readEntity(database, list, id);
        if (!entity)
            return entity.error();
        if (*entity)
            found.push_back({id, (*entity)->properties});
    }
    return found;
}

Result<bool> isDeleted(db::Database& database, const QString& list, const QString& id)
{
    const auto found = rows<qint64>(
        database, "SELECT deleted FROM entity WHERE list = ?1 AND id = ?2", [](const db::Statement& row) { return row.integer(0); }, list, id);
    return found ? Result<bool>(!found->empty() && found->front() != 0) : found.error();
}

/// Only that: a form that knows more of a person than her consents may bring her back.
bool speaksOfConsentOnly(const forms::EntityAction& action)
{
    return action.list == QLatin1String("contacts") && action.update &&
           std::all_of(action.properties.begin(), action.properties.end(),
                       [](const auto& one) { return one.first.startsWith(QLatin1String("consent_")); });
}

/// A withdrawal does not bring back whom somebody has deleted.
Status leaveDeletedOut(db::Database& database, std::vector<forms::EntityAction>& actions)
{
    std::vector<forms::EntityAction> left;
    for (forms::EntityAction& action : actions) {
        const auto deleted = speaksOfConsentOnly(action) ? isDeleted(database, action.list, action.id) : Result<bool>(false);
        if (!deleted)
            return deleted.error();
        if (!*deleted)
            left.push_back(std::move(action));
    }
    actions = std::move(left);
    return ok();
}

Result<std::optional<wire::KnownRow>> rowOf(db::Database& database, const QString& list, const QString& id)
{
    const auto deleted = isDeleted(database, list, id);
    const auto entity = deleted ? readEntity(database, list, id) : deleted.error();
    if (!entity)
        return entity.error();
    return *entity && !*deleted ? std::optional(wire::KnownRow{id, (*entity)->properties}) : std::optional<wire::KnownRow>();
}

} // namespace

Status settleConsents(db::Database& database, std::vector<forms::EntityAction>& actions)
{
    const wire::KnownConsents known{[&](const QString& list, const QString& contactId) { return ofContact(database, list, contactId); },
                                    [&](const QString& list, const QString& id) { return rowOf(database, list, id); }};
    const bool concerned = std::any_of(actions.begin(), actions.end(), [](const forms::EntityAction& action) {
        return action.list == QLatin1String("consents") || action.list == QLatin1String("withdrawals");
    });
    if (!concerned)
        return ok();
    if (auto left = leaveDeletedOut(database, actions); !left)
        return left;
    return wire::settleConsents(actions, known);
}

} // namespace rapport::hub
