// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/conflicts.h"

namespace rapport::hub
{

class SqliteConflicts : public Conflicts
{
public:
    explicit SqliteConflicts(db::Database& database) : m_database(database) {}

    Result<std::optional<Policy>> policy(const QString& list, const QString& property) const override;
    Status setPolicy(const QString& list, const QString& property, Policy policy) override;
    Status keep(const Conflict& conflict) override;
    Result<std::optional<Conflict>> find(qint64 id) const override;
    Result<std::vector<Conflict>> all() const override;
    Result<std::vector<Conflict>> open() const override;
    Result<qint64> countOpen() const override;
    Result<std::vector<Conflict>> openOf(const QString& deviceId, int atMost) const override;
    Result<std::vector<Conflict>> openOfRecord(const QString& instanceId) const override;
    Result<std::vector<Conflict>> saidSince(const QString& list, const QString& entityId, const QString& deviceId, qint64 version) const override;
    Status settle(qint64 id, Policy outcome, const QString& author, const QDateTime& now) override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
