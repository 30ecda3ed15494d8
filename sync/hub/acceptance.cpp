// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/acceptance.h"

#include "sync/wire/changes.h"
#include "sync/wire/gaps.h"

#include <QCryptographicHash>

namespace rapport::hub
{

Result<IncomingSubmission> incomingOf(const QByteArray& xml, const QString& deviceId, const RecordSources& sources)
{
    IncomingSubmission incoming;
    incoming.xml = xml;
    incoming.xmlHash = QCryptographicHash::hash(xml, QCryptographicHash::Sha256);
    incoming.deviceId = deviceId;
    const auto head = wire::parseSubmissionHead(xml);
    if (!head)
        return Error{Error::Kind::Invalid, head.error().detail};
    incoming.head = *head;
    if (!head->deprecatedId.isEmpty()) {
        const auto first = sources.firstRecord(head->deprecatedId);
        if (!first)
            return first.error();
        incoming.head.firstId = *first;
    }
    const auto form = sources.form(head->formId, head->version);
    if (!form && form.error().kind == Error::Kind::Invalid) // that is not the record's fault
        return Error{Error::Kind::Internal, form.error().detail};
    if (!form)
        return form.error();
    auto actions = wire::changesOf(**form, incoming.head, xml, &incoming.entityFaults);
    if (!actions)
        return Error{Error::Kind::Invalid, actions.error().detail};
    const auto gaps = wire::gapsOf(**form, incoming.head, xml, *actions);
    if (!gaps)
        return Error{Error::Kind::Invalid, gaps.error().detail};
    incoming.actions = std::move(*actions);
    incoming.actions.insert(incoming.actions.end(), gaps->begin(), gaps->end());
    return incoming;
}

namespace
{

/// Another process has changed them since.
Result<bool> areStale(const Settings& settings, const Targets& targets)
{
    const auto generation = settings.connectorGeneration();
    return generation ? Result<bool>(*generation != targets.generation) : generation.error();
}

/// What follows from a record that was put off, unless that has happened meanwhile.
Status takeUp(Repositories& repositories, const IncomingSubmission& incoming, const Targets& targets, const QDateTime& receivedAt)
{
    const auto taken = repositories.submissions().takeUp(incoming.head.instanceId);
    if (!taken || !*taken)
        return taken ? ok() : Status(taken.error());
    const auto stale = areStale(repositories.settings(), targets);
    if (!stale || *stale)
        return stale ? Error{Error::Kind::Conflict, QStringLiteral("the connectors have changed")} : stale.error();
    return followSubmission(repositories, incoming, targets.all, receivedAt);
}

/// One record on its way through the writer. Shared: what follows may be done after its sender has been answered.
struct Accepting {
    IncomingSubmission incoming; ///< without its xml: thousands may wait
    QDateTime receivedAt;
    Accepted outcome;
    bool isStale = false;
    bool isPutOff = false;
    bool isCreated() const { return !isStale && outcome.how == Acceptance::Created; }
};

Status write(const std::shared_ptr<Accepting>& one, const IncomingSubmission& whole, const AcceptingDesk& desk, bool lastTry)
{
    const Targets targets = desk.targets();
    one->isStale = false;
    const auto keep = [one, &whole, targets, lastTry](Repositories& repositories) -> Status {
        const auto stale = areStale(repositories.settings(), targets);
        one->isStale = stale && *stale && !lastTry;
        if (!stale || one->isStale)
            return stale ? ok() : Status(stale.error());
        const auto kept = keepSubmission(repositories, whole, one->receivedAt);
        if (!kept)
            return kept.error();
        one->outcome = *kept;
        return ok();
    };
    const auto follow = [one, targets, now = desk.targets](Repositories& repositories) {
        if (!one->isCreated())
            return ok();
        if (one->isPutOff)
            return takeUp(repositories, one->incoming, now(), one->receivedAt);
        return followSubmission(repositories, one->incoming, targets.all, one->receivedAt);
    };
    const auto putOff = [one](Repositories& repositories) {
        if (!one->isCreated())
            return ok();
        one->isPutOff = true;
        return repositories.submissions().putOff(one->incoming.head.instanceId);
    };
    return desk.write(keep, {follow, putOff});
}

} // namespace

Result<Accepted> accept(const IncomingSubmission& incoming, const AcceptingDesk& desk)
{
    const auto one = std::make_shared<Accepting>(Accepting{incoming, desk.clock(), {}});
    one->incoming.xml.clear();
    auto written = write(one, incoming, desk, false);
    if (written && one->isStale) {
        desk.refreshTargets();
        written = write(one, incoming, desk, true);
    }
    return written ? Result<Accepted>(one->outcome) : written.error();
}

Status resumePutOff(const Submissions& submissions, HubDatabase& database, const std::function<Targets()>& targets)
{
    const auto waiting = submissions.postponed();
    if (!waiting)
        return waiting.error();
    for (const SubmissionRecord& record : *waiting) {
        database.resume([record, targets](Repositories& known) -> Status {
            const auto xml = known.submissions().xml(record.instanceId);
            if (!xml || !*xml)
                return xml ? ok() : Status(xml.error());
            const auto incoming = incomingOf(**xml, record.deviceId,
                                             {[&](const QString& id, const QString& version) { return publishedForm(known.forms(), id, version); },
                                              [&](const QString& id) { return firstRecord(known.submissions(), id); }});
            return incoming ? takeUp(known, *incoming, targets(), record.receivedAt) : Status(incoming.error());
        });
    }
    return ok();
}

Result<std::shared_ptr<const forms::Form>> publishedForm(const Forms& here, const QString& id, const QString& version)
{
    const auto xml = here.xml(id, version);
    if (!xml)
        return xml.error();
    if (!*xml)
        return Error{Error::Kind::NotFound, QStringLiteral("form %1 %2 is not here").arg(id, version)};
    return forms::Form::load(**xml, {{}, forms::LoadOptions::Missing::Blank});
}

} // namespace rapport::hub
