// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QByteArrayView>

namespace rapport::contact
{

/// What the text of a code, or a file of vCards, says about people. Never fails: a link becomes a url, a bare word the badge id, anything else
/// a note. Text over 64 KiB is cut. Phone numbers that libphonenumber understands are written in E.164, others stay as they were;
/// @p country (ISO 3166) is where numbers without a country code are at home.
std::vector<Contact> parsePayload(QByteArrayView text, const QString& country = {});

} // namespace rapport::contact
