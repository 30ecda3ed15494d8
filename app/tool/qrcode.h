// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace rapport::tool
{

/// @p text as QR code, one pixel a module, with the quiet zone of four that readers need. Null where the text does not fit (about 2,900 bytes).
QImage qrCode(const QString& text);
/// The same for a terminal: two modules a character, dark on light whatever the terminal's colours.
QString asBlocks(const QImage& code);

} // namespace rapport::tool
