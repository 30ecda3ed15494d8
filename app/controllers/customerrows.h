// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/customer.h"

namespace rapport::app
{

/// What pages about customers and machines show alike, as rows of a RowModel.

/// title, amount, detail ("valid to 30 Nov", "next: visit the first shop"), stage, origin, stale (older than 24 h), soon ("20 days left", of an offer
/// that ends within a month; else empty)
QList<QByteArray> dealRoles();
RowModel::Row offerRow(const OpenDeal& offer, const QDateTime& now);
RowModel::Row opportunityRow(const OpenDeal& opportunity, const QDateTime& now);

/// jobId, title, detail, due (in words), late, high, state (in words), briefs (its customer is known)
QList<QByteArray> jobRoles();
RowModel::Row jobRow(const Job& job, const QStringList& detail, const QDate& today);

/// kind, sign (MDI name), title, moment, detail, origin, leads (somewhere when touched), conversation (to one of this tablet)
QList<QByteArray> happeningRoles();
RowModel::Row happeningRow(const Happening& happening, const QDateTime& now);

} // namespace rapport::app
