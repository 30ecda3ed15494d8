// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QByteArray>

namespace rapport::contact
{

/// One property of a vCard, however it is written: as a line (RFC 6350) or as JSON (RFC 7095).
struct CardProperty {
    QByteArray name;   ///< upper case, without group: "N", "TEL" …
    QByteArray types;  ///< upper case; what it says of itself: ";TYPE=CELL;PREF=1"
    QStringList parts; ///< unescaped; of N, ORG and ADR the components, of all others the one text
};

/// N, ORG and ADR have components; of the others a semicolon is a semicolon.
bool isStructured(const QByteArray& name);

/// Takes over what is known of a person; other properties, and empty ones, say nothing. The first address wins.
void addProperty(Contact& contact, const CardProperty& property);

/// The full name from its parts where it is missing, or given and family name from the full name.
void completeName(Contact& contact);

} // namespace rapport::contact
