// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/cardtext.h"

#include <vector>

namespace rapport::capture
{

/// A part of a line that says one thing, as far as layout tells.
struct Piece {
    QString text, plain; ///< in the card's language, in English; what has been understood is taken out
    QString printed;     ///< as it stood there
    std::vector<CardWord> words, plainWords;
    QRectF box;
    double height = 0, confidence = 0;
    bool used = false;
};

/// Lines without noise (pictures read as letters), labels that stand in a column of their own put before what they label, lines that say two things
/// ("Techniker | Vertrieb") cut. In reading order.
std::vector<Piece> piecesOf(const std::vector<CardLine>& lines);

/// The piece right below or above in the same column, at most @p lines heights away; null: there is none.
const Piece* below(const Piece& piece, const std::vector<Piece>& all, double lines);

} // namespace rapport::capture
