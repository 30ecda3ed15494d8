// SPDX-License-Identifier: Apache-2.0
// Content on this device: which files it holds of the assets in its list, what the worker has read out of them, and the search in that.
#pragma once

#include "sync/store/store.h"
#include "sync/wire/asset.h"

#include <QIODevice>

namespace rapport::store
{

/// A file that is to be here and is not, or not whole.
struct ComingAsset {
    QString sha256;
    qint64 size = 0, offset = 0; ///< bytes; how many of them are here
    friend bool operator==(const ComingAsset&, const ComingAsset&) = default;
};

/// Held are, of the files of all assets that are not over or recalled, those that an open occasion pins, an unsent conversation names or a tray holds
/// (trays.h; also in a version that is to be had no more); of the others those that were shown last, then the smallest, as far as the room goes.
constexpr qint64 usualAssetRoom = 4ll * 1024 * 1024 * 1024;                              ///< bytes, together; the setting "asset_room" says otherwise
Result<std::vector<ComingAsset>> comingAssets(Store& store);                             ///< pinned ones first, then the smallest
Status keepAssetPiece(Store& store, const ComingAsset& coming, const QByteArray& bytes); ///< from its offset on
Status settleAsset(Store& store, const ComingAsset& coming); ///< all is kept. Corrupt: it was not that file, and comes anew
Status sweepAssets(Store& store);                            ///< puts away what is not to be held any more

/// What the worker has found in a file.
struct AssetReading {
    int pages = 0;           ///< of a PDF
    qint64 milliseconds = 0; ///< of a film
    double shape = 0;        ///< width by height of what is seen first; 0: not known
    QByteArray cover;        ///< JPEG; empty: none
    QString problem;         ///< a word for the app to say in a sentence: "locked", "torn", "died"; empty: it can be shown
    QStringList texts = {};  ///< of the pages; not read back
};
Result<std::vector<QString>> unreadAssets(Store& store); ///< files that are here and nobody has looked at, by SHA-256
Status keepReading(Store& store, const QString& sha256, const AssetReading& reading);
Result<QByteArray> assetCover(Store& store, const QString& sha256); ///< NotFound: there is none

/// An asset of the list, and what is here of it.
struct StoredAsset {
    wire::Asset asset;
    bool here = false;
    std::optional<AssetReading> reading; ///< without cover and texts
};
Result<std::vector<StoredAsset>> assets(Store& store); ///< by title; rows that make no sense, and those that only closed occasions name, left out
/// The same of any assets, as they are given, in their order; say of older versions.
Result<std::vector<StoredAsset>> withFiles(Store& store, const std::vector<wire::Asset>& assets);
/// Its file. Needs the store no more and belongs to one thread at a time, any. NotFound: it is not here yet.
Result<std::unique_ptr<QIODevice>> openAsset(Store& store, const QString& sha256);
Status noteShown(Store& store, const QString& sha256); ///< now; it goes after what was shown before

/// Where words were found: in the title or the tags of an asset, or in the text of a file.
struct AssetHit {
    QString id, sha256; ///< of the asset; of the file whose text it is: one of both is empty
    int page = 0;       ///< the first one that has the words, from 1
    int pages = 0;      ///< how many have them
    QString snippet;    ///< of that page; found words stand between U+0002 and U+0003
};
/// All words, each as a beginning: as the search of people does it. Titles first; at most @p limit (and 200) of each kind.
Result<std::vector<AssetHit>> findAssets(Store& store, const QString& text, int limit);
/// The pages of a file that have the words, from 1.
Result<std::vector<int>> pagesWith(Store& store, const QString& sha256, const QString& text);

} // namespace rapport::store
