// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/odoo/lookups.h"
#include "sync/connectors/rest/facts.h"
#include "sync/connectors/rest/failure.h"

namespace rapport::connectors::odoo
{

/// Pushes organisations and contacts as contacts, opportunities, follow-ups as tasks; pulls contacts, opportunities, quotations and sales orders.
/// README.md in this folder says how.
class OdooConnector : public Connector
{
public:
    OdooConnector(QString title, Account account, Mapping mapping);

    Capabilities capabilities() const override;
    Status check() override; ///< also tries a key or password again that was refused before
    Result<PullPage> pull(const QString& list, const QByteArray& cursor) override;
    PushResult push(const Job& job, const JobContext& context) override;

private:
    std::optional<Fault> checkList(const List& list);

    QString m_title;
    Mapping m_mapping;
    Client m_client;
    LookUps m_lookUps;
    rest::Failure m_failure;
    rest::Links m_links;
};

} // namespace rapport::connectors::odoo
