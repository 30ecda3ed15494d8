// SPDX-License-Identifier: Apache-2.0
#include "app/capture/reader.h"
#include "app/tool/bench/drawncode.h"

#include <QEventLoop>
#include <QTimer>

#include <catch2/catch.hpp>

#include <optional>

using namespace rapport;
using capture::Effort;
using capture::Kinds;
using tool::printed;
using tool::seen;
using tool::Sight;

namespace
{

capture::ReadResult read(capture::Reader& reader, const QImage& picture, Effort effort = Effort::Thorough, Kinds kinds = Kinds::All)
{
    std::optional<capture::ReadResult> answer;
    QEventLoop loop;
    QObject context;
    QObject::connect(&reader, &capture::Reader::finished, &context, [&](quint64, const capture::ReadResult& result) {
        answer = result;
        loop.quit();
    });
    QObject::connect(&reader, &capture::Reader::failed, &loop, &QEventLoop::quit);
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    reader.read(picture, effort, kinds);
    loop.exec();
    REQUIRE(answer);
    return *answer;
}

capture::ReadResult read(const QImage& picture, Effort effort = Effort::Thorough, Kinds kinds = Kinds::All)
{
    capture::Reader reader(QStringLiteral(RAPPORT_BIN "/rapport-worker"));
    return read(reader, picture, effort, kinds);
}

const QString card = QStringLiteral("MECARD:N:Novotný,Pavel;ORG:Mrazírny;TEL:+420387555302;EMAIL:pavel@mrazirny.example;;");

} // namespace

TEST_CASE("Each kind of code is read as a camera sees it", "[capture]")
{
    struct Row {
        const char* format;
        QString text;
        Sight sight;
    };
    const auto row = GENERATE(values<Row>({
        {"QRCode", card, {.module = 5}},
        {"QRCode", card, {.module = 2.6, .degrees = 17, .blur = 0.7}},
        {"QRCode", card, {.module = 4, .degrees = 200, .aside = 0.3, .blur = 0.9}},
        {"QRCode", card, {.module = 4, .ink = 12, .paper = 45}},
        {"QRCode", card, {.module = 4, .degrees = -8, .inverted = true}},
        {"QRCode", card, {.module = 5, .glare = 0.5}},
        {"QRCode", card, {.module = 12, .blur = 3}},
        {"DataMatrix", card, {.module = 4, .degrees = 30}},
        {"DataMatrix", card, {.module = 3.2, .degrees = 5, .aside = 0.15, .blur = 0.6}},
        {"Aztec", card, {.module = 4, .degrees = 12, .blur = 0.6}},
        {"PDF417", card, {.module = 3, .degrees = 6, .blur = 0.5}},
        {"MicroQRCode", QStringLiteral("STAND 7"), {.module = 8, .degrees = 10}},
        {"Code128", QStringLiteral("KE27-004512"), {.module = 3, .degrees = 3}},
        {"Code128", QStringLiteral("KE27-004512"), {.module = 2.4, .degrees = 95, .blur = 0.7}},
        {"Code128", QStringLiteral("KE27-004512"), {.module = 3, .degrees = 40, .ink = 15, .paper = 60}},
        {"Code128", QStringLiteral("KE27-004512"), {.module = 3, .inverted = true}},
        {"Code39", QStringLiteral("KE27-004512"), {.module = 3, .degrees = -4, .blur = 0.6}},
        {"Code93", QStringLiteral("KE27-004512"), {.module = 3, .degrees = 4}},
        {"Codabar", QStringLiteral("A40156B"), {.module = 4, .degrees = 4}},
        {"ITF", QStringLiteral("30712345000010"), {.module = 3, .degrees = 4}},
        {"EAN-13", QStringLiteral("9501101530003"), {.module = 3, .degrees = 4}},
        {"EAN-8", QStringLiteral("95012346"), {.module = 3}},
        {"UPC-A", QStringLiteral("036000291452"), {.module = 3}},
        {"DataBar", QStringLiteral("09501101530003"), {.module = 4, .degrees = 3}},
    }));
    INFO(row.format << ", module " << row.sight.module << ", turned " << row.sight.degrees << ", blur " << row.sight.blur);
    const auto result = read(seen(printed(QString::fromLatin1(row.format), row.text), row.sight));
    REQUIRE(result.codes.size() == 1);
    CHECK(result.codes.front().text == row.text);
    CHECK(result.codes.front().format == QLatin1String(row.format));
    CHECK(result.codes.front().certain);
    REQUIRE(result.codes.front().points.size() == 4);
    CHECK(QRectF(0, 0, 1280, 720).contains(result.codes.front().points.boundingRect()));
}

TEST_CASE("On a badge an EAN does not count, and neither does a DataBar", "[capture]")
{
    const auto [format, text] = GENERATE(values<std::pair<const char*, QString>>(
        {{"EAN-13", QStringLiteral("9501101530003")}, {"UPC-A", QStringLiteral("036000291452")}, {"DataBar", QStringLiteral("09501101530003")}}));
    const QImage bottle = seen(printed(QString::fromLatin1(format), text), {.module = 3});
    CHECK(read(bottle, Effort::Thorough, Kinds::Badges).codes.empty());
    CHECK(read(bottle).codes.size() == 1);
    CHECK(
        read(seen(printed(QStringLiteral("Code128"), QStringLiteral("KE27-004512")), {.module = 3}), Effort::Thorough, Kinds::Badges).codes.size() ==
        1);
}

TEST_CASE("A quick look reads a plain code and sees none where there is none", "[capture]")
{
    CHECK(read(seen(printed(QStringLiteral("QRCode"), card), {.module = 5, .degrees = 5}), Effort::Quick).codes.size() == 1);
    QImage bars(1280, 720, QImage::Format_Grayscale8); // a fence: bars of one width say nothing
    for (int y = 0; y < bars.height(); ++y) {
        for (int x = 0; x < bars.width(); ++x)
            bars.scanLine(y)[x] = x / 6 % 2 ? 30 : 220;
    }
    CHECK(read(bars, Effort::Quick).codes.empty());
    CHECK(read(bars).codes.empty());
}

TEST_CASE("Looking for a DataBar costs no worker", "[capture]")
{
    capture::Reader reader(QStringLiteral(RAPPORT_BIN "/rapport-worker"));
    read(reader, seen(printed(QStringLiteral("DataBar"), {}), {.module = 4}));
    const qint64 worker = reader.workerPid();
    REQUIRE(worker > 0);
    QImage grey(640, 480, QImage::Format_Grayscale8);
    grey.fill(120);
    CHECK(read(reader, grey).codes.empty());
    CHECK(reader.workerPid() == worker);
}
