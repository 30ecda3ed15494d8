// SPDX-License-Identifier: Apache-2.0
#include "assets/catalogue.h"

#include <algorithm>
#include <map>
#include <set>

namespace rapport::assets
{

namespace
{

constexpr int maxHits = 100;

bool isWished(const wire::Asset& asset, const Wish& wish)
{
    return (wish.folder.isEmpty() || asset.folder == wish.folder) && (wish.language.isEmpty() || asset.languages.contains(wish.language));
}

QStringList ordered(const std::set<QString>& names)
{
    QStringList list(names.begin(), names.end());
    list.removeAll(QString());
    std::sort(list.begin(), list.end(), [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    return list;
}

/// In the order in which they were found; an asset whose title and whose pages have the words stands where its title does, with its page.
Result<std::vector<Entry>> found(store::Store& store, const QString& text, const std::vector<Entry>& all)
{
    const auto hits = store::findAssets(store, text, maxHits);
    if (!hits)
        return hits.error();
    std::vector<Entry> entries;
    std::map<QString, std::size_t> places; // of assets
    for (const store::AssetHit& hit : *hits) {
        for (const Entry& one : all) {
            const wire::Asset& asset = one.stored.asset;
            if (hit.id.isEmpty() ? asset.sha256 != hit.sha256 : asset.id != hit.id)
                continue;
            const auto [place, fresh] = places.try_emplace(asset.id, entries.size());
            if (fresh)
                entries.push_back(one);
            Entry& entry = entries[place->second];
            entry.page = hit.page;
            entry.pages = hit.pages;
            entry.snippet = hit.snippet;
        }
    }
    return entries;
}

} // namespace

Result<Catalogue> catalogue(store::Store& store, const Wish& wish, const QDate& today)
{
    const auto listed = store::assets(store);
    if (!listed)
        return listed.error();
    std::vector<wire::Asset> offered;
    for (const store::StoredAsset& one : *listed) {
        if (auto asset = one.asset.offeredOn(today))
            offered.push_back(std::move(*asset));
    }
    auto stored = store::withFiles(store, offered);
    if (!stored)
        return stored.error();
    Catalogue result;
    std::set<QString> folders, languages;
    for (store::StoredAsset& one : *stored) {
        ++result.all;
        folders.insert(one.asset.folder);
        languages.insert(one.asset.languages.begin(), one.asset.languages.end());
        if (isWished(one.asset, wish))
            result.entries.push_back({std::move(one), 0, 0, {}});
    }
    result.folders = ordered(folders);
    result.languages = ordered(languages);
    if (wish.text.trimmed().isEmpty())
        return result;
    auto entries = found(store, wish.text, result.entries);
    if (!entries)
        return entries.error();
    result.entries = std::move(*entries);
    return result;
}

} // namespace rapport::assets
