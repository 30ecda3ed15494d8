// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/postload.h"

#include <QElapsedTimer>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <vector>

namespace rapport::tool
{

namespace
{

class Socket
{
public:
    explicit Socket(quint16 port) : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int one = 1;
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        m_connected = ::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket() { ::close(m_descriptor); }

    int descriptor() const { return m_descriptor; }
    bool isConnected() const { return m_connected; }
    bool send(const QByteArray& bytes) // some kilobytes: the socket's buffer takes them at once
    {
        m_answer.clear();
        return ::send(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    /// The whole answer, or nothing where more is to come; "closed" where nothing more will.
    QByteArray receive()
    {
        std::array<char, 4096> buffer;
        const auto size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            return "closed";
        m_answer.append(buffer.data(), size);
        const qsizetype head = m_answer.indexOf("\r\n\r\n");
        const qsizetype length = m_answer.indexOf("\r\nContent-Length: ");
        if (head < 0 || length < 0 || length > head)
            return {};
        const qsizetype from = length + 18;
        return m_answer.size() >= head + 4 + m_answer.mid(from, m_answer.indexOf('\r', from) - from).toLongLong() ? m_answer : QByteArray();
    }

private:
    int m_descriptor;
    bool m_connected = false;
    QByteArray m_answer;
};

Error broken(const QByteArray& answer)
{
    return {Error::Kind::Internal, QStringLiteral("the server answered “%1”").arg(QString::fromUtf8(answer.left(answer.indexOf('\r'))))};
}

} // namespace

Result<double> postLoad(quint16 port, int connections, std::chrono::milliseconds time, const std::function<QByteArray()>& request)
{
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<std::unique_ptr<Socket>> sockets;
    std::optional<Error> trouble;
    for (int i = 0; i < connections; ++i) {
        sockets.push_back(std::make_unique<Socket>(port));
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
            auto* socket = static_cast<Socket*>(events[static_cast<std::size_t>(i)].data.ptr);
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
