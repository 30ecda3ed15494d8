// SPDX-License-Identifier: Apache-2.0
#include "support/faultproxy.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>

#include <catch2/catch.hpp>

using rapport::test::Fault;
using rapport::test::FaultProxy;

namespace
{

/// Answers every request with "thank you" and counts them.
class Target
{
public:
    Target()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->peek(65536).contains("\r\n\r\n"))
                    return;
                socket->readAll();
                ++served;
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nthank you");
                socket->disconnectFromHost();
            });
        });
    }
    quint16 port() const { return m_server.serverPort(); }
    int served = 0;

private:
    QTcpServer m_server;
};

struct Answer {
    int status = 0;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
};

Answer get(const QUrl& url)
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->error()};
}

} // namespace

TEST_CASE("The fault proxy does to a request what it is told, and counts what came", "[support]")
{
    Target target;
    FaultProxy proxy(target.port());

    SECTION("passing on")
    {
        CHECK(get(proxy.url(QStringLiteral("/a"))).body == "thank you");
        CHECK(get(proxy.url(QStringLiteral("/b"))).body == "thank you");
        CHECK(proxy.seen() == 2);
        CHECK(proxy.seen("GET /b") == 1);
        CHECK(proxy.faulted() == 0);
    }
    SECTION("a status for the first request that matches only")
    {
        proxy.set(Fault::answerWith(503), 1, "GET /b");
        CHECK(get(proxy.url(QStringLiteral("/a"))).status == 200);
        CHECK(get(proxy.url(QStringLiteral("/b"))).status == 503);
        CHECK(get(proxy.url(QStringLiteral("/b"))).status == 200);
        CHECK(target.served == 2);
        CHECK(proxy.faulted() == 1);
    }
    SECTION("refusing, and listening again on the same port")
    {
        proxy.set(Fault::refuse());
        CHECK(get(proxy.url()).error == QNetworkReply::ConnectionRefusedError);
        proxy.pass();
        CHECK(get(proxy.url()).status == 200);
    }
    SECTION("commit then drop: the target has worked, nobody hears of it")
    {
        proxy.set(Fault::commitThenDrop());
        const Answer answer = get(proxy.url());
        CHECK(answer.error == QNetworkReply::RemoteHostClosedError);
        CHECK(target.served == proxy.seen());
        CHECK(target.served >= 1); // Qt sends a GET again by itself
    }
    SECTION("half of the body")
    {
        proxy.set(Fault::truncate());
        const Answer answer = get(proxy.url());
        CHECK(answer.body != "thank you");
        CHECK(target.served == proxy.seen());
    }
    SECTION("slowly")
    {
        proxy.set(Fault::slow(std::chrono::milliseconds(120)));
        const auto before = std::chrono::steady_clock::now();
        CHECK(get(proxy.url()).status == 200);
        CHECK(std::chrono::steady_clock::now() - before >= std::chrono::milliseconds(120));
    }
}
