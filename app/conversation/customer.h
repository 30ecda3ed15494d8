// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/briefing.h"
#include "app/conversation/consents.h"
#include "app/conversation/jobs.h"
#include "app/conversation/revenue.h"
#include "app/conversation/timeline.h"

#include <optional>
#include <vector>

namespace rapport::app
{

/// An offer or an opportunity that is still open, as the lists of DESIGN.md section 3 have it.
struct OpenDeal {
    QString id, title;        ///< the offer's number, the opportunity's title
    QString amount, currency; ///< decimal text; empty: unknown
    QString stage, nextStep;
    QDate due; ///< of an offer: valid until
    Origin origin;
};

struct FirmPerson {
    QString id, name, jobTitle, phone, email;
};

struct FirmMachine {
    QString id, name, serial, place;
    QDate lastService;
    int openJobs = 0;
};

/// A customer at a glance, from what is on this tablet.
struct Customer {
    QString organisationId, name; ///< the firm's; the person's where she has none
    QString city, number, segment, owner;
    std::optional<FirmPerson> person; ///< who was asked for, where it was a person
    std::vector<Consent> consents;    ///< of that person
    bool canWithdraw = false;         ///< the form for it is here
    std::vector<FirmPerson> people;   ///< of the firm, by name; at most 200
    std::vector<OpenDeal> offers, opportunities;
    std::optional<Revenue> revenue;
    std::vector<Job> tickets;                           ///< open ones of the firm and of its machines, the most pressing first
    std::vector<FirmMachine> machines;                  ///< those with open tickets first, then by name; at most 200
    Origin peopleOrigin, machinesOrigin, ticketsOrigin; ///< of the oldest of these rows
    std::vector<Happening> timeline;                    ///< newest first; what was promised lies ahead
    BriefingNotes briefing;
    QDate appointment; ///< the next one that was agreed; null: none
};

/// Offers and opportunities that nobody has decided yet: offers by the day they end, opportunities as they are.
struct OpenDeals {
    std::vector<OpenDeal> offers, opportunities;
};
OpenDeals openDealsAmong(const std::vector<store::Entity>& offers, const std::vector<store::Entity>& opportunities);

/// Nothing: there is no such person or firm (any more). @p list is "contacts" or "organisations".
Result<std::optional<Customer>> readCustomer(store::Store& store, const QString& list, const QString& id, const QDateTime& now);

} // namespace rapport::app
