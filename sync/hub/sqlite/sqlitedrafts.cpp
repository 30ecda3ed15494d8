// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqlitedrafts.h"

#include "sync/hub/sqlite/query.h"

#include <QCryptographicHash>

namespace rapport::hub
{

namespace
{

wire::HandOver::State stateOf(const QString& word)
{
    using State = wire::HandOver::State;
    return word == QLatin1String("offered") ? State::Offered
           : word == QLatin1String("taken") ? State::Taken
           : word == QLatin1String("kept")  ? State::Kept
                                            : State::Withdrawn;
}

} // namespace

Status SqliteDrafts::offer(const wire::HandOver& handOver, const QString& fromDevice, const QByteArray& record, const QDateTime& now)
{
    return run(m_database,
               "INSERT INTO draft(id, state, from_device, from_user, to_user, instance_id, job_id, head, record, record_hash, given_at, "
               "changed_at) VALUES(?1,'offered',?2,?3,?4,?5,?6,?7,?8,?9,?10,?10)",
               handOver.id, fromDevice, handOver.from, handOver.to, handOver.instanceId, handOver.jobId, QString::fromUtf8(wire::toJson(handOver)),
               record, QCryptographicHash::hash(record, QCryptographicHash::Sha256), timeText(now));
}

Status SqliteDrafts::withdrawUnseen(const QString& id, const QString& fromDevice, const QDateTime& now)
{
    return run(m_database, "INSERT INTO draft(id, state, from_device, given_at, changed_at) VALUES(?1,'withdrawn',?2,?3,?3)", id, fromDevice,
               timeText(now));
}

Status SqliteDrafts::take(const QString& id, const QString& device, const QDateTime& now)
{
    return run(m_database, "UPDATE draft SET state = 'taken', taken_by = ?2, changed_at = ?3 WHERE id = ?1", id, device, timeText(now));
}

Status SqliteDrafts::end(const QString& id, wire::HandOver::State state, const QDateTime& now)
{
    return run(m_database, "UPDATE draft SET state = ?2, head = '', record = x'', job_id = '', changed_at = ?3 WHERE id = ?1", id, wire::word(state),
               timeText(now));
}

Result<std::optional<DraftRecord>> SqliteDrafts::find(const QString& id) const
{
    return first(rows<DraftRecord>(
        m_database, "SELECT id, state, from_device, from_user, to_user, taken_by, instance_id, job_id, record_hash FROM draft WHERE id = ?1",
        [](const db::Statement& row) {
            return DraftRecord{row.text(0), stateOf(row.text(1)), row.text(2), row.text(3), row.text(4),
                               row.text(5), row.text(6),          row.text(7), row.blob(8)};
        },
        id));
}

Result<std::optional<QByteArray>> SqliteDrafts::record(const QString& id, const QString& device) const
{
    return first(rows<QByteArray>(m_database, "SELECT record FROM draft WHERE id = ?1 AND state = 'taken' AND taken_by = ?2", blobOf, id, device));
}

Result<std::vector<wire::HandOver>> SqliteDrafts::concerning(const QString& device, const QString& user) const
{
    return rows<wire::HandOver>(
        m_database,
        "SELECT id, state, from_device = ?1, from_user, to_user, given_at, head FROM draft WHERE from_user <> '' AND (from_device = ?1 OR "
        "(state = 'offered' AND to_user = ?2 AND ?2 <> '') OR (state = 'taken' AND taken_by = ?1)) ORDER BY given_at DESC, id LIMIT 1000",
        [](const db::Statement& row) {
            wire::HandOver one = wire::parseHandOver(row.text(6).toUtf8()).value_or(wire::HandOver{});
            one.id = row.text(0);
            one.state = stateOf(row.text(1));
            one.mine = row.integer(2) != 0;
            one.from = row.text(3);
            one.to = row.text(4);
            one.givenAt = timeOf(row.text(5));
            return one;
        },
        device, user);
}

Result<bool> SqliteDrafts::isUnderWay(const QString& instanceId) const
{
    return isTrue(
        rows<bool>(m_database, "SELECT EXISTS(SELECT 1 FROM draft WHERE instance_id = ?1 AND state IN ('offered', 'taken'))", truthOf, instanceId));
}

Result<std::vector<QString>> SqliteDrafts::takenOf(const QString& instanceId) const
{
    return rows<QString>(m_database, "SELECT id FROM draft WHERE instance_id = ?1 AND state = 'taken'", textOf, instanceId);
}

} // namespace rapport::hub
