// SPDX-License-Identifier: Apache-2.0
#include "app/capture/framepump.h"

#include <QtConcurrent>

#include <utility>

namespace rapport::capture
{

FramePump::FramePump(std::function<void(const Frame&)> give) : m_give(std::move(give))
{
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &FramePump::keep, Qt::DirectConnection);
    connect(&m_making, &QFutureWatcher<std::shared_ptr<Frame>>::finished, this, &FramePump::made);
}

FramePump::~FramePump()
{
    m_sink.disconnect(this);
    m_making.waitForFinished();
}

void FramePump::halt()
{
    m_running = false;
    m_before = {};
    const QMutexLocker lock(&m_mutex);
    m_newest = {};
}

void FramePump::keep(const QVideoFrame& video)
{
    const QMutexLocker lock(&m_mutex);
    m_newest = video;
    if (!video.isValid() || std::exchange(m_called, true))
        return;
    QMetaObject::invokeMethod(this, &FramePump::makeNext, Qt::QueuedConnection);
}

void FramePump::makeNext()
{
    const QMutexLocker lock(&m_mutex);
    const QVideoFrame video = std::exchange(m_newest, {});
    m_called = m_running && video.isValid();
    if (m_called)
        m_making.setFuture(QtConcurrent::run([video, before = m_before] { return std::make_shared<Frame>(makeFrame(video, before)); }));
}

void FramePump::made()
{
    const Frame frame = std::move(*m_making.result()); // its memory is the camera's: it is not held here
    if (m_running && !frame.isNull()) {
        m_before = frame.glance;
        m_give(frame);
    }
    makeNext();
}

} // namespace rapport::capture
