// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/acquaintance.h"
#include "app/conversation/candidate.h"
#include "sync/contact/badgerule.h"
#include "sync/store/gathering.h"

#include <optional>

namespace rapport::app
{

/// How the badges of this occasion are read.
struct BadgeReading {
    QString country;
    std::vector<contact::BadgeRule> rules;
    contact::ContactDraft read(const QString& code) const { return contact::readBadge(code, country, rules); }
};
BadgeReading badgeReading(store::Store& store);

/// Somebody who was scanned among others, and what is known of her before anything is asked.
struct Visitor {
    store::Gathered gathered;
    contact::ContactDraft draft;            ///< what the code says, and the organiser's list where it knows the badge
    std::optional<Candidate> known;         ///< who of this tablet she is, or may be
    Said asKnown;                           ///< of who surely is on this tablet: her id, and what of the badge is taken
    std::optional<store::Conversation> met; ///< the conversation of today with her

    /// Nothing new is begun for her: it goes into the conversation of today.
    bool addsToMet() const { return met && !met->handedOver && !gathered.conversesAnew; }
};
Visitor visitorOf(store::Store& store, const store::Gathered& gathered, const BadgeReading& reading, const QDateTime& now);

} // namespace rapport::app
