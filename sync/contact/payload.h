// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QByteArrayView>

namespace rapport::contact
{

/// What the text of a code, or a file of vCards, says about people: vCard, jCard, MECARD, BIZCARD, links, GS1, JSON with plain names. Never fails: a
/// link becomes a url and is not opened, a bare word the badge id, anything else a note; keys and appointments (see link.h) say nothing. Text over
/// 64 KiB is cut. Phone numbers that libphonenumber understands are written as the world dials them, others stay as they were; @p country
/// (ISO 3166) is where numbers without a country code are at home.
std::vector<Contact> parsePayload(QByteArrayView text, const QString& country = {});

} // namespace rapport::contact
