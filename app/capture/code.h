// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QPolygonF>
#include <QString>

#include <vector>

namespace rapport::capture
{

/// One code found in one picture.
struct Code {
    QString format; ///< as ZXing names it: "QRCode", "DataMatrix", "Code128" …
    QString text;
    QPolygonF points; ///< four corners in the picture, pixels, clockwise from the code's own top left
    friend bool operator==(const Code&, const Code&) = default;
};

struct ReadResult {
    std::vector<Code> codes;
    qint64 milliseconds = 0;
};

/// What a code's text says about a person. Never fails: what is not understood becomes the note of the draft, or its badge id.
/// @p country (ISO 3166) is where telephone numbers without a country code are at home.
contact::ContactDraft draftFromCode(const Code& code, const QString& country = {});

} // namespace rapport::capture
