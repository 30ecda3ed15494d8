// SPDX-License-Identifier: Apache-2.0
// What the tests of CardDAV and CalDAV do again and again.
#pragma once

#include "connectors/davtarget.h"

#include <catch2/catch.hpp>

namespace rapport::test
{

using namespace connectors;

inline bool radicaleIsMissing()
{
    if (test::Radicale::installed())
        return false;
    WARN("skipped: Radicale is not installed (radicale, app/install/packages.txt)");
    return true;
}

inline DavTarget& targetOf(const QString& type)
{
    DavTarget& target = type == u"carddav"_s ? static_cast<DavTarget&>(test::cardDavTarget()) : test::calDavTarget();
    target.behave();
    return target;
}

/// Somebody in an address book, or something to do in a calendar, which is due.
inline QString add(KnownWorld& world, const DavTarget& target, const QString& due = u"2027-12-01T10:00"_s)
{
    if (target.type == u"carddav"_s)
        return world.add(u"contacts"_s, u"Ana Roth"_s,
                         {{u"given_name"_s, u"Ana"_s}, {u"family_name"_s, u"Roth"_s}, {u"email"_s, u"ana@roth.example"_s}});
    return world.add(u"followups"_s, u"appointment: Ana Roth"_s, {{u"kind"_s, u"appointment"_s}, {u"due"_s, due}, {u"remark"_s, u"In the lobby"_s}});
}

inline RemoteRef pushed(Connector& connector, KnownWorld& world, const QString& list, const QString& id)
{
    const PushResult result = connector.push(world.job(list, id), world);
    if (const auto* error = std::get_if<PushError>(&result))
        FAIL("refused: " << error->detail.toStdString());
    world.references[{list, id}] = std::get<RemoteRef>(result).id;
    return std::get<RemoteRef>(result);
}

inline PushError refused(const PushResult& result)
{
    REQUIRE(std::holds_alternative<PushError>(result));
    return std::get<PushError>(result);
}

struct Pulled {
    std::vector<EntityChange> changes;
    QByteArray cursor;

    const EntityChange* of(const QString& name) const
    {
        const auto found = std::find_if(changes.begin(), changes.end(), [&](const EntityChange& one) { return one.remoteId == name; });
        return found == changes.end() ? nullptr : &*found;
    }
};

inline Pulled pullAll(Connector& connector, const QString& list, QByteArray cursor = {})
{
    Pulled out{{}, std::move(cursor)};
    for (bool more = true; more;) {
        auto page = connector.pull(list, out.cursor);
        if (!page)
            FAIL("not pulled: " << page.error().detail.toStdString());
        out.changes.insert(out.changes.end(), page->changes.begin(), page->changes.end());
        out.cursor = page->nextCursor;
        more = page->more;
    }
    return out;
}

/// As somebody with another program writes it.
inline void rewrite(DavTarget& target, const QString& id, const QByteArray& from, const QByteArray& to)
{
    QByteArray object = target.object(id);
    REQUIRE(object.contains(from));
    REQUIRE(target.radicale.ask("PUT", target.path(target.nameOf(id)), object.replace(from, to)).status == 201);
}

inline QString property(const EntityChange& change, const QString& name)
{
    const auto found = change.properties.find(name);
    return found == change.properties.end() ? QString() : found->second;
}

} // namespace rapport::test
