// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/matching.h"
#include "sync/store/store.h"

namespace rapport::store
{

/// A person or a firm that a contact may be, or belong to.
struct Candidate {
    SearchHit who;
    contact::Match match; ///< SamePerson of a person, SameFirm of a firm
};

/// Whom of the people here @p who may be, best first, then the firms that may be hers; at most @p limit (and 50). By the index of the search, so that
/// it does not matter how many there are. @p country (ISO 3166) is where numbers without a country code are at home.
Result<std::vector<Candidate>> candidates(Store& store, const contact::Contact& who, const QString& country, int limit);

} // namespace rapport::store
