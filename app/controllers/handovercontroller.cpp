// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/handovercontroller.h"

#include "app/conversation/dayboard.h"
#include "app/conversation/handingover.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"
#include "sync/store/gathering.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(handOverLog, "rapport.conversation")

using State = store::HandedOver::State;

QString roleText(const QString& role)
{
    if (role == QLatin1String("technician"))
        return HandOverController::tr("Technician");
    if (role == QLatin1String("manager"))
        return HandOverController::tr("Manager");
    if (role == QLatin1String("editor"))
        return HandOverController::tr("Editor");
    if (role == QLatin1String("admin"))
        return HandOverController::tr("Administrator");
    return HandOverController::tr("Representative");
}

/// Why the hub was not asked, and that nothing is lost by it.
QString hubSentence(const QString& reason)
{
    const QString why = Sentences::hubTrouble(reason);
    return why.isEmpty() ? HandOverController::tr("The hub did not answer as expected. Please try again.") : why;
}

QString takingSentence(const QString& reason)
{
    if (reason == QLatin1String("elsewhere"))
        return HandOverController::tr("It is not offered any more: another tablet has taken it, or your colleague has taken it back.");
    if (reason == QLatin1String("form"))
        return HandOverController::tr("The hub does not have the form of this conversation. Please tell the office; your colleague's copy is safe.");
    if (reason == QLatin1String("storage"))
        return HandOverController::tr("It could not be stored on this tablet. It stays at the hub and comes by itself once there is room.");
    return hubSentence(reason);
}

} // namespace

HandOverController::HandOverController(ConversationParts parts, DayBoard& day, device::Courier& courier, Leave leave, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_day(day), m_courier(courier), m_leave(std::move(leave)),
      m_colleagues({"personId", "name", "detail", "initials"}), m_offers({"handOverId", "title", "detail", "initials"})
{
    connect(&day, &DayBoard::changed, this, &HandOverController::show);
    connect(&courier, &device::Courier::handOverEnded, this, &HandOverController::ended);
}

void HandOverController::show()
{
    const Day& day = m_day.day();
    std::vector<RowModel::Row> colleagues, offers;
    for (const wire::Person& person : day.handingOver.colleagues)
        colleagues.push_back({person.id, {person.id, person.name, roleText(person.role), initialsOf(person.name)}});
    for (const HandingOver::Offer& offer : day.handingOver.offers) {
        const wire::HandOver& one = offer.handOver;
        QStringList detail{one.organisation, tr("from %1").arg(offer.from), tr("%1 of %2 answers").arg(one.answered).arg(one.questions)};
        detail.removeAll(QString());
        const QString title = one.title.isEmpty() ? tr("Conversation from %1").arg(momentText(one.startedAt.toLocalTime(), day.now)) : one.title;
        offers.push_back({one.id, {one.id, title, detail.join(QStringLiteral(" · ")), initialsOf(offer.from)}});
    }
    if (offers.empty())
        m_offerTrouble.clear();
    m_colleagues.show(std::move(colleagues));
    m_offers.show(std::move(offers));
    Q_EMIT changed();
}

void HandOverController::follow(const QString& conversationId)
{
    m_followedId = conversationId;
    m_trouble.clear();
    refresh();
}

void HandOverController::refresh()
{
    const auto found = m_parts.store.conversation(store::ConversationId::parse(m_followedId));
    m_followed = found ? std::optional<store::Conversation>(*found) : std::nullopt;
    m_isGroup = m_followed && !store::gathered(m_parts.store, m_followed->id).value_or(std::vector<store::Gathered>{}).empty();
    Q_EMIT changed();
}

bool HandOverController::canGive() const
{
    return m_followed && m_followed->state == store::ConversationState::Draft && !m_followed->handedOver && !m_isGroup &&
           !m_day.day().handingOver.colleagues.empty();
}

QString HandOverController::note() const
{
    if (!m_followed || !m_followed->handedOver)
        return {};
    const store::HandedOver& handed = *m_followed->handedOver;
    switch (handed.state) {
    case State::Waiting:
        return tr("Handed over to %1. It goes out with the next contact to the hub; here it can only be read.").arg(handed.to);
    case State::Offered:
        return tr("Handed over to %1, who has not taken it yet. Here it can only be read.").arg(handed.to);
    case State::Taken:
        return tr("%1 goes on with it. Here it can only be read.").arg(handed.to);
    case State::Refused:
        break;
    }
    return tr("The hub did not take it for %1. Take it back, and hand it over again or finish it here.").arg(handed.to);
}

bool HandOverController::canTakeBack() const
{
    return m_followed && m_followed->handedOver && m_followed->handedOver->state != State::Taken && !m_busy;
}

void HandOverController::give(const QString& personId)
{
    if (!canGive() || m_busy)
        return;
    m_leave([this, id = m_followed->id, personId] { handOver(id, personId); });
}

void HandOverController::handOver(store::ConversationId id, const QString& personId)
{
    auto given = m_parts.thread.run([id, personId](store::Store& store) { return handOverDraft(store, id, personId); });
    whenDone(given, this, [this, id](const Status& status) {
        if (!status) {
            qCWarning(handOverLog) << "draft" << id.text() << "is not handed over:" << status.error().detail;
            Q_EMIT failed(Sentences::failed(Sentences::Doing::HandingOver, status.error()));
            return;
        }
        Q_EMIT stored();
        m_parts.wake();
    });
}

void HandOverController::takeBack()
{
    if (!canTakeBack() || std::exchange(m_busy, true))
        return;
    m_trouble.clear();
    Q_EMIT changed();
    m_courier.takeBack(m_followedId);
}

void HandOverController::take(const QString& handOverId)
{
    const auto& offers = m_day.day().handingOver.offers;
    const auto offer = std::find_if(offers.begin(), offers.end(), [&](const HandingOver::Offer& one) { return one.handOver.id == handOverId; });
    if (offer == offers.end() || std::exchange(m_busy, true))
        return;
    m_taking = offer->handOver.conversationId;
    m_offerTrouble.clear();
    Q_EMIT changed();
    m_courier.take(handOverId);
}

void HandOverController::ended(const device::HandOverOutcome& outcome)
{
    m_busy = false;
    if (outcome.doing == device::HandOverOutcome::Doing::Taking) {
        m_offerTrouble = outcome.done() ? QString() : takingSentence(outcome.reason);
        if (outcome.done())
            Q_EMIT openRequested(m_taking);
    } else {
        refresh();
        const QString colleague = m_followed && m_followed->handedOver ? m_followed->handedOver->to : QString();
        m_trouble =
            outcome.done() ? QString()
            : outcome.reason == QLatin1String("elsewhere")
                ? tr("%1 has taken it meanwhile and goes on with it.").arg(colleague)
                : tr("%1 Nobody but the hub knows whether it has been taken, so it can only be read until then.").arg(hubSentence(outcome.reason));
        if (outcome.done() && m_followedId == outcome.id)
            Q_EMIT openRequested(outcome.id);
    }
    Q_EMIT changed();
    Q_EMIT stored();
}

} // namespace rapport::app
