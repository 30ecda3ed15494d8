// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"

#include <QDateTime>

#include <vector>

namespace rapport::hub
{

/// Prepares, binds and runs one statement without rows.
template <typename... Values>
Status run(db::Database& database, const char* sql, const Values&... values)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    return statement->bind(values...).run();
}

/// Reads all rows of one statement.
template <typename Row, typename Read, typename... Values>
Result<std::vector<Row>> rows(db::Database& database, const char* sql, Read read, const Values&... values)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bind(values...);
    std::vector<Row> all;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        all.push_back(read(*statement));
    }
}

inline QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

inline QDateTime timeOf(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

} // namespace rapport::hub
