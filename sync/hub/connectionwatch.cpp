// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/connectionwatch.h"

#include <QLoggingCategory>

#include <linux/tcp.h> // glibc's own description of TCP_INFO ends before the bytes
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstddef>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

constexpr int hurry = 4; ///< times as impatient, where it gets crowded

} // namespace

void WatchedConnection::enter(Phase phase)
{
    m_phase = phase;
    ++m_turn;
}

ConnectionWatch::ConnectionWatch(const ConnectionLimits& limits) : m_limits(limits), m_thread([this] { watch(); }) {}

ConnectionWatch::~ConnectionWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_stop.notify_all();
    m_thread.join();
}

WatchedConnection* ConnectionWatch::begin(int socket)
{
    const std::lock_guard lock(m_mutex);
    return m_connections.emplace_back(std::make_unique<WatchedConnection>(socket)).get();
}

void ConnectionWatch::end(WatchedConnection* connection)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_connections, [connection](const auto& one) { return one.get() == connection; });
}

void ConnectionWatch::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop.wait_for(lock, m_limits.look, [this] { return m_stopping; })) {
        const bool isCrowded = m_connections.size() * 4 > static_cast<std::size_t>(m_limits.all) * 3;
        const auto now = std::chrono::steady_clock::now();
        for (const auto& connection : m_connections) // the lock is held: none of the sockets is closed meanwhile
            lookAt(*connection, now, isCrowded ? hurry : 1);
    }
}

void ConnectionWatch::lookAt(WatchedConnection& connection, WatchedConnection::Time now, int haste) const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (connection.m_isCut || ::getsockopt(connection.m_socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 ||
        size < offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received)
        return;
    const WatchedConnection::Crossed crossed{static_cast<qint64>(info.tcpi_bytes_received), static_cast<qint64>(info.tcpi_bytes_acked)};
    if (const quint64 turn = connection.m_turn; turn != connection.m_seenTurn) {
        connection.m_seenTurn = turn;
        connection.m_since = now;
        connection.m_from = crossed;
        connection.m_isAsking = false;
    } else if (connection.m_busy) {
        connection.m_since += m_limits.look;
    } else if (isTooSlow(connection, crossed, now, haste)) {
        qCInfo(log) << "a client was too slow: its connection was cut off";
        ::shutdown(connection.m_socket, SHUT_RDWR); // its thread wakes up and closes it
        connection.m_isCut = true;
    }
}

bool ConnectionWatch::isTooSlow(WatchedConnection& connection, WatchedConnection::Crossed crossed, WatchedConnection::Time now, int haste) const
{
    using Phase = WatchedConnection::Phase;
    const Phase phase = connection.m_phase;
    const auto took = now - connection.m_since;
    if (phase == Phase::Asking) {
        if (!connection.m_isAsking && crossed.in > connection.m_from.in) {
            connection.m_isAsking = true;
            connection.m_since = now;
            return false;
        }
        return took > m_limits.headers / haste && (connection.m_isAsking || haste > 1); // who only keeps it open gives way to others
    }
    const qint64 bytes = phase == Phase::Bringing ? crossed.in - connection.m_from.in : crossed.out - connection.m_from.out;
    if (bytes * 1000 >= m_limits.bytesPerSecond * m_limits.window.count()) { // what was quick before does not count for later: buffers are quick
        connection.m_since = now;
        connection.m_from = crossed;
        return false;
    }
    return took > m_limits.window / haste;
}

} // namespace rapport::hub
