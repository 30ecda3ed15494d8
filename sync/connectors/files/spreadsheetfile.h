// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/files/csvfile.h"

namespace rapport::connectors::files
{

/// An .xlsx file of one sheet whose first column is the key of its rows. Nothing can be appended to one: the rows stand in ".NAME.csv" beside it, to
/// which a row is added as to any CSV file of ours, and the workbook is written anew from there, row by row, and takes the place of the old one.
/// ".NAME.made" has the hashes of the workbook and of the rows that it was made of, written before it gets its name.
///
/// A workbook that somebody has taken away begins again, without the rows of the old one. One that somebody has changed stays as it is: Corrupt.
class SpreadsheetFile
{
public:
    SpreadsheetFile(QString folder, QString name); ///< "contacts.xlsx"

    /// As CsvFile::put(). Invalid: a sheet has no room for more.
    Result<Place> put(const QStringList& columns, const std::map<QString, QString>& values) const;

private:
    struct Made {
        QByteArray before, after, rows; ///< SHA-256 of the workbook that was there, of the one that was made, and of its rows; hexadecimal
    };
    QString beside(const QString& ending) const { return m_folder + QLatin1String("/.") + m_name + ending; }
    Made made() const;
    Status render(const QByteArray& before) const;

    QString m_folder, m_name;
    CsvFile m_rows;
};

} // namespace rapport::connectors::files
