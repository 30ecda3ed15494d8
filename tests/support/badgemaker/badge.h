// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace rapport::test
{

/// A visitor's badge as a camera sees it on a lanyard: 1280 × 960, a little turned, before something dark and out of focus.
struct Badge {
    enum class Format { QrCode, DataMatrix, Code128 } format = Format::QrCode;
    QString payload;
    QString name, firm, event = QStringLiteral("KälteExpo 2027"), place = QStringLiteral("Nürnberg · 10–12 Nov");
    double degrees = -4;
};

QImage draw(const Badge& badge);

/// The type plate of a machine, 1600 × 700, with a GS1-128 code and nothing written. FNC1 stands in @p code as U+00F1, at its beginning and behind
/// values of no fixed length.
QImage drawPlate(const QString& code);

} // namespace rapport::test
