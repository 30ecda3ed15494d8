// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "sync/connectors/connector.h"
#include "sync/hub/connectorthread.h"
#include "sync/hub/recordjobs.h"

#include <memory>
#include <optional>

namespace rapport::hub
{

/// Carries the jobs of one target out, one after another. What it is about to try is claimed before the request leaves, so that after a crash the
/// outcome counts as unknown; then the key is left alone for the target's maximum request time.
class JobRunner : public ConnectorWork
{
public:
    struct Surroundings {
        QString dataDir;
        std::optional<QByteArray> databaseKey;
        Clock clock;
    };
    JobRunner(Target target, std::unique_ptr<connectors::Connector> connector, HubDatabase& database, Surroundings surroundings);
    void run(ConnectorCalls& calls) override;

private:
    enum class Attempt { Went, Stuck, LeftBehind };
    Attempt attempt(const Repositories& known, const JobRecord& due, ConnectorCalls& calls);
    Result<bool> claim(const JobRecord& due); ///< false: somebody else has it
    Status record(const JobRecord& due, const connectors::PushResult& result);
    Status await(const JobRecord& due, const QString& file); ///< its turn comes when that is here
    /// What has become of the job, and its receipt, in one unit of work.
    Status settle(const JobRecord& due, const std::function<Status(Jobs&)>& outcome);
    Status afterCrash();

    Target m_target;
    std::unique_ptr<connectors::Connector> m_connector;
    HubDatabase& m_database;
    Surroundings m_surroundings;
};

/// When to try again after @p attempts: 2ⁿ s, at most 15 min, ±20 % so that many targets do not come back at once.
QDateTime nextTry(const QDateTime& now, int attempts);

} // namespace rapport::hub
