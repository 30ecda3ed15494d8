// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/synccontroller.h"

#include "app/conversation/sentences.h"
#include "app/conversation/words.h"

namespace rapport::app
{

namespace
{

constexpr int seenMs = 800;
constexpr qint64 longestMs = 10'000;

/// Whatever waits are files, and for another network: all is as it was chosen.
bool onlyFilesWait(const device::Courier::State& state)
{
    const auto held = [](const device::FilesToFollow& files) { return files.passage != device::Passage::Goes; };
    return state.waiting > 0 && std::count_if(state.following.begin(), state.following.end(), held) == state.waiting;
}

} // namespace

SyncController::SyncController(device::Courier& courier, Clock clock, QObject* parent)
    : QObject(parent), m_courier(courier), m_clock(std::move(clock)), m_state(courier.state())
{
    m_trying.setSingleShot(true);
    m_trying.setInterval(seenMs);
    connect(&m_trying, &QTimer::timeout, this, &SyncController::lookAgain);
    connect(&courier, &device::Courier::stateChanged, this, &SyncController::look);
}

void SyncController::look()
{
    const device::Courier::State now = m_courier.state();
    if (now == m_state)
        return;
    m_state = now;
    Q_EMIT changed();
}

/// A try that fails at once is still seen; one that lasts is not waited for longer than people do: then the sentence says why.
void SyncController::lookAgain()
{
    if (m_state.sending > 0 && m_asked.elapsed() < longestMs)
        m_trying.start();
    Q_EMIT changed();
}

SyncController::State SyncController::state() const
{
    if (m_state.needsYou > 0)
        return NeedsYou;
    if (m_state.sending > 0)
        return Sending;
    return m_state.waiting > 0 ? Waiting : AllSent;
}

QString SyncController::text() const
{
    if (trying() && state() == Waiting)
        return tr("Trying now");
    switch (state()) {
    case NeedsYou:
        return tr("%n need(s) you", "", m_state.needsYou);
    case Sending:
        return tr("Sending %1 of %2").arg(m_state.sending).arg(m_state.sendingOf);
    case Waiting:
        return onlyFilesWait(m_state) ? tr("Answers sent") : tr("%n waiting", "", m_state.waiting);
    case AllSent:
        break;
    }
    return tr("All sent");
}

QString SyncController::lastContact() const
{
    return m_state.lastContact ? tr("last contact %1").arg(momentText(*m_state.lastContact, m_clock())) : QString();
}

QString SyncController::sentence() const
{
    const QString trouble = Sentences::hubTrouble(m_state.reason);
    if (trouble.isEmpty() || m_state.waiting == 0)
        return trouble;
    return trouble + QLatin1Char(' ') + Sentences::safeHere(m_state.waiting);
}

void SyncController::tryNow()
{
    m_lastTry = clockText(m_clock(), m_clock());
    m_asked.start();
    m_trying.start();
    Q_EMIT changed();
    m_courier.tryNow();
}

} // namespace rapport::app
