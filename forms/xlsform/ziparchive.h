// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QHash>

#include <utility>
#include <vector>

namespace rapport::xlsform
{

/// The entries of a zip file that @p wanted accepts, by name. Limits: 64 MiB packed, 2,000 entries, 96 MiB unpacked in all; what
/// exceeds them is refused before it is held in memory.
Result<QHash<QString, QByteArray>> readZip(const QByteArray& zip, bool (*wanted)(const QString& name));

/// A zip file of @p parts, unpacked size only; for workbooks that are made to measure or to test the reader.
QByteArray writeZip(const std::vector<std::pair<QString, QByteArray>>& parts);

} // namespace rapport::xlsform
