// SPDX-License-Identifier: Apache-2.0
#include "sync/db/sealing.h"

#include <QtEndian>

#include <sodium.h>

namespace rapport::db::sealing
{

static_assert(sealedSize == chunkSize + crypto_aead_xchacha20poly1305_ietf_ABYTES);

namespace
{

QByteArray littleEndian(quint64 number)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

QByteArray associated(const QByteArray& fileId, quint64 index, bool last)
{
    return fileId + littleEndian(index) + (last ? '\x01' : '\x00');
}

} // namespace

QByteArray freshNonce()
{
    QByteArray nonce(fileNonceSize, Qt::Uninitialized);
    randombytes_buf(nonce.data(), static_cast<std::size_t>(nonce.size()));
    return nonce;
}

QByteArray seal(const QByteArray& plain, const QByteArray& key, const QByteArray& fileNonce, const QByteArray& fileId, quint64 index, bool last)
{
    const QByteArray nonce = fileNonce + littleEndian(index), data = associated(fileId, index, last);
    QByteArray sealed(plain.size() + static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES), Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()), nullptr, raw(plain),
                                               static_cast<unsigned long long>(plain.size()), raw(data), static_cast<unsigned long long>(data.size()),
                                               nullptr, raw(nonce), raw(key));
    return sealed;
}

std::optional<QByteArray> unseal(const QByteArray& sealed, const QByteArray& key, const QByteArray& fileNonce, const QByteArray& fileId,
                                 quint64 index, bool last)
{
    if (sealed.size() < static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES))
        return {};
    const QByteArray nonce = fileNonce + littleEndian(index), data = associated(fileId, index, last);
    QByteArray plain(sealed.size() - static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES), Qt::Uninitialized);
    const int code = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, raw(sealed),
                                                                static_cast<unsigned long long>(sealed.size()), raw(data),
                                                                static_cast<unsigned long long>(data.size()), raw(nonce), raw(key));
    return code == 0 ? std::optional<QByteArray>(plain) : std::nullopt;
}

} // namespace rapport::db::sealing
