// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/restconnector.h"

#include "sync/connectors/rest/delivery.h"
#include "sync/connectors/rest/pull.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

/// A server that says it fails gets some minutes (jobrunner.h doubles the time between tries); then a person looks at it.
constexpr int triesOfServerFaults = 8;

Error::Kind kindOf(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::Unreachable:
    case Fault::Kind::Lost:
    case Fault::Kind::Failed:
    case Fault::Kind::Busy:
        return Error::Kind::Offline;
    case Fault::Kind::Denied:
    case Fault::Kind::Forbidden:
    case Fault::Kind::Untrusted:
        return Error::Kind::Denied;
    case Fault::Kind::Changed:
        return Error::Kind::Conflict;
    case Fault::Kind::Gone:
    case Fault::Kind::Missing:
        return Error::Kind::NotFound;
    case Fault::Kind::Refused:
    case Fault::Kind::NotTaken:
    case Fault::Kind::Broken:
        break;
    }
    return Error::Kind::Invalid;
}

Error errorOf(const Fault& fault)
{
    return {kindOf(fault.kind), u"rest: "_s + fault.detail};
}

bool namesAnEntity(const Search& search)
{
    QStringList names = search.request.path.names();
    for (const auto& [name, text] : search.request.query)
        names += text.names();
    for (const Condition& condition : search.where) {
        for (const Text& text : condition.values)
            names += text.names();
    }
    return !names.isEmpty();
}

} // namespace

RestConnector::RestConnector(QString title, Account account, Mapping mapping)
    : m_title(std::move(title)), m_mapping(std::move(mapping)), m_session(std::move(account), m_mapping)
{
}

Capabilities RestConnector::capabilities() const
{
    Capabilities capabilities;
    for (const auto& [name, list] : m_mapping.lists) {
        if (list.push)
            capabilities.pushLists.push_back(name);
        if (list.pull)
            capabilities.pullLists.push_back(name);
    }
    capabilities.maximumRequestTime = std::chrono::ceil<std::chrono::seconds>(m_session.requestTime());
    return capabilities;
}

Status RestConnector::check()
{
    m_session.retry();
    const Names nothing = [](const QString&) { return QString(); };
    for (const auto& [name, lookUp] : m_mapping.lookUps) {
        if (namesAnEntity(lookUp.search))
            continue;
        if (const Reply found = m_session.lookUp(name, nothing); !found)
            return errorOf(*found.fault);
    }
    for (const auto& [name, list] : m_mapping.lists) {
        if (Status checked = checkList(list); !checked)
            return checked;
    }
    return ok();
}

Status RestConnector::checkList(const List& list)
{
    if (list.pull) {
        const Reply answer = m_session.ask(list.pull->request, [](const QString&) { return QString(); });
        if (!answer)
            return errorOf(*answer.fault);
        if (!list.pull->items.first(answer.value).isArray())
            return errorOf({Fault::Kind::Broken, u"no list of %1 stands where the mapping says"_s.arg(list.object)});
    }
    return list.push ? checkKey(list) : ok();
}

/// Looks for a key that nobody has.
Status RestConnector::checkKey(const List& list)
{
    const Search& search = list.push->key.search;
    const Names nobody = [](const QString& name) { return name == u"@key"_s ? u"RAP-00000000-0000-0000-0000-000000000000"_s : QString(); };
    const Reply answer = m_session.ask(search.request, nobody);
    if (!answer)
        return errorOf(*answer.fault);
    const Json& items = search.items.first(answer.value);
    if (!items.isArray())
        return errorOf({Fault::Kind::Broken, u"no list of %1 stands where the mapping says"_s.arg(list.object)});
    if (!items.items().empty() && !search.loose)
        return errorOf(
            {Fault::Kind::Broken, u"the search by our key gives %1 without it: is the field for it there, and a filter?"_s.arg(list.object)});
    return ok();
}

Result<PullPage> RestConnector::pull(const QString& name, const QByteArray& cursor)
{
    const auto list = m_mapping.lists.find(name);
    if (list == m_mapping.lists.end() || !list->second.pull)
        return Error{Error::Kind::Invalid, u"rest: the list is not pulled: %1"_s.arg(name)};
    auto position = cursor.isEmpty() ? Result<PullCursor>(PullCursor{}) : PullCursor::parse(cursor);
    if (!position)
        return position.error();
    PullRound round(m_session, m_mapping, m_title, name, list->second);
    PullPage page;
    if (const auto fault = round.next(*position, page))
        return errorOf(*fault);
    page.nextCursor = position->bytes();
    return page;
}

PushResult RestConnector::push(const Job& job, const JobContext& context)
{
    const auto list = m_mapping.lists.find(job.list);
    if (job.kind != Job::Kind::Entity || list == m_mapping.lists.end() || !list->second.push)
        return PushError{{Error::Kind::Invalid, u"rest: job kind or list is not in the mapping: %1"_s.arg(job.list)},
                         false,
                         tr("%1 does not take this kind of entry.").arg(m_title)};
    const auto entity = context.entity(job.list, job.entityId);
    if (!entity)
        return PushError{entity.error(), false, tr("The entry for %1 is no longer there.").arg(m_title)};

    Facts facts(m_session, m_mapping, context, job, *entity, m_title);
    const bool isMeant = meetsAll(list->second.push->when, facts.names());
    if (facts.fault())
        return failed(*facts.fault(), false);
    const QString known = idIn(context.remoteRef(job.list, job.entityId).value_or(QString()), list->second.object);
    if (!isMeant)
        return RemoteRef{known.isEmpty() ? u"none"_s : list->second.object + u',' + known, {}};
    Delivery delivery(m_session, list->second, facts);
    Reply delivered = delivery.run(known);
    if (delivered.fault && delivered.fault->kind == Fault::Kind::Failed && job.attempts >= triesOfServerFaults) {
        const Reply looked = Delivery(m_session, list->second, facts).look(known);
        if (looked ? looked.value.isNull() : looked.fault->kind == Fault::Kind::Failed)
            return PushError{{Error::Kind::Invalid, u"rest: it still fails: "_s + delivered.fault->detail},
                             false,
                             tr("%1 still fails after many tries. Ask whoever looks after it, then try again.").arg(m_title)};
        delivered = looked ? looked : delivered;
    }
    if (!delivered)
        return failed(*delivered.fault, delivery.outcomeUnknown());
    const Json& object = delivered.value;
    const QString number = list->second.push->number.filled([&](const QString& name) { return Path::parse(name).value_or({}).first(object).said(); })
                               .value_or(facts.remote());
    return RemoteRef{list->second.object + u',' + facts.remote(), number};
}

PushResult RestConnector::failed(const Fault& fault, bool outcomeUnknown) const
{
    return PushError{errorOf(fault), outcomeUnknown, sentenceFor(fault.kind), fault.notBefore};
}

QString RestConnector::sentenceFor(Fault::Kind kind) const
{
    switch (kind) {
    case Fault::Kind::Unreachable:
    case Fault::Kind::Lost:
    case Fault::Kind::Failed:
        return tr("%1 cannot be reached at the moment. It will be tried again.").arg(m_title);
    case Fault::Kind::Busy:
        return tr("%1 asks to wait a little. It will be tried again.").arg(m_title);
    case Fault::Kind::Denied:
        return tr("%1 does not accept the user name or the password. Ask whoever looks after it.").arg(m_title);
    case Fault::Kind::Forbidden:
        return tr("%1 does not let us write this entry. Ask whoever looks after it, then try again.").arg(m_title);
    case Fault::Kind::Untrusted:
        return tr("The connection to %1 cannot be made safe. Ask whoever looks after it.").arg(m_title);
    case Fault::Kind::Changed:
        return tr("Somebody is changing the same entry in %1. Try again in a moment.").arg(m_title);
    case Fault::Kind::Missing:
        return tr("A file that belongs to the entry in %1 is not here. Add it, then try again.").arg(m_title);
    case Fault::Kind::Refused:
        return tr("%1 did not accept the entry. Check the answers, amounts and numbers above all, or enter it there by hand.").arg(m_title);
    case Fault::Kind::NotTaken:
        return tr("%1 did not take all of the entry: it may not allow that change, such as of a state. Complete it there by hand.").arg(m_title);
    case Fault::Kind::Gone:
    case Fault::Kind::Broken:
        break;
    }
    return tr("%1 is set up in a way that Rapport does not know. Ask whoever looks after it.").arg(m_title);
}

} // namespace rapport::connectors::rest
