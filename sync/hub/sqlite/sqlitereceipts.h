// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/receipts.h"

namespace rapport::hub
{

/// Pages are without gaps because one transaction writes at a time: sequence numbers are committed in their order.
class SqliteReceipts : public Receipts
{
public:
    explicit SqliteReceipts(db::Database& database) : m_database(database) {}

    Status write(const wire::Receipt& receipt, const QString& deviceId) override;
    Result<bool> has(const QString& instanceId, const QString& target) const override;
    Result<wire::ReceiptPage> page(const QString& deviceId, const QByteArray& cursor) const override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
