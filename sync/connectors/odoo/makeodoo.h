// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

namespace rapport::connectors::odoo
{

/// {"type": "odoo", "url", "token" or "database", "user", "password", …}: README.md in this folder. Invalid: names the member, or the line of the
/// mapping.
Result<std::unique_ptr<Connector>> makeOdoo(const QJsonObject& configuration, const QString& dataDir);

} // namespace rapport::connectors::odoo
