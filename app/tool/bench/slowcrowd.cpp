// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/slowcrowd.h"

#include "app/tool/bench/httpsocket.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace rapport::tool
{

namespace
{

constexpr int tickMs = 10, smallBuffer = 4096;
constexpr std::array<std::size_t, SlowCrowd::ways> ticksBetween{100, 20, 20, 100}; ///< of one client; they do not drip all at once

QByteArray requestOf(SlowCrowd::Way way, const SlowCrowd::Requests& requests)
{
    const std::array<QByteArray, SlowCrowd::ways> all{requests.headers, requests.body, requests.question, QByteArray()};
    return all[way];
}

} // namespace

struct SlowCrowd::Client {
    Client(quint16 port, Way whichWay, const Requests& requests)
        : way(whichWay), socket(port, whichWay == Reading ? smallBuffer : 0), request(requestOf(whichWay, requests))
    {
        if (const qsizetype headers = request.indexOf("\r\n\r\n"); headers >= 0) {
            sent = headers + 4;
            socket.send(request.left(sent));
        }
    }
    enum class Wait { No, Yes };
    /// Takes at most so many bytes of the answer. False: nothing more will come.
    bool hear(std::size_t atMost, Wait wait)
    {
        std::array<char, smallBuffer> buffer;
        const auto count = ::recv(socket.descriptor(), buffer.data(), std::min(atMost, buffer.size()), wait == Wait::Yes ? 0 : MSG_DONTWAIT);
        got += std::max<qint64>(0, count);
        return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
    }

    Way way;
    HttpSocket socket;
    QByteArray request;
    qsizetype sent = 0;
    qint64 got = 0;
    bool isCut = false;
};

SlowCrowd::SlowCrowd(quint16 port, int count, const Requests& requests)
{
    for (int i = 0; i < count; ++i)
        m_clients.push_back(std::make_unique<Client>(port, static_cast<Way>(i % ways), requests));
    m_answerSize = requests.answerSize;
    m_thread = std::thread([this] { drip(); });
}

SlowCrowd::~SlowCrowd()
{
    stop();
}

bool SlowCrowd::isConnected() const
{
    return std::all_of(m_clients.begin(), m_clients.end(), [](const auto& client) { return client->socket.isConnected(); });
}

void SlowCrowd::drip()
{
    for (std::size_t tick = 0; !m_ending; ++tick) {
        for (std::size_t i = 0; i < m_clients.size(); ++i) {
            if (Client& client = *m_clients[i]; !client.isCut && (tick + i) % ticksBetween[client.way] == 0)
                step(client);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(tickMs));
    }
}

void SlowCrowd::step(Client& client)
{
    client.isCut = !client.hear(1, Client::Wait::No);
    if (!client.isCut && client.sent < client.request.size())
        client.isCut = !client.socket.send(client.request.mid(client.sent++, 1));
}

void SlowCrowd::stop()
{
    m_ending = true;
    if (m_thread.joinable())
        m_thread.join();
}

std::array<SlowCrowd::Count, SlowCrowd::ways> SlowCrowd::end()
{
    stop();
    std::array<Count, ways> counts;
    for (const auto& client : m_clients) {
        if (client->way == Reading) {
            while (client->got < m_answerSize && client->hear(smallBuffer, Client::Wait::Yes)) {
            }
            client->isCut = client->got < m_answerSize;
        }
        ++counts[client->way].clients;
        counts[client->way].cutOff += client->isCut ? 1 : 0;
    }
    return counts;
}

} // namespace rapport::tool
