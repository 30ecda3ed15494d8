// SPDX-License-Identifier: Apache-2.0
#include "app/signing/ed25519.h"

#include <sodium.h>

namespace rapport::app
{

bool verifyEd25519(const QByteArray& message, const QByteArray& signature, const QByteArray& publicKey)
{
    if (signature.size() != qsizetype(crypto_sign_BYTES) || publicKey.size() != qsizetype(crypto_sign_PUBLICKEYBYTES))
        return false;
    const auto raw = [](const QByteArray& bytes) { return reinterpret_cast<const unsigned char*>(bytes.constData()); };
    return crypto_sign_verify_detached(raw(signature), raw(message), static_cast<unsigned long long>(message.size()), raw(publicKey)) == 0;
}

} // namespace rapport::app
