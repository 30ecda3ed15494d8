// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/conversationwords.h"

#include "app/conversation/sentences.h"
#include "app/conversation/words.h"

#include <QCoreApplication>

namespace rapport::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conversation)
};

} // namespace

QString titleOf(const DayEntry& entry, const QDateTime& now)
{
    const store::Conversation& conversation = entry.conversation;
    if (entry.unresolved && (conversation.title.isEmpty() || conversation.title == conversation.unresolved))
        return Words::tr("Badge %1").arg(conversation.unresolved);
    if (conversation.title.isEmpty())
        return Words::tr("Conversation from %1").arg(momentText(conversation.startedAt, now));
    return conversation.title;
}

QString agreedIn(const DayEntry& entry, const QDateTime& now)
{
    QStringList agreed;
    for (const FollowUp& followUp : entry.followUps) {
        const QString date = followUp.due.isValid() ? QLatin1Char(' ') + dateText(followUp.due, now.date()) : QString();
        agreed.append(Sentences::followUp(followUp.kind) + date);
    }
    return agreed.join(QStringLiteral(", "));
}

QString detailOf(const DayEntry& entry, const QDateTime& now)
{
    if (entry.conversation.handedOver)
        return Words::tr("with %1").arg(entry.conversation.handedOver->to);
    QStringList parts{revisionText(entry.conversation, now), entry.conversation.organisation, agreedIn(entry, now)};
    if (entry.conversation.state == store::ConversationState::Draft)
        parts.append(Words::tr("%1 of %2 answers").arg(entry.conversation.answered).arg(entry.conversation.questions));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString revisionText(const store::Conversation& conversation, const QDateTime& now)
{
    if (conversation.correctedAt)
        return Words::tr("Corrected %1").arg(momentText(*conversation.correctedAt, now));
    if (conversation.correction)
        return Words::tr("Correction begun");
    return conversation.corrects.isEmpty() ? QString() : Words::tr("Correction");
}

QString revisionAction(const store::Conversation& conversation)
{
    if (conversation.state == store::ConversationState::Draft || conversation.correction)
        return {};
    return conversation.state == store::ConversationState::Waiting ? Words::tr("Reopen") : Words::tr("Correct");
}

ConversationState::State shownState(const DayEntry& entry, const device::Courier::State& courier)
{
    using ConversationState::State;
    if (entry.needsYou())
        return State::NeedsYou;
    if (entry.conversation.handedOver)
        return State::HandedOver;
    switch (entry.conversation.state) {
    case store::ConversationState::Draft:
        return State::Draft;
    case store::ConversationState::Sent:
        return State::Sent;
    case store::ConversationState::Waiting:
        break;
    }
    return courier.sending > 0 && courier.waiting == 1 ? State::Sending : State::Waiting;
}

QString stateText(ConversationState::State state)
{
    using ConversationState::State;
    switch (state) {
    case State::Draft:
        return Words::tr("Draft");
    case State::Waiting:
        return Words::tr("Waiting");
    case State::Sending:
        return Words::tr("Sending");
    case State::Sent:
        return Words::tr("Sent");
    case State::NeedsYou:
        return Words::tr("Needs you");
    case State::HandedOver:
        return Words::tr("Handed over");
    }
    return {};
}

} // namespace rapport::app
