// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardpieces.h"

#include "app/capture/cardwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace rapport::capture
{

namespace
{

constexpr double leastSure = 0.35;      ///< confidence: less is mostly a picture
constexpr std::size_t mostPieces = 300; ///< of a card: the sorting takes the square of it
constexpr double labelReach = 14;       ///< heights between a label and its value

bool hasLetterOrDigit(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// A sign that stands between two things, or a picture read as one.
bool isSeparator(const QString& word)
{
    static const QString signs = QStringLiteral("|·•●▪■♦¦‖");
    return word.size() == 1 && signs.contains(word);
}

void dropRim(std::vector<CardWord>& words)
{
    const auto empty = [](const CardWord& word) { return !hasLetterOrDigit(word.text) && word.text != QStringLiteral("&"); };
    while (!words.empty() && empty(words.front()))
        words.erase(words.begin());
    while (!words.empty() && empty(words.back()))
        words.pop_back();
}

QRectF boxOf(const std::vector<CardWord>& words)
{
    QRectF box;
    for (const CardWord& word : words)
        box |= word.box;
    return box;
}

std::vector<std::vector<CardWord>> cut(const std::vector<CardWord>& words)
{
    std::vector<std::vector<CardWord>> parts(1);
    for (const CardWord& word : words) {
        if (isSeparator(word.text))
            parts.emplace_back();
        else
            parts.back().push_back(word);
    }
    for (auto& part : parts)
        dropRim(part);
    std::erase_if(parts, [](const auto& part) { return part.empty(); });
    return parts;
}

Piece pieceOf(std::vector<CardWord> words, std::vector<CardWord> plain, const CardLine& line)
{
    Piece piece;
    piece.box = boxOf(words);
    piece.height = line.height > 0 ? line.height : piece.box.height();
    piece.confidence = confidenceOf(words);
    piece.text = piece.printed = textOf(words);
    piece.plain = textOf(plain);
    piece.words = std::move(words);
    piece.plainWords = std::move(plain);
    return piece;
}

void add(std::vector<Piece>& pieces, const CardLine& line)
{
    auto parts = cut(line.words), plain = cut(line.plain);
    if (parts.size() != plain.size())
        parts.resize(0);
    if (parts.empty()) { // the two readings disagree: leave it whole
        std::vector<CardWord> words = line.words, english = line.plain;
        dropRim(words);
        dropRim(english);
        if (!words.empty())
            pieces.push_back(pieceOf(std::move(words), std::move(english), line));
        return;
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        pieces.push_back(pieceOf(std::move(parts[i]), std::move(plain[i]), line));
}

bool isNoise(const Piece& piece)
{
    const auto letters = std::count_if(piece.text.begin(), piece.text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (labelOf(piece.text) || regionOfCountry(piece.text))
        return false;
    const bool address = piece.plain.contains(QLatin1Char('@')) || piece.plain.contains(QLatin1Char('.'));
    const auto digits = std::count_if(piece.plain.begin(), piece.plain.end(), [](QChar c) { return c.isDigit(); });
    if (digits >= 7 && 2 * digits > letters)
        return false;
    return letters < 2 || (piece.confidence < leastSure && !(address && letters > 5));
}

bool sameRow(const Piece& a, const Piece& b)
{
    return std::abs(a.box.center().y() - b.box.center().y()) < 0.5 * std::min(a.box.height(), b.box.height()) + 2;
}

/// "T" in a column of labels belongs to the number to its right.
void attachLabels(std::vector<Piece>& pieces)
{
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!labelOf(pieces[i].text))
            continue;
        Piece* nearest = nullptr;
        for (Piece& other : pieces) {
            const double gap = other.box.left() - pieces[i].box.right();
            if (&other == &pieces[i] || gap < -2 || gap > labelReach * pieces[i].height || !sameRow(other, pieces[i]))
                continue;
            if (!nearest || other.box.left() < nearest->box.left())
                nearest = &other;
        }
        if (!nearest || labelOf(nearest->text))
            continue;
        nearest->printed.prepend(pieces[i].text + QLatin1Char(' '));
        nearest->text.prepend(pieces[i].text + QLatin1Char(' '));
        nearest->plain.prepend(pieces[i].text + QLatin1Char(' '));
        pieces[i].used = true;
    }
    std::erase_if(pieces, [](const Piece& piece) { return piece.used; });
}

} // namespace

std::vector<Piece> piecesOf(const std::vector<CardLine>& lines)
{
    std::vector<Piece> pieces;
    for (const CardLine& line : lines) {
        if (pieces.size() < mostPieces)
            add(pieces, line);
    }
    std::erase_if(pieces, isNoise);
    attachLabels(pieces);
    return pieces;
}

const Piece* below(const Piece& piece, const std::vector<Piece>& all, double lines)
{
    const Piece* nearest = nullptr;
    for (const Piece& other : all) {
        const double away = other.box.top() - piece.box.bottom(),
                     shared = std::min(other.box.right(), piece.box.right()) - std::max(other.box.left(), piece.box.left());
        if (&other == &piece || shared <= 0 || away < -0.4 * piece.height || other.box.center().y() <= piece.box.center().y() ||
            away > lines * std::max(piece.height, other.height))
            continue;
        if (!nearest || other.box.top() < nearest->box.top())
            nearest = &other;
    }
    return nearest;
}

} // namespace rapport::capture
