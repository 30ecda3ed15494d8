// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/httpsocket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace rapport::tool
{

HttpSocket::HttpSocket(quint16 port, int receiveBuffer) : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int one = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (receiveBuffer > 0)
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    m_connected = ::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

HttpSocket::~HttpSocket()
{
    ::close(m_descriptor);
}

bool HttpSocket::send(const QByteArray& bytes)
{
    m_answer.clear();
    return ::send(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

QByteArray HttpSocket::receive()
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

QByteArray HttpSocket::exchange(const QByteArray& request)
{
    m_answer.clear();
    for (qsizetype at = 0; at < request.size();) {
        const auto sent = ::send(m_descriptor, request.constData() + at, static_cast<std::size_t>(request.size() - at), MSG_NOSIGNAL);
        if (sent <= 0)
            return "closed";
        at += sent;
    }
    QByteArray answer;
    while (answer.isEmpty())
        answer = receive();
    return answer;
}

} // namespace rapport::tool
