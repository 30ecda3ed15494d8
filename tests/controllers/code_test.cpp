// SPDX-License-Identifier: Apache-2.0
#include "app/capture/framesource.h"
#include "app/capture/reader.h"
#include "app/controllers/codecontroller.h"
#include "desk.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;

namespace
{

class TwoCameras : public capture::FrameSource
{
public:
    void start() override { ++started; }
    void stop() override { ++stopped; }
    void advance() override { ++advanced; }
    void shoot() override {}
    bool isLive() const override { return true; }
    bool canFlip() const override { return known; }
    void flip() override { ++flipped; }
    bool known = false; ///< what it can is known
    int started = 0, stopped = 0, advanced = 0, flipped = 0;
};

struct Scan {
    void show(const QString& format, const QString& text)
    {
        QImage picture(200, 100, QImage::Format_Grayscale8);
        picture.fill(Qt::white);
        Q_EMIT source.frame(capture::makeFrame(picture));
        const QPolygonF corners(QList<QPointF>{{50, 25}, {150, 25}, {150, 75}, {50, 75}});
        Q_EMIT reader.finished(++request, {{{format, text, corners}}, {}, 4});
    }

    TwoCameras source;
    capture::Reader reader{u"/nonexistent"_s};
    CodeController controller{reader, source, CodeController::Camera::Present, systemClock()};
    QSignalSpy read{&controller, &CodeController::read};
    quint64 request = 0;
};

} // namespace

TEST_CASE("The first code that the camera reads is the answer, whatever its format and words", "[code]")
{
    const auto code = GENERATE(values<std::pair<QString, QString>>(
        {{u"EAN13"_s, u"4006381333931"_s}, {u"DataMatrix"_s, u"PX200-24-01044"_s}, {u"QRCode"_s, u" BEGIN:VCARD\nN:Weber\nEND:VCARD "_s}}));
    Scan scan;
    scan.controller.start(12, false);
    CHECK(scan.controller.state() == CodeController::Looking);
    CHECK(scan.controller.guidance() == u"Hold the code into the frame.");
    scan.show(code.first, code.second);
    REQUIRE(scan.read.size() == 1);
    CHECK(scan.read.front()[0].toInt() == 12);
    CHECK(scan.read.front()[1].toString() == code.second.trimmed());
    CHECK(scan.controller.state() == CodeController::Idle);
    CHECK(scan.source.stopped == 1);
    CHECK(scan.source.advanced == 1);
    CHECK(scan.source.flipped == 0);
}

TEST_CASE("The camera that looks at the person is used once it is known that there are two", "[code]")
{
    Scan scan;
    scan.controller.start(12, true);
    CHECK(scan.source.flipped == 0);
    scan.source.known = true;
    Q_EMIT scan.source.abilitiesChanged();
    Q_EMIT scan.source.abilitiesChanged();
    CHECK(scan.source.flipped == 1);
}

TEST_CASE("Without a camera the page says so and that it can be typed", "[code]")
{
    Scan scan;
    scan.controller.start(12, false);
    Q_EMIT scan.source.unavailable({Error::Kind::NotFound, {}});
    CHECK(scan.controller.state() == CodeController::NoSource);
    CHECK(scan.controller.guidance() == u"There is no camera here. You can type it instead.");
    scan.controller.stop();
    Q_EMIT scan.source.unavailable({Error::Kind::NotFound, {}}); // not ours
    CHECK(scan.controller.state() == CodeController::Idle);
}
