// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <QJsonObject>

namespace rapport::store
{

/// What a device knows of a conversation beside its record, a document of each kind: whom the person said that it is with, what a list filled in.
/// It goes with the conversation, and never to the hub.
Status keepNote(Store& store, ConversationId id, const QString& kind, const QJsonObject& document);
Result<std::optional<QJsonObject>> note(Store& store, ConversationId id, const QString& kind); ///< none: there is no such note

} // namespace rapport::store
