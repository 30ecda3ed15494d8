// SPDX-License-Identifier: Apache-2.0
// Races with people who work in Tryton, which a real one does not show on demand: a scripted server plays them.
#include "connectors/knownworld.h"
#include "connectors/scriptedserver.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::KnownWorld;
using rapport::test::ScriptedServer;

namespace
{

/// A Tryton in which opportunity 7 is ours and has another title; writing it answers @p written.
ScriptedServer::Answer withOpportunity(const QString& key, const ScriptedServer::Answer& written)
{
    return [=](const QByteArray& request) -> QByteArray {
        if (request.contains("common.db.login"))
            return ScriptedServer::ok(R"({"id":1,"result":[2,"a0b1"]})");
        if (request.contains("get_preferences"))
            return ScriptedServer::ok(R"({"id":1,"result":{}})");
        if (request.contains("opportunity.search_read"))
            return ScriptedServer::ok(
                R"({"id":1,"result":[{"id":7,"_timestamp":"1.5","number":"7","description":"Old","comment":null,"reference":")" + key.toUtf8() +
                R"("}]})");
        if (request.contains("opportunity.search\""))
            return ScriptedServer::ok(R"({"id":1,"result":[7]})");
        return request.contains("opportunity.write") ? written(request) : ScriptedServer::status(404);
    };
}

std::unique_ptr<Connector> connectTo(const ScriptedServer& server)
{
    auto made = makeConnector({{u"id"_s, u"erp"_s},
                               {u"type"_s, u"tryton"_s},
                               {u"title"_s, u"ERP"_s},
                               {u"url"_s, u"http://127.0.0.1:%1"_s.arg(server.port())},
                               {u"database"_s, u"rapport"_s},
                               {u"user"_s, u"rapport"_s},
                               {u"password"_s, u"Rk7-mBq2xVz"_s}},
                              {});
    REQUIRE(made);
    return std::move(*made);
}

const QByteArray changed = R"({"id":1,"error":["ConcurrencyException","Records were modified in the meanwhile"]})";

} // namespace

TEST_CASE("A record that somebody changes at the same moment is read again and written once more, under its lock", "[connectors]")
{
    KnownWorld world;
    const QString id = world.add(u"opportunities"_s, u"New"_s, {{u"title"_s, u"New"_s}});
    int writes = 0;
    SECTION("the second time it goes through")
    {
        ScriptedServer server(withOpportunity(u"RAP-"_s + id, [&](const QByteArray&) {
            return ScriptedServer::ok(++writes == 1 ? changed : QByteArray(R"({"id":1,"result":null})"));
        }));
        const PushResult result = connectTo(server)->push(world.job(u"opportunities"_s, id), world);
        REQUIRE(std::holds_alternative<RemoteRef>(result));
        CHECK(std::get<RemoteRef>(result).number == u"Opportunity 7"_s);
        CHECK(writes == 2);
        CHECK(server.count(R"("_timestamp":{"sale.opportunity,7":"1.5"})") == 2);
        CHECK(server.count("opportunity.create") == 0);
    }
    SECTION("when it never stops, a person is told")
    {
        ScriptedServer server(withOpportunity(u"RAP-"_s + id, [&](const QByteArray&) {
            ++writes;
            return ScriptedServer::ok(changed);
        }));
        const PushResult result = connectTo(server)->push(world.job(u"opportunities"_s, id), world);
        REQUIRE(std::holds_alternative<PushError>(result));
        CHECK(std::get<PushError>(result).kind == Error::Kind::Conflict);
        CHECK(!std::get<PushError>(result).outcomeUnknown);
        CHECK(writes == 2);
    }
}
