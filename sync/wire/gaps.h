// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/wire/consents.h"

/// What was not known in a talk ("don't know yet"), until a later one brings the answer. Device and hub derive it from the same records, so that they
/// come to the same rows of `briefings`, kind = `gap`.
///
/// A gap's id is UUIDv5(the person of the record, else the firm; form and path of the question): the same question that is open again for the same
/// person is the same gap, and a later answer finds it by its id alone.
namespace rapport::wire
{

/// For each question of @p record that is not known a row to be made, for each that was answered a row to be closed, should it be there: settleGaps()
/// decides. @p actions, which changesOf() gave, say whom the record is about; nothing where they name nobody.
Result<std::vector<forms::EntityAction>> gapsOf(const forms::Form& form, const SubmissionHead& head, const QByteArray& record,
                                                const std::vector<forms::EntityAction>& actions);

/// The rows of `briefings` with these ids that are here.
using KnownGaps = std::function<Result<std::vector<KnownRow>>(const QStringList& ids)>;

/// Leaves out of @p actions, which gapsOf() is part of, answers to what was never open, and what an older record says that arrives after a newer one.
Status settleGaps(std::vector<forms::EntityAction>& actions, const KnownGaps& known);

} // namespace rapport::wire
