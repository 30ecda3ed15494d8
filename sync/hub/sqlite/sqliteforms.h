// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/forms.h"

namespace rapport::hub
{

class SqliteForms : public Forms
{
public:
    explicit SqliteForms(db::Database& database) : m_database(database) {}

    Status publish(const FormRecord& form, const QByteArray& xml) override;
    Result<std::optional<FormRecord>> find(const QString& id, const QString& version) const override;
    Result<std::optional<QByteArray>> xml(const QString& id, const QString& version) const override;
    Result<std::vector<FormRecord>> all() const override;
    Result<std::vector<FormRecord>> offered(const QString& id, Versions versions) const override;
    Status putFile(const QString& id, const QString& version, const KeptFile& file) override;
    Result<std::vector<KeptFile>> files(const QString& id, const QString& version) const override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
