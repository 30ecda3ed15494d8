// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/duplicates.h"

namespace rapport::hub
{

class SqliteDuplicates : public Duplicates
{
public:
    explicit SqliteDuplicates(db::Database& database) : m_database(database) {}

    Status note(const Duplicate& pair) override;
    Result<std::optional<Duplicate>> find(qint64 id) const override;
    Result<std::vector<Duplicate>> all() const override;
    Result<std::vector<Duplicate>> open() const override;
    Status settle(qint64 id, Outcome outcome, const QString& author, const QDateTime& now) override;
    Status follow(const Duplicate& pair, const QString& gone, const QString& author, const QDateTime& now) override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
