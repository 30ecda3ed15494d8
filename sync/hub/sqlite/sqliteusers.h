// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/users.h"

namespace rapport::hub
{

class SqliteUsers : public Users
{
public:
    explicit SqliteUsers(db::Database& database) : m_database(database) {}

    Status add(const UserRecord& user) override;
    Result<std::optional<UserRecord>> find(const QString& id) const override;
    Result<std::vector<UserRecord>> all() const override;
    Result<bool> any() const override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
