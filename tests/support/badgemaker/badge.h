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

} // namespace rapport::test
