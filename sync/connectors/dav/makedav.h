// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/dav/client.h"
#include "sync/connectors/dav/mapping.h"

#include <QJsonObject>

namespace rapport::connectors::dav
{

/// What the configurations of CardDAV and CalDAV have in common, besides id, type and title.
QStringList neededMembers();
QStringList possibleMembers();

Result<Account> accountOf(const QJsonObject& configuration, const QString& dataDir);
/// That of the site, or @p shipped.
Result<Mapping> mappingOf(const QJsonObject& configuration, const QString& dataDir, const QString& shipped);

} // namespace rapport::connectors::dav
