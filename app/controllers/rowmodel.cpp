// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/rowmodel.h"

#include <QSet>

#include <algorithm>

namespace rapport::app
{

RowModel::RowModel(const QList<QByteArray>& roles, QObject* parent) : QAbstractListModel(parent), m_roles(roles) {}

void RowModel::show(std::vector<Row> rows)
{
    const int before = count();
    if (before > 0 && sharesNothing(rows))
        return replace(std::move(rows));
    removeAllBut(rows);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at < m_rows.size() && m_rows[at].key == rows[at].key)
            update(at, std::move(rows[at]));
        else
            place(at, std::move(rows[at]));
    }
    if (count() != before)
        Q_EMIT countChanged();
}

bool RowModel::sharesNothing(const std::vector<Row>& rows) const
{
    QSet<QString> keys;
    for (const Row& row : m_rows)
        keys.insert(row.key);
    return std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return keys.contains(row.key); });
}

/// Another page: said as one change, a view then makes what is seen first and the rest when it has time.
void RowModel::replace(std::vector<Row> rows)
{
    const int before = count();
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    if (count() != before)
        Q_EMIT countChanged();
}

void RowModel::removeAllBut(const std::vector<Row>& wanted)
{
    QSet<QString> keys;
    for (const Row& row : wanted)
        keys.insert(row.key);
    for (int last = count() - 1; last >= 0; --last) {
        if (keys.contains(m_rows[static_cast<std::size_t>(last)].key))
            continue;
        int first = last;
        while (first > 0 && !keys.contains(m_rows[static_cast<std::size_t>(first - 1)].key))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

/// Brings the row to its place: from further down, or as a new one.
void RowModel::place(std::size_t at, Row row)
{
    const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(at);
    const auto known = std::find_if(begin, m_rows.end(), [&](const Row& one) { return one.key == row.key; });
    if (known == m_rows.end()) {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.insert(begin, std::move(row));
        endInsertRows();
        return;
    }
    const int from = static_cast<int>(known - m_rows.begin());
    beginMoveRows({}, from, from, {}, static_cast<int>(at));
    std::rotate(begin, known, known + 1);
    endMoveRows();
    update(at, std::move(row));
}

void RowModel::update(std::size_t at, Row row)
{
    QList<int> changed;
    for (qsizetype role = 0; role < m_roles.size(); ++role) {
        if (m_rows[at].values.value(role) != row.values.value(role))
            changed.append(Qt::UserRole + 1 + static_cast<int>(role));
    }
    if (changed.isEmpty())
        return;
    m_rows[at] = std::move(row);
    const QModelIndex where = index(static_cast<int>(at));
    Q_EMIT dataChanged(where, where, changed);
}

QVariant RowModel::value(int row, const QByteArray& role) const
{
    return data(index(row), Qt::UserRole + 1 + static_cast<int>(m_roles.indexOf(role)));
}

int RowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role <= Qt::UserRole)
        return {};
    return m_rows[static_cast<std::size_t>(index.row())].values.value(role - Qt::UserRole - 1);
}

QHash<int, QByteArray> RowModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (qsizetype role = 0; role < m_roles.size(); ++role)
        names.insert(Qt::UserRole + 1 + static_cast<int>(role), m_roles[role]);
    return names;
}

} // namespace rapport::app
