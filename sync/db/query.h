// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"

#include <vector>

namespace rapport::db
{

/// Prepares, binds and runs one statement without rows.
template <typename... Values>
Status run(Database& database, const char* sql, const Values&... values)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    return statement->bind(values...).run();
}

/// Reads all rows of one statement; @p read makes a Row of a Statement that stands on one.
template <typename Row, typename Read, typename... Values>
Result<std::vector<Row>> rows(Database& database, const char* sql, Read read, const Values&... values)
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

/// Runs @p work in one transaction; what it refuses has not happened.
template <typename Work>
Status transact(Database& database, Work work)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (Status done = work(); !done)
        return done;
    return transaction->commit();
}

} // namespace rapport::db
