// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/entitylistsource.h"

#include <QSet>

namespace rapport::app
{

namespace
{

/// Properties of the standard lists (DESIGN.md section 3): a form may ask for them before the first entity came.
QStringList standardProperties(const QString& list)
{
    static const QHash<QString, const char*> properties{
        {QStringLiteral("contacts"), "organisation_id given_name family_name job_title email phone mobile other_emails other_phones street postcode "
                                     "city country language lead_status consent_contact consent_newsletter consent_text_id badge_id remark"},
        {QStringLiteral("organisations"), "customer_number legal_name street postcode city country phone website segment account_owner"},
        {QStringLiteral("sales"), "organisation_id number date amount currency product_group as_of source"},
        {QStringLiteral("offers"), "organisation_id number date valid_until amount currency stage as_of source"},
        {QStringLiteral("opportunities"), "organisation_id contact_id title amount currency stage next_step due source"},
        {QStringLiteral("followups"), "contact_id kind channel asset_ids due owner address quantity remark"},
        {QStringLiteral("briefings"), "organisation_id contact_id kind body author as_of"},
        {QStringLiteral("products"), "number group description"},
    };
    return QString::fromLatin1(properties.value(list, "")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

EntityListSource::EntityListSource(store::Store& store, QString list) : m_store(store), m_list(std::move(list)) {}

QStringList EntityListSource::columns() const
{
    QStringList all{QStringLiteral("name"), QStringLiteral("label"), QStringLiteral("__version"), QStringLiteral("__trunkVersion"),
                    QStringLiteral("__branchId")};
    QStringList properties = standardProperties(m_list);
    if (properties.isEmpty()) {
        QSet<QString> names;
        for (const Row row : rows()) {
            for (const auto& [name, value] : m_seen[static_cast<std::size_t>(row)].properties)
                names.insert(name);
        }
        properties = names.values();
        properties.sort();
    }
    return all + properties;
}

std::vector<EntityListSource::Row> EntityListSource::rows() const
{
    std::vector<Row> all;
    const auto entities = m_store.entities(m_list);
    if (!entities)
        return all;
    for (const store::Entity& entity : *entities) {
        if (!entity.deleted)
            all.push_back(rowOf(entity));
    }
    return all;
}

std::vector<EntityListSource::Row> EntityListSource::find(const QString& column, const QString& value) const
{
    std::vector<Row> found;
    if (column.startsWith(QLatin1String("__"))) {
        for (const Row row : rows()) { // versions are no properties: the store does not look them up
            if (this->value(row, column) == value)
                found.push_back(row);
        }
        return found;
    }
    const auto entities = m_store.findEntities(m_list, column, value);
    if (!entities)
        return found;
    for (const store::Entity& entity : *entities) {
        if (!entity.deleted)
            found.push_back(rowOf(entity));
    }
    return found;
}

QString EntityListSource::value(Row row, const QString& column) const
{
    const store::Entity& entity = m_seen[static_cast<std::size_t>(row)];
    if (column == QLatin1String("name"))
        return entity.id;
    if (column == QLatin1String("label"))
        return entity.label;
    if (column == QLatin1String("__version"))
        return QString::number(entity.version);
    if (column == QLatin1String("__trunkVersion"))
        return entity.trunkVersion;
    if (column == QLatin1String("__branchId"))
        return entity.branchId;
    const auto property = entity.properties.find(column);
    return property == entity.properties.end() ? QString() : property->second;
}

EntityListSource::Row EntityListSource::rowOf(const store::Entity& entity) const
{
    auto known = m_byId.constFind(entity.id);
    if (known == m_byId.constEnd()) {
        known = m_byId.insert(entity.id, static_cast<Row>(m_seen.size()));
        m_seen.push_back(entity);
    }
    return *known;
}

forms::SourceProvider entitySources(store::Store& store)
{
    return [&store](const QString& uri) -> std::shared_ptr<const forms::ItemSource> {
        const QString file = uri.section(QLatin1Char('/'), -1);
        if (!uri.startsWith(QLatin1String("jr://file")) || !file.endsWith(QLatin1String(".csv")))
            return nullptr;
        return std::make_shared<EntityListSource>(store, file.chopped(4));
    };
}

} // namespace rapport::app
