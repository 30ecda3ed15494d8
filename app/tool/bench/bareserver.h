// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <memory>

namespace rapport::tool
{

/// The least that a durable ingest can be: libmicrohttpd with a thread a connection, the body of each request in one row, all rows that wait
/// committed together. What the hub's ingest is held against.
class BareServer
{
public:
    static Result<std::unique_ptr<BareServer>> start(const QString& database);
    ~BareServer();
    quint16 port() const;

private:
    struct Private;
    explicit BareServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace rapport::tool
