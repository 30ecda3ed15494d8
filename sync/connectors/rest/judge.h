// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/http.h"
#include "sync/connectors/rest/reply.h"

namespace rapport::connectors::rest
{

enum class Effect { Reads, Writes }; ///< of a request

/// What an answer means. @p what names the request in the log ("POST").
Reply judge(const HttpAnswer& answer, const QString& what, Effect effect);

} // namespace rapport::connectors::rest
