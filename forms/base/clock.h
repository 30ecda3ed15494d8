// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <functional>

namespace rapport
{

/// Wall-clock time with the offset it is shown in. Handed in everywhere, so that `--now` and tests can set it.
using Clock = std::function<QDateTime()>;

/// The machine's clock, shifted by a constant so that it read @p start at the moment of this call; time runs on from there (`--now`).
inline Clock clockStartingAt(const QDateTime& start)
{
    const qint64 shift = QDateTime::currentDateTimeUtc().msecsTo(start);
    const int offset = start.offsetFromUtc();
    return [shift, offset] { return QDateTime::currentDateTimeUtc().addMSecs(shift).toOffsetFromUtc(offset); };
}

inline Clock systemClock()
{
    return [] { return QDateTime::currentDateTime(); };
}

} // namespace rapport
