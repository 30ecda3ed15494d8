// SPDX-License-Identifier: Apache-2.0
// rapport-plain-scanner PICTURE…: what `rapportctl bench scan` holds the reading of codes against. ZXing alone, with everything on but DataBar, of
// which it dies, on the picture as it is. A line of JSON for each: {"ms", "matrix_ms", "our_matrix_ms", "texts"}; the second is its look for matrix
// codes alone, the third our quick look for the same.
#include "app/worker/zxing.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <ZXing/ReadBarcode.h>

#include <chrono>
#include <cstdio>
#include <functional>

namespace
{

using ZXing::BarcodeFormat;

double timed(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

ZXing::Results read(const QImage& luma, ZXing::BarcodeFormats formats, int symbols)
{
    ZXing::DecodeHints hints; // which try harder and rotate
    hints.setFormats(formats);
    hints.setMaxNumberOfSymbols(static_cast<uint8_t>(symbols));
    return ZXing::ReadBarcodes(
        ZXing::ImageView(luma.constBits(), luma.width(), luma.height(), ZXing::ImageFormat::Lum, static_cast<int>(luma.bytesPerLine())), hints);
}

QJsonObject look(QImage luma)
{
    const ZXing::BarcodeFormats matrix =
        BarcodeFormat::QRCode | BarcodeFormat::MicroQRCode | BarcodeFormat::DataMatrix | BarcodeFormat::Aztec | BarcodeFormat::PDF417;
    const ZXing::BarcodeFormats linear = BarcodeFormat::Code128 | BarcodeFormat::Code39 | BarcodeFormat::Code93 | BarcodeFormat::Codabar |
                                         BarcodeFormat::ITF | BarcodeFormat::EAN13 | BarcodeFormat::EAN8 | BarcodeFormat::UPCA | BarcodeFormat::UPCE;
    QJsonArray texts;
    const auto note = [&](const ZXing::Results& results) {
        for (const ZXing::Result& result : results) {
            if (result.isValid())
                texts.append(QString::fromStdString(result.text()));
        }
    };
    const double matrixMs = timed([&] { note(read(luma, matrix, 8)); });
    const double linearMs = texts.isEmpty() ? timed([&] { note(read(luma, linear, 1)); }) : 0;
    const cv::Mat picture(luma.height(), luma.width(), CV_8UC1, luma.bits(), static_cast<std::size_t>(luma.bytesPerLine()));
    const double ours = timed([&] { (void)rapport::worker::matrixCodes(rapport::worker::asItIs(picture)); });
    return {{QStringLiteral("ms"), matrixMs + linearMs},
            {QStringLiteral("matrix_ms"), matrixMs},
            {QStringLiteral("our_matrix_ms"), ours},
            {QStringLiteral("texts"), texts}};
}

} // namespace

int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const QImage luma = QImage(QString::fromLocal8Bit(argv[i])).convertToFormat(QImage::Format_Grayscale8);
        if (luma.isNull())
            return 1;
        std::puts(QJsonDocument(look(luma)).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
