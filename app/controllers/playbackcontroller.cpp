// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/playbackcontroller.h"

#include "app/controllers/filewords.h"
#include "app/conversation/whendone.h"
#include "sync/store/assets.h"
#include "sync/store/attachmentfile.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>

namespace rapport::app
{

namespace
{

const QString assetPrefix = QStringLiteral("asset:"); ///< no conversation is called so

Result<std::unique_ptr<QIODevice>> fileOf(store::Store& store, const QString& source)
{
    const QString place = source.section(QLatin1Char('/'), 0, 0);
    if (place.startsWith(assetPrefix))
        return store::openAsset(store, place.mid(assetPrefix.size()));
    return store::openAttachment(store, store::ConversationId::parse(place), source.section(QLatin1Char('/'), 1));
}

} // namespace

PlaybackController::PlaybackController(StoreThread& thread, QObject* parent) : QObject(parent), m_thread(thread) {}

PlaybackController::~PlaybackController()
{
    m_player.reset(); // before what it plays to
}

QString PlaybackController::sourceOf(store::ConversationId conversation, const QString& attachment)
{
    return conversation.text() + QLatin1Char('/') + attachment;
}

QString PlaybackController::sourceOfAsset(const QString& sha256, const QString& fileName)
{
    return assetPrefix + sha256 + QLatin1Char('/') + fileName;
}

bool PlaybackController::playing() const
{
    return m_player && m_player->playbackState() == QMediaPlayer::PlayingState;
}

qreal PlaybackController::progress() const
{
    return m_player && m_player->duration() > 0 ? qreal(m_player->position()) / qreal(m_player->duration()) : 0;
}

QString PlaybackController::positionText() const
{
    using std::chrono::milliseconds;
    return m_player ? clockText(milliseconds(m_player->position())) + QStringLiteral(" / ") + clockText(milliseconds(m_player->duration()))
                    : QString();
}

void PlaybackController::play(const QString& source)
{
    if (m_player && source == m_source)
        return m_player->play();
    stop();
    m_source = source;
    m_failed.clear();
    Q_EMIT changed();
    const QString name = source.section(QLatin1Char('/'), 1);
    auto opened = m_thread.run([source](store::Store& store) -> std::shared_ptr<QIODevice> {
        auto file = fileOf(store, source);
        if (!file)
            return nullptr;
        (*file)->moveToThread(nullptr); // the player's threads read it
        return std::move(*file);
    });
    whenDone(opened, this, [this, source, name](const std::shared_ptr<QIODevice>& file) {
        if (source != m_source || m_player)
            return;
        if (file)
            begin(file, name);
        else
            fail();
    });
}

void PlaybackController::begin(std::shared_ptr<QIODevice> file, const QString& name)
{
    m_file = std::move(file);
    m_screen = std::make_unique<QVideoSink>();
    m_player = std::make_unique<QMediaPlayer>();
    if (!QMediaDevices::defaultAudioOutput().isNull()) { // without one Qt 6.4's player writes to no device, and dies
        m_loudspeaker = std::make_unique<QAudioOutput>();
        m_player->setAudioOutput(m_loudspeaker.get());
    }
    m_player->setVideoSink(m_screen.get());
    connect(m_screen.get(), &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& frame) {
        m_frame = frame.toImage();
        Q_EMIT frameChanged();
    });
    connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this, &PlaybackController::changed);
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, &PlaybackController::moved);
    connect(m_player.get(), &QMediaPlayer::durationChanged, this, &PlaybackController::moved);
    // Later: it is the player that is calling, and it goes. What is heard of an older one is asked of the one that plays now.
    const auto look = [this] {
        if (!m_player)
            return;
        const bool unheard = !m_loudspeaker && m_player->mediaStatus() >= QMediaPlayer::LoadedMedia && !m_player->hasVideo();
        if (m_player->error() != QMediaPlayer::NoError || m_player->mediaStatus() == QMediaPlayer::InvalidMedia || unheard)
            fail();
        else if (m_player->mediaStatus() == QMediaPlayer::EndOfMedia)
            stop();
    };
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this, look, Qt::QueuedConnection);
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, look, Qt::QueuedConnection);
    m_player->setSourceDevice(m_file.get(), QUrl::fromLocalFile(QLatin1Char('/') + name)); // a name: its ending helps to know what it is
    m_player->play();
}

void PlaybackController::pause()
{
    if (m_player)
        m_player->pause();
}

void PlaybackController::seek(qreal progress)
{
    if (m_player)
        m_player->setPosition(static_cast<qint64>(progress * qreal(m_player->duration())));
}

void PlaybackController::stop()
{
    m_player.reset();
    m_screen.reset();
    m_loudspeaker.reset();
    m_file.reset();
    m_source.clear();
    m_frame = {};
    Q_EMIT changed();
    Q_EMIT moved();
    Q_EMIT frameChanged();
}

void PlaybackController::fail()
{
    if (m_source.isEmpty())
        return;
    m_failed = m_source;
    stop();
}

} // namespace rapport::app
