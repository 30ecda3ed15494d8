// SPDX-License-Identifier: Apache-2.0
// Finished conversations that are changed after all: reopened while nobody else can have them, corrected by a record of their own from then on.
#include "sync/store/corrections.h"
#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

const QString rescued = QStringLiteral("rescued "); ///< before the time in begun_at: a copy is in a rescue file, whatever becomes of an attempt

} // namespace

Result<Store::Sending> SqlStore::beginSending(const QString& instanceId, const std::set<QString>& answersThere)
{
    struct Found {
        bool isFirst = false;
        QString below; ///< what it corrects, where that waits too
    };
    Sending sending = Sending::NotNow;
    auto begun = transact([&]() -> Status {
        const auto found = rows<Found>(
            "SELECT outbox.begun_at IS NULL, ifnull(below.instance_id, '') FROM outbox JOIN conversation USING(instance_id) "
            "LEFT JOIN outbox AS below ON below.instance_id = conversation.corrects AND below.state = 'waiting' WHERE outbox.instance_id = ?1",
            [](const db::Statement& row) {
                return Found{row.integer(0) != 0, row.text(1)};
            },
            instanceId);
        if (!found)
            return found.error();
        if (found->empty() || (!found->front().below.isEmpty() && !answersThere.contains(found->front().below)))
            return ok();
        sending = found->front().isFirst ? Sending::First : Sending::Again;
        return sending == Sending::Again ? ok() : run("UPDATE outbox SET begun_at = ?2 WHERE instance_id = ?1", instanceId, now());
    });
    return begun ? Result<Sending>(sending) : begun.error();
}

Status SqlStore::recordNeverSent(const QString& instanceId)
{
    return run("UPDATE outbox SET begun_at = NULL WHERE instance_id = ?1 AND substr(begun_at, 1, length(?2)) <> ?2", instanceId, rescued);
}

Result<std::vector<OutboxItem>> SqlStore::beginRescue()
{
    std::vector<OutboxItem> items;
    const auto begun = transact([&]() -> Status {
        if (auto marked = run("UPDATE outbox SET begun_at = ?1", rescued + now()); !marked)
            return marked;
        auto all = outbox();
        if (all)
            items = std::move(*all);
        return all ? ok() : Status(all.error());
    });
    return begun ? Result<std::vector<OutboxItem>>(std::move(items)) : begun.error();
}

Status SqlStore::reopen(ConversationId id)
{
    return transact([&]() -> Status {
        const auto waiting = rows<QString>(
            "SELECT instance_id FROM outbox JOIN conversation USING(instance_id) WHERE conversation.id = ?1 AND conversation.state = 'waiting' AND "
            "begun_at IS NULL AND NOT EXISTS(SELECT 1 FROM conversation AS later WHERE later.corrects = outbox.instance_id AND "
            "later.corrects <> '' AND later.deleted_at IS NULL)",
            [](const db::Statement& row) { return row.text(0); }, id.text());
        if (!waiting)
            return waiting.error();
        if (waiting->empty())
            return Error{Error::Kind::Conflict, QStringLiteral("conversation %1 may be on its way").arg(id.text())};
        if (auto taken = takeBackChanges(waiting->front()); !taken)
            return taken;
        if (auto gone = run("DELETE FROM outbox WHERE instance_id = ?1", waiting->front()); !gone)
            return gone;
        return run("UPDATE conversation SET state = 'draft', finished_at = NULL, saved_at = ?2 WHERE id = ?1", id.text(), now());
    });
}

Status SqlStore::startCorrection(ConversationId finished, const Conversation& correction, const QByteArray& instance)
{
    return transact([&]() -> Status {
        if (auto written = writeConversation(correction, "draft", instance); !written)
            return written;
        return linkCorrection(finished, correction.id);
    });
}

/// Within a transaction. The files of what is corrected come along.
Status SqlStore::linkCorrection(ConversationId finished, ConversationId correction)
{
    if (auto linked =
            run("UPDATE conversation SET corrects = (SELECT instance_id FROM conversation WHERE id = ?2 AND state <> 'draft') WHERE id = ?1",
                correction.text(), finished.text());
        !linked)
        return linked;
    return run("INSERT INTO attachment(conversation_id, name, media_type, sha256, size) "
               "SELECT ?1, name, media_type, sha256, size FROM attachment WHERE conversation_id = ?2",
               correction.text(), finished.text());
}

Result<QString> SqlStore::firstInstance(const QString& instanceId)
{
    const auto found = rows<QString>(
        "WITH RECURSIVE chain(id, depth) AS (SELECT ?1, 0 UNION ALL SELECT corrects, depth + 1 FROM conversation JOIN chain ON instance_id = "
        "chain.id "
        "WHERE corrects <> '' AND depth < 1000) SELECT id FROM chain ORDER BY depth DESC LIMIT 1",
        [](const db::Statement& row) { return row.text(0); }, instanceId);
    return found ? Result<QString>(found->front()) : found.error();
}

/// The hub has its correction: that the record itself was refused (another one has its id there, or it was too large) needs nobody any more.
Status SqlStore::settleRefusedBelow(const QString& instanceId)
{
    const auto below = rows<QString>(
        "SELECT outbox.instance_id FROM outbox JOIN conversation ON conversation.corrects = outbox.instance_id "
        "WHERE conversation.instance_id = ?1 AND outbox.state = 'needs_you'",
        [](const db::Statement& row) { return row.text(0); }, instanceId);
    if (!below)
        return below.error();
    for (const QString& refused : *below) {
        if (auto settled = run("UPDATE conversation SET state = 'sent', sent_at = ?2 WHERE instance_id = ?1", refused, now()); !settled)
            return settled;
        if (auto settled = settleChanges(refused); !settled)
            return settled;
        if (auto gone = run("DELETE FROM outbox WHERE instance_id = ?1", refused); !gone)
            return gone;
    }
    return ok();
}

Result<Store::Sending> beginSending(Store& store, const QString& instanceId, const std::set<QString>& answersThere)
{
    return static_cast<SqlStore&>(store).beginSending(instanceId, answersThere); // there is no other store
}

Result<std::vector<OutboxItem>> beginRescue(Store& store)
{
    return static_cast<SqlStore&>(store).beginRescue(); // there is no other store
}

} // namespace rapport::store
