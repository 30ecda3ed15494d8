// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/hub.h"

#include <QStringList>

namespace rapport::app
{

/// rapport-hub --data-dir DIR [--listen 127.0.0.1:8440] [--now ISO]; an IPv4 address. A fault is one sentence.
Result<hub::HubConfig> hubConfig(const QStringList& arguments);

} // namespace rapport::app
