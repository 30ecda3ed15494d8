// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/dav/collection.h"
#include "sync/connectors/dav/dialect.h"

#include <QCoreApplication>

namespace rapport::connectors::dav
{

/// Entities as objects of a collection on a CardDAV or CalDAV server, and back. README.md in this folder says how.
class DavConnector : public Connector
{
    Q_DECLARE_TR_FUNCTIONS(rapport::connectors::dav::DavConnector)

public:
    DavConnector(QString title, Account account, Mapping mapping, std::unique_ptr<Dialect> dialect);

    Capabilities capabilities() const override;
    Status check() override; ///< also tries a password again that was refused before
    Result<PullPage> pull(const QString& list, const QByteArray& cursor) override;
    PushResult push(const Job& job, const JobContext& context) override;

private:
    Reply<Facts> knownFacts(); ///< asked once
    PushError failed(const Fault& fault, const Job& job, bool outcomeUnknown) const;

    QString m_title, m_place;
    std::chrono::milliseconds m_time;
    Mapping m_mapping;
    std::unique_ptr<Dialect> m_dialect;
    Collection m_collection;
    std::optional<Facts> m_facts;
};

} // namespace rapport::connectors::dav
