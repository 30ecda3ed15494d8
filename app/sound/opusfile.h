// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <optional>

struct OggOpusEnc;

namespace rapport::sound
{

/// How a voice is kept: the words of a form's `quality` (FORMS-SPEC section 2).
struct Quality {
    int samplesPerSecond, bitsPerSecond;
};
Quality qualityNamed(const QString& word); ///< "voice-only", "low", "normal"; of anything else "low"

/// An Ogg Opus file (RFC 7845) that grows in memory while somebody speaks: 3 MB for an hour of "voice-only", 29 MB of "normal".
class OpusFile
{
public:
    static Result<std::unique_ptr<OpusFile>> begin(const Quality& quality);
    ~OpusFile();
    OpusFile(const OpusFile&) = delete;
    OpusFile& operator=(const OpusFile&) = delete;

    void add(const QByteArray& samples); ///< 16 bits, one channel
    std::chrono::milliseconds length() const;
    QByteArray finish(); ///< the whole file; nothing is added after it

private:
    OpusFile() = default;

    OggOpusEnc* m_encoder = nullptr;
    QByteArray m_file;
    qint64 m_samples = 0;
    int m_rate = 0;
};

/// How long an Ogg Opus file plays, from its last 64 KiB; nothing where it is no such file or torn.
std::optional<std::chrono::milliseconds> opusLength(const QByteArray& tail);

} // namespace rapport::sound
