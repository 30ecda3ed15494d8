// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDateTime>

#include <set>

namespace rapport::connectors::tryton
{

/// Where a pull of one list stands. A round reads the records that changed since the round before, by id, and then sweeps the ids of all of them:
/// Tryton leaves no trace of what was deleted, or of what left a list because somebody else's record changed.
///
/// As bytes: JSON {"v":1, "mapping", "model", "stage":"rows"|"sweep", "since", "started" (ISO, UTC, absent where null), "after", "known"}; known is
/// the ascending ids as differences, each a base-128 number with the lowest seven bits first, deflated, in Base64: 100,000 ids take a few kilobytes.
struct PullCursor {
    enum class Stage { Rows, Sweep };
    QByteArray mapping; ///< fingerprint
    QString model;
    Stage stage = Stage::Rows;
    QDateTime since;     ///< Tryton's clock; null: everything
    QDateTime started;   ///< of this round, Tryton's clock; null: it has not asked yet
    int after = 0;       ///< ids up to this one are done in this stage
    std::set<int> known; ///< what the hub has been told of

    QByteArray bytes() const;
    static Result<PullCursor> parse(const QByteArray& bytes); ///< Corrupt: not one of ours
    friend bool operator==(const PullCursor&, const PullCursor&) = default;
};

} // namespace rapport::connectors::tryton
