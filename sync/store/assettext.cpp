// SPDX-License-Identifier: Apache-2.0
// What the worker has read out of the files of assets, and the search in it. asset_title has a row for each asset (its rowid is entity.row),
// asset_text one for each page of a file; found words begin like those that were typed, as in the search of people.
#include "sync/store/assets.h"
#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

constexpr int maxHits = 200;
constexpr qsizetype maxPageText = 100'000; ///< letters: more is no page that somebody reads

SqlStore& sql(Store& store)
{
    return static_cast<SqlStore&>(store);
}

QString withPlain(const QString& text)
{
    return text + plainWords(text);
}

} // namespace

Status SqlStore::indexAsset(qint64 row, const Entity& entity)
{
    if (entity.deleted)
        return runKept("DELETE FROM asset_title WHERE rowid = ?1", row);
    const QString tags = propertyOf(entity, "tags") + QLatin1Char(' ') + propertyOf(entity, "folder");
    return runKept("INSERT OR REPLACE INTO asset_title(rowid, title, tags) VALUES(?1,?2,?3)", row, withPlain(entity.label), withPlain(tags));
}

Result<std::vector<QString>> SqlStore::unreadAssets()
{
    return rows<QString>("SELECT sha256 FROM asset_file WHERE sha256 NOT IN (SELECT sha256 FROM asset_reading) ORDER BY size",
                         [](const db::Statement& row) { return row.text(0); });
}

Status SqlStore::keepReading(const QString& sha256, const AssetReading& reading)
{
    return transact([&]() -> Status {
        auto kept = run("INSERT OR REPLACE INTO asset_reading(sha256, pages, milliseconds, shape, problem, cover) VALUES(?1,?2,?3,?4,?5,?6)", sha256,
                        reading.pages, reading.milliseconds, reading.shape, reading.problem, reading.cover);
        if (!kept)
            return kept;
        if (auto before = run("DELETE FROM asset_page WHERE sha256 = ?1", sha256); !before)
            return before;
        for (qsizetype page = 0; page < reading.texts.size(); ++page) {
            const QString text = reading.texts[page].left(maxPageText).simplified();
            if (text.isEmpty())
                continue;
            if (auto added = run("INSERT INTO asset_page(sha256, page, text) VALUES(?1,?2,?3)", sha256, page + 1, text); !added)
                return added;
        }
        return ok();
    });
}

Result<QByteArray> SqlStore::assetCover(const QString& sha256)
{
    const auto found = rows<QByteArray>(
        "SELECT cover FROM asset_reading WHERE sha256 = ?1 AND length(cover) > 0", [](const db::Statement& row) { return row.blob(0); }, sha256);
    if (!found)
        return found.error();
    return found->empty() ? Error{Error::Kind::NotFound, QStringLiteral("an asset has no cover")} : Result<QByteArray>(found->front());
}

Result<std::vector<AssetHit>> SqlStore::findAssets(const QString& text, int limit)
{
    const int wanted = qBound(1, limit, maxHits);
    const QString match = matchOf(wordsOf(text));
    if (match.isEmpty())
        return std::vector<AssetHit>{};
    auto titles = rows<AssetHit>(
        "SELECT id FROM (SELECT rowid AS found FROM asset_title WHERE asset_title MATCH ?1 LIMIT ?2) JOIN entity ON row = found WHERE deleted = 0",
        [](const db::Statement& row) {
            return AssetHit{row.text(0), {}, 0, 0, {}};
        },
        match, wanted);
    if (!titles)
        return titles;
    // The first page of each file; its text is cut out only there.
    struct First {
        qint64 row = 0;
        AssetHit hit;
    };
    const auto pages = rows<First>(
        "SELECT min(id), sha256, min(page), count(*) FROM (SELECT rowid AS found FROM asset_text WHERE asset_text MATCH ?1) JOIN asset_page ON "
        "id = found GROUP BY sha256 ORDER BY count(*) DESC, sha256 LIMIT ?2",
        [](const db::Statement& row) {
            return First{row.integer(0), {{}, row.text(1), static_cast<int>(row.integer(2)), static_cast<int>(row.integer(3)), {}}};
        },
        match, wanted);
    if (!pages)
        return pages.error();
    for (const First& first : *pages) {
        const auto snippet = rows<QString>(
            "SELECT snippet(asset_text, 0, char(2), char(3), '…', 14) FROM asset_text WHERE asset_text MATCH ?1 AND rowid = ?2",
            [](const db::Statement& row) { return row.text(0); }, match, first.row);
        if (!snippet)
            return snippet.error();
        titles->push_back(first.hit);
        titles->back().snippet = snippet->empty() ? QString() : snippet->front();
    }
    return titles;
}

Result<std::vector<int>> SqlStore::pagesWith(const QString& sha256, const QString& text)
{
    const QString match = matchOf(wordsOf(text));
    if (match.isEmpty())
        return std::vector<int>{};
    return rows<int>(
        "SELECT page FROM (SELECT rowid AS found FROM asset_text WHERE asset_text MATCH ?1) JOIN asset_page ON id = found WHERE sha256 = ?2 "
        "ORDER BY page",
        [](const db::Statement& row) { return static_cast<int>(row.integer(0)); }, match, sha256);
}

Result<std::vector<QString>> unreadAssets(Store& store)
{
    return sql(store).unreadAssets();
}

Status keepReading(Store& store, const QString& sha256, const AssetReading& reading)
{
    return sql(store).keepReading(sha256, reading);
}

Result<QByteArray> assetCover(Store& store, const QString& sha256)
{
    return sql(store).assetCover(sha256);
}

Result<std::vector<AssetHit>> findAssets(Store& store, const QString& text, int limit)
{
    return sql(store).findAssets(text, limit);
}

Result<std::vector<int>> pagesWith(Store& store, const QString& sha256, const QString& text)
{
    return sql(store).pagesWith(sha256, text);
}

} // namespace rapport::store
