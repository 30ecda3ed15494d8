// SPDX-License-Identifier: Apache-2.0
#include "sync/store/notes.h"

#include "sync/store/store_private.h"

#include <QJsonDocument>

namespace rapport::store
{

Status SqlStore::keepNote(ConversationId id, const QString& kind, const QJsonObject& document)
{
    return run("INSERT INTO conversation_note(conversation_id, kind, document) VALUES(?1, ?2, ?3) "
               "ON CONFLICT(conversation_id, kind) DO UPDATE SET document = ?3",
               id.text(), kind, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact)));
}

Result<std::optional<QJsonObject>> SqlStore::note(ConversationId id, const QString& kind)
{
    const auto found = rows<QString>(
        "SELECT document FROM conversation_note WHERE conversation_id = ?1 AND kind = ?2", [](const db::Statement& row) { return row.text(0); },
        id.text(), kind);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional(QJsonDocument::fromJson(found->front().toUtf8()).object());
}

Status keepNote(Store& store, ConversationId id, const QString& kind, const QJsonObject& document)
{
    return static_cast<SqlStore&>(store).keepNote(id, kind, document); // there is no other store
}

Result<std::optional<QJsonObject>> note(Store& store, ConversationId id, const QString& kind)
{
    return static_cast<SqlStore&>(store).note(id, kind);
}

} // namespace rapport::store
