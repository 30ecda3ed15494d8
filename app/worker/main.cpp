// SPDX-License-Identifier: Apache-2.0
// rapport-worker: what may die or be attacked. One JSON line in: {"id", "frame": NAME, "width", "height", "quick", "badges"}, the luma in shared
// memory of that name; one line out: {"id", "codes": [{"format", "text", "points": [[x, y] × 4], "certain"}], "seen": points, "ms"}. Ends with its
// standard input. With "card": true the shared memory holds 8-bit RGB and the answer is {"id", "card": …, "ms"} as app/capture/cardtext.h has it.
// rapport-worker photo MAX_PIXELS: a picture's file in, the answer of app/photo out.
// rapport-worker page NUMBER WIDTH: a PDF in, that page of it as a PNG out, nothing where there is none.
// rapport-worker document: a PDF in, then what is asked of it (app/capture/document.cpp).
#include "app/capture/sharedframe.h"
#include "app/photo/photo.h"
#include "app/worker/card.h"
#include "app/worker/decoder.h"
#include "app/worker/document.h"
#include "app/worker/page.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

namespace
{

constexpr qint64 maxPixels = 100'000'000;

/// A picture gets no more than it needs: 3 GiB of memory, no core file with somebody's badge in it, and an end when its parent is gone.
void confine()
{
    const rlimit none{0, 0};
#ifndef __SANITIZE_ADDRESS__ // whose shadow is larger than any limit
    const rlimit memory{3ull << 30, 3ull << 30};
    setrlimit(RLIMIT_AS, &memory);
#endif
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

QJsonArray toJson(const QPolygonF& polygon)
{
    QJsonArray points;
    for (const QPointF& point : polygon)
        points.append(QJsonArray{point.x(), point.y()});
    return points;
}

rapport::capture::ReadResult read(const QJsonObject& request)
{
    const int width = request[QLatin1String("width")].toInt(), height = request[QLatin1String("height")].toInt();
    if (width <= 0 || height <= 0 || qint64(width) * height > maxPixels)
        return {};
    const rapport::capture::SharedFrame frame(request[QLatin1String("frame")].toString(),
                                              static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
                                              rapport::capture::SharedFrame::Role::Open);
    if (!frame.data())
        return {};
    const bool quick = request[QLatin1String("quick")].toBool();
    const bool badges = request[QLatin1String("badges")].toBool();
    return rapport::worker::decode(frame.data(), width, height, quick ? rapport::capture::Effort::Quick : rapport::capture::Effort::Thorough,
                                   badges ? rapport::capture::Kinds::Badges : rapport::capture::Kinds::All);
}

QJsonObject readCard(const QJsonObject& request, rapport::worker::LineReader& lines)
{
    const int width = request[QLatin1String("width")].toInt(), height = request[QLatin1String("height")].toInt();
    if (width <= 0 || height <= 0 || qint64(width) * height > maxPixels)
        return {};
    const rapport::capture::SharedFrame frame(request[QLatin1String("frame")].toString(),
                                              static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3,
                                              rapport::capture::SharedFrame::Role::Open);
    if (!frame.data())
        return {};
    const auto codes = [](const unsigned char* luma, int across, int down) {
        return rapport::worker::decode(luma, across, down, rapport::capture::Effort::Quick).codes;
    };
    return rapport::capture::toJson(rapport::worker::readCard(frame.data(), width, height, lines, codes));
}

QJsonArray toJson(const std::vector<rapport::capture::Code>& codes)
{
    QJsonArray all;
    for (const rapport::capture::Code& code : codes)
        all.append(QJsonObject{{QStringLiteral("format"), code.format},
                               {QStringLiteral("text"), code.text},
                               {QStringLiteral("points"), toJson(code.points)},
                               {QStringLiteral("certain"), code.certain}});
    return all;
}

void say(const QJsonObject& line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

void readPictures()
{
    rapport::worker::LineReader lines; // its models are kept loaded
    for (std::string line; std::getline(std::cin, line);) {
        const QJsonObject request = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        QElapsedTimer timer;
        timer.start();
        if (request[QLatin1String("card")].toBool()) {
            const QJsonObject card = readCard(request, lines);
            say({{QStringLiteral("id"), request[QLatin1String("id")]}, {QStringLiteral("card"), card}, {QStringLiteral("ms"), timer.elapsed()}});
            continue;
        }
        const rapport::capture::ReadResult result = read(request);
        say({{QStringLiteral("id"), request[QLatin1String("id")]},
             {QStringLiteral("codes"), toJson(result.codes)},
             {QStringLiteral("seen"), toJson(result.seen)},
             {QStringLiteral("ms"), timer.elapsed()}});
    }
}

void makePhoto(int side)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return;
    const QByteArray reply = rapport::photo::toReply(rapport::photo::makePhoto(input.readAll(), side));
    std::fwrite(reply.constData(), 1, static_cast<std::size_t>(reply.size()), stdout);
}

void drawPage(int page, int width)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return;
    const QByteArray png = rapport::worker::drawPage(input.readAll(), page, width);
    std::fwrite(png.constData(), 1, static_cast<std::size_t>(png.size()), stdout);
}

} // namespace

int main(int argc, char** argv)
{
    confine();
    if (argc == 3 && std::string(argv[1]) == "photo") {
        const QCoreApplication application(argc, argv); // finds the readers of picture formats
        makePhoto(std::clamp(std::atoi(argv[2]), 64, 16'384));
    } else if (argc == 4 && std::string(argv[1]) == "page") {
        const QCoreApplication application(argc, argv);
        drawPage(std::atoi(argv[2]), std::clamp(std::atoi(argv[3]), 64, 4096));
    } else if (argc == 2 && std::string(argv[1]) == "document") {
        const QCoreApplication application(argc, argv);
        rapport::worker::serveDocument();
    } else {
        readPictures();
    }
    return 0;
}
