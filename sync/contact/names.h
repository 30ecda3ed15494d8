// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

namespace rapport::contact
{

/// Lower case without accents, "ß" as "ss", "ø" as "o" …, and ae, oe, ue as a, o, u: "Müller", "Mueller" and "Muller" are one word.
QString folded(const QString& text);
/// The same but for ae, oe, ue: "Müller" is "muller", "Mueller" stays.
QString plainLetters(const QString& text);
/// How others write a word, without accents: "muller" and "mueller" for "Müller"; no longer than 64 letters.
QStringList spellingsOf(const QString& word);
QStringList foldedWords(const QString& text); ///< of letters and digits; at most 12, of 64 letters each

/// Letters that are to be changed, added, dropped or swapped with their neighbour before @p a is @p b; counted up to @p most, then most + 1. Of
/// more than 64 letters only: the same or not.
int typingErrors(const QString& a, const QString& b, int most);

/// Words of a name, folded; titles and the "von" of a family are left out.
struct PersonName {
    QStringList given, family;
    bool isEmpty() const { return given.isEmpty() && family.isEmpty(); }
};

/// The full name is taken apart where nobody did: "Weber, Jonas", "Jonas Weber". An e-mail address of the form given.family@ says what an initial
/// stands for, and the whole name where there is none.
PersonName personNameOf(const Contact& contact);

/// How two names agree; the strongest last.
enum class NameAgreement {
    Unknown,     ///< one of them is empty
    Other,       ///< another name
    GivenOnly,   ///< another family name
    FamilyOnly,  ///< another given name: father and son
    FamilyAlone, ///< one of them tells no given name
    Initial,     ///< "J. Weber"
    Spelling,    ///< "Meier" and "Mayer", one of several names, a typing error
    Nickname,    ///< "Bob" and "Robert"
    Swapped,     ///< "Weber Jonas"
    Same
};
NameAgreement compareNames(const PersonName& a, const PersonName& b);

/// The other forms of a given name (folded), as people of German, English, French, Spanish and Indonesian use them, as they are written without
/// accents: "bob" for "robert".
QStringList nicknamesOf(const QString& given);
bool areNicknames(const QString& a, const QString& b); ///< both folded

} // namespace rapport::contact
