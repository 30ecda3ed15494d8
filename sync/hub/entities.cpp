// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/entities.h"

#include "sync/hub/identity.h"
#include "sync/hub/reconcile.h"

namespace rapport::hub
{

Result<bool> changeEntity(Repositories& repositories, const Change& said, const QDateTime& now)
{
    Change change = said;
    if (auto followed = followAliases(repositories.entities(), change.list, change.id, change.properties); !followed)
        return followed.error();
    const auto known = repositories.entities().find(change.list, change.id);
    if (!known)
        return known.error();
    const bool overtaken = *known && !change.deviceId.isEmpty() && change.baseVersion && *change.baseVersion < (*known)->version;
    const auto wanted =
        overtaken ? reconcile(repositories, change, **known, now) : Result<Reconciled>(Reconciled{change.properties, change.label, {}});
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
    if (auto written = repositories.entities().write({{change.list, change.id, shown, std::move(merged)}, version, false},
                                                     {change.baseVersion, change.source, change.author, change.deviceId, now});
        !written)
        return written.error();
    for (Conflict conflict : wanted->conflicts) {
        conflict.version = version;
        if (auto kept = repositories.conflicts().keep(conflict); !kept)
            return kept.error();
    }
    return true;
}

Status buryEntity(Repositories& repositories, const QString& list, const QString& id, const std::map<QString, QString>& properties,
                  const QString& source, const QDateTime& now)
{
    const auto known = repositories.entities().find(list, id);
    if (!known)
        return known.error();
    const qint64 version = *known ? (*known)->version + 1 : 2; // the first was that of the device which made it
    return repositories.entities().write({{list, id, {}, properties}, version, true}, {{}, source, {}, {}, now});
}

Result<bool> removeEntity(Repositories& repositories, const QString& list, const QString& id, const QString& source, const QDateTime& now)
{
    const auto known = repositories.entities().find(list, id);
    if (!known)
        return known.error();
    if (!*known || (*known)->deleted)
        return false;
    EntityState gone = **known;
    ++gone.version;
    gone.deleted = true;
    const auto written = repositories.entities().write(gone, {{}, source, {}, {}, now});
    return written ? Result<bool>(true) : written.error();
}

} // namespace rapport::hub
