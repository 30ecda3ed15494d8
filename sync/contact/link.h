// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <optional>

namespace rapport::contact
{

/// What a link says of whom it leads to; nothing is ever opened. "mailto:" (RFC 6068), "SMTP:" and "MATMSG:" (NTT DoCoMo), "tel:" (RFC 3966),
/// "sms:", "smsto:", "mms:", "mmsto:" (RFC 5724), links of WhatsApp, and any http, https or www. address. What is written in the message is not
/// taken. Nothing where it is no link.
std::optional<Contact> parseLink(const QString& text);

/// Somebody's key or appointment rather than somebody: Wi-Fi and one-time passwords, events, places. They belong in no contact, not even as a note.
bool isNobody(const QString& text);

} // namespace rapport::contact
