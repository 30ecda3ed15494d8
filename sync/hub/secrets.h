// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

namespace rapport::hub
{

/// 256 random bits, as devices show them: base64url without padding.
QByteArray makeToken();
QByteArray hashOfToken(const QByteArray& token);

/// Seals connector configurations, which hold passwords, with the key in DIR/connector.key (0600, made when first needed).
class SecretBox
{
public:
    static Result<SecretBox> open(const QString& dataDir);
    QByteArray seal(const QByteArray& plain) const;
    Result<QByteArray> unseal(const QByteArray& sealed) const;

private:
    explicit SecretBox(QByteArray key) : m_key(std::move(key)) {}
    QByteArray m_key;
};

} // namespace rapport::hub
