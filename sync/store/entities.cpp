// SPDX-License-Identifier: Apache-2.0
#include "sync/store/store_private.h"

#include <QSet>

#include <algorithm>

namespace rapport::store
{

namespace
{

constexpr const char* columns = "SELECT list, id, label, version, trunk_version, branch_id, properties, deleted FROM entity ";

Entity readEntity(const db::Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.integer(3), row.text(4), row.text(5), propertiesOf(row.blob(6)), row.integer(7) != 0};
}

/// ?2 is the path of a property, or empty for the label; ?3 its text.
constexpr const char* equals = "CASE ?2 WHEN '' THEN label ELSE ifnull(json_extract(properties, ?2), '') END = ?3";

/// Whoever holds @p value in @p property holds its words in the index of the search: the few that do are compared, not the list. Empty where the
/// index does not know the property, or nothing in the value that it surely takes for a letter.
QString phraseOf(const QString& list, const QString& property, const QString& value)
{
    static const QSet<QString> indexed{QStringLiteral("label"),      QStringLiteral("given_name"), QStringLiteral("family_name"),
                                       QStringLiteral("legal_name"), QStringLiteral("job_title"),  QStringLiteral("email"),
                                       QStringLiteral("city"),       QStringLiteral("badge_id"),   QStringLiteral("customer_number")};
    const bool searched = list == QLatin1String("contacts") || list == QLatin1String("organisations");
    const bool letters =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c < QChar(0x250) && c.isLetterOrNumber(); }); // Latin: as old as Unicode
    if (!searched || !letters || !indexed.contains(property))
        return {};
    return QLatin1Char('"') + QString(value).replace(QLatin1Char('"'), QLatin1Char(' ')) + QLatin1Char('"');
}

} // namespace

QString pathOf(const QString& property)
{
    return property == QLatin1String("label") ? QString() : QStringLiteral("$.\"%1\"").arg(QString(property).remove(QLatin1Char('"')));
}

Status SqlStore::writeEntity(const Entity& entity)
{
    const QString properties = QString::fromUtf8(propertiesJson(entity.properties));
    auto written = run("INSERT INTO entity(list, id, label, version, trunk_version, branch_id, properties, deleted, organisation_id, contact_id) "
                       "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10) ON CONFLICT(list, id) DO UPDATE SET label=?3, version=?4, trunk_version=?5, "
                       "branch_id=?6, properties=?7, deleted=?8, organisation_id=?9, contact_id=?10",
                       entity.list, entity.id, entity.label, entity.version, entity.trunkVersion, entity.branchId, properties, entity.deleted,
                       propertyOf(entity, "organisation_id"), propertyOf(entity, "contact_id"));
    if (!written)
        return written;
    const auto row = rows<qint64>(
        "SELECT row FROM entity WHERE list = ?1 AND id = ?2", [](const db::Statement& found) { return found.integer(0); }, entity.list, entity.id);
    if (!row || row->empty())
        return row ? Status(Error{Error::Kind::Internal, QStringLiteral("an entity is not there after it was written")}) : row.error();
    if (auto indexed = index(row->front(), entity.list, entity); !indexed)
        return indexed;
    std::set<QString> names;
    for (const auto& [name, value] : entity.properties)
        names.insert(name);
    return noteProperties(entity.list, names);
}

Result<std::vector<Entity>> SqlStore::entities(const QString& list)
{
    return rows<Entity>((QByteArray(columns) + "WHERE list = ?1 AND deleted = 0 ORDER BY row").constData(), readEntity, list);
}

Result<std::optional<Entity>> SqlStore::entity(const QString& list, const QString& id)
{
    auto found = rows<Entity>((QByteArray(columns) + "WHERE list = ?1 AND id = ?2").constData(), readEntity, list, id);
    if (!found)
        return found.error();
    if (found->empty())
        return std::optional<Entity>();
    if (const QString merged = propertyOf(found->front(), "merged_into"); found->front().deleted && !merged.isEmpty() && merged != id)
        return entity(list, merged); // the hub leads nobody through two
    return std::optional<Entity>(std::move(found->front()));
}

Result<std::optional<Entity>> SqlStore::entityAt(qint64 row)
{
    auto found = rows<Entity>((QByteArray(columns) + "WHERE row = ?1").constData(), readEntity, row);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<Entity>(std::move(found->front()));
}

Result<int> SqlStore::countEntities(const QString& list)
{
    if (const auto open = isListOpen(list); !open || !*open)
        return open ? Result<int>(0) : open.error();
    const auto found = rows<qint64>(
        "SELECT count(*) FROM entity WHERE list = ?1 AND deleted = 0", [](const db::Statement& row) { return row.integer(0); }, list);
    return found ? Result<int>(static_cast<int>(found->front())) : found.error();
}

Result<std::vector<Entity>> SqlStore::findEntities(const QString& list, const QString& property, const QString& value)
{
    if (property == QLatin1String("name")) {
        auto one = entity(list, value);
        if (!one)
            return one.error();
        return *one && !(*one)->deleted ? std::vector<Entity>{**one} : std::vector<Entity>{};
    }
    for (const auto& [name, where] :
         {std::pair{"organisation_id", "WHERE organisation_id = ?2 AND organisation_id <> '' AND list = ?1 AND deleted = 0"},
          std::pair{"contact_id", "WHERE contact_id = ?2 AND contact_id <> '' AND list = ?1 AND deleted = 0"}}) {
        if (property == QLatin1String(name) && !value.isEmpty())
            return rows<Entity>((QByteArray(columns) + where + " ORDER BY row").constData(), readEntity, list, value);
    }
    const QString path = pathOf(property);
    if (const QString phrase = phraseOf(list, property, value); !phrase.isEmpty())
        return rows<Entity>((QByteArray(columns) +
                             "WHERE row IN (SELECT rowid FROM search WHERE search MATCH ?4) AND +list = ?1 AND deleted = 0 AND " + equals +
                             " ORDER BY row")
                                .constData(),
                            readEntity, list, path, value, phrase);
    return rows<Entity>((QByteArray(columns) + "WHERE list = ?1 AND deleted = 0 AND " + equals + " ORDER BY row").constData(), readEntity, list, path,
                        value);
}

} // namespace rapport::store
