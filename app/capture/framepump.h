// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/frame.h"

#include <QFutureWatcher>
#include <QMutex>
#include <QObject>
#include <QVideoFrame>
#include <QVideoSink>

#include <functional>
#include <memory>

namespace rapport::capture
{

/// Makes Frames of the video frames that come into its sink, off the UI thread. The newest one wins: while one is being made, of those that come
/// only the last is kept. Whoever feeds the sink goes before the pump does.
class FramePump : public QObject
{
public:
    explicit FramePump(std::function<void(const Frame&)> give); ///< called in the thread of the pump
    ~FramePump() override;

    QVideoSink* sink() { return &m_sink; }
    void run() { m_running = true; }
    void halt(); ///< no frame comes after it

private:
    void keep(const QVideoFrame& video); ///< any thread
    void makeNext();
    void made();

    std::function<void(const Frame&)> m_give;
    QVideoSink m_sink;
    QFutureWatcher<std::shared_ptr<Frame>> m_making; ///< shared, so that the result can be moved out
    Glance m_before;
    QMutex m_mutex;       ///< around the two below: the sink is fed by the player's thread
    QVideoFrame m_newest; ///< invalid: nothing waits
    bool m_called = false;
    bool m_running = false;
};

} // namespace rapport::capture
