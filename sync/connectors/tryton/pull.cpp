// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/pull.h"

#include <algorithm>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

constexpr int rowsAPage = 100;
constexpr int idsAPage = 10'000;

/// Each round goes back so far: a transaction that was open when the round before asked carries the time of its beginning, and the clocks of
/// Tryton's web server and of its database may differ. What comes twice is no change.
constexpr std::chrono::seconds overlap{300};

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

std::optional<Fault> Pull::next(PullCursor& cursor, PullPage& page)
{
    if (cursor.model != m_list.model)
        cursor = {};
    if (cursor.mapping != m_list.fingerprint) { // other rules: all is read again, and what no longer belongs is found by the sweep
        PullCursor anew;
        anew.mapping = m_list.fingerprint;
        anew.model = m_list.model;
        anew.known = std::move(cursor.known);
        cursor = std::move(anew);
    }
    if (!m_list.needs.isEmpty()) {
        const Reply there = haveModel(m_rpc, m_models, m_list.needs);
        if (!there)
            return there.fault;
        if (!there.value.toBool())
            return std::nullopt;
    }
    return cursor.stage == PullCursor::Stage::Rows ? rows(cursor, page) : sweep(cursor, page);
}

std::optional<Fault> Pull::rows(PullCursor& cursor, PullPage& page)
{
    QJsonArray domain = arrayOf({condition(u"id"_s, u">"_s, cursor.after)});
    if (auto fault = belonging(domain))
        return fault;
    if (!cursor.since.isNull())
        domain.append(changedSince(cursor.since));
    if (auto fault = read(domain, cursor, page))
        return fault;
    if (cursor.started.isNull())
        cursor.started = m_rpc.serverTime();
    if (int(page.changes.size()) == rowsAPage) {
        cursor.after = page.changes.back().remoteId.section(u',', 1).toInt();
    } else {
        cursor.stage = PullCursor::Stage::Sweep;
        cursor.after = 0;
    }
    page.more = true;
    return std::nullopt;
}

std::optional<Fault> Pull::sweep(PullCursor& cursor, PullPage& page)
{
    QJsonArray domain = arrayOf({condition(u"id"_s, u">"_s, cursor.after)});
    if (auto fault = belonging(domain))
        return fault;
    const Reply reply = m_rpc.call(u"model.%1.search"_s.arg(m_list.model), {domain, 0, idsAPage, byId()});
    if (!reply)
        return reply.fault;
    std::set<int> there;
    for (const QJsonValue& id : reply.value.toArray())
        there.insert(id.toInt());
    page.more = int(there.size()) >= idsAPage;
    int end = page.more ? *there.rbegin() : std::numeric_limits<int>::max(); // ids after this one come with the next page

    std::vector<int> strangers;
    std::set_difference(there.begin(), there.end(), cursor.known.begin(), cursor.known.end(), std::back_inserter(strangers));
    if (int(strangers.size()) > rowsAPage) {
        strangers.resize(rowsAPage);
        end = strangers.back();
        page.more = true;
    }
    for (auto id = cursor.known.upper_bound(cursor.after); id != cursor.known.end() && *id <= end;) {
        if (there.contains(*id)) {
            ++id;
            continue;
        }
        page.changes.push_back({m_name, u"%1,%2"_s.arg(m_list.model).arg(*id), {}, {}, true});
        id = cursor.known.erase(id);
    }
    if (!strangers.empty()) {
        QJsonArray ids;
        for (const int id : strangers)
            ids.append(id);
        if (auto fault = read(arrayOf({condition(u"id"_s, u"in"_s, ids)}), cursor, page))
            return fault;
    }
    cursor.after = end;
    if (!page.more) {
        cursor.stage = PullCursor::Stage::Rows;
        cursor.since = cursor.started.addSecs(-overlap.count());
        cursor.started = {};
        cursor.after = 0;
    }
    return std::nullopt;
}

std::optional<Fault> Pull::read(const QJsonArray& domain, PullCursor& cursor, PullPage& page)
{
    const Reply reply = m_rpc.call(u"model.%1.search_read"_s.arg(m_list.model), {domain, 0, rowsAPage, byId(), fieldsFor(m_list)});
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
