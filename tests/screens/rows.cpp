// SPDX-License-Identifier: Apache-2.0
#include "rows.h"

namespace rapport::views::tests
{

void Rows::setRows(const QVariantList& rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
    Q_EMIT countChanged();
}

void Rows::remove(int first, int count)
{
    beginRemoveRows({}, first, first + count - 1);
    m_rows.remove(first, count);
    endRemoveRows();
    Q_EMIT countChanged();
}

void Rows::insert(int at, const QVariantMap& row)
{
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
    Q_EMIT countChanged();
}

int Rows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Rows::data(const QModelIndex& index, int role) const
{
    return m_rows.value(index.row()).toMap().value(QString::fromUtf8(roleNames().value(role)));
}

QHash<int, QByteArray> Rows::roleNames() const
{
    QHash<int, QByteArray> names;
    const QStringList keys = m_rows.isEmpty() ? QStringList() : m_rows.first().toMap().keys();
    for (const QString& key : keys)
        names.insert(Qt::UserRole + 1 + static_cast<int>(names.size()), key.toUtf8());
    return names;
}

} // namespace rapport::views::tests
