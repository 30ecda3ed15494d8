// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

namespace rapport::connectors::files
{

/// Configuration as README.md in this folder has it.
Result<std::unique_ptr<Connector>> makeFiles(const QJsonObject& configuration, const QString& dataDir);

} // namespace rapport::connectors::files
