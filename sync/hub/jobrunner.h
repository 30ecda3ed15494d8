// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "sync/connectors/connector.h"
#include "sync/db/database.h"
#include "sync/hub/connectorthread.h"
#include "sync/hub/hubdata.h"
#include "sync/hub/writer.h"

#include <memory>
#include <optional>

namespace rapport::hub
{

/// Carries the jobs of one target out, one after another. What it is about to try is written down before the request leaves, so that after a crash
/// the outcome counts as unknown; then the key is left alone for the target's maximum request time.
class JobRunner : public ConnectorWork
{
public:
    struct Surroundings {
        QString dataDir;
        std::optional<QByteArray> databaseKey;
        Clock clock;
    };
    JobRunner(Target target, std::unique_ptr<connectors::Connector> connector, Writer& writer, Surroundings surroundings);
    void run(ConnectorCalls& calls) override;

private:
    struct DueJob {
        connectors::Job job;
        int attempts = 0;
    };
    Result<std::optional<DueJob>> nextDue(db::Database& database) const;
    enum class Attempt { Went, Stuck, LeftBehind };
    Attempt attempt(db::Database& database, const DueJob& due, ConnectorCalls& calls);
    Status record(const DueJob& due, const connectors::PushResult& result);
    Status await(const DueJob& due, const QString& file); ///< its turn comes when that is here
    Status afterCrash();

    Target m_target;
    std::unique_ptr<connectors::Connector> m_connector;
    Writer& m_writer;
    Surroundings m_surroundings;
};

/// When to try again after @p attempts: 2ⁿ s, at most 15 min, ±20 % so that many targets do not come back at once.
QDateTime nextTry(const QDateTime& now, int attempts);

} // namespace rapport::hub
