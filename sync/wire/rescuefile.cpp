// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/rescuefile.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>

namespace rapport::wire
{

namespace
{

const QByteArray magic = QByteArrayLiteral("RPRESCUE");
constexpr quint32 version = 1;
constexpr qint64 keySize = crypto_box_PUBLICKEYBYTES, sealedKeySize = crypto_box_SEALBYTES + crypto_secretstream_xchacha20poly1305_KEYBYTES,
                 streamHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES, versionAt = 8, keyAt = versionAt + 4,
                 sealedKeyAt = keyAt + keySize, streamHeaderAt = sealedKeyAt + sealedKeySize, headerSize = streamHeaderAt + streamHeaderSize,
                 chunkSize = 64 * 1024, more = crypto_secretstream_xchacha20poly1305_ABYTES, sumSize = 32;

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned long long length(const QByteArray& bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

Error torn()
{
    return {Error::Kind::Corrupt, QStringLiteral("the rescue file is torn")};
}

/// Exactly @p size bytes, or fewer where the file ends.
QByteArray readSome(QIODevice& file, qint64 size)
{
    QByteArray bytes;
    while (bytes.size() < size) {
        const QByteArray some = file.read(size - bytes.size());
        if (some.isEmpty())
            break;
        bytes += some;
    }
    return bytes;
}

Result<QByteArray> readHeader(QIODevice& file)
{
    const QByteArray header = readSome(file, headerSize);
    if (!header.startsWith(magic))
        return Error{Error::Kind::Invalid, QStringLiteral("this is no rescue file")};
    if (header.size() >= keyAt && qFromLittleEndian<quint32>(header.constData() + versionAt) != version)
        return Error{Error::Kind::Newer, QStringLiteral("the rescue file has another version")};
    return header.size() == headerSize ? Result<QByteArray>(header) : torn();
}

} // namespace

Result<RescueEnvelope> readEnvelope(QIODevice& file)
{
    const auto header = readHeader(file);
    if (!header)
        return header.error();
    QCryptographicHash whole(QCryptographicHash::Sha256), content(QCryptographicHash::Sha256);
    whole.addData(*header);
    content.addData(*header);
    qint64 size = header->size();
    QByteArray held; // what may be the sum
    for (QByteArray piece; !(piece = file.read(4 * chunkSize)).isEmpty();) {
        size += piece.size();
        whole.addData(piece);
        held += piece;
        const qsizetype surely = std::max<qsizetype>(0, held.size() - sumSize);
        content.addData(QByteArrayView(held).first(surely));
        held.remove(0, surely);
    }
    if (size < headerSize + more + sumSize || content.result() != held)
        return torn();
    return RescueEnvelope{header->mid(keyAt, keySize), whole.result().toHex(), size};
}

struct RescueSealer::Private {
    Out out;
    QByteArray header, held;
    crypto_secretstream_xchacha20poly1305_state stream{};
    QCryptographicHash sum{QCryptographicHash::Sha256};

    ~Private() { sodium_memzero(&stream, sizeof stream); }
    Status pass(const QByteArray& bytes)
    {
        sum.addData(bytes);
        return out(bytes);
    }
    Status seal(const QByteArray& plain, unsigned char tag)
    {
        QByteArray sealed(plain.size() + more, Qt::Uninitialized);
        crypto_secretstream_xchacha20poly1305_push(&stream, raw(sealed), nullptr, raw(plain), length(plain), raw(header), length(header), tag);
        return pass(sealed);
    }
};

RescueSealer::RescueSealer(std::unique_ptr<Private> privateData) : d(std::move(privateData)) {}
RescueSealer::~RescueSealer() = default;

Result<std::unique_ptr<RescueSealer>> RescueSealer::begin(const QByteArray& hubKey, Out out)
{
    if (sodium_init() < 0 || hubKey.size() != keySize)
        return Error{Error::Kind::Invalid, QStringLiteral("this is no key of a hub")};
    auto d = std::make_unique<Private>();
    d->out = std::move(out);
    QByteArray key(crypto_secretstream_xchacha20poly1305_KEYBYTES, Qt::Uninitialized), sealedKey(sealedKeySize, Qt::Uninitialized),
        streamHeader(streamHeaderSize, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_keygen(raw(key));
    crypto_secretstream_xchacha20poly1305_init_push(&d->stream, raw(streamHeader), raw(key));
    const bool isSealed = crypto_box_seal(raw(sealedKey), raw(key), length(key), raw(hubKey)) == 0;
    sodium_memzero(key.data(), static_cast<std::size_t>(key.size()));
    if (!isSealed)
        return Error{Error::Kind::Invalid, QStringLiteral("this is no key of a hub")};
    QByteArray number(4, Qt::Uninitialized);
    qToLittleEndian(version, number.data());
    d->header = magic + number + hubKey + sealedKey + streamHeader;
    if (auto begun = d->pass(d->header); !begun)
        return begun.error();
    return std::unique_ptr<RescueSealer>(new RescueSealer(std::move(d)));
}

const QByteArray& RescueSealer::header() const
{
    return d->header;
}

Status RescueSealer::write(QByteArrayView content)
{
    while (!content.isEmpty()) {
        if (d->held.size() == chunkSize) { // more follows: it is not the last one
            if (auto sealed = d->seal(d->held, 0); !sealed)
                return sealed;
            d->held.clear();
        }
        const qsizetype fits = std::min<qsizetype>(chunkSize - d->held.size(), content.size());
        d->held.append(content.data(), fits);
        content = content.sliced(fits);
    }
    return ok();
}

Status RescueSealer::end()
{
    if (auto sealed = d->seal(d->held, crypto_secretstream_xchacha20poly1305_TAG_FINAL); !sealed)
        return sealed;
    d->held.clear();
    return d->out(d->sum.result());
}

struct RescueOpener::Private {
    explicit Private(QIODevice& opened) : file(opened) {}
    ~Private() { sodium_memzero(&stream, sizeof stream); }
    QIODevice& file;
    QByteArray header;
    crypto_secretstream_xchacha20poly1305_state stream{};
    bool ended = false;
};

RescueOpener::RescueOpener(std::unique_ptr<Private> privateData) : d(std::move(privateData)) {}
RescueOpener::~RescueOpener() = default;

Result<std::unique_ptr<RescueOpener>> RescueOpener::begin(QIODevice& file, const QByteArray& publicKey, const QByteArray& secretKey)
{
    const auto header = readHeader(file);
    if (!header)
        return header.error();
    const bool keys = sodium_init() >= 0 && publicKey.size() == keySize && secretKey.size() == static_cast<qsizetype>(crypto_box_SECRETKEYBYTES);
    if (!keys || header->mid(keyAt, keySize) != publicKey)
        return Error{Error::Kind::Denied, QStringLiteral("the rescue file is sealed for another hub")};
    const QByteArray sealedKey = header->mid(sealedKeyAt, sealedKeySize), streamHeader = header->mid(streamHeaderAt, streamHeaderSize);
    auto d = std::make_unique<Private>(file);
    d->header = *header;
    QByteArray key(crypto_secretstream_xchacha20poly1305_KEYBYTES, Qt::Uninitialized);
    const bool open = crypto_box_seal_open(raw(key), raw(sealedKey), length(sealedKey), raw(publicKey), raw(secretKey)) == 0 &&
                      crypto_secretstream_xchacha20poly1305_init_pull(&d->stream, raw(streamHeader), raw(key)) == 0;
    sodium_memzero(key.data(), static_cast<std::size_t>(key.size()));
    return open ? Result<std::unique_ptr<RescueOpener>>(std::unique_ptr<RescueOpener>(new RescueOpener(std::move(d)))) : torn();
}

const QByteArray& RescueOpener::header() const
{
    return d->header;
}

/// A chunk is full or the last one, which the sum follows.
Result<QByteArray> RescueOpener::next()
{
    if (d->ended)
        return QByteArray();
    const qint64 ahead = d->file.peek(chunkSize + more + sumSize).size();
    const qint64 size = std::min(chunkSize + more, ahead - sumSize);
    const QByteArray sealed = size < more ? QByteArray() : d->file.read(size);
    QByteArray plain(std::max<qsizetype>(0, sealed.size() - more), Qt::Uninitialized);
    unsigned char tag = 0;
    if (sealed.isEmpty() || crypto_secretstream_xchacha20poly1305_pull(&d->stream, raw(plain), nullptr, &tag, raw(sealed), length(sealed),
                                                                       raw(d->header), length(d->header)) != 0)
        return torn();
    d->ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (d->ended ? d->file.read(sumSize + 1).size() != sumSize : plain.size() != chunkSize)
        return torn();
    return plain;
}

} // namespace rapport::wire
