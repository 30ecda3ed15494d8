// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/drafts.h"

namespace rapport::hub
{

class SqliteDrafts : public Drafts
{
public:
    explicit SqliteDrafts(db::Database& database) : m_database(database) {}

    Status offer(const wire::HandOver& handOver, const QString& fromDevice, const QByteArray& record, const QDateTime& now) override;
    Status withdrawUnseen(const QString& id, const QString& fromDevice, const QDateTime& now) override;
    Status take(const QString& id, const QString& device, const QDateTime& now) override;
    Status end(const QString& id, wire::HandOver::State state, const QDateTime& now) override;
    Result<std::optional<DraftRecord>> find(const QString& id) const override;
    Result<std::optional<QByteArray>> record(const QString& id, const QString& device) const override;
    Result<std::vector<wire::HandOver>> concerning(const QString& device, const QString& user) const override;
    Result<bool> isUnderWay(const QString& instanceId) const override;
    Result<std::vector<QString>> takenOf(const QString& instanceId) const override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
