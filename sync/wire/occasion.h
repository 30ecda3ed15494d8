// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace rapport::wire
{

/// A fair, a tour, a service round: one versioned JSON document that decides what a device holds (DESIGN.md section 3).
struct Occasion {
    QString id, title, place;
    int version = 1;
    QDate from, to;
    QByteArray timezone; ///< IANA; empty: the device's
    QString country;     ///< ISO 3166
    QStringList forms, lists;
    /// Which rows of a list are held: an XPath condition over their properties, `name` (the id), `label` and `__version`; empty: all.
    struct Scope {
        QString list, filter;
    };
    std::vector<Scope> scopes; ///< one for each of `lists`
    QJsonObject document;      ///< whole, as it came
};

/// A fault is one sentence that names the member. At most 1 MiB.
Result<Occasion> parseOccasion(const QByteArray& json);

} // namespace rapport::wire
