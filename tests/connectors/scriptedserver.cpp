// SPDX-License-Identifier: Apache-2.0
#include "connectors/scriptedserver.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace rapport::test
{
namespace
{

QByteArray readRequest(int fd)
{
    QByteArray raw;
    qsizetype end = -1, length = 0;
    while ((end = raw.indexOf("\r\n\r\n")) < 0 || raw.size() < end + 4 + length) {
        char buffer[8192];
        const ssize_t n = ::recv(fd, buffer, sizeof buffer, 0);
        if (n <= 0)
            return {};
        raw.append(buffer, qsizetype(n));
        const qsizetype at = raw.toLower().indexOf("content-length:");
        if (at >= 0)
            length = raw.mid(at + 15, raw.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    }
    return raw;
}

} // namespace

ScriptedServer::ScriptedServer(Answer answer) : m_answer(std::move(answer))
{
    m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_listening, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(m_listening, 16);
    ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

ScriptedServer::~ScriptedServer()
{
    m_ending = true;
    ::shutdown(m_listening, SHUT_RDWR); // accept() returns
    m_thread.join();
    ::close(m_listening);
}

int ScriptedServer::count(const QByteArray& text) const
{
    const std::lock_guard lock(m_mutex);
    return int(std::count_if(m_seen.begin(), m_seen.end(), [&](const QByteArray& request) { return request.contains(text); }));
}

void ScriptedServer::serve()
{
    while (!m_ending) {
        const int client = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const QByteArray request = readRequest(client);
        {
            const std::lock_guard lock(m_mutex);
            m_seen.push_back(request);
        }
        const QByteArray answer = m_answer(request);
        (void)::send(client, answer.constData(), size_t(answer.size()), MSG_NOSIGNAL); // whoever has gone needs no answer
        ::shutdown(client, SHUT_WR);
        char rest[64];
        while (::recv(client, rest, sizeof rest, 0) > 0) {
        }
        ::close(client);
    }
}

QByteArray ScriptedServer::ok(const QByteArray& body, const QByteArray& type)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

QByteArray ScriptedServer::status(int status, const QByteArray& body)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Scripted\r\nWWW-Authenticate: Basic realm=\"Tryton\"\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace rapport::test
