// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace rapport::tool
{

/// One connection to 127.0.0.1 over which a bench asks, one request after the other.
class HttpSocket
{
public:
    explicit HttpSocket(quint16 port, int receiveBuffer = 0); ///< in bytes; 0: what the system gives
    HttpSocket(const HttpSocket&) = delete;
    HttpSocket& operator=(const HttpSocket&) = delete;
    ~HttpSocket();

    int descriptor() const { return m_descriptor; }
    bool isConnected() const { return m_connected; }
    bool send(const QByteArray& bytes); ///< some kilobytes: the socket's buffer takes them at once
    /// The whole answer, or nothing where more is to come; "closed" where nothing more will.
    QByteArray receive();
    QByteArray exchange(const QByteArray& request); ///< of any size; blocks until its answer is whole

private:
    int m_descriptor;
    bool m_connected = false;
    QByteArray m_answer;
};

} // namespace rapport::tool
