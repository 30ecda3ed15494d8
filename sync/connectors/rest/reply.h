// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/json.h"

#include <chrono>
#include <optional>

namespace rapport::connectors::rest
{

/// Why a call gave no result. Nothing here holds a word of the server's or of ours: it may be logged as it is.
struct Fault {
    enum class Kind {
        Unreachable, ///< nothing left us
        Lost,        ///< it left us and no whole answer came: it may have been carried out
        Failed,      ///< the server says that it failed (500): it may have been carried out, and it may fail for ever
        Busy,        ///< it asks to come back later and did nothing
        Denied,      ///< user, password or key
        Forbidden,   ///< we may not do that
        Untrusted,   ///< no safe connection
        Gone,        ///< what was asked for is not there
        Changed,     ///< somebody else was first; nothing was written
        Refused,     ///< the entry is not acceptable
        NotTaken,    ///< the server said yes and did not write all of it
        Missing,     ///< a file of the record is not here
        Broken,      ///< the server is not what the mapping says
    };
    Kind kind = Kind::Broken;
    QString detail;
    std::chrono::seconds notBefore{0};
};

struct Reply {
    Json value;
    QByteArray location, etag;
    std::optional<Fault> fault;

    Reply() = default;
    Reply(Json json) : value(std::move(json)) {}
    Reply(Fault why) : fault(std::move(why)) {}
    explicit operator bool() const { return !fault; }
};

} // namespace rapport::connectors::rest
