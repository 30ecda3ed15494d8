// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/holding.h"

#include <algorithm>

namespace rapport::hub
{

namespace
{

constexpr int firstDay = 14 * 3600, lastDay = -12 * 3600; ///< seconds east of UTC where a day begins first and ends last

struct Roles {
    bool known = false; ///< the hub has users
    QString ofUser;
};

Result<Roles> rolesOf(const Users& users, const QString& user)
{
    const auto any = users.any();
    const auto found = any ? users.find(user) : Result<std::optional<UserRecord>>(any.error());
    if (!found)
        return found.error();
    return Roles{*any, *found ? (*found)->role : QString()};
}

bool isHeld(const wire::Occasion& occasion, const Roles& roles, const QDateTime& now)
{
    if (occasion.isOverAt(now.toOffsetFromUtc(lastDay)))
        return false;
    if (occasion.heldFrom.isValid() && occasion.dayAt(now.toOffsetFromUtc(firstDay)) < occasion.heldFrom)
        return false;
    return !roles.known || occasion.roles.isEmpty() || occasion.roles.contains(roles.ofUser);
}

} // namespace

const QStringList& knownRoles()
{
    static const QStringList roles{QStringLiteral("rep"), QStringLiteral("technician"), QStringLiteral("manager"), QStringLiteral("editor"),
                                   QStringLiteral("admin")};
    return roles;
}

Result<Holding> Holding::of(const Repositories& known, const QString& user, const QDateTime& now)
{
    auto occasions = known.occasions().all();
    const auto roles = rolesOf(known.users(), user);
    if (!occasions || !roles)
        return occasions ? roles.error() : occasions.error();
    Holding holding;
    holding.m_user = user;
    holding.m_role = roles->ofUser;
    holding.m_now = now;
    for (wire::Occasion& occasion : *occasions) {
        for (const QString& form : std::as_const(occasion.forms))
            holding.m_namedForms.insert(form);
        for (const QString& list : std::as_const(occasion.lists))
            holding.m_namedLists.insert(list);
        if (isHeld(occasion, *roles, now))
            holding.m_occasions.push_back(std::move(occasion));
    }
    return holding;
}

bool Holding::givesForm(const QString& formId) const
{
    const auto names = [&](const wire::Occasion& occasion) { return occasion.forms.contains(formId); };
    return !m_namedForms.contains(formId) || std::any_of(m_occasions.begin(), m_occasions.end(), names);
}

bool Holding::givesList(const QString& list) const
{
    const auto names = [&](const wire::Occasion& occasion) { return occasion.lists.contains(list); };
    return !m_namedLists.contains(list) || std::any_of(m_occasions.begin(), m_occasions.end(), names);
}

} // namespace rapport::hub
