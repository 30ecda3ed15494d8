// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xpath/nodesource.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::forms
{

/// Rows behind instance('x')/root/item: a CSV file, the items of an XForm, or an entity list of the store. Never a document of a million nodes:
/// the evaluator asks for a look-up where the predicate allows one, and walks otherwise. Columns of an entity list: name (the id), label, __version,
/// __trunkVersion, __branchId, then the properties.
class ItemSource
{
public:
    using Row = qint64; ///< not negative, below 2⁴⁰, in the order of rows(); stable while the source lives

    virtual ~ItemSource() = default;
    virtual QStringList columns() const = 0;
    virtual std::vector<Row> rows() const = 0;
    virtual std::size_t count(std::size_t atMost) const { return std::min(rows().size(), atMost); } ///< of rows; counted no further than that
    /// Rows whose @p column equals @p value as text, in the order of rows(). Absent column: none.
    virtual std::vector<Row> find(const QString& column, const QString& value) const = 0;
    /// Rows that match all of @p keys, whose columns are there. By find(), unless a source knows a shorter way; never called without a key.
    virtual std::vector<Row> findAll(const std::vector<ColumnKey>& keys) const;
    /// The form will look up by @p column: whoever has to make an index for that may do it now. By default it is made when it is first needed.
    virtual void prepare(const QString& column) const { Q_UNUSED(column) }
    virtual QString value(Row row, const QString& column) const = 0; ///< empty where absent
    /// An XML attachment is seen as it is, not as rows: its tree, whose node 0 is the document. Null: rows.
    virtual std::shared_ptr<const NodeSource> document() const { return nullptr; }
};

} // namespace rapport::forms
