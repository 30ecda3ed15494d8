// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/assets.h"
#include "sync/hub/hub.h"
#include "sync/hub/hubdata.h"
#include "sync/hub/secrets.h"
#include "sync/wire/asset.h"

#include <mutex>

namespace rapport::hub
{

/// HubAdmin over a database; each call is one unit of work.
class OfficeAdmin : public HubAdmin
{
public:
    OfficeAdmin(HubConfig config, std::unique_ptr<HubDatabase> database, std::unique_ptr<const Repositories> known, SecretBox secrets)
        : m_config(std::move(config)), m_database(std::move(database)), m_known(std::move(known)), m_secrets(std::move(secrets))
    {
    }

    Result<NewDevice> addDevice(const QString& name) override;
    Result<Invitation> invite(const QString& name) override;
    Status revokeDevice(const QString& id) override;
    Status restoreDevice(const QString& id) override;
    Status setLease(const QString& id, int days) override;
    Result<QJsonArray> devices() override;
    Result<NewUser> addUser(const QString& name, const QString& role, const QString& id) override;
    Result<QJsonArray> users() override;
    Status assignDevice(const QString& deviceId, const QString& userId) override;
    Status setPolicy(const QString& list, const QString& property, const QString& policy) override;
    Result<QJsonArray> conflicts(bool openOnly) override;
    Status settleConflict(qint64 id, const QString& choice, const QString& author) override;
    Result<PublishedForm> publishForm(const QByteArray& form, const QString& stem, const std::vector<FormFile>& files) override;
    Result<QJsonArray> forms() override;
    Status putOccasion(const QByteArray& json) override;
    Result<int> importEntities(const QString& list, const QByteArray& csv) override;
    Result<QJsonObject> importMapped(const QString& list, const QByteArray& file, const QByteArray& mapping, ImportRun run) override;
    Result<Audience> audience(const QString& list, const QString& filter) override;
    Result<QByteArray> exportEntities(const QString& list) override;
    Status addConnector(const QByteArray& json) override;
    Status checkConnector(const QString& id) override;
    Result<QJsonArray> pullConnector(const QString& id) override;
    Result<QJsonArray> submissions() override;
    Result<QJsonArray> exportSubmissions(const QString& formId) override;
    Result<wire::RescueReport> takeRescue(const QString& path) override;
    Result<QJsonArray> jobs() override;
    Status retryJob(const QString& id) override;
    Result<QJsonArray> duplicates(bool openOnly) override;
    Status mergeDuplicate(qint64 id, const QString& keep, const QString& author) override;
    Status keepApart(qint64 id, const QString& author) override;

    Result<QJsonObject> putAsset(const AssetWords& words, const QString& path);
    Result<QJsonObject> recallAsset(const QString& id, std::optional<int> version, const QString& reason);
    Result<QJsonArray> assets();
    Status withdrawAsset(const QString& id);

    /// All configured connectors, opened: {"id", "type", "title", …}.
    Result<std::vector<QJsonObject>> connectors();
    Result<QString> connectorGeneration(); ///< another text after every change

private:
    Result<QJsonObject> writeAsset(const wire::Asset& asset);
    Result<std::unique_ptr<connectors::Connector>> makeConnector(const QString& id);
    Targets targets();
    QDateTime now() const { return m_config.clock(); }

    std::mutex m_mutex;
    HubConfig m_config;
    std::unique_ptr<HubDatabase> m_database;
    std::unique_ptr<const Repositories> m_known; ///< read under m_mutex
    SecretBox m_secrets;
};

Result<std::unique_ptr<OfficeAdmin>> openAdmin(const HubConfig& config);

} // namespace rapport::hub
