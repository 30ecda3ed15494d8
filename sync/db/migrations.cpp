// SPDX-License-Identifier: Apache-2.0
#include "sync/db/migrations.h"

namespace rapport::db
{

namespace
{

Result<int> schemaVersion(Database& database)
{
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    return static_cast<int>(version->value_or(0));
}

} // namespace

Status migrate(Database& database, std::span<const Migration> migrations)
{
    auto version = schemaVersion(database);
    if (!version)
        return version.error();
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*version > newest)
        return Error{Error::Kind::Newer, QStringLiteral("schema %1, this Rapport knows %2").arg(*version).arg(newest)};

    for (const Migration& step : migrations) {
        if (step.version <= *version)
            continue;
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        // Another process may have migrated while we waited for the lock.
        if (version = schemaVersion(database); !version)
            return version.error();
        if (step.version <= *version)
            continue;
        if (auto done = database.execute(step.sql); !done)
            return done.error();
        const QByteArray mark = "PRAGMA user_version = " + QByteArray::number(step.version);
        if (auto done = database.execute(mark.constData()); !done)
            return done.error();
        if (auto done = transaction->commit(); !done)
            return done.error();
        version = step.version;
    }
    return ok();
}

} // namespace rapport::db
