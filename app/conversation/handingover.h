// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"
#include "sync/wire/handover.h"

namespace rapport::app
{

/// Who can go on with a draft, and what others have left for who works here.
struct HandingOver {
    struct Offer {
        wire::HandOver handOver;
        QString from; ///< the colleague's name
        friend bool operator==(const Offer&, const Offer&) = default;
    };
    std::vector<wire::Person> colleagues; ///< without who works here; empty too where the hub does not know who that is
    std::vector<Offer> offers;
};
HandingOver handingOver(store::Store& store, const QString& user);

/// Hands the draft over, and the job that it is about with it.
Status handOverDraft(store::Store& store, store::ConversationId id, const QString& personId);

} // namespace rapport::app
