// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/pulls.h"

namespace rapport::hub
{

class SqlitePulls : public Pulls
{
public:
    explicit SqlitePulls(db::Database& database) : m_database(database) {}

    Result<QByteArray> begin(const QString& target, const QString& list) override;
    Result<bool> move(const QString& target, const QString& list, const QByteArray& from, const QByteArray& to) override;
    Status forget(const QString& target, const QString& list) override;
    Status succeeded(const QString& target, const QString& list, const QDateTime& now, const QDateTime& next) override;
    Result<int> failed(const QString& target, const QString& list, const QString& error) override;
    Status putOff(const QString& target, const QString& list, const QDateTime& next) override;
    Result<std::vector<QString>> notDue(const QString& target, const QDateTime& now) const override;
    Result<std::vector<Place>> placesOf(const QString& target, const QString& remoteId) const override;
    Result<bool> livesIn(const QString& target, const QString& list, const QString& remoteId) const override;
    Status place(const QString& target, const Place& place, const QString& remoteId) override;
    Status moveToEntity(const QString& list, const QString& from, const QString& to) override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
