// SPDX-License-Identifier: Apache-2.0
// Drafts on their way between two people (sync/wire/handover.h).
#include "sync/device/courier_private.h"
#include "sync/store/handover.h"

#include <QLoggingCategory>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

using State = store::HandedOver::State;

constexpr qint64 largestFile = 512ll * 1024 * 1024; ///< no hub takes more with one draft

QString pathOf(const wire::HandOver& handOver)
{
    return QStringLiteral("/v1/drafts/") + handOver.id;
}

bool isFinal(const Outcome& outcome)
{
    return outcome.kind == Outcome::Kind::Refused || outcome.kind == Outcome::Kind::TooLarge || outcome.kind == Outcome::Kind::Unreadable;
}

/// A hub of before has neither people nor drafts.
bool isUnknownThere(const Outcome& outcome)
{
    return outcome.kind == Outcome::Kind::Refused && outcome.status == 404;
}

} // namespace

/// What was handed over goes out. When the hub is not reached the rest is not tried.
void CourierWorker::giveDue()
{
    const auto given = store::given(*m_store);
    if (!given)
        return;
    for (const store::Given& one : *given) {
        if (one.state != State::Waiting)
            continue;
        const auto conversation = store::ConversationId::parse(one.handOver.conversationId);
        if (const auto begun = store::beginGiving(*m_store, conversation); !begun)
            return;
        const Outcome outcome = give(one.handOver);
        if (m_exchange->isStopping())
            return;
        if (outcome.kind != Outcome::Kind::Unreadable)
            heard(outcome);
        if (outcome.kind == Outcome::Kind::Done)
            m_fetchDown = true; // the job has gone with it
        else if (!isFinal(outcome))
            return;
        const State state = outcome.kind == Outcome::Kind::Done ? State::Offered : State::Refused;
        const auto noted = store::recordGiven(*m_store, conversation, state, outcome.kind == Outcome::Kind::Done ? QString() : outcome.word());
        qCInfo(log) << "draft" << one.handOver.id << (outcome.kind == Outcome::Kind::Done ? QStringLiteral("handed over") : outcome.word())
                    << (noted ? "" : "but not noted");
        Q_EMIT conversationsChanged();
    }
}

Outcome CourierWorker::give(const wire::HandOver& handOver)
{
    const auto conversation = store::ConversationId::parse(handOver.conversationId);
    const auto record = m_store->instance(conversation);
    const auto files = outgoingFiles(conversation);
    if (!record || !files)
        return {Outcome::Kind::Unreadable, {}, {}};
    Outcome outcome = m_exchange->giveDraft(handOver, *record, *files);
    return renewed(outcome) ? m_exchange->giveDraft(handOver, *record, *files) : outcome;
}

bool CourierWorker::fetchPeople()
{
    const Outcome outcome = get(QStringLiteral("/v1/people"));
    if (m_exchange->isStopping())
        return false;
    if (isUnknownThere(outcome))
        return true;
    const auto people = heard(outcome) ? wire::parsePeople(outcome.body) : Result<std::vector<wire::Person>>(Error{Error::Kind::Offline, {}});
    if (!people) {
        qCWarning(log) << "the people of the hub cannot be read:" << people.error().detail;
        return false;
    }
    return bool(store::keepPeople(*m_store, *people));
}

/// What waits for who works here, what became of what was handed over, and what was taken but did not come to its end.
bool CourierWorker::fetchDrafts()
{
    const Outcome outcome = get(QStringLiteral("/v1/drafts"));
    if (m_exchange->isStopping())
        return false;
    if (isUnknownThere(outcome))
        return true;
    const auto listed = heard(outcome) ? wire::parseHandOvers(outcome.body) : Result<std::vector<wire::HandOver>>(Error{Error::Kind::Offline, {}});
    if (!listed) {
        qCWarning(log) << "the drafts at the hub cannot be read:" << listed.error().detail;
        return false;
    }
    std::vector<wire::HandOver> offers;
    for (const wire::HandOver& one : *listed) {
        if (one.mine)
            noteFate(one);
        else if (one.state == wire::HandOver::State::Offered)
            offers.push_back(one);
        else if (one.state == wire::HandOver::State::Taken)
            (void)finishTaking(one); // else with the next look
        if (m_exchange->isStopping())
            return false;
    }
    return bool(store::keepOffers(*m_store, offers));
}

void CourierWorker::noteFate(const wire::HandOver& handOver)
{
    const auto given = store::given(*m_store);
    if (!given)
        return;
    const auto ours = std::find_if(given->begin(), given->end(), [&](const store::Given& one) { return one.handOver.id == handOver.id; });
    if (ours == given->end())
        return; // taken back, or it has come back to us
    const auto conversation = store::ConversationId::parse(ours->handOver.conversationId);
    const State now = handOver.state == wire::HandOver::State::Offered ? State::Offered : State::Taken;
    const bool withdrawn = handOver.state == wire::HandOver::State::Withdrawn;
    if (!withdrawn && ours->state == now)
        return;
    const auto noted = withdrawn ? store::takeBackFromHub(*m_store, conversation) : store::recordGiven(*m_store, conversation, now);
    if (!noted)
        qCWarning(log) << "what became of draft" << handOver.id << "could not be noted:" << noted.error().detail;
    Q_EMIT conversationsChanged();
}

void CourierWorker::take(const QString& id)
{
    if (!m_store)
        return Q_EMIT handOverEnded({HandOverOutcome::Doing::Taking, id, QStringLiteral("storage")});
    if (m_inRound)
        return afterwards([this, id] { take(id); });
    m_inRound = true;
    const QString reason = tryToTake(id);
    m_inRound = false;
    qCInfo(log) << "taking draft" << id << (reason.isEmpty() ? QStringLiteral("done") : reason);
    Q_EMIT handOverEnded({HandOverOutcome::Doing::Taking, id, reason});
    m_fetchDown = true;
    round();
}

QString CourierWorker::tryToTake(const QString& id)
{
    const auto offers = store::offers(*m_store);
    if (!offers)
        return QStringLiteral("storage");
    const auto offer = std::find_if(offers->begin(), offers->end(), [&](const wire::HandOver& one) { return one.id == id; });
    if (offer == offers->end())
        return QStringLiteral("elsewhere");
    if (!m_exchange->hasHub())
        return QStringLiteral("offline");
    const Outcome outcome = ask("POST", pathOf(*offer) + QStringLiteral("/take"));
    if (!heard(outcome))
        return outcome.kind == Outcome::Kind::Refused ? QStringLiteral("elsewhere") : outcome.word();
    return finishTaking(*offer);
}

/// All that belongs to it first, then the draft itself; then the hub may forget it. Can be done again from any point. Empty: it is here.
QString CourierWorker::finishTaking(const wire::HandOver& handOver)
{
    if (!fetchFormOf(handOver.formId, handOver.formVersion))
        return m_failures > 0 ? QStringLiteral("offline") : QStringLiteral("form");
    for (const wire::HandedFile& file : handOver.files) {
        const Outcome content = m_exchange->get(QStringLiteral("/v1/blobs/") + file.sha256, qMin(file.size, largestFile));
        if (!heard(content))
            return content.word();
        if (const auto kept = store::keepTakenFile(*m_store, file, content.body); !kept)
            return kept.error().kind == Error::Kind::Conflict ? QStringLiteral("not-the-hub") : QStringLiteral("storage");
    }
    const Outcome record = get(pathOf(handOver));
    if (!heard(record))
        return record.word();
    const auto user = m_store->setting(QStringLiteral("user"));
    if (!user || !store::keepTaken(*m_store, handOver, record.body, *user))
        return QStringLiteral("storage");
    auto offers = store::offers(*m_store).value_or(std::vector<wire::HandOver>{});
    std::erase_if(offers, [&](const wire::HandOver& one) { return one.id == handOver.id; });
    (void)store::keepOffers(*m_store, offers); // the next look says the same
    heard(ask("DELETE", pathOf(handOver)));    // else it is listed again, and settled then
    Q_EMIT conversationsChanged();
    return {};
}

void CourierWorker::takeBack(const QString& conversationId)
{
    if (!m_store)
        return Q_EMIT handOverEnded({HandOverOutcome::Doing::TakingBack, conversationId, QStringLiteral("storage")});
    if (m_inRound)
        return afterwards([this, conversationId] { takeBack(conversationId); });
    m_inRound = true;
    const QString reason = tryToTakeBack(store::ConversationId::parse(conversationId));
    m_inRound = false;
    qCInfo(log) << "taking back the draft of" << conversationId << (reason.isEmpty() ? QStringLiteral("done") : reason);
    Q_EMIT conversationsChanged();
    Q_EMIT handOverEnded({HandOverOutcome::Doing::TakingBack, conversationId, reason});
    m_fetchDown = true;
    round();
}

/// Not before the hub has said that nobody has it: two who go on with one draft is what must not be.
QString CourierWorker::tryToTakeBack(store::ConversationId conversation)
{
    if (store::takeBack(*m_store, conversation))
        return {};
    const auto given = store::given(*m_store);
    if (!given)
        return QStringLiteral("storage");
    const auto ours =
        std::find_if(given->begin(), given->end(), [&](const store::Given& one) { return one.handOver.conversationId == conversation.text(); });
    if (ours == given->end())
        return {};
    if (!m_exchange->hasHub())
        return QStringLiteral("offline");
    const Outcome outcome = ask("DELETE", pathOf(ours->handOver));
    const bool withdrawn = heard(outcome);
    if (outcome.kind == Outcome::Kind::Refused && outcome.status == 409) {
        (void)store::recordGiven(*m_store, conversation, State::Taken); // else with the next look
        return QStringLiteral("elsewhere");
    }
    if (!withdrawn)
        return outcome.word();
    return store::takeBackFromHub(*m_store, conversation) ? QString() : QStringLiteral("storage");
}

Outcome CourierWorker::ask(const char* method, const QString& path)
{
    Outcome outcome = m_exchange->ask(method, path);
    return renewed(outcome) ? m_exchange->ask(method, path) : outcome;
}

} // namespace rapport::device
