// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/entityactions.h"
#include "sync/wire/openrosa.h"

namespace rapport::wire
{

/// Every entity change that @p submission asks for: what its form declares (ENTITIES.md), and what follows from it for consents (consents.h; before
/// they are carried out, settleConsents() brings them together with what is known). Device and hub derive them alike, so that both come to the same
/// rows. @p faults as in forms::entityActions.
Result<std::vector<forms::EntityAction>> changesOf(const forms::Form& form, const QByteArray& submission, QStringList* faults = nullptr);
/// The same where the head of the submission is known.
Result<std::vector<forms::EntityAction>> changesOf(const forms::Form& form, const SubmissionHead& head, const QByteArray& submission,
                                                   QStringList* faults = nullptr);

} // namespace rapport::wire
