// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/repository/repositories.h"
#include "sync/tables/mappedrows.h"

#include <QDateTime>
#include <QJsonObject>

namespace rapport::hub
{

/// What an import did, or would do.
struct ImportReport {
    int added = 0, changed = 0, unchanged = 0;
    tables::MappedRows rows;
    QString unit; ///< of the numbers of faults: "line" or "row"

    /// {new, changed, unchanged, faults: [{line|row, fault}], more_faults?, columns_left_out, columns_missing, references_not_found}; nothing that
    /// stands in a cell. At most 100 faults are told.
    QJsonObject toJson() const;
};

/// Brings the rows of a table of another program into a list. The id of a row is made of its key, so that the same file changes nothing again; a row
/// that is there already under another id is recognised by what the mapping matches. What says the same as the list, written another way, stays
/// as it is there. Rows with faults are left out and named. To be called inside a transaction. Invalid: a sentence for whoever brought the file.
Result<ImportReport> importMapped(Repositories& repositories, const tables::Mapping& mapping, const tables::Table& table, const QDateTime& now);

} // namespace rapport::hub
