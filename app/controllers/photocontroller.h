// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/framesource.h"
#include "app/controllers/photoalbum.h"

#include <QImage>
#include <QObject>

namespace rapport::app
{

/// The camera that takes a photo for a question, and the album where there is none.
class PhotoController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QImage frame READ frame NOTIFY frameChanged)   ///< what the camera sees; for FrameView
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed) ///< why it sees nothing; else empty
    Q_PROPERTY(bool hasCamera READ hasCamera CONSTANT)        ///< one is worth being asked for
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY changed)
    Q_PROPERTY(bool torchOn READ torchOn NOTIFY changed)
    Q_PROPERTY(bool canFlip READ canFlip NOTIFY changed)
    Q_PROPERTY(rapport::app::PhotoAlbum* album READ album CONSTANT)

public:
    enum State { Idle, Starting, Looking, Shooting, NoSource }; ///< Looking: there is something to be seen
    Q_ENUM(State)
    enum class Camera { Absent, Present };

    /// Borrows @p source.
    PhotoController(capture::FrameSource& source, Camera camera, QObject* parent = nullptr);

    State state() const { return m_state; }
    QImage frame() const { return m_frame; }
    QString sentence() const { return m_sentence; }
    bool hasCamera() const { return m_camera == Camera::Present; }
    bool hasTorch() const { return m_state == Looking && m_source.hasTorch(); }
    bool torchOn() const { return m_torchOn; }
    bool canFlip() const { return m_state == Looking && m_source.canFlip(); }
    PhotoAlbum* album() { return &m_album; }

    Q_INVOKABLE void start(int nodeId); ///< of the question; when the camera is shown
    Q_INVOKABLE void stop();            ///< when it is hidden
    Q_INVOKABLE void shoot();           ///< then taken(), and the camera stops
    Q_INVOKABLE void toggleTorch();
    Q_INVOKABLE void flip();

Q_SIGNALS:
    void changed();
    void frameChanged();
    void taken(int nodeId, const QImage& picture);

private:
    void setState(State state);

    capture::FrameSource& m_source;
    Camera m_camera;
    PhotoAlbum m_album;
    State m_state = Idle;
    QImage m_frame;
    QString m_sentence;
    int m_nodeId = 0;
    bool m_torchOn = false;
};

} // namespace rapport::app
