// SPDX-License-Identifier: Apache-2.0
// What the office decides about values that two have changed.
#include "sync/hub/admin.h"
#include "sync/hub/reconcile.h"
#include "sync/hub/timetext.h"

#include <QJsonArray>

namespace rapport::hub
{

namespace
{

QJsonObject sideOf(const Conflict::Side& side)
{
    return {{QStringLiteral("value"), side.value},
            {QStringLiteral("source"), side.source},
            {QStringLiteral("author"), side.author},
            {QStringLiteral("at"), timeText(side.at)}};
}

} // namespace

Status OfficeAdmin::setPolicy(const QString& list, const QString& property, const QString& policy)
{
    const std::lock_guard lock(m_mutex);
    const auto known = policyOf(policy);
    if (!known)
        return Error{Error::Kind::Invalid, QStringLiteral("“%1” is no policy: device, server, append or ask.").arg(policy)};
    if (list.isEmpty() || property.isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("A policy is for a property of a list.")};
    return m_database->write([&](Repositories& writing) { return writing.conflicts().setPolicy(list, property, *known); });
}

Result<QJsonArray> OfficeAdmin::conflicts(bool openOnly)
{
    const std::lock_guard lock(m_mutex);
    const auto found = openOnly ? m_known->conflicts().open() : m_known->conflicts().all();
    if (!found)
        return found.error();
    QJsonArray all;
    for (const Conflict& one : *found) {
        all.append(QJsonObject{{QStringLiteral("id"), one.id},
                               {QStringLiteral("list"), one.list},
                               {QStringLiteral("entity"), one.entityId},
                               {QStringLiteral("property"), one.property},
                               {QStringLiteral("before"), one.before},
                               {QStringLiteral("hub"), sideOf(one.hub)},
                               {QStringLiteral("device"), sideOf(one.device)},
                               {QStringLiteral("outcome"), one.isOpen() ? QStringLiteral("open") : one.outcome},
                               {QStringLiteral("settled_by"), one.settledBy}});
    }
    return all;
}

Status OfficeAdmin::settleConflict(qint64 id, const QString& choice, const QString& author)
{
    const std::lock_guard lock(m_mutex);
    const bool device = choice == QLatin1String("device");
    if (!device && choice != QLatin1String("hub"))
        return Error{Error::Kind::Invalid, QStringLiteral("Whose value is taken: “hub” or “device”.")};
    return m_database->write(
        [&](Repositories& writing) { return hub::settleConflict(writing, id, device ? Choice::Device : Choice::Hub, author, now()); });
}

} // namespace rapport::hub
