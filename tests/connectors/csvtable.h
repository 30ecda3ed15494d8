// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/tables/csvreader.h"

#include <QBuffer>

#include <vector>

namespace rapport::test
{

/// A CSV file as a test looks at it: all at once.
struct Csv {
    QStringList header;
    std::vector<QStringList> rows;

    static Csv of(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        tables::CsvReader reader(buffer);
        Csv out;
        for (;;) {
            const auto record = reader.next();
            if (!record || !*record)
                return out;
            if (out.header.isEmpty())
                out.header = **record;
            else
                out.rows.push_back(**record);
        }
    }
    int rowOf(const QString& key) const ///< by the first column; -1: none
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].value(0) == key)
                return int(i);
        }
        return -1;
    }
    QString at(int row, const QString& column) const { return row < 0 ? QString() : rows[std::size_t(row)].value(header.indexOf(column)); }
};

} // namespace rapport::test
