// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "sync/connectors/connector.h"
#include "sync/hub/connectorthread.h"
#include "sync/hub/pulledentities.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::hub
{

/// Pulls the lists of one target. Each page and its cursor are one transaction, so that a pull that is cut off goes on where it was.
class Puller
{
public:
    using Write = std::function<Status(const HubDatabase::Work&)>; ///< carries out a unit of work

    /// What a round of one list has brought, and when the next one is due.
    struct Round {
        QString list;
        PullCounts counts;
        std::optional<Error> error; ///< then it is tried again later, at most 15 min
        bool leftBehind = false;    ///< nothing may be touched any more
        bool complete = false;      ///< there was no more
        bool overtaken = false;     ///< somebody else pulls this list at the same time, and notes how it went
    };

    Puller(QString target, std::unique_ptr<connectors::Connector> connector, Write write, Clock clock, std::chrono::seconds interval);
    std::vector<QString> lists() const; ///< in the order in which they are to be pulled: firms, people, what names them
    Round pull(const QString& list, ConnectorCalls& calls);
    std::vector<QString> dueLists() const; ///< none where the database does not answer

private:
    Status pages(Round& round, ConnectorCalls& calls);
    Status absorb(const PulledPage& page, Round& round, ConnectorCalls& calls);
    Status note(const Round& round);
    Result<QByteArray> cursor(const QString& list) const;
    Status forget(const QString& list);

    QString m_target;
    std::unique_ptr<connectors::Connector> m_connector;
    Write m_write;
    Clock m_clock;
    std::chrono::seconds m_interval;
};

/// Pulls what is due, on a thread and by a connector of its own: a slow or failing pull does not hold up what goes there.
class PullRunner : public ConnectorWork
{
public:
    explicit PullRunner(Puller puller) : m_puller(std::move(puller)) {}
    void run(ConnectorCalls& calls) override;

private:
    Puller m_puller;
};

} // namespace rapport::hub
