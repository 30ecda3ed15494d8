// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqlitepulls.h"

#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

Result<QByteArray> SqlitePulls::begin(const QString& target, const QString& list)
{
    if (auto there = run(m_database, "INSERT OR IGNORE INTO pull(target, list) VALUES(?1, ?2)", target, list); !there)
        return there.error();
    const auto cursor = first(rows<QByteArray>(m_database, "SELECT cursor FROM pull WHERE target = ?1 AND list = ?2", blobOf, target, list));
    return cursor ? Result<QByteArray>(cursor->value_or(QByteArray())) : cursor.error();
}

Result<bool> SqlitePulls::move(const QString& target, const QString& list, const QByteArray& from, const QByteArray& to)
{
    return hasChanged(m_database,
                      run(m_database, "UPDATE pull SET cursor = ?4 WHERE target = ?1 AND list = ?2 AND cursor = ?3", target, list, from, to));
}

Status SqlitePulls::forget(const QString& target, const QString& list)
{
    return run(m_database, "UPDATE pull SET cursor = x'' WHERE target = ?1 AND list = ?2", target, list);
}

Status SqlitePulls::succeeded(const QString& target, const QString& list, const QDateTime& now, const QDateTime& next)
{
    return run(m_database, "UPDATE pull SET next_at = ?3, attempts = 0, pulled_at = ?4, error = '' WHERE target = ?1 AND list = ?2", target, list,
               timeText(next), timeText(now));
}

Result<int> SqlitePulls::failed(const QString& target, const QString& list, const QString& error)
{
    const auto attempts =
        number(rows<qint64>(m_database, "UPDATE pull SET attempts = attempts + 1, error = ?3 WHERE target = ?1 AND list = ?2 RETURNING attempts",
                            numberOf, target, list, error));
    return attempts ? Result<int>(static_cast<int>(*attempts)) : attempts.error();
}

Status SqlitePulls::putOff(const QString& target, const QString& list, const QDateTime& next)
{
    return run(m_database, "UPDATE pull SET next_at = ?3 WHERE target = ?1 AND list = ?2", target, list, timeText(next));
}

Result<std::vector<QString>> SqlitePulls::notDue(const QString& target, const QDateTime& now) const
{
    return rows<QString>(m_database, "SELECT list FROM pull WHERE target = ?1 AND next_at > ?2", textOf, target, timeText(now));
}

Result<std::vector<Place>> SqlitePulls::placesOf(const QString& target, const QString& remoteId) const
{
    return rows<Place>(
        m_database, "SELECT list, entity_id FROM remote_ref WHERE target = ?1 AND ref = ?2",
        [](const db::Statement& row) {
            return Place{row.text(0), row.text(1)};
        },
        target, remoteId);
}

Result<bool> SqlitePulls::livesIn(const QString& target, const QString& list, const QString& remoteId) const
{
    return isTrue(rows<bool>(m_database,
                             "SELECT EXISTS(SELECT 1 FROM remote_ref r JOIN entity e ON e.list = r.list AND e.id = r.entity_id "
                             "WHERE r.target = ?1 AND r.list = ?2 AND r.ref = ?3 AND e.deleted = 0)",
                             truthOf, target, list, remoteId));
}

Status SqlitePulls::place(const QString& target, const Place& place, const QString& remoteId)
{
    return run(m_database, "INSERT INTO remote_ref(target, list, entity_id, ref) VALUES(?1,?2,?3,?4)", target, place.list, place.id, remoteId);
}

Status SqlitePulls::moveToEntity(const QString& list, const QString& from, const QString& to)
{
    return run(m_database,
               "UPDATE remote_ref SET entity_id = ?3 WHERE list = ?1 AND entity_id = ?2 AND NOT EXISTS(SELECT 1 FROM remote_ref r WHERE "
               "r.target = remote_ref.target AND r.list = ?1 AND r.entity_id = ?3)",
               list, from, to);
}

} // namespace rapport::hub
