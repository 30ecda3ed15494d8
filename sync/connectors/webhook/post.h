// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/webhook/reach.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>

namespace rapport::connectors::webhook
{

struct Receiver {
    QUrl url;
    Reach reach = Reach::Public;
    QString certificates; ///< PEM; empty: the system's
    std::chrono::milliseconds time{30'000};
};

/// How one request ended.
struct Answer {
    enum class Kind {
        Status,      ///< `status` says it
        Unreachable, ///< nothing left us
        Lost,        ///< it left us and no answer came: the receiver may have it
        Untrusted,   ///< a certificate that nobody vouches for
        Forbidden,   ///< its address is none that we may speak to
    };
    Kind kind = Kind::Unreachable;
    int status = 0;
    QByteArray retryAfter, date; ///< headers as they came
};

/// POSTs once. Redirections are not followed; of the answer's body nothing is kept.
Answer post(const Receiver& receiver, const QByteArrayList& headers, const QByteArray& body);
/// Connects, TLS included, and sends nothing.
Answer knock(const Receiver& receiver);

} // namespace rapport::connectors::webhook
