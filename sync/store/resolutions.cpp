// SPDX-License-Identifier: Apache-2.0
#include "sync/store/resolutions.h"

#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

Error settled(ConversationId id)
{
    return {Error::Kind::Conflict, QStringLiteral("conversation %1 is resolved, corrected or on its way").arg(id.text())};
}

} // namespace

Result<std::vector<Conversation>> SqlStore::unresolved()
{
    return conversationsWhere("WHERE unresolved <> '' AND conversation.state <> 'draft' AND deleted_at IS NULL AND NOT EXISTS("
                              "SELECT 1 FROM conversation AS later WHERE later.corrects = conversation.instance_id AND later.corrects <> '' "
                              "AND later.deleted_at IS NULL) ORDER BY started_at");
}

Status SqlStore::amend(const Resolution& resolution)
{
    const Conversation& c = resolution.conversation;
    return transact([&]() -> Status {
        const auto amended = rows<QString>(
            "UPDATE conversation SET title = ?2, organisation = ?3, answered = ?4, saved_at = ?5, unresolved = ?6 WHERE id = ?1 AND "
            "state = 'waiting' AND unresolved <> '' AND EXISTS(SELECT 1 FROM outbox WHERE outbox.instance_id = conversation.instance_id AND "
            "begun_at IS NULL) AND NOT EXISTS(SELECT 1 FROM conversation AS later WHERE later.corrects = conversation.instance_id AND "
            "later.deleted_at IS NULL) RETURNING instance_id",
            [](const db::Statement& row) { return row.text(0); }, c.id.text(), c.title, c.organisation, c.answered, now(), c.unresolved);
        if (!amended)
            return amended.error();
        if (amended->empty())
            return settled(c.id);
        if (auto taken = takeBackChanges(amended->front()); !taken)
            return taken;
        if (auto written = run("UPDATE instance SET xml = ?2 WHERE conversation_id = ?1", c.id.text(), resolution.record); !written)
            return written;
        if (auto applied = apply(c, resolution.actions); !applied)
            return applied;
        return keepNote(c.id, resolution.noteKind, resolution.note);
    });
}

Status SqlStore::correct(const Resolution& resolution)
{
    const Conversation& c = resolution.conversation;
    return transact([&]() -> Status {
        if (auto marked =
                run("UPDATE conversation SET unresolved = '' WHERE id = ?1 AND state <> 'draft' AND unresolved <> ''", resolution.finished.text());
            !marked)
            return marked;
        if (m_db.changes() == 0)
            return settled(resolution.finished);
        if (auto queued = queue(c, resolution.record, resolution.actions); !queued)
            return queued;
        if (auto linked = linkCorrection(resolution.finished, c.id); !linked)
            return linked;
        return keepNote(c.id, resolution.noteKind, resolution.note);
    });
}

Result<std::vector<Conversation>> unresolved(Store& store)
{
    return static_cast<SqlStore&>(store).unresolved(); // there is no other store
}

Status amend(Store& store, const Resolution& resolution)
{
    return static_cast<SqlStore&>(store).amend(resolution);
}

Status correct(Store& store, const Resolution& resolution)
{
    return static_cast<SqlStore&>(store).correct(resolution);
}

} // namespace rapport::store
