// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/code.h"

#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QTransform>

#include <vector>

class QJsonObject;

namespace rapport::capture
{

/// One word as it was read. Boxes are in pixels of the card, which has been turned upright and flattened.
struct CardWord {
    QString text;
    QRectF box;
    double confidence = 0; ///< 0 … 1
    friend bool operator==(const CardWord&, const CardWord&) = default;
};

/// One line of words, no wider than one column.
struct CardLine {
    std::vector<CardWord> words; ///< read in the language of the card
    std::vector<CardWord> plain; ///< read in English: what e-mail addresses, links and numbers are taken from
    QRectF box;
    double height = 0; ///< of its capitals, pixels
    friend bool operator==(const CardLine&, const CardLine&) = default;
};

QString textOf(const std::vector<CardWord>& words);      ///< with blanks between
double confidenceOf(const std::vector<CardWord>& words); ///< the mean, each word as heavy as it is long; 0 without words

/// What stands on a card, before anybody says what it means.
struct CardText {
    std::vector<CardLine> lines; ///< from the top, those of one height from the left
    std::vector<Code> codes;     ///< on the same picture
    QSizeF size;                 ///< of the upright card, pixels
    QTransform toPicture;        ///< from the upright card to the picture
    QPolygonF outline;           ///< the card's corners in the picture, from its top left, clockwise; empty where the picture is the card
    QString language;            ///< as Tesseract calls it: "deu", "eng" …
    QString problem;             ///< why there is less than there could be: a sentence for the log; empty: nothing is missing
    qint64 milliseconds = 0;
};

QJsonObject toJson(const CardText& text);
CardText cardTextFromJson(const QJsonObject& json); ///< at most 200 lines of 60 words; what is not as expected is left out

} // namespace rapport::capture
