// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/portrait.h"
#include "app/conversation/sections.h"
#include "sync/store/store.h"

namespace rapport::app
{

/// What lists will show of a conversation that begins now, with the answers of @p session. @p author: a user id.
store::Conversation headOfNew(store::Store& store, const forms::FormSession& session, const QString& author, const QDateTime& now);

/// Whom we talk to, else the badge, else what the form calls its record; empty: nothing is known yet.
QString titleOf(const forms::FormSession& session, const Portrait& portrait);

/// Brings it to what the answers say now.
void describe(store::Conversation& conversation, const forms::FormSession& session, const std::vector<Section>& sections);

} // namespace rapport::app
