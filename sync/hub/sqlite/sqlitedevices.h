// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/devices.h"

namespace rapport::hub
{

class SqliteDevices : public Devices
{
public:
    explicit SqliteDevices(db::Database& database) : m_database(database) {}

    Status add(const DeviceRecord& device, const QByteArray& tokenHash) override;
    Result<std::optional<DeviceRecord>> find(const QString& id) const override;
    Result<std::optional<DeviceRecord>> withToken(const QByteArray& tokenHash) const override;
    Result<std::vector<DeviceRecord>> all() const override;
    Result<qint64> count() const override;
    Status setToken(const QString& id, const QByteArray& tokenHash, const QDateTime& expires) override;
    Status setChallenge(const QString& id, const QByteArray& challenge, const QDateTime& until) override;
    Result<bool> useChallenge(const QString& id, const QByteArray& challenge, const QDateTime& now) override;
    Result<bool> revoke(const QString& id, const QDateTime& now) override;
    Result<bool> restore(const QString& id) override;
    Result<bool> assign(const QString& id, const QString& user) override;
    Status setLeaseDays(const QString& id, int days) override;
    Status noteSeen(const QString& id, const QDateTime& now) override;
    Status invite(const QByteArray& codeHash, const InvitationRecord& invitation, const QDateTime& now) override;
    Result<std::optional<InvitationRecord>> invitation(const QByteArray& codeHash) const override;
    Status useInvitation(const QByteArray& codeHash, const QString& deviceId) override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
