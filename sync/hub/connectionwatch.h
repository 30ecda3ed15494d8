// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/connectionlimits.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace rapport::hub
{

/// One connection, as its own thread tells how it gets on.
class WatchedConnection
{
public:
    /// What the hub waits for: a request's headers, its body, or that its answer is read.
    enum class Phase { Asking, Bringing, Reading };

    explicit WatchedConnection(int socket) : m_socket(socket) {}
    void enter(Phase phase);

    /// While it lives the hub itself is at work: that time is not the client's.
    class Busy
    {
    public:
        explicit Busy(WatchedConnection& connection) : m_connection(connection) { m_connection.m_busy = true; }
        Busy(const Busy&) = delete;
        Busy& operator=(const Busy&) = delete;
        ~Busy() { m_connection.m_busy = false; }

    private:
        WatchedConnection& m_connection;
    };

private:
    friend class ConnectionWatch;
    using Time = std::chrono::steady_clock::time_point;
    struct Crossed { ///< bytes over the network so far
        qint64 in = 0, out = 0;
    };

    const int m_socket;
    std::atomic<Phase> m_phase = Phase::Asking;
    std::atomic<quint64> m_turn = 0; ///< counts what was entered
    std::atomic<bool> m_busy = false;
    // Of the watch alone.
    quint64 m_seenTurn = 0;
    Time m_since = std::chrono::steady_clock::now();
    Crossed m_from;
    bool m_isAsking = true; ///< a byte of its request is here, or it has never asked for anything
    bool m_isCut = false;
};

/// Hangs up on clients that hold a connection and do not get on: whose headers or bodies drip in, who read an answer drop by drop. Counted is what
/// the other side's network has sent and acknowledged (TCP_INFO), as bytes in buffers are no progress. A system that does not say leaves them to the
/// server's own timeout.
class ConnectionWatch
{
public:
    explicit ConnectionWatch(const ConnectionLimits& limits);
    ~ConnectionWatch();

    WatchedConnection* begin(int socket);    ///< stays open until end()
    void end(WatchedConnection* connection); ///< it is gone

private:
    void watch();
    void lookAt(WatchedConnection& connection, WatchedConnection::Time now, int haste) const;
    bool isTooSlow(WatchedConnection& connection, WatchedConnection::Crossed crossed, WatchedConnection::Time now, int haste) const;

    ConnectionLimits m_limits;
    std::mutex m_mutex;
    std::condition_variable m_stop;
    bool m_stopping = false;
    std::vector<std::unique_ptr<WatchedConnection>> m_connections;
    std::thread m_thread;
};

} // namespace rapport::hub
