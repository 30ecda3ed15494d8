// SPDX-License-Identifier: Apache-2.0
// The files of assets, in a folder of their own, once each. A row of asset_file stands for a whole one: it is written after the file.
#include "sync/store/assets.h"

#include "sync/store/store_private.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace rapport::store
{

namespace
{

const QString roomSetting = QStringLiteral("asset_room");

/// There is one kind of store; these calls are apart from Store only so that few need to know them.
SqlStore& sql(Store& store)
{
    return static_cast<SqlStore&>(store);
}

QString firstText(const db::Statement& row)
{
    return row.text(0);
}

} // namespace

/// A row that somebody else has written may make no sense; then there is no such asset here.
Result<std::vector<wire::Asset>> SqlStore::listedAssets()
{
    const auto open = isListOpen(wire::assetList);
    if (!open || !*open)
        return open ? Result<std::vector<wire::Asset>>(std::vector<wire::Asset>{}) : open.error();
    const auto rowsOfList = entities(wire::assetList);
    if (!rowsOfList)
        return rowsOfList.error();
    std::vector<wire::Asset> all;
    for (const Entity& row : *rowsOfList) {
        if (auto asset = wire::assetOf(row.id, row.label, row.properties))
            all.push_back(std::move(*asset));
    }
    return all;
}

/// Whether a draft, or what waits, names it; in whatever question.
Result<bool> SqlStore::isNamedUnsent(const QString& assetId)
{
    const auto found = rows<bool>(
        "SELECT EXISTS(SELECT 1 FROM conversation c JOIN instance i ON i.conversation_id = c.id WHERE c.state IN ('draft','waiting') AND "
        "c.deleted_at IS NULL AND instr(CAST(i.xml AS TEXT), ?1) > 0)",
        [](const db::Statement& row) { return row.integer(0) != 0; }, assetId);
    return found ? Result<bool>(found->front()) : found.error();
}

/// What is offered today or later, and what lies in trays, also where the hub has a newer version of it by now.
Result<std::map<QString, SqlStore::HeldFile>> SqlStore::wantedFiles(const QDate& today)
{
    const auto listed = listedAssets();
    const auto offered = offer();
    const auto chosen = assetsInTrays();
    if (!listed || !offered || !chosen)
        return !listed ? listed.error() : !offered ? offered.error() : chosen.error();
    std::map<QString, HeldFile> files;
    const auto want = [&](const wire::Asset& asset, const wire::Edition& edition, bool pinned) {
        if (edition.isOverOn(today) || asset.isRecalled(edition.version))
            return;
        HeldFile& file = files[edition.sha256];
        file.sha256 = edition.sha256;
        file.size = edition.size;
        file.pinned |= pinned;
        file.toBeHad |= asset.edition(edition.version) != nullptr;
    };
    std::map<QString, const wire::Asset*> byId;
    for (const wire::Asset& asset : *listed) {
        const auto unsent = isNamedUnsent(asset.id);
        if (!unsent)
            return unsent.error();
        const auto pins = [&](const wire::Occasion* one) { return wire::pinsAsset(one->document, asset); };
        const bool pinned = *unsent || std::any_of(offered->open.begin(), offered->open.end(), pins);
        want(asset, asset, pinned);
        for (const wire::Edition& edition : asset.earlier)
            want(asset, edition, pinned);
        byId[asset.id] = &asset;
    }
    for (const wire::Asset& one : *chosen) {
        const auto known = byId.find(one.id);
        if (known == byId.end())
            continue;
        const wire::Edition* edition = known->second->edition(one.version);
        want(*known->second, edition ? *edition : one, true);
    }
    return files;
}

/// All files that are to be here, the most wanted first.
Result<std::vector<SqlStore::HeldFile>> SqlStore::heldFiles()
{
    const auto time = hubTime();
    auto files = time ? wantedFiles(time->date()) : Result<std::map<QString, HeldFile>>(time.error());
    const auto shown = rows<std::pair<QString, QString>>("SELECT sha256, opened_at FROM asset_file",
                                                         [](const db::Statement& row) { return std::pair(row.text(0), row.text(1)); });
    if (!files || !shown)
        return files ? shown.error() : files.error();
    for (const auto& [sha256, openedAt] : *shown) {
        if (const auto known = files->find(sha256); known != files->end()) {
            known->second.here = true;
            known->second.openedAt = openedAt;
        }
    }
    std::vector<HeldFile> order;
    for (auto& [sha256, file] : *files) {
        if (file.here || file.toBeHad)
            order.push_back(std::move(file));
    }
    std::sort(order.begin(), order.end(), [](const HeldFile& a, const HeldFile& b) {
        return std::tuple(!a.pinned, b.openedAt, a.size, a.sha256) < std::tuple(!b.pinned, a.openedAt, b.size, b.sha256);
    });
    return asFarAsRoomGoes(std::move(order));
}

Result<std::vector<SqlStore::HeldFile>> SqlStore::asFarAsRoomGoes(std::vector<HeldFile> order)
{
    const auto said = setting(roomSetting);
    if (!said)
        return said.error();
    const qint64 room = said->isEmpty() ? usualAssetRoom : said->toLongLong();
    qint64 taken = 0;
    std::vector<HeldFile> held;
    for (HeldFile& file : order) {
        if (!file.pinned && taken + file.size > room)
            continue;
        taken += file.size;
        held.push_back(std::move(file));
    }
    return held;
}

Result<std::vector<ComingAsset>> SqlStore::comingAssets()
{
    const auto held = heldFiles();
    if (!held)
        return held.error();
    std::vector<ComingAsset> coming;
    for (const HeldFile& file : *held) {
        if (file.here)
            continue;
        ComingAsset one{file.sha256, file.size, 0};
        if (!QFile::exists(m_assetPlace.dir + QLatin1Char('/') + file.sha256)) {
            one.offset = arriving(one).offset();
            coming.push_back(one);
        } else if (auto noted = noteAssetFile(one); !noted) { // a power cut came between the file and its row
            return noted.error();
        }
    }
    return coming;
}

Status SqlStore::keepAssetPiece(const ComingAsset& coming, const QByteArray& bytes)
{
    return arriving(coming).append(coming.offset, bytes);
}

Status SqlStore::noteAssetFile(const ComingAsset& file)
{
    return run("INSERT INTO asset_file(sha256, size) VALUES(?1, ?2) ON CONFLICT(sha256) DO NOTHING", file.sha256, file.size);
}

Status SqlStore::settleAsset(const ComingAsset& coming)
{
    if (auto settled = arriving(coming).settle(); !settled)
        return settled;
    return noteAssetFile(coming);
}

/// Rows go before files: none ever names what is not there. What was read out of a file goes only when no asset has that file any more.
Status SqlStore::sweepAssets()
{
    const auto held = heldFiles();
    const auto listed = listedAssets();
    if (!held || !listed)
        return held ? listed.error() : held.error();
    QStringList keep, known;
    for (const HeldFile& file : *held)
        keep.append(file.sha256);
    known = keep;
    for (const wire::Asset& asset : *listed) {
        known.append(asset.sha256);
        for (const wire::Edition& edition : asset.earlier)
            known.append(edition.sha256);
    }
    const auto swept = transact([&]() -> Status {
        if (auto gone = run("DELETE FROM asset_file WHERE sha256 NOT IN (SELECT value FROM json_each(?1))", textsJson(keep)); !gone)
            return gone;
        if (auto gone = run("DELETE FROM asset_page WHERE sha256 NOT IN (SELECT value FROM json_each(?1))", textsJson(known)); !gone)
            return gone;
        return run("DELETE FROM asset_reading WHERE sha256 NOT IN (SELECT value FROM json_each(?1))", textsJson(known));
    });
    if (!swept)
        return swept;
    for (const QString& name : QDir(m_assetPlace.dir).entryList(QDir::Files)) {
        if (!keep.contains(name.section(QLatin1Char('.'), 0, 0)))
            m_assetFiles.remove(name);
    }
    return ok();
}

Result<std::vector<StoredAsset>> SqlStore::withFiles(const std::vector<wire::Asset>& assets)
{
    struct Read {
        QString sha256;
        AssetReading reading;
    };
    const auto here = rows<QString>("SELECT sha256 FROM asset_file", firstText);
    const auto readings = rows<Read>("SELECT sha256, pages, milliseconds, shape, problem FROM asset_reading", [](const db::Statement& row) {
        return Read{row.text(0), {static_cast<int>(row.integer(1)), row.integer(2), row.real(3), {}, row.text(4)}};
    });
    if (!here || !readings)
        return here ? readings.error() : here.error();
    const std::set<QString> files(here->begin(), here->end());
    std::map<QString, AssetReading> read;
    for (const Read& one : *readings)
        read.emplace(one.sha256, one.reading);
    std::vector<StoredAsset> all;
    for (const wire::Asset& asset : assets) {
        const auto found = read.find(asset.sha256);
        all.push_back({asset, files.contains(asset.sha256), found == read.end() ? std::nullopt : std::optional(found->second)});
    }
    return all;
}

Result<std::vector<StoredAsset>> SqlStore::assets()
{
    const auto listed = listedAssets();
    auto all = listed ? withFiles(*listed) : Result<std::vector<StoredAsset>>(listed.error());
    if (!all)
        return all;
    std::sort(all->begin(), all->end(), [](const StoredAsset& a, const StoredAsset& b) {
        return std::pair(a.asset.title.toCaseFolded(), a.asset.id) < std::pair(b.asset.title.toCaseFolded(), b.asset.id);
    });
    return all;
}

Result<std::unique_ptr<QIODevice>> SqlStore::openAsset(const QString& sha256)
{
    const auto here = rows<QString>("SELECT sha256 FROM asset_file WHERE sha256 = ?1", firstText, sha256);
    if (!here)
        return here.error();
    if (here->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("the file of an asset is not here yet")};
    auto file = m_assetFiles.open(sha256);
    if (!file) { // it was changed on the disk: it comes again
        if (run("DELETE FROM asset_file WHERE sha256 = ?1", sha256))
            m_assetFiles.remove(sha256);
        return file.error();
    }
    return file;
}

Status SqlStore::noteShown(const QString& sha256)
{
    return run("UPDATE asset_file SET opened_at = ?2 WHERE sha256 = ?1", sha256, now());
}

Result<std::vector<ComingAsset>> comingAssets(Store& store)
{
    return sql(store).comingAssets();
}

Status keepAssetPiece(Store& store, const ComingAsset& coming, const QByteArray& bytes)
{
    return sql(store).keepAssetPiece(coming, bytes);
}

Status settleAsset(Store& store, const ComingAsset& coming)
{
    return sql(store).settleAsset(coming);
}

Status sweepAssets(Store& store)
{
    return sql(store).sweepAssets();
}

Result<std::vector<StoredAsset>> assets(Store& store)
{
    return sql(store).assets();
}

Result<std::vector<StoredAsset>> withFiles(Store& store, const std::vector<wire::Asset>& assets)
{
    return sql(store).withFiles(assets);
}

Result<std::unique_ptr<QIODevice>> openAsset(Store& store, const QString& sha256)
{
    return sql(store).openAsset(sha256);
}

Status noteShown(Store& store, const QString& sha256)
{
    return sql(store).noteShown(sha256);
}

} // namespace rapport::store
