// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/files/growingfile.h"

#include <QStringList>

#include <map>

namespace rapport::connectors::files
{

/// What is left of a push in a file.
struct Place {
    int number = 0;      ///< of the row, line or card, from 1
    bool changed = true; ///< false: it was there already, word for word
};

/// A CSV file (RFC 4180; UTF-8 with a byte order mark) whose first column is the key of its rows. It is read record by record, however large it is: a
/// new row is appended; the file is rewritten as a whole only where a row changes, or where new columns come, which come at the end.
class CsvFile
{
public:
    CsvFile(QString folder, QString name);

    QString path() const { return m_file.path(); }
    /// Leaves one row with this key: the value of the first of @p columns. Columns that only @p values has come behind them; a column of the file
    /// that they do not have is empty in the row. Durable. Corrupt: the file is not readable, or the first column is not that one; it is left alone.
    Result<Place> put(const QStringList& columns, const std::map<QString, QString>& values) const;
    void remove() const { m_file.remove(); }

private:
    struct Seen {
        QStringList header, row; ///< row: the one with the key
        int rows = 0, at = -1;   ///< without the header; at: where that row is, from 0
        bool ended = true;       ///< the last line has an end
    };
    Result<Seen> look(const QString& keyColumn, const QString& key) const;
    Status rewrite(const Seen& seen, const QStringList& header, const QStringList& row) const;

    GrowingFile m_file;
};

} // namespace rapport::connectors::files
