// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/entityactions.h"
#include "sync/wire/openrosa.h"

namespace rapport::wire
{

/// Every entity change that @p submission asks for: what its form declares (ENTITIES.md), and the `consents` that follow from it. Device and hub
/// derive them alike, so that both come to the same rows. @p faults as in forms::entityActions.
Result<std::vector<forms::EntityAction>> changesOf(const forms::Form& form, const QByteArray& submission, QStringList* faults = nullptr);
/// The same where the head of the submission is known.
Result<std::vector<forms::EntityAction>> changesOf(const forms::Form& form, const SubmissionHead& head, const QByteArray& submission,
                                                   QStringList* faults = nullptr);

/// One `consents` row a purpose (DESIGN.md section 3) for each contact in @p actions that was asked: consent_contact → purpose "contact",
/// consent_newsletter → "newsletter". Its id is UUIDv5(instanceID of the first record, purpose), so that a correction updates it; followed by the
/// contact's id from the second contact on.
std::vector<forms::EntityAction> consentsOf(const SubmissionHead& head, const std::vector<forms::EntityAction>& actions);

} // namespace rapport::wire
