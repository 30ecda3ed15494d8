// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace rapport::app
{

/// Whether @p signature (64 bytes) over @p message is of the owner of @p publicKey (32 bytes), by Ed25519. Other lengths: false.
bool verifyEd25519(const QByteArray& message, const QByteArray& signature, const QByteArray& publicKey);

} // namespace rapport::app
