// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/reconcile.h"

#include "sync/hub/hubdata.h"

#include <algorithm>

namespace rapport::hub
{

namespace
{

/// What ships: sets and remarks hold both; what the office plans stays planned; how a person is reached is for a person to say.
constexpr struct {
    const char* list; ///< "*": every one
    const char* property;
    Policy policy;
} shipped[] = {{"*", "other_emails", Policy::Append},   {"*", "other_phones", Policy::Append},    {"*", "asset_ids", Policy::Append},
               {"*", "remark", Policy::Append},         {"*", "report", Policy::Append},          {"jobs", "priority", Policy::Server},
               {"jobs", "due", Policy::Server},         {"jobs", "assignee", Policy::Server},     {"organisations", "account_owner", Policy::Server},
               {"contacts", "phone", Policy::Ask},      {"contacts", "mobile", Policy::Ask},      {"contacts", "email", Policy::Ask},
               {"organisations", "phone", Policy::Ask}, {"opportunities", "amount", Policy::Ask}, {"opportunities", "stage", Policy::Ask}};

QString valueIn(const std::map<QString, QString>& properties, const QString& name)
{
    const auto found = properties.find(name);
    return found == properties.end() ? QString() : found->second;
}

/// What the device had before it when it made its change, and who else has changed it since.
class Known
{
public:
    Known(const QString& deviceId, const EntityVersion& base) : m_deviceId(deviceId), m_label(base.label), m_seen(base.properties), m_last(base) {}

    void follow(const EntityVersion& version, const std::vector<Conflict>& said)
    {
        const bool own = version.deviceId == m_deviceId;
        std::set<QString> names;
        for (const auto* properties : {&version.properties, &std::as_const(m_last.properties)}) {
            for (const auto& [name, value] : *properties)
                names.insert(name);
        }
        for (const QString& name : names) {
            const QString now = valueIn(version.properties, name);
            if (now == valueIn(m_last.properties, name))
                continue;
            if (own)
                m_seen[name] = now;
            else
                m_others[name] = {now, version.source, version.author, version.at};
        }
        if (own && version.label != m_last.label)
            m_label = version.label;
        for (const Conflict& one : said) {
            if (one.version == version.number)
                m_seen[one.property] = one.device.value; // where it was not taken: the device goes on from its own word
        }
        m_last = version;
    }

    QString seen(const QString& name) const { return valueIn(m_seen, name); }
    QString label() const { return m_label; }
    const Conflict::Side* other(const QString& name) const
    {
        const auto found = m_others.find(name);
        return found == m_others.end() ? nullptr : &found->second;
    }

private:
    QString m_deviceId, m_label;
    std::map<QString, QString> m_seen;
    std::map<QString, Conflict::Side> m_others;
    EntityVersion m_last;
};

/// Blank-separated (DESIGN.md section 3).
bool isSet(const QString& property)
{
    return property == QLatin1String("other_emails") || property == QLatin1String("other_phones") || property == QLatin1String("asset_ids");
}

QStringList parted(const QString& text, QChar mark)
{
    return text.split(mark, Qt::SkipEmptyParts);
}

} // namespace

Result<Policy> policyFor(const Conflicts& conflicts, const QString& list, const QString& property)
{
    const auto said = conflicts.policy(list, property);
    if (!said)
        return said.error();
    if (*said)
        return **said;
    for (const auto& one : shipped) {
        if ((list == QLatin1String(one.list) || *one.list == '*') && property == QLatin1String(one.property))
            return one.policy;
    }
    return Policy::Device;
}

QString appended(const QString& before, const QString& current, const QString& mine, QChar mark)
{
    const QStringList old = parted(before, mark), theirs = parted(mine, mark);
    QStringList all = parted(current, mark);
    for (const QString& one : old) {
        if (!theirs.contains(one))
            all.removeAll(one);
    }
    for (const QString& one : theirs) {
        if (!old.contains(one) && !all.contains(one))
            all.append(one);
    }
    return all.join(mark);
}

Result<Reconciled> reconcile(const Repositories& here, const Change& change, const connectors::Entity& current, const QDateTime& now)
{
    Reconciled out{change.properties, change.label, {}};
    const qint64 base = change.baseVersion.value_or(0);
    auto versions = here.entities().versions(change.list, change.id, base);
    const auto said =
        versions ? here.conflicts().saidSince(change.list, change.id, change.deviceId, base) : Result<std::vector<Conflict>>(versions.error());
    if (!said)
        return said.error();
    if (base == 0)
        versions->insert(versions->begin(), EntityVersion{}); // made of nothing that the hub has
    if (change.deviceId.isEmpty() || versions->size() < 2 || versions->front().number != base)
        return out; // nobody was in between, or nobody knows what it was made of
    Known known(change.deviceId, versions->front());
    for (std::size_t i = 1; i < versions->size(); ++i)
        known.follow((*versions)[i], *said);
    if (change.label == known.label())
        out.label.clear();
    for (const auto& [name, mine] : change.properties) {
        const QString there = valueIn(current.properties, name), before = known.seen(name);
        const Conflict::Side* other = known.other(name);
        if (mine == there || there == before || !other)
            continue;
        if (mine == before) {
            out.properties.erase(name); // sent along as it was
            continue;
        }
        const auto policy = policyFor(here.conflicts(), change.list, name);
        if (!policy)
            return policy.error();
        Conflict::Side hub = *other;
        hub.value = there;
        out.conflicts.push_back(
            {0, change.list, change.id, name, before, hub, {mine, change.source, change.author, now}, change.deviceId, 0, word(*policy), {}, {}});
        if (*policy == Policy::Append)
            out.properties[name] = appended(before, there, mine, isSet(name) ? QLatin1Char(' ') : QLatin1Char('\n'));
        else if (*policy != Policy::Device)
            out.properties.erase(name);
    }
    return out;
}

Status settleConflict(Repositories& repositories, qint64 id, Choice choice, const QString& author, const QDateTime& now)
{
    const auto found = repositories.conflicts().find(id);
    if (!found)
        return found.error();
    if (!*found || !(*found)->isOpen())
        return Error{Error::Kind::NotFound, QStringLiteral("There is no open conflict %1.").arg(id)};
    const Conflict& conflict = **found;
    if (choice == Choice::Device) {
        const Change change{
            conflict.list, conflict.entityId,          {}, {{conflict.property, conflict.device.value}}, {}, QStringLiteral("conflict:%1").arg(id),
            author,        Change::WhenEqual::Nothing, {}};
        if (const auto changed = changeEntity(repositories, change, now); !changed)
            return changed.error();
    }
    auto settled = repositories.conflicts().settle(id, choice == Choice::Device ? Policy::Device : Policy::Server, author, now);
    return settled ? foldConflicts(repositories, conflict.device.source, now) : settled;
}

} // namespace rapport::hub
