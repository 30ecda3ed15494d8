// SPDX-License-Identifier: Apache-2.0
#include "app/capture/finder.h"
#include "support/badgemaker/badge.h"
#include "support/givencamera.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <catch2/catch.hpp>

using namespace rapport;
using capture::Code;
using capture::Finder;
using test::Badge;
using Camera = test::GivenCamera;

namespace
{

/// A finder at a camera, with the real worker behind it and a clock that stands.
struct Scene {
    Scene()
    {
        QObject::connect(&finder, &Finder::found, &camera, [this](const Code& code, const QImage&, int times) {
            text = code.text;
            outline = code.points;
            count = times;
        });
        finder.look(camera);
    }

    void show(const QImage& picture) { Q_EMIT camera.frame(capture::makeFrame(picture)); }

    /// Shows @p picture again and again, as a camera does, until @p done.
    template <typename Done>
    bool showUntil(const QImage& picture, Done done)
    {
        QEventLoop loop;
        const auto answered = [&] {
            if (!done())
                show(picture);
            else
                loop.quit();
        };
        QObject context;
        QObject::connect(&reader, &capture::Reader::finished, &context, answered, Qt::QueuedConnection);
        const QDeadlineTimer deadline(20'000);
        show(picture);
        while (!done() && !deadline.hasExpired())
            loop.processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
        return done();
    }
    bool finds(const QImage& picture)
    {
        text.clear();
        return showUntil(picture, [this] { return !text.isEmpty(); });
    }

    QDateTime now = QDateTime::fromString(QStringLiteral("2027-11-10T09:12:00Z"), Qt::ISODate);
    capture::Reader reader{QStringLiteral(RAPPORT_BIN "/rapport-worker")};
    Camera camera;
    Finder finder{reader, [this] { return now; }};
    QString text;
    QPolygonF outline;
    int count = 0;
};

QImage badge(const QString& payload, Badge::Format format = Badge::Format::QrCode)
{
    Badge drawn;
    drawn.format = format;
    drawn.payload = payload;
    drawn.name = drawn.firm = drawn.event = drawn.place = QString();
    return draw(drawn).convertToFormat(QImage::Format_Grayscale8);
}

QImage plain(int grey)
{
    QImage picture(1280, 720, QImage::Format_Grayscale8);
    picture.fill(grey);
    return picture;
}

} // namespace

TEST_CASE("While one picture is read, only the newest of those that come is kept", "[capture]")
{
    Scene scene;
    scene.show(plain(120));
    scene.show(badge(QStringLiteral("KE27-000001")));
    scene.show(badge(QStringLiteral("KE27-000002")));
    CHECK(scene.finds(badge(QStringLiteral("KE27-000003"))));
    CHECK(scene.text == QStringLiteral("KE27-000003"));
    CHECK(scene.camera.stopped == 1); // what was found stays in view
    CHECK(QRectF(0, 0, 1, 1).contains(scene.outline.boundingRect()));
}

TEST_CASE("The same code counts once in two seconds, and again later", "[capture]")
{
    Scene scene;
    const QImage picture = badge(QStringLiteral("KE27-004512"));
    REQUIRE(scene.finds(picture));
    CHECK(scene.count == 1);

    scene.text.clear();
    scene.finder.look(scene.camera);
    scene.now = scene.now.addMSecs(1900);
    int answers = 0;
    QObject::connect(&scene.reader, &capture::Reader::finished, &scene.camera, [&] { ++answers; });
    REQUIRE(scene.showUntil(picture, [&] { return answers == 3; }));
    CHECK(scene.text.isEmpty());
    scene.now = scene.now.addMSecs(200);
    REQUIRE(scene.finds(picture));
    CHECK(scene.count == 2);

    scene.finder.look(scene.camera);
    REQUIRE(scene.finds(badge(QStringLiteral("KE27-004513"))));
    CHECK(scene.count == 1);
}

TEST_CASE("A linear code is found, too", "[capture]")
{
    Scene scene;
    REQUIRE(scene.finds(badge(QStringLiteral("KE27004512"), Badge::Format::Code128)));
    CHECK(scene.text == QStringLiteral("KE27004512"));
}

TEST_CASE("What would help is said: light, a steady hand, a shorter way", "[capture]")
{
    Scene scene;
    const auto hints = [&](Finder::Hint hint) { return [&scene, hint] { return scene.finder.hint() == hint; }; };
    SECTION("light")
    {
        CHECK(scene.showUntil(plain(20), hints(Finder::Hint::TooDark)));
        scene.now = scene.now.addMSecs(100);
        int answers = 0;
        QObject::connect(&scene.reader, &capture::Reader::finished, &scene.camera, [&] { ++answers; });
        REQUIRE(scene.showUntil(plain(120), [&] { return answers == 3; }));
        CHECK(scene.finder.hint() == Finder::Hint::TooDark); // a line that flickers cannot be read
        scene.now = scene.now.addMSecs(1000);
        CHECK(scene.showUntil(plain(120), hints(Finder::Hint::None)));
    }
    SECTION("a steady hand")
    {
        capture::Frame frame = capture::makeFrame(plain(120));
        frame.glance = capture::glanceAt(frame.luma, capture::glanceAt(plain(160), {}));
        CHECK(frame.glance.motion == Approx(40));
        bool told = false;
        QObject::connect(&scene.finder, &Finder::hintChanged, &scene.camera, [&] { told = true; });
        Q_EMIT scene.camera.frame(frame);
        QEventLoop loop;
        QObject::connect(&scene.reader, &capture::Reader::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        loop.exec();
        CHECK(told);
        CHECK(scene.finder.hint() == Finder::Hint::HoldStill);
    }
    SECTION("a shorter way")
    {
        QImage far = plain(120);
        const QImage code =
            badge(QString(300, QLatin1Char('A'))).copy(280, 480, 370, 360).scaled(60, 60, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        for (int y = 0; y < code.height(); ++y)
            std::copy_n(code.constScanLine(y), code.width(), far.scanLine(300 + y) + 600);
        CHECK(scene.showUntil(far, hints(Finder::Hint::Closer)));
    }
}

TEST_CASE("Once stopped, nothing is found or shown", "[capture]")
{
    Scene scene;
    scene.show(badge(QStringLiteral("KE27-000001")));
    scene.finder.stop();
    bool shown = false;
    QObject::connect(&scene.finder, &Finder::shown, &scene.camera, [&] { shown = true; });
    scene.show(badge(QStringLiteral("KE27-000002")));
    scene.finder.look(scene.camera);
    REQUIRE(scene.finds(badge(QStringLiteral("KE27-000003"))));
    CHECK(scene.text == QStringLiteral("KE27-000003"));
    CHECK(shown); // after look() only: the picture in between was not taken, or its code would have been found
}

namespace
{

/// Two badges that somebody holds up together: the picture as it is, and again to its left, smaller.
QImage together(const QImage& right, const QImage& left)
{
    QImage picture = plain(90).scaled(1920, 960);
    const QImage small = left.scaled(640, 480, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (int y = 0; y < small.height(); ++y)
        std::copy_n(small.constScanLine(y), small.width(), picture.scanLine(300 + y));
    for (int y = 0; y < right.height(); ++y)
        std::copy_n(right.constScanLine(y), right.width(), picture.scanLine(y) + 640);
    return picture;
}

} // namespace

TEST_CASE("Of several codes in view it is asked which one is meant, the middle one taken, or each", "[capture]")
{
    Scene scene;
    const QImage two = together(badge(QStringLiteral("KE27-000002")), badge(QStringLiteral("KE27-000001")));
    std::vector<Code> asked, seen;
    QObject::connect(&scene.finder, &Finder::several, &scene.camera, [&](const std::vector<Code>& codes, const QImage&) { asked = codes; });
    QObject::connect(&scene.finder, &Finder::seen, &scene.camera, [&](const std::vector<Code>& codes, const QImage&) {
        if (codes.size() > 1)
            seen = codes;
    });
    const auto texts = [](const std::vector<Code>& codes) {
        QStringList all;
        for (const Code& code : codes)
            all.append(code.text);
        return all;
    };
    const QStringList both{QStringLiteral("KE27-000001"), QStringLiteral("KE27-000002")};
    SECTION("asked")
    {
        scene.finder.look(scene.camera, Finder::Take::AskWhich);
        const int stopped = scene.camera.stopped;
        REQUIRE(scene.showUntil(two, [&] { return !asked.empty(); }));
        CHECK(texts(asked) == both); // from left to right
        CHECK(asked[0].points.boundingRect().right() < asked[1].points.boundingRect().left());
        CHECK(QRectF(0, 0, 1, 1).contains(asked[1].points.boundingRect()));
        CHECK(scene.camera.stopped == stopped + 1);
        CHECK(scene.text.isEmpty());
    }
    SECTION("there is but one")
    {
        scene.finder.look(scene.camera, Finder::Take::AskWhich);
        REQUIRE(scene.finds(badge(QStringLiteral("KE27-000003"))));
        CHECK(asked.empty());
    }
    SECTION("the middle one")
    {
        REQUIRE(scene.finds(two));
        CHECK(scene.text == both.back());
        CHECK(asked.empty());
    }
    SECTION("each, and the finder goes on")
    {
        scene.finder.look(scene.camera, Finder::Take::All);
        const int stopped = scene.camera.stopped;
        REQUIRE(scene.showUntil(two, [&] { return !seen.empty(); }));
        CHECK(texts(seen) == both);
        seen.clear();
        REQUIRE(scene.showUntil(two, [&] { return !seen.empty(); }));
        CHECK(scene.camera.stopped == stopped);
        CHECK(scene.text.isEmpty());
    }
}
