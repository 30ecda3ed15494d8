// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>

namespace rapport::connectors::webhook
{

/// Signs as "Standard Webhooks" 1.0 (standardwebhooks.com) says: HMAC-SHA256 over "id.timestamp.body".
class Signer
{
public:
    /// "whsec_" and Base64 of 24 to 64 random bytes; anything else is Invalid.
    static Result<Signer> parse(const QString& secret);

    /// The value of the header webhook-signature: "v1,Base64". @p timestamp: seconds since 1970, UTC.
    QByteArray sign(const QByteArray& id, qint64 timestamp, const QByteArray& body) const;

private:
    explicit Signer(QByteArray key) : m_key(std::move(key)) {}
    QByteArray m_key;
};

} // namespace rapport::connectors::webhook
