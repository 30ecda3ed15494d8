// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/settings.h"

namespace rapport::hub
{

class SqliteSettings : public Settings
{
public:
    explicit SqliteSettings(db::Database& database) : m_database(database) {}

    Status putConnector(const ConnectorRecord& connector) override;
    Result<std::optional<ConnectorRecord>> connector(const QString& id) const override;
    Result<std::vector<ConnectorRecord>> connectors() const override;
    Result<QString> connectorGeneration() const override;
    Status setPublicUrl(const QString& url) override;
    Result<QString> publicUrl() const override;
    Status setHubKey(const QByteArray& sealed) override;
    Result<std::optional<QByteArray>> hubKey() const override;
    Result<qint64> databaseBytes() const override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
