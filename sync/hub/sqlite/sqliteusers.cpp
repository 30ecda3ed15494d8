// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqliteusers.h"

#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

UserRecord readUser(const db::Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), timeOf(row.text(3))};
}

} // namespace

Status SqliteUsers::add(const UserRecord& user)
{
    return run(m_database, "INSERT INTO user(id, name, role, created_at) VALUES(?1,?2,?3,?4)", user.id, user.name, user.role, timeText(user.added));
}

Result<std::optional<UserRecord>> SqliteUsers::find(const QString& id) const
{
    return first(rows<UserRecord>(m_database, "SELECT id, name, role, created_at FROM user WHERE id = ?1", readUser, id));
}

Result<std::vector<UserRecord>> SqliteUsers::all() const
{
    return rows<UserRecord>(m_database, "SELECT id, name, role, created_at FROM user ORDER BY name, id", readUser);
}

Result<bool> SqliteUsers::any() const
{
    return isTrue(rows<bool>(m_database, "SELECT EXISTS(SELECT 1 FROM user)", truthOf));
}

} // namespace rapport::hub
