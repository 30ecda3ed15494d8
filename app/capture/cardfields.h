// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/cardtext.h"
#include "sync/contact/badgerule.h"

namespace rapport::capture
{

/// Who a card is about: its lines sorted into the fields of a contact, each with the evidence for it ("full_name", "given_name", "family_name",
/// "organisation", "job_title", "emails.0", "phones.1", "urls.0", "street", "postcode", "city", "country"; boxes in pixels of the picture). A code on
/// the card that says something wins over what was read; one that a rule of the occasion reads is a badge's. Never fails; what nothing speaks for
/// stays empty. @p country (ISO 3166) is where numbers without a country code are at home when the card does not say.
contact::ContactDraft draftFromCard(const CardText& text, const QString& country = {}, const std::vector<contact::BadgeRule>& rules = {});

} // namespace rapport::capture
