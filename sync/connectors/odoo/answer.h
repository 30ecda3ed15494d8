// SPDX-License-Identifier: Apache-2.0
// What Odoo answers, and how its values are read: no text is false, a reference is [id, "name"].
#pragma once

#include "sync/connectors/rest/judge.h"

#include <QStringList>

namespace rapport::connectors::odoo
{

using rest::Effect;
using rest::Fault;
using rest::Json;
using rest::Reply;

enum class Api { Json2, JsonRpc };

/// The result in @p answer, or why there is none. @p what names the call in the log ("crm.lead/load").
///
/// JSON-2: the result itself, or with another HTTP status {"name": "odoo.exceptions.ValidationError", "message", "debug", …}. JSON-RPC: {"result"}
/// or {"error": {"data": {"name", …}}}, with status 200. Only the name is used: the others hold what was written and a traceback.
Reply resultOf(const rest::HttpAnswer& answer, Api api, const QString& what, Effect effect);

/// [{…}, …] with each record as recordOf() has it; Broken where that is something else.
Reply recordsIn(const Json& result, const QString& model);
/// Null in place of false, {"id", "name"} in place of [id, "name"].
Json recordOf(const Json& record);

/// The id in the answer of load(), {"ids": [46], "messages": []}; Refused where the row was not taken, naming the field where it is one of @p
/// columns.
Reply loadedId(const Json& result, const QString& model, const QStringList& columns);

} // namespace rapport::connectors::odoo
