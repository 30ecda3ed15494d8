// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/codecontroller.h"

#include "app/conversation/sentences.h"

namespace rapport::app
{

using capture::FrameSource;

CodeController::CodeController(capture::Reader& reader, FrameSource& source, Camera camera, Clock clock, QObject* parent)
    : QObject(parent), m_finder(reader, std::move(clock)), m_source(source), m_camera(camera)
{
    connect(&m_finder, &capture::Finder::shown, this, [this](const QImage& picture) {
        m_frame = picture;
        Q_EMIT frameChanged();
    });
    connect(&m_finder, &capture::Finder::hintChanged, this, &CodeController::changed);
    connect(&m_finder, &capture::Finder::found, this, [this](const capture::Code& code) {
        m_source.advance();
        stop();
        Q_EMIT read(m_nodeId, code.text.trimmed());
    });
    connect(&m_finder, &capture::Finder::nothing, this, [this] {
        m_sentence = tr("There is no code in this picture that can be read. You can type it instead.");
        setState(NothingThere);
    });
    connect(&m_finder, &capture::Finder::failed, this, [this](const Error& error) {
        m_sentence = Sentences::failed(Sentences::Doing::ReadingAnswer, error);
        setState(m_source.isLive() ? Looking : NothingThere);
    });
    connect(&source, &FrameSource::unavailable, this, [this](const Error& error) {
        if (m_state == Idle)
            return;
        m_finder.stop();
        m_torchOn = false;
        m_sentence = Sentences::failed(Sentences::Doing::ReadingAnswer, error);
        setState(NoSource);
    });
    connect(&source, &FrameSource::abilitiesChanged, this, [this] {
        turnToFront();
        Q_EMIT changed();
    });
}

void CodeController::start(int nodeId, bool front)
{
    m_nodeId = nodeId;
    m_wantsFront = front;
    m_sentence.clear();
    setState(Looking);
    m_finder.look(m_source);
    turnToFront();
}

void CodeController::turnToFront()
{
    if (m_wantsFront && canFlip()) {
        m_wantsFront = false;
        flip();
    }
}

void CodeController::stop()
{
    m_finder.stop();
    m_torchOn = false;
    m_frame = {};
    Q_EMIT frameChanged();
    setState(Idle);
}

void CodeController::toggleTorch()
{
    if (!hasTorch())
        return;
    m_torchOn = !m_torchOn;
    m_source.setTorch(m_torchOn ? FrameSource::Torch::On : FrameSource::Torch::Off);
    Q_EMIT changed();
}

void CodeController::flip()
{
    if (!canFlip())
        return;
    m_torchOn = false;
    m_source.flip();
    Q_EMIT changed();
}

void CodeController::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

QString CodeController::guidance() const
{
    if (m_state != Looking || !m_sentence.isEmpty())
        return m_sentence;
    switch (m_finder.hint()) {
    case capture::Finder::Hint::TooDark:
        return tr("Too dark");
    case capture::Finder::Hint::Closer:
        return tr("Closer");
    case capture::Finder::Hint::HoldStill:
        return tr("Hold still");
    case capture::Finder::Hint::None:
        break;
    }
    return tr("Hold the code into the frame.");
}

} // namespace rapport::app
