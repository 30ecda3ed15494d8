// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <vector>

namespace rapport::tool
{

/// Devices at work: @p connections to 127.0.0.1:@p port, each of which asks for @p time whenever @p every has passed since it asked before, or at
/// once where the answer took longer. What each answer took comes back, in ms from the moment at which it could have been asked for, so that a
/// server that is behind is not spared the next request. An answer but 2xx is an Error. @p request makes the bytes of a connection's next request,
/// of its answer before; that is empty at first.
Result<std::vector<double>> steadyLoad(quint16 port, int connections, std::chrono::milliseconds every, std::chrono::milliseconds time,
                                       const std::function<QByteArray(int connection, const QByteArray& answer)>& request);

} // namespace rapport::tool
