// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <optional>

namespace rapport::contact
{

/// "MECARD:N:Novotný,Pavel;TEL:…;;" (NTT DoCoMo): N as family,given; TEL and EMAIL several times; ADR as seven parts between commas (box, room,
/// house, city, region, postcode, country) or as one line; URL, ORG, TITLE, NOTE. A backslash takes the meaning from \\ ; : and comma. BDAY,
/// SOUND, NICKNAME are left out. A text that breaks off gives what is there. Nothing where it is no MECARD. Limit: 1,000 fields.
std::optional<Contact> parseMeCard(const QString& text);

/// "BIZCARD:N:Sean;X:Owen;T:…;C:firm;A:address;B:phone;M:mobile;F:fax;E:e-mail;;" (NTT DoCoMo), in the same way.
std::optional<Contact> parseBizCard(const QString& text);

} // namespace rapport::contact
