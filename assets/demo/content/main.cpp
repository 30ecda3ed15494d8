// SPDX-License-Identifier: Apache-2.0
// democontent DEMO OUT: draws the papers and the picture of the demo fair (DEMO: the folder with its tables) into the folder OUT.
// democontent --film WIDTH HEIGHT: the frames of its film to standard output, 24 bits a pixel; film.sh makes the film of them.
#include "papers.h"

#include <QDir>
#include <QGuiApplication>

#include <cstdio>

using namespace rapport::democontent;

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList words = QGuiApplication::arguments();
    if (words.size() == 4 && words[1] == QLatin1String("--film")) {
        const QSize size(words[2].toInt(), words[3].toInt());
        for (int number = 0; number < filmFrames; ++number) {
            const QImage frame = filmFrame(number, size);
            for (int line = 0; line < frame.height(); ++line)
                std::fwrite(frame.constScanLine(line), 3, static_cast<std::size_t>(frame.width()), stdout);
        }
        return 0;
    }
    if (words.size() != 3 || !QDir().mkpath(words[2])) {
        std::fputs("democontent DEMO OUT, or democontent --film WIDTH HEIGHT\n", stderr);
        return 2;
    }
    const QDir demo(words[1]), out(words[2]);
    const bool drawn = brochure(out.filePath(QStringLiteral("px_brochure.pdf")), false) &&
                       brochure(out.filePath(QStringLiteral("px_brochure_de.pdf")), true) &&
                       dataSheet(out.filePath(QStringLiteral("px450_sheet.pdf"))) &&
                       priceList(out.filePath(QStringLiteral("price_list.pdf")), demo.filePath(QStringLiteral("products.csv")),
                                 demo.filePath(QStringLiteral("prices.csv"))) &&
                       shopView({1920, 1080}).save(out.filePath(QStringLiteral("shop_view.jpg")), "JPEG", 88);
    return drawn ? 0 : 1;
}
