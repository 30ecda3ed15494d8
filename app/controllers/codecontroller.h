// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/finder.h"
#include "app/capture/framesource.h"
#include "forms/base/clock.h"

#include <QImage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace rapport::app
{

/// The camera that reads a code for a question: the first one that is understood is the answer, whatever its format.
class CodeController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QImage frame READ frame NOTIFY frameChanged)   ///< what the camera sees; for FrameView
    Q_PROPERTY(QString guidance READ guidance NOTIFY changed) ///< one line: what would help, or why nothing can be read
    Q_PROPERTY(bool hasCamera READ hasCamera CONSTANT)        ///< one is worth being asked for
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY changed)
    Q_PROPERTY(bool torchOn READ torchOn NOTIFY changed)
    Q_PROPERTY(bool canFlip READ canFlip NOTIFY changed)

public:
    enum State { Idle, Looking, NothingThere, NoSource }; ///< NothingThere: no code in this one picture
    Q_ENUM(State)
    enum class Camera { Absent, Present };

    /// Borrows both.
    CodeController(capture::Reader& reader, capture::FrameSource& source, Camera camera, Clock clock, QObject* parent = nullptr);

    State state() const { return m_state; }
    QImage frame() const { return m_frame; }
    QString guidance() const;
    bool hasCamera() const { return m_camera == Camera::Present; }
    bool hasTorch() const { return m_state == Looking && m_source.hasTorch(); }
    bool torchOn() const { return m_torchOn; }
    bool canFlip() const { return m_state == Looking && m_source.canFlip(); }

    /// For the question @p nodeId, when the page is shown; @p front: with the camera that looks at the person, once there are two.
    Q_INVOKABLE void start(int nodeId, bool front);
    Q_INVOKABLE void stop(); ///< when it is hidden
    Q_INVOKABLE void toggleTorch();
    Q_INVOKABLE void flip();

Q_SIGNALS:
    void changed();
    void frameChanged();
    void read(int nodeId, const QString& text); ///< and the camera has stopped

private:
    void setState(State state);
    void turnToFront();

    capture::Finder m_finder;
    capture::FrameSource& m_source;
    Camera m_camera;
    State m_state = Idle;
    QImage m_frame;
    QString m_sentence;
    int m_nodeId = 0;
    bool m_torchOn = false, m_wantsFront = false;
};

} // namespace rapport::app
