// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <QDate>

#include <optional>
#include <vector>

namespace rapport::app
{

/// How much work an account is worth: the ranked list is cut into three parts of about the same length.
enum class Band { Intensive, Appropriate, Reactive };

/// An account in the ranked list, from its ratings in the entity list scores.
struct RankedAccount {
    QString organisationId, name, city;
    int place = 0;               ///< from 1; the same total, the same place
    Band band = Band::Intensive; ///< the same total, the same band (the better one)
    int tenths = 0;              ///< of the newest total: 71 is 7.1 of 10
    QDate asOf;                  ///< of the newest rating
    std::optional<int> before;   ///< tenths of the newest rating of an earlier year; nothing: there is none
    friend bool operator==(const RankedAccount&, const RankedAccount&) = default;
};

struct Ranking {
    std::vector<RankedAccount> accounts; ///< the best first; the same total by name
    int unrated = 0;                     ///< organisations of this tablet without a rating
    QString form;                        ///< the live form that rates an account; empty: none is here
};

/// Reads every rating once and keeps one account's newest ones. A rating without a total from 0 to 10 or a day, or of an organisation that is not
/// here, is left out.
Result<Ranking> readRanking(store::Store& store);

} // namespace rapport::app
