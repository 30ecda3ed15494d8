// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "forms/xform/itemsource.h"
#include "sync/store/store.h"

#include <unordered_map>

namespace rapport::app
{

/// An entity list of the store as the rows of instance('contacts')/root/item. A look-up by equality asks the store.
/// It gives numbers of rows; an entity is read when a value of it is wanted, and keeps the values that it then had, so that a form does not change
/// under the person who fills it in.
class EntityListSource : public forms::ItemSource
{
public:
    /// @p store is borrowed, and used on the thread of the form's sessions.
    EntityListSource(store::Store& store, QString list);

    QStringList columns() const override;
    std::vector<Row> rows() const override;
    std::size_t count(std::size_t atMost) const override;
    std::vector<Row> find(const QString& column, const QString& value) const override;
    std::vector<Row> findAll(const std::vector<forms::ColumnKey>& keys) const override;
    void prepare(const QString& column) const override;
    QString value(Row row, const QString& column) const override;

private:
    const store::Entity& entityAt(Row row) const;
    store::Entity read(Row row) const;

    store::Store& m_store;
    QString m_list;
    mutable std::unordered_map<Row, store::Entity> m_read;
    mutable Row m_lastRow = -1;
    mutable store::Entity m_last; ///< of m_lastRow, where m_read is full
};

/// "jr://file-csv/contacts.csv" and "jr://file/contacts.csv" are the entity list contacts; a list without rows is an empty source.
forms::SourceProvider entitySources(store::Store& store);

} // namespace rapport::app
