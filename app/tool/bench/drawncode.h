// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QString>

namespace rapport::tool
{

/// A printed code, one pixel a module (a linear one is one module wide and 40 high), black on white with its quiet zone. @p format as ZXing
/// names it: what its writer can write; "MicroQRCode" and "DataBar" are the two symbols that zint 2.11 made of "STAND 7" and (01)09501101530003.
QImage printed(const QString& format, const QString& text);

/// How a camera sees it.
struct Sight {
    double module = 5;     ///< pixels
    double degrees = 0;    ///< turned
    double aside = 0;      ///< 0 … 0.5: how much shorter the far side is
    double blur = 0;       ///< pixels, standard deviation
    int ink = 20;          ///< luma of black …
    int paper = 230;       ///< … and white
    bool inverted = false; ///< white on black
    double glare = 0;      ///< 0 … 1: how bright a lamp is mirrored over the middle
};

/// 1280 × 720 of grey with a little noise (always the same), the code in the middle.
QImage seen(const QImage& code, const Sight& sight);

/// A code of whatever kind, seen from wherever and in whatever light: all follows from @p number.
struct DrawnCode {
    QImage picture;
    QString format, text;
};
DrawnCode drawCode(unsigned number);

} // namespace rapport::tool
