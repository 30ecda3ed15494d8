// SPDX-License-Identifier: Apache-2.0
#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

QString word(OutboxItem::State state)
{
    return state == OutboxItem::State::NeedsYou ? QStringLiteral("needs_you") : QStringLiteral("waiting");
}

} // namespace

Result<std::vector<OutboxItem>> SqlStore::outbox()
{
    return rows<OutboxItem>(
        "SELECT conversation_id, instance_id, attempts, queued_at, next_try_at, state, reason FROM outbox ORDER BY queued_at, instance_id",
        [](const db::Statement& row) {
            OutboxItem item;
            item.conversation = ConversationId::parse(row.text(0));
            item.instanceId = row.text(1);
            item.attempts = static_cast<int>(row.integer(2));
            item.queuedAt = timeOf(row.text(3));
            if (!row.isNull(4))
                item.nextTryAt = timeOf(row.text(4));
            item.state = row.text(5) == QLatin1String("needs_you") ? OutboxItem::State::NeedsYou : OutboxItem::State::Waiting;
            item.reason = row.text(6);
            return item;
        });
}

Status SqlStore::recordAttempt(const QString& instanceId, const QString& reason, OutboxItem::State state, const QDateTime& nextTryAt)
{
    return run("UPDATE outbox SET attempts = attempts + 1, reason = ?2, state = ?3, next_try_at = ?4 WHERE instance_id = ?1", instanceId, reason,
               word(state), timeText(nextTryAt));
}

Status SqlStore::recordAccepted(const QString& instanceId)
{
    return run("UPDATE outbox SET reason = '', next_try_at = NULL WHERE instance_id = ?1", instanceId);
}

Status SqlStore::recordDelivered(const QString& instanceId)
{
    return transact([&]() -> Status {
        if (auto sent = run("UPDATE conversation SET state = 'sent', sent_at = ?2 WHERE instance_id = ?1 AND state = 'waiting'", instanceId, now());
            !sent)
            return sent;
        if (auto settled = settleChanges(instanceId); !settled)
            return settled;
        if (auto settled = settleRefusedBelow(instanceId); !settled)
            return settled;
        return run("DELETE FROM outbox WHERE instance_id = ?1", instanceId);
    });
}

Result<Store::Touched> SqlStore::touched(const QString& instanceId)
{
    const auto changed = rows<QString>(
        "SELECT list || '/' || entity_id FROM entity_change WHERE instance_id = ?1", [](const db::Statement& row) { return row.text(0); },
        instanceId);
    const auto named = rows<QString>(
        "SELECT 'contacts/' || json_extract(properties, '$.contact_id') FROM entity_change WHERE instance_id = ?1 UNION "
        "SELECT 'organisations/' || json_extract(properties, '$.organisation_id') FROM entity_change WHERE instance_id = ?1",
        [](const db::Statement& row) { return row.text(0); }, instanceId);
    if (!changed || !named)
        return changed ? named.error() : changed.error();
    return Touched{*changed, *named};
}

Status SqlStore::wakeOutbox()
{
    return run("UPDATE outbox SET next_try_at = NULL, state = 'waiting' WHERE attempts > 0 OR state <> 'waiting'");
}

Status SqlStore::wakeUnreached(const QStringList& reasons)
{
    return run("UPDATE outbox SET next_try_at = NULL, attempts = 0 WHERE state = 'waiting' AND attempts > 0 AND reason IN (SELECT value FROM "
               "json_each(?1))",
               textsJson(reasons));
}

Result<std::vector<wire::Receipt>> SqlStore::receipts(const QString& instanceId)
{
    return rows<wire::Receipt>(
        "SELECT instance_id, target, title, state, reference, sentence, at FROM receipt WHERE instance_id = ?1 ORDER BY target <> 'hub', target",
        [](const db::Statement& row) {
            return wire::Receipt{row.text(0), row.text(1), row.text(2),        wire::receiptState(row.text(3)),
                                 row.text(4), row.text(5), timeOf(row.text(6))};
        },
        instanceId);
}

Status SqlStore::absorbReceipts(const std::vector<wire::Receipt>& receipts, const QByteArray& cursor)
{
    return transact([&]() -> Status {
        for (const wire::Receipt& receipt : receipts) {
            auto written = run("INSERT INTO receipt(instance_id, target, title, state, reference, sentence, at) VALUES(?1,?2,?3,?4,?5,?6,?7) "
                               "ON CONFLICT(instance_id, target) DO UPDATE SET title=?3, state=?4, reference=?5, sentence=?6, at=?7",
                               receipt.instanceId, receipt.target, receipt.title, wire::word(receipt.state), receipt.reference, receipt.sentence,
                               timeText(receipt.at));
            if (!written)
                return written;
        }
        return setCursor(QStringLiteral("receipts"), cursor);
    });
}

/// In the order in which they were finished, and not to be reopened: others may have read what they said.
Result<int> SqlStore::sendAgainUnless(const std::set<QString>& instancesThere)
{
    int again = 0;
    auto queued = transact([&]() -> Status {
        const auto sent = rows<QString>("SELECT instance_id FROM conversation WHERE state = 'sent' ORDER BY finished_at, started_at",
                                        [](const db::Statement& row) { return row.text(0); });
        if (!sent)
            return sent.error();
        for (const QString& instance : *sent) {
            if (instancesThere.count(instance) > 0)
                continue;
            if (auto put =
                    run("INSERT INTO outbox(instance_id, conversation_id, queued_at, begun_at) SELECT instance_id, id, ifnull(finished_at, ?2), ?2 "
                        "FROM conversation WHERE instance_id = ?1",
                        instance, now());
                !put)
                return put;
            if (auto waits = run("UPDATE conversation SET state = 'waiting', sent_at = NULL WHERE instance_id = ?1", instance); !waits)
                return waits;
            if (auto gone = run("DELETE FROM receipt WHERE instance_id = ?1", instance); !gone)
                return gone;
            ++again;
        }
        return ok();
    });
    return queued ? Result<int>(again) : queued.error();
}

} // namespace rapport::store
