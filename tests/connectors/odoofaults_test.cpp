// SPDX-License-Identifier: Apache-2.0
// What Odoo's refusals and failures make the connector do. Its status alone says little: an unknown field is 500, and JSON-RPC always says 200.
#include "connectors/odooworld.h"

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::OdooServer;
using rapport::test::OdooWorld;
using rapport::test::ScriptedServer;

namespace
{

/// @p answer once to @p call, or each time.
std::function<std::optional<QByteArray>(const QString&)> answering(const QString& call, const QByteArray& answer)
{
    return [=](const QString& came) { return came == call ? std::optional(answer) : std::nullopt; };
}

QByteArray rpcError(const QByteArray& name)
{
    return ScriptedServer::ok(R"({"jsonrpc":"2.0","id":1,"error":{"code":200,"message":"Odoo Server Error","data":{"name":")" + name +
                              R"(","message":"Wärmepumpe is wrong","debug":"Traceback: Wärmepumpe"}}})");
}

} // namespace

TEST_CASE("What Odoo answers decides whether a creation may have been carried out, and who is asked next", "[odoo]")
{
    struct Row {
        const char* note;
        QByteArray answer;
        Error::Kind kind;
        bool unknown;
        bool older = false;
        int notBefore = 0;
    };
    using Kind = Error::Kind;
    const auto row = GENERATE(values<Row>({
        {"closed without a byte", "", Kind::Offline, true},
        {"a page of a proxy", ScriptedServer::ok("<html>Welcome</html>", "text/html"), Kind::Offline, true},
        {"no answer of load()", ScriptedServer::ok("true"), Kind::Offline, true},
        {"its database failed", OdooServer::error(500, "psycopg2.errors.SerializationFailure"), Kind::Offline, true},
        {"500 of somebody else", ScriptedServer::status(500), Kind::Offline, true},
        {"502", ScriptedServer::status(502), Kind::Offline, true},
        {"503 with a time", ScriptedServer::status(503).replace("Connection", "Retry-After: 70\r\nConnection"), Kind::Offline, false, false, 70},
        {"429", ScriptedServer::status(429).replace("Connection", "Retry-After: 70\r\nConnection"), Kind::Offline, false, false, 70},
        {"an unknown field", OdooServer::error(500, "builtins.ValueError"), Kind::Invalid, false},
        {"an unknown model", OdooServer::error(404, "werkzeug.exceptions.NotFound"), Kind::Invalid, false},
        {"something missing", OdooServer::error(422, "odoo.exceptions.ValidationError"), Kind::Invalid, false},
        {"no right to", OdooServer::error(403, "odoo.exceptions.AccessError"), Kind::Denied, false},
        {"the key was withdrawn", OdooServer::error(401, "werkzeug.exceptions.Unauthorized"), Kind::Denied, false},
        {"the row was not taken", ScriptedServer::ok(R"({"ids":false,"messages":[{"type":"error","message":"Wärmepumpe","field":"name"}]})"),
         Kind::Invalid, false},
        {"a redirection is not followed", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", Kind::Invalid, false},
        {"older: closed", "", Kind::Offline, true, true},
        {"older: its database failed", rpcError("psycopg2.OperationalError"), Kind::Offline, true, true},
        {"older: neither result nor error", ScriptedServer::ok(R"({"jsonrpc":"2.0","id":1})"), Kind::Offline, true, true},
        {"older: an unknown field", rpcError("builtins.ValueError"), Kind::Invalid, false, true},
        {"older: not acceptable", rpcError("odoo.exceptions.UserError"), Kind::Invalid, false, true},
        {"older: no right to", rpcError("odoo.exceptions.AccessError"), Kind::Denied, false, true},
        {"older: the password was changed", rpcError("odoo.exceptions.AccessDenied"), Kind::Denied, false, true},
        {"older: a name that is none", rpcError("Wärmepumpe \\u000a"), Kind::Offline, true, true},
    }));
    INFO(row.note);
    OdooWorld odoo(row.older);
    odoo.server.instead = answering(u"crm.lead/load"_s, row.answer);
    const PushError error = odoo.refused(u"opportunities"_s, odoo.opportunity);
    INFO(error.detail.toStdString());
    CHECK(error.kind == row.kind);
    CHECK(error.outcomeUnknown == row.unknown);
    CHECK(error.notBefore == std::chrono::seconds(row.notBefore));
    CHECK(!error.detail.contains(u"pumpe"_s));
    CHECK(!error.detail.contains(u"Traceback"_s));
    CHECK(error.sentence.contains(u"Odoo"_s));
    CHECK(odoo.server.calls(u"crm.lead/load"_s) == 1);
    CHECK(odoo.server.all(u"crm.lead"_s).empty());
}

TEST_CASE("What cannot be looked for in Odoo is not created", "[odoo]")
{
    struct Row {
        const char* note;
        QByteArray answer;
        Error::Kind kind;
    };
    const auto row = GENERATE(values<Row>({
        {"another key than the one asked for", ScriptedServer::ok(R"([{"id":1,"name":"RAP-another","res_id":4}])"), Error::Kind::Invalid},
        {"no list", ScriptedServer::ok(R"({"length":0})"), Error::Kind::Invalid},
        {"records without ids", ScriptedServer::ok(R"([{"name":"a"}])"), Error::Kind::Invalid},
        {"no JSON", ScriptedServer::ok("<html/>", "text/html"), Error::Kind::Invalid},
        {"too deep", ScriptedServer::ok(QByteArray(200, '[')), Error::Kind::Invalid},
        {"its database failed", OdooServer::error(500, "psycopg2.OperationalError"), Error::Kind::Offline},
        {"closed", "", Error::Kind::Offline},
    }));
    INFO(row.note);
    OdooWorld odoo;
    odoo.server.instead = answering(u"ir.model.data/search_read"_s, row.answer);
    const PushError error = odoo.refused(u"opportunities"_s, odoo.opportunity);
    CHECK(error.kind == row.kind);
    CHECK(!error.outcomeUnknown);
    CHECK(odoo.server.calls(u"crm.lead/load"_s) == 0);
}

TEST_CASE("A server that fails gets eight tries; then it is looked at once more, and a person decides", "[odoo]")
{
    OdooWorld odoo(GENERATE(false, true));
    odoo.server.instead = answering(u"crm.lead/load"_s, OdooServer::error(500, "psycopg2.OperationalError"));
    CHECK(odoo.refused(u"opportunities"_s, odoo.opportunity, 7).kind == Error::Kind::Offline);
    SECTION("it is not there")
    {
        odoo.server.forget();
        odoo.server.instead = answering(u"crm.lead/load"_s, OdooServer::error(500, "psycopg2.OperationalError"));
        const PushError error = odoo.refused(u"opportunities"_s, odoo.opportunity, 8);
        CHECK(error.kind == Error::Kind::Invalid);
        CHECK(!error.outcomeUnknown);
        CHECK(error.sentence.contains(u"still fails"_s));
        CHECK(odoo.server.calls(u"ir.model.data/search_read"_s) == 2);
    }
    SECTION("it is there after all")
    {
        odoo.server.instead = {};
        odoo.server.after = [](const QString& call, const QByteArray& answer) {
            return call == u"crm.lead/load"_s ? OdooServer::error(500, "psycopg2.OperationalError") : answer;
        };
        const auto result = odoo.push(u"opportunities"_s, odoo.opportunity, 8);
        REQUIRE(std::holds_alternative<RemoteRef>(result));
        CHECK(std::get<RemoteRef>(result).id == u"crm.lead,%1"_s.arg(odoo.lead()["id"_L1].toInt()));
    }
}

TEST_CASE("A key or password that was refused is not sent again until somebody checks", "[odoo]")
{
    const bool older = GENERATE(false, true);
    OdooWorld odoo(older, older ? QJsonObject{{u"password"_s, u"wrong"_s}} : QJsonObject{{u"token"_s, u"wrong"_s}});
    for (int i = 0; i < 4; ++i) {
        const PushError error = odoo.refused(u"opportunities"_s, odoo.opportunity);
        CHECK(error.kind == Error::Kind::Denied);
        CHECK(!error.detail.contains(u"wrong"_s));
    }
    CHECK(odoo.connector->pull(u"opportunities"_s, {}).error().kind == Error::Kind::Denied);
    CHECK(odoo.server.calls({}) == 1);
    CHECK(odoo.connector->check().error().kind == Error::Kind::Denied);
    CHECK(odoo.server.calls({}) == 2);
}

TEST_CASE("A login whose answer is lost has written nothing", "[odoo]")
{
    OdooWorld odoo(true);
    int losses = 1;
    odoo.server.after = [&](const QString& call, const QByteArray& answer) {
        return call == u"authenticate"_s && losses-- > 0 ? QByteArray() : answer;
    };
    const PushError error = odoo.refused(u"opportunities"_s, odoo.opportunity);
    CHECK(error.kind == Error::Kind::Offline);
    CHECK(!error.outcomeUnknown);
    odoo.carry(u"opportunities"_s, odoo.opportunity);
}

TEST_CASE("A check names what is missing there", "[odoo]")
{
    OdooWorld odoo(GENERATE(false, true));
    CHECK(odoo.connector->check());
    odoo.server.instead = answering(u"sale.order/search_read"_s, OdooServer::error(404, "werkzeug.exceptions.NotFound"));
    const Status checked = odoo.connector->check();
    REQUIRE(!checked);
    CHECK(checked.error().detail.contains(u"sale.order"_s));
}

TEST_CASE("Several databases on one server: it is told which", "[odoo]")
{
    OdooWorld odoo(false, {{u"database"_s, u"fair"_s}});
    odoo.carry(u"opportunities"_s, odoo.opportunity);
    CHECK(odoo.server.requests("X-Odoo-Database: fair") == odoo.server.calls({}));
}
