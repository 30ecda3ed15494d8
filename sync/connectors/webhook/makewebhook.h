// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

namespace rapport::connectors::webhook
{

/// From its configuration, as makeConnector() does. README.md in this folder lists the members.
Result<std::unique_ptr<Connector>> makeWebhook(const QJsonObject& configuration, const QString& dataDir);

} // namespace rapport::connectors::webhook
