// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/handingover.h"

#include "app/conversation/jobs.h"
#include "sync/store/handover.h"

#include <algorithm>

namespace rapport::app
{

HandingOver handingOver(store::Store& store, const QString& user)
{
    HandingOver now;
    const auto people = store::people(store).value_or(std::vector<wire::Person>{});
    const auto nameOf = [&](const QString& id) {
        const auto known = std::find_if(people.begin(), people.end(), [&](const wire::Person& one) { return one.id == id; });
        return known == people.end() ? id : known->name;
    };
    const bool known = std::any_of(people.begin(), people.end(), [&](const wire::Person& one) { return one.id == user; });
    for (const wire::Person& person : people) {
        if (known && person.id != user)
            now.colleagues.push_back(person);
    }
    for (const wire::HandOver& offer : store::offers(store).value_or(std::vector<wire::HandOver>{}))
        now.offers.push_back({offer, nameOf(offer.from)});
    return now;
}

Status handOverDraft(store::Store& store, store::ConversationId id, const QString& personId)
{
    return store::handOver(store, id, personId, jobOf(store, id));
}

} // namespace rapport::app
