// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/visitor.h"

#include "app/conversation/attendee.h"
#include "app/conversation/metbefore.h"
#include "sync/wire/occasion.h"

#include <QJsonDocument>

namespace rapport::app
{

BadgeReading badgeReading(store::Store& store)
{
    const auto document = store.occasion();
    const auto occasion =
        document && *document ? wire::parseOccasion(QJsonDocument(**document).toJson()) : Result<wire::Occasion>(Error{Error::Kind::NotFound, {}});
    return occasion ? BadgeReading{occasion->country, occasion->badgeRules} : BadgeReading();
}

Visitor visitorOf(store::Store& store, const store::Gathered& gathered, const BadgeReading& reading, const QDateTime& now)
{
    Visitor visitor{gathered, reading.read(gathered.code), {}, {}, {}};
    (void)resolveByList(store, visitor.draft); // a badge that the organiser does not know says what it says
    const auto candidates = candidatesFor(store, visitor.draft.contact);
    if (candidates && !candidates->empty() && candidates->front().isPerson())
        visitor.known = candidates->front();
    const auto file = visitor.known && visitor.known->surely ? onFile(store, visitor.known->list, visitor.known->id)
                                                             : Result<std::optional<OnFile>>(std::optional<OnFile>());
    if (file && *file)
        visitor.asKnown = payloadFor(contact::payload(visitor.draft), **file,
                                     {Choice::Who::Person, Choice::Other::Keep, (*file)->contactId, (*file)->organisationId}, reading.country);
    visitor.met = metToday(store, visitor.draft.contact, now);
    return visitor;
}

} // namespace rapport::app
