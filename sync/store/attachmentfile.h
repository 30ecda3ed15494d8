// SPDX-License-Identifier: Apache-2.0
// Attachments that need not fit into memory.
#pragma once

#include "sync/store/store.h"

#include <QIODevice>

namespace rapport::store
{

/// As Store::addAttachment, piece by piece. @p content is read twice: Conflict where it changed meanwhile or cannot be read to its end.
Status addAttachment(Store& store, ConversationId id, const QString& name, const QString& mediaType, QIODevice& content);

/// For those who read as they go, from any place in it. The device needs the store no more and belongs to one thread at a time, any.
Result<std::unique_ptr<QIODevice>> openAttachment(Store& store, ConversationId id, const QString& name);

} // namespace rapport::store
