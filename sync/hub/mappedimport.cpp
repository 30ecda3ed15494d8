// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/mappedimport.h"

#include "sync/hub/entities.h"
#include "sync/hub/entitytable.h"
#include "sync/hub/identity.h"
#include "sync/hub/sqlite/query.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace rapport::hub
{

namespace
{

constexpr std::size_t toldFaults = 100;

struct Known {
    QString id, label;
    std::map<QString, QString> properties;
};

std::map<QString, QString> textsOf(const QByteArray& json)
{
    std::map<QString, QString> out;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        out[it.key()] = it.value().toString();
    return out;
}

/// Which rows of a list have what in a property: read once for all rows of a table.
class Index
{
public:
    explicit Index(db::Database& database) : m_database(database) {}

    Result<QStringList> find(const QString& list, const QString& property, const QString& value)
    {
        auto& known = m_known[{list, property}];
        if (!known) {
            const auto all = rows<Known>(
                m_database, "SELECT id, label, properties FROM entity WHERE list = ?1 AND deleted = 0",
                [](const db::Statement& row) {
                    return Known{row.text(0), row.text(1), textsOf(row.blob(2))};
                },
                list);
            if (!all)
                return all.error();
            known.emplace();
            for (const Known& one : *all) {
                const auto found = one.properties.find(property);
                const QString text = property == QLatin1String("label") ? one.label : found == one.properties.end() ? QString() : found->second;
                if (!text.isEmpty())
                    (*known)[tables::folded(text)].append(one.id);
            }
        }
        return known->value(value);
    }

private:
    db::Database& m_database;
    std::map<std::pair<QString, QString>, std::optional<QHash<QString, QStringList>>> m_known;
};

Result<std::optional<Known>> knownRow(db::Database& database, const QString& list, const QString& id)
{
    const auto found = rows<Known>(
        database, "SELECT id, label, properties FROM entity WHERE list = ?1 AND id = ?2 AND deleted = 0",
        [](const db::Statement& row) {
            return Known{row.text(0), row.text(1), textsOf(row.blob(2))};
        },
        list, id);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional(found->front());
}

class Importer
{
public:
    Importer(db::Database& database, const tables::Mapping& mapping, Index& index, const QDateTime& now)
        : m_database(database), m_mapping(mapping), m_index(index), m_now(now)
    {
    }

    Status take(const tables::MappedRow& row, ImportReport& report)
    {
        const auto id = idFor(row, report);
        if (!id || id->isEmpty())
            return id ? ok() : Status(id.error());
        const auto known = knownRow(m_database, m_mapping.list, *id);
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
        const auto done = changeEntity(m_database, change, m_now);
        if (!done)
            return done.error();
        ++(!*known ? report.added : *done ? report.changed : report.unchanged);
        return ok();
    }

private:
    /// Empty: the row is a fault.
    Result<QString> idFor(const tables::MappedRow& row, ImportReport& report)
    {
        const auto made = keptAs(m_database, m_mapping.list, idOfKey(m_mapping.list, row.key));
        if (!made)
            return made.error();
        const auto known = knownRow(m_database, m_mapping.list, *made);
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

    db::Database& m_database;
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

Result<ImportReport> importMapped(db::Database& database, const tables::Mapping& mapping, const tables::Table& table, const QDateTime& now)
{
    Index index(database);
    auto mapped = tables::mapRows(
        table, mapping, [&](const QString& list, const QString& property, const QString& value) { return index.find(list, property, value); });
    if (!mapped)
        return mapped.error();
    ImportReport report;
    report.unit = table.isSheet ? QStringLiteral("row") : QStringLiteral("line");
    const std::vector<tables::MappedRow> all = std::move(mapped->rows);
    report.rows = std::move(*mapped);
    Importer importer(database, mapping, index, now);
    for (const tables::MappedRow& row : all) {
        if (Status taken = importer.take(row, report); !taken)
            return taken.error();
    }
    std::stable_sort(report.rows.faults.begin(), report.rows.faults.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return report;
}

} // namespace rapport::hub
