// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/pull.h"

#include "sync/connectors/dav/objectreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

constexpr qsizetype objectsAPage = 100;

bool isNews(const PullCursor& cursor, const QString& name, const QString& etag)
{
    const auto known = cursor.known.find(name);
    return known == cursor.known.end() || etag.isEmpty() || known->second.version != PullCursor::versionOf(etag);
}

/// What of a listing is to be read: what is new or another, and what is gone.
void addPending(PullCursor& cursor, const Listing& listing)
{
    for (const auto& [name, etag] : listing.there) {
        if (isNews(cursor, name, etag))
            cursor.pending += name;
    }
    for (const QString& name : listing.gone) {
        if (cursor.known.contains(name))
            cursor.pending += name;
    }
}

/// A listing of all says by its silence what is gone.
void addMissing(Listing& listing, const PullCursor& cursor)
{
    for (const auto& [name, known] : cursor.known) {
        if (!listing.there.contains(name))
            listing.gone.push_back(name);
    }
}

} // namespace

std::optional<Fault> Pull::next(PullCursor& cursor, PullPage& page)
{
    bool more = false;
    if (cursor.pending.isEmpty()) {
        if (const auto fault = look(cursor, more))
            return fault;
    }
    if (const auto fault = read(cursor, page))
        return fault;
    page.more = more || !cursor.pending.isEmpty();
    return std::nullopt;
}

std::optional<Fault> Pull::look(PullCursor& cursor, bool& more)
{
    if (cursor.token.isEmpty()) {
        const auto facts = m_collection.facts();
        if (!facts)
            return facts.fault;
        if (!facts.value.syncs)
            return lookAtAll(cursor, facts.value);
    }
    const bool all = cursor.token.isEmpty();
    auto listing = m_collection.changesSince(cursor.token);
    if (!listing && listing.fault->kind == Fault::Kind::TokenRefused && !all) {
        cursor.token.clear();
        return look(cursor, more);
    }
    if (!listing)
        return listing.fault;
    if (all) {
        Listing whole = listing.value;
        if (whole.more && !cursor.known.empty()) { // the silence of a part says nothing
            auto found = m_collection.all();
            if (!found)
                return found.fault;
            whole = std::move(found.value);
        }
        if (!whole.more)
            addMissing(whole, cursor);
        listing.value.gone = std::move(whole.gone);
    }
    addPending(cursor, listing.value);
    cursor.token = listing.value.token;
    more = listing.value.more;
    return std::nullopt;
}

/// The ctag is taken before the listing: what changes in between is seen the next time.
std::optional<Fault> Pull::lookAtAll(PullCursor& cursor, const Facts& facts)
{
    if (!facts.ctag.isEmpty() && facts.ctag == cursor.ctag)
        return std::nullopt;
    auto listing = m_collection.all();
    if (!listing)
        return listing.fault;
    addMissing(listing.value, cursor);
    addPending(cursor, listing.value);
    cursor.ctag = facts.ctag;
    return std::nullopt;
}

std::optional<Fault> Pull::read(PullCursor& cursor, PullPage& page)
{
    if (cursor.pending.isEmpty())
        return std::nullopt;
    const auto objects = m_collection.read(QStringList(cursor.pending.mid(0, objectsAPage)));
    if (!objects)
        return objects.fault;
    for (const auto& [name, there] : objects.value)
        take(name, there, cursor, page);
    cursor.pending = cursor.pending.mid(objectsAPage);
    return std::nullopt;
}

void Pull::take(const QString& name, const std::optional<Stored>& there, PullCursor& cursor, PullPage& page)
{
    const auto known = cursor.known.find(name);
    const bool told = known != cursor.known.end() && known->second.told;
    const auto object = there ? parseObject(there->data) : Result<Component>(Error{});
    const Component* subject = object ? m_dialect.subject(*object) : nullptr;
    const bool belongs = subject && m_dialect.belongs(m_list, *subject);
    if (belongs) {
        EntityChange change = dav::read(m_list, *subject, m_dialect.zone());
        change.list = m_name;
        change.remoteId = name;
        page.changes.push_back(std::move(change));
    } else if (told && (!there || subject)) { // what cannot be read is left as it was
        page.changes.push_back({m_name, name, {}, {}, true});
    }
    if (there)
        cursor.known[name] = {PullCursor::versionOf(QString::fromUtf8(there->etag)), belongs || (told && !subject)};
    else
        cursor.known.erase(name);
}

} // namespace rapport::connectors::dav
