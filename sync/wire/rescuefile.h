// SPDX-License-Identifier: Apache-2.0
// The envelope of a rescue file: what a device could not deliver, sealed so that its hub alone can open it. What is in it: rescue.h.
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>
#include <QString>

#include <functional>
#include <memory>

namespace rapport::wire
{

inline const QString rescueEnding = QStringLiteral(".rescue");

/// What anybody may know of a rescue file who has it in hands, and nobody more than that.
///
/// | bytes | what |
/// |---|---|
/// | 8 | "RPRESCUE" |
/// | 4 | version of this format, little-endian: 1 |
/// | 32 | the hub's X25519 key, so that another hub can say that it is not meant |
/// | 80 | the key of the stream in a libsodium sealed box for that key |
/// | 24 | header of the stream (libsodium's secretstream, XChaCha20-Poly1305) |
/// | … | the content in chunks of 64 KiB, the last one shorter and tagged FINAL, each 17 bytes longer than what is in it; associated data of each:
/// all of the above | | 32 | SHA-256 of everything before it: who cannot open the file can tell a torn one |
struct RescueEnvelope {
    QByteArray hubKey;
    QByteArray sha256; ///< hex, of the whole file: its name on the way to the hub
    qint64 size = 0;
};
/// Reads @p file from its beginning to its end. Invalid: it is no rescue file; Newer: a newer Rapport wrote it; Corrupt: it is torn.
Result<RescueEnvelope> readEnvelope(QIODevice& file);

/// Seals as it is written to; nothing but a chunk is in memory.
class RescueSealer
{
public:
    using Out = std::function<Status(QByteArrayView)>;
    static Result<std::unique_ptr<RescueSealer>> begin(const QByteArray& hubKey, Out out); ///< Invalid: that is no key
    ~RescueSealer();
    const QByteArray& header() const; ///< all that lies before the content
    Status write(QByteArrayView content);
    Status end(); ///< without it the file is torn

private:
    struct Private;
    explicit RescueSealer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Opens as it is read.
class RescueOpener
{
public:
    /// @p file stands at its beginning and is read no further than asked for. Denied: it is sealed for another hub; else as readEnvelope().
    static Result<std::unique_ptr<RescueOpener>> begin(QIODevice& file, const QByteArray& publicKey, const QByteArray& secretKey);
    ~RescueOpener();
    const QByteArray& header() const;
    /// Some bytes of the content, at most a chunk; none behind its end. Corrupt where it is torn or was changed.
    Result<QByteArray> next();

private:
    struct Private;
    explicit RescueOpener(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace rapport::wire
