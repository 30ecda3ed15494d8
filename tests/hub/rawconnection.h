// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QTcpSocket>

#include <catch2/catch.hpp>

namespace rapport::test
{

/// One connection to a hub on 127.0.0.1, from any address of this machine, byte by byte as a test wants it.
class RawConnection
{
public:
    static constexpr int patience = 30'000; ///< ms, for what has to come at last

    /// @p receiveBuffer in bytes; 0: what the system gives.
    explicit RawConnection(quint16 port, const QString& from = QStringLiteral("127.0.0.1"), int receiveBuffer = 0)
    {
        REQUIRE(m_socket.bind(QHostAddress(from)));
        if (receiveBuffer > 0)
            m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, receiveBuffer);
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        REQUIRE(m_socket.waitForConnected(patience));
    }
    void send(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// What came in until @p end is among it, or nothing more comes.
    QByteArray readUntil(const QByteArray& end)
    {
        while (!m_received.contains(end) && m_socket.waitForReadyRead(patience))
            m_received += m_socket.readAll();
        return m_received;
    }
    /// Whether the hub hangs up, also where it has said something before.
    bool isHungUp(int milliseconds = patience)
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(milliseconds);
    }
    QTcpSocket& socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace rapport::test
