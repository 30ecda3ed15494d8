// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/rest/facts.h"
#include "sync/connectors/rest/failure.h"
#include "sync/connectors/rest/session.h"

namespace rapport::connectors::rest
{

/// Any server that speaks JSON over HTTP and is described by a mapping file.
class RestConnector : public Connector
{
public:
    RestConnector(QString title, Account account, Mapping mapping);

    Capabilities capabilities() const override;
    Status check() override;
    Result<PullPage> pull(const QString& list, const QByteArray& cursor) override;
    PushResult push(const Job& job, const JobContext& context) override;

private:
    Status checkList(const List& list);
    Status checkKey(const List& list);

    QString m_title;
    Mapping m_mapping;
    Session m_session;
    Failure m_failure;
    Links m_links;
};

} // namespace rapport::connectors::rest
