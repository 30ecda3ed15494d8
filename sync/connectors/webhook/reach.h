// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

struct sockaddr;

namespace rapport::connectors::webhook
{

/// Which addresses a request may be sent to, so that nobody who sets an address makes the hub speak to what only the hub can reach. Asked with the
/// address that is about to be connected to: what a name meant a moment ago does not count.
enum class Reach {
    Public,   ///< no private, local or reserved address
    Private,  ///< those, too
    Loopback, ///< this machine and nothing else
};

bool isLoopback(const QUrl& url); ///< 127.0.0.0/8, ::1, localhost: what may do without TLS
bool mayReach(const sockaddr& address, Reach reach);

} // namespace rapport::connectors::webhook
