// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace rapport::store
{

using ConversationId = Id<struct ConversationTag>;

/// The three states a person sees.
enum class ConversationState { Draft, Waiting, Sent };

/// That a draft is with a colleague (handover.h).
struct HandedOver {
    enum class State {
        Waiting, ///< for the next contact with the hub
        Offered, ///< the hub has it for the colleague
        Taken,   ///< the colleague goes on with it
        Refused  ///< the hub would not have it; `reason` says why
    };
    QString to;     ///< the colleague's name
    QString jobId;  ///< empty: none
    QString reason; ///< a machine word
    State state = State::Waiting;
    QDateTime at;
};

/// One conversation as lists show it: from first scan to receipt.
struct Conversation {
    ConversationId id;
    QString instanceId; ///< "uuid:…", the idempotency key of its submission
    QString formId, formVersion;
    QString occasionId;
    QString author;
    ConversationState state = ConversationState::Draft;
    QString title, organisation; ///< as the answers have it now
    QString leadStatus;
    QString unresolved;              ///< the badge number, where nothing else says whom it is with
    int answered = 0, questions = 0; ///< "5 of 9 answers"
    QString section;                 ///< where the person was, so that a restart returns there
    QDateTime startedAt, savedAt;
    std::optional<QDateTime> finishedAt, sentAt;
    QString corrects;                         ///< instanceId of the record that this one corrects; empty: none
    std::optional<ConversationId> original;   ///< that record's conversation, where it is here
    std::optional<ConversationId> correction; ///< of this one, also while it is a draft
    std::optional<QDateTime> correctedAt;     ///< when that was finished
    std::optional<HandedOver> handedOver;     ///< of a draft: it is read here, not changed
    std::optional<QDateTime> deletedAt;       ///< a draft that a person deleted; it is in no list but Store::deletedDrafts()
};

} // namespace rapport::store
