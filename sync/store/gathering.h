// SPDX-License-Identifier: Apache-2.0
// People who were scanned one after another. Each code is on the disk as soon as it was read: in the list, until something becomes of it. That is a
// draft of its own for each, or a group: one draft whose answers hold for all of them, and from which all their conversations are finished at once.
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

/// One code of that list, or one person of a group.
struct Gathered {
    QString id;                 ///< a UUID
    QString format, code;       ///< as the camera or a hand scanner read it; no format: a hand scanner
    QDateTime firstAt;          ///< when it was read first
    int times = 1;              ///< how often it was read
    bool conversesAnew = false; ///< a conversation of its own, although there is one of today already
    friend bool operator==(const Gathered&, const Gathered&) = default;
};

Result<std::vector<Gathered>> gathered(Store& store);                       ///< the list, first read first
Result<std::vector<Gathered>> gathered(Store& store, ConversationId group); ///< the people of a group; none: that draft is no group's
/// Into the list, or in place of what stands there under this id.
Status keepGathered(Store& store, const Gathered& one);
Status dropGathered(Store& store, const QString& id); ///< out of the list or the group, for good

/// A draft before it is on the disk.
struct FreshDraft {
    Conversation conversation;
    QByteArray instance;
};
/// The drafts begin, and @p done leave the list: one transaction.
Status startEach(Store& store, const std::vector<FreshDraft>& drafts, const QStringList& done);
/// The draft begins, and @p people leave the list for its group: one transaction. Conflict: one of them is no longer in the list.
Status startGroup(Store& store, const FreshDraft& draft, const QStringList& people);
/// One of a group goes on alone, with the files of the group: one transaction. Conflict: not one of a group any more.
Status leaveGroup(Store& store, const QString& person, const FreshDraft& draft);

/// A conversation of a group that is ready to be sent.
struct FinishedOne {
    Conversation conversation; ///< a new one, or a draft that is here already
    QByteArray submission;
    std::vector<forms::EntityAction> actions;
    QStringList attachments;                        ///< all that the submission names
    std::vector<std::pair<QString, QString>> files; ///< name in the group's draft, name in this conversation
    std::optional<ConversationId> corrects;         ///< the finished conversation that this one is a correction of; its files come along
};
/// All of them wait to be sent and the group's draft is gone, in one transaction: or nothing has changed. Conflict: it is no draft any more, or
/// one of its people has left meanwhile, or one of the conversations cannot be finished.
Status finishGroup(Store& store, ConversationId group, const QStringList& people, const std::vector<FinishedOne>& conversations);

} // namespace rapport::store
