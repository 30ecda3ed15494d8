// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QByteArrayView>

namespace rapport::contact
{

/// jCard (RFC 7095): ["vcard", [[name, parameters, type, value …] …]], or an array of such. Empty where it is none. At most 1,000 properties.
std::vector<Contact> parseJsonCards(QByteArrayView json);

/// A badge that is a JSON object with plain member names: "firstName", "last_name", "company", "email", "phone", "id" … and what other
/// languages call them; what is nested, and what nobody knows here, says nothing. Nothing where no member is known.
std::optional<Contact> parseJsonBadge(QByteArrayView json);

} // namespace rapport::contact
