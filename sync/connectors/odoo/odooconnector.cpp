// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/odooconnector.h"

#include "sync/connectors/odoo/delivery.h"
#include "sync/connectors/odoo/pull.h"
#include "sync/connectors/rest/capabilities.h"
#include "sync/connectors/rest/properties.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{

OdooConnector::OdooConnector(QString title, Account account, Mapping mapping)
    : m_title(std::move(title)), m_mapping(std::move(mapping)), m_client(std::move(account)), m_lookUps(m_client, m_mapping.lookUps),
      m_failure(u"odoo"_s, m_title)
{
    m_links.references = m_mapping.references;
    for (const auto& [name, list] : m_mapping.lists)
        m_links.objects[name] = list.model;
    m_links.lookUp = [this](const QString& name, const rest::Names& names) { return m_lookUps.find(name, names); };
}

Capabilities OdooConnector::capabilities() const
{
    return rest::capabilitiesOf(m_mapping.lists, m_client.requestTime());
}

Status OdooConnector::check()
{
    m_client.retry();
    m_lookUps.forget();
    const rest::Names nobody = [](const QString&) { return QString(); };
    for (const auto& [name, rule] : m_mapping.lookUps) {
        if (rule.domain.names())
            continue;
        if (const Reply found = m_lookUps.find(name, nobody); !found)
            return m_failure.error(*found.fault);
    }
    for (const auto& [name, list] : m_mapping.lists) {
        if (const auto fault = checkList(list))
            return m_failure.error(*fault);
    }
    return ok();
}

/// Reads one record with all fields of the mapping, and looks for a key that nobody has.
std::optional<Fault> OdooConnector::checkList(const List& list)
{
    QStringList fields = list.push ? list.pushed() : QStringList();
    for (const auto& field : list.push ? list.push->fields : std::vector<rest::Field>())
        fields += field.to.text();
    fields += list.pull ? list.pulled() : QStringList();
    fields.removeDuplicates();
    const Json domain = list.pull ? list.pull->domain.filled([](const QString&) { return QString(); }).value_or(Json::array()) : Json::array();
    if (const Reply read = m_client.search(list.model, domain, fields, 1); !read)
        return read.fault;
    if (!list.push)
        return std::nullopt;
    return recordWithKey(m_client, list.model, u"RAP-00000000-0000-0000-0000-000000000000"_s).fault;
}

Result<PullPage> OdooConnector::pull(const QString& name, const QByteArray& cursor)
{
    const auto list = m_mapping.lists.find(name);
    if (list == m_mapping.lists.end() || !list->second.pull)
        return Error{Error::Kind::Invalid, u"odoo: the list is not pulled: %1"_s.arg(name)};
    auto position = cursor.isEmpty() ? Result<SweepCursor>(SweepCursor{}) : SweepCursor::parse(cursor);
    if (!position)
        return position.error();
    PullPage page;
    if (const auto fault = PullRound(m_client, m_mapping, m_title, name).next(*position, page))
        return m_failure.error(*fault);
    page.nextCursor = position->bytes();
    return page;
}

PushResult OdooConnector::push(const Job& job, const JobContext& context)
{
    const auto list = m_mapping.lists.find(job.list);
    if (job.kind != Job::Kind::Entity || list == m_mapping.lists.end() || !list->second.push)
        return m_failure.notOurs(job.list);
    const auto entity = context.entity(job.list, job.entityId);
    if (!entity)
        return m_failure.noSuchEntity(entity.error());

    const QString& model = list->second.model;
    rest::Facts facts(m_links, context, job, *entity, m_title);
    const bool isMeant = meetsAll(list->second.push->when, facts.names());
    if (facts.fault())
        return m_failure.of(*facts.fault(), false);
    const QString known = rest::idIn(context.remoteRef(job.list, job.entityId).value_or(QString()), model);
    if (!isMeant)
        return RemoteRef{known.isEmpty() ? u"none"_s : model + u',' + known, {}};
    Delivery delivery(m_client, list->second, facts);
    Reply delivered = delivery.run(known);
    const auto look = [&] { return Delivery(m_client, list->second, facts).look(known); };
    if (auto error = m_failure.outcome(delivered, delivery.outcomeUnknown(), job, look))
        return *error;
    const QString number = list->second.push->number.filled(rest::pathsIn(delivered.value)).value_or(facts.remote());
    return RemoteRef{model + u',' + facts.remote(), number};
}

} // namespace rapport::connectors::odoo
