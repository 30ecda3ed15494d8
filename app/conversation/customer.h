// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/consents.h"
#include "sync/store/store.h"

#include <optional>
#include <vector>

namespace rapport::app
{

/// Where a foreign figure comes from, and when it was true there.
struct Origin {
    QString source; ///< "ERP"; empty: this tablet
    QDateTime asOf; ///< invalid: nobody said
};

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

/// Sums of `sales` by year of their date; exact.
struct Revenue {
    int year = 0;
    QString current, previous; ///< decimal text
    QString currency;          ///< of the sums; sales in another one are left out
    Origin origin;             ///< of the newest sale
};

struct Meeting {
    QString conversationId;
    QDateTime at;
    QString with;
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
    std::vector<Meeting> meetings; ///< conversations on this tablet, newest first; at most 50
};

/// Nothing: there is no such person or firm (any more). @p list is "contacts" or "organisations".
Result<std::optional<Customer>> readCustomer(store::Store& store, const QString& list, const QString& id, const QDateTime& now);

} // namespace rapport::app
