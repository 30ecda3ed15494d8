// SPDX-License-Identifier: Apache-2.0
// What this person answered the last time, offered below empty questions.
#include "app/controllers/conversationstate.h"
#include "app/conversation/whendone.h"

namespace rapport::app
{

using forms::NodeId;

/// Read once, when the conversation is opened.
void ConversationController::Private::recall()
{
    auto read = parts.thread.run([formId = form->id(), author = conversation.author, never = neverOffered(*form)](store::Store& store) {
        return lastAnswers(store, formId, author, never);
    });
    whenDone(read, &q, [this, life = m_life](const Result<LastAnswers>& answers) {
        if (life != m_life || !answers || answers->empty()) // it is a convenience: without it everything is typed
            return;
        notes.last = *answers;
        show();
    });
}

void ConversationController::Private::takeLast(NodeId node)
{
    const QString value = lastAnswer(notes.last, session->node(node));
    if (notes.offersLast && !value.isEmpty() && session->answer(node, value))
        accepted(node);
}

} // namespace rapport::app
