// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace rapport::app
{

/// Rows of values by role name, for views. Whoever owns the model shows it whole lists; it tells its views precisely what is different,
/// and where nothing is the same, that all is new.
class RowModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from a controller")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    struct Row {
        QString key;         ///< says which row this is, across changes; unique in the list
        QVariantList values; ///< one per role, in the order of the roles
    };

    explicit RowModel(const QList<QByteArray>& roles, QObject* parent = nullptr);

    void show(std::vector<Row> rows);
    int count() const { return static_cast<int>(m_rows.size()); }
    const std::vector<Row>& rows() const { return m_rows; }
    QVariant value(int row, const QByteArray& role) const; ///< invalid where there is none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    bool sharesNothing(const std::vector<Row>& rows) const;
    void replace(std::vector<Row> rows);
    void removeAllBut(const std::vector<Row>& wanted);
    void place(std::size_t at, Row row);
    void update(std::size_t at, Row row);

    QList<QByteArray> m_roles;
    std::vector<Row> m_rows;
};

} // namespace rapport::app
