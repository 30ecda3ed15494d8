// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/entityscope.h"

#include <QDateTime>

/// Entity lists as CSV: columns "name" (the id), "label", "__version", then the properties; as ODK clients take them.
namespace rapport::hub
{

/// The id of a row of which an import knows a key: the key itself where it is a UUID, else one that is made of it, for ever the same.
QString idOfKey(const QString& list, const QString& key);
bool canBeList(const QString& name);

/// The rows that changed. A row whose name is no UUID gets one made of it (of its cells where it has none), so that importing it again changes it
/// instead of doubling it. Belongs into a unit of work: a fault may come after the first row. Invalid names the row.
Result<int> importTable(Repositories& repositories, const QString& list, const QByteArray& csv, const QDateTime& now);
Result<QByteArray> exportTable(const Entities& entities, const QString& list);                           ///< the whole of it: for the office
Result<QByteArray> exportTable(const Entities& entities, const QString& list, const EntityScope& scope); ///< for a device

} // namespace rapport::hub
