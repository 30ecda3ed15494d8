// SPDX-License-Identifier: Apache-2.0
// rapport-plain-reader PICTURE…: what `rapportctl bench cards` holds the reading of cards against. Tesseract as it comes, in English, on the picture
// as it is; a line for each: milliseconds, milliseconds of the processor, characters read.
#include <QImage>
#include <QString>

#include <tesseract/baseapi.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>

int main(int argc, char** argv)
{
    tesseract::TessBaseAPI model;
    if (model.Init(nullptr, "eng", tesseract::OEM_LSTM_ONLY) != 0)
        return 1;
    for (int i = 1; i < argc; ++i) {
        const QImage picture = QImage(QString::fromLocal8Bit(argv[i])).convertToFormat(QImage::Format_Grayscale8);
        if (picture.isNull())
            return 1;
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t work = std::clock();
        model.SetImage(picture.constBits(), picture.width(), picture.height(), 1, static_cast<int>(picture.bytesPerLine()));
        const std::unique_ptr<char[]> text(model.GetUTF8Text());
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        std::printf("%.1f %.1f %zu\n", ms, 1000.0 * static_cast<double>(std::clock() - work) / CLOCKS_PER_SEC,
                    text ? std::char_traits<char>::length(text.get()) : 0);
    }
    return 0;
}
