// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

/// Whom a conversation is looked for by: it carries names, not ids.
struct TalkPartner {
    QString organisation; ///< the firm's name; empty: the person has none
    QString person;       ///< of who has no firm
};

/// The conversations with @p partner since @p from, newest first, at most @p limit; deleted drafts and those of the form @p except are left out.
Result<std::vector<Conversation>> talksWith(Store& store, const TalkPartner& partner, const QDateTime& from, const QString& except, int limit);

/// The finished conversations that have changed the entity, newest first, at most @p limit.
Result<std::vector<Conversation>> talksThatChanged(Store& store, const QString& list, const QString& id, int limit);

} // namespace rapport::store
