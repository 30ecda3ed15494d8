// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "forms/xform/itemsource.h"
#include "sync/store/store.h"

#include <QHash>

namespace rapport::app
{

/// An entity list of the store as the rows of instance('contacts')/root/item. A look-up by equality asks the store; only rows() reads the list.
/// A row keeps the values that it had when it was first seen, so that a form does not change under the person who fills it in.
class EntityListSource : public forms::ItemSource
{
public:
    /// @p store is borrowed, and used on the thread of the form's sessions.
    EntityListSource(store::Store& store, QString list);

    QStringList columns() const override;
    std::vector<Row> rows() const override;
    std::vector<Row> find(const QString& column, const QString& value) const override;
    QString value(Row row, const QString& column) const override;

private:
    Row rowOf(const store::Entity& entity) const;

    store::Store& m_store;
    QString m_list;
    mutable std::vector<store::Entity> m_seen; ///< a Row is an index into it
    mutable QHash<QString, Row> m_byId;
};

/// "jr://file-csv/contacts.csv" and "jr://file/contacts.csv" are the entity list contacts; a list without rows is an empty source.
forms::SourceProvider entitySources(store::Store& store);

} // namespace rapport::app
