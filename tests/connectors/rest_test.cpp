// SPDX-License-Identifier: Apache-2.0
// What a server's answers make the REST connector do, said by a server that answers from a script. A real one: redmine_test.cpp.
#include "connectors/knownworld.h"
#include "connectors/scriptedserver.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::KnownWorld;
using rapport::test::ScriptedServer;

namespace
{

const QByteArray mappingText = R"({
  "settings": {"lock": "etag"},
  "token_header": "X-Api-Key",
  "references": {"organisation_id": "organisations"},
  "lists": {"opportunities": {
    "object": "deal",
    "read": {"get": "deals/{@remote}"},
    "push": {
      "when": {"title": {"not": "nothing"}},
      "key": {"field": "key", "get": "deals", "query": {"key": "{@key}"}, "items": "data"},
      "find": [{"get": "deals", "query": {"account": "{organisation_id}"}, "items": "data",
        "where": {"account": "{organisation_id}", "stage": {"not": ["won", "lost"]}}}],
      "create": {"post": "deals"}, "update": {"patch": "deals/{@remote}"}, "lock": "{%lock}",
      "headers": {"X-Author": "{@author}", "X-Label": "{@label}"},
      "number": "Deal {id}",
      "fields": {"title": "{title}", "amount": {"number": "{amount}", "augment": "replace"}, "account": "{organisation_id}",
        "hot": {"boolean": "{hot}"}, "comment": {"text": ["Next step: {next_step}"], "augment": "append"}},
      "files": {"upload": {"post": "deals/{@remote}/files"}, "form": "document",
        "there": {"items": "files", "where": {"name": "{@file}", "size": "{@size}"}}}
    },
    "pull": {"get": "deals", "items": "data", "paging": {"next": "next"}, "label": "{title}", "properties": {"amount": "{amount}"}}
  }}
})";

/// A server whose answers to a method and path are said one by one; the last stays. What nobody said anything about is 404.
class Script
{
public:
    Script& on(const QByteArray& request, const QByteArray& answer)
    {
        m_answers[request].push_back(answer);
        return *this;
    }
    QByteArray operator()(const QByteArray& request)
    {
        for (auto& [start, answers] : m_answers) {
            if (!request.startsWith(start))
                continue;
            const QByteArray answer = answers.front();
            if (answers.size() > 1)
                answers.erase(answers.begin());
            return answer;
        }
        return ScriptedServer::status(404);
    }

private:
    std::map<QByteArray, std::vector<QByteArray>, std::greater<>> m_answers; ///< longer starts first
};

QByteArray ok(const QByteArray& body, const QByteArray& head = {})
{
    return ScriptedServer::ok(body).replace("Connection: close\r\n", "Connection: close\r\n" + head);
}

const QByteArray none = ok(R"({"data":[]})");

struct Setup {
    QTemporaryDir dir;
    Script script;
    std::unique_ptr<ScriptedServer> server;
    std::unique_ptr<Connector> connector;
    KnownWorld world;
    QString id;
    QByteArray key;

    explicit Setup(std::map<QString, QString> properties = {{u"title"_s, u"Pumps"_s}})
    {
        id = world.add(u"opportunities"_s, u"Pumps"_s, std::move(properties));
        key = "RAP-" + id.toLatin1();
    }
    void start(const QByteArray& mapping = mappingText)
    {
        QFile file(dir.filePath(u"mapping.json"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(mapping);
        file.close();
        server = std::make_unique<ScriptedServer>([this](const QByteArray& request) { return script(request); });
        auto made = makeConnector({{u"id"_s, u"crm"_s},
                                   {u"type"_s, u"rest"_s},
                                   {u"title"_s, u"CRM"_s},
                                   {u"url"_s, u"http://127.0.0.1:%1/api"_s.arg(server->port())},
                                   {u"token"_s, u"k3y"_s},
                                   {u"mapping"_s, u"mapping.json"_s},
                                   {u"request_seconds"_s, 2}},
                                  dir.path());
        INFO((made ? std::string() : made.error().detail.toStdString()));
        REQUIRE(made);
        connector = std::move(*made);
    }
    PushResult push() { return connector->push(world.job(u"opportunities"_s, id), world); }
    /// The deal as the server has it.
    QByteArray deal(const QByteArray& more = {}) const { return R"({"id":7,"key":")" + key + R"(","title":"Pumps")" + more + '}'; }
    QByteArray found(const QByteArray& more = {}) const { return ok(R"({"data":[)" + deal(more) + "]}"); }
};

PushError refused(const PushResult& result)
{
    REQUIRE(std::holds_alternative<PushError>(result));
    return std::get<PushError>(result);
}

RemoteRef accepted(const PushResult& result)
{
    if (const auto* error = std::get_if<PushError>(&result))
        FAIL("refused: " << error->detail.toStdString());
    return std::get<RemoteRef>(result);
}

} // namespace

TEST_CASE("What came back decides whether a creation may have been carried out, and who is asked next", "[rest]")
{
    struct Row {
        const char* note;
        QByteArray answer;
        Error::Kind kind;
        bool unknown;
        int notBefore = 0;
    };
    using Kind = Error::Kind;
    const auto row = GENERATE(values<Row>({
        {"closed without a byte", "", Kind::Offline, true},
        {"torn", ok(R"({"id":7})").chopped(3), Kind::Offline, true},
        {"a page of a proxy", ScriptedServer::ok("<html>Welcome</html>", "text/html"), Kind::Offline, true},
        {"500", ScriptedServer::status(500), Kind::Offline, true},
        {"502", ScriptedServer::status(502), Kind::Offline, true},
        {"503", ScriptedServer::status(503), Kind::Offline, true},
        {"503 with a time", ScriptedServer::status(503).replace("Connection", "Retry-After: 70\r\nConnection"), Kind::Offline, false, 70},
        {"429", ScriptedServer::status(429).replace("Connection", "Retry-After: 70\r\nConnection"), Kind::Offline, false, 70},
        {"400", ScriptedServer::status(400), Kind::Invalid, false},
        {"422 with words of theirs", ScriptedServer::status(422, R"({"errors":["Pumps is taken"]})"), Kind::Invalid, false},
        {"401", ScriptedServer::status(401), Kind::Denied, false},
        {"403", ScriptedServer::status(403), Kind::Denied, false},
        {"409", ScriptedServer::status(409), Kind::Conflict, false},
        {"a redirection is not followed", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", Kind::Invalid, false},
    }));
    INFO(row.note);
    Setup setup;
    setup.script.on("GET /api/deals?", none).on("POST /api/deals ", row.answer);
    setup.start();
    const PushError error = refused(setup.push());
    CHECK(error.kind == row.kind);
    CHECK(error.outcomeUnknown == row.unknown);
    CHECK(error.notBefore == std::chrono::seconds(row.notBefore));
    CHECK(!error.detail.contains(u"Pumps"_s));
    CHECK(error.sentence.contains(u"CRM"_s));
    CHECK(setup.server->count("POST /api/deals ") == (row.kind == Kind::Conflict ? 2 : 1)); // nobody below us sent it again
}

TEST_CASE("What cannot be looked for is not created", "[rest]")
{
    struct Row {
        const char* note;
        QByteArray answer;
        Error::Kind kind;
    };
    const auto row = GENERATE(values<Row>({
        {"the search gives what it was not asked for", ok(R"({"data":[{"id":1,"key":"another"}]})"), Error::Kind::Invalid},
        {"no JSON", ScriptedServer::ok("<html/>", "text/html"), Error::Kind::Invalid},
        {"an answer too deep", ok(QByteArray(200, '[')), Error::Kind::Invalid},
        {"500", ScriptedServer::status(500), Error::Kind::Offline},
        {"closed", "", Error::Kind::Offline},
    }));
    INFO(row.note);
    Setup setup;
    setup.script.on("GET /api/deals?", row.answer).on("POST /api/deals ", ok(setup.deal()));
    setup.start();
    const PushError error = refused(setup.push());
    CHECK(error.kind == row.kind);
    CHECK(!error.outcomeUnknown);
    CHECK(setup.server->count("POST") == 0);
}

TEST_CASE("A creation carries key, digits and author; an author who would end a header is left out", "[rest]")
{
    Setup setup({{u"title"_s, u"Pumps"_s}, {u"amount"_s, u"12345678901234567890.10"_s}, {u"hot"_s, u"yes"_s}});
    setup.world.entities[{u"opportunities"_s, setup.id}].label = u"Pumps\r\nX-Evil: 1"_s;
    setup.script.on("GET /api/deals?", none)
        .on("POST /api/deals ", "HTTP/1.1 201 Created\r\nLocation: /api/deals/7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        .on("GET /api/deals/7", ok(setup.deal(R"(,"amount":12345678901234567890.1,"hot":true)"), "ETag: \"a\"\r\n"));
    setup.start();
    const RemoteRef reference = accepted(setup.push());
    CHECK(reference.id == u"deal,7"_s);
    CHECK(reference.number == u"Deal 7"_s);
    CHECK(setup.server->count(R"("amount":12345678901234567890.10)") == 1);
    CHECK(setup.server->count(R"("hot":true)") == 1);
    CHECK(setup.server->count(R"("key":")" + setup.key) == 1);
    CHECK(setup.server->count("X-Author: anna") == 1);
    CHECK(setup.server->count("X-Evil") == 0);
    CHECK(setup.server->count("X-Api-Key: k3y") == 3);
    CHECK(setup.server->count("PATCH") == 0); // 0.10 is 0.1: nothing is left to write
}

TEST_CASE("A server that does not keep our key is found out, and says so", "[rest]")
{
    Setup setup;
    setup.script.on("GET /api/deals?", none).on("POST /api/deals ", ok(R"({"id":7,"title":"Pumps"})")).on("GET /api/deals/7", ok(R"({"id":7})"));
    setup.start();
    const PushError error = refused(setup.push());
    CHECK(error.kind == Error::Kind::Invalid);
    CHECK(error.detail.contains(u"does not keep our key"_s));
}

TEST_CASE("Somebody who was faster is read again once; then a person is asked", "[rest]")
{
    Setup setup({{u"title"_s, u"Pumps"_s}, {u"amount"_s, u"5"_s}});
    setup.script.on("GET /api/deals?", setup.found());
    SECTION("412, then not")
    {
        setup.script.on("GET /api/deals/7", ok(setup.deal(), "ETag: \"a\"\r\n"))
            .on("GET /api/deals/7", ok(setup.deal(), "ETag: \"b\"\r\n"))
            .on("PATCH /api/deals/7", ScriptedServer::status(412))
            .on("PATCH /api/deals/7", ok(setup.deal()));
        setup.start();
        accepted(setup.push());
        CHECK(setup.server->count("If-Match: \"a\"") == 1);
        CHECK(setup.server->count("If-Match: \"b\"") == 1);
    }
    SECTION("412 for ever")
    {
        setup.script.on("GET /api/deals/7", ok(setup.deal(), "ETag: \"a\"\r\n")).on("PATCH /api/deals/7", ScriptedServer::status(412));
        setup.start();
        CHECK(refused(setup.push()).kind == Error::Kind::Conflict);
        CHECK(setup.server->count("PATCH") == 2);
    }
    SECTION("a server that has no ETag is not written to blindly")
    {
        setup.script.on("GET /api/deals/7", ok(setup.deal()));
        setup.start();
        CHECK(refused(setup.push()).kind == Error::Kind::Invalid);
        CHECK(setup.server->count("PATCH") == 0);
    }
}

TEST_CASE("Refused because it is there by now: it is augmented", "[rest]")
{
    Setup setup({{u"title"_s, u"Pumps"_s}, {u"amount"_s, u"5"_s}});
    setup.script.on("GET /api/deals?", none)
        .on("GET /api/deals?", setup.found())
        .on("POST /api/deals ", ScriptedServer::status(409))
        .on("GET /api/deals/7", ok(setup.deal(), "ETag: \"a\"\r\n"))
        .on("PATCH /api/deals/7", ok(setup.deal()));
    setup.start();
    CHECK(accepted(setup.push()).id == u"deal,7"_s);
    CHECK(setup.server->count(R"({"amount":5})") == 1);
}

TEST_CASE("An open deal of the same customer gets amount and next step instead of a second one", "[rest]")
{
    Setup setup({{u"title"_s, u"Pumps"_s}, {u"organisation_id"_s, u"o1"_s}, {u"amount"_s, u"5"_s}, {u"next_step"_s, u"Visit"_s}});
    const QByteArray theirs = R"({"id":3,"key":null,"title":"Their title","account":"o1","stage":"open","amount":4,"comment":"Call first"})";
    const QByteArray won = R"({"id":2,"account":"o1","stage":"won"})", others = R"({"id":1,"account":"o2","stage":"open"})";
    setup.script.on("GET /api/deals?key", none)
        .on("GET /api/deals?account", ok(R"({"data":[)" + others + ',' + won + ',' + theirs + "]}"))
        .on("GET /api/deals/3", ok(theirs, "ETag: \"a\"\r\n"))
        .on("PATCH /api/deals/3", ok(theirs));
    setup.start();
    CHECK(accepted(setup.push()).id == u"deal,3"_s);
    CHECK(setup.server->count("POST") == 0);
    CHECK(setup.server->count(R"({"amount":5,"comment":"Call first\nNext step: Visit"})") == 1);
}

TEST_CASE("An entity that the mapping leaves out is confirmed, and the server hears nothing", "[rest]")
{
    Setup setup(std::map<QString, QString>{{u"title"_s, u"nothing"_s}});
    setup.start();
    CHECK(accepted(setup.push()).number.isEmpty());
    CHECK(setup.server->count("HTTP") == 0);
}

TEST_CASE("A key that was refused is not sent again until somebody checks", "[rest]")
{
    Setup setup;
    setup.script.on("GET /api/", ScriptedServer::status(401));
    setup.start();
    for (int i = 0; i < 4; ++i)
        CHECK(refused(setup.push()).kind == Error::Kind::Denied);
    CHECK(setup.server->count("GET") == 1);
    CHECK(setup.connector->check().error().kind == Error::Kind::Denied);
    CHECK(setup.server->count("GET") == 2);
}

TEST_CASE("A file goes out as a form, once", "[rest]")
{
    Setup setup;
    setup.world.files[u"a \"plan\".pdf"_s] = "%PDF of a plan";
    setup.script.on("GET /api/deals?", none)
        .on("GET /api/deals?", setup.found())
        .on("POST /api/deals ", ok(setup.deal()))
        .on("POST /api/deals/7/files", ok("{}"))
        .on("GET /api/deals/7", ok(setup.deal(R"(,"files":[{"name":"a _plan_.pdf","size":14}])"), "ETag: \"a\"\r\n"));
    setup.start();
    accepted(setup.push());
    CHECK(setup.server->count("name=\"document\"; filename=\"a _plan_.pdf\"") == 1);
    CHECK(setup.server->count("%PDF of a plan") == 1);
    accepted(setup.push());
    CHECK(setup.server->count("%PDF of a plan") == 1);
}

TEST_CASE("The next page is read where it is, unless it lies on another server: that one gets no key", "[rest]")
{
    Setup setup;
    setup.script.on("GET /api/deals HTTP", ok(R"({"data":[{"id":1,"title":"A","amount":0.10}],"next":"/api/deals?page=2"})"));
    SECTION("here")
    {
        setup.script.on("GET /api/deals?page=2", ok(R"({"data":[{"id":2,"title":"B"}]})"));
        setup.start();
        const auto first = setup.connector->pull(u"opportunities"_s, {});
        REQUIRE(first);
        REQUIRE(first->changes.size() == 1);
        CHECK(first->changes.front().remoteId == u"deal,1"_s);
        CHECK(first->changes.front().properties.at(u"amount"_s) == u"0.10"_s);
        CHECK(first->more);
        const auto second = setup.connector->pull(u"opportunities"_s, first->nextCursor);
        REQUIRE(second);
        CHECK(second->changes.front().label == u"B"_s);
    }
    SECTION("elsewhere")
    {
        ScriptedServer stranger([](const QByteArray&) { return none; });
        setup.script =
            Script().on("GET /api/deals HTTP", ok(R"({"data":[],"next":"http://127.0.0.1:)" + QByteArray::number(stranger.port()) + R"(/deals"})"));
        setup.start();
        const auto first = setup.connector->pull(u"opportunities"_s, {});
        REQUIRE(first);
        CHECK(setup.connector->pull(u"opportunities"_s, first->nextCursor).error().kind == Error::Kind::Invalid);
        CHECK(stranger.count("GET") == 0);
    }
    SECTION("a cursor of somebody else")
    {
        setup.start();
        CHECK(setup.connector->pull(u"opportunities"_s, "{}").error().kind == Error::Kind::Corrupt);
    }
}
