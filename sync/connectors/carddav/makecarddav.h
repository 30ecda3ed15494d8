// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

namespace rapport::connectors::carddav
{

/// Configuration as README.md in this folder has it.
Result<std::unique_ptr<Connector>> makeCardDav(const QJsonObject& configuration, const QString& dataDir);

} // namespace rapport::connectors::carddav
