// SPDX-License-Identifier: Apache-2.0
#include "app/capture/framepump.h"
#include "app/capture/sources.h"

#include <QFileInfo>
#include <QMediaPlayer>
#include <QUrl>

namespace rapport::capture
{

namespace
{

/// A video in place of a camera: in its own time, without sound, from the beginning again at its end.
class VideoSource : public FrameSource
{
public:
    explicit VideoSource(QString path) : m_path(std::move(path)) {}

    void start() override
    {
        if (!m_player && !open())
            return;
        m_pump->run();
        m_player->play();
    }
    void stop() override
    {
        if (!m_player)
            return;
        m_pump->halt();
        m_player->pause();
    }
    void advance() override {} // it goes on by itself
    void shoot() override { Q_EMIT picture(m_shown); }
    bool isLive() const override { return true; }

private:
    bool open()
    {
        const QFileInfo info(m_path);
        if (!info.isReadable()) {
            Q_EMIT unavailable({info.exists() ? Error::Kind::Denied : Error::Kind::NotFound, QStringLiteral("the video cannot be read")});
            return false;
        }
        m_pump = std::make_unique<FramePump>([this](const Frame& made) {
            m_shown = made.picture;
            Q_EMIT frame(made);
        });
        m_player = std::make_unique<QMediaPlayer>();
        m_player->setVideoSink(m_pump->sink());
        connect(
            m_player.get(), &QMediaPlayer::errorOccurred, this, [this] { refuse(); }, Qt::QueuedConnection);
        connect(
            m_player.get(), &QMediaPlayer::mediaStatusChanged, this,
            [this](QMediaPlayer::MediaStatus status) {
                if (m_player && status == QMediaPlayer::EndOfMedia)
                    m_player->play(); // setLoops() has no effect with Qt 6.4 and ffmpeg
                else if (m_player && (status == QMediaPlayer::InvalidMedia || (status == QMediaPlayer::LoadedMedia && !m_player->hasVideo())))
                    refuse();
            },
            Qt::QueuedConnection);
        m_player->setSource(QUrl::fromLocalFile(info.absoluteFilePath()));
        return true;
    }

    void refuse()
    {
        if (!m_player)
            return;       // said already
        m_player.reset(); // the next start() tries again
        m_pump.reset();
        Q_EMIT unavailable({Error::Kind::Invalid, QStringLiteral("this is no video that can be played here")});
    }

    QString m_path;
    QImage m_shown;
    std::unique_ptr<FramePump> m_pump; ///< both are made at the first start: they bring the media libraries
    std::unique_ptr<QMediaPlayer> m_player;
};

} // namespace

std::unique_ptr<FrameSource> makeVideoSource(const QString& path)
{
    return std::make_unique<VideoSource>(path);
}

} // namespace rapport::capture
