// SPDX-License-Identifier: Apache-2.0
#include "app/sound/opusfile.h"

#include <QString>
#include <QtEndian>

#include <opusenc.h>

namespace rapport::sound
{

namespace
{

constexpr qint64 granulesPerMs = 48; ///< RFC 7845, section 4: positions count samples of 48 kHz, whatever was recorded

int append(void* file, const unsigned char* bytes, opus_int32 length)
{
    static_cast<QByteArray*>(file)->append(reinterpret_cast<const char*>(bytes), length);
    return 0;
}

int close(void*)
{
    return 0;
}

constexpr OpusEncCallbacks intoMemory{append, close};

} // namespace

Quality qualityNamed(const QString& word)
{
    if (word == QLatin1String("voice-only"))
        return {16'000, 12'000};
    if (word == QLatin1String("normal"))
        return {48'000, 64'000};
    return {24'000, 24'000};
}

Result<std::unique_ptr<OpusFile>> OpusFile::begin(const Quality& quality)
{
    std::unique_ptr<OpusFile> file(new OpusFile);
    file->m_rate = quality.samplesPerSecond;
    OggOpusComments* comments = ope_comments_create();
    int code = OPE_OK;
    file->m_encoder = ope_encoder_create_callbacks(&intoMemory, &file->m_file, comments, quality.samplesPerSecond, 1, 0, &code);
    ope_comments_destroy(comments);
    if (!file->m_encoder || code != OPE_OK)
        return Error{Error::Kind::Internal, QString::fromLatin1(ope_strerror(code))};
    ope_encoder_ctl(file->m_encoder, OPUS_SET_BITRATE(quality.bitsPerSecond));
    return file;
}

OpusFile::~OpusFile()
{
    if (m_encoder)
        ope_encoder_destroy(m_encoder);
}

void OpusFile::add(const QByteArray& samples)
{
    if (!m_encoder)
        return;
    const int count = static_cast<int>(samples.size() / 2);
    (void)ope_encoder_write(m_encoder, reinterpret_cast<const opus_int16*>(samples.constData()), count); // fails only where our callbacks do
    m_samples += count;
}

std::chrono::milliseconds OpusFile::length() const
{
    return std::chrono::milliseconds(m_samples * 1000 / m_rate);
}

QByteArray OpusFile::finish()
{
    if (m_encoder) {
        (void)ope_encoder_drain(m_encoder); // as above
        ope_encoder_destroy(m_encoder);
        m_encoder = nullptr;
    }
    return m_file;
}

/// A page begins "OggS", version, flags, then the position of its end (8 bytes, little-endian).
std::optional<std::chrono::milliseconds> opusLength(const QByteArray& tail)
{
    const qsizetype page = tail.lastIndexOf(QByteArrayLiteral("OggS"));
    if (page < 0 || page + 14 > tail.size())
        return {};
    const qint64 end = qFromLittleEndian<qint64>(tail.constData() + page + 6);
    if (end < 0)
        return {};
    return std::chrono::milliseconds(end / granulesPerMs);
}

} // namespace rapport::sound
