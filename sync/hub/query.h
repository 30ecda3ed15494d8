// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/query.h"

#include <QDateTime>

namespace rapport::hub
{

using db::rows;
using db::run;
using db::transact;

inline QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

inline QDateTime timeOf(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

} // namespace rapport::hub
