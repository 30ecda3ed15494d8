// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QByteArray>

namespace rapport::contact
{

enum class CardKind { Person, Organisation };

/// The contact as a vCard 4.0 (RFC 6350), its lines folded and ended by CRLF; parseVCards() reads it back as it was, but for blanks around a text,
/// control characters, and telephones of kind Other, which are at work. @p uid is written as UID, a UUID as "urn:uuid:…". An organisation is named
/// by its organisation.
QByteArray toVCard(const Contact& contact, const QString& uid, CardKind kind);

} // namespace rapport::contact
