// SPDX-License-Identifier: Apache-2.0
// Clients that hold a connection without getting on are hung up on, and nobody else notices. Nothing here is timed: what has to end ends at last.
#include "hub/hubsupport.h"
#include "hub/rawconnection.h"

#include <QElapsedTimer>
#include <QThread>

#include <sys/socket.h>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

hub::HubConfig impatient()
{
    hub::HubConfig config;
    config.connections.headers = std::chrono::seconds(1);
    config.connections.window = std::chrono::seconds(1);
    config.connections.bytesPerSecond = 1000;
    config.connections.look = std::chrono::milliseconds(50);
    return config;
}

/// Goes on a little at a time for as long as it is let.
bool isCutOff(RawConnection& connection, const std::function<void()>& goOn)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < RawConnection::patience;) {
        goOn();
        if (connection.isHungUp(20))
            return true;
    }
    return false;
}

/// Comes again until the hub has noticed that others are gone.
bool isServedAtLast(const ServedFolder& folder)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < RawConnection::patience; QThread::msleep(20)) {
        if (folder.client().get("/formList").status == 200)
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("Who drips its headers or its body is cut off, who takes its time with all of it is not", "[hub]")
{
    ServedFolder folder(impatient());
    const QByteArray post = folder.client().submission(Visit().xml(), {{"p.jpg", QByteArray(100'000, 'x')}});
    const QByteArray start = GENERATE_COPY(QByteArray(), QByteArray("GET /formList HTTP/1.1\r\nX-Slow: "), post.left(post.indexOf("\r\n\r\n") + 4));
    RawConnection slow(folder.port());
    slow.send(start);
    CHECK(isCutOff(slow, [&] { slow.send("x"); }));
    CHECK(folder.client().get("/formList").status == 200);
    CHECK(folder.admin().submissions()->isEmpty());

    RawConnection steady(folder.port()); // longer than the window, but above the least rate
    for (qsizetype at = 0; at < post.size(); at += 4000) {
        steady.send(post.mid(at, 4000));
        QThread::msleep(60);
    }
    CHECK(steady.readUntil("</OpenRosaResponse>").startsWith("HTTP/1.1 201"));
}

namespace
{

std::atomic<int> tooSlow = 0; ///< how often the hub has said so

} // namespace

TEST_CASE("Who reads an answer drop by drop is cut off", "[hub]")
{
    ServedFolder folder(impatient());
    const QByteArray film(10 * 1024 * 1024, 'f'); // more than the system's buffers hold
    REQUIRE(folder.client().submit(Visit().xml(), {{"film.mp4", film}}).status == 201);
    const QByteArray request = folder.client().request("GET", "/v1/blobs/" + sha256Of(film));

    tooSlow = 0;
    const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
        if (text.contains(u"too slow"_s))
            ++tooSlow;
    });
    RawConnection slow(folder.port(), u"127.0.0.1"_s, 4096);
    slow.send(request);
    qint64 got = 0;
    QElapsedTimer timer;
    for (timer.start(); tooSlow == 0 && timer.elapsed() < RawConnection::patience; QThread::msleep(20)) {
        char byte = 0;
        got += ::recv(static_cast<int>(slow.socket().socketDescriptor()), &byte, 1, MSG_DONTWAIT) > 0; // past Qt, which would read all there is
    }
    qInstallMessageHandler(before);
    CHECK(tooSlow == 1);
    CHECK(slow.isHungUp());
    CHECK(got > 0);
    CHECK(got + slow.socket().readAll().size() < film.size());
    CHECK(exchange(folder.port(), request).body == film);
}

TEST_CASE("The hub's own time is not the client's", "[hub]")
{
    const auto isSlow = std::make_shared<std::atomic<bool>>(false);
    auto config = impatient();
    config.clock = [isSlow] {
        if (*isSlow)
            QThread::sleep(2); // longer than any client may take
        return QDateTime::currentDateTimeUtc();
    };
    ServedFolder folder(config);
    *isSlow = true;
    CHECK(folder.client().submit(Visit().xml()).status == 201);
    *isSlow = false;
}

TEST_CASE("One address has its share of the connections, others have theirs", "[hub]")
{
    hub::HubConfig config;
    config.connections.perAddress = 4;
    ServedFolder folder(config);
    std::vector<std::unique_ptr<RawConnection>> held;
    for (int i = 0; i < 4; ++i)
        held.push_back(std::make_unique<RawConnection>(folder.port()));
    RawConnection more(folder.port());
    CHECK(more.isHungUp());
    RawConnection other(folder.port(), u"127.0.0.2"_s);
    other.send(folder.client().request("GET", "/formList"));
    CHECK(other.readUntil("</xforms>").startsWith("HTTP/1.1 200"));
    held.pop_back();
    CHECK(isServedAtLast(folder));
}

TEST_CASE("Where the slow hold all connections, others are served when those are cut off", "[hub]")
{
    auto config = impatient();
    config.connections.all = 8;
    config.connections.headers = std::chrono::seconds(8); // a quarter of that where it is crowded
    ServedFolder folder(config);
    std::vector<std::unique_ptr<RawConnection>> held;
    for (int i = 0; i < 8; ++i) {
        held.push_back(std::make_unique<RawConnection>(folder.port()));
        held.back()->send("GET /formList HTTP/1.1\r\n");
    }
    CHECK(RawConnection(folder.port()).isHungUp());
    for (const auto& one : held)
        CHECK(one->isHungUp());
    CHECK(isServedAtLast(folder));
}
