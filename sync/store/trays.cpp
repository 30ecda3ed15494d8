// SPDX-License-Identifier: Apache-2.0
#include "sync/store/trays.h"

#include "sync/store/store_private.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rapport::store
{

namespace
{

const QString prepared = QStringLiteral("prepared"); ///< no conversation and no sequence is called so: they have UUIDs

QString idOf(const std::optional<ConversationId>& conversation)
{
    return conversation ? conversation->text() : prepared;
}

QString pagesText(const QList<int>& pages)
{
    QJsonArray array;
    for (const int page : pages)
        array.append(page);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<int> pagesOf(const QString& text)
{
    QList<int> pages;
    for (const QJsonValue& page : QJsonDocument::fromJson(text.toUtf8()).array())
        pages.append(page.toInt());
    return pages;
}

struct Kept {
    QString tray;
    std::optional<TrayItem> item; ///< nothing: of a kind that this Rapport does not know
};

Kept readKept(const db::Statement& row)
{
    auto asset = wire::assetOf(row.text(2), row.text(3), propertiesOf(row.blob(4)));
    if (!asset)
        return {row.text(0), {}};
    return {row.text(0), TrayItem{row.text(1), std::move(*asset), pagesOf(row.text(5))}};
}

SqlStore& sql(Store& store)
{
    return static_cast<SqlStore&>(store);
}

} // namespace

Result<std::vector<TrayItem>> SqlStore::trayItems(const QString& tray)
{
    const auto kept =
        rows<Kept>("SELECT tray_id, id, asset_id, title, properties, pages FROM tray_item WHERE tray_id = ?1 ORDER BY place", readKept, tray);
    if (!kept)
        return kept.error();
    std::vector<TrayItem> items;
    for (const Kept& one : *kept) {
        if (one.item)
            items.push_back(*one.item);
    }
    return items;
}

Status SqlStore::keepTray(const QString& tray, const QString& name, const std::vector<TrayItem>& items)
{
    if (items.size() > mostTrayItems)
        return Error{Error::Kind::Full, QStringLiteral("a tray holds %1 entries").arg(mostTrayItems)};
    return transact([&]() -> Status {
        if (auto kept = run("INSERT INTO tray(id, name) VALUES(?1, ?2) ON CONFLICT(id) DO UPDATE SET name = ?2", tray, name); !kept)
            return kept;
        if (auto emptied = run("DELETE FROM tray_item WHERE tray_id = ?1", tray); !emptied)
            return emptied;
        int place = 0;
        for (const TrayItem& item : items) {
            if (auto written = run("INSERT INTO tray_item(id, tray_id, place, asset_id, title, properties, pages) VALUES(?1,?2,?3,?4,?5,?6,?7)",
                                   item.id, tray, ++place, item.asset.id, item.asset.title,
                                   QString::fromUtf8(propertiesJson(wire::assetProperties(item.asset))), pagesText(item.pages));
                !written)
                return written;
        }
        return ok();
    });
}

Result<std::vector<Sequence>> SqlStore::sequences()
{
    auto named = rows<Sequence>("SELECT id, name FROM tray WHERE name <> '' ORDER BY name COLLATE NOCASE, id", [](const db::Statement& row) {
        return Sequence{row.text(0), row.text(1), {}};
    });
    if (!named)
        return named;
    for (Sequence& one : *named) {
        auto items = trayItems(one.id);
        if (!items)
            return items.error();
        one.items = std::move(*items);
    }
    return named;
}

Status SqlStore::dropSequence(const QString& id)
{
    return run("DELETE FROM tray WHERE id = ?1 AND name <> ''", id);
}

/// What is still to be shown: the prepared one, the named ones, and those of conversations that are not sent.
Result<std::vector<wire::Asset>> SqlStore::assetsInTrays()
{
    const auto kept = rows<Kept>("SELECT tray_id, id, asset_id, title, properties, pages FROM tray_item WHERE tray_id NOT IN (SELECT id FROM "
                                 "conversation WHERE state = 'sent' OR "
                                 "deleted_at IS NOT NULL)",
                                 readKept);
    if (!kept)
        return kept.error();
    std::vector<wire::Asset> assets;
    for (const Kept& one : *kept) {
        if (one.item)
            assets.push_back(one.item->asset);
    }
    return assets;
}

Result<std::vector<TrayItem>> tray(Store& store, const std::optional<ConversationId>& of)
{
    return sql(store).trayItems(idOf(of));
}

Status keepTray(Store& store, const std::optional<ConversationId>& of, const std::vector<TrayItem>& items)
{
    return sql(store).keepTray(idOf(of), {}, items);
}

Result<std::vector<Sequence>> sequences(Store& store)
{
    return sql(store).sequences();
}

Status keepSequence(Store& store, const Sequence& sequence)
{
    if (sequence.id.isEmpty() || sequence.name.trimmed().isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("a sequence has an id and a name")};
    return sql(store).keepTray(sequence.id, sequence.name.trimmed(), sequence.items);
}

Status dropSequence(Store& store, const QString& id)
{
    return sql(store).dropSequence(id);
}

} // namespace rapport::store
