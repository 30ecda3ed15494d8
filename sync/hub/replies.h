// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/httpserver.h"

/// The answers that routes give, in the shapes that clients know.
namespace rapport::hub
{

Response xml(const QByteArray& body, int status = 200);
Response openRosa(int status, const QString& sentence);
Response json(const QByteArray& body, int status = 200);
Response problem(int status, const char* word); ///< {"error": word}
Response noRoom();
/// A failing disk or database is the hub's trouble, not the record's: the device keeps it and comes again. The detail goes to the log.
Response trouble(const Error& error);

} // namespace rapport::hub
