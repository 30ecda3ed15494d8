// SPDX-License-Identifier: Apache-2.0
#include "app/sound/soundsource.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSource>
#include <QMediaDevices>
#include <QTimer>

namespace rapport::sound
{

namespace
{

constexpr int piecesPerSecond = 10; ///< so often the meter and the clock move; PulseAudio would hand out two seconds at a time
constexpr int silentMs = 3'000;     ///< a microphone gives samples all the time, also of silence: after so long without any it is gone

class Microphone : public SoundSource
{
public:
    Microphone()
    {
        m_silence.setInterval(silentMs);
        m_silence.setSingleShot(true);
        connect(&m_silence, &QTimer::timeout, this, [this] { end(Error::Kind::Offline); });
    }
    ~Microphone() override { stop(); }

    void start(int samplesPerSecond) override
    {
        stop();
        const QAudioDevice device = QMediaDevices::defaultAudioInput();
        QAudioFormat format;
        format.setSampleRate(samplesPerSecond);
        format.setChannelCount(1);
        format.setSampleFormat(QAudioFormat::Int16);
        if (device.isNull() || !device.isFormatSupported(format))
            return end(Error::Kind::NotFound);
        m_source = std::make_unique<QAudioSource>(device, format);
        connect(m_source.get(), &QAudioSource::stateChanged, this, [this](QAudio::State state) {
            if (state == QAudio::StoppedState && m_source->error() != QAudio::NoError)
                end(m_source->error() == QAudio::OpenError ? Error::Kind::Denied : Error::Kind::Offline);
        });
        m_source->setBufferSize(format.bytesForDuration(1'000'000 / piecesPerSecond));
        m_samples = m_source->start();
        if (!m_samples || m_source->error() == QAudio::OpenError)
            return end(Error::Kind::Denied);
        connect(m_samples, &QIODevice::readyRead, this, &Microphone::read);
        m_silence.start();
    }

    void stop() override
    {
        m_silence.stop();
        m_samples = nullptr;
        if (!m_source)
            return;
        m_source->disconnect(this);
        m_source->stop();
        m_source.release()->deleteLater(); // it may be what is calling
    }

private:
    void read()
    {
        if (!m_samples)
            return;
        QByteArray samples = m_samples->readAll();
        samples.chop(samples.size() % 2);
        if (samples.isEmpty())
            return;
        m_silence.start();
        Q_EMIT heard(samples);
    }

    void end(Error::Kind kind)
    {
        stop();
        Q_EMIT ended({kind, QStringLiteral("the microphone gives no sound")});
    }

    std::unique_ptr<QAudioSource> m_source;
    QIODevice* m_samples = nullptr; ///< belongs to m_source
    QTimer m_silence;
};

} // namespace

bool microphonePresent()
{
    return !QMediaDevices::audioInputs().isEmpty();
}

std::unique_ptr<SoundSource> makeMicrophone()
{
    return std::make_unique<Microphone>();
}

} // namespace rapport::sound
