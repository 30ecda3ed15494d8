// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "forms/xform/itemsource.h"
#include "forms/xpath/nodesource.h"

namespace rapport::forms
{

std::optional<Visibility> visibilityOf(const QString& word);

/// Reads "a,b\n1,2" or "a;b\n1;2" (RFC 4180 quoting, byte order mark, any line end) into rows. Short rows read as blank; more than
/// 5 million cells or 1 GiB, or text after a closing quote, is Invalid and names the row.
Result<std::shared_ptr<const ItemSource>> readCsv(const QByteArray& csv);

/// Rows as they are; each has as many cells as there are columns, or fewer: what is beyond is left out.
std::shared_ptr<const ItemSource> makeRows(QStringList columns, const std::vector<QStringList>& rows);

/// An attachment by the kind that its name tells: rows of .csv, the features of .geojson (id, geometry as ODK text, properties), .xml as it is.
Result<std::shared_ptr<const ItemSource>> readAttachment(const QString& name, const QByteArray& content);

/// An ItemSource as the tree root/item/column that the ODK dialect sees. Handles: 0 the holder, 1 root, then each row, followed by its cells.
class ItemTree : public NodeSource
{
public:
    explicit ItemTree(std::shared_ptr<const ItemSource> rows); ///< null: an empty root

    Kind kind(qint64 handle) const override;
    QString localName(qint64 handle) const override;
    QString stringValue(qint64 handle) const override;
    qint64 parent(qint64 handle) const override;
    std::vector<qint64> children(qint64 handle) const override;
    std::vector<qint64> childrenNamed(qint64 handle, const QString& name) const override;
    std::optional<std::vector<qint64>> find(qint64 handle, const QString& name, const std::vector<ColumnKey>& keys) const override;

private:
    static constexpr qint64 root = 1, firstRow = 2;
    qint64 stride() const { return m_columns.size() + 1; }
    bool isRow(qint64 handle) const { return (handle - firstRow) % stride() == 0; }
    qint64 rowHandle(ItemSource::Row row) const { return firstRow + row * stride(); }
    ItemSource::Row rowOf(qint64 handle) const { return (handle - firstRow) / stride(); }

    std::shared_ptr<const ItemSource> m_source;
    QStringList m_columns;
};

} // namespace rapport::forms
