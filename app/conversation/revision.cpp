// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/revision.h"

#include "app/conversation/consents.h"
#include "app/conversation/formshelf.h"
#include "sync/wire/changes.h"
#include "sync/wire/gaps.h"

namespace rapport::app
{

namespace
{

/// With the answers of @p finished, in the version of the form that it was asked with.
Result<Revision> correct(store::Store& store, const store::Conversation& finished, const forms::Environment& environment)
{
    const auto instance = store.instance(finished.id);
    if (!instance)
        return instance.error();
    const auto form = loadForm(store, finished.formId, finished.formVersion);
    auto session = form ? forms::FormSession::edit(*form, *instance, environment) : form.error();
    if (!session)
        return session.error();
    store::Conversation correction = finished;
    correction.id = store::ConversationId::make();
    correction.instanceId = (*session)->instanceId();
    correction.state = store::ConversationState::Draft;
    correction.author = environment.username;
    correction.section.clear();
    correction.startedAt = environment.now();
    auto begun = store.startCorrection(finished.id, correction, (*session)->serialize(forms::FormSession::Keep::Everything));
    return begun ? Result<Revision>({Revision::Kind::Correction, correction.id}) : begun.error();
}

Result<std::vector<wire::KnownRow>> knownGaps(store::Store& store, const QStringList& ids)
{
    std::vector<wire::KnownRow> rows;
    for (const QString& id : ids) {
        const auto row = store.entity(QStringLiteral("briefings"), id);
        if (!row)
            return row.error();
        if (*row && !(*row)->deleted)
            rows.push_back({id, (*row)->properties});
    }
    return rows;
}

} // namespace

Result<Revision> revise(store::Store& store, store::ConversationId id, const forms::Environment& environment)
{
    const auto finished = store.conversation(id);
    if (!finished)
        return finished.error();
    if (finished->correction)
        return Revision{Revision::Kind::Correction, *finished->correction};
    const Status reopened = store.reopen(id);
    if (reopened)
        return Revision{Revision::Kind::Reopened, id};
    return reopened.error().kind == Error::Kind::Conflict ? correct(store, *finished, environment) : Result<Revision>(reopened.error());
}

Result<std::vector<forms::EntityAction>> changesIn(store::Store& store, const forms::Form& form, const QByteArray& record)
{
    auto head = wire::parseSubmissionHead(record);
    const auto first = head ? store.firstInstance(head->deprecatedId.isEmpty() ? head->instanceId : head->deprecatedId) : head.error();
    if (!first)
        return first.error();
    head->firstId = *first;
    auto changes = wire::changesOf(form, *head, record);
    if (!changes)
        return changes;
    const auto gaps = wire::gapsOf(form, *head, record, *changes);
    if (!gaps)
        return gaps.error();
    changes->insert(changes->end(), gaps->begin(), gaps->end());
    if (auto settled = settleConsents(store, *changes); !settled)
        return settled.error();
    const auto settled = wire::settleGaps(*changes, [&](const QStringList& ids) { return knownGaps(store, ids); });
    return settled ? std::move(changes) : settled.error();
}

} // namespace rapport::app
