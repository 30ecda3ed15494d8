// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

namespace rapport::connectors::rest
{

/// {"type": "rest", "url", "mapping", …}: docs/connectors.md. Invalid: names the member, or the line of the mapping.
Result<std::unique_ptr<Connector>> makeRest(const QJsonObject& configuration, const QString& dataDir);
/// {"type": "redmine", …}: the same with the mapping that ships; sync/connectors/redmine/README.md.
Result<std::unique_ptr<Connector>> makeRedmine(const QJsonObject& configuration, const QString& dataDir);

} // namespace rapport::connectors::rest
