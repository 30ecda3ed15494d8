// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/entitylistsource.h"

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr std::size_t mostKept = 50'000; ///< of entities that were read, about 1 KiB each: a form that walks a list of a million does not keep it

/// Properties of the standard lists (DESIGN.md section 3): a form may ask for them before the first entity came.
QStringList standardProperties(const QString& list)
{
    static const QHash<QString, const char*> properties{
        {QStringLiteral("contacts"),
         "organisation_id given_name family_name job_title email phone mobile other_emails other_phones street postcode "
         "city country language lead_status consent_contact consent_newsletter consent_text_id consent_language consent_signature badge_id remark"},
        {QStringLiteral("organisations"), "customer_number legal_name street postcode city country phone website segment account_owner"},
        {QStringLiteral("sales"), "organisation_id number date amount currency product_group as_of source"},
        {QStringLiteral("offers"), "organisation_id number date valid_until amount currency stage as_of source"},
        {QStringLiteral("opportunities"), "organisation_id contact_id title amount currency stage next_step due source"},
        {QStringLiteral("followups"), "contact_id kind channel asset_ids due owner address quantity remark"},
        {QStringLiteral("briefings"), "organisation_id contact_id kind body author as_of"},
        {QStringLiteral("consents"), "contact_id purpose given text_id language signature at device author record withdrawn_at withdrawn_by"},
        {QStringLiteral("withdrawals"), "contact_id purposes remark at device author record"},
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
    all += standardProperties(m_list);
    const auto names = m_store.propertyNames(m_list);
    for (const QString& name : names ? *names : QStringList()) {
        if (!all.contains(name))
            all.append(name);
    }
    return all;
}

std::vector<EntityListSource::Row> EntityListSource::rows() const
{
    return m_store.entityRows(m_list).value_or({});
}

std::size_t EntityListSource::count(std::size_t atMost) const
{
    return static_cast<std::size_t>(m_store.entityCount(m_list, static_cast<qint64>(atMost)).value_or(0));
}

std::vector<EntityListSource::Row> EntityListSource::find(const QString& column, const QString& value) const
{
    return findAll({{column, value}});
}

std::vector<EntityListSource::Row> EntityListSource::findAll(const std::vector<forms::ColumnKey>& keys) const
{
    std::vector<store::EntityKey> asked;
    for (const forms::ColumnKey& key : keys)
        asked.push_back({key.column, key.value});
    if (const auto found = m_store.findRows(m_list, asked))
        return *found;
    std::vector<Row> walked; // no index could be made, as on a full disk: slower, but the same answer
    for (const Row row : rows()) {
        if (std::all_of(keys.begin(), keys.end(), [&](const forms::ColumnKey& key) { return value(row, key.column) == key.value; }))
            walked.push_back(row);
    }
    return walked;
}

void EntityListSource::prepare(const QString& column) const
{
    (void)m_store.makeFindable(m_list, column); // where it fails, the first look-up tries again
}

QString EntityListSource::value(Row row, const QString& column) const
{
    const store::Entity& entity = entityAt(row);
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

const store::Entity& EntityListSource::entityAt(Row row) const
{
    if (const auto known = m_read.find(row); known != m_read.end())
        return known->second;
    if (m_read.size() < mostKept)
        return m_read.emplace(row, read(row)).first->second;
    if (m_lastRow != row) {
        m_last = read(row);
        m_lastRow = row;
    }
    return m_last;
}

store::Entity EntityListSource::read(Row row) const
{
    const auto entity = m_store.entityAt(row);
    return entity && *entity ? **entity : store::Entity{}; // swept since it was found: blank
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
