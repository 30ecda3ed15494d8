// SPDX-License-Identifier: Apache-2.0
#include "connectors/scriptedserver.h"
#include "sync/connectors/tryton/rpc.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace rapport::connectors::tryton;
using rapport::test::ScriptedServer;

namespace
{

const QByteArray session = R"({"id":1,"result":[2,"a0b1"]})";
const QByteArray preferences = R"({"id":1,"result":{"company":1,"employee":3}})";

/// Logs everybody in, and answers @p method with @p answer.
ScriptedServer::Answer loggedIn(const QByteArray& method, const ScriptedServer::Answer& answer)
{
    return [=](const QByteArray& request) {
        if (request.contains("common.db.login"))
            return ScriptedServer::ok(session);
        if (request.contains("get_preferences"))
            return ScriptedServer::ok(preferences);
        return request.contains(method) ? answer(request) : ScriptedServer::status(404);
    };
}

Account account(quint16 port)
{
    Account account;
    account.server = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    account.database = u"rapport"_s;
    account.user = u"rapport"_s;
    account.password = u"Rk7-mBq2xVz"_s;
    account.callTime = std::chrono::milliseconds(2000);
    return account;
}

} // namespace

TEST_CASE("What came back decides whether a call may have been carried out", "[connectors]")
{
    struct Row {
        const char* note;
        QByteArray answer;
        std::optional<Fault::Kind> fault; // none: a result
    };
    const QByteArray whole = ScriptedServer::ok(R"({"id":1,"result":[88]})");
    const auto row = GENERATE_COPY(values<Row>({
        {"a result", whole, std::nullopt},
        {"a null result is one", ScriptedServer::ok(R"({"id":1,"result":null})"), std::nullopt},
        {"closed without a byte", "", Fault::Kind::Lost},
        {"torn in the body", whole.chopped(6), Fault::Kind::Lost},
        {"torn in the head", whole.left(20), Fault::Kind::Lost},
        {"nothing in the body", ScriptedServer::ok(""), Fault::Kind::Lost},
        {"a page of a proxy", ScriptedServer::ok("<html><h1>Welcome</h1></html>", "text/html"), Fault::Kind::Lost},
        {"JSON of somebody else", ScriptedServer::ok(R"({"status":"fine"})"), Fault::Kind::Lost},
        {"500", ScriptedServer::status(500, "<html>oops</html>"), Fault::Kind::Lost},
        {"503", ScriptedServer::status(503), Fault::Kind::Lost},
        {"429", ScriptedServer::status(429), Fault::Kind::Busy},
        {"404", ScriptedServer::status(404), Fault::Kind::Broken},
        {"a redirect is not followed", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", Fault::Kind::Broken},
        {"a business rule", ScriptedServer::ok(R"({"id":1,"error":["UserError",["The code on party must be unique.","",null]]})"),
         Fault::Kind::Refused},
        {"an optimistic lock", ScriptedServer::ok(R"({"id":1,"error":["ConcurrencyException","Records were modified in the meanwhile"]})"),
         Fault::Kind::Changed},
        {"an unknown field", ScriptedServer::ok(R"({"id":1,"error":["'nam'",""]})"), Fault::Kind::Broken},
    }));
    INFO(row.note);
    ScriptedServer server(loggedIn("party.create", [&](const QByteArray&) { return row.answer; }));
    Rpc rpc(account(server.port()));
    const Reply reply = rpc.call(u"model.party.party.create"_s, arrayOf({QJsonArray{}}));
    CHECK(bool(reply) == !row.fault);
    if (!reply && row.fault)
        CHECK(int(reply.fault->kind) == int(*row.fault));
    CHECK(server.count("party.create") == 1); // Qt would send it again where the connection closes
}

TEST_CASE("Nobody listening means that nothing was carried out", "[connectors]")
{
    quint16 port = 0;
    {
        ScriptedServer server([](const QByteArray&) { return QByteArray(); });
        port = server.port();
    }
    Rpc rpc(account(port));
    const Reply reply = rpc.call(u"model.party.party.create"_s, arrayOf({QJsonArray{}}));
    REQUIRE(!reply);
    CHECK(int(reply.fault->kind) == int(Fault::Kind::Unreachable));
}

TEST_CASE("A call that takes too long is given up and may have been carried out", "[connectors]")
{
    ScriptedServer server(loggedIn("party.create", [](const QByteArray&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        return ScriptedServer::ok(R"({"id":1,"result":[88]})");
    }));
    Account hurried = account(server.port());
    hurried.callTime = std::chrono::milliseconds(150);
    Rpc rpc(hurried);
    const Reply reply = rpc.call(u"model.party.party.create"_s, arrayOf({QJsonArray{}}));
    REQUIRE(!reply);
    CHECK(int(reply.fault->kind) == int(Fault::Kind::Lost));
}

TEST_CASE("A session that ran out is renewed once and the call repeated", "[connectors]")
{
    int answered = 0;
    ScriptedServer server(loggedIn("party.search", [&](const QByteArray&) {
        return ++answered == 1 ? ScriptedServer::status(401) : ScriptedServer::ok(R"({"id":1,"result":[]})");
    }));
    Rpc rpc(account(server.port()));
    CHECK(rpc.call(u"model.party.party.search"_s, arrayOf({QJsonArray{}})));
    CHECK(server.count("common.db.login") == 2);
    CHECK(server.count("party.search") == 2);
}

TEST_CASE("401 without end is not asked without end", "[connectors]")
{
    ScriptedServer server(loggedIn("party.search", [](const QByteArray&) { return ScriptedServer::status(401); }));
    Rpc rpc(account(server.port()));
    const Reply reply = rpc.call(u"model.party.party.search"_s, arrayOf({QJsonArray{}}));
    REQUIRE(!reply);
    CHECK(int(reply.fault->kind) == int(Fault::Kind::Denied));
    CHECK(server.count("common.db.login") == 2);
    CHECK(server.count("party.search") == 2);
}

TEST_CASE("A password that was refused is tried once, until somebody asks to try again", "[connectors]")
{
    ScriptedServer server([](const QByteArray&) { return ScriptedServer::status(401); });
    Rpc rpc(account(server.port()));
    for (int i = 0; i < 5; ++i) {
        const Reply reply = rpc.call(u"model.party.party.search"_s, arrayOf({QJsonArray{}}));
        REQUIRE(!reply);
        CHECK(int(reply.fault->kind) == int(Fault::Kind::Denied));
    }
    CHECK(server.count("common.db.login") == 1);
    rpc.retryPassword();
    CHECK(!rpc.call(u"model.party.party.search"_s, arrayOf({QJsonArray{}})));
    CHECK(server.count("common.db.login") == 2);
}

TEST_CASE("What Tryton complains about goes into the log without the values it quotes", "[connectors]")
{
    const Fault fault{Fault::Kind::Refused, u"The phone number \"+49 711 1\" for party \"Ana Müller\" is not valid."_s};
    CHECK(fault.withoutValues() == u"The phone number … for party … is not valid."_s);
    const Fault nested{Fault::Kind::Refused, u"The value \"Decimal('12.555')\" for field \"Amount\""_s};
    CHECK(nested.withoutValues() == u"The value … for field …"_s);
    const Fault unknownField{Fault::Kind::Broken, u"'nam'"_s};
    CHECK(unknownField.withoutValues() == u"'nam'"_s);
}
