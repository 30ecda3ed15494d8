// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/pull.h"

#include "sync/connectors/rest/properties.h"

#include <set>

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{
namespace
{

QString nothing(const QString&)
{
    return {};
}

/// What belongs to the list, by ascending id, after @p after.
Json belonging(const List& list, int after)
{
    Json out = Json::array();
    out.append(condition(u"id"_s, u">"_s, Json::number(QString::number(after))));
    return both(std::move(out), list.pull->domain.filled(&nothing).value_or(Json::array()));
}

} // namespace

EntityChange changeOf(const Mapping& mapping, const QString& name, const Json& record, const QString& title, const QDateTime& now)
{
    const List& list = mapping.lists.at(name);
    const auto modelOf = [&](const QString& reference) { return mapping.lists.at(reference).model; };
    EntityChange out;
    out.list = name;
    out.remoteId = list.model + u',' + record[u"id"_s].said();
    out.label = list.pull->label.filled(rest::pathsIn(record)).value_or(QString());
    out.properties = rest::propertiesOf(list.pull->properties, record, modelOf, title, now);
    return out;
}

PullRound::PullRound(Client& client, const Mapping& mapping, QString title, QString name)
    : m_client(client), m_mapping(mapping), m_title(std::move(title)), m_name(std::move(name)), m_list(mapping.lists.at(m_name))
{
}

std::optional<Fault> PullRound::next(SweepCursor& cursor, PullPage& page)
{
    cursor.follow(m_list.model, m_list.pull->fingerprint);
    return cursor.stage == SweepCursor::Stage::Rows ? rows(cursor, page) : sweep(cursor, page);
}

std::optional<Fault> PullRound::rows(SweepCursor& cursor, PullPage& page)
{
    Json domain = belonging(m_list, cursor.after);
    if (!cursor.since.isNull())
        domain.append(condition(u"write_date"_s, u">="_s, Json::text(cursor.since.toString(u"yyyy-MM-dd HH:mm:ss"_s))));
    if (auto fault = read(domain, cursor, page))
        return fault;
    const int last = page.changes.empty() ? 0 : page.changes.back().remoteId.section(u',', 1).toInt();
    cursor.readRows(int(page.changes.size()), last, m_client.serverTime());
    page.more = true;
    return std::nullopt;
}

std::optional<Fault> PullRound::sweep(SweepCursor& cursor, PullPage& page)
{
    const Reply reply = m_client.search(m_list.model, belonging(m_list, cursor.after), {u"id"_s}, SweepCursor::idsAPage);
    if (!reply)
        return reply.fault;
    std::set<int> there;
    for (const Json& record : reply.value.items())
        there.insert(record[u"id"_s].said().toInt());
    const std::vector<int> strangers = cursor.sweep(there, m_name, page);
    if (strangers.empty())
        return std::nullopt;
    Json ids = Json::array(), domain = Json::array();
    for (const int id : strangers)
        ids.append(Json::number(QString::number(id)));
    domain.append(condition(u"id"_s, u"in"_s, ids));
    return read(domain, cursor, page);
}

std::optional<Fault> PullRound::read(const Json& domain, SweepCursor& cursor, PullPage& page)
{
    Reply reply = m_client.search(m_list.model, domain, m_list.pulled(), SweepCursor::rowsAPage);
    if (!reply)
        return reply.fault;
    const QDateTime now = m_client.serverTime();
    if (now.isNull())
        return Fault{Fault::Kind::Broken, u"the answer has no Date"_s};
    for (const auto& [field, there] : m_list.pull->through) {
        if (auto fault = follow(field, reply.value))
            return fault;
    }
    for (const Json& record : reply.value.items()) {
        page.changes.push_back(changeOf(m_mapping, m_name, record, m_title, now));
        cursor.known.insert(record[u"id"_s].said().toInt());
    }
    return std::nullopt;
}

/// Adds to each of @p records what stands in the record that @p field refers to.
std::optional<Fault> PullRound::follow(const QString& field, Json& records)
{
    const auto& [model, fields] = m_list.pull->through.at(field);
    std::set<QString> ids;
    for (const Json& record : records.items()) {
        if (const QString id = record[field][u"id"_s].said(); !id.isEmpty())
            ids.insert(id);
    }
    if (ids.empty())
        return std::nullopt;
    Json numbers = Json::array(), domain = Json::array();
    for (const QString& id : ids)
        numbers.append(Json::number(id));
    domain.append(condition(u"id"_s, u"in"_s, numbers));
    const Reply found = m_client.search(model, domain, fields, SweepCursor::rowsAPage, Call::Archived::Included);
    if (!found)
        return found.fault;
    for (Json& record : records.items()) {
        const QString id = record[field][u"id"_s].said();
        for (const Json& one : found.value.items()) {
            if (one[u"id"_s].said() != id)
                continue;
            for (const QString& name : fields)
                record.member(field).member(name) = one[name];
        }
    }
    return std::nullopt;
}

} // namespace rapport::connectors::odoo
