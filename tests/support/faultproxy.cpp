// SPDX-License-Identifier: Apache-2.0
#include "support/faultproxy.h"

#include <QRegularExpression>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

namespace rapport::test
{
namespace
{

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A listening socket on @p port (0: any free one); -1 where that fails.
int listenOn(quint16 port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const sockaddr_in address = loopback(port);
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 && ::listen(fd, 64) == 0)
        return fd;
    ::close(fd);
    return -1;
}

bool sendAll(int fd, const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n = ::send(fd, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

/// As a hub that lies about how much there is: it looks like ours and never ends by itself.
void sendWithoutEnd(int fd)
{
    const QByteArray chunk(64 * 1024, '[');
    bool wanted = sendAll(fd, "HTTP/1.1 200 OK\r\nX-OpenRosa-Version: 1.0\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n");
    while (wanted)
        wanted = sendAll(fd, chunk);
}

/// Appends what comes next; false at the end of the stream.
bool receiveMore(int fd, QByteArray& into)
{
    char buffer[16384];
    const ssize_t n = ::recv(fd, buffer, sizeof buffer, 0);
    if (n <= 0)
        return false;
    into.append(buffer, qsizetype(n));
    return true;
}

struct Message {
    QByteArray head; ///< start line and header lines, each with its CRLF, without the empty line
    QByteArray body; ///< as on the wire (chunks stay chunks)
    QByteArray bytes() const { return head + "\r\n" + body; }
};

QByteArray header(const QByteArray& head, const QByteArray& name)
{
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

/// @p head with Connection: close, so that the end of the stream ends the answer.
QByteArray forOneRequest(const QByteArray& head)
{
    QByteArray out;
    for (const QByteArray& line : head.split('\n')) {
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        if (!line.trimmed().isEmpty() && name != "connection" && name != "expect")
            out += line + '\n';
    }
    return out + "Connection: close\r\n";
}

std::optional<Message> readRequest(int fd)
{
    QByteArray raw;
    qsizetype end = -1;
    while ((end = raw.indexOf("\r\n\r\n")) < 0) {
        if (!receiveMore(fd, raw))
            return std::nullopt;
    }
    Message message{raw.left(end + 2), raw.mid(end + 4)};
    if (header(message.head, "expect").toLower() == "100-continue")
        sendAll(fd, "HTTP/1.1 100 Continue\r\n\r\n");
    const bool chunked = header(message.head, "transfer-encoding").toLower() == "chunked";
    const qsizetype length = header(message.head, "content-length").toLongLong();
    while (chunked ? !message.body.endsWith("0\r\n\r\n") : message.body.size() < length) {
        if (!receiveMore(fd, message.body))
            return std::nullopt;
    }
    return message;
}

QByteArray page(int status)
{
    const QByteArray body = "<html><body><h1>" + QByteArray::number(status) + "</h1></body></html>";
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Fault\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray withHalfTheBody(const QByteArray& answer)
{
    const qsizetype body = answer.indexOf("\r\n\r\n") + 4;
    return answer.left(body + (answer.size() - body) / 2);
}

/// The same answer with a hundred bytes more in its Content-Length.
QByteArray withAnotherLength(const QByteArray& answer)
{
    static const QRegularExpression length(QStringLiteral("(\\r\\nContent-Length: *)([0-9]+)"), QRegularExpression::CaseInsensitiveOption);
    const auto match = length.match(QString::fromLatin1(answer.left(answer.indexOf("\r\n\r\n") + 2)));
    QByteArray wrong = answer;
    if (match.hasMatch())
        wrong.replace(match.capturedStart(2), match.capturedLength(2), QByteArray::number(match.captured(2).toLongLong() + 100));
    return wrong;
}

} // namespace

class FaultProxy::Listener
{
public:
    explicit Listener(quint16 target) : m_target(target), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
        m_listening = listenOn(0);
        sockaddr_in address{};
        socklen_t size = sizeof address;
        ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        m_accepting = std::thread([this] { accept(); });
    }

    ~Listener()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
            for (const int fd : m_open)
                ::shutdown(fd, SHUT_RDWR);
        }
        m_changed.notify_all();
        wake();
        m_accepting.join();
        for (std::thread& connection : m_connections)
            connection.join();
        ::close(m_wake);
    }

    void set(Fault fault, int times, const QByteArray& text)
    {
        std::unique_lock lock(m_mutex);
        m_fault = fault;
        m_times = times;
        m_text = text;
        wake();
        m_changed.wait(lock, [this] { return (m_listening < 0) == (m_fault.kind == Fault::Kind::Refuse); });
    }

    void setTarget(quint16 target)
    {
        const std::lock_guard lock(m_mutex);
        m_target = target;
    }

    int seen(const QByteArray& text) const
    {
        const std::lock_guard lock(m_mutex);
        return int(std::count_if(m_seen.begin(), m_seen.end(), [&](const QByteArray& request) { return request.contains(text); }));
    }

    int faulted() const
    {
        const std::lock_guard lock(m_mutex);
        return m_faulted;
    }

    void forget()
    {
        const std::lock_guard lock(m_mutex);
        m_seen.clear();
        m_faulted = 0;
    }

    quint16 port = 0;

private:
    void wake()
    {
        const uint64_t one = 1;
        (void)!::write(m_wake, &one, sizeof one); // a full counter wakes as well
    }

    /// Only this thread opens and closes the listening socket.
    void accept()
    {
        for (;;) {
            pollfd fds[2] = {{m_wake, POLLIN, 0}, {m_listening, POLLIN, 0}}; // poll ignores a negative one
            ::poll(fds, 2, -1);
            const std::lock_guard lock(m_mutex);
            uint64_t count = 0;
            (void)!::read(m_wake, &count, sizeof count); // nothing to read is fine
            const bool refuse = m_ending || m_fault.kind == Fault::Kind::Refuse;
            if (refuse && m_listening >= 0) {
                ::close(m_listening);
                m_listening = -1;
            } else if (!refuse && m_listening < 0) {
                m_listening = listenOn(port);
            }
            m_changed.notify_all();
            if (m_ending)
                return;
            if (m_listening < 0 || !(fds[1].revents & POLLIN))
                continue;
            const int client = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
            if (client >= 0) {
                m_open.insert(client);
                m_connections.emplace_back([this, client] { serve(client); });
            }
        }
    }

    void serve(int client)
    {
        if (const auto request = readRequest(client)) {
            const Fault fault = judge(*request);
            const QByteArray answer = fault.kind == Fault::Kind::Status ? page(fault.status) : exchange(*request, fault.delay);
            if (fault.kind == Fault::Kind::Truncate)
                sendAll(client, withHalfTheBody(answer));
            else if (fault.kind == Fault::Kind::WrongLength)
                sendAll(client, withAnotherLength(answer));
            else if (fault.kind == Fault::Kind::WholeBut)
                sendAll(client,
                        "HTTP/1.1 200 OK\r\nX-OpenRosa-Version: 1.0\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
                            QByteArray::number(fault.body.size()) + "\r\n\r\n" + fault.body);
            else if (fault.kind == Fault::Kind::Endless)
                sendWithoutEnd(client);
            else if (fault.kind != Fault::Kind::CommitThenDrop)
                sendAll(client, answer);
        }
        close(client);
    }

    /// Counts the request and tells what is to become of it.
    Fault judge(const Message& request)
    {
        const std::lock_guard lock(m_mutex);
        m_seen.push_back(request.head.left(request.head.indexOf('\r')) + '\n' + request.body);
        if (m_fault.kind == Fault::Kind::Pass || m_times == 0 || !m_seen.back().contains(m_text))
            return {};
        if (m_times > 0)
            --m_times;
        ++m_faulted;
        return m_fault;
    }

    /// What the target answers, up to the end of the stream.
    QByteArray exchange(const Message& request, std::chrono::milliseconds delay)
    {
        int target = -1;
        {
            std::unique_lock lock(m_mutex);
            if (m_changed.wait_for(lock, delay, [this] { return m_ending; }))
                return {};
            target = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            m_open.insert(target);
        }
        const sockaddr_in address = loopback(m_target);
        QByteArray answer;
        if (::connect(target, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
            sendAll(target, Message{forOneRequest(request.head), request.body}.bytes())) {
            while (receiveMore(target, answer)) {
            }
        }
        close(target);
        return answer;
    }

    void close(int fd)
    {
        const std::lock_guard lock(m_mutex);
        m_open.erase(fd);
        ::close(fd);
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::atomic<quint16> m_target;
    int m_wake = -1, m_listening = -1;
    bool m_ending = false;
    Fault m_fault;
    int m_times = -1, m_faulted = 0;
    QByteArray m_text;
    std::vector<QByteArray> m_seen;
    std::set<int> m_open;
    std::vector<std::thread> m_connections;
    std::thread m_accepting;
};

FaultProxy::FaultProxy(quint16 targetPort) : m_listener(std::make_unique<Listener>(targetPort)) {}
FaultProxy::~FaultProxy() = default;

quint16 FaultProxy::port() const
{
    return m_listener->port;
}

QUrl FaultProxy::url(const QString& path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path));
}

void FaultProxy::setTarget(quint16 port)
{
    m_listener->setTarget(port);
}

void FaultProxy::set(Fault fault, int times, const QByteArray& text)
{
    m_listener->set(fault, times, text);
}

int FaultProxy::seen(const QByteArray& text) const
{
    return m_listener->seen(text);
}

int FaultProxy::faulted() const
{
    return m_listener->faulted();
}

void FaultProxy::forget()
{
    m_listener->forget();
}

} // namespace rapport::test
