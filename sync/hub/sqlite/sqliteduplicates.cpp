// SPDX-License-Identifier: Apache-2.0
// `score` is a text of three digits after the point, which sorts as its number.
#include "sync/hub/sqlite/sqliteduplicates.h"

#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

QByteArray selectDuplicates(const char* which)
{
    return QByteArray("SELECT id, list, entity_id, other_id, score, reasons, found_at, outcome, settled_by FROM duplicate ") + which;
}

Duplicate readDuplicate(const db::Statement& row)
{
    return {
        row.integer(0),      row.text(1), row.text(2), row.text(3), row.text(4).toDouble(), row.text(5).split(QLatin1Char(' '), Qt::SkipEmptyParts),
        timeOf(row.text(6)), row.text(7), row.text(8)};
}

} // namespace

Status SqliteDuplicates::note(const Duplicate& pair)
{
    return run(m_database, "INSERT OR IGNORE INTO duplicate(list, entity_id, other_id, score, reasons, found_at) VALUES(?1,?2,?3,?4,?5,?6)",
               pair.list, pair.entityId, pair.otherId, QString::number(pair.score, 'f', 3), pair.reasons.join(QLatin1Char(' ')),
               timeText(pair.foundAt));
}

Result<std::optional<Duplicate>> SqliteDuplicates::find(qint64 id) const
{
    static const QByteArray query = selectDuplicates("WHERE id = ?1");
    return first(rows<Duplicate>(m_database, query.constData(), readDuplicate, id));
}

Result<std::vector<Duplicate>> SqliteDuplicates::all() const
{
    static const QByteArray query = selectDuplicates("ORDER BY score DESC, id LIMIT 1000");
    return rows<Duplicate>(m_database, query.constData(), readDuplicate);
}

Result<std::vector<Duplicate>> SqliteDuplicates::open() const
{
    static const QByteArray query = selectDuplicates("WHERE outcome = 'open' ORDER BY score DESC, id LIMIT 1000");
    return rows<Duplicate>(m_database, query.constData(), readDuplicate);
}

Status SqliteDuplicates::settle(qint64 id, Outcome outcome, const QString& author, const QDateTime& now)
{
    return run(m_database, "UPDATE duplicate SET outcome = ?2, settled_by = ?3, settled_at = ?4 WHERE id = ?1", id,
               outcome == Outcome::Merged ? QStringLiteral("merged") : QStringLiteral("apart"), author, timeText(now));
}

Status SqliteDuplicates::follow(const Duplicate& pair, const QString& gone, const QString& author, const QDateTime& now)
{
    const QString& kept = gone == pair.entityId ? pair.otherId : pair.entityId;
    for (const char* move : {"UPDATE OR IGNORE duplicate SET entity_id = ?3 WHERE list = ?1 AND entity_id = ?2 AND outcome = 'open' AND id <> ?4",
                             "UPDATE OR IGNORE duplicate SET other_id = ?3 WHERE list = ?1 AND other_id = ?2 AND outcome = 'open' AND id <> ?4"}) {
        if (auto moved = run(m_database, move, pair.list, gone, kept, pair.id); !moved)
            return moved;
    }
    return run(m_database,
               "UPDATE duplicate SET outcome = 'merged', settled_by = ?3, settled_at = ?4 WHERE list = ?1 AND outcome = 'open' AND "
               "(entity_id = ?2 OR other_id = ?2 OR entity_id = other_id)",
               pair.list, gone, author, timeText(now));
}

} // namespace rapport::hub
