// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QByteArrayView>

namespace rapport::contact
{

/// Reads all vCards of @p text: 2.1, 3.0 and 4.0 (RFC 6350), quoted-printable, folded also inside a UTF-8 sequence, grouped, with any line
/// end, truncated, in UTF-16, in the code page that a property names. Never fails: what cannot be understood is left out. Limits: 1,000 cards,
/// 1,000 properties each.
std::vector<Contact> parseVCards(QByteArrayView text);

} // namespace rapport::contact
