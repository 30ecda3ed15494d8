// SPDX-License-Identifier: Apache-2.0
#include "app/capture/framepump.h"
#include "app/capture/framesource.h"

#include <QCamera>
#include <QCameraDevice>
#include <QDir>
#include <QFileInfo>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace rapport::capture
{

namespace
{

constexpr int silenceMs = 5000; ///< a camera that gives no picture for so long is not there

/// What Linux calls a camera (V4L2).
QStringList systemCameras()
{
    const QDir dev(QStringLiteral("/dev"));
    QStringList paths;
    for (const QString& name : dev.entryList({QStringLiteral("video*")}, QDir::System))
        paths.append(dev.filePath(name));
    return paths;
}

/// 1920 × 1080 at 15 pictures a second or more, or what comes nearest; raw pictures before compressed ones.
QCameraFormat wantedFormat(const QCameraDevice& device)
{
    const auto faults = [](const QCameraFormat& format) {
        const QSize size = format.resolution();
        const bool slow = format.maxFrameRate() < 15, compressed = format.pixelFormat() == QVideoFrameFormat::Format_Jpeg;
        return std::abs(size.width() - 1920) + std::abs(size.height() - 1080) + (slow ? 2000 : 0) + (compressed ? 300 : 0);
    };
    const QList<QCameraFormat> formats = device.videoFormats();
    const auto best = std::min_element(formats.begin(), formats.end(), [&](const auto& a, const auto& b) { return faults(a) < faults(b); });
    return best == formats.end() ? QCameraFormat() : *best;
}

class CameraSource : public FrameSource
{
public:
    CameraSource()
    {
        m_silence.setSingleShot(true);
        m_silence.setInterval(silenceMs);
        connect(&m_silence, &QTimer::timeout, this, [this] { lose(QStringLiteral("the camera gives no picture")); });
    }

    void start() override
    {
        if (camera())
            return;
        if (!m_media)
            makeMedia();
        const QList<QCameraDevice> cameras = QMediaDevices::videoInputs();
        if (cameras.isEmpty())
            return sayWhyNone();
        auto device = std::find_if(cameras.begin(), cameras.end(), [this](const auto& camera) { return camera.id() == m_chosen; });
        open(device == cameras.end() ? QMediaDevices::defaultVideoInput() : *device);
    }

    void stop() override
    {
        m_silence.stop();
        if (!m_media)
            return;
        m_media->pump.halt();
        m_media->session.setCamera(nullptr);
        m_media->camera.reset();
    }

    void advance() override {} // it goes on by itself
    void shoot() override
    {
        if (camera() && m_media->still.isReadyForCapture())
            m_media->still.capture();
        else
            Q_EMIT picture(m_shown);
    }
    bool isLive() const override { return true; }

    bool hasTorch() const override { return camera() && camera()->isTorchModeSupported(QCamera::TorchOn); }
    void setTorch(Torch torch) override
    {
        if (hasTorch())
            camera()->setTorchMode(torch == Torch::On ? QCamera::TorchOn : QCamera::TorchOff);
    }

    bool canFlip() const override { return camera() && QMediaDevices::videoInputs().size() > 1; }
    void flip() override
    {
        const QList<QCameraDevice> cameras = QMediaDevices::videoInputs();
        const auto now = std::find_if(cameras.begin(), cameras.end(), [this](const auto& camera) { return camera.id() == m_chosen; });
        if (!canFlip() || now == cameras.end())
            return;
        m_chosen = std::next(now) == cameras.end() ? cameras.front().id() : std::next(now)->id();
        stop();
        start();
    }

private:
    /// In the order they are built; the camera goes first.
    struct Media {
        explicit Media(std::function<void(const Frame&)> give) : pump(std::move(give)) {}
        FramePump pump;
        QMediaDevices devices;
        QImageCapture still;
        QMediaCaptureSession session;
        std::unique_ptr<QCamera> camera;
    };

    QCamera* camera() const { return m_media ? m_media->camera.get() : nullptr; }

    void makeMedia()
    {
        m_media = std::make_unique<Media>([this](const Frame& made) {
            m_silence.start();
            m_shown = made.picture;
            Q_EMIT frame(made);
        });
        m_media->session.setVideoSink(m_media->pump.sink());
        m_media->session.setImageCapture(&m_media->still);
        connect(&m_media->still, &QImageCapture::imageCaptured, this, [this](int, const QImage& taken) { Q_EMIT picture(taken); });
        connect(&m_media->still, &QImageCapture::errorOccurred, this, [this] { Q_EMIT picture(m_shown); }); // better than none
        connect(&m_media->devices, &QMediaDevices::videoInputsChanged, this, &CameraSource::inputsChanged);
    }

    void open(const QCameraDevice& device)
    {
        m_chosen = device.id();
        m_media->camera = std::make_unique<QCamera>(device);
        QCamera& opened = *m_media->camera;
        if (const QCameraFormat format = wantedFormat(device); !format.isNull())
            opened.setCameraFormat(format);
        if (opened.isFocusModeSupported(QCamera::FocusModeAutoNear))
            opened.setFocusMode(QCamera::FocusModeAutoNear);
        connect(
            &opened, &QCamera::errorOccurred, this, [this] { lose(QStringLiteral("the camera reports an error")); }, Qt::QueuedConnection);
        m_media->session.setCamera(&opened);
        m_media->pump.run();
        m_silence.start();
        opened.start();
        Q_EMIT abilitiesChanged();
    }

    void sayWhyNone()
    {
        const QStringList known = systemCameras();
        const bool closed =
            !known.isEmpty() && std::none_of(known.begin(), known.end(), [](const QString& path) { return QFileInfo(path).isReadable(); });
        Q_EMIT unavailable(closed ? Error{Error::Kind::Denied, QStringLiteral("the cameras of this machine may not be opened")}
                                  : Error{Error::Kind::NotFound, QStringLiteral("this machine has no camera")});
    }

    void inputsChanged()
    {
        const QList<QCameraDevice> cameras = QMediaDevices::videoInputs();
        const bool there = std::any_of(cameras.begin(), cameras.end(), [this](const auto& camera) { return camera.id() == m_chosen; });
        if (camera() && !there)
            lose(QStringLiteral("the camera was unplugged"));
        else
            Q_EMIT abilitiesChanged();
    }

    void lose(const QString& why)
    {
        if (!camera())
            return; // said already
        stop();
        Q_EMIT unavailable({Error::Kind::Offline, why});
    }

    std::unique_ptr<Media> m_media; ///< made at the first start: it brings the media libraries
    QByteArray m_chosen;
    QImage m_shown; ///< the newest frame, in the size it is shown
    QTimer m_silence;
};

} // namespace

std::unique_ptr<FrameSource> makeCameraSource()
{
    return std::make_unique<CameraSource>();
}

bool cameraPresent()
{
    return !systemCameras().isEmpty();
}

} // namespace rapport::capture
