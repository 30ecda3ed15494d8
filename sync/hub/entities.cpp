// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/entities.h"

#include "sync/db/properties.h"
#include "sync/hub/identity.h"
#include "sync/hub/reconcile.h"
#include "sync/hub/sqlite/hubfile.h"
#include "sync/hub/sqlite/query.h"
#include "sync/hub/sqlite/sqliterepositories.h"

namespace rapport::hub
{

using db::propertiesJson;
using db::propertiesOf;

namespace
{

struct Known {
    QString label;
    std::map<QString, QString> properties;
    qint64 version = 0;
    bool deleted = false;
};

Result<std::optional<Known>> find(db::Database& database, const QString& list, const QString& id)
{
    auto found = rows<Known>(
        database, "SELECT label, properties, version, deleted FROM entity WHERE list = ?1 AND id = ?2",
        [](const db::Statement& row) {
            return Known{row.text(0), propertiesOf(row.blob(1)), row.integer(2), row.integer(3) != 0};
        },
        list, id);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<Known>(std::move(found->front()));
}

/// The newest state and a line of its history. @p properties as JSON.
Status write(db::Database& database, const Change& change, const QString& label, const QByteArray& json, qint64 version, bool deleted,
             const QDateTime& now)
{
    const auto seq = nextSequence(database);
    if (!seq)
        return seq.error();
    const QString properties = QString::fromUtf8(json);
    if (auto written = run(database,
                           "INSERT INTO entity(list, id, label, version, properties, deleted, seq) VALUES(?1,?2,?3,?4,?5,?6,?7) "
                           "ON CONFLICT(list, id) DO UPDATE SET label=?3, version=?4, properties=?5, deleted=?6, seq=?7",
                           change.list, change.id, label, version, properties, deleted, *seq);
        !written)
        return written;
    return run(database,
               "INSERT INTO entity_history(list, id, version, base_version, label, properties, source, author, at, device_id) "
               "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
               change.list, change.id, version, change.baseVersion, label, properties, change.source, change.author, timeText(now), change.deviceId);
}

} // namespace

Result<std::optional<connectors::Entity>> readEntity(db::Database& database, const QString& list, const QString& id)
{
    auto known = find(database, list, id);
    if (!known)
        return known.error();
    if (!*known)
        return std::optional<connectors::Entity>();
    return std::optional(connectors::Entity{list, id, (*known)->label, std::move((*known)->properties)});
}

Result<bool> changeEntity(db::Database& database, const Change& said, const QDateTime& now)
{
    Change change = said;
    if (auto followed = followAliases(database, change.list, change.id, change.properties); !followed)
        return followed.error();
    const auto known = find(database, change.list, change.id);
    if (!known)
        return known.error();
    const bool overtaken = *known && !change.deviceId.isEmpty() && change.baseVersion && *change.baseVersion < (*known)->version;
    const auto wanted = overtaken ? reconcile(database, change, {change.list, change.id, (*known)->label, (*known)->properties}, now)
                                  : Result<Reconciled>(Reconciled{change.properties, change.label, {}});
    if (!wanted)
        return wanted.error();
    std::map<QString, QString> merged = *known ? (*known)->properties : std::map<QString, QString>{};
    for (const auto& [name, value] : wanted->properties)
        merged[name] = value;
    const QString shown = wanted->label.isEmpty() && *known ? (*known)->label : wanted->label;
    const bool equal = *known && !(*known)->deleted && (*known)->properties == merged && (*known)->label == shown;
    if (equal && change.whenEqual == Change::WhenEqual::Nothing)
        return false; // so that nobody pulls it again
    const qint64 version = *known ? (*known)->version + 1 : 1;
    if (auto written = write(database, change, shown, propertiesJson(merged), version, false, now); !written)
        return written.error();
    for (Conflict conflict : wanted->conflicts) {
        conflict.version = version;
        if (auto kept = SqliteRepositories(database).conflicts().keep(conflict); !kept)
            return kept.error();
    }
    return true;
}

Status buryEntity(db::Database& database, const QString& list, const QString& id, const std::map<QString, QString>& properties, const QString& source,
                  const QDateTime& now)
{
    const auto known = find(database, list, id);
    if (!known)
        return known.error();
    const qint64 version = *known ? (*known)->version + 1 : 2; // the first was that of the device which made it
    return write(database, {list, id, {}, {}, {}, source, {}, Change::WhenEqual::Nothing}, {}, propertiesJson(properties), version, true, now);
}

Result<bool> removeEntity(db::Database& database, const QString& list, const QString& id, const QString& source, const QDateTime& now)
{
    const auto known = find(database, list, id);
    if (!known)
        return known.error();
    if (!*known || (*known)->deleted)
        return false;
    const Change change{list, id, {}, {}, {}, source, {}, Change::WhenEqual::Nothing};
    if (auto written = write(database, change, (*known)->label, propertiesJson((*known)->properties), (*known)->version + 1, true, now); !written)
        return written.error();
    return true;
}

} // namespace rapport::hub
