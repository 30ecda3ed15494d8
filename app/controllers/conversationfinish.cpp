// SPDX-License-Identifier: Apache-2.0
// The end of a conversation: what is missing is said, else it waits to be sent.
#include "app/controllers/conversationstate.h"
#include "app/conversation/revision.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(conversationLog, "rapport.conversation")

} // namespace

bool ConversationController::Private::refuseUnready()
{
    notes.showRequired = true;
    show();
    return page.isUnready();
}

void ConversationController::Private::finish()
{
    if (!notes.preparing.empty())
        return whenSaved([this] { finish(); });
    if (refuseUnready())
        return;
    groupFaults.show({});
    saveSoon();
    whenSaved([this] { people.isEmpty() ? submit() : submitGroup(); });
}

void ConversationController::Private::submit()
{
    const forms::Submission submission = session->submission();
    const auto actions = submission.ready ? changesIn(parts.store, *form, submission.xml)
                                          : Result<std::vector<forms::EntityAction>>(Error{Error::Kind::Invalid, QStringLiteral("not ready")});
    if (!actions) {
        show();
        return say(Sentences::failed(Sentences::Doing::Finishing, actions.error()));
    }
    conversation.finishedAt = parts.clock();
    finishing = waiting = true;
    const QStringList named(submission.attachments.begin(), submission.attachments.end());
    auto written = parts.thread.run([conversation = conversation, xml = submission.xml, actions = *actions, named](store::Store& store) -> Status {
        if (auto dropped = store.keepOnlyAttachments(conversation.id, named); !dropped)
            return dropped;
        return store.finish(conversation, xml, actions);
    });
    whenDone(written, &q, [this](const Status& status) {
        finishing = waiting = false;
        if (!status) {
            qCWarning(conversationLog) << "conversation" << conversation.id.text() << "is not finished:" << status.error().detail;
            conversation.finishedAt.reset();
            return say(Sentences::failed(Sentences::Doing::Finishing, status.error()));
        }
        qCInfo(conversationLog) << "conversation" << conversation.id.text() << "waits to be sent";
        close();
        Q_EMIT q.changed();
        Q_EMIT q.stored();
        parts.wake();
        Q_EMIT q.finished();
    });
}

} // namespace rapport::app
