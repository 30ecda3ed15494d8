// SPDX-License-Identifier: Apache-2.0
// Servers that do what Radicale does not: no sync, no strong ETag, vCard 4.0, a failure after the work was done, an answer that is cut short.
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

const QByteArray anaCard = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ana\r\nFN:Ana\r\nN:Roth;Ana;;;\r\nEND:VCARD\r\n";

QByteArray answer(int status, const QByteArray& body, const QByteArray& headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Answer\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray multistatus(const QByteArray& inside)
{
    return answer(207, R"(<multistatus xmlns="DAV:" xmlns:A="urn:ietf:params:xml:ns:carddav">)" + inside + "</multistatus>");
}

QByteArray response(const QByteArray& name, const QByteArray& properties)
{
    return "<response><href>/book/" + name + "</href><propstat><prop>" + properties + "</prop><status>HTTP/1.1 200 OK</status></propstat></response>";
}

QByteArray bookFacts(const QByteArray& more)
{
    return multistatus(response("", "<resourcetype><collection/><A:addressbook/></resourcetype>" + more));
}

std::unique_ptr<Connector> connect(const ScriptedServer& server)
{
    auto made = makeConnector({{u"id"_s, u"book"_s},
                               {u"type"_s, u"carddav"_s},
                               {u"title"_s, u"Book"_s},
                               {u"url"_s, u"http://127.0.0.1:%1/book"_s.arg(server.port())},
                               {u"user"_s, u"u"_s},
                               {u"password"_s, u"p"_s}},
                              {});
    REQUIRE(made);
    return std::move(*made);
}

} // namespace

TEST_CASE("Without sync the whole listing is compared, and only when the ctag says that something has changed", "[dav]")
{
    QByteArray ctag = "1", etag = "\"1\"";
    bool there = true;
    ScriptedServer server([&](const QByteArray& request) {
        if (request.contains("Depth: 0"))
            return bookFacts("<getctag xmlns=\"http://calendarserver.org/ns/\">" + ctag + "</getctag>");
        if (request.startsWith("PROPFIND"))
            return multistatus(response("", "<getetag>\"book\"</getetag>") + (there ? response("ana.vcf", "<getetag>" + etag + "</getetag>") : ""));
        return there ? multistatus(response("ana.vcf", "<getetag>" + etag + "</getetag><A:address-data>" + anaCard + "</A:address-data>"))
                     : multistatus("<response><href>/book/ana.vcf</href><status>HTTP/1.1 404 Not Found</status></response>");
    });
    const auto connector = connect(server);
    CHECK(connector->check());
    auto page = connector->pull(u"contacts"_s, {});
    REQUIRE(page);
    REQUIRE(page->changes.size() == 1);
    CHECK(page->changes.front().remoteId == u"ana.vcf"_s);
    CHECK(!page->more);

    page = connector->pull(u"contacts"_s, page->nextCursor); // the ctag is the same
    REQUIRE(page);
    CHECK(page->changes.empty());
    CHECK(server.count("Depth: 1\r\n") == 2); // one listing, one read

    ctag = "2"; // something, but not Ana
    page = connector->pull(u"contacts"_s, page->nextCursor);
    REQUIRE(page);
    CHECK(page->changes.empty());
    CHECK(server.count("Depth: 1\r\n") == 3);

    ctag = "3";
    etag = "\"2\"";
    page = connector->pull(u"contacts"_s, page->nextCursor);
    REQUIRE(page);
    CHECK(page->changes.size() == 1);

    ctag = "4";
    there = false;
    page = connector->pull(u"contacts"_s, page->nextCursor);
    REQUIRE(page);
    REQUIRE(page->changes.size() == 1);
    CHECK(page->changes.front().deleted);
}

TEST_CASE("A listing that the server cuts short goes on with its token, also when the first token is refused by 410", "[dav]")
{
    const QByteArray syncs = "<supported-report-set><supported-report><report><sync-collection/></report></supported-report></supported-report-set>";
    bool old = false;
    ScriptedServer server([&](const QByteArray& request) {
        if (request.startsWith("PROPFIND") && request.contains("Depth: 0"))
            return bookFacts(syncs);
        if (request.startsWith("PROPFIND")) // only Bob is left
            return multistatus(response("bob.vcf", "<getetag>\"b\"</getetag>"));
        if (request.contains("multiget"))
            return request.contains("ana.vcf") && old
                       ? multistatus("<response><href>/book/ana.vcf</href><status>HTTP/1.1 404 Not Found</status></response>")
                       : multistatus(response(request.contains("ana.vcf") ? "ana.vcf" : "bob.vcf",
                                              "<getetag>\"a\"</getetag><A:address-data>" + anaCard + "</A:address-data>"));
        if (old && !request.contains("<sync-token></sync-token>") && !request.contains("<sync-token>t3"))
            return answer(410, {});
        if (request.contains("<sync-token></sync-token>"))
            return multistatus(response(old ? "bob.vcf" : "ana.vcf", "<getetag>\"a\"</getetag>") +
                               "<response><href>/book/</href><status>HTTP/1.1 507 Insufficient Storage</status></response><sync-token>" +
                               (old ? "t3" : "t1") + "</sync-token>");
        return multistatus((request.contains("<sync-token>t1") ? response("bob.vcf", "<getetag>\"a\"</getetag>") : "") +
                           "<sync-token>t2</sync-token>");
    });
    const auto connector = connect(server);
    auto page = connector->pull(u"contacts"_s, {});
    REQUIRE(page);
    CHECK(page->more);
    REQUIRE(page->changes.size() == 1);
    CHECK(page->changes.front().remoteId == u"ana.vcf"_s);
    page = connector->pull(u"contacts"_s, page->nextCursor);
    REQUIRE(page);
    CHECK(!page->more);
    REQUIRE(page->changes.size() == 1);
    CHECK(page->changes.front().remoteId == u"bob.vcf"_s);

    old = true; // t2 is not taken any more, and Ana is gone
    page = connector->pull(u"contacts"_s, page->nextCursor);
    REQUIRE(page);
    REQUIRE(page->changes.size() == 1);
    CHECK(page->changes.front().remoteId == u"ana.vcf"_s);
    CHECK(page->changes.front().deleted);
}

TEST_CASE("An object that the server leaves out of its answer is not taken for gone", "[dav]")
{
    ScriptedServer server([&](const QByteArray& request) {
        if (request.contains("Depth: 0"))
            return bookFacts({});
        return request.startsWith("PROPFIND") ? multistatus(response("ana.vcf", "<getetag>\"a\"</getetag>")) : multistatus({});
    });
    CHECK(connect(server)->pull(u"contacts"_s, {}).error().kind == Error::Kind::Invalid);
}

TEST_CASE("Where the server takes vCard 4.0 a new card is one", "[dav]")
{
    ScriptedServer server([](const QByteArray& request) {
        if (request.startsWith("PROPFIND"))
            return bookFacts("<A:supported-address-data><A:address-data-type content-type=\"text/vcard\" version=\"3.0\"/>"
                             "<A:address-data-type content-type=\"text/vcard\" version=\"4.0\"/></A:supported-address-data>");
        return answer(201, {}, "ETag: \"1\"\r\n");
    });
    KnownWorld world;
    const QString id = world.add(u"organisations"_s, u"Alpha"_s, {});
    REQUIRE(std::holds_alternative<RemoteRef>(connect(server)->push(world.job(u"organisations"_s, id), world)));
    CHECK(server.count("VERSION:4.0\r\nUID;VALUE=text:RAP-" + id.toUtf8() + "\r\nKIND:org\r\n") == 1);
    CHECK(server.count("If-None-Match: *") == 1);
}

TEST_CASE("A server that fails after it has done the work is looked up, and the job is done", "[dav]")
{
    QByteArray card;
    ScriptedServer server([&](const QByteArray& request) {
        if (request.startsWith("PROPFIND"))
            return bookFacts({});
        if (request.startsWith("GET"))
            return card.isEmpty() ? answer(404, {}) : answer(200, card, "ETag: \"1\"\r\n");
        card = request.mid(request.indexOf("\r\n\r\n") + 4);
        return answer(500, "Internal Server Error");
    });
    KnownWorld world;
    const QString id = world.add(u"contacts"_s, u"Ana"_s, {{u"job_title"_s, u"Buyer"_s}});
    const auto connector = connect(server);
    const auto made = connector->push(world.job(u"contacts"_s, id), world);
    REQUIRE(std::holds_alternative<RemoteRef>(made));
    world.references[{u"contacts"_s, id}] = std::get<RemoteRef>(made).id;
    world.entities[{u"contacts"_s, id}].properties[u"job_title"_s] = u"Head"_s;
    CHECK(std::holds_alternative<RemoteRef>(connector->push(world.job(u"contacts"_s, id), world)));
    CHECK(card.contains("TITLE:Head"));
    CHECK(server.count("If-Match: \"1\"") == 1);
}

TEST_CASE("What an answer means, and what the person reads", "[dav]")
{
    struct Row {
        int status;
        QByteArray headers;
        Error::Kind kind;
        int notBefore;
    };
    const auto row = GENERATE(values<Row>({
        {503, "Retry-After: 120\r\n", Error::Kind::Offline, 120},
        {429, {}, Error::Kind::Offline, 0},
        {423, {}, Error::Kind::Offline, 0},
        {507, {}, Error::Kind::Full, 0},
        {403, {}, Error::Kind::Denied, 0},
        {409, {}, Error::Kind::NotFound, 0},
        {400, {}, Error::Kind::Invalid, 0},
        {301, "Location: /elsewhere\r\n", Error::Kind::Invalid, 0},
    }));
    INFO(row.status);
    ScriptedServer server([&](const QByteArray& request) {
        return request.startsWith("PROPFIND") ? bookFacts({}) : answer(row.status, "Ana Roth <ana@roth.example>", row.headers);
    });
    KnownWorld world;
    const QString id = world.add(u"contacts"_s, u"Ana Roth"_s, {});
    const auto result = connect(server)->push(world.job(u"contacts"_s, id), world);
    REQUIRE(std::holds_alternative<PushError>(result));
    const auto& error = std::get<PushError>(result);
    CHECK(error.kind == row.kind);
    CHECK(error.notBefore == std::chrono::seconds(row.notBefore));
    CHECK(!error.outcomeUnknown);
    CHECK(error.sentence.contains(u"Book"_s));
    CHECK(!(error.detail + error.sentence).contains(u"Roth"_s));
}

TEST_CASE("Without a strong ETag nothing is written over", "[dav]")
{
    const QByteArray etag = GENERATE(values<QByteArray>({"", "ETag: W/\"1\"\r\n"}));
    ScriptedServer server([&](const QByteArray& request) {
        if (request.startsWith("PROPFIND"))
            return bookFacts({});
        return request.startsWith("GET") ? answer(200, anaCard, etag) : answer(412, {});
    });
    KnownWorld world;
    const QString id = world.add(u"contacts"_s, u"Ana Roth"_s, {});
    const auto result = connect(server)->push(world.job(u"contacts"_s, id), world);
    REQUIRE(std::holds_alternative<PushError>(result));
    CHECK(std::get<PushError>(result).kind == Error::Kind::Invalid);
    CHECK(server.count("PUT ") == 1);
}

TEST_CASE("A user who may only read is found by the check", "[dav]")
{
    ScriptedServer server(
        [](const QByteArray&) { return bookFacts("<current-user-privilege-set><privilege><read/></privilege></current-user-privilege-set>"); });
    CHECK(connect(server)->check().error().kind == Error::Kind::Denied);
}
