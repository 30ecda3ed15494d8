// SPDX-License-Identifier: Apache-2.0
// Trays: what somebody wants to show in a meeting, in its order, on the disk with each change. A conversation has one of its own; one is prepared for
// the next meeting; others have a name and are there to begin with again.
#pragma once

#include "sync/store/store.h"
#include "sync/wire/asset.h"

namespace rapport::store
{

/// Pages of an asset, in the version that was chosen.
struct TrayItem {
    QString id;        ///< a UUID
    wire::Asset asset; ///< as it stood when it was chosen
    QList<int> pages;  ///< in their order, from 1; empty: all of it
    friend bool operator==(const TrayItem&, const TrayItem&) = default;
};

/// A tray with a name.
struct Sequence {
    QString id, name;
    std::vector<TrayItem> items;
    friend bool operator==(const Sequence&, const Sequence&) = default;
};

constexpr int mostTrayItems = 200; ///< more cannot be chosen one by one, and are refused (Full)

/// Of a conversation; of none: the prepared one. Empty where nothing was chosen yet.
Result<std::vector<TrayItem>> tray(Store& store, const std::optional<ConversationId>& of);
/// In place of what was in it: one transaction. An item is in one tray only: Conflict.
Status keepTray(Store& store, const std::optional<ConversationId>& of, const std::vector<TrayItem>& items);

Result<std::vector<Sequence>> sequences(Store& store);       ///< by name
Status keepSequence(Store& store, const Sequence& sequence); ///< a new one, or in place of the one of that id
Status dropSequence(Store& store, const QString& id);

} // namespace rapport::store
