// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QVariantList>

namespace rapport::views::tests
{

/// A list model from objects written in QML; unlike ListModel it keeps lists within a row as they are. The first row names the roles.
class Rows : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(QVariantList rows READ rows WRITE setRows NOTIFY countChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    using QAbstractListModel::QAbstractListModel;

    QVariantList rows() const { return m_rows; }
    void setRows(const QVariantList& rows);
    Q_INVOKABLE void remove(int first, int count); ///< precise changes, as a controller's model makes them
    Q_INVOKABLE void insert(int at, const QVariantMap& row);
    int count() const { return static_cast<int>(m_rows.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    QVariantList m_rows;
};

} // namespace rapport::views::tests
