// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/photocontroller.h"

#include "app/conversation/sentences.h"

namespace rapport::app
{

using capture::FrameSource;

PhotoController::PhotoController(FrameSource& source, Camera camera, QObject* parent) : QObject(parent), m_source(source), m_camera(camera)
{
    connect(&source, &FrameSource::frame, this, [this](const capture::Frame& frame) {
        m_frame = frame.picture;
        Q_EMIT frameChanged();
        if (m_state == Starting)
            setState(Looking);
    });
    connect(&source, &FrameSource::picture, this, [this](const QImage& picture) {
        if (m_state != Shooting)
            return;
        const int node = m_nodeId;
        stop();
        Q_EMIT taken(node, picture);
    });
    connect(&source, &FrameSource::unavailable, this, [this](const Error& error) {
        if (m_state == Idle)
            return;
        m_torchOn = false;
        m_sentence = Sentences::failed(Sentences::Doing::TakingPhoto, error);
        setState(NoSource);
    });
    connect(&source, &FrameSource::abilitiesChanged, this, &PhotoController::changed);
}

void PhotoController::start(int nodeId)
{
    m_nodeId = nodeId;
    m_sentence.clear();
    setState(Starting);
    m_source.start();
}

void PhotoController::stop()
{
    m_source.stop();
    m_torchOn = false;
    m_frame = {};
    Q_EMIT frameChanged();
    setState(Idle);
}

void PhotoController::shoot()
{
    if (m_state != Looking)
        return;
    setState(Shooting);
    m_source.shoot();
}

void PhotoController::toggleTorch()
{
    if (!hasTorch())
        return;
    m_torchOn = !m_torchOn;
    m_source.setTorch(m_torchOn ? FrameSource::Torch::On : FrameSource::Torch::Off);
    Q_EMIT changed();
}

void PhotoController::flip()
{
    if (!canFlip())
        return;
    m_torchOn = false;
    m_source.flip();
    Q_EMIT changed();
}

void PhotoController::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace rapport::app
