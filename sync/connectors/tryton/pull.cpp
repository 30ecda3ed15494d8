// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/pull.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

QJsonObject asTryton(const QDateTime& time)
{
    const QDate day = time.date();
    return {{u"__class__"_s, u"datetime"_s},     {u"year"_s, day.year()},
            {u"month"_s, day.month()},           {u"day"_s, day.day()},
            {u"hour"_s, time.time().hour()},     {u"minute"_s, time.time().minute()},
            {u"second"_s, time.time().second()}, {u"microsecond"_s, 0}};
}

QJsonArray condition(const QString& field, const QString& comparison, const QJsonValue& value)
{
    return arrayOf({field, comparison, value});
}

QJsonArray byId()
{
    return arrayOf({arrayOf({u"id"_s, u"ASC"_s})});
}

} // namespace

Pull::Pull(Rpc& rpc, KnownModels& models, QString title, QString name, const PullList& list)
    : m_rpc(rpc), m_models(models), m_title(std::move(title)), m_name(std::move(name)), m_list(list)
{
}

std::optional<Fault> Pull::next(SweepCursor& cursor, PullPage& page)
{
    cursor.follow(m_list.model, m_list.fingerprint);
    if (!m_list.needs.isEmpty()) {
        const Reply there = haveModel(m_rpc, m_models, m_list.needs);
        if (!there)
            return there.fault;
        if (!there.value.toBool())
            return std::nullopt;
    }
    return cursor.stage == SweepCursor::Stage::Rows ? rows(cursor, page) : sweep(cursor, page);
}

std::optional<Fault> Pull::rows(SweepCursor& cursor, PullPage& page)
{
    QJsonArray domain = arrayOf({condition(u"id"_s, u">"_s, cursor.after)});
    if (auto fault = belonging(domain))
        return fault;
    if (!cursor.since.isNull())
        domain.append(changedSince(cursor.since));
    if (auto fault = read(domain, cursor, page))
        return fault;
    const int last = page.changes.empty() ? 0 : page.changes.back().remoteId.section(u',', 1).toInt();
    cursor.readRows(int(page.changes.size()), last, m_rpc.serverTime());
    page.more = true;
    return std::nullopt;
}

std::optional<Fault> Pull::sweep(SweepCursor& cursor, PullPage& page)
{
    QJsonArray domain = arrayOf({condition(u"id"_s, u">"_s, cursor.after)});
    if (auto fault = belonging(domain))
        return fault;
    const Reply reply = m_rpc.call(u"model.%1.search"_s.arg(m_list.model), {domain, 0, SweepCursor::idsAPage, byId()});
    if (!reply)
        return reply.fault;
    std::set<int> there;
    for (const QJsonValue& id : reply.value.toArray())
        there.insert(id.toInt());
    const std::vector<int> strangers = cursor.sweep(there, m_name, page);
    if (!strangers.empty()) {
        QJsonArray ids;
        for (const int id : strangers)
            ids.append(id);
        if (auto fault = read(arrayOf({condition(u"id"_s, u"in"_s, ids)}), cursor, page))
            return fault;
    }
    return std::nullopt;
}

std::optional<Fault> Pull::read(const QJsonArray& domain, SweepCursor& cursor, PullPage& page)
{
    const Reply reply = m_rpc.call(u"model.%1.search_read"_s.arg(m_list.model), {domain, 0, SweepCursor::rowsAPage, byId(), fieldsFor(m_list)});
    if (!reply)
        return reply.fault;
    const QDateTime now = m_rpc.serverTime();
    if (now.isNull())
        return Fault{Fault::Kind::Broken, u"the answer has no Date"_s};
    for (const QJsonValue& record : reply.value.toArray()) {
        page.changes.push_back(changeOf(m_name, m_list, record.toObject(), m_title, now));
        cursor.known.insert(record["id"_L1].toInt());
    }
    return std::nullopt;
}

/// Adds which records belong to the list.
std::optional<Fault> Pull::belonging(QJsonArray& domain)
{
    if (!m_list.domainNeeds.isEmpty()) {
        const Reply there = haveModel(m_rpc, m_models, m_list.domainNeeds);
        if (!there)
            return there.fault;
        if (!there.value.toBool())
            return std::nullopt;
    }
    for (const QJsonValue& one : m_list.domain)
        domain.append(one);
    return std::nullopt;
}

/// write_date is null until the first update; a row of a one2many field moves alone.
QJsonArray Pull::changedSince(const QDateTime& since) const
{
    QJsonArray out{u"OR"_s};
    for (const QString& prefix : QStringList{QString()} + m_list.children) {
        for (const QString& date : {u"create_date"_s, u"write_date"_s})
            out.append(condition(prefix.isEmpty() ? date : prefix + u'.' + date, u">="_s, asTryton(since)));
    }
    return out;
}

} // namespace rapport::connectors::tryton
