// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace rapport::hub
{

/// Two rows that may be one person or one firm, until a person has looked.
struct Duplicate {
    qint64 id = 0;
    QString list, entityId, otherId; ///< the newer one first
    double score = 0;                ///< with three digits
    QStringList reasons;             ///< machine words, without blanks
    QDateTime foundAt;
    QString outcome; ///< "open", "merged", "apart"
    QString settledBy;
    bool isOpen() const { return outcome == QLatin1String("open"); }
    friend bool operator==(const Duplicate&, const Duplicate&) = default;
};

/// The review list. Calls that change something belong into a unit of work (repositories.h).
class Duplicates
{
public:
    virtual ~Duplicates() = default;

    /// One more open pair, under an id of its own. One that is there already, in this order, stays as it is and as it was decided.
    virtual Status note(const Duplicate& pair) = 0;
    virtual Result<std::optional<Duplicate>> find(qint64 id) const = 0; ///< also a settled one
    virtual Result<std::vector<Duplicate>> all() const = 0;             ///< the surest first, of equal ones the oldest; at most 1,000
    virtual Result<std::vector<Duplicate>> open() const = 0;            ///< likewise

    enum class Outcome { Merged, Apart };
    virtual Status settle(qint64 id, Outcome outcome, const QString& author, const QDateTime& now) = 0;
    /// @p pair was merged and @p gone of it is the other one: open pairs with it are pairs with the other one. Those that come to nothing, as there
    /// is such a pair or both of it are one, are merged too.
    virtual Status follow(const Duplicate& pair, const QString& gone, const QString& author, const QDateTime& now) = 0;
};

} // namespace rapport::hub
