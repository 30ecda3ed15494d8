// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/badgerule.h"

#include <QPolygonF>
#include <QString>

#include <vector>

namespace rapport::capture
{

/// How long a picture may be looked at: Quick is one look, for pictures that follow each other; Thorough tries everything that helps.
enum class Effort { Quick, Thorough };

/// Which codes count. A badge carries no EAN or UPC: the water bottle beside it does.
enum class Kinds { All, Badges };

/// One code found in one picture.
struct Code {
    QString format; ///< as ZXing names it: "QRCode", "DataMatrix", "Code128" …
    QString text;
    QPolygonF points;    ///< four corners in the picture, pixels, clockwise from the code's own top left
    bool certain = true; ///< false: a linear code that one look alone has read; take it when another picture says the same
    friend bool operator==(const Code&, const Code&) = default;
};

struct ReadResult {
    std::vector<Code> codes;
    QPolygonF seen; ///< where something like a code stands that could not be read; empty: nowhere, or nobody has looked for it
    qint64 milliseconds = 0;
};

/// What a code's text says about a person. Never fails: what is not understood becomes the note of the draft, or its badge id.
/// @p country (ISO 3166) is where telephone numbers without a country code are at home. The @p rules of the occasion come first.
contact::ContactDraft draftFromCode(const Code& code, const QString& country = {}, const std::vector<contact::BadgeRule>& rules = {});

} // namespace rapport::capture
