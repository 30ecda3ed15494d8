// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <vector>

namespace rapport::app
{

/// Where a foreign figure comes from, and when it was true there.
struct Origin {
    QString source; ///< "erp"; empty: this tablet
    QDateTime asOf; ///< invalid: nobody said
    friend bool operator==(const Origin&, const Origin&) = default;
};

/// From the properties source and as_of of a row.
Origin originOf(const store::Entity& entity);
/// The one whose figures are oldest: it speaks for all of a list. Those that say nothing are passed over.
Origin oldestOf(const std::vector<Origin>& origins);

/// Older than 24 h.
bool isStale(const Origin& origin, const QDateTime& now);
/// "ERP · as of 9 Nov 23:00", and for stale ones how old they are: "CRM · as of 1 Nov 23:00 · 9 days old". Empty for what is this tablet's own.
QString originText(const Origin& origin, const QDateTime& now);

/// Parts that are not empty, with dots between them.
QString joinedText(QStringList parts);
/// Of an entity; empty where it has none.
QString propertyText(const store::Entity& entity, const char* name);

} // namespace rapport::app
