// SPDX-License-Identifier: Apache-2.0
// Hand-over over real HTTP: a draft is with exactly one person, and nobody else can see it.
#include "hub/hubsupport.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/handover.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

/// Three technicians; Sari has two tablets.
struct Team {
    ServedFolder folder;
    Client adi = tabletOf(u"a.putra"_s, u"Adi Putra"_s), sari = tabletOf(u"s.wirawan"_s, u"Sari Wirawan"_s);
    Client sariToo = tabletOf(u"s.wirawan"_s, {}), budi = tabletOf(u"b.santoso"_s, u"Budi Santoso"_s), unassigned = folder.client();

    Client tabletOf(const QString& user, const QString& name)
    {
        if (!name.isEmpty())
            REQUIRE(folder.admin().addUser(name, u"technician"_s)->id == user);
        const auto device = folder.admin().addDevice(u"Tablet of "_s + user);
        REQUIRE(device);
        REQUIRE(folder.admin().assignDevice(device->id, user));
        return folder.client(device->token);
    }
    QString assignee()
    {
        const auto page = wire::parseEntityPage(adi.get("/v1/entities/jobs").body);
        REQUIRE(page);
        REQUIRE(page->rows.size() == 1);
        return page->rows.front().properties.at(u"assignee"_s);
    }
};

struct Draft {
    Visit visit;
    QByteArray picture = "jpeg";
    wire::HandOver head = describe();

    wire::HandOver describe() const
    {
        wire::HandOver one;
        one.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        one.to = u"s.wirawan"_s;
        one.givenAt = one.startedAt = QDateTime::currentDateTimeUtc();
        one.conversationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        one.instanceId = QString::fromLatin1(visit.instance);
        one.formId = u"visit"_s;
        one.formVersion = u"1"_s;
        one.title = u"Chest freezer"_s;
        one.files = {{u"gasket.jpg"_s, u"image/jpeg"_s, QString::fromLatin1(QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex()),
                      picture.size()}};
        return one;
    }
    QByteArray path() const { return "/v1/drafts/" + head.id.toLatin1(); }
};

int put(const Team& team, const Client& client, const Draft& draft)
{
    QByteArray bytes = client.submission(draft.visit.xml(), {{"draft", wire::toJson(draft.head)}, {"gasket.jpg", draft.picture}});
    bytes.replace(0, static_cast<qsizetype>(qstrlen("POST /submission")), "PUT " + draft.path());
    return exchange(team.folder.port(), bytes).status;
}

int ask(const Team& team, const Client& client, const QByteArray& method, const QByteArray& path)
{
    return exchange(team.folder.port(), client.request(method, path, "Content-Type: application/json\r\nContent-Length: 2\r\n") + "{}").status;
}

std::vector<wire::HandOver> listOf(const Client& client)
{
    const auto listed = wire::parseHandOvers(client.get("/v1/drafts").body);
    REQUIRE(listed);
    return *listed;
}

} // namespace

TEST_CASE("A draft goes from one technician to the other, once", "[hub][drafts]")
{
    Team team;
    Draft draft;
    REQUIRE(put(team, team.adi, draft) == 201);
    CHECK(put(team, team.adi, draft) == 201); // the answer was lost
    REQUIRE(listOf(team.sari).size() == 1);
    CHECK(listOf(team.sari).front().title == u"Chest freezer"_s);
    CHECK(listOf(team.sari).front().from == u"a.putra"_s);
    CHECK_FALSE(listOf(team.sari).front().mine);

    REQUIRE(ask(team, team.sari, "POST", draft.path() + "/take") == 200);
    CHECK(ask(team, team.sari, "POST", draft.path() + "/take") == 200); // again: her answer was lost
    CHECK(ask(team, team.sariToo, "POST", draft.path() + "/take") == 409);
    CHECK(team.sari.get(draft.path()).body == draft.visit.xml());
    CHECK(team.sari.get("/v1/blobs/" + draft.head.files.front().sha256.toLatin1()).body == draft.picture);
    CHECK(put(team, team.adi, draft) == 201);
    CHECK(ask(team, team.adi, "DELETE", draft.path()) == 409);
    CHECK(listOf(team.adi).front().state == wire::HandOver::State::Taken);

    REQUIRE(ask(team, team.sari, "DELETE", draft.path()) == 200);
    CHECK(ask(team, team.sari, "DELETE", draft.path()) == 200);
    CHECK(team.sari.get(draft.path()).status == 404);
    CHECK(listOf(team.sari).empty());
    REQUIRE(listOf(team.adi).size() == 1);
    CHECK(listOf(team.adi).front().state == wire::HandOver::State::Kept);
    CHECK(listOf(team.adi).front().title.isEmpty());
}

TEST_CASE("Nobody else sees a draft, nor learns that there is one", "[hub][drafts]")
{
    Team team;
    const Draft draft;
    REQUIRE(put(team, team.adi, draft) == 201);
    const bool unassigned = GENERATE(false, true);
    const Client& other = unassigned ? team.unassigned : team.budi;
    const bool taken = GENERATE(false, true);
    if (taken)
        REQUIRE(ask(team, team.sari, "POST", draft.path() + "/take") == 200);
    CHECK(listOf(other).empty());
    CHECK(other.get(draft.path()).status == 404);
    CHECK(ask(team, other, "POST", draft.path() + "/take") == 404);
    CHECK(ask(team, other, "DELETE", draft.path()) == 404);
    CHECK(put(team, other, draft) == 409);
    CHECK(team.adi.get(draft.path()).status == 404); // whoever gave it has it already
    CHECK(listOf(team.sari).size() == 1);
}

TEST_CASE("A draft is taken back until somebody took it", "[hub][drafts]")
{
    Team team;
    const Draft draft;
    SECTION("it lies here")
    {
        REQUIRE(put(team, team.adi, draft) == 201);
        REQUIRE(ask(team, team.adi, "DELETE", draft.path()) == 200);
    }
    SECTION("it has not come yet: it is refused when it comes")
    {
        REQUIRE(ask(team, team.adi, "DELETE", draft.path()) == 200);
    }
    CHECK(put(team, team.adi, draft) == 409);
    CHECK(listOf(team.sari).empty());
    CHECK(ask(team, team.sari, "POST", draft.path() + "/take") >= 404);
    Draft again = draft;
    again.head.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    CHECK(put(team, team.adi, again) == 201); // later, as another hand-over
}

TEST_CASE("The job goes with the draft, and comes back with it", "[hub][drafts]")
{
    Team team;
    REQUIRE(
        team.folder.admin().importEntities(u"jobs"_s, "name,label,subject,assignee\n6f0c1c52-0f6a-4a0e-9f3e-0c1a5d1b7703,Gasket,Gasket,a.putra\n"));
    Draft draft;
    draft.head.jobId = u"6f0c1c52-0f6a-4a0e-9f3e-0c1a5d1b7703"_s;
    REQUIRE(put(team, team.adi, draft) == 201);
    CHECK(team.assignee() == u"s.wirawan"_s);
    SECTION("taken back")
    {
        REQUIRE(ask(team, team.adi, "DELETE", draft.path()) == 200);
        CHECK(team.assignee() == u"a.putra"_s);
    }
    SECTION("the office has given it to somebody else meanwhile")
    {
        REQUIRE(team.folder.admin().importEntities(u"jobs"_s,
                                                   "name,label,subject,assignee\n6f0c1c52-0f6a-4a0e-9f3e-0c1a5d1b7703,Gasket,Gasket,b.santoso\n"));
        REQUIRE(ask(team, team.adi, "DELETE", draft.path()) == 200);
        CHECK(team.assignee() == u"b.santoso"_s);
    }
}

TEST_CASE("A hand-over that cannot be right is refused, and nothing is kept of it", "[hub][drafts]")
{
    Team team;
    Draft draft;
    SECTION("to somebody who is not here")
    {
        draft.head.to = u"nobody"_s;
        CHECK(put(team, team.adi, draft) == 400);
    }
    SECTION("to oneself")
    {
        draft.head.to = u"a.putra"_s;
        CHECK(put(team, team.adi, draft) == 400);
    }
    SECTION("from a tablet that nobody works with")
    {
        CHECK(put(team, team.unassigned, draft) == 400);
    }
    SECTION("with a file that is torn")
    {
        draft.picture = "jp";
        CHECK(put(team, team.adi, draft) == 400);
    }
    SECTION("under another id")
    {
        QByteArray bytes = team.adi.submission(draft.visit.xml(), {{"draft", wire::toJson(draft.head)}});
        bytes.replace(0, static_cast<qsizetype>(qstrlen("POST /submission")), "PUT /v1/drafts/" + uuid());
        CHECK(exchange(team.folder.port(), bytes).status == 400);
    }
    SECTION("of what was delivered already")
    {
        REQUIRE(team.adi.submit(draft.visit.xml()).status == 201);
        CHECK(put(team, team.adi, draft) == 409);
    }
    SECTION("twice at the same time")
    {
        REQUIRE(put(team, team.adi, draft) == 201);
        Draft second = draft;
        second.head.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        second.head.to = u"b.santoso"_s;
        CHECK(put(team, team.adi, second) == 409);
        REQUIRE(ask(team, team.adi, "DELETE", draft.path()) == 200);
    }
    CHECK(listOf(team.sari).empty());
    CHECK(listOf(team.budi).empty());
}

TEST_CASE("A record that comes whole settles the draft it was", "[hub][drafts]")
{
    Team team;
    const Draft draft;
    REQUIRE(put(team, team.adi, draft) == 201);
    REQUIRE(ask(team, team.sari, "POST", draft.path() + "/take") == 200);
    REQUIRE(team.sari.submit(draft.visit.xml()).status == 201);
    CHECK(listOf(team.sari).empty());
    CHECK(listOf(team.adi).front().state == wire::HandOver::State::Kept);
    Visit other = draft.visit;
    other.email = "wrong@one.example";
    CHECK(team.adi.submit(other.xml()).status == 409); // there is one report
}

TEST_CASE("Users have ids that people can read", "[hub][drafts]")
{
    ServedFolder folder;
    CHECK(folder.admin().addUser(u"Sari Wirawan"_s)->id == u"s.wirawan"_s);
    CHECK(folder.admin().addUser(u"Jürgen von der Lühe"_s)->id == u"j.luhe"_s);
    CHECK(folder.admin().addUser(u"Siti Wirawan"_s).error().kind == Error::Kind::Conflict);
    CHECK(folder.admin().addUser(u"Siti Wirawan"_s, u"rep"_s, u"s.wirawan2"_s)->id == u"s.wirawan2"_s);
    CHECK_FALSE(folder.admin().addUser(u"李"_s));
    CHECK_FALSE(folder.admin().addUser(u"Sari"_s, u"wizard"_s));
    CHECK_FALSE(folder.admin().assignDevice(folder.device().id, u"nobody"_s));
    CHECK(folder.admin().users()->size() == 3);
}
