// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/conversationhead.h"

namespace rapport::app
{

store::Conversation headOfNew(store::Store& store, const forms::FormSession& session, const QString& author, const QDateTime& now)
{
    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = session.instanceId();
    conversation.formId = session.form().id();
    conversation.formVersion = session.form().version();
    conversation.author = author;
    conversation.startedAt = now;
    if (const auto occasion = store.occasion(); occasion && *occasion)
        conversation.occasionId = (**occasion)[QLatin1String("id")].toString();
    return conversation;
}

QString titleOf(const forms::FormSession& session, const Portrait& portrait)
{
    if (!portrait.name.isEmpty())
        return portrait.name;
    const QString named = session.instanceName().simplified();
    return portrait.badgeId.isEmpty() ? named : portrait.badgeId;
}

void describe(store::Conversation& conversation, const forms::FormSession& session, const std::vector<Section>& sections)
{
    const Portrait portrait = portraitOf(session);
    conversation.title = titleOf(session, portrait);
    conversation.organisation = portrait.organisation;
    conversation.leadStatus = portrait.leadStatus;
    conversation.unresolved = portrait.unresolved ? portrait.badgeId : QString();
    conversation.answered = conversation.questions = 0;
    for (const Section& section : sections) {
        conversation.answered += section.answered;
        conversation.questions += section.questions;
    }
}

} // namespace rapport::app
