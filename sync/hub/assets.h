// SPDX-License-Identifier: Apache-2.0
// Content that the back office hands out: files go among the blobs, what is said of them into the list `assets` (sync/wire/asset.h).
#pragma once

#include "sync/hub/hub.h"

namespace rapport::hub
{

/// What is said of an asset; what is not given stays as it was, and is empty for a new one.
struct AssetWords {
    QString id; ///< of the one that is changed or made; empty: a new one, with an id of its own
    std::optional<QString> title, folder, tags, languages, validFrom, validTo, visibility;
};

/// A brochure, a picture or a film that lies at @p path: a new one, or another version of the one of that id. Without a path only the words change.
/// What was valid before it stays so until its first day. Gives the row, as JSON. Invalid: nothing that is shown; Full: too large.
Result<QJsonObject> putAsset(HubAdmin& admin, const AssetWords& words, const QString& path);
/// A version with a fault in it is shown and sent no more, wherever it is; its next one is. Without a number: the version that holds today.
/// @p reason is for us, not for customers. Gives the row, as JSON.
Result<QJsonObject> recallAsset(HubAdmin& admin, const QString& id, std::optional<int> version, const QString& reason);
Result<QJsonArray> assets(HubAdmin& admin);               ///< those that devices may have
Status withdrawAsset(HubAdmin& admin, const QString& id); ///< no device shows it any more

} // namespace rapport::hub
