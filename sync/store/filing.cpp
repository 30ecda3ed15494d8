// SPDX-License-Identifier: Apache-2.0
// Forms, cursors and settings.
#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

StoredForm readForm(const db::Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.blob(4), row.text(5)};
}

} // namespace

/// The newest one is live; older ones stay for the drafts that began with them.
Status SqlStore::putForm(const StoredForm& form)
{
    return putForm(form, {});
}

Result<StoredForm> SqlStore::form(const QString& id, const QString& version)
{
    auto found =
        version.isEmpty()
            ? rows<StoredForm>("SELECT id, version, hash, title, xml, files FROM form WHERE id = ?1 AND live = 1", readForm, id)
            : rows<StoredForm>("SELECT id, version, hash, title, xml, files FROM form WHERE id = ?1 AND version = ?2", readForm, id, version);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("form %1 %2 is not on this device").arg(id, version)};
    return found->front();
}

Result<std::vector<StoredForm>> SqlStore::forms()
{
    auto live = rows<StoredForm>("SELECT id, version, hash, title, '', files FROM form WHERE live = 1 ORDER BY title", readForm);
    const auto offered = offer();
    if (!live || !offered)
        return live ? offered.error() : live.error();
    std::erase_if(*live, [&](const StoredForm& form) { return offered->hides(form.id, &wire::Occasion::forms); });
    return live;
}

Result<QByteArray> SqlStore::cursor(const QString& stream)
{
    auto found = rows<QByteArray>(
        "SELECT value FROM cursor WHERE stream = ?1", [](const db::Statement& row) { return row.blob(0); }, stream);
    if (!found)
        return found.error();
    return found->empty() ? QByteArray() : found->front();
}

Status SqlStore::setCursor(const QString& stream, const QByteArray& value)
{
    return run("INSERT INTO cursor(stream, value) VALUES(?1, ?2) ON CONFLICT(stream) DO UPDATE SET value = ?2", stream, value);
}

Result<QString> SqlStore::setting(const QString& name)
{
    auto found = rows<QString>(
        "SELECT value FROM setting WHERE name = ?1", [](const db::Statement& row) { return row.text(0); }, name);
    if (!found)
        return found.error();
    return found->empty() ? QString() : found->front();
}

Status SqlStore::setSetting(const QString& name, const QString& value)
{
    return run("INSERT INTO setting(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2", name, value);
}

} // namespace rapport::store
