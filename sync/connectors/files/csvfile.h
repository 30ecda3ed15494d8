// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/files/csv.h"

namespace rapport::connectors::files
{

/// A CSV file that grows by durable rows, in a folder that other programs read. Used under the folder's lock.
///
/// A new row is appended and synced. Before that, ".NAME.append" beside it gets one line, synced too: the length of the file in bytes. It is removed
/// when the row is durable; where it is still there, the program or the computer died in between, and load() cuts off a row that is
/// torn: nobody was told that it is there, so it comes again.
class CsvFile
{
public:
    CsvFile(QString folder, QString name);

    /// The content, repaired; empty where there is no file. Corrupt: torn by somebody else, or its first column is not @p keyColumn.
    Result<Csv> load(const QString& keyColumn);
    /// Whole, through a temporary file that takes the place of the old one: who reads sees the one or the other. Durable.
    Status replace(const Csv& csv) const;
    /// One row as long as the header of what load() gave. Durable; on a full disk the file is as it was. Rewrites a file without a last line's end.
    Status append(Csv& csv, const QStringList& row) const;

private:
    Status repair();
    QString announcement() const;

    QString m_folder, m_name;
    bool m_ended = true; ///< the last line has an end
};

} // namespace rapport::connectors::files
