// SPDX-License-Identifier: Apache-2.0
// What becomes of people who were scanned one after another: a draft for each, or one draft whose answers hold for all of them. For the store thread.
#pragma once

#include "app/conversation/visitor.h"
#include "forms/session/formsession.h"

namespace rapport::app
{

/// A draft for each of the list, with what her badge says; nothing is begun for those whose conversation of today goes on. How many were begun.
Result<int> startEach(store::Store& store, const forms::Environment& environment);

/// One draft of the usual form for all of the list.
Result<store::ConversationId> startGroup(store::Store& store, const forms::Environment& environment);

/// Names of the people of a group; none: that draft is no group's. Quick.
QStringList peopleOf(store::Store& store, store::ConversationId group);
/// "Dr. Aylin Çelik + 2": what a list calls the draft of a group.
QString groupTitle(const QStringList& people);

/// Why one of a group cannot be finished with the rest.
struct GroupFault {
    QString person; ///< id of Gathered
    QString who;
    QStringList questions;                                    ///< labels of those that are missing or do not fit
    enum class Why { Answers, OtherForm } why = Why::Answers; ///< OtherForm: the conversation of today was held with another form
};
struct GroupFinish {
    int finished = 0;
    std::vector<GroupFault> faults; ///< nothing is finished while there are some
};
/// A conversation for each, with ids and entities of its own, what her badge says, and the shared answers as the draft on the disk has them. All of
/// them wait to be sent afterwards, or none.
Result<GroupFinish> finishGroup(store::Store& store, store::ConversationId group, const forms::Environment& environment);

/// One of the group goes on alone: in a draft of her own, with the shared answers. Its id.
Result<store::ConversationId> goOnAlone(store::Store& store, store::ConversationId group, const QString& person,
                                        const forms::Environment& environment);

} // namespace rapport::app
