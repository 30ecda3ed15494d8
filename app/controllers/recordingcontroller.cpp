// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/recordingcontroller.h"

#include "app/controllers/filewords.h"
#include "app/conversation/sentences.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace rapport::app
{

namespace
{

constexpr qreal quietest = -50; ///< dB below full scale: the left end of the meter

/// The loudest sample, as the ear takes it: in decibels.
qreal levelOf(const QByteArray& samples)
{
    int peak = 0;
    for (qsizetype at = 0; at + 1 < samples.size(); at += 2) {
        qint16 sample = 0;
        std::memcpy(&sample, samples.constData() + at, sizeof sample);
        peak = std::max(peak, std::abs(int(sample)));
    }
    return peak == 0 ? 0 : std::clamp(1 - 20 * std::log10(peak / 32768.0) / quietest, 0.0, 1.0);
}

} // namespace

RecordingController::RecordingController(std::unique_ptr<sound::SoundSource> source, std::chrono::minutes longest)
    : m_source(std::move(source)), m_longest(longest)
{
    connect(m_source.get(), &sound::SoundSource::heard, this, &RecordingController::take);
    connect(m_source.get(), &sound::SoundSource::ended, this, [this](const Error& error) {
        m_hasMicrophone = error.kind != Error::Kind::NotFound && error.kind != Error::Kind::Offline;
        const bool something = m_file && m_file->length().count() > 0;
        end(Sentences::failed(something ? Sentences::Doing::GoingOnRecording : Sentences::Doing::Recording, error));
    });
}

QString RecordingController::lengthText() const
{
    return clockText(m_file ? m_file->length() : std::chrono::milliseconds(0));
}

QString RecordingController::limitText() const
{
    return tr("Up to %n minute(s).", "", static_cast<int>(m_longest.count()));
}

void RecordingController::look()
{
    const bool present = sound::microphonePresent();
    if (present == m_hasMicrophone)
        return;
    m_hasMicrophone = present;
    Q_EMIT changed();
}

void RecordingController::start(int nodeId, const QString& quality)
{
    stop();
    m_nodeId = nodeId;
    const sound::Quality wanted = sound::qualityNamed(quality);
    auto begun = sound::OpusFile::begin(wanted);
    if (!begun)
        return end(Sentences::failed(Sentences::Doing::Recording, begun.error()));
    m_file = std::move(*begun);
    Q_EMIT changed();
    Q_EMIT heard();
    m_source->start(wanted.samplesPerSecond);
}

void RecordingController::take(const QByteArray& samples)
{
    if (!m_file)
        return;
    m_file->add(samples);
    m_level = levelOf(samples);
    Q_EMIT heard();
    if (m_file->length() >= m_longest)
        end(tr("The recording has reached its greatest length and was stopped. It is kept."));
}

void RecordingController::stop()
{
    if (m_nodeId >= 0)
        end({});
}

void RecordingController::end(const QString& sentence)
{
    m_source->stop();
    const int node = std::exchange(m_nodeId, -1);
    const auto file = std::exchange(m_file, nullptr);
    m_level = 0;
    Q_EMIT changed();
    Q_EMIT heard();
    if (node >= 0)
        Q_EMIT recorded(node, file && file->length().count() > 0 ? file->finish() : QByteArray(), sentence);
}

} // namespace rapport::app
