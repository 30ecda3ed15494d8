// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/restconnector.h"

#include "sync/connectors/rest/capabilities.h"
#include "sync/connectors/rest/delivery.h"
#include "sync/connectors/rest/pull.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

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
    : m_title(std::move(title)), m_mapping(std::move(mapping)), m_session(std::move(account), m_mapping), m_failure(u"rest"_s, m_title)
{
    m_links.references = m_mapping.references;
    for (const auto& [name, list] : m_mapping.lists)
        m_links.objects[name] = list.object;
    m_links.lookUp = [this](const QString& name, const Names& names) { return m_session.lookUp(name, names); };
}

Capabilities RestConnector::capabilities() const
{
    return capabilitiesOf(m_mapping.lists, m_session.requestTime());
}

Status RestConnector::check()
{
    m_session.retry();
    const Names nothing = [](const QString&) { return QString(); };
    for (const auto& [name, lookUp] : m_mapping.lookUps) {
        if (namesAnEntity(lookUp.search))
            continue;
        if (const Reply found = m_session.lookUp(name, nothing); !found)
            return m_failure.error(*found.fault);
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
            return m_failure.error(*answer.fault);
        if (!list.pull->items.first(answer.value).isArray())
            return m_failure.error({Fault::Kind::Broken, u"no list of %1 stands where the mapping says"_s.arg(list.object)});
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
        return m_failure.error(*answer.fault);
    const Json& items = search.items.first(answer.value);
    if (!items.isArray())
        return m_failure.error({Fault::Kind::Broken, u"no list of %1 stands where the mapping says"_s.arg(list.object)});
    if (!items.items().empty() && !search.loose)
        return m_failure.error(
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
        return m_failure.error(*fault);
    page.nextCursor = position->bytes();
    return page;
}

PushResult RestConnector::push(const Job& job, const JobContext& context)
{
    const auto list = m_mapping.lists.find(job.list);
    if (job.kind != Job::Kind::Entity || list == m_mapping.lists.end() || !list->second.push)
        return m_failure.notOurs(job.list);
    const auto entity = context.entity(job.list, job.entityId);
    if (!entity)
        return m_failure.noSuchEntity(entity.error());

    Facts facts(m_links, context, job, *entity, m_title);
    const bool isMeant = meetsAll(list->second.push->when, facts.names());
    if (facts.fault())
        return m_failure.of(*facts.fault(), false);
    const QString known = idIn(context.remoteRef(job.list, job.entityId).value_or(QString()), list->second.object);
    if (!isMeant)
        return RemoteRef{known.isEmpty() ? u"none"_s : list->second.object + u',' + known, {}};
    Delivery delivery(m_session, list->second, facts);
    Reply delivered = delivery.run(known);
    const auto look = [&] { return Delivery(m_session, list->second, facts).look(known); };
    if (auto error = m_failure.outcome(delivered, delivery.outcomeUnknown(), job, look))
        return *error;
    const Json& object = delivered.value;
    const QString number = list->second.push->number.filled([&](const QString& name) { return Path::parse(name).value_or({}).first(object).said(); })
                               .value_or(facts.remote());
    return RemoteRef{list->second.object + u',' + facts.remote(), number};
}

} // namespace rapport::connectors::rest
