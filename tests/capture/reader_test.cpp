// SPDX-License-Identifier: Apache-2.0
#include "app/capture/framesource.h"
#include "app/capture/reader.h"
#include "support/badgemaker/badge.h"

#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>
#include <QTransform>

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>

using namespace rapport;
using capture::Reader;
using capture::ReadResult;
using test::Badge;

namespace
{

const QString worker = QStringLiteral(RAPPORT_BIN "/rapport-worker");

/// The answer to one request, whichever it is.
struct Answer {
    std::optional<ReadResult> result;
    std::optional<Error> error;
};

Answer waitFor(Reader& reader, quint64 request)
{
    Answer answer;
    QEventLoop loop;
    QObject context;
    QObject::connect(&reader, &Reader::finished, &context, [&](quint64 number, const ReadResult& result) {
        if (number == request) {
            answer.result = result;
            loop.quit();
        }
    });
    QObject::connect(&reader, &Reader::failed, &context, [&](quint64 number, const Error& error) {
        if (number == request) {
            answer.error = error;
            loop.quit();
        }
    });
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    loop.exec();
    return answer;
}

Answer read(Reader& reader, const QImage& picture)
{
    return waitFor(reader, reader.read(picture));
}

QImage demoBadge(const char* name)
{
    QImage picture(QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges/") + QLatin1String(name));
    REQUIRE_FALSE(picture.isNull());
    return picture;
}

/// A badge without words, so that it can be drawn without a screen.
QImage codeOnly(const QString& payload, Badge::Format format = Badge::Format::QrCode)
{
    Badge badge;
    badge.format = format;
    badge.payload = payload;
    badge.name = badge.firm = badge.event = badge.place = QString();
    return draw(badge);
}

} // namespace

TEST_CASE("The badges of the demo fair are read with their corners", "[capture]")
{
    Reader reader(worker);
    const Answer answer = read(reader, demoBadge("1-celik.png"));
    REQUIRE(answer.result);
    REQUIRE(answer.result->codes.size() == 1);
    const capture::Code& code = answer.result->codes.front();
    CHECK(code.format == QStringLiteral("QRCode"));
    REQUIRE(code.points.size() == 4);
    CHECK(QRectF(280, 480, 370, 360).contains(code.points.boundingRect()));
    const auto draft = capture::draftFromCode(code);
    CHECK(draft.contact.familyName == QStringLiteral("Çelik"));
    CHECK(draft.contact.emails.value(0) == QStringLiteral("aylin.celik@frigomart.example"));

    const Answer identifier = read(reader, demoBadge("3-identifier.png"));
    REQUIRE(identifier.result);
    REQUIRE(identifier.result->codes.size() == 1);
    CHECK(capture::draftFromCode(identifier.result->codes.front()).contact.badgeId == QStringLiteral("KE27-004512"));
}

TEST_CASE("A picture without a code has none", "[capture]")
{
    Reader reader(worker);
    QImage grey(640, 480, QImage::Format_Grayscale8);
    grey.fill(120);
    const Answer answer = read(reader, grey);
    REQUIRE(answer.result);
    CHECK(answer.result->codes.empty());
}

TEST_CASE("A code with garbage or with as much text as fits is read like any other", "[capture]")
{
    Reader reader(worker);
    const QString garbage = QStringLiteral("\x01\x02BEGIN:VCARD;;;;:::END%%%\x7f");
    const Answer odd = read(reader, codeOnly(garbage));
    REQUIRE(odd.result);
    REQUIRE(odd.result->codes.size() == 1);
    CHECK_FALSE(capture::draftFromCode(odd.result->codes.front()).contact.isEmpty());

    const QString lots = QString(600, QLatin1Char('A')) + QStringLiteral(" and more");
    const Answer large = read(reader, codeOnly(lots));
    REQUIRE(large.result);
    REQUIRE(large.result->codes.size() == 1);
    CHECK(large.result->codes.front().text == lots);
}

TEST_CASE("A worker that dies is started again, its picture is skipped, and the next one is read", "[capture]")
{
    Reader reader(worker);
    REQUIRE(read(reader, demoBadge("2-dvorak.png")).result);
    const qint64 first = reader.workerPid();
    REQUIRE(first > 0);
    // Stopped first, so that it is surely still busy when it is killed.
    ::kill(static_cast<pid_t>(first), SIGSTOP);
    const quint64 doomed = reader.read(demoBadge("1-celik.png"));
    const quint64 next = reader.read(demoBadge("2-dvorak.png"));
    QTimer::singleShot(50, [first] { ::kill(static_cast<pid_t>(first), SIGKILL); });
    const Answer skipped = waitFor(reader, doomed);
    REQUIRE(skipped.error);
    CHECK(skipped.error->kind == Error::Kind::Corrupt);
    const Answer read = waitFor(reader, next);
    REQUIRE(read.result);
    CHECK(read.result->codes.size() == 1);
    CHECK(reader.workerPid() != first);
}

TEST_CASE("A worker that hangs counts as one that died", "[capture]")
{
    Reader reader(worker);
    REQUIRE(read(reader, demoBadge("2-dvorak.png")).result);
    ::kill(static_cast<pid_t>(reader.workerPid()), SIGSTOP);
    const Answer hung = read(reader, demoBadge("1-celik.png"));
    REQUIRE(hung.error);
    CHECK(hung.error->kind == Error::Kind::Corrupt);
    CHECK(read(reader, demoBadge("1-celik.png")).result);
}

TEST_CASE("Without its worker the reader says so, each time", "[capture]")
{
    Reader reader(QStringLiteral("/nowhere/rapport-worker"));
    QImage grey(64, 64, QImage::Format_Grayscale8);
    grey.fill(120);
    const Answer answer = read(reader, grey);
    REQUIRE(answer.error);
    CHECK(answer.error->kind == Error::Kind::Internal);
    CHECK(read(reader, QImage()).error->kind == Error::Kind::Invalid);
}

TEST_CASE("A cancelled request is not answered; those around it are", "[capture]")
{
    Reader reader(worker);
    const quint64 first = reader.read(demoBadge("1-celik.png")), second = reader.read(demoBadge("1-celik.png")),
                  third = reader.read(demoBadge("2-dvorak.png"));
    bool answered = false;
    QObject::connect(&reader, &Reader::finished, &reader,
                     [&](quint64 number, const ReadResult&) { answered = answered || number == first || number == second; });
    reader.cancel(first);
    reader.cancel(second);
    CHECK(waitFor(reader, third).result);
    CHECK_FALSE(answered);
}

TEST_CASE("A folder of pictures is shown in order, the same one until it was understood", "[capture]")
{
    const auto source = capture::makeFileSource(QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges"));
    std::vector<QImage> seen;
    QEventLoop loop;
    QObject::connect(source.get(), &capture::FrameSource::frame, &loop, [&](const capture::Frame& shown) {
        seen.push_back(shown.picture);
        loop.quit();
    });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    for (const bool understood : {false, true, false}) {
        source->start();
        loop.exec();
        source->stop();
        if (understood)
            source->advance();
    }
    REQUIRE(seen.size() == 3);
    CHECK(seen[0] == seen[1]);
    CHECK(seen[1] != seen[2]);
}

TEST_CASE("A camera source that shows nothing says why", "[capture]")
{
    QTemporaryDir dir;
    QFile torn(dir.filePath(QStringLiteral("torn.png")));
    REQUIRE(torn.open(QIODevice::WriteOnly));
    torn.write("\x89PNG\r\n\x1a\n and no more");
    torn.close();
    const auto [name, kind] =
        GENERATE(values<std::pair<const char*, Error::Kind>>({{"none", Error::Kind::NotFound}, {"torn.png", Error::Kind::Invalid}}));
    const auto source = capture::makeFileSource(dir.filePath(QLatin1String(name)));
    std::optional<Error> said;
    QEventLoop loop;
    QObject::connect(source.get(), &capture::FrameSource::unavailable, &loop, [&](const Error& error) {
        said = error;
        loop.quit();
    });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    QTimer::singleShot(0, [&] { source->start(); });
    loop.exec();
    REQUIRE(said);
    CHECK(said->kind == kind);
}

TEST_CASE("A small badge seen from aside is read by a thorough look, white on black as well", "[capture]")
{
    // 0.45 of its size, its right side farther away: the modules are 2 to 3 pixels wide.
    QTransform aside;
    REQUIRE(QTransform::quadToQuad(QPolygonF(QList<QPointF>{{0, 0}, {1280, 0}, {1280, 960}, {0, 960}}),
                                   QPolygonF(QList<QPointF>{{0, 0}, {440, 60}, {440, 372}, {0, 432}}), aside));
    QImage small = demoBadge("1-celik.png").transformed(aside, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    QImage scene(1920, 1080, QImage::Format_Grayscale8);
    scene.fill(70);
    const QPoint at(900, 400);
    for (int y = 0; y < small.height(); ++y)
        std::copy_n(small.constScanLine(y), small.width(), scene.scanLine(at.y() + y) + at.x());
    if (GENERATE(false, true))
        scene.invertPixels();

    Reader reader(worker);
    const Answer answer = read(reader, scene);
    REQUIRE(answer.result);
    REQUIRE(answer.result->codes.size() == 1);
    CHECK(capture::draftFromCode(answer.result->codes.front()).contact.familyName == QStringLiteral("Çelik"));
    CHECK(QRectF(at, small.size()).contains(answer.result->codes.front().points.boundingRect()));
}

TEST_CASE("What looks like a code and cannot be read is told, so that somebody can come closer", "[capture]")
{
    QImage scene(1280, 720, QImage::Format_Grayscale8);
    scene.fill(120);
    const QImage code = codeOnly(QString(300, QLatin1Char('A'))).convertToFormat(QImage::Format_Grayscale8).copy(280, 480, 370, 360);
    const QImage far = code.scaled(60, 60, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (int y = 0; y < far.height(); ++y)
        std::copy_n(far.constScanLine(y), far.width(), scene.scanLine(300 + y) + 600);
    Reader reader(worker);
    const Answer answer = read(reader, scene);
    REQUIRE(answer.result);
    CHECK(answer.result->codes.empty());
    REQUIRE(answer.result->seen.size() == 4);
    CHECK(QRectF(580, 280, 100, 100).contains(answer.result->seen.boundingRect()));
}
