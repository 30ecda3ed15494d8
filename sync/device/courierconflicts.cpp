// SPDX-License-Identifier: Apache-2.0
// Questions between two values (sync/wire/conflict.h): what was decided here goes out, what is open comes down.
#include "sync/device/courier_private.h"
#include "sync/store/conflicts.h"

#include <QLoggingCategory>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

using namespace std::chrono_literals;
using State = store::KeptConflict::State;

/// Before it the person may take it back. A clock that was set back makes nobody wait.
std::chrono::milliseconds untilDue(const store::KeptConflict& one, const QDateTime& now)
{
    const std::chrono::milliseconds left(now.msecsTo(one.decidedAt.addSecs(store::decisionUndo.count())));
    return one.state == State::Sending || left > store::decisionUndo ? std::chrono::milliseconds(0) : left;
}

/// What a hub says of a decision that it does not take, or that is settled; nothing: this was no such answer.
std::optional<std::optional<wire::Verdict>> verdictOf(const Outcome& outcome)
{
    using Verdict = std::optional<wire::Verdict>;
    if (outcome.kind == Outcome::Kind::Refused && outcome.status == 404)
        return Verdict();
    const bool said = outcome.kind == Outcome::Kind::Done || (outcome.kind == Outcome::Kind::Refused && outcome.status == 409);
    const auto verdict = said ? wire::parseVerdict(outcome.body) : Result<wire::Verdict>(Error{});
    return verdict ? std::optional<Verdict>(*verdict) : std::nullopt;
}

} // namespace

/// When the hub is not reached the rest is not tried.
bool CourierWorker::decideDue()
{
    const auto kept = store::conflicts(*m_store);
    if (!kept)
        return false;
    for (const store::KeptConflict& one : *kept) {
        const bool due = one.isOnItsWay() && untilDue(one, m_clock()).count() <= 0;
        const auto begun = due ? store::beginDeciding(*m_store, one.conflict.id) : Result<std::optional<store::BegunDecision>>(std::nullopt);
        if (!begun)
            return false;
        if (!*begun)
            continue;
        Q_EMIT conversationsChanged(); // it cannot be taken back any more
        const bool answered = decide(**begun);
        Q_EMIT conversationsChanged();
        if (m_exchange->isStopping() || !answered)
            return false;
        m_again = true; // its receipt has changed
    }
    return true;
}

bool CourierWorker::decide(const store::BegunDecision& begun)
{
    const wire::Conflict& conflict = begun.conflict;
    const QString path = QStringLiteral("/v1/conflicts/%1").arg(conflict.id);
    const QByteArray json = wire::toJson(wire::Decision{begun.take, conflict.instanceId, conflict.property, conflict.hub.value});
    Outcome outcome = m_exchange->ask("POST", path, json);
    if (renewed(outcome))
        outcome = m_exchange->ask("POST", path, json);
    if (begun.first && outcome.surelyNotKept() && !verdictOf(outcome)) {
        if (const auto open = store::recordNotDecided(*m_store, conflict.id); !open)
            qCWarning(log) << "an attempt could not be taken back:" << open.error().detail;
    }
    if (m_exchange->isStopping())
        return false;
    const auto verdict = verdictOf(outcome);
    if (verdict)
        outcome.kind = Outcome::Kind::Done; // whatever it says of it, it was reached
    heard(outcome);
    qCInfo(log) << "conflict" << conflict.id << (verdict ? QStringLiteral("is answered by the hub") : outcome.word());
    if (!verdict)
        return false;
    m_conflictsDue = m_fetchDown = true; // what stands there now comes down
    const auto noted = store::recordVerdict(*m_store, conflict.id, *verdict);
    if (!noted)
        qCWarning(log) << "what the hub said of conflict" << conflict.id << "could not be noted:" << noted.error().detail;
    return bool(noted);
}

bool CourierWorker::isAsked()
{
    const auto kept = store::conflicts(*m_store).value_or(std::vector<store::KeptConflict>{});
    return std::any_of(kept.begin(), kept.end(), [](const store::KeptConflict& one) { return one.isOpen(); });
}

bool CourierWorker::fetchConflicts()
{
    const Outcome outcome = get(QStringLiteral("/v1/conflicts"));
    if (m_exchange->isStopping())
        return false;
    if (outcome.kind == Outcome::Kind::Refused && outcome.status == 404) { // a hub of before
        m_conflictsDue = false;
        return true;
    }
    const auto listed =
        heard(outcome) ? wire::parseConflicts(outcome.body) : Result<std::vector<wire::Conflict>>(Error{Error::Kind::Offline, outcome.word()});
    if (!listed) {
        qCWarning(log) << "what is to be decided cannot be read:" << listed.error().detail;
        return false;
    }
    const auto before = store::conflicts(*m_store);
    if (const auto kept = store::keepConflicts(*m_store, *listed); !kept) {
        qCWarning(log) << "what is to be decided could not be kept:" << kept.error().detail;
        return false;
    }
    m_conflictsDue = false;
    if (const auto now = store::conflicts(*m_store); !before || !now || *before != *now)
        Q_EMIT conversationsChanged();
    return true;
}

/// Conversations of which a value is to be decided about; those of the outbox are counted there.
int CourierWorker::askedAbout(const std::vector<store::OutboxItem>& outbox)
{
    std::set<QString> asked;
    for (const store::KeptConflict& one : store::conflicts(*m_store).value_or(std::vector<store::KeptConflict>{})) {
        const QString& instance = one.conflict.instanceId;
        const bool waits = std::any_of(outbox.begin(), outbox.end(), [&](const store::OutboxItem& item) { return item.instanceId == instance; });
        if (one.isOpen() && !waits)
            asked.insert(instance);
    }
    return static_cast<int>(asked.size());
}

/// Until the next decision may go out; nothing: there is none.
std::optional<std::chrono::milliseconds> CourierWorker::nextDecision()
{
    std::optional<std::chrono::milliseconds> next;
    const auto kept = store::conflicts(*m_store).value_or(std::vector<store::KeptConflict>{});
    for (const store::KeptConflict& one : kept) {
        if (!one.isOnItsWay())
            continue;
        const auto left = untilDue(one, m_clock());
        const auto wait = left.count() <= 0 ? std::chrono::milliseconds(1min) : std::max<std::chrono::milliseconds>(left, 50ms); // a hub in trouble
        next = next ? std::min(*next, wait) : wait;
    }
    return next;
}

} // namespace rapport::device
