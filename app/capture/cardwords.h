// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace rapport::capture
{

/// Lower case, without accents, ß as ss: how words of cards are compared.
QString folded(const QString& text);
/// The same with nothing but letters and digits left: how a firm is compared with its domain.
QString lettersOf(const QString& text);

QStringList wordsOf(const QString& line);
/// A line without the separators and dots around it.
QString withoutRim(const QString& line);
/// How many words of a line are of one of the kinds below.
int countOf(const QString& line, bool (*kind)(const QString&));

// What single words and lines of a card say, in German, English, French, Spanish and Indonesian. All of them take words as printed.
bool isJobWord(const QString& word);         ///< "Vertriebsleiterin", "Directrice", "Manager", "Teknisi"
bool isDepartmentWord(const QString& word);  ///< "Abteilung", "Divisi", "Département"
bool isLegalForm(const QString& word);       ///< at a firm's end: "GmbH", "S.L.", "plc"; or before it: "PT"
bool isFirmWord(const QString& word);        ///< "Stadtwerke", "Grupo", "Consulting"
bool isStreetWord(const QString& word);      ///< "Straße", "Hauptstr.", "rue", "Calle", "Jl.", "Road"
bool isGivenName(const QString& word);       ///< a common one
bool isTitle(const QString& word);           ///< before a name: "Dr.", "Prof.", "Ir.", "Dipl.-Ing."
bool isNameParticle(const QString& word);    ///< "von", "de", "van", "bin": belongs to the family name
bool isRegisterWord(const QString& word);    ///< a number beside it is none to call: "HRB", "USt-IdNr.", "SIRET"
bool isFreeMailer(const QString& domain);    ///< says nothing about the firm: "gmail.com"
bool isSocialNetwork(const QString& domain); ///< "linkedin.com"
bool isTopLevel(const QString& ending);      ///< "com", "de", "co.uk": ends a domain where neither http nor @ says that it is one
/// The country that a line names, as printed; none where it is something else.
std::optional<QString> regionOfCountry(const QString& line); ///< ISO 3166: "Deutschland" → "DE"
/// A city as it is spelt, where reading lost its accents: "Wurzburg" → "Würzburg"; others as they are.
QString cityWithAccents(const QString& city);

/// What a number is for, from the word before it ("Tel.", "M", "Fax") or behind it ("(m)").
enum class LabelKind { Work, Mobile, Home, Fax, Other, Email, Web };
std::optional<LabelKind> labelOf(const QString& word);

} // namespace rapport::capture
