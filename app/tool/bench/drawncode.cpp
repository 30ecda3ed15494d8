// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/drawncode.h"

#include <QPainter>
#include <QTransform>

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <random>
#include <vector>

namespace rapport::tool
{

namespace
{

constexpr int linearHeight = 40, width = 1280, height = 720;
constexpr unsigned seed = 2027; ///< of the noise

/// Rows of '1' and '0', with @p quiet modules of white around.
QImage fromRows(const QStringList& rows, int quiet, int repeat)
{
    QImage code(static_cast<int>(rows.first().size()) + 2 * quiet, static_cast<int>(rows.size()) * repeat + 2 * quiet, QImage::Format_Grayscale8);
    code.fill(255);
    for (int y = 0; y < rows.size() * repeat; ++y) {
        for (int x = 0; x < rows.first().size(); ++x) {
            if (rows[y / repeat][x] == QLatin1Char('1'))
                code.scanLine(y + quiet)[x + quiet] = 0;
        }
    }
    return code;
}

QImage microQr()
{
    return fromRows({QStringLiteral("111111101010101"), QStringLiteral("100000101101101"), QStringLiteral("101110100001001"),
                     QStringLiteral("101110100010110"), QStringLiteral("101110101111100"), QStringLiteral("100000100100001"),
                     QStringLiteral("111111101001101"), QStringLiteral("000000001011000"), QStringLiteral("100000111101001"),
                     QStringLiteral("010111001000011"), QStringLiteral("110100010111001"), QStringLiteral("011110011111001"),
                     QStringLiteral("100101110110100"), QStringLiteral("001000001010101"), QStringLiteral("111000111001010")},
                    2, 1);
}

QImage dataBar()
{
    return fromRows({QStringLiteral("010000010100000101000111111110010111101101011100100011011011000101111110000011001110110111001101")}, 3,
                    linearHeight);
}

double gauss(double x, double mean, double deviation)
{
    return std::exp(-(x - mean) * (x - mean) / (2 * deviation * deviation));
}

std::size_t place(int x, int y, int rowLength = width)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(rowLength) + static_cast<std::size_t>(x);
}

/// One direction of a Gaussian blur: @p step is 1 along the rows, the length of a row across them.
void smear(std::vector<double>& picture, int count, int lines, int step, int lineStep, double deviation)
{
    const int reach = static_cast<int>(std::ceil(3 * deviation));
    std::vector<double> weights;
    for (int d = -reach; d <= reach; ++d)
        weights.push_back(gauss(d, 0, deviation));
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> line(static_cast<std::size_t>(count + 2 * reach));
    for (int l = 0; l < lines; ++l) {
        const std::size_t start = place(0, l, lineStep);
        for (int i = -reach; i < count + reach; ++i)
            line[place(i + reach, 0)] = picture[start + place(0, std::clamp(i, 0, count - 1), step)];
        for (int i = 0; i < count; ++i)
            picture[start + place(0, i, step)] = std::inner_product(weights.begin(), weights.end(), line.begin() + i, 0.0) / all;
    }
}

QPolygonF standing(const QSizeF& size, const Sight& sight)
{
    const double w = size.width() * sight.module / 2, h = size.height() * sight.module / 2, far = h * (1 - sight.aside);
    return QTransform().translate(width / 2.0, height / 2.0).rotate(sight.degrees).map(QPolygonF({{-w, -h}, {w, -far}, {w, far}, {-w, h}}));
}

} // namespace

QImage printed(const QString& format, const QString& text)
{
    if (format == QLatin1String("MicroQRCode"))
        return microQr();
    if (format == QLatin1String("DataBar"))
        return dataBar();
    const ZXing::BarcodeFormat kind = ZXing::BarcodeFormatFromString(format.toStdString());
    const bool linear = ZXing::BarcodeFormats(ZXing::BarcodeFormat::LinearCodes).testFlag(kind);
    ZXing::MultiFormatWriter writer(kind);
    writer.setEncoding(ZXing::CharacterSet::UTF8).setMargin(linear ? 10 : 2);
    const ZXing::BitMatrix bits = writer.encode(text.toStdWString(), linear ? 0 : 1, linear ? linearHeight : 1);
    QImage code(bits.width(), bits.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < bits.height(); ++y) {
        for (int x = 0; x < bits.width(); ++x)
            code.scanLine(y)[x] = bits.get(x, y) ? 0 : 255;
    }
    return code;
}

QImage seen(const QImage& code, const Sight& sight)
{
    constexpr int fine = 8; // so that the edges of the modules stay edges until the blur comes
    const QImage large = code.scaled(code.size() * fine);
    QImage scene(width, height, QImage::Format_Grayscale8);
    scene.fill(110);
    QTransform there;
    QTransform::quadToQuad(QPolygonF(QRectF(QPointF(), QSizeF(large.size()))).mid(0, 4), standing(code.size(), sight), there);
    QPainter painter(&scene);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.setTransform(there);
    painter.drawImage(0, 0, large);
    painter.end();

    std::vector<double> light(place(0, height));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int printedAs = scene.constScanLine(y)[x];
            light[place(x, y)] = sight.ink + (sight.inverted ? 255 - printedAs : printedAs) * (sight.paper - sight.ink) / 255.0;
        }
    }
    if (sight.blur > 0) {
        smear(light, width, height, 1, width, sight.blur);
        smear(light, height, width, width, 1, sight.blur);
    }
    std::mt19937 random(seed);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double lamp = sight.glare * 255 * gauss(x, width * 0.47, 90) * gauss(y, height * 0.47, 60);
            const double noise = static_cast<double>(random() % 9) - 4;
            scene.scanLine(y)[x] = static_cast<uchar>(std::clamp(light[place(x, y)] + lamp + noise, 0.0, 255.0));
        }
    }
    return scene;
}

DrawnCode drawCode(unsigned number)
{
    struct Kind {
        const char* format;
        QString text;
        double least, most; ///< pixels of a module
    };
    const QString person = QStringLiteral("MECARD:N:Novotný,Pavel;ORG:Mrazírny;TEL:+420387555302;EMAIL:pavel@mrazirny.example;;"),
                  badge = QStringLiteral("KE27-004512");
    const Kind kinds[] = {
        {"QRCode", person, 2.3, 7},
        {"QRCode", badge, 3, 12},
        {"QRCode", person.repeated(3), 2.3, 5},
        {"DataMatrix", person, 3, 7},
        {"Aztec", person, 3, 7},
        {"PDF417", badge, 2.5, 4},
        {"Code128", badge, 2.2, 5},
        {"Code39", badge, 2.2, 3.5},
        {"Code128", QStringLiteral("25083079"), 2.2, 6},
        {"EAN-13", QStringLiteral("9501101530003"), 2.2, 6},
    };
    std::mt19937 random(number + 1); // not std::uniform_real_distribution, which every library draws in its own way
    const auto between = [&](double least, double most) { return least + (most - least) * static_cast<double>(random() % 1000) / 999; };
    const auto one = [&](unsigned in) { return random() % in == 0; };
    const Kind& kind = kinds[number % std::size(kinds)];
    Sight sight;
    sight.module = between(kind.least, kind.most);
    sight.degrees = one(2) ? between(-12, 12) : between(0, 360);
    sight.aside = one(2) ? between(0, 0.3) : 0;
    sight.blur = between(0, 0.3 * sight.module);
    if (one(3)) {
        sight.ink = 10;
        sight.paper = 60; // in the dark
    }
    sight.inverted = one(6);
    sight.glare = one(5) ? between(0.1, 0.5) : 0;
    const QString format = QString::fromLatin1(kind.format);
    return {seen(printed(format, kind.text), sight), format, kind.text};
}

} // namespace rapport::tool
