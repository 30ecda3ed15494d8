// SPDX-License-Identifier: Apache-2.0
// Rescue files: this device's own into a folder, and another one's to the hub, piece by piece between the rounds.
#include "sync/device/courier_private.h"
#include "sync/wire/rescuefile.h"

#include <QFile>
#include <QLoggingCategory>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

constexpr int mostAnew = 3;

} // namespace

/// Also while a request is under way: it may be the one that nobody answers.
void CourierWorker::exportRescue(const QString& path)
{
    RescueExport outcome;
    outcome.reason = QStringLiteral("storage");
    if (m_store)
        outcome = device::exportRescue(*m_store, path, m_clock());
    qCInfo(log) << "rescue export:" << (outcome.done() ? QStringLiteral("done") : outcome.reason) << outcome.conversations;
    Q_EMIT rescueExported(outcome);
}

void CourierWorker::deliverRescue(const QString& path)
{
    m_carried = std::make_unique<QFile>(path);
    m_envelope.reset();
    m_carriedAnew = 0;
    carryOn();
}

/// A turn of it, then whatever has become due, then the next turn.
void CourierWorker::carryOn()
{
    if (!m_carried || m_exchange->isStopping())
        return;
    if (m_inRound)
        return afterwards([this] { carryOn(); });
    m_inRound = true;
    const auto ended = carry();
    m_inRound = false;
    if (m_exchange->isStopping())
        return;
    if (ended) {
        qCInfo(log) << "rescue delivery:" << (ended->done() ? QStringLiteral("done") : ended->reason);
        m_carried.reset();
        publish([](Courier::State& state) { state.carried = state.carriedOf = 0; });
        Q_EMIT rescueDelivered(*ended);
    } else {
        QTimer::singleShot(100, this, &CourierWorker::carryOn);
    }
    if (std::exchange(m_again, false))
        round();
    serveWaiting();
}

/// Nothing: there is more to do.
std::optional<RescueDelivery> CourierWorker::carry()
{
    if (!m_store || !m_exchange->hasHub())
        return RescueDelivery{QStringLiteral("offline"), {}};
    if (!m_envelope) {
        if (!m_carried->open(QIODevice::ReadOnly))
            return RescueDelivery{QStringLiteral("unreadable"), {}};
        const auto envelope = wire::readEnvelope(*m_carried); // before it goes anywhere
        if (!envelope)
            return RescueDelivery{wire::rescueWord(envelope.error()), {}};
        if (m_membership && m_membership->hubKey != envelope->hubKey)
            return RescueDelivery{wire::rescue::otherHub, {}};
        m_envelope = *envelope;
    }
    const QString name = QString::fromLatin1(m_envelope->sha256);
    const Upload upload{QStringLiteral("/v1/rescue/") + name, m_envelope->size, [this](qint64 done) {
                            publish([&](Courier::State& state) {
                                state.carried = done;
                                state.carriedOf = m_envelope->size;
                            });
                        }};
    const auto leave = [this, before = m_pieces] { return m_exchange->isStopping() || (m_again && m_pieces > before); }; // as in sendFiles()
    const Outcome sent = sendPieces(upload, *m_carried, leave);
    if (sent.kind != Outcome::Kind::Unreadable)
        heard(sent);
    if (sent.kind != Outcome::Kind::Done)
        return RescueDelivery{sent.word(), {}};
    if (sent.offset != m_envelope->size)
        return {};
    return takenIn(name);
}

/// What the hub makes of the file that it has whole now.
std::optional<RescueDelivery> CourierWorker::takenIn(const QString& name)
{
    const QString path = QStringLiteral("/v1/rescue?file=%1&size=%2").arg(name).arg(m_envelope->size);
    Outcome outcome = m_exchange->ask("POST", path);
    if (renewed(outcome))
        outcome = m_exchange->ask("POST", path);
    heard(outcome);
    if (outcome.kind == Outcome::Kind::Done) {
        if (const auto report = wire::parseRescueReport(outcome.body))
            return RescueDelivery{{}, *report};
        return {}; // it is at it
    }
    const QString word = wire::refusalIn(outcome.body);
    if (outcome.kind == Outcome::Kind::Refused && word == wire::rescue::notHere && ++m_carriedAnew < mostAnew)
        return {}; // begin anew: the hub has put it away, or was restored
    return RescueDelivery{outcome.kind == Outcome::Kind::Refused && !word.isEmpty() ? word : outcome.word(), {}};
}

} // namespace rapport::device
