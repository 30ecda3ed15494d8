// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/tryton/record.h"

#include <QCoreApplication>

namespace rapport::connectors::tryton
{

/// Pushes organisations and contacts as parties, opportunities as sale opportunities, follow-ups as tasks; pulls parties, sales and opportunities.
/// README.md in this folder says how.
class TrytonConnector : public Connector
{
    Q_DECLARE_TR_FUNCTIONS(rapport::connectors::tryton::TrytonConnector)

public:
    TrytonConnector(QString title, Account account, Mapping mapping);

    Capabilities capabilities() const override;
    Status check() override; ///< also tries a password again that was refused before
    Result<PullPage> pull(const QString& list, const QByteArray& cursor) override;
    PushResult push(const Job& job, const JobContext& context) override;

private:
    PushError failed(const Fault& fault, bool outcomeUnknown) const;

    QString m_title;
    std::chrono::milliseconds m_callTime;
    Rpc m_rpc;
    Mapping m_mapping;
    KnownModels m_models;
};

} // namespace rapport::connectors::tryton
