// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/tables/mapping.h"

#include <functional>

namespace rapport::tables
{

/// What a row says about one entity.
struct MappedRow {
    int number = 0; ///< as Table::Row::number
    QString key;    ///< the values of the mapping's key, a line each
    QString label;
    std::map<QString, QString> properties; ///< none is empty: an empty cell says nothing
};

struct RowFault {
    int number = 0;
    QString sentence; ///< without anything that stands in the row
};

struct MappedRows {
    std::vector<MappedRow> rows;
    std::vector<RowFault> faults;    ///< by number; these rows are not among the others
    QStringList leftOut;             ///< titles that the mapping does not ask for
    QStringList missing;             ///< properties none of whose titles the table has
    std::map<QString, int> notFound; ///< by property: rows whose reference leads to no row, or to several
};

/// The ids of the rows of a list in which that property (or "label") is that text, folded().
using Lookup = std::function<Result<QStringList>(const QString& list, const QString& property, const QString& value)>;

/// Invalid: a column of which the key is made, or that is required, is not there or there twice.
Result<MappedRows> mapRows(const Table& table, const Mapping& mapping, const Lookup& lookup);

} // namespace rapport::tables
