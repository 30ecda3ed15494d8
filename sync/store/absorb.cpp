// SPDX-License-Identifier: Apache-2.0
// What the hub sends down: pages of entities, and what is no longer among them.
#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

constexpr int sweepChunk = 5'000; ///< rows a transaction: whoever types in between does not wait

} // namespace

/// Rows of the hub win once it has caught up with ours; till then ours stay, for they are on their way (ENTITIES.md, duty 4). The hub keeps the
/// history of its own rows.
Result<Absorbed> SqlStore::absorbOne(const QString& list, const Entity& theirs, qint64 generation)
{
    const auto upsert = m_db.kept(
        "INSERT INTO entity(list, id, label, version, properties, deleted, organisation_id, contact_id, generation) "
        "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9) "
        "ON CONFLICT(list, id) DO UPDATE SET label=?3, version=?4, trunk_version='', branch_id='', properties=?5, deleted=?6, organisation_id=?7, "
        "contact_id=?8, generation=?9 WHERE branch_id = '' OR ?4 >= version OR ?6 RETURNING row");
    if (!upsert)
        return upsert.error();
    (*upsert)->bind(list, theirs.id, theirs.label, theirs.version, QString::fromUtf8(propertiesJson(theirs.properties)), theirs.deleted,
                    propertyOf(theirs, "organisation_id"), propertyOf(theirs, "contact_id"), generation);
    const auto written = (*upsert)->step();
    if (!written)
        return written.error();
    const qint64 row = *written ? (*upsert)->integer(0) : 0;
    (*upsert)->reset();
    if (!*written)
        return Absorbed::Behind;
    const auto indexed = index(row, list, theirs);
    return indexed ? Result<Absorbed>(Absorbed::Taken) : indexed.error();
}

Result<qint64> SqlStore::generationOf(const EntityPull& page)
{
    if (auto begun = run("INSERT INTO pull(list, generation) VALUES(?1, 0) ON CONFLICT(list) DO NOTHING", page.list); !begun)
        return begun.error();
    if (page.fromBeginning) {
        if (auto next = run("UPDATE pull SET generation = generation + 1, sweeping = 1 WHERE list = ?1", page.list); !next)
            return next.error();
    }
    const auto found = rows<qint64>(
        "SELECT generation FROM pull WHERE list = ?1", [](const db::Statement& row) { return row.integer(0); }, page.list);
    return found ? Result<qint64>(found->front()) : found.error();
}

Status SqlStore::absorbEntities(const EntityPull& page)
{
    qint64 generation = 0;
    auto absorbed = transact([&]() -> Status {
        const auto current = generationOf(page);
        if (!current)
            return current.error();
        generation = *current;
        const auto changed = hasChanges(page.list);
        if (!changed)
            return changed.error();
        std::set<QString> names;
        for (const Entity& theirs : page.rows) {
            const auto one = absorbOne(page.list, theirs, generation);
            if (!one)
                return one.error();
            if (*changed) {
                if (auto noted = noteTheirs(page.list, theirs, *one); !noted)
                    return noted;
            }
            for (const auto& [name, value] : theirs.properties)
                names.insert(name);
        }
        if (auto noted = noteProperties(page.list, names); !noted)
            return noted;
        return setCursor(QStringLiteral("entities/") + page.list, page.cursor);
    });
    return absorbed && page.last ? sweep(page.list, generation) : absorbed;
}

/// With all that was kept of it: its index, its history, and what could be taken back.
Status SqlStore::removeRow(qint64 row)
{
    for (const char* sql :
         {"DELETE FROM search WHERE rowid = ?1", "DELETE FROM asset_title WHERE rowid = ?1",
          "DELETE FROM entity_change WHERE (list, entity_id) IN (SELECT list, id FROM entity WHERE row = ?1)",
          "DELETE FROM entity_trunk WHERE (list, id) IN (SELECT list, id FROM entity WHERE row = ?1)",
          "DELETE FROM entity_history WHERE (list, id) IN (SELECT list, id FROM entity WHERE row = ?1)", "DELETE FROM entity WHERE row = ?1"}) {
        if (auto gone = runKept(sql, row); !gone)
            return gone;
    }
    return ok();
}

/// Goes: what the hub has or had, and does not list any more. Stays: what was created here and is not known there yet (duty 4).
/// A sweep that is cut off goes on with the next pull: `sweeping` stands until nothing old is left.
Status SqlStore::sweep(const QString& list, qint64 generation)
{
    for (;;) {
        bool done = false;
        const auto swept = transact([&]() -> Status {
            const auto due = rows<qint64>(
                "SELECT sweeping FROM pull WHERE list = ?1", [](const db::Statement& row) { return row.integer(0); }, list);
            if (!due || due->empty() || due->front() == 0) {
                done = true;
                return due ? ok() : Status(due.error());
            }
            const auto old = rows<qint64>(
                "SELECT row FROM entity WHERE list = ?1 AND generation < ?2 AND (branch_id = '' OR trunk_version <> '') LIMIT ?3",
                [](const db::Statement& row) { return row.integer(0); }, list, generation, sweepChunk);
            if (!old)
                return old.error();
            for (const qint64 row : *old) {
                if (auto gone = removeRow(row); !gone)
                    return gone;
            }
            done = old->size() < sweepChunk;
            return done ? run("UPDATE pull SET sweeping = 0 WHERE list = ?1", list) : ok();
        });
        if (!swept || done)
            return swept;
    }
}

} // namespace rapport::store
