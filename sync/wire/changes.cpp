// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/changes.h"

#include "sync/wire/consents.h"

namespace rapport::wire
{

Result<std::vector<forms::EntityAction>> changesOf(const forms::Form& form, const QByteArray& submission, QStringList* faults)
{
    const auto head = parseSubmissionHead(submission);
    return head ? changesOf(form, *head, submission, faults) : Result<std::vector<forms::EntityAction>>(head.error());
}

Result<std::vector<forms::EntityAction>> changesOf(const forms::Form& form, const SubmissionHead& head, const QByteArray& submission,
                                                   QStringList* faults)
{
    auto actions = forms::entityActions(form, submission, faults);
    if (!actions)
        return actions;
    const auto consents = consentsOf(head, *actions);
    const auto refused = withdrawalsOf(head, *actions);
    actions->insert(actions->end(), consents.begin(), consents.end());
    actions->insert(actions->end(), refused.begin(), refused.end());
    return actions;
}

} // namespace rapport::wire
