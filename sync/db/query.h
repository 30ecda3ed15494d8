// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"

#include <vector>

namespace rapport::db
{

/// Binds and runs one statement without rows. It is prepared once and kept by the connection.
template <typename... Values>
Status run(Database& database, const char* sql, const Values&... values)
{
    const auto statement = database.kept(sql);
    if (!statement)
        return statement.error();
    return (*statement)->bind(values...).run();
}

/// Reads all rows of one statement, which is prepared once and kept by the connection. @p read makes a Row of a Statement that stands on one; it
/// does not ask the same again.
template <typename Row, typename Read, typename... Values>
Result<std::vector<Row>> rows(Database& database, const char* sql, Read read, const Values&... values)
{
    const auto statement = database.kept(sql);
    if (!statement)
        return statement.error();
    (*statement)->bind(values...);
    std::vector<Row> all;
    for (;;) {
        const auto row = (*statement)->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        all.push_back(read(**statement));
    }
    (*statement)->reset(); // else its snapshot would stay open
    return all;
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
