// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/dav/contentline.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace rapport::connectors::dav
{

/// A whole day, or a moment.
struct CalendarTime {
    QDateTime at; ///< of a day: its beginning in the zone it was read for
    bool wholeDay = false;
    friend bool operator==(const CalendarTime& one, const CalendarTime& other)
    {
        return one.wholeDay == other.wholeDay && (one.wholeDay ? one.at.date() == other.at.date() : one.at == other.at);
    }
};

/// Of a property of ours: "2027-12-01", "2027-12-01T10:00", with an offset or without, which is then in @p zone. Nothing where it is neither.
std::optional<CalendarTime> timeOf(const QString& text, const QTimeZone& zone);
/// As the property says it: "2027-12-01", "2027-12-01T10:00:00.000+01:00".
QString textOf(const CalendarTime& time, const QTimeZone& zone);

/// Of a line (RFC 5545 3.3.5): a day, UTC, with TZID (IANA's name, or Windows'), or floating, which is then in @p zone.
std::optional<CalendarTime> timeOf(const ContentLine& line, const QTimeZone& zone);
ContentLine lineOf(const QString& name, const CalendarTime& time, const QTimeZone& zone);

/// The VTIMEZONE of @p zone for the two years around @p time, each change of the offset by itself.
Component timeZoneOf(const QTimeZone& zone, const QDateTime& time);

QString stampOf(const QDateTime& time); ///< "20271110T130500Z"

} // namespace rapport::connectors::dav
