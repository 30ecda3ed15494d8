// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/indexer.h"
#include "app/controllers/conversationcontroller.h"
#include "app/controllers/librarycontroller.h"
#include "app/controllers/pagescontroller.h"
#include "app/controllers/presentercontroller.h"
#include "app/controllers/traycontroller.h"
#include "sync/device/device.h"

namespace rapport::app
{

/// Content: what there is, what is chosen of it for a meeting, and what is shown.
struct ContentPages {
    Indexer& indexer;
    LibraryController& library;
    TrayController& tray;
    PagesController& choice; ///< of pages for the tray
    PresenterController& presenter;
    ConversationController& conversation; ///< whose tray it is, while it is open
    device::Courier& courier;
};

void connectContentPages(const ContentPages& pages);

} // namespace rapport::app
