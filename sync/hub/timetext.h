// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace rapport::hub
{

/// A time as the hub writes it down: UTC, ISO 8601 with milliseconds, so that texts stand in the order of their times. Empty where it is invalid.
inline QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

inline QDateTime timeOf(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

} // namespace rapport::hub
