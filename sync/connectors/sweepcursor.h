// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <QByteArray>
#include <QDateTime>

#include <set>
#include <vector>

namespace rapport::connectors
{

/// Where a pull of one list stands, for a server whose records have ascending ids and say when they were written, and which leaves no trace of what
/// was deleted, or of what left a list because somebody else's record changed. A round reads the records that changed since the round before, by id,
/// and then sweeps the ids of all of them.
///
/// As bytes: JSON {"v":1, "mapping", "model", "stage":"rows"|"sweep", "since", "started" (ISO, UTC, absent where null), "after", "known"}; known is
/// the ascending ids as differences, each a base-128 number with the lowest seven bits first, deflated, in Base64: 100,000 ids take a few kilobytes.
struct SweepCursor {
    enum class Stage { Rows, Sweep };
    QByteArray mapping; ///< fingerprint
    QString model;
    Stage stage = Stage::Rows;
    QDateTime since;     ///< the server's clock; null: everything
    QDateTime started;   ///< of this round, the server's clock; null: it has not asked yet
    int after = 0;       ///< ids up to this one are done in this stage
    std::set<int> known; ///< what the hub has been told of

    static constexpr int rowsAPage = 100;
    static constexpr int idsAPage = 10'000;
    /// Each round goes back so far: a transaction that was open when the round before asked carries the time of its beginning, and the clocks of the
    /// web server and of its database may differ. What comes twice is no change.
    static constexpr std::chrono::seconds overlap{300};

    /// Begins anew where the rules are others: all is read again, and what no longer belongs is found by the sweep.
    void follow(const QString& model, const QByteArray& fingerprint);
    /// A page of Rows is done, asked at @p now: as many as rowsAPage were read, up to id @p last, or fewer.
    void readRows(int count, int last, const QDateTime& now);
    /// A page of Sweep: @p there are the list's ids after `after`, at most idsAPage. What is gone is added to @p page as @p list; what comes back, at
    /// most rowsAPage, is to be read. `more` of the page is false where the round is complete.
    std::vector<int> sweep(const std::set<int>& there, const QString& list, PullPage& page);

    QByteArray bytes() const;
    static Result<SweepCursor> parse(const QByteArray& bytes); ///< Corrupt: not one of ours
    friend bool operator==(const SweepCursor&, const SweepCursor&) = default;
};

} // namespace rapport::connectors
