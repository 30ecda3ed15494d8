// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqlitereceipts.h"

#include "sync/hub/sqlite/hubfile.h"
#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

constexpr int pageSize = 1000;

} // namespace

Status SqliteReceipts::write(const wire::Receipt& receipt, const QString& deviceId)
{
    const auto seq = nextSequence(m_database);
    if (!seq)
        return seq.error();
    return run(m_database,
               "INSERT INTO receipt(instance_id, target, device_id, title, state, reference, sentence, at, seq) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9) "
               "ON CONFLICT(instance_id, target) DO UPDATE SET title=?4, state=?5, reference=?6, sentence=?7, at=?8, seq=?9 "
               "WHERE (title, state, reference, sentence) <> (?4, ?5, ?6, ?7)",
               receipt.instanceId, receipt.target, deviceId, receipt.title, wire::word(receipt.state), receipt.reference, receipt.sentence,
               timeText(receipt.at), *seq);
}

Result<bool> SqliteReceipts::has(const QString& instanceId, const QString& target) const
{
    const auto found = rows<qint64>(
        m_database, "SELECT EXISTS(SELECT 1 FROM receipt WHERE instance_id = ?1 AND target = ?2)",
        [](const db::Statement& row) { return row.integer(0); }, instanceId, target);
    return found ? Result<bool>(found->front() != 0) : found.error();
}

/// The cursor is EPOCH.SEQ of the last receipt.
Result<wire::ReceiptPage> SqliteReceipts::page(const QString& deviceId, const QByteArray& cursor) const
{
    struct Row {
        wire::Receipt receipt;
        qint64 seq;
    };
    const auto epoch = metaValue(m_database, QStringLiteral("epoch"));
    if (!epoch)
        return epoch.error();
    const QByteArray begin = epoch->toLatin1() + '.';
    const bool goesOn = cursor.startsWith(begin);
    auto found = rows<Row>(
        m_database,
        "SELECT instance_id, target, title, state, reference, sentence, at, seq FROM receipt WHERE device_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
        [](const db::Statement& row) {
            return Row{{row.text(0), row.text(1), row.text(2), wire::receiptState(row.text(3)), row.text(4), row.text(5), timeOf(row.text(6))},
                       row.integer(7)};
        },
        deviceId, goesOn ? cursor.mid(begin.size()).toLongLong() : 0, pageSize + 1);
    if (!found)
        return found.error();
    wire::ReceiptPage page;
    page.more = static_cast<int>(found->size()) > pageSize;
    if (page.more)
        found->pop_back();
    page.reset = !goesOn && !cursor.isEmpty();
    page.cursor = found->empty() && goesOn ? cursor : begin + QByteArray::number(found->empty() ? 0 : found->back().seq);
    for (Row& one : *found)
        page.receipts.push_back(std::move(one.receipt));
    return page;
}

} // namespace rapport::hub
