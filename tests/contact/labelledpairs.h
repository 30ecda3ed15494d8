// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/matching.h"

namespace rapport::test
{

/// Two contacts of which we know what they are to each other: people and firms of our own invention.
struct LabelledPair {
    QString what; ///< which rule it tries
    contact::Contact a, b;
    contact::Match::Verdict truth;
};

/// Made from a table of people, each changed in every way that badges, cards, CRMs and hurried fingers change them, and what only looks alike.
std::vector<LabelledPair> madePairs();

/// Written by hand: tests/data/matching/pairs.txt says how.
std::vector<LabelledPair> writtenPairs();

} // namespace rapport::test
