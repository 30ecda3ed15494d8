// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/cardpieces.h"

#include <QStringList>

namespace rapport::capture
{

/// What the addresses of a card say about its words.
struct CardHints {
    QStringList cores; ///< of domains that may be the firm's: "falk-lampen"
    QString localPart; ///< of the person's e-mail address: "u.falk"
};

/// Which piece is what; null: none is.
struct CardRoles {
    Piece *name = nullptr, *firm = nullptr, *job = nullptr;
    Piece* restOfFirm = nullptr; ///< right above or below it
};

/// Tells name, firm and job from each other among the pieces that nothing has used yet: by their words, by e-mail address and domain, by size and
/// place.
CardRoles chooseRoles(std::vector<Piece>& pieces, const CardHints& hints);

/// A firm's @p text without a picture before it that was read as one or two letters standing apart: "al", "Il", "O".
QString withoutPicture(const QString& text, const Piece& piece);

/// Letters of a firm that look alike put right, by its domain and by what legal forms there are: "lronbridge pic".
QString asFirm(const QString& text, const CardHints& hints);

} // namespace rapport::capture
