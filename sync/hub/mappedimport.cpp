// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/mappedimport.h"

#include "sync/hub/entities.h"
#include "sync/hub/entitytable.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace rapport::hub
{

namespace
{

constexpr std::size_t toldFaults = 100;

/// Which rows of a list have what in a property: read once for all rows of a table.
class Index
{
public:
    explicit Index(const Entities& entities) : m_entities(entities) {}

    Result<QStringList> find(const QString& list, const QString& property, const QString& value)
    {
        auto& known = m_known[{list, property}];
        if (!known) {
            known.emplace();
            const bool label = property == QLatin1String("label");
            auto walked = m_entities.all(list, [&](const EntityRow& one) {
                const auto texts = label ? std::map<QString, QString>{{property, one.label}} : textsOf(one.properties);
                if (const auto found = texts.find(property); found != texts.end() && !found->second.isEmpty())
                    (*known)[tables::folded(found->second)].append(one.id);
                return true;
            });
            if (!walked)
                return walked.error();
        }
        return known->value(value);
    }

private:
    const Entities& m_entities;
    std::map<std::pair<QString, QString>, std::optional<QHash<QString, QStringList>>> m_known;
};

Result<std::optional<EntityState>> knownRow(const Entities& entities, const QString& list, const QString& id)
{
    auto found = entities.find(list, id);
    if (found && *found && (*found)->deleted)
        return std::optional<EntityState>();
    return found;
}

class Importer
{
public:
    Importer(Repositories& repositories, const tables::Mapping& mapping, Index& index, const QDateTime& now)
        : m_repositories(repositories), m_mapping(mapping), m_index(index), m_now(now)
    {
    }

    Status take(const tables::MappedRow& row, ImportReport& report)
    {
        const auto id = idFor(row, report);
        if (!id || id->isEmpty())
            return id ? ok() : Status(id.error());
        const auto known = knownRow(m_repositories.entities(), m_mapping.list, *id);
        if (!known)
            return known.error();
        Change change{m_mapping.list, *id, row.label, row.properties, {}, QStringLiteral("import"), {}, Change::WhenEqual::Nothing};
        for (auto& [name, value] : change.properties) {
            const auto before = *known ? (*known)->properties.find(name) : change.properties.end();
            if (*known && before != (*known)->properties.end() && connectors::saysTheSame(name, value, before->second))
                value = before->second;
        }
        if (*known && (m_mapping.label.isEmpty() || tables::folded((*known)->label) == tables::folded(row.label)))
            change.label.clear(); // which keeps the one there
        const auto done = changeEntity(m_repositories, change, m_now);
        if (!done)
            return done.error();
        ++(!*known ? report.added : *done ? report.changed : report.unchanged);
        return ok();
    }

private:
    /// Empty: the row is a fault.
    Result<QString> idFor(const tables::MappedRow& row, ImportReport& report)
    {
        const auto made = m_repositories.entities().keptAs(m_mapping.list, idOfKey(m_mapping.list, row.key));
        if (!made)
            return made.error();
        const auto known = knownRow(m_repositories.entities(), m_mapping.list, *made);
        if (!known)
            return known.error();
        if (*known)
            return *made;
        for (const QString& property : m_mapping.match) {
            const auto value = row.properties.find(property);
            const auto ids = value == row.properties.end() ? Result<QStringList>(QStringList())
                                                           : m_index.find(m_mapping.list, property, tables::folded(value->second));
            if (!ids)
                return ids.error();
            if (ids->size() == 1)
                return ids->first();
            if (ids->size() > 1) {
                report.rows.faults.push_back({row.number, QStringLiteral("several rows of %1 have its “%2”").arg(m_mapping.list, property)});
                return QString();
            }
        }
        return *made;
    }

    Repositories& m_repositories;
    const tables::Mapping& m_mapping;
    Index& m_index;
    QDateTime m_now;
};

} // namespace

QJsonObject ImportReport::toJson() const
{
    QJsonArray faults;
    for (std::size_t i = 0; i < std::min(rows.faults.size(), toldFaults); ++i)
        faults.append(QJsonObject{{unit, rows.faults[i].number}, {QStringLiteral("fault"), rows.faults[i].sentence}});
    QJsonObject notFound;
    for (const auto& [property, count] : rows.notFound)
        notFound[property] = count;
    QJsonObject out{{QStringLiteral("new"), added},
                    {QStringLiteral("changed"), changed},
                    {QStringLiteral("unchanged"), unchanged},
                    {QStringLiteral("faults"), faults},
                    {QStringLiteral("columns_left_out"), QJsonArray::fromStringList(rows.leftOut)},
                    {QStringLiteral("columns_missing"), QJsonArray::fromStringList(rows.missing)},
                    {QStringLiteral("references_not_found"), notFound}};
    if (rows.faults.size() > toldFaults)
        out[QLatin1String("more_faults")] = static_cast<qint64>(rows.faults.size() - toldFaults);
    return out;
}

Result<ImportReport> importMapped(Repositories& repositories, const tables::Mapping& mapping, const tables::Table& table, const QDateTime& now)
{
    Index index(repositories.entities());
    auto mapped = tables::mapRows(
        table, mapping, [&](const QString& list, const QString& property, const QString& value) { return index.find(list, property, value); });
    if (!mapped)
        return mapped.error();
    ImportReport report;
    report.unit = table.isSheet ? QStringLiteral("row") : QStringLiteral("line");
    const std::vector<tables::MappedRow> all = std::move(mapped->rows);
    report.rows = std::move(*mapped);
    Importer importer(repositories, mapping, index, now);
    for (const tables::MappedRow& row : all) {
        if (Status taken = importer.take(row, report); !taken)
            return taken.error();
    }
    std::stable_sort(report.rows.faults.begin(), report.rows.faults.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return report;
}

} // namespace rapport::hub
