// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/query.h"
#include "sync/hub/timetext.h"

#include <optional>

namespace rapport::hub
{

using db::rows;
using db::run;
using db::transact;

/// Of a statement that has one row or none.
template <typename Row>
Result<std::optional<Row>> first(Result<std::vector<Row>> found)
{
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<Row>(std::move(found->front()));
}

/// Of a statement that asks whether something is so; without a row it is not.
inline Result<bool> isTrue(const Result<std::vector<bool>>& found)
{
    return found ? Result<bool>(!found->empty() && found->front()) : Result<bool>(found.error());
}

/// Of a statement that counts; without a row 0.
inline Result<qint64> number(const Result<std::vector<qint64>>& found)
{
    return found ? Result<qint64>(found->empty() ? 0 : found->front()) : Result<qint64>(found.error());
}

/// Whether a statement that was run has found its row.
inline Result<bool> hasChanged(const db::Database& database, const Status& ran)
{
    return ran ? Result<bool>(database.changes() > 0) : Result<bool>(ran.error());
}

// What stands in the first column.
inline QString textOf(const db::Statement& row)
{
    return row.text(0);
}
inline QByteArray blobOf(const db::Statement& row)
{
    return row.blob(0);
}
inline qint64 numberOf(const db::Statement& row)
{
    return row.integer(0);
}
inline bool truthOf(const db::Statement& row)
{
    return row.integer(0) != 0;
}

} // namespace rapport::hub
