// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <functional>

namespace rapport
{

/// Whether an Ed25519 signature (64 bytes) over a message is of the owner of a public key (32 bytes). Handed in: the engine has no cryptography.
using SignatureCheck = std::function<bool(const QByteArray& message, const QByteArray& signature, const QByteArray& publicKey)>;

} // namespace rapport
