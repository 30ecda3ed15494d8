// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/postload.h"

#include "app/tool/bench/httpsocket.h"

#include <QElapsedTimer>

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <vector>

namespace rapport::tool
{

namespace
{

Error broken(const QByteArray& answer)
{
    return {Error::Kind::Internal, QStringLiteral("the server answered “%1”").arg(QString::fromUtf8(answer.left(answer.indexOf('\r'))))};
}

} // namespace

Result<double> postLoad(quint16 port, int connections, std::chrono::milliseconds time, const std::function<QByteArray()>& request)
{
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<std::unique_ptr<HttpSocket>> sockets;
    std::optional<Error> trouble;
    for (int i = 0; i < connections; ++i) {
        sockets.push_back(std::make_unique<HttpSocket>(port));
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = sockets.back().get();
        ::epoll_ctl(poll, EPOLL_CTL_ADD, sockets.back()->descriptor(), &event);
        if (!sockets.back()->isConnected() || !sockets.back()->send(request()))
            trouble = broken("no connection");
    }
    QElapsedTimer timer;
    timer.start();
    qint64 answered = 0;
    std::array<epoll_event, 64> events;
    while (!trouble && timer.elapsed() < time.count()) {
        const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 100);
        for (int i = 0; i < count && !trouble; ++i) {
            auto* socket = static_cast<HttpSocket*>(events[static_cast<std::size_t>(i)].data.ptr);
            const QByteArray answer = socket->receive();
            if (answer.isEmpty())
                continue;
            if (!answer.startsWith("HTTP/1.1 201") || !socket->send(request()))
                trouble = broken(answer);
            ++answered;
        }
    }
    ::close(poll);
    if (trouble)
        return *trouble;
    return static_cast<double>(answered) * 1000.0 / static_cast<double>(timer.elapsed());
}

} // namespace rapport::tool
