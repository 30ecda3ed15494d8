// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/decisions.h"

#include "sync/hub/identity.h"
#include "sync/wire/members.h"

namespace rapport::hub
{

namespace
{

QString shown(const QString& value)
{
    return value.left(wire::Members::maxText);
}

/// What people call whoever made a change; empty: the office.
Result<QString> nameOf(const Repositories& known, const QString& author, const QString& source)
{
    const auto user = known.users().find(author);
    if (!user || *user || !author.isEmpty())
        return user ? Result<QString>(*user ? (*user)->name : author) : user.error();
    const auto target = known.settings().connector(source);
    if (!target || (*target && !(*target)->title.isEmpty()))
        return target ? Result<QString>((*target)->title) : target.error();
    const auto record = known.submissions().find(source);
    const auto device = record && *record ? known.devices().find((*record)->deviceId) : Result<std::optional<DeviceRecord>>(std::nullopt);
    if (!record || !device)
        return record ? device.error() : record.error();
    return *device ? (*device)->name : QString();
}

Result<wire::Conflict::Side> sideOf(const Repositories& known, const Conflict::Side& side)
{
    const auto by = nameOf(known, side.author, side.source);
    return by ? Result<wire::Conflict::Side>({shown(side.value), shown(*by), side.at}) : by.error();
}

/// What stands at the hub now under @p keptId, and since when: since the question arose somebody may have changed it again, or found out that the
/// entity is another one (identity.h).
Result<Conflict::Side> standing(const Repositories& known, const Conflict& conflict, const QString& keptId)
{
    const bool same = keptId == conflict.entityId;
    const auto versions = known.entities().versions(conflict.list, keptId, same ? conflict.version : 0);
    if (!versions)
        return versions.error();
    Conflict::Side now = conflict.hub;
    if (!same)
        now.value.clear();
    for (const EntityVersion& one : *versions) {
        const auto found = one.properties.find(conflict.property);
        const QString value = found == one.properties.end() ? QString() : found->second;
        if (value != now.value)
            now = {value, one.source, one.author, one.at};
    }
    return now;
}

Result<wire::Conflict> asShown(const Repositories& known, const Conflict& conflict)
{
    const auto kept = known.entities().keptAs(conflict.list, conflict.entityId);
    const auto there = kept ? standing(known, conflict, *kept) : Result<Conflict::Side>(kept.error());
    const auto entity = there ? known.entities().find(conflict.list, *kept) : Result<std::optional<EntityState>>(there.error());
    if (!entity)
        return entity.error();
    auto device = sideOf(known, conflict.device);
    auto hub = sideOf(known, *there);
    if (!device || !hub)
        return device ? hub.error() : device.error();
    return wire::Conflict{
        conflict.id,        conflict.list,  *kept, conflict.property, *entity ? shown((*entity)->label) : QString(), conflict.device.source,
        std::move(*device), std::move(*hub)};
}

} // namespace

Result<std::vector<wire::Conflict>> conflictsOf(const Repositories& known, const QString& deviceId)
{
    const auto open = known.conflicts().openOf(deviceId, static_cast<int>(wire::maxConflicts));
    if (!open)
        return open.error();
    std::vector<wire::Conflict> all;
    for (const Conflict& conflict : *open) {
        auto one = asShown(known, conflict);
        if (!one)
            return one.error();
        all.push_back(std::move(*one));
    }
    return all;
}

Result<std::optional<wire::Verdict>> decide(Repositories& repositories, qint64 id, const wire::Decision& decision, const Caller& caller,
                                            const QDateTime& now)
{
    using Answer = std::optional<wire::Verdict>;
    using State = wire::Verdict::State;
    const auto found = repositories.conflicts().find(id);
    if (!found)
        return found.error();
    if (!*found || (*found)->deviceId != caller.deviceId || (*found)->device.source != decision.instanceId || (*found)->property != decision.property)
        return Answer();
    const Conflict& conflict = **found;
    if (!conflict.isOpen() && conflict.settledBy.isEmpty())
        return Answer(); // its policy has decided: nobody was asked
    const bool device = decision.take == wire::Conflict::Take::Device;
    if (!conflict.isOpen()) {
        const auto by = nameOf(repositories, conflict.settledBy, {});
        if (!by)
            return by.error();
        return conflict.outcome == word(device ? Policy::Device : Policy::Server) ? Answer({State::Settled, {}, {}})
                                                                                  : Answer({State::Decided, shown(*by), conflict.settledAt});
    }
    const auto kept = repositories.entities().keptAs(conflict.list, conflict.entityId);
    const auto there = kept ? standing(repositories, conflict, *kept) : Result<Conflict::Side>(kept.error());
    if (!there)
        return there.error();
    if (shown(there->value) != decision.seen)
        return Answer({State::Changed, {}, {}});
    const QString author = !caller.user.isEmpty() ? caller.user : !conflict.device.author.isEmpty() ? conflict.device.author : caller.name;
    const auto settled = settleConflict(repositories, id, device ? Choice::Device : Choice::Hub, author, now);
    return settled ? Result<Answer>(Answer({State::Settled, {}, {}})) : settled.error();
}

} // namespace rapport::hub
