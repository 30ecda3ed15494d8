// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

class QThread;

namespace rapport::hub
{

class ConnectorWork;

/// How work on a ConnectorThread pauses and calls its connector. Shared by the thread and its owner.
class ConnectorCalls
{
public:
    /// Waits until woken, at most @p time. False when the work is to end.
    bool pause(std::chrono::milliseconds time);
    bool isStopping();
    /// Calls what may block. Nothing where the owner did not wait for its end: whatever the work borrowed may be gone, so it returns at once.
    template <typename Call>
    auto call(Call callee) -> std::optional<decltype(callee())>
    {
        enter();
        auto result = callee();
        return leave() ? std::optional(std::move(result)) : std::nullopt;
    }

private:
    friend class ConnectorThread;
    void carryOut(ConnectorWork& work);
    void enter();
    bool leave();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false, m_woken = false, m_calling = false, m_abandoned = false;
    QThread* m_running = nullptr; ///< as Qt sees the thread, while the work runs
    bool m_ended = false;
};

class ConnectorWork
{
public:
    virtual ~ConnectorWork() = default;
    virtual void run(ConnectorCalls& calls) = 0; ///< until the calls say that it is to end
};

/// A thread that talks to one connector. A call that does not come back in time is left behind: its outcome is then as unknown as after a crash.
class ConnectorThread
{
public:
    ConnectorThread(std::shared_ptr<ConnectorWork> work, std::chrono::milliseconds patience);
    ~ConnectorThread(); ///< waits for the call under way, at most the patience from askToEnd() on
    ConnectorThread(const ConnectorThread&) = delete;
    ConnectorThread& operator=(const ConnectorThread&) = delete;

    void wake();
    void askToEnd(); ///< event loops that the call waits in end at once

private:
    std::shared_ptr<ConnectorCalls> m_calls = std::make_shared<ConnectorCalls>();
    std::chrono::milliseconds m_patience;
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
    std::thread m_thread;
};

} // namespace rapport::hub
