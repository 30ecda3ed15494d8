// SPDX-License-Identifier: Apache-2.0
#include "app/capture/finder.h"
#include "capture/video.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>
#include <QVideoFrame>
#include <QVideoFrameFormat>

#include <catch2/catch.hpp>

#include <utility>

using namespace rapport;
using Pixels = QVideoFrameFormat;

namespace
{

const QString badge = QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges/1-celik.png");

/// Waits until @p loop is quit, at most 20 s.
void wait(QEventLoop& loop)
{
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A mapped frame of 64 × 48 whose luma is 81 and whose colour is red, as BT.601 has it.
QVideoFrame redFrame(Pixels::PixelFormat format)
{
    QVideoFrame frame(Pixels(QSize(64, 48), format));
    REQUIRE(frame.map(QVideoFrame::WriteOnly));
    const auto fill = [&](int plane, std::initializer_list<uchar> bytes) {
        for (int i = 0; i < frame.mappedBytes(plane); ++i)
            frame.bits(plane)[i] = bytes.begin()[static_cast<std::size_t>(i) % bytes.size()];
    };
    if (format == Pixels::Format_YUYV) {
        fill(0, {81, 90, 81, 240});
    } else if (format == Pixels::Format_UYVY) {
        fill(0, {90, 81, 240, 81});
    } else if (format == Pixels::Format_BGRX8888) {
        fill(0, {0, 0, 255, 255});
    } else {
        fill(0, {81});
        if (format == Pixels::Format_NV12) {
            fill(1, {90, 240});
        } else if (format == Pixels::Format_NV21) {
            fill(1, {240, 90});
        } else {
            fill(1, {static_cast<uchar>(format == Pixels::Format_YV12 ? 240 : 90)});
            fill(2, {static_cast<uchar>(format == Pixels::Format_YV12 ? 90 : 240)});
        }
    }
    frame.unmap();
    return frame;
}

} // namespace

TEST_CASE("A badge in a video is read within a second of its first picture, at more than 10 pictures a second", "[capture]")
{
    QTemporaryDir dir;
    const QString video = dir.filePath(QStringLiteral("badge.mp4"));
    if (!test::makeVideo(badge, video, 3)) {
        WARN("skipped: there is no ffmpeg to make a video with");
        return;
    }
    capture::Reader reader(QStringLiteral(RAPPORT_BIN "/rapport-worker"));
    const auto source = capture::makeFileSource(video);
    REQUIRE(source->isLive());

    capture::Finder finder(reader, systemClock());
    QElapsedTimer since;
    qint64 foundAfter = -1;
    QString text;
    QSize shown;
    QEventLoop found;
    QObject::connect(&finder, &capture::Finder::shown, &found, [&](const QImage& picture) {
        shown = picture.size();
        if (!since.isValid())
            since.start();
    });
    QObject::connect(&finder, &capture::Finder::found, &found, [&](const capture::Code& code) {
        foundAfter = since.elapsed();
        text = code.text;
        found.quit();
    });
    finder.look(*source);
    wait(found);
    REQUIRE(foundAfter >= 0);
    CHECK(foundAfter <= 1000);
    CHECK(shown == QSize(960, 540));
    CHECK(capture::draftFromCode({QString(), text, {}}).contact.familyName == QStringLiteral("Çelik"));

    // The video again, each picture read as the last one is done.
    int read = 0;
    bool busy = false;
    QElapsedTimer watch;
    QEventLoop enough;
    QObject::connect(source.get(), &capture::FrameSource::frame, &enough, [&](const capture::Frame& frame) {
        if (!watch.isValid())
            watch.start();
        if (!std::exchange(busy, true))
            reader.read(frame.luma, capture::Effort::Quick);
    });
    QObject::connect(&reader, &capture::Reader::finished, &enough, [&] {
        busy = false;
        if (++read == 45)
            enough.quit();
    });
    source->start();
    wait(enough);
    const double perSecond = 1000.0 * read / static_cast<double>(watch.elapsed());
    WARN("first picture to code " << foundAfter << " ms; " << perSecond << " pictures a second of a video of 30");
    CHECK(perSecond > 10);
    source->stop();
}

TEST_CASE("A stopped video shows nothing more and goes on where it was started again", "[capture]")
{
    QTemporaryDir dir;
    const QString video = dir.filePath(QStringLiteral("badge.mp4"));
    if (!test::makeVideo(badge, video, 1)) {
        WARN("skipped: there is no ffmpeg to make a video with");
        return;
    }
    const auto source = capture::makeFileSource(video);
    int frames = 0;
    QEventLoop loop;
    QObject::connect(source.get(), &capture::FrameSource::frame, &loop, [&] {
        if (++frames == 5 || frames == 50)
            loop.quit();
    });
    source->start();
    wait(loop);
    source->stop();
    CHECK(frames == 5);
    QTimer::singleShot(300, &loop, &QEventLoop::quit);
    loop.exec();
    CHECK(frames == 5);
    source->start(); // 30 pictures long: round and round
    wait(loop);
    CHECK(frames == 50);
}

TEST_CASE("What is no video says so", "[capture]")
{
    QTemporaryDir dir;
    QFile torn(dir.filePath(QStringLiteral("torn.mp4")));
    REQUIRE(torn.open(QIODevice::WriteOnly));
    torn.write(QByteArray("\0\0\0\x18"
                          "ftypmp42\0\0\0\0mp42isom",
                          24) +
               QByteArray(200, 'x'));
    torn.close();
    const auto source = capture::makeFileSource(torn.fileName());
    REQUIRE(source->isLive());
    std::optional<Error> said;
    QEventLoop loop;
    QObject::connect(source.get(), &capture::FrameSource::unavailable, &loop, [&](const Error& error) {
        said = error;
        loop.quit();
    });
    source->start();
    if (!said)
        wait(loop);
    REQUIRE(said);
    CHECK(said->kind == Error::Kind::Invalid);
}

TEST_CASE("Where there is no camera, the camera says so each time", "[capture]")
{
    if (capture::cameraPresent()) {
        WARN("skipped: this machine has a camera");
        return;
    }
    const auto source = capture::makeCameraSource();
    int said = 0;
    QObject::connect(source.get(), &capture::FrameSource::unavailable, [&](const Error& error) {
        CHECK(error.kind == Error::Kind::NotFound);
        ++said;
    });
    source->start();
    source->start();
    CHECK(said == 2);
    CHECK_FALSE(source->hasTorch());
    CHECK_FALSE(source->canFlip());
    source->stop();
}

TEST_CASE("Of a video frame the luma is read as it is, and the picture has its colour", "[capture]")
{
    const auto format = GENERATE(Pixels::Format_YUV420P, Pixels::Format_YV12, Pixels::Format_NV12, Pixels::Format_NV21, Pixels::Format_YUYV,
                                 Pixels::Format_UYVY, Pixels::Format_BGRX8888);
    INFO("pixel format " << format);
    QVideoFrame video = redFrame(format);
    const capture::Frame frame = capture::makeFrame(video, {});
    REQUIRE(frame.luma.size() == QSize(64, 48));
    CHECK(frame.luma.format() == QImage::Format_Grayscale8);
    const int light = format == Pixels::Format_BGRX8888 ? 127 : 81; // RGB is turned into grey as the eye has it
    CHECK(std::abs(frame.luma.constScanLine(20)[30] - light) < 6);
    CHECK(frame.glance.brightness == Approx(light).margin(6));
    const QColor colour = frame.picture.pixelColor(10, 10);
    CHECK(colour.red() > 220);
    CHECK(colour.green() < 30);
    CHECK(colour.blue() < 30);
    if (format == Pixels::Format_YUV420P || format == Pixels::Format_NV12) {
        REQUIRE(video.map(QVideoFrame::ReadOnly));
        CHECK(frame.luma.constBits() == std::as_const(video).bits(0)); // no copy
        CHECK(frame.picture.size() == QSize(32, 24));
        video.unmap();
    }
}
