// SPDX-License-Identifier: Apache-2.0
#include "sync/store/reports.h"

#include "sync/store/store_private.h"

namespace rapport::store
{

Status SqlStore::keepReport(ConversationId id, const QString& name, const QByteArray& pdf)
{
    const auto before = reports(id);
    if (!before)
        return before.error();
    const auto sha256 = m_files.put(pdf); // on disk before the row that names it
    if (!sha256)
        return sha256.error();
    auto kept = run("INSERT INTO report(conversation_id, name, sha256, size, made_at) VALUES(?1,?2,?3,?4,?5) "
                    "ON CONFLICT(conversation_id, name) DO UPDATE SET sha256=?3, size=?4, made_at=?5",
                    id.text(), name, *sha256, static_cast<qint64>(pdf.size()), now());
    if (!kept)
        return kept;
    for (const StoredReport& old : *before) { // each making differs by its time, so nothing else has that content
        if (old.name == name && old.sha256 != *sha256)
            m_files.remove(old.sha256);
    }
    return ok();
}

Result<QByteArray> SqlStore::report(ConversationId id, const QString& name)
{
    const auto all = reports(id);
    if (!all)
        return all.error();
    for (const StoredReport& one : *all) {
        if (one.name == name)
            return m_files.get(one.sha256);
    }
    return Error{Error::Kind::NotFound, QStringLiteral("conversation %1 has no such report").arg(id.text())};
}

Result<std::vector<StoredReport>> SqlStore::reports(ConversationId id)
{
    return rows<StoredReport>(
        "SELECT name, sha256, size, made_at FROM report WHERE conversation_id = ?1 ORDER BY name",
        [](const db::Statement& row) {
            return StoredReport{row.text(0), row.text(1), row.integer(2), timeOf(row.text(3))};
        },
        id.text());
}

namespace
{

/// There is one kind of store; these calls are apart from Store only so that few need to know them.
SqlStore& sql(Store& store)
{
    return static_cast<SqlStore&>(store);
}

} // namespace

Status keepReport(Store& store, ConversationId id, const QString& name, const QByteArray& pdf)
{
    return sql(store).keepReport(id, name, pdf);
}

Result<QByteArray> report(Store& store, ConversationId id, const QString& name)
{
    return sql(store).report(id, name);
}

Result<std::vector<StoredReport>> reports(Store& store, ConversationId id)
{
    return sql(store).reports(id);
}

} // namespace rapport::store
