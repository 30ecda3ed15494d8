// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>

#include <chrono>
#include <functional>

namespace rapport::tool
{

/// Sends requests over @p connections to 127.0.0.1:@p port for @p time, each connection its next one when it has the answer, and says how many were
/// answered with 201 in a second. Another answer is an Error. @p request makes the bytes of the next request.
Result<double> postLoad(quint16 port, int connections, std::chrono::milliseconds time, const std::function<QByteArray()>& request);

} // namespace rapport::tool
