// SPDX-License-Identifier: Apache-2.0
#include "sync/store/store_private.h"

#include <QUuid>

namespace rapport::store
{

namespace
{

constexpr const char* columns = "SELECT list, id, label, version, trunk_version, branch_id, properties, deleted FROM entity ";

Entity readEntity(const db::Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.integer(3), row.text(4), row.text(5), propertiesOf(row.blob(6)), row.integer(7) != 0};
}

} // namespace

Status SqlStore::writeEntity(const Entity& entity, const QString& source, const QString& author)
{
    const QByteArray properties = propertiesJson(entity.properties);
    auto written = run("INSERT INTO entity(list, id, label, version, trunk_version, branch_id, properties, deleted) VALUES(?1,?2,?3,?4,?5,?6,?7,?8) "
                       "ON CONFLICT(list, id) DO UPDATE SET label=?3, version=?4, trunk_version=?5, branch_id=?6, properties=?7, deleted=?8",
                       entity.list, entity.id, entity.label, entity.version, entity.trunkVersion, entity.branchId, QString::fromUtf8(properties),
                       entity.deleted);
    if (!written)
        return written;
    return run("INSERT INTO entity_history(list, id, version, label, properties, deleted, source, author, at) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)",
               entity.list, entity.id, entity.version, entity.label, QString::fromUtf8(properties), entity.deleted, source, author, now());
}

/// What a client does at once with what it has found out (FORMS-SPEC section 8, duties 1 to 3).
Status SqlStore::applyAction(const forms::EntityAction& action, const QString& author)
{
    auto known = entity(action.list, action.id);
    if (!known)
        return known.error();
    Entity changed;
    if (*known) {
        changed = **known;
        if (changed.branchId.isEmpty()) { // the first change of a row of the hub begins a branch
            changed.trunkVersion = QString::number(changed.version);
            changed.branchId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        }
        ++changed.version;
    } else {
        changed.list = action.list;
        changed.id = action.id;
        changed.version = action.baseVersion.value_or(0) + 1;
        changed.branchId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    changed.deleted = false;
    if (!action.label.isEmpty())
        changed.label = action.label;
    for (const auto& [name, value] : action.properties)
        changed.properties[name] = value;
    return writeEntity(changed, QStringLiteral("form"), author);
}

Result<std::vector<Entity>> SqlStore::entities(const QString& list)
{
    return rows<Entity>((QByteArray(columns) + "WHERE list = ?1 AND deleted = 0 ORDER BY row").constData(), readEntity, list);
}

Result<std::optional<Entity>> SqlStore::entity(const QString& list, const QString& id)
{
    auto found = rows<Entity>((QByteArray(columns) + "WHERE list = ?1 AND id = ?2").constData(), readEntity, list, id);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<Entity>(std::move(found->front()));
}

Result<std::vector<Entity>> SqlStore::findEntities(const QString& list, const QString& property, const QString& value)
{
    if (property == QLatin1String("name")) {
        auto one = entity(list, value);
        if (!one)
            return one.error();
        return *one && !(*one)->deleted ? std::vector<Entity>{**one} : std::vector<Entity>{};
    }
    const QString path = QStringLiteral("$.\"%1\"").arg(QString(property).remove(QLatin1Char('"')));
    if (property == QLatin1String("label"))
        return rows<Entity>((QByteArray(columns) + "WHERE list = ?1 AND deleted = 0 AND label = ?2 ORDER BY row").constData(), readEntity, list,
                            value);
    return rows<Entity>(
        (QByteArray(columns) + "WHERE list = ?1 AND deleted = 0 AND ifnull(json_extract(properties, ?2), '') = ?3 ORDER BY row").constData(),
        readEntity, list, path, value);
}

/// A newer list from the hub (duty 4): the hub's row wins once it has caught up with ours; till then ours stays, for it is on its way.
Status SqlStore::absorbEntities(const QString& list, const std::vector<Entity>& changed, const QByteArray& cursor)
{
    return transact([&]() -> Status {
        for (Entity theirs : changed) {
            theirs.list = list;
            auto ours = entity(list, theirs.id);
            if (!ours)
                return ours.error();
            const bool stillOnItsWay = *ours && !(*ours)->branchId.isEmpty() && theirs.version < (*ours)->version && !theirs.deleted;
            if (stillOnItsWay)
                continue;
            theirs.trunkVersion.clear();
            theirs.branchId.clear();
            if (auto written = writeEntity(theirs, QStringLiteral("hub"), {}); !written)
                return written;
        }
        return setCursor(QStringLiteral("entities/") + list, cursor);
    });
}

} // namespace rapport::store
