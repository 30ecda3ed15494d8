// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/measurement.h"
#include "sync/store/store.h"

#include <QDateTime>
#include <QPointF>

#include <vector>

namespace rapport::app
{

/// A value of a machine that was measured before, from the entity list measurements.
struct EarlierValue {
    QDateTime at;
    double value = 0;
    QString unit;
    friend bool operator==(const EarlierValue&, const EarlierValue&) = default;
};

/// What was measured of @p quantity at that machine before @p before (invalid: ever), oldest first, the last 24 of them. Found through the store's
/// index; for the store thread.
Result<std::vector<EarlierValue>> earlierValues(store::Store& store, const QString& machineId, const QString& quantity, const QDateTime& before);

/// A small chart: points from the first value to @p now, 0 to 1 to the right and upwards; with the band of the limits.
struct Chart {
    struct Point {
        QPointF place;
        bool out = false; ///< beyond the limits that hold now
    };
    std::vector<Point> points; ///< oldest first
    double low = 0, high = 1;  ///< where the limits lie
    bool isLimited = false;
    bool endsNow = false; ///< the last point is what stands there now, not an earlier value
};
/// Of the values in the unit of @p now; without points where there is none.
Chart chartOf(const std::vector<EarlierValue>& earlier, const Measurement& now, const QDateTime& at);

/// "5 earlier values, the last 3 bar on 12 May"; empty where there is none in the unit of @p now.
QString earlierText(const std::vector<EarlierValue>& earlier, const Measurement& now, const QDate& today);
/// All of them, one after another, for who does not see the chart.
QString spokenEarlier(const std::vector<EarlierValue>& earlier, const Measurement& now, const QDate& today);

} // namespace rapport::app
