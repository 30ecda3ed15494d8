// SPDX-License-Identifier: Apache-2.0
// What is looked for by an index names its list and its property as the index does (schemas 10 and 11).
#include "sync/hub/sqlite/sqliteentities.h"

#include "sync/db/properties.h"
#include "sync/hub/sqlite/hubfile.h"
#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

QByteArray selectEntities(const char* which)
{
    return QByteArray("SELECT list, id, label, properties, version, deleted FROM entity ") + which;
}

EntityState readEntity(const db::Statement& row)
{
    return {{row.text(0), row.text(1), row.text(2), db::propertiesOf(row.blob(3))}, row.integer(4), row.integer(5) != 0};
}

/// Each row of a statement that is bound, until @p visit has enough.
Status walk(db::Statement& statement, const Entities::Visit& visit)
{
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row ||
            !visit({statement.text(0), statement.text(1), statement.integer(2), statement.blob(3), statement.integer(4) != 0, statement.integer(5)}))
            break;
    }
    statement.reset(); // else its snapshot would stay open
    return ok();
}

/// Nothing: no index knows the list by that.
const char* alikeBy(const QString& list, EntityKey key)
{
    if (list == QLatin1String("organisations"))
        return key == EntityKey::Label ? "WHERE list = 'organisations' AND lower(label) = lower(?1) AND deleted = 0 LIMIT ?2" : nullptr;
    if (list != QLatin1String("contacts"))
        return nullptr;
    switch (key) {
    case EntityKey::Email:
        return "WHERE list = 'contacts' AND lower(json_extract(properties, '$.email')) = lower(?1) AND deleted = 0 LIMIT ?2";
    case EntityKey::Badge:
        return "WHERE list = 'contacts' AND json_extract(properties, '$.badge_id') = ?1 AND deleted = 0 LIMIT ?2";
    case EntityKey::Label:
        break;
    }
    return "WHERE list = 'contacts' AND lower(label) = lower(?1) AND deleted = 0 LIMIT ?2";
}

} // namespace

Status SqliteEntities::write(const EntityState& state, const EntityOrigin& origin)
{
    const auto seq = nextSequence(m_database);
    if (!seq)
        return seq.error();
    const QString properties = QString::fromUtf8(db::propertiesJson(state.properties));
    if (auto written = run(m_database,
                           "INSERT INTO entity(list, id, label, version, properties, deleted, seq) VALUES(?1,?2,?3,?4,?5,?6,?7) "
                           "ON CONFLICT(list, id) DO UPDATE SET label=?3, version=?4, properties=?5, deleted=?6, seq=?7",
                           state.list, state.id, state.label, state.version, properties, state.deleted, *seq);
        !written)
        return written;
    return run(m_database,
               "INSERT INTO entity_history(list, id, version, base_version, label, properties, source, author, at, device_id) "
               "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
               state.list, state.id, state.version, origin.baseVersion, state.label, properties, origin.source, origin.author, timeText(origin.at),
               origin.deviceId);
}

Result<std::optional<EntityState>> SqliteEntities::find(const QString& list, const QString& id) const
{
    static const QByteArray query = selectEntities("WHERE list = ?1 AND id = ?2");
    return first(rows<EntityState>(m_database, query.constData(), readEntity, list, id));
}

Result<std::vector<EntityState>> SqliteEntities::living(const QString& list, const QStringList& ids) const
{
    static const QByteArray query = selectEntities("WHERE list = ?1 AND id IN (SELECT value FROM json_each(?2)) AND deleted = 0");
    return rows<EntityState>(m_database, query.constData(), readEntity, list, db::textsJson(ids));
}

Result<std::vector<EntityVersion>> SqliteEntities::versions(const QString& list, const QString& id, qint64 from) const
{
    return rows<EntityVersion>(
        m_database,
        "SELECT version, label, source, author, device_id, at, properties FROM entity_history WHERE list = ?1 AND id = ?2 AND version >= ?3 "
        "ORDER BY version",
        [](const db::Statement& row) {
            return EntityVersion{
                row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), timeOf(row.text(5)), db::propertiesOf(row.blob(6))};
        },
        list, id, from);
}

Result<std::optional<QDateTime>> SqliteEntities::since(const QString& list, const QString& id) const
{
    return first(rows<QDateTime>(
        m_database, "SELECT at FROM entity_history WHERE list = ?1 AND id = ?2 ORDER BY version LIMIT 1",
        [](const db::Statement& row) { return timeOf(row.text(0)); }, list, id));
}

Status SqliteEntities::changed(const QString& list, qint64 sequence, const Visit& visit) const
{
    const auto statement =
        m_database.kept("SELECT id, label, version, properties, deleted, seq FROM entity WHERE list = ?1 AND seq > ?2 ORDER BY seq");
    if (!statement)
        return statement.error();
    return walk((*statement)->bind(list, sequence), visit);
}

Status SqliteEntities::all(const QString& list, const Visit& visit) const
{
    const auto statement = m_database.kept("SELECT id, label, version, properties, deleted, seq FROM entity WHERE list = ?1 AND deleted = 0");
    if (!statement)
        return statement.error();
    return walk((*statement)->bind(list), visit);
}

Result<ChangeMark> SqliteEntities::newest() const
{
    const auto epoch = metaValue(m_database, QStringLiteral("epoch"));
    const auto sequence = epoch ? metaValue(m_database, QStringLiteral("seq")) : epoch;
    return sequence ? Result<ChangeMark>(ChangeMark{*epoch, sequence->toLongLong()}) : sequence.error();
}

Result<qint64> SqliteEntities::newestOf(const QString& list) const
{
    return number(rows<qint64>(m_database, "SELECT coalesce(max(seq), 0) FROM entity WHERE list = ?1", numberOf, list));
}

Result<std::vector<EntityState>> SqliteEntities::alike(const QString& list, EntityKey key, const QString& value, int atMost) const
{
    const char* which = value.isEmpty() ? nullptr : alikeBy(list, key);
    return which ? rows<EntityState>(m_database, selectEntities(which).constData(), readEntity, value, atMost) : std::vector<EntityState>{};
}

Result<std::vector<EntityState>> SqliteEntities::having(const QString& list, const QString& property, const QString& value) const
{
    static const QByteArray consents = selectEntities("WHERE list = 'consents' AND json_extract(properties, '$.contact_id') = ?1 AND deleted = 0");
    static const QByteArray withdrawals =
        selectEntities("WHERE list = 'withdrawals' AND json_extract(properties, '$.contact_id') = ?1 AND deleted = 0");
    static const QByteArray others = selectEntities("WHERE list = ?1 AND json_extract(properties, '$.' || ?2) = ?3 AND deleted = 0");
    const bool ofContact = property == QLatin1String("contact_id");
    if (ofContact && list == QLatin1String("consents"))
        return rows<EntityState>(m_database, consents.constData(), readEntity, value);
    if (ofContact && list == QLatin1String("withdrawals"))
        return rows<EntityState>(m_database, withdrawals.constData(), readEntity, value);
    return rows<EntityState>(m_database, others.constData(), readEntity, list, property, value);
}

Result<std::vector<EntityState>> SqliteEntities::naming(const QString& property, const QString& value) const
{
    static const QByteArray query = selectEntities("WHERE json_extract(properties, '$.' || ?1) = ?2 AND deleted = 0");
    return rows<EntityState>(m_database, query.constData(), readEntity, property, value);
}

Result<bool> SqliteEntities::everHad(const QString& list, const QString& property, const QString& value) const
{
    return isTrue(rows<bool>(m_database, "SELECT EXISTS(SELECT 1 FROM entity_history WHERE list = ?1 AND json_extract(properties, '$.' || ?2) = ?3)",
                             truthOf, list, property, value));
}

Result<QString> SqliteEntities::keptAs(const QString& list, const QString& id) const
{
    const auto found = first(rows<QString>(m_database, "SELECT kept_as FROM entity_alias WHERE list = ?1 AND id = ?2", textOf, list, id));
    return found ? Result<QString>(found->value_or(id)) : found.error();
}

Status SqliteEntities::lead(const QString& list, const QString& id, const QString& kept, const QString& source, const QDateTime& now)
{
    if (auto noted =
            run(m_database, "INSERT INTO entity_alias(list, id, kept_as, source, at) VALUES(?1,?2,?3,?4,?5)", list, id, kept, source, timeText(now));
        !noted)
        return noted;
    return run(m_database, "UPDATE entity_alias SET kept_as = ?3 WHERE list = ?1 AND kept_as = ?2", list, id, kept);
}

} // namespace rapport::hub
