// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace rapport::capture
{

struct PersonName {
    QString prefix, given, family;
};

/// Splits a name as printed: "Dr. Rüdiger von KRÜGER, M.Sc." Titles go before, degrees away, capitals become a name's. Where it is split is told by
/// the family name's particles, by capitals for the family name alone, by @p localPart of the e-mail address and by the language's custom (two family
/// names in Spanish).
PersonName splitName(const QString& printed, const QString& localPart, const QString& language);

/// How well a line fits the part of an e-mail address before the @: 0 not at all … 1 each word of one is in the other.
double nameFits(const QString& line, const QString& localPart);

/// Umlauts that reading lost and an address still spells: "Muller" by "mueller" is "Müller".
QString withUmlauts(const QString& word, const QString& spelled);

/// How e-mail addresses and domains spell a word: umlauts in two letters, no accents, nothing but letters and digits.
QString spelledOut(const QString& text);

/// An address in which reading took one letter for another that looks alike (i, l, 1), where a word of the card, spelt out, says which one it is.
QString respelled(const QString& text, const QString& word);

} // namespace rapport::capture
