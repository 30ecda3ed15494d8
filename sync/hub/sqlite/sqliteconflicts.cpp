// SPDX-License-Identifier: Apache-2.0
// That a conflict is open is asked for as its index has it (schema 8).
#include "sync/hub/sqlite/sqliteconflicts.h"

#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

QByteArray selectConflicts(const char* which)
{
    return QByteArray("SELECT id, list, entity_id, property, before_value, hub_value, hub_source, hub_author, hub_at, device_value, device_source, "
                      "device_author, device_at, device_id, version, outcome, settled_by, settled_at FROM conflict ") +
           which;
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

} // namespace

Result<std::optional<Policy>> SqliteConflicts::policy(const QString& list, const QString& property) const
{
    const auto said = first(rows<QString>(m_database, "SELECT policy FROM list_policy WHERE list = ?1 AND property = ?2", textOf, list, property));
    if (!said)
        return said.error();
    return *said ? policyOf(**said) : std::optional<Policy>();
}

Status SqliteConflicts::setPolicy(const QString& list, const QString& property, Policy policy)
{
    return run(m_database, "INSERT INTO list_policy(list, property, policy) VALUES(?1,?2,?3) ON CONFLICT(list, property) DO UPDATE SET policy = ?3",
               list, property, word(policy));
}

Status SqliteConflicts::keep(const Conflict& one)
{
    return run(m_database,
               "INSERT INTO conflict(list, entity_id, property, before_value, hub_value, hub_source, hub_author, hub_at, device_value, "
               "device_source, device_author, device_at, device_id, version, outcome) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)",
               one.list, one.entityId, one.property, one.before, one.hub.value, one.hub.source, one.hub.author, timeText(one.hub.at),
               one.device.value, one.device.source, one.device.author, timeText(one.device.at), one.deviceId, one.version, one.outcome);
}

Result<std::optional<Conflict>> SqliteConflicts::find(qint64 id) const
{
    static const QByteArray query = selectConflicts("WHERE id = ?1");
    return first(rows<Conflict>(m_database, query.constData(), readConflict, id));
}

Result<std::vector<Conflict>> SqliteConflicts::all() const
{
    static const QByteArray query = selectConflicts("ORDER BY id LIMIT 1000");
    return rows<Conflict>(m_database, query.constData(), readConflict);
}

Result<std::vector<Conflict>> SqliteConflicts::open() const
{
    static const QByteArray query = selectConflicts("WHERE outcome = 'ask' ORDER BY id LIMIT 1000");
    return rows<Conflict>(m_database, query.constData(), readConflict);
}

Result<qint64> SqliteConflicts::countOpen() const
{
    return number(rows<qint64>(m_database, "SELECT count(*) FROM conflict WHERE outcome = 'ask'", numberOf));
}

Result<std::vector<Conflict>> SqliteConflicts::openOf(const QString& deviceId, int atMost) const
{
    static const QByteArray query = selectConflicts("WHERE outcome = 'ask' AND device_id = ?1 ORDER BY id LIMIT ?2");
    return rows<Conflict>(m_database, query.constData(), readConflict, deviceId, atMost);
}

Result<std::vector<Conflict>> SqliteConflicts::openOfRecord(const QString& instanceId) const
{
    static const QByteArray query = selectConflicts("WHERE outcome = 'ask' AND device_source = ?1 ORDER BY id");
    return rows<Conflict>(m_database, query.constData(), readConflict, instanceId);
}

Result<std::vector<Conflict>> SqliteConflicts::saidSince(const QString& list, const QString& entityId, const QString& deviceId, qint64 version) const
{
    static const QByteArray query = selectConflicts("WHERE list = ?1 AND entity_id = ?2 AND device_id = ?3 AND version > ?4 ORDER BY id");
    return rows<Conflict>(m_database, query.constData(), readConflict, list, entityId, deviceId, version);
}

Status SqliteConflicts::settle(qint64 id, Policy outcome, const QString& author, const QDateTime& now)
{
    return run(m_database, "UPDATE conflict SET outcome = ?2, settled_by = ?3, settled_at = ?4 WHERE id = ?1", id, word(outcome), author,
               timeText(now));
}

} // namespace rapport::hub
