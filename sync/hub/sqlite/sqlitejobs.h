// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/jobs.h"

namespace rapport::hub
{

/// Claims are exclusive because one transaction writes at a time.
class SqliteJobs : public Jobs
{
public:
    explicit SqliteJobs(db::Database& database) : m_database(database) {}

    Status enqueue(const connectors::Job& job, const QDateTime& now) override;
    Status letFollow(const QString& job, const QString& after) override;
    Result<std::optional<JobRecord>> find(const QString& id) const override;
    Result<std::vector<JobRecord>> all() const override;
    Result<std::vector<JobRecord>> ofRecord(const QString& instanceId, const QString& target) const override;
    Result<std::vector<QString>> waitingFor(const QString& target, const QString& list, const QString& entityId) const override;
    Result<std::vector<OpenJobs>> open() const override;
    Result<std::optional<JobRecord>> nextDue(const QString& target, const QDateTime& now) const override;
    Result<bool> claim(const QString& id, const QDateTime& now, const QDateTime& until) override;
    Status releaseClaims(const QString& target, const QDateTime& notBefore) override;
    Status confirm(const connectors::Job& job, const connectors::RemoteRef& reference, const QDateTime& now) override;
    Status fail(const QString& id, const JobFailure& failure) override;
    Status awaitFile(const QString& id, const QString& name, const QString& sentence) override;
    Result<bool> retry(const QString& id, const QDateTime& now) override;
    Result<std::optional<QString>> remoteRef(const QString& target, const QString& list, const QString& entityId) const override;
    Result<bool> mayBeMaking(const QString& target) const override;
    Result<bool> isAhead(const QString& target, const QString& list, const QString& entityId, const QDateTime& askedAt) const override;
    Status moveToEntity(const QString& list, const QString& from, const QString& to) override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
