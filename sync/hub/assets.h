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
/// Gives the row, as JSON. Invalid: nothing that is shown; Full: too large.
Result<QJsonObject> putAsset(HubAdmin& admin, const AssetWords& words, const QString& path);
Result<QJsonArray> assets(HubAdmin& admin);               ///< those that devices may have
Status withdrawAsset(HubAdmin& admin, const QString& id); ///< no device shows it any more

} // namespace rapport::hub
