// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "sync/connectors/connector.h"
#include "sync/db/database.h"
#include "sync/hub/hubdata.h"
#include "sync/hub/writer.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace rapport::hub
{

/// Carries the jobs of one target out, one after another, on a thread of its own. What it is about to try is written down before the request
/// leaves, so that after a crash the outcome counts as unknown; then the key is left alone for the target's maximum request time.
class JobRunner
{
public:
    struct Surroundings {
        QString dataDir;
        std::optional<QByteArray> databaseKey;
        Clock clock;
    };
    JobRunner(Target target, std::unique_ptr<connectors::Connector> connector, Writer& writer, Surroundings surroundings);
    ~JobRunner(); ///< ends after the request under way

    const Target& target() const { return m_target; }
    void wake();

private:
    struct DueJob {
        connectors::Job job;
        int attempts = 0;
    };
    void loop();
    Result<std::optional<DueJob>> nextDue(db::Database& database) const;
    /// False where something unexpected stopped it: the caller pauses.
    bool attempt(db::Database& database, const DueJob& due);
    Status record(const DueJob& due, const connectors::PushResult& result);
    Status afterCrash();
    QDateTime nextTry(int attempts) const;

    Target m_target;
    std::unique_ptr<connectors::Connector> m_connector;
    Writer& m_writer;
    Surroundings m_surroundings;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false, m_woken = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace rapport::hub
