// SPDX-License-Identifier: Apache-2.0
// What finished conversations change in entities, so that it can be taken back exactly, whatever came from the hub in between.
//
// An entity that was changed here is its trunk (the row before the first of these changes, or what the hub has sent since) with the changes of
// entity_change on top, in their order. Taking one conversation back is leaving its changes out. Once every conversation that changed an entity is at
// the hub, or the hub's row has replaced ours, there is nothing left to take back and both are forgotten.
#include "sync/store/store_private.h"

#include <QUuid>

namespace rapport::store
{

namespace
{

LocalChange readChange(const db::Statement& row)
{
    LocalChange change;
    change.instanceId = row.text(0);
    change.action.list = row.text(1);
    change.action.id = row.text(2);
    change.action.label = row.text(3);
    change.action.properties = propertiesOf(row.blob(4));
    change.author = row.text(5);
    change.at = row.text(6);
    change.delivered = row.integer(7) != 0;
    return change;
}

/// What a client does at once with what it has found out (FORMS-SPEC section 8, duties 1 to 3). The version grows from what stands here, not from
/// what the form saw: of two conversations that began with the same row, the second comes second at the hub as well.
Entity changedBy(const std::optional<Entity>& before, const forms::EntityAction& action, const QString& branchId)
{
    Entity changed;
    if (before) {
        changed = *before;
        if (changed.branchId.isEmpty()) { // the first change of a row of the hub begins a branch
            changed.trunkVersion = QString::number(changed.version);
            changed.branchId = branchId;
        }
        ++changed.version;
    } else {
        changed.list = action.list;
        changed.id = action.id;
        changed.branchId = branchId;
    }
    changed.deleted = false;
    if (!action.label.isEmpty())
        changed.label = action.label;
    for (const auto& [name, value] : action.properties)
        changed.properties[name] = value;
    return changed;
}

} // namespace

Status SqlStore::applyChange(const LocalChange& change)
{
    const auto known = entity(change.action.list, change.action.id);
    if (!known)
        return known.error();
    if (!change.action.create && (!*known || (*known)->deleted))
        return ok(); // it went while the form was filled in: the hub decides what comes of the change
    if (auto noted = noteChange(change, *known); !noted)
        return noted;
    const Entity changed = changedBy(*known, change.action, QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (auto written = writeEntity(changed); !written)
        return written;
    return noteHistory(changed, change);
}

Status SqlStore::noteHistory(const Entity& entity, const LocalChange& change)
{
    return run("INSERT INTO entity_history(list, id, version, label, properties, deleted, source, author, at, instance_id) "
               "VALUES(?1,?2,?3,?4,?5,?6,'form',?7,?8,?9)",
               entity.list, entity.id, entity.version, entity.label, QString::fromUtf8(propertiesJson(entity.properties)), entity.deleted,
               change.author, change.at, change.instanceId);
}

/// The first change of an entity keeps the row that it finds.
Status SqlStore::noteChange(const LocalChange& change, const std::optional<Entity>& before)
{
    const forms::EntityAction& action = change.action;
    const auto others = rows<qint64>(
        "SELECT 1 FROM entity_change WHERE list = ?1 AND entity_id = ?2 LIMIT 1", [](const db::Statement& row) { return row.integer(0); },
        action.list, action.id);
    if (!others)
        return others.error();
    if (others->empty()) {
        if (auto forgotten = forgetChanges(action.list, action.id); !forgotten)
            return forgotten;
        if (before) {
            auto kept = run("INSERT INTO entity_trunk(list, id, label, version, trunk_version, branch_id, properties, deleted) "
                            "VALUES(?1,?2,?3,?4,?5,?6,?7,?8)",
                            before->list, before->id, before->label, before->version, before->trunkVersion, before->branchId,
                            QString::fromUtf8(propertiesJson(before->properties)), before->deleted);
            if (!kept)
                return kept;
        }
    }
    return run("INSERT INTO entity_change(instance_id, list, entity_id, label, properties, author, at, delivered) VALUES(?1,?2,?3,?4,?5,?6,?7,?8)",
               change.instanceId, action.list, action.id, action.label, QString::fromUtf8(propertiesJson(action.properties)), change.author,
               change.at, change.delivered);
}

Status SqlStore::forgetChanges(const QString& list, const QString& id)
{
    if (auto gone = runKept("DELETE FROM entity_change WHERE list = ?1 AND entity_id = ?2", list, id); !gone)
        return gone;
    return runKept("DELETE FROM entity_trunk WHERE list = ?1 AND id = ?2", list, id);
}

Status SqlStore::takeBackChanges(const QString& instanceId)
{
    const auto touched = rows<std::pair<QString, QString>>(
        "SELECT DISTINCT list, entity_id FROM entity_change WHERE instance_id = ?1",
        [](const db::Statement& row) { return std::pair(row.text(0), row.text(1)); }, instanceId);
    if (!touched)
        return touched.error();
    for (const auto& [list, id] : *touched) {
        if (auto rebuilt = rebuild(list, id, instanceId); !rebuilt)
            return rebuilt;
    }
    return ok();
}

/// The entity as it would stand here had @p without never been finished; its history too.
Status SqlStore::rebuild(const QString& list, const QString& id, const QString& without)
{
    const auto current = entity(list, id);
    const auto trunk = rows<Entity>(
        "SELECT list, id, label, version, trunk_version, branch_id, properties, deleted FROM entity_trunk WHERE list = ?1 AND id = ?2",
        [](const db::Statement& row) {
            return Entity{row.text(0),        row.text(1), row.text(2), row.integer(3), row.text(4), row.text(5), propertiesOf(row.blob(6)),
                          row.integer(7) != 0};
        },
        list, id);
    const auto changes = rows<LocalChange>("SELECT instance_id, list, entity_id, label, properties, author, at, delivered FROM entity_change "
                                           "WHERE list = ?1 AND entity_id = ?2 ORDER BY id",
                                           readChange, list, id);
    if (!current || !trunk || !changes)
        return !current ? current.error() : !trunk ? trunk.error() : changes.error();
    if (auto gone = run("DELETE FROM entity_history WHERE list = ?1 AND id = ?2 AND instance_id IN "
                        "(SELECT instance_id FROM entity_change WHERE list = ?1 AND entity_id = ?2)",
                        list, id);
        !gone)
        return gone;
    if (auto forgotten = forgetChanges(list, id); !forgotten)
        return forgotten;
    if (!*current)
        return ok(); // the hub has swept it
    std::optional<Entity> state = trunk->empty() ? std::nullopt : std::optional<Entity>(trunk->front());
    for (LocalChange change : *changes) {
        if (change.instanceId == without)
            continue;
        if (!state && change.action.label.isEmpty())
            change.action.label = (*current)->label; // what it changes was made by the one that is taken back
        if (auto noted = noteChange(change, state); !noted)
            return noted;
        state = changedBy(state, change.action, (*current)->branchId);
        if (auto noted = noteHistory(*state, change); !noted)
            return noted;
    }
    if (state)
        return writeEntity(*state);
    if (auto gone = run("DELETE FROM search WHERE rowid = (SELECT row FROM entity WHERE list = ?1 AND id = ?2)", list, id); !gone)
        return gone;
    if (auto gone = run("DELETE FROM entity WHERE list = ?1 AND id = ?2", list, id); !gone)
        return gone;
    return list == QLatin1String("organisations") ? indexPeopleOf(**current) : ok();
}

/// They stay only below a change that can still be taken back.
Status SqlStore::settleChanges(const QString& instanceId)
{
    if (auto marked = run("UPDATE entity_change SET delivered = 1 WHERE instance_id = ?1", instanceId); !marked)
        return marked;
    const auto settled = rows<std::pair<QString, QString>>(
        "SELECT DISTINCT list, entity_id FROM entity_change AS mine WHERE instance_id = ?1 AND NOT EXISTS(SELECT 1 FROM entity_change AS other "
        "WHERE other.list = mine.list AND other.entity_id = mine.entity_id AND other.delivered = 0)",
        [](const db::Statement& row) { return std::pair(row.text(0), row.text(1)); }, instanceId);
    if (!settled)
        return settled.error();
    for (const auto& [list, id] : *settled) {
        if (auto forgotten = forgetChanges(list, id); !forgotten)
            return forgotten;
    }
    return ok();
}

Result<bool> SqlStore::hasChanges(const QString& list)
{
    const auto found = rows<qint64>(
        "SELECT EXISTS(SELECT 1 FROM entity_change WHERE list = ?1)", [](const db::Statement& row) { return row.integer(0); }, list);
    return found ? Result<bool>(found->front() != 0) : found.error();
}

/// A row of the hub that came while ours was ahead is what ours would fall back to. What was delivered before is in it.
Status SqlStore::noteTheirs(const QString& list, const Entity& theirs, Absorbed absorbed)
{
    if (absorbed == Absorbed::Taken)
        return forgetChanges(list, theirs.id);
    auto kept = runKept("INSERT OR REPLACE INTO entity_trunk(list, id, label, version, properties, deleted) SELECT ?1, ?2, ?3, ?4, ?5, ?6 "
                        "WHERE EXISTS(SELECT 1 FROM entity_change WHERE list = ?1 AND entity_id = ?2)",
                        list, theirs.id, theirs.label, theirs.version, QString::fromUtf8(propertiesJson(theirs.properties)), theirs.deleted);
    return kept ? runKept("DELETE FROM entity_change WHERE list = ?1 AND entity_id = ?2 AND delivered", list, theirs.id) : kept;
}

} // namespace rapport::store
