// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace rapport::capture
{

/// Which of German, English, French, Spanish and Indonesian a card is in, as Tesseract calls them ("deu", "eng", "fra", "spa", "ind"): by its words,
/// the country of its numbers and the end of its addresses. @p lines may have been read in the wrong language, so that accents are missing.
/// "eng" where nothing speaks for another.
QString languageOf(const QStringList& lines);

/// Whether a line is an e-mail address, a link or a number rather than words: nothing that a language helps to read.
bool isAddress(const QString& line);

} // namespace rapport::capture
