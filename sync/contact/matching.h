// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/firms.h"
#include "sync/contact/mailbox.h"
#include "sync/contact/names.h"

namespace rapport::contact
{

// Whether two contacts are one person, or people of one firm. The rules, written before the code; a score of 0.5 is the border of a verdict.
//
// Evidence of a firm. *Strong*: the same name without its legal form, or the same e-mail or web domain that is not a provider's. *Weak*: one name
// leaves out words of the other or is its acronym; the same name in another city, with no domain to tell; a domain that is called like the other's
// firm; a number of the same switchboard, where one of them names no firm; the same domain under another name. *Against*: other names without a
// common domain; similar names in other cities; the same name with other domains in other cities ("Hotel Adler"). A shared number proves no firm
// where both have names: two firms of one house have one switchboard.
//
// Evidence of a person, the first that fits:
//  1. the same badge id: one person, unless the names say otherwise (a badge was handed on);
//  2. the same e-mail address that is nobody's role (info@, sales@): one person. Another family name with the same given name is a marriage; any
//     other name is a mailbox that was taken over, or shared by a family: two people;
//  3. the same name (in either order): one person where the firm is the same or similar, or the telephone; not in another firm without the
//     telephone (a namesake); where a firm is not told, one person unless the cities differ;
//  4. a variant of the name (nickname, spelling, typing error, one of two names, initial): as 3., but somebody without a firm needs the telephone;
//  5. the family name alone: one person in the same firm, or with the same telephone where no firm is told;
//  6. the same given name with the same mobile number in the same firm: one person who married;
//  7. no name at all on one side: the same mobile number;
//  8. the same family name with another given name is always two people: father and son, also where they share number and firm.
// The number of a switchboard (…-0, …00) is evidence of a firm, not of a person.

enum class Reason {
    SameBadge,
    SameEmail,
    SameName,
    SwappedName,
    Nickname,
    NameSpelling,
    Initial,
    SameFamilyName,
    SameGivenName,
    SamePhone,
    SameFirm,
    SimilarFirm,
    SameDomain,
    SharedMailbox,
    SameSwitchboard,
    OtherName,
    OtherGivenName,
    OtherFamilyName,
    OtherFirm,
    OtherEmail,
    OtherPhone,
    OtherCity
};

/// A telephone number in digits that two ways to write it have in common.
struct Line {
    QString digits;       ///< with its country code where that is known, else without the 0 in front
    QString national;     ///< without either
    bool mobile = false;  ///< of a person
    bool central = false; ///< of a switchboard: "…-0"
};

/// What is compared of a contact, made once: it asks libphonenumber.
struct Traits {
    PersonName name;
    FirmName firm;
    std::vector<Mailbox> mailboxes;
    std::vector<Line> lines;
    QString badge, city, site;

    QStringList domains() const; ///< of the firm
};

/// @p country (ISO 3166) is where numbers without a country code are at home. At most 8 addresses and 8 numbers are looked at.
Traits traitsOf(const Contact& contact, const QString& country = {});

struct Match {
    enum class Verdict { Different, SameFirm, SamePerson };
    Verdict verdict = Verdict::Different;
    double score = 0;            ///< 0 … 1, of that verdict
    std::vector<Reason> reasons; ///< for it first, then what differs
    bool has(Reason reason) const;
};
Match compare(const Traits& a, const Traits& b);

} // namespace rapport::contact
