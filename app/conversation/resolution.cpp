// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/resolution.h"

#include "app/conversation/attendee.h"
#include "app/conversation/candidate.h"
#include "app/conversation/formshelf.h"
#include "app/conversation/introduction.h"
#include "app/conversation/portrait.h"
#include "app/conversation/revision.h"
#include "forms/session/entityactions.h"
#include "sync/store/resolutions.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(resolutionLog, "rapport.conversation")

enum class Kind { InPlace, Correction };

/// The contacts that @p record makes by itself.
QStringList madeBy(const forms::Form& form, const QByteArray& record)
{
    QStringList ids;
    const auto actions = forms::entityActions(form, record);
    for (const forms::EntityAction& action : actions ? *actions : std::vector<forms::EntityAction>{}) {
        if (action.list == QLatin1String("contacts") && action.create)
            ids.append(action.id);
    }
    return ids;
}

/// Who has the e-mail address of somebody on file is that person, as on the scan page: nobody is made twice. Only while the record's own contact can
/// still be taken back.
void recognise(store::Store& store, forms::FormSession& session)
{
    const QStringList own = madeBy(session.form(), session.serialize(forms::FormSession::Keep::RelevantOnly));
    const Said said = saidIn(session);
    const auto candidates = candidatesFor(store, contactOf(said));
    const auto occasion = store.occasion();
    const QString country = occasion && *occasion ? (**occasion)[QLatin1String("country")].toString() : QString();
    for (const Candidate& one : candidates ? *candidates : std::vector<Candidate>{}) {
        if (!one.surely || own.contains(one.id))
            continue;
        if (const auto file = onFile(store, one.list, one.id); file && *file) {
            const Choice choice{Choice::Who::Person, Choice::Other::Add, (*file)->contactId, (*file)->organisationId};
            (void)introduce(session, said, payloadFor(said, **file, choice, country));
        }
        return;
    }
}

/// What @p finished becomes. Its end stays the time at which it was finished: consents were given then.
Result<std::optional<store::Resolution>> resolutionIn(store::Store& store, const store::Conversation& finished, forms::FormSession& session,
                                                      const QDateTime& at, Kind kind)
{
    const auto listed = resolveByList(store, session, at);
    if (!listed || listed->filled.empty())
        return std::optional<store::Resolution>();
    if (kind == Kind::InPlace)
        recognise(store, session);
    store::Resolution resolution;
    resolution.finished = finished.id;
    resolution.record = session.serialize(forms::FormSession::Keep::RelevantOnly);
    auto actions = changesIn(store, session.form(), resolution.record);
    if (!actions)
        return actions.error();
    resolution.actions = std::move(*actions);
    resolution.noteKind = mergeNote;
    resolution.note = toJson(listed->report);
    const Portrait portrait = portraitOf(session);
    store::Conversation& now = resolution.conversation = finished;
    now.instanceId = session.instanceId();
    now.title = portrait.name.isEmpty() ? finished.title : portrait.name;
    now.organisation = portrait.organisation;
    now.answered += static_cast<int>(listed->filled.size());
    now.unresolved = portrait.unresolved ? portrait.badgeId : QString();
    return std::optional(std::move(resolution));
}

/// In its place where nobody else can have it, else by a correction. False: there is nothing to be said of it yet, or somebody else was quicker.
Result<bool> amend(store::Store& store, const store::Conversation& finished, const forms::Environment& environment)
{
    const auto instance = store.instance(finished.id);
    const auto form = instance ? loadForm(store, finished.formId, finished.formVersion) : instance.error();
    auto session = form ? forms::FormSession::restore(*form, *instance, environment) : form.error();
    if (!session)
        return session.error();
    const auto resolution = resolutionIn(store, finished, **session, environment.now(), Kind::InPlace);
    if (!resolution || !*resolution)
        return resolution ? Result<bool>(false) : resolution.error();
    const Status amended = store::amend(store, **resolution);
    return amended ? Result<bool>(true) : amended.error();
}

Result<bool> correct(store::Store& store, const store::Conversation& finished, const forms::Environment& environment)
{
    const auto instance = store.instance(finished.id);
    const auto form = instance ? loadForm(store, finished.formId, finished.formVersion) : instance.error();
    auto session = form ? forms::FormSession::edit(*form, *instance, environment) : form.error();
    if (!session)
        return session.error();
    auto resolution = resolutionIn(store, finished, **session, environment.now(), Kind::Correction);
    if (!resolution || !*resolution)
        return resolution ? Result<bool>(false) : resolution.error();
    store::Conversation& correction = (*resolution)->conversation;
    correction.id = store::ConversationId::make();
    correction.startedAt = environment.now();
    const Status corrected = store::correct(store, **resolution);
    return corrected ? Result<bool>(true) : corrected.error();
}

} // namespace

Result<Resolved> resolveFinished(store::Store& store, const forms::Environment& environment)
{
    const auto open = store::unresolved(store);
    if (!open)
        return open.error();
    Resolved resolved;
    for (const store::Conversation& finished : *open) {
        const auto amended = amend(store, finished, environment);
        if (amended) {
            resolved.amended += *amended ? 1 : 0;
            continue;
        }
        const auto corrected = amended.error().kind == Error::Kind::Conflict ? correct(store, finished, environment) : amended;
        if (corrected)
            resolved.corrected += *corrected ? 1 : 0;
        else
            qCWarning(resolutionLog) << "conversation" << finished.id.text() << "is not resolved:" << corrected.error().detail;
    }
    return resolved;
}

} // namespace rapport::app
