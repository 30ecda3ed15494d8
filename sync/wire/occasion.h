// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/contact/badgerule.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace rapport::wire
{

constexpr int maxLeaseDays = 366;

/// A fair, a tour, a service round: one versioned JSON document that decides what a device holds (DESIGN.md section 3).
struct Occasion {
    QString id, title, place;
    int version = 1;
    QDate from, to;      ///< its first and last day; null: it has none
    QDate heldFrom;      ///< before that day no device holds it; null: as soon as it is put
    QByteArray timezone; ///< IANA; empty: the device's
    QString country;     ///< ISO 3166
    int leaseDays = 0;   ///< how long a device that holds it may go on without the hub; 0: as long as any
    QStringList roles;   ///< of the people whom it is for; empty: everybody
    QStringList forms, lists;
    /// Which rows of a list are held: an XPath condition over their properties, `name` (the id), `label` and `__version`; property('username') is
    /// who works with the device, property('role') that person's role. Empty: all.
    struct Scope {
        QString list, filter;
    };
    std::vector<Scope> scopes;                  ///< one for each of `lists`
    std::vector<contact::BadgeRule> badgeRules; ///< how the organiser's own badges are read
    QJsonObject document;                       ///< whole, as it came

    enum class Phase { Ahead, Running, Over };
    Phase phaseAt(const QDateTime& now) const;
    /// Its last day has ended, in its time zone; where it has none, in that of @p now.
    bool isOverAt(const QDateTime& now) const { return phaseAt(now) == Phase::Over; }
    QDate dayAt(const QDateTime& now) const;      ///< likewise
    QDateTime endsAt(const QDateTime& now) const; ///< likewise: when its last day has ended; invalid: never
};

/// A fault is one sentence that names the member. At most 1 MiB.
Result<Occasion> parseOccasion(const QByteArray& json);

} // namespace rapport::wire
