// SPDX-License-Identifier: Apache-2.0
#include "assets/tray.h"

#include <algorithm>
#include <map>

namespace rapport::assets
{

namespace
{

Result<std::map<QString, wire::Asset>> listedAssets(store::Store& store)
{
    const auto listed = store::assets(store);
    if (!listed)
        return listed.error();
    std::map<QString, wire::Asset> byId;
    for (const store::StoredAsset& one : *listed)
        byId.emplace(one.asset.id, one.asset);
    return byId;
}

/// That version with today's words; an older one, that the list does not name any more, with its own but today's class.
wire::Asset withWordsOf(const wire::Asset& listed, const wire::Asset& chosen)
{
    if (const wire::Edition* edition = listed.edition(chosen.version))
        return listed.as(*edition);
    wire::Asset out = chosen;
    out.visibility = listed.visibility;
    out.recalled = listed.recalled;
    out.recallReason = listed.recallReason;
    return out;
}

TrayState stateOfFile(const store::StoredAsset& stored, bool toBeHad)
{
    if (!stored.here)
        return toBeHad ? TrayState::Coming : TrayState::Lost;
    if (!stored.reading)
        return TrayState::Preparing;
    if (stored.reading->problem.isEmpty())
        return TrayState::Ready;
    return stored.reading->problem == QLatin1String("locked") ? TrayState::Locked : TrayState::Torn;
}

TrayState stateOn(const QDate& today, const TrayEntry& entry, const wire::Asset* listed, const store::StoredAsset& stored)
{
    if (!listed)
        return TrayState::Withdrawn;
    if (entry.asset.isRecalled(entry.asset.version))
        return TrayState::Recalled;
    if (entry.asset.isOverOn(today))
        return TrayState::Over;
    if (!entry.asset.hasBegunOn(today))
        return TrayState::NotYet;
    return stateOfFile(stored, listed->edition(entry.asset.version) != nullptr);
}

} // namespace

QList<int> TrayEntry::shownPages() const
{
    const int count = asset.kind == wire::AssetKind::Pdf ? std::max(1, reading.pages) : 1;
    QList<int> shown;
    if (item.pages.isEmpty()) {
        for (int page = 1; page <= count; ++page)
            shown.append(page);
    }
    for (const int page : item.pages) {
        if (page >= 1 && page <= count)
            shown.append(page);
    }
    return shown;
}

Result<std::vector<TrayEntry>> trayEntries(store::Store& store, const std::vector<store::TrayItem>& items, const QDate& today)
{
    const auto listed = listedAssets(store);
    if (!listed)
        return listed.error();
    std::vector<TrayEntry> entries;
    std::vector<wire::Asset> assets;
    for (const store::TrayItem& item : items) {
        TrayEntry entry;
        entry.item = item;
        const auto known = listed->find(item.asset.id);
        entry.asset = known == listed->end() ? item.asset : withWordsOf(known->second, item.asset);
        if (known != listed->end()) {
            entry.newer = known->second.offeredOn(today);
            if (entry.newer && entry.newer->version <= item.asset.version)
                entry.newer.reset();
        }
        assets.push_back(entry.asset);
        entries.push_back(std::move(entry));
    }
    const auto stored = store::withFiles(store, assets);
    if (!stored)
        return stored.error();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const store::StoredAsset& file = (*stored)[i];
        const auto known = listed->find(entries[i].item.asset.id);
        entries[i].here = file.here;
        entries[i].reading = file.reading.value_or(store::AssetReading());
        entries[i].state = stateOn(today, entries[i], known == listed->end() ? nullptr : &known->second, file);
    }
    return entries;
}

std::vector<Sheet> sheetsOf(const std::vector<TrayEntry>& entries)
{
    std::vector<Sheet> sheets;
    for (const TrayEntry& entry : entries) {
        if (!entry.isReady() || !entry.isForCustomers())
            continue;
        for (const int page : entry.shownPages())
            sheets.push_back({entry.item.id, entry.asset, page, std::max(1, entry.reading.pages), entry.reading.shape > 0 ? entry.reading.shape : 1});
    }
    return sheets;
}

Result<bool> isStillShown(store::Store& store, const wire::Asset& asset)
{
    const auto listed = listedAssets(store);
    if (!listed)
        return listed.error();
    const auto known = listed->find(asset.id);
    if (known == listed->end() || known->second.isRecalled(asset.version))
        return false;
    return asset.visibility == wire::Asset::Visibility::Internal || known->second.visibility == wire::Asset::Visibility::Shared;
}

} // namespace rapport::assets
