// SPDX-License-Identifier: Apache-2.0
// What the office decides about rows that may be one.
#include "sync/hub/admin.h"
#include "sync/hub/duplicates.h"
#include "sync/hub/timetext.h"

#include <QJsonArray>

namespace rapport::hub
{

namespace
{

Result<QJsonObject> sideOf(const Entities& entities, const QString& list, const QString& id)
{
    const auto entity = entities.find(list, id);
    if (!entity)
        return entity.error();
    return QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("label"), *entity ? (*entity)->label : QString()}};
}

} // namespace

Result<QJsonArray> OfficeAdmin::duplicates(bool openOnly)
{
    const std::lock_guard lock(m_mutex);
    const auto found = openOnly ? m_known->duplicates().open() : m_known->duplicates().all();
    if (!found)
        return found.error();
    QJsonArray all;
    for (const Duplicate& one : *found) {
        const Entities& entities = m_known->entities();
        const auto entity = sideOf(entities, one.list, one.entityId), other = sideOf(entities, one.list, one.otherId);
        if (!entity || !other)
            return entity ? other.error() : entity.error();
        all.append(QJsonObject{{QStringLiteral("id"), one.id},
                               {QStringLiteral("list"), one.list},
                               {QStringLiteral("pair"), QJsonArray{*entity, *other}},
                               {QStringLiteral("score"), one.score},
                               {QStringLiteral("reasons"), QJsonArray::fromStringList(one.reasons)},
                               {QStringLiteral("found_at"), timeText(one.foundAt)},
                               {QStringLiteral("outcome"), one.outcome},
                               {QStringLiteral("settled_by"), one.settledBy}});
    }
    return all;
}

Status OfficeAdmin::mergeDuplicate(qint64 id, const QString& keep, const QString& author)
{
    const std::lock_guard lock(m_mutex);
    return m_database->write([&](Repositories& writing) { return hub::mergeDuplicate(writing, id, keep, author, now()); });
}

Status OfficeAdmin::keepApart(qint64 id, const QString& author)
{
    const std::lock_guard lock(m_mutex);
    return m_database->write([&](Repositories& writing) { return hub::keepApart(writing, id, author, now()); });
}

} // namespace rapport::hub
