// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/entities.h"

namespace rapport::hub
{

/// Changes are committed in the order of their numbers because one transaction writes at a time.
class SqliteEntities : public Entities
{
public:
    explicit SqliteEntities(db::Database& database) : m_database(database) {}

    Status write(const EntityState& state, const EntityOrigin& origin) override;
    Result<std::optional<EntityState>> find(const QString& list, const QString& id) const override;
    Result<std::vector<EntityState>> living(const QString& list, const QStringList& ids) const override;
    Result<std::vector<EntityVersion>> versions(const QString& list, const QString& id, qint64 from) const override;
    Result<std::optional<QDateTime>> since(const QString& list, const QString& id) const override;
    Status changed(const QString& list, qint64 sequence, const Visit& visit) const override;
    Status all(const QString& list, const Visit& visit) const override;
    Result<ChangeMark> newest() const override;
    Result<qint64> newestOf(const QString& list) const override;
    Result<std::vector<EntityState>> alike(const QString& list, EntityKey key, const QString& value, int atMost) const override;
    Result<std::vector<EntityState>> having(const QString& list, const QString& property, const QString& value) const override;
    Result<std::vector<EntityState>> naming(const QString& property, const QString& value) const override;
    Result<bool> everHad(const QString& list, const QString& property, const QString& value) const override;
    Result<QString> keptAs(const QString& list, const QString& id) const override;
    Status lead(const QString& list, const QString& id, const QString& kept, const QString& source, const QDateTime& now) override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
