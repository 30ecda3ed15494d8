// SPDX-License-Identifier: Apache-2.0
#include "app/tool/qrcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>

namespace rapport::tool
{

QImage qrCode(const QString& text)
{
    try {
        const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode).setMargin(4).setEccLevel(4).encode(text.toStdWString(), 1, 1);
        QImage code(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < matrix.height(); ++y) {
            for (int x = 0; x < matrix.width(); ++x)
                code.scanLine(y)[x] = matrix.get(x, y) ? 0 : 255;
        }
        return code;
    } catch (const std::exception&) { // ZXing says so that a text is too long
        return {};
    }
}

QString asBlocks(const QImage& code)
{
    const auto light = [&](int x, int y) { return y >= code.height() || code.constScanLine(y)[x] != 0; };
    QString text;
    for (int y = 0; y < code.height(); y += 2) {
        text += QStringLiteral("\x1b[30;107m");
        for (int x = 0; x < code.width(); ++x) {
            const bool above = light(x, y), below = light(x, y + 1);
            text += above ? (below ? QChar(u' ') : QChar(0x2584)) : (below ? QChar(0x2580) : QChar(0x2588));
        }
        text += QStringLiteral("\x1b[0m\n");
    }
    return text;
}

} // namespace rapport::tool
