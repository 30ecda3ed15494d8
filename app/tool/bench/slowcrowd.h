// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <array>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace rapport::tool
{

/// Clients that hold a connection to 127.0.0.1 and do not get on, on a thread of their own. Whoever is hung up on stays away.
class SlowCrowd
{
public:
    enum Way {
        Headers, ///< sends a byte of them a second
        Body,    ///< sends five bytes of it a second
        Reading, ///< reads five bytes a second of its answer
        Silent,  ///< only connects
    };
    static constexpr int ways = 4;

    struct Requests {
        QByteArray headers;    ///< without an end
        QByteArray body;       ///< a whole request; its headers are sent at once
        QByteArray question;   ///< its answer is longer than what the system's buffers hold,
        qint64 answerSize = 0; ///< namely so many bytes at least
    };

    SlowCrowd(quint16 port, int count, const Requests& requests); ///< as many of each way as of the others; back when all have tried to connect
    ~SlowCrowd();
    SlowCrowd(const SlowCrowd&) = delete;
    SlowCrowd& operator=(const SlowCrowd&) = delete;

    bool isConnected() const; ///< all of them were let in

    struct Count {
        int clients = 0, cutOff = 0;
    };
    std::array<Count, ways> end(); ///< of each way; who reads hears of it only behind what was on its way, and takes that at full speed

private:
    struct Client;
    void drip();
    void step(Client& client);
    void stop();

    std::vector<std::unique_ptr<Client>> m_clients;
    qint64 m_answerSize = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

} // namespace rapport::tool
