// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <QJsonObject>

namespace rapport::store
{

/// What a finished conversation becomes, once somebody has said who its badge number is.
struct Resolution {
    ConversationId finished;   ///< the one with the number
    Conversation conversation; ///< as it is from now on: the same one, or its correction
    QByteArray record;
    std::vector<forms::EntityAction> actions;
    QString noteKind; ///< of what is kept beside it (notes.h)
    QJsonObject note;
};

/// Finished conversations that say a badge number only, oldest first; not those that somebody corrects already.
Result<std::vector<Conversation>> unresolved(Store& store);

/// Puts @p resolution in the place of what waits, in one transaction: what that changed is taken back, what this one found out counts instead. Its
/// place in the outbox stays. Conflict: it may be on its way, or is resolved already.
Status amend(Store& store, const Resolution& resolution);
/// The same by a correction that waits at once, for what is on its way or has arrived. Conflict: it is corrected or resolved already.
Status correct(Store& store, const Resolution& resolution);

} // namespace rapport::store
