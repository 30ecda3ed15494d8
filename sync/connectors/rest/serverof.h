// SPDX-License-Identifier: Apache-2.0
// What the configurations of connectors that speak JSON over HTTP have in common.
#pragma once

#include "forms/base/result.h"
#include "sync/connectors/rest/http.h"

#include <QJsonObject>

#include <map>

namespace rapport::connectors::rest
{

/// "url" (https, or http on this machine), "certificates", "request_seconds".
Result<Server> serverOf(const QJsonObject& configuration, const QString& dataDir);
/// "settings": name → text.
Result<std::map<QString, QString>> settingsOf(const QJsonObject& configuration);
bool isOneLine(const QString& text); ///< no control characters: it can be sent in a header

} // namespace rapport::connectors::rest
