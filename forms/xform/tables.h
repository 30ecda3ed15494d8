// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "forms/xform/itemsource.h"
#include "forms/xpath/nodesource.h"

#include <QHash>

namespace rapport::forms
{

std::optional<Visibility> visibilityOf(const QString& word);

/// Reads "a,b\n1,2" or "a;b\n1;2" (RFC 4180 quoting, byte order mark, any line end) into rows. Short rows read as blank; more than
/// 5 million cells, or text after a closing quote, is Invalid and names the row.
Result<std::shared_ptr<const ItemSource>> readCsv(const QByteArray& csv);

/// Rows as they are; each has as many cells as there are columns, or fewer.
std::shared_ptr<const ItemSource> makeRows(QStringList columns, std::vector<QStringList> rows);

/// An attachment by the kind that its name tells: rows of .csv, the features of .geojson (id, geometry as ODK text, properties), .xml as it is.
Result<std::shared_ptr<const ItemSource>> readAttachment(const QString& name, const QByteArray& content);

/// An ItemSource as the tree root/item/column that the ODK dialect sees. Handles: 0 the holder, 1 root, then rows and cells by number.
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
    std::optional<std::vector<qint64>> find(qint64 handle, const QString& name, const QString& column, const QString& value) const override;

private:
    static constexpr qint64 root = 1, firstRow = 2;
    qint64 stride() const { return m_columns.size() + 1; }
    bool isRow(qint64 handle) const { return (handle - firstRow) % stride() == 0; }
    qint64 rowHandle(ItemSource::Row row) const;
    ItemSource::Row rowOf(qint64 handle) const { return m_rows[static_cast<std::size_t>((handle - firstRow) / stride())]; }

    std::shared_ptr<const ItemSource> m_source;
    QStringList m_columns;
    mutable std::vector<ItemSource::Row> m_rows; ///< grows as rows are seen: a look-up in a million rows numbers only what it found
    mutable QHash<ItemSource::Row, qint64> m_handles;
};

} // namespace rapport::forms
