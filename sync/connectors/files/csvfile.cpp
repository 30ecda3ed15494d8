// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/csvfile.h"

#include "sync/connectors/files/csvline.h"
#include "sync/tables/csvreader.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

bool isWhole(const QByteArray& tail)
{
    return tail.endsWith("\r\n") && tail.count('"') % 2 == 0;
}

} // namespace

CsvFile::CsvFile(QString folder, QString name) : m_file(std::move(folder), std::move(name), isWhole) {}

Result<CsvFile::Seen> CsvFile::look(const QString& keyColumn, const QString& key) const
{
    Seen seen;
    QFile file(path());
    if (!file.exists())
        return seen;
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, file.errorString()};
    tables::CsvReader reader(file);
    for (;;) {
        auto record = reader.next();
        if (!record)
            return record.error();
        if (!*record)
            break;
        if (seen.header.isEmpty()) {
            seen.header = std::move(**record);
            if (seen.header.front() != keyColumn)
                return Error{Error::Kind::Corrupt, u"the first column is not %1"_s.arg(keyColumn)};
            continue;
        }
        if ((*record)->size() > seen.header.size())
            return Error{Error::Kind::Corrupt, u"line %1 is longer than the header"_s.arg(reader.line())};
        if (seen.at < 0 && (*record)->front() == key) {
            seen.at = seen.rows;
            seen.row = std::move(**record);
            seen.row.resize(seen.header.size());
        }
        ++seen.rows;
    }
    seen.ended = file.size() == 0 || (file.seek(file.size() - 1) && file.read(1) == "\n");
    return seen;
}

Result<Place> CsvFile::put(const QStringList& columns, const std::map<QString, QString>& values) const
{
    if (Status repaired = m_file.repair(); !repaired)
        return repaired.error();
    const auto key = values.find(columns.front());
    const auto seen = look(columns.front(), key == values.end() ? QString() : key->second);
    if (!seen)
        return seen.error();
    QStringList header = seen->header;
    for (const QString& column : columns) {
        if (!header.contains(column))
            header += column;
    }
    for (const auto& [name, value] : values) {
        if (!header.contains(name))
            header += name;
    }
    QStringList row(header.size());
    for (const auto& [name, value] : values)
        row[header.indexOf(name)] = value;

    const int number = (seen->at < 0 ? seen->rows : seen->at) + 2; // row 1 is the header
    const bool sameColumns = header == seen->header;
    if (sameColumns && seen->at >= 0 && seen->row == row)
        return Place{number, false};
    const Status saved = sameColumns && seen->at < 0 && seen->ended ? m_file.append(csvLine(row)) : rewrite(*seen, header, row);
    return saved ? Result<Place>(Place{number}) : saved.error();
}

Status CsvFile::rewrite(const Seen& seen, const QStringList& header, const QStringList& row) const
{
    return m_file.replace([&](QIODevice& to) -> Status {
        Status written = writeTo(to, byteOrderMark + csvLine(header));
        QFile file(path());
        if (!seen.header.isEmpty() && !file.open(QIODevice::ReadOnly))
            return Error{Error::Kind::Denied, file.errorString()};
        tables::CsvReader reader(file);
        for (int number = -1; written && file.isOpen(); ++number) {
            auto record = reader.next();
            if (!record)
                return record.error();
            if (!*record)
                break;
            (*record)->resize(header.size());
            if (number >= 0)
                written = writeTo(to, csvLine(number == seen.at ? row : **record));
        }
        return written && seen.at < 0 ? writeTo(to, csvLine(row)) : written;
    });
}

} // namespace rapport::connectors::files
