// SPDX-License-Identifier: Apache-2.0
#include "support/poorlink.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace rapport::test
{

namespace
{

using Clock = std::chrono::steady_clock;

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// Without a farewell, as when a tablet leaves the hall.
void reset(int fd)
{
    const linger hard{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(fd);
}

bool sendAll(int fd, const char* bytes, ssize_t count)
{
    for (ssize_t sent = 0; sent < count;) {
        const ssize_t n = ::send(fd, bytes + sent, size_t(count - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

} // namespace

class PoorLink::Relay
{
public:
    Relay(quint16 targetPort, Shape shape) : target(targetPort), m_shape(shape), m_listening(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const int small = 16 * 1024; // what is on the way on a slow link is little
        ::setsockopt(m_listening, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        ::bind(m_listening, reinterpret_cast<const sockaddr*>(&address), size);
        ::listen(m_listening, 64);
        ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        m_thread = std::thread([this] { run(); });
    }
    ~Relay()
    {
        m_ending = true;
        m_thread.join();
        ::close(m_listening);
    }
    void setShape(Shape shape)
    {
        const std::lock_guard lock(m_mutex);
        m_shape = shape;
        m_sinceCut = 0;
    }

    std::atomic<quint16> target;
    std::atomic<qint64> fromClient = 0;
    std::atomic<int> cuts = 0;
    quint16 port = 0;

private:
    struct Pair {
        int client, server;
    };

    void run()
    {
        while (!m_ending) {
            const bool mayRead = Clock::now() >= m_notBefore;
            std::vector<pollfd> fds{{m_listening, POLLIN, 0}};
            for (const Pair& pair : m_pairs) {
                fds.push_back({mayRead ? pair.client : -1, POLLIN, 0});
                fds.push_back({pair.server, POLLIN, 0});
            }
            ::poll(fds.data(), fds.size(), 5);
            std::vector<std::size_t> over;
            bool cut = false;
            for (std::size_t i = 0; i < m_pairs.size() && !cut; ++i) {
                const bool up = !(fds[1 + 2 * i].revents) || carry(m_pairs[i].client, m_pairs[i].server, true, cut);
                const bool down = cut || !(fds[2 + 2 * i].revents) || carry(m_pairs[i].server, m_pairs[i].client, false, cut);
                if (!up || !down)
                    over.push_back(i);
            }
            if (cut)
                endAll();
            else
                std::for_each(over.rbegin(), over.rend(), [this](std::size_t i) { end(i); });
            if (fds[0].revents & POLLIN)
                accept();
        }
        endAll();
    }

    void accept()
    {
        const int client = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC), server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(target);
        if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
            m_pairs.push_back({client, server});
        } else {
            ::close(server);
            reset(client);
        }
    }

    /// False: the connection is over. @p cut: all of them are.
    bool carry(int from, int to, bool up, bool& cut)
    {
        std::array<char, 8192> buffer;
        const ssize_t count = ::recv(from, buffer.data(), buffer.size(), 0);
        if (count <= 0 || !sendAll(to, buffer.data(), count))
            return false;
        if (up) {
            const std::lock_guard lock(m_mutex);
            fromClient += count;
            m_sinceCut += count;
            if (m_shape.bytesASecond > 0)
                m_notBefore = std::max(m_notBefore, Clock::now()) + std::chrono::microseconds(count * 1'000'000 / m_shape.bytesASecond);
            cut = m_shape.cutEvery > 0 && m_sinceCut >= m_shape.cutEvery;
            if (cut) {
                m_sinceCut = 0;
                ++cuts;
            }
        }
        return true;
    }

    void end(std::size_t i)
    {
        reset(m_pairs[i].client);
        ::close(m_pairs[i].server); // what has gone through has arrived
        m_pairs.erase(m_pairs.begin() + static_cast<std::ptrdiff_t>(i));
    }
    void endAll()
    {
        while (!m_pairs.empty())
            end(m_pairs.size() - 1);
    }

    std::mutex m_mutex; ///< of the shape and what is counted for it
    Shape m_shape;
    qint64 m_sinceCut = 0;
    Clock::time_point m_notBefore;
    std::vector<Pair> m_pairs;
    std::atomic<bool> m_ending = false;
    int m_listening;
    std::thread m_thread;
};

PoorLink::PoorLink(quint16 targetPort, Shape shape) : m_relay(std::make_unique<Relay>(targetPort, shape)) {}
PoorLink::~PoorLink() = default;

quint16 PoorLink::port() const
{
    return m_relay->port;
}

void PoorLink::setShape(Shape shape)
{
    m_relay->setShape(shape);
}

void PoorLink::setTarget(quint16 port)
{
    m_relay->target = port;
}

qint64 PoorLink::fromClient() const
{
    return m_relay->fromClient;
}

int PoorLink::cuts() const
{
    return m_relay->cuts;
}

} // namespace rapport::test
