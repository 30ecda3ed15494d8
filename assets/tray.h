// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/assets.h"
#include "sync/store/trays.h"

namespace rapport::assets
{

/// Whether what lies in a tray can be shown on a day; why it cannot.
enum class TrayState {
    Ready,
    Coming,    ///< its file is still to come
    Preparing, ///< nobody has looked at its file yet
    Locked,    ///< it asks for a password
    Torn,      ///< or it cannot be shown for another reason
    NotYet,    ///< it begins later
    Over,      ///< it has expired
    Recalled,  ///< by the office: there is a fault in it
    Withdrawn, ///< the office gives it out no more, or not to us
    Lost       ///< an older version, which is here no more and is not to be had
};

/// An item of a tray, as it stands on a day.
struct TrayEntry {
    store::TrayItem item;
    wire::Asset asset; ///< that version, with what the list says of it now; as it was chosen where the list has it no more
    TrayState state = TrayState::Ready;
    std::optional<wire::Asset> newer; ///< the version that holds today, where it is a newer one
    bool here = false;
    store::AssetReading reading; ///< without cover and texts; as made where nobody has read it

    bool isReady() const { return state == TrayState::Ready; }
    bool isForCustomers() const { return asset.visibility == wire::Asset::Visibility::Shared; }
    QList<int> shownPages() const; ///< those of its pages that there are, from 1, in their order; of a picture and a film the one
};

/// In the order of the items.
Result<std::vector<TrayEntry>> trayEntries(store::Store& store, const std::vector<store::TrayItem>& items, const QDate& today);

/// One page of a sequence; a film and a picture are one.
struct Sheet {
    QString itemId; ///< which it belongs to
    wire::Asset asset;
    int page = 1;     ///< of its file, from 1
    int pages = 1;    ///< that the file has
    double shape = 1; ///< width by height
};

/// What a customer sees of a tray: the pages, pictures and films that are for customers and can be shown.
std::vector<Sheet> sheetsOf(const std::vector<TrayEntry>& entries);

/// False: the office has recalled or withdrawn that version since, or says by now that it is for us alone.
Result<bool> isStillShown(store::Store& store, const wire::Asset& asset);

} // namespace rapport::assets
