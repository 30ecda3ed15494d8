// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/mappedrows.h"

#include "sync/tables/cells.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::tables
{
namespace
{

class RowMapper
{
public:
    RowMapper(const Table& table, const Mapping& mapping, const Lookup& lookup) : m_table(table), m_mapping(mapping), m_lookup(lookup) {}

    Status bind()
    {
        QStringList used;
        for (const PropertyRule& rule : m_mapping.properties) {
            Bound bound{&rule, columnOf(rule.from, used), {}};
            for (const auto& by : rule.findBy)
                bound.by.push_back(columnOf(by.second, used));
            const bool there =
                rule.value || bound.column >= 0 || std::any_of(bound.by.begin(), bound.by.end(), [](qsizetype column) { return column >= 0; });
            if (!there && (rule.required || m_mapping.key.contains(rule.property)))
                return Error{Error::Kind::Invalid,
                             u"The table has no column “%1”, which “%2” needs."_s.arg(titlesOf(rule).join(u"”, “"_s), rule.property)};
            if (!there)
                out.missing += rule.property;
            m_bound.push_back(std::move(bound));
        }
        for (const QString& title : used) {
            if (m_table.repeated.contains(title))
                return Error{Error::Kind::Invalid, u"Two columns of the table are called “%1”."_s.arg(title)};
        }
        for (const QString& title : m_table.titles) {
            if (!title.isEmpty() && !used.contains(title))
                out.leftOut += title;
        }
        return ok();
    }

    /// An Error: the look-up failed.
    Status add(const Table::Row& row)
    {
        MappedRow mapped;
        mapped.number = row.number;
        m_fault.clear();
        for (const Bound& bound : m_bound) {
            const auto value = valueOf(bound, row.cells);
            if (!value)
                return value.error();
            if (!value->isEmpty())
                mapped.properties[bound.rule->property] = *value;
            else if (bound.rule->required)
                complain(u"“%1” is missing"_s.arg(bound.rule->property));
        }
        mapped.key = joined(mapped, m_mapping.key, u"\n"_s);
        if (mapped.key.trimmed().isEmpty())
            complain(u"“%1” is missing, of which its key is made"_s.arg(m_mapping.key.join(u"”, “"_s)));
        mapped.label = joined(mapped, m_mapping.label, u" "_s).simplified();
        if (mapped.label.isEmpty())
            mapped.label = joined(mapped, m_mapping.key, u" "_s).simplified();
        keep(std::move(mapped));
        return ok();
    }

    MappedRows out;

private:
    struct Bound {
        const PropertyRule* rule;
        qsizetype column; ///< -1: none
        std::vector<qsizetype> by;
    };

    qsizetype columnOf(const QStringList& titles, QStringList& used) const
    {
        for (const QString& title : titles) {
            for (qsizetype column = 0; column < m_table.titles.size(); ++column) {
                if (folded(m_table.titles[column]) == folded(title)) {
                    used += m_table.titles[column];
                    return column;
                }
            }
        }
        return -1;
    }

    static QStringList titlesOf(const PropertyRule& rule)
    {
        QStringList all = rule.from;
        for (const auto& by : rule.findBy)
            all += by.second;
        return all;
    }

    void complain(const QString& sentence)
    {
        if (m_fault.isEmpty())
            m_fault = sentence;
    }

    Result<QString> valueOf(const Bound& bound, const QStringList& cells)
    {
        if (bound.rule->value)
            return *bound.rule->value;
        if (!bound.by.empty())
            return found(bound, cells);
        if (bound.column < 0)
            return QString();
        const auto value = cellValue(cells[bound.column], *bound.rule, m_mapping);
        if (!value)
            complain(value.error().detail);
        return value.value_or({});
    }

    Result<QString> found(const Bound& bound, const QStringList& cells)
    {
        bool asked = false;
        for (std::size_t i = 0; i < bound.by.size(); ++i) {
            const QString text = bound.by[i] < 0 ? QString() : cells[bound.by[i]];
            if (text.isEmpty())
                continue;
            asked = true;
            const auto ids = m_lookup(bound.rule->findList, bound.rule->findBy[i].first, folded(text));
            if (!ids)
                return ids.error();
            if (ids->size() == 1)
                return ids->first();
        }
        if (asked && bound.rule->required)
            complain(u"“%1” leads to no row of %2, or to several"_s.arg(bound.rule->property, bound.rule->findList));
        else if (asked)
            ++out.notFound[bound.rule->property];
        return QString();
    }

    static QString joined(const MappedRow& row, const QStringList& properties, const QString& between)
    {
        QStringList texts;
        for (const QString& property : properties) {
            const auto found = row.properties.find(property);
            texts += found == row.properties.end() ? QString() : found->second.simplified();
        }
        return texts.join(between);
    }

    void keep(MappedRow row)
    {
        const auto before = m_rows.constFind(row.key);
        if (m_fault.isEmpty() && before != m_rows.constEnd()) {
            const MappedRow& first = out.rows[*before];
            if (first.properties == row.properties)
                return;
            complain(u"it says something else about what %1 %2 is about"_s.arg(m_table.isSheet ? u"row"_s : u"line"_s).arg(first.number));
        }
        if (!m_fault.isEmpty()) {
            out.faults.push_back({row.number, m_fault});
            return;
        }
        m_rows.insert(row.key, out.rows.size());
        out.rows.push_back(std::move(row));
    }

    const Table& m_table;
    const Mapping& m_mapping;
    const Lookup& m_lookup;
    std::vector<Bound> m_bound;
    QHash<QString, std::size_t> m_rows; ///< by key
    QString m_fault;                    ///< of the row at hand
};

} // namespace

Result<MappedRows> mapRows(const Table& table, const Mapping& mapping, const Lookup& lookup)
{
    RowMapper mapper(table, mapping, lookup);
    if (Status bound = mapper.bind(); !bound)
        return bound.error();
    for (const Table::Row& row : table.rows) {
        if (Status added = mapper.add(row); !added)
            return added.error();
    }
    return std::move(mapper.out);
}

} // namespace rapport::tables
