// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/connectorthread.h"

#include <QLoggingCategory>
#include <QThread>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.jobs")

} // namespace

bool ConnectorCalls::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, time, [this] { return m_stopping || m_woken; });
    m_woken = false;
    return !m_stopping;
}

bool ConnectorCalls::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void ConnectorCalls::enter()
{
    const std::lock_guard lock(m_mutex);
    m_calling = true;
}

bool ConnectorCalls::leave()
{
    const std::lock_guard lock(m_mutex);
    m_calling = false;
    return !m_abandoned;
}

void ConnectorCalls::carryOut(ConnectorWork& work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_running = QThread::currentThread();
    }
    work.run(*this);
    const std::lock_guard lock(m_mutex);
    m_running = nullptr;
    m_ended = true;
    m_changed.notify_all();
}

ConnectorThread::ConnectorThread(std::shared_ptr<ConnectorWork> work, std::chrono::milliseconds patience)
    : m_patience(patience), m_thread([work = std::move(work), calls = m_calls] { calls->carryOut(*work); })
{
}

void ConnectorThread::wake()
{
    const std::lock_guard lock(m_calls->m_mutex);
    m_calls->m_woken = true;
    m_calls->m_changed.notify_all();
}

void ConnectorThread::askToEnd()
{
    m_deadline = std::chrono::steady_clock::now() + m_patience;
    const std::lock_guard lock(m_calls->m_mutex);
    m_calls->m_stopping = true;
    if (m_calls->m_running)
        m_calls->m_running->quit();
    m_calls->m_changed.notify_all();
}

ConnectorThread::~ConnectorThread()
{
    if (!m_deadline)
        askToEnd();
    std::unique_lock lock(m_calls->m_mutex);
    m_calls->m_changed.wait_until(lock, *m_deadline, [this] { return m_calls->m_ended; });
    m_calls->m_abandoned = m_calls->m_calling; // our own work is short: that is waited for
    const bool leave = m_calls->m_abandoned;
    lock.unlock();
    if (!leave) {
        m_thread.join();
        return;
    }
    qCWarning(log) << "a connector's request did not end in time and was left behind";
    m_thread.detach();
}

} // namespace rapport::hub
