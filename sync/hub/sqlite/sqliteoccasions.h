// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/occasions.h"

namespace rapport::hub
{

class SqliteOccasions : public Occasions
{
public:
    explicit SqliteOccasions(db::Database& database) : m_database(database) {}

    Status put(const wire::Occasion& occasion) override;
    Result<std::vector<wire::Occasion>> all() const override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
