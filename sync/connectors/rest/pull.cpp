// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/pull.h"

#include "sync/connectors/rest/properties.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

constexpr int askedAPage = 20; ///< objects that are missing, each by a request of its own

QString nothing(const QString&)
{
    return {};
}

} // namespace

EntityChange changeOf(const Mapping& mapping, const QString& name, const Json& object, const QString& title, const QDateTime& now)
{
    const List& list = mapping.lists.at(name);
    const auto objectOf = [&](const QString& reference) { return mapping.lists.at(reference).object; };
    EntityChange out;
    out.list = name;
    out.remoteId = list.object + u',' + list.id.first(object).said();
    out.label = list.pull->label.filled(pathsIn(object)).value_or(QString());
    out.properties = propertiesOf(list.pull->properties, object, objectOf, title, now);
    return out;
}

PullRound::PullRound(Session& session, const Mapping& mapping, QString title, QString name, const List& list)
    : m_session(session), m_mapping(mapping), m_title(std::move(title)), m_name(std::move(name)), m_list(list), m_pull(*list.pull)
{
}

std::optional<Fault> PullRound::next(PullCursor& cursor, PullPage& page)
{
    if (cursor.mapping != m_pull.fingerprint) { // other rules: all is read again
        PullCursor anew;
        anew.mapping = m_pull.fingerprint;
        anew.known = std::move(cursor.known);
        cursor = std::move(anew);
    }
    if (cursor.stage == PullCursor::Stage::Gone)
        return gone(cursor, page);
    if (cursor.stage == PullCursor::Stage::All || cursor.since.isEmpty() || !m_pull.since) {
        cursor.stage = PullCursor::Stage::All;
        return all(cursor, page);
    }
    return rows(cursor, page);
}

/// What has changed. Where the server gives it by its time, each page begins with the time at which the one before it ended: an object that is
/// changed meanwhile moves to the end, and with counted pages another one would slip through.
std::optional<Fault> PullRound::rows(PullCursor& cursor, PullPage& page)
{
    const Reply answer = fetch(cursor, m_pull.paging.size);
    if (!answer)
        return answer.fault;
    const auto& items = m_pull.items.first(answer.value).items();
    qint64 last = 0;
    bool isSorted = true;
    for (const Json& item : items) {
        tell(item, cursor, page);
        const auto at = Stamp::parse(m_pull.since->at.first(item).said());
        isSorted = isSorted && at && at->seconds() >= last;
        last = at ? at->seconds() : last;
    }
    page.more = true;
    if (isLast(answer.value, items.size(), cursor))
        return afterRows(cursor, page);
    const auto since = Stamp::parse(cursor.since), end = items.empty() ? std::nullopt : Stamp::parse(m_pull.since->at.first(items.back()).said());
    if (isSorted && since && end && end->seconds() > since->seconds() && m_pull.paging.kind != Paging::Kind::Next) {
        cursor.since = end->text();
        cursor.position = 0;
    }
    return std::nullopt;
}

/// Where as many are there as the hub knows of, none has gone.
std::optional<Fault> PullRound::afterRows(PullCursor& cursor, PullPage& page)
{
    PullCursor first; // without since: of all
    const Reply answer = m_pull.total.isEmpty() ? Reply() : fetch(first, 1);
    if (!answer)
        return answer.fault;
    const QString total = m_pull.total.isEmpty() ? QString() : m_pull.total.first(answer.value).said();
    cursor.position = 0;
    cursor.next.clear();
    if (!total.isEmpty() && total == QString::number(cursor.known.size())) {
        complete(cursor);
        page.more = false;
    } else {
        cursor.stage = PullCursor::Stage::All;
        cursor.seen.clear();
    }
    return std::nullopt;
}

std::optional<Fault> PullRound::all(PullCursor& cursor, PullPage& page)
{
    PullCursor whole = cursor;
    whole.since.clear();
    const Reply answer = fetch(whole, m_pull.paging.size);
    if (!answer)
        return answer.fault;
    const Json& items = m_pull.items.first(answer.value);
    if (!items.isArray())
        return Fault{Fault::Kind::Broken, u"no list stands where the mapping says"_s};
    const bool everything = cursor.since.isEmpty() || !m_pull.since;
    for (const Json& item : items.items()) {
        const QString id = m_list.id.first(item).said();
        const bool isNew = cursor.known.count(id) == 0;
        if (meetsAll(m_pull.where, item, &nothing))
            cursor.seen.insert(id);
        cursor.doubted.erase(id);
        if (everything || isNew)
            tell(item, cursor, page);
    }
    page.more = true;
    if (isLast(answer.value, items.items().size(), cursor)) {
        cursor.stage = PullCursor::Stage::Gone;
        cursor.position = 0;
        cursor.next.clear();
    }
    return std::nullopt;
}

/// Pages that are counted may leave one out while others come and go: so each that was not seen is asked for by its id. What is there all the same
/// and is left out a second time no longer is what the query asks for.
std::optional<Fault> PullRound::gone(PullCursor& cursor, PullPage& page)
{
    std::vector<QString> missing;
    std::set_difference(cursor.known.begin(), cursor.known.end(), cursor.seen.begin(), cursor.seen.end(), std::back_inserter(missing));
    page.more = m_list.read && missing.size() > askedAPage;
    missing.resize(m_list.read ? std::min<size_t>(missing.size(), askedAPage) : 0);
    for (const QString& id : missing) {
        const Reply there = m_session.ask(m_list.read, [&](const QString& name) { return name == u"@remote"_s ? id : QString(); });
        if (!there && there.fault->kind != Fault::Kind::Gone)
            return there.fault;
        if (there && meetsAll(m_pull.where, m_list.wrap.first(there.value), &nothing) && cursor.doubted.insert(id).second) {
            cursor.seen.insert(id);
            continue;
        }
        cursor.doubted.erase(id);
        cursor.known.erase(id);
        page.changes.push_back({m_name, m_list.object + u',' + id, {}, {}, true});
    }
    if (!page.more)
        complete(cursor);
    return std::nullopt;
}

Reply PullRound::fetch(const PullCursor& cursor, int size) const
{
    const Paging& paging = m_pull.paging;
    Request request = m_pull.request;
    const auto add = [&](const QString& name, const QString& value) {
        if (!name.isEmpty())
            request.query.emplace_back(name, Text::parse(value).value_or({}));
    };
    if (m_pull.since && !cursor.since.isEmpty())
        request.query.emplace_back(m_pull.since->query, m_pull.since->value);
    if (paging.kind != Paging::Kind::None)
        add(paging.limit, QString::number(size));
    if (paging.kind == Paging::Kind::Offset)
        add(paging.offset, QString::number(cursor.position));
    if (paging.kind == Paging::Kind::Page)
        add(paging.offset, QString::number(cursor.position / std::max(size, 1) + 1));
    const Names names = [&](const QString& name) { return name == u"@since"_s ? cursor.since : QString(); };
    return cursor.next.isEmpty() ? m_session.ask(request, names) : m_session.next(cursor.next, m_session.urlOf(request, names));
}

/// Moves @p cursor behind the page.
bool PullRound::isLast(const Json& answer, size_t count, PullCursor& cursor) const
{
    const Paging& paging = m_pull.paging;
    const QString total = m_pull.total.isEmpty() ? QString() : m_pull.total.first(answer).said();
    const QString next = paging.kind == Paging::Kind::Next ? paging.next.first(answer).said() : QString();
    cursor.position += static_cast<int>(count);
    switch (paging.kind) {
    case Paging::Kind::None:
        return true;
    case Paging::Kind::Next: {
        const bool isEnd = next.isEmpty() || next == cursor.next;
        cursor.next = next;
        return isEnd;
    }
    case Paging::Kind::Page:
        return count < static_cast<size_t>(paging.size);
    case Paging::Kind::Offset: // a server may give fewer than it was asked for, and say nothing
        break;
    }
    return count == 0 || (!total.isEmpty() && cursor.position >= total.toLongLong());
}

void PullRound::tell(const Json& item, PullCursor& cursor, PullPage& page) const
{
    const QString id = m_list.id.first(item).said();
    if (id.isEmpty() || id.contains(u'\n'))
        return;
    if (m_pull.since) {
        const auto at = Stamp::parse(m_pull.since->at.first(item).said()), top = Stamp::parse(cursor.top);
        if (at && (!top || at->seconds() > top->seconds()))
            cursor.top = at->text();
    }
    if (meetsAll(m_pull.where, item, &nothing)) {
        page.changes.push_back(changeOf(m_mapping, m_name, item, m_title, QDateTime::currentDateTimeUtc()));
        cursor.known.insert(id);
    } else if (cursor.known.erase(id) > 0) { // it no longer belongs to the list
        page.changes.push_back({m_name, m_list.object + u',' + id, {}, {}, true});
    }
}

void PullRound::complete(PullCursor& cursor) const
{
    if (const auto top = Stamp::parse(cursor.top); top && m_pull.since)
        cursor.since = top->earlier(m_pull.since->overlap).text();
    cursor.stage = PullCursor::Stage::Rows;
    cursor.position = 0;
    cursor.next.clear();
    cursor.seen.clear();
}

} // namespace rapport::connectors::rest
