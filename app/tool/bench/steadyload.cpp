// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/steadyload.h"

#include "app/tool/bench/httpsocket.h"

#include <poll.h>

#include <memory>

namespace rapport::tool
{

namespace
{

using Clock = std::chrono::steady_clock;

struct Asker {
    std::unique_ptr<HttpSocket> socket;
    Clock::time_point due, asked;
    QByteArray answer;
    bool waits = false;
};

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

Error broken(const QByteArray& answer)
{
    return {Error::Kind::Internal, QStringLiteral("the hub answered “%1”").arg(QString::fromUtf8(answer.left(answer.indexOf('\r'))))};
}

/// Until something comes, or somebody is due.
void pause(const std::vector<Asker>& askers, std::vector<pollfd>& fds, Clock::time_point end)
{
    auto next = end;
    for (std::size_t i = 0; i < askers.size(); ++i) {
        fds[i] = {askers[i].socket->descriptor(), POLLIN, 0};
        if (!askers[i].waits)
            next = std::min(next, askers[i].due);
    }
    const auto left = std::max(std::chrono::nanoseconds(next - Clock::now()), std::chrono::nanoseconds(0));
    const timespec until{static_cast<time_t>(left.count() / 1'000'000'000), static_cast<long>(left.count() % 1'000'000'000)};
    ::ppoll(fds.data(), fds.size(), &until, nullptr);
}

} // namespace

Result<std::vector<double>> steadyLoad(quint16 port, int connections, std::chrono::milliseconds every, std::chrono::milliseconds time,
                                       const std::function<QByteArray(int connection, const QByteArray& answer)>& request)
{
    std::vector<Asker> askers(static_cast<std::size_t>(connections));
    const auto start = Clock::now(), end = start + time;
    for (std::size_t i = 0; i < askers.size(); ++i) {
        askers[i].socket = std::make_unique<HttpSocket>(port);
        askers[i].due = start + every * i / askers.size(); // one after the other, not all at once
        if (!askers[i].socket->isConnected())
            return broken("no connection");
    }
    std::vector<pollfd> fds(askers.size());
    std::vector<double> took;
    while (Clock::now() < end) {
        pause(askers, fds, end);
        for (std::size_t i = 0; i < askers.size(); ++i) {
            Asker& one = askers[i];
            const bool wasFree = !one.waits;
            if (one.waits && fds[i].revents) {
                const QByteArray answer = one.socket->receive();
                if (answer.isEmpty())
                    continue;
                if (!answer.startsWith("HTTP/1.1 2"))
                    return broken(answer);
                took.push_back(milliseconds(Clock::now() - one.asked));
                one.answer = answer;
                one.waits = false;
            }
            if (const auto now = Clock::now(); !one.waits && one.due <= now) {
                one.asked = wasFree ? now : one.due; // who was kept waiting by the last answer waits since it was due
                one.due += every;
                one.waits = true;
                if (!one.socket->send(request(static_cast<int>(i), one.answer)))
                    return broken("closed");
            }
        }
    }
    return took;
}

} // namespace rapport::tool
