// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"
#include "forms/base/clock.h"
#include "forms/session/formsession.h"

#include <functional>

namespace rapport::app
{

/// What a conversation on the screen is built on; all borrowed for its life.
struct ConversationParts {
    store::Store& store; ///< for small reads, on the thread of the controller
    StoreThread& thread; ///< for everything that is written
    Clock clock;
    std::function<QString()> author; ///< user id of who works here now
    QString deviceId;
    QString language;           ///< "de"
    std::function<void()> wake; ///< something new is in the outbox
};

forms::Environment environmentOf(const ConversationParts& parts); ///< of the form sessions of these

} // namespace rapport::app
