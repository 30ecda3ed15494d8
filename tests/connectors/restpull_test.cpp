// SPDX-License-Identifier: Apache-2.0
// A pull by the REST connector while others work on the server: pages that shift, objects that go. Redmine itself: redmine_test.cpp.
#include "connectors/scriptedserver.h"
#include "sync/connectors/connector.h"

#include <QFile>
#include <QTemporaryDir>
#include <QUrl>
#include <QUrlQuery>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::ScriptedServer;

namespace
{

const QByteArray mapping = R"({"lists": {"opportunities": {
  "object": "thing", "read": {"get": "things/{@remote}"},
  "pull": {"get": "things", "items": "data", "total": "count", "where": {"kind": "thing"},
    "since": {"query": "from", "at": "changed", "overlap": 1}, "paging": {"offset": "skip", "limit": "take", "size": 2},
    "label": "v{version}", "properties": {}}
}}})";

struct Thing {
    int id = 0, version = 1, changed = 0; ///< changed: seconds since 1970
    QByteArray kind = "thing";
    bool archived = false; ///< lists leave it out, though it is there
};

/// Things, sorted by their time; gives two a page whatever it is asked for.
class Shelf
{
public:
    std::vector<Thing> things;
    int now = 1'000'000;

    void add(int id) { things.push_back({id, 1, ++now}); }
    Thing& at(int id)
    {
        return *std::find_if(things.begin(), things.end(), [&](const Thing& one) { return one.id == id; });
    }
    void change(int id)
    {
        ++at(id).version;
        at(id).changed = ++now;
    }
    void remove(int id)
    {
        std::erase_if(things, [&](const Thing& one) { return one.id == id; });
    }

    QByteArray answer(const QByteArray& request) const
    {
        const QUrl url(QString::fromLatin1(request.split(' ').at(1)));
        if (url.path() != u"/things"_s) {
            const int id = url.path().section(u'/', -1).toInt();
            const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& one) { return one.id == id; });
            return found == things.end() ? ScriptedServer::status(404) : ScriptedServer::ok(json(*found));
        }
        const QUrlQuery query(url);
        const int from = query.queryItemValue(u"from"_s).toInt(), skip = query.queryItemValue(u"skip"_s).toInt();
        std::vector<Thing> found;
        std::copy_if(things.begin(), things.end(), std::back_inserter(found), [&](const Thing& one) { return one.changed >= from && !one.archived; });
        std::sort(found.begin(), found.end(),
                  [](const Thing& one, const Thing& other) { return std::pair(one.changed, one.id) < std::pair(other.changed, other.id); });
        QByteArrayList page;
        for (size_t i = size_t(skip); i < found.size() && i < size_t(skip) + 2; ++i)
            page += json(found[i]);
        return ScriptedServer::ok("{\"count\":" + QByteArray::number(int(found.size())) + ",\"data\":[" + page.join(',') + "]}");
    }

private:
    static QByteArray json(const Thing& one)
    {
        return "{\"id\":" + QByteArray::number(one.id) + ",\"version\":" + QByteArray::number(one.version) +
               ",\"changed\":" + QByteArray::number(one.changed) + ",\"kind\":\"" + one.kind + "\"}";
    }
};

/// What a hub would know after all that it was told.
struct Hub {
    Shelf shelf;
    QTemporaryDir dir;
    std::unique_ptr<ScriptedServer> server;
    std::unique_ptr<Connector> connector;
    QByteArray cursor;
    std::map<QString, QString> known; ///< remoteId → label

    Hub()
    {
        for (int id = 1; id <= 5; ++id)
            shelf.add(id);
        QFile file(dir.filePath(u"mapping.json"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(mapping);
        file.close();
        server = std::make_unique<ScriptedServer>([this](const QByteArray& request) { return shelf.answer(request); });
        auto made = makeConnector({{u"id"_s, u"s"_s},
                                   {u"type"_s, u"rest"_s},
                                   {u"title"_s, u"Shelf"_s},
                                   {u"url"_s, u"http://127.0.0.1:%1"_s.arg(server->port())},
                                   {u"mapping"_s, u"mapping.json"_s}},
                                  dir.path());
        INFO((made ? std::string() : made.error().detail.toStdString()));
        REQUIRE(made);
        connector = std::move(*made);
        round();
    }
    bool page() ///< whether there is more
    {
        const auto pulled = connector->pull(u"opportunities"_s, cursor);
        REQUIRE(pulled);
        for (const EntityChange& change : pulled->changes) {
            if (change.deleted)
                known.erase(change.remoteId);
            else
                known[change.remoteId] = change.label;
        }
        cursor = pulled->nextCursor;
        return pulled->more;
    }
    void round()
    {
        for (int pages = 0; page(); ++pages)
            REQUIRE(pages < 50);
    }
    std::map<QString, QString> expected() const
    {
        std::map<QString, QString> out;
        for (const Thing& thing : shelf.things) {
            if (!thing.archived && thing.kind == "thing")
                out[u"thing,%1"_s.arg(thing.id)] = u"v%1"_s.arg(thing.version);
        }
        return out;
    }
};

} // namespace

TEST_CASE("A pull ends with what the server has", "[rest]")
{
    Hub hub;
    REQUIRE(hub.known == hub.expected());
    SECTION("after changes and new ones, over several pages")
    {
        for (const int id : {3, 1, 5, 2})
            hub.shelf.change(id);
        hub.shelf.add(6);
        hub.round();
        CHECK(hub.known == hub.expected());
    }
    SECTION("also where one is changed again while the pages are read, which moves all that stand behind it")
    {
        for (const int id : {1, 2, 3, 4, 5})
            hub.shelf.change(id);
        REQUIRE(hub.page());
        hub.shelf.change(1);
        hub.shelf.change(2);
        hub.round();
        CHECK(hub.known == hub.expected());
    }
    SECTION("also where more than a page changed in the same second")
    {
        for (const int id : {1, 2, 3, 4, 5}) {
            hub.shelf.change(id);
            hub.shelf.at(id).changed = 2'000'000;
        }
        hub.round();
        CHECK(hub.known == hub.expected());
    }
    SECTION("what was deleted is gone with the next round, although another came")
    {
        hub.shelf.remove(2);
        hub.shelf.remove(4);
        hub.shelf.add(7);
        hub.round();
        CHECK(hub.known == hub.expected());
    }
    SECTION("what became something else is gone at once")
    {
        hub.shelf.change(3);
        hub.shelf.at(3).kind = "another";
        hub.round();
        CHECK(hub.known == hub.expected());
    }
    SECTION("what a list leaves out although it is there is not taken for deleted the first time")
    {
        hub.shelf.at(3).archived = true;
        hub.round();
        CHECK(hub.known.size() == 5);
        hub.round();
        CHECK(hub.known == hub.expected());
    }
}

TEST_CASE("A round in which nothing happened asks twice and is over", "[rest]")
{
    Hub hub;
    const int before = hub.server->count("GET");
    hub.round();
    CHECK(hub.server->count("GET") == before + 2);
}
