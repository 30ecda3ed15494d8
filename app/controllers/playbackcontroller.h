// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"

#include <QImage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QAudioOutput;
class QMediaPlayer;
class QVideoSink;

namespace rapport::app
{

/// Plays one sound or film of a conversation, or of the content, as it lies in the store: read and unsealed as it is played, so that no plain copy is
/// made.
class PlaybackController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a controller")
    Q_PROPERTY(QString source READ source NOTIFY changed) ///< of what is played or paused; empty: nothing
    Q_PROPERTY(bool playing READ playing NOTIFY changed)
    Q_PROPERTY(QString failed READ failed NOTIFY changed)           ///< the source that cannot be played; else empty
    Q_PROPERTY(qreal progress READ progress NOTIFY moved)           ///< 0 … 1
    Q_PROPERTY(QString positionText READ positionText NOTIFY moved) ///< "0:12 / 0:42"
    Q_PROPERTY(QImage frame READ frame NOTIFY frameChanged)         ///< of a film; for FrameView

public:
    explicit PlaybackController(StoreThread& thread, QObject* parent = nullptr); ///< borrows @p thread, for reading
    ~PlaybackController() override;

    /// Names an attachment for play().
    static QString sourceOf(store::ConversationId conversation, const QString& attachment);
    static QString sourceOfAsset(const QString& sha256, const QString& fileName); ///< the file of an asset

    QString source() const { return m_source; }
    bool playing() const;
    QString failed() const { return m_failed; }
    qreal progress() const;
    QString positionText() const;
    QImage frame() const { return m_frame; }

    Q_INVOKABLE void play(const QString& source); ///< from its beginning, or on where it was paused
    Q_INVOKABLE void pause();
    Q_INVOKABLE void stop();
    Q_INVOKABLE void seek(qreal progress);

Q_SIGNALS:
    void changed();
    void moved();
    void frameChanged();

private:
    void begin(std::shared_ptr<QIODevice> file, const QString& name);
    void fail();

    StoreThread& m_thread;
    std::shared_ptr<QIODevice> m_file; ///< outlives the player that reads it
    std::unique_ptr<QAudioOutput> m_loudspeaker;
    std::unique_ptr<QVideoSink> m_screen;
    std::unique_ptr<QMediaPlayer> m_player;
    QString m_source, m_failed;
    QImage m_frame;
};

} // namespace rapport::app
