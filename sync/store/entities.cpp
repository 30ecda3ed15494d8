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
    const QString properties = QString::fromUtf8(propertiesJson(entity.properties));
    auto written = run("INSERT INTO entity(list, id, label, version, trunk_version, branch_id, properties, deleted, organisation_id, contact_id) "
                       "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10) ON CONFLICT(list, id) DO UPDATE SET label=?3, version=?4, trunk_version=?5, "
                       "branch_id=?6, properties=?7, deleted=?8, organisation_id=?9, contact_id=?10",
                       entity.list, entity.id, entity.label, entity.version, entity.trunkVersion, entity.branchId, properties, entity.deleted,
                       propertyOf(entity, "organisation_id"), propertyOf(entity, "contact_id"));
    if (!written)
        return written;
    const auto row = rows<qint64>(
        "SELECT row FROM entity WHERE list = ?1 AND id = ?2", [](const db::Statement& found) { return found.integer(0); }, entity.list, entity.id);
    if (!row || row->empty())
        return row ? Status(Error{Error::Kind::Internal, QStringLiteral("an entity is not there after it was written")}) : row.error();
    if (auto indexed = index(row->front(), entity.list, entity); !indexed)
        return indexed;
    return run("INSERT INTO entity_history(list, id, version, label, properties, deleted, source, author, at) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)",
               entity.list, entity.id, entity.version, entity.label, properties, entity.deleted, source, author, now());
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

Result<int> SqlStore::countEntities(const QString& list)
{
    const auto found = rows<qint64>(
        "SELECT count(*) FROM entity WHERE list = ?1 AND deleted = 0", [](const db::Statement& row) { return row.integer(0); }, list);
    return found ? Result<int>(static_cast<int>(found->front())) : found.error();
}

Result<std::vector<Entity>> SqlStore::findEntities(const QString& list, const QString& property, const QString& value)
{
    if (property == QLatin1String("name")) {
        auto one = entity(list, value);
        if (!one)
            return one.error();
        return *one && !(*one)->deleted ? std::vector<Entity>{**one} : std::vector<Entity>{};
    }
    for (const auto& [name, where] :
         {std::pair{"organisation_id", "WHERE organisation_id = ?2 AND organisation_id <> '' AND list = ?1 AND deleted = 0"},
          std::pair{"contact_id", "WHERE contact_id = ?2 AND contact_id <> '' AND list = ?1 AND deleted = 0"}}) {
        if (property == QLatin1String(name) && !value.isEmpty())
            return rows<Entity>((QByteArray(columns) + where + " ORDER BY row").constData(), readEntity, list, value);
    }
    const QString path = QStringLiteral("$.\"%1\"").arg(QString(property).remove(QLatin1Char('"')));
    if (property == QLatin1String("label"))
        return rows<Entity>((QByteArray(columns) + "WHERE list = ?1 AND deleted = 0 AND label = ?2 ORDER BY row").constData(), readEntity, list,
                            value);
    return rows<Entity>(
        (QByteArray(columns) + "WHERE list = ?1 AND deleted = 0 AND ifnull(json_extract(properties, ?2), '') = ?3 ORDER BY row").constData(),
        readEntity, list, path, value);
}

} // namespace rapport::store
