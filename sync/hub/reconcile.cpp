// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/reconcile.h"

#include "sync/db/properties.h"
#include "sync/hub/hubdata.h"
#include "sync/hub/sqlite/query.h"
#include "sync/hub/sqlite/sqliterepositories.h"

#include <algorithm>

namespace rapport::hub
{

using db::propertiesOf;

namespace
{

constexpr std::pair<Policy, const char*> policyWords[] = {
    {Policy::Device, "device"}, {Policy::Server, "server"}, {Policy::Append, "append"}, {Policy::Ask, "ask"}};

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

struct Version {
    qint64 number = 0;
    QString label, source, author, deviceId;
    QDateTime at;
    std::map<QString, QString> properties;
};

QString valueIn(const std::map<QString, QString>& properties, const QString& name)
{
    const auto found = properties.find(name);
    return found == properties.end() ? QString() : found->second;
}

/// From version @p base on, that one included where it is there.
Result<std::vector<Version>> versionsFrom(db::Database& database, const Change& change, qint64 base)
{
    return rows<Version>(
        database,
        "SELECT version, label, source, author, device_id, at, properties FROM entity_history WHERE list = ?1 AND id = ?2 AND version >= ?3 "
        "ORDER BY version",
        [](const db::Statement& row) {
            return Version{row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), timeOf(row.text(5)), propertiesOf(row.blob(6))};
        },
        change.list, change.id, base);
}

/// What the device said after @p base and was not taken: it goes on from its own word.
struct Said {
    qint64 version;
    QString property, value;
};

Result<std::vector<Said>> saidBy(db::Database& database, const Change& change, qint64 base)
{
    return rows<Said>(
        database,
        "SELECT version, property, device_value FROM conflict WHERE list = ?1 AND entity_id = ?2 AND device_id = ?3 AND version > ?4 ORDER BY id",
        [](const db::Statement& row) {
            return Said{row.integer(0), row.text(1), row.text(2)};
        },
        change.list, change.id, change.deviceId, base);
}

/// What the device had before it when it made its change, and who else has changed it since.
class Known
{
public:
    Known(const QString& deviceId, const Version& base) : m_deviceId(deviceId), m_label(base.label), m_seen(base.properties), m_last(base) {}

    void follow(const Version& version, const std::vector<Said>& said)
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
        for (const Said& one : said) {
            if (one.version == version.number)
                m_seen[one.property] = one.value;
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
    Version m_last;
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

Conflict readConflict(const db::Statement& row)
{
    return {row.integer(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(4),
            {row.text(5), row.text(6), row.text(7), timeOf(row.text(8))},
            {row.text(9), row.text(10), row.text(11), timeOf(row.text(12))},
            row.text(13),
            row.integer(14),
            row.text(15),
            row.text(16),
            timeOf(row.text(17))};
}

QByteArray selectConflicts(const char* where)
{
    return QByteArray("SELECT id, list, entity_id, property, before_value, hub_value, hub_source, hub_author, hub_at, device_value, device_source, "
                      "device_author, device_at, device_id, version, outcome, settled_by, settled_at FROM conflict ") +
           where;
}

} // namespace

QString word(Policy policy)
{
    const auto found = std::find_if(std::begin(policyWords), std::end(policyWords), [&](const auto& one) { return one.first == policy; });
    return QString::fromLatin1(found->second);
}

std::optional<Policy> policyOf(const QString& word)
{
    for (const auto& [policy, name] : policyWords) {
        if (word == QLatin1String(name))
            return policy;
    }
    return std::nullopt;
}

Result<Policy> policyFor(db::Database& database, const QString& list, const QString& property)
{
    const auto set = rows<QString>(
        database, "SELECT policy FROM list_policy WHERE list = ?1 AND property = ?2", [](const db::Statement& row) { return row.text(0); }, list,
        property);
    if (!set)
        return set.error();
    if (!set->empty())
        return policyOf(set->front()).value_or(Policy::Device);
    for (const auto& one : shipped) {
        if ((list == QLatin1String(one.list) || *one.list == '*') && property == QLatin1String(one.property))
            return one.policy;
    }
    return Policy::Device;
}

Status setPolicy(db::Database& database, const QString& list, const QString& property, Policy policy)
{
    return run(database, "INSERT INTO list_policy(list, property, policy) VALUES(?1,?2,?3) ON CONFLICT(list, property) DO UPDATE SET policy = ?3",
               list, property, word(policy));
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

Result<Reconciled> reconcile(db::Database& database, const Change& change, const connectors::Entity& current, const QDateTime& now)
{
    Reconciled out{change.properties, change.label, {}};
    const qint64 base = change.baseVersion.value_or(0);
    auto versions = versionsFrom(database, change, base);
    const auto said = versions ? saidBy(database, change, base) : Result<std::vector<Said>>(versions.error());
    if (!said)
        return said.error();
    if (base == 0)
        versions->insert(versions->begin(), Version{}); // made of nothing that the hub has
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
        const auto policy = policyFor(database, change.list, name);
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

Status keepConflicts(db::Database& database, const std::vector<Conflict>& conflicts, qint64 version)
{
    for (const Conflict& one : conflicts) {
        auto kept =
            run(database,
                "INSERT INTO conflict(list, entity_id, property, before_value, hub_value, hub_source, hub_author, hub_at, device_value, "
                "device_source, device_author, device_at, device_id, version, outcome) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)",
                one.list, one.entityId, one.property, one.before, one.hub.value, one.hub.source, one.hub.author, timeText(one.hub.at),
                one.device.value, one.device.source, one.device.author, timeText(one.device.at), one.deviceId, version, one.outcome);
        if (!kept)
            return kept;
    }
    return ok();
}

Result<std::vector<Conflict>> conflicts(db::Database& database, bool openOnly)
{
    static const QByteArray all = selectConflicts("WHERE outcome = 'ask' OR NOT ?1 ORDER BY id LIMIT 1000");
    return rows<Conflict>(database, all.constData(), readConflict, openOnly);
}

Result<std::vector<Conflict>> openConflictsOf(db::Database& database, const QString& deviceId, int atMost)
{
    static const QByteArray open = selectConflicts("WHERE outcome = 'ask' AND device_id = ?1 ORDER BY id LIMIT ?2");
    return rows<Conflict>(database, open.constData(), readConflict, deviceId, atMost);
}

Result<std::optional<Conflict>> findConflict(db::Database& database, qint64 id)
{
    static const QByteArray one = selectConflicts("WHERE id = ?1");
    const auto found = rows<Conflict>(database, one.constData(), readConflict, id);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<Conflict>(found->front());
}

Status settleConflict(db::Database& database, qint64 id, Choice choice, const QString& author, const QDateTime& now)
{
    const auto found = findConflict(database, id);
    if (!found)
        return found.error();
    if (!*found || !(*found)->isOpen())
        return Error{Error::Kind::NotFound, QStringLiteral("There is no open conflict %1.").arg(id)};
    const Conflict& conflict = **found;
    if (choice == Choice::Device) {
        const Change change{
            conflict.list, conflict.entityId,          {}, {{conflict.property, conflict.device.value}}, {}, QStringLiteral("conflict:%1").arg(id),
            author,        Change::WhenEqual::Nothing, {}};
        if (const auto changed = changeEntity(database, change, now); !changed)
            return changed.error();
    }
    auto settled = run(database, "UPDATE conflict SET outcome = ?2, settled_by = ?3, settled_at = ?4 WHERE id = ?1", id,
                       choice == Choice::Device ? word(Policy::Device) : word(Policy::Server), author, timeText(now));
    SqliteRepositories repositories(database);
    return settled ? foldConflicts(repositories, database, conflict.device.source, now) : settled;
}

} // namespace rapport::hub
