// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"
#include "sync/store/store.h"

#include <chrono>
#include <optional>
#include <vector>

namespace rapport::app
{

/// One answer of a person to one purpose ("contact", "newsletter", whatever a form asks for).
struct Consent {
    QString id; ///< empty: only her record says so, nobody here knows when and how it was asked
    QString purpose;
    bool given = false;
    QDateTime at; ///< invalid: unknown
    QString textId;
    QString language; ///< in which the text was shown; empty: unknown
    QString text;     ///< the very words; empty: they are not on this tablet (any more)
    bool hasSignature = false;
    QDateTime withdrawnAt; ///< invalid: it was not
    QString withdrawnBy;   ///< user id
    bool stands() const { return given && !withdrawnAt.isValid(); }
};

/// What is on this tablet about one person, newest first; at most 100.
Result<std::vector<Consent>> readConsents(store::Store& store, const store::Entity& contact);

/// Brings the consents and withdrawals that a record asks for together with those that are here (wire::settleConsents).
Status settleConsents(store::Store& store, std::vector<forms::EntityAction>& actions);

/// The form whose record is a withdrawal (forms/packs). It comes from the hub like every form, so that the hub knows what arrives.
inline const QString withdrawalForm = QStringLiteral("consent_withdrawal");

/// How long a withdrawal stays here before it may go out, so that it can be taken back.
constexpr std::chrono::seconds withdrawalUndo{8};

/// Withdraws @p purpose for one person: on the disk and in the outbox when it returns, with all that follows from it; a byte of it goes out after
/// withdrawalUndo at the earliest. NotFound: no withdrawalForm is here, or no such person.
Result<store::ConversationId> withdraw(store::Store& store, const forms::Environment& environment, const QString& contactId, const QString& purpose);

/// Takes it back as if it had never been. Conflict: it may be on its way already.
Status takeBackWithdrawal(store::Store& store, store::ConversationId id);

} // namespace rapport::app
