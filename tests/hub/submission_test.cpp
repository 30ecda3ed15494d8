// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/openrosa.h"
#include "sync/wire/receipt.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QThread>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

int submissionsOf(ServedFolder& folder)
{
    const auto all = folder.admin().submissions();
    REQUIRE(all);
    return static_cast<int>(all->size());
}

std::vector<wire::EntityRow> entitiesOf(const ServedFolder& folder, const QByteArray& list)
{
    const auto page = wire::parseEntityPage(folder.client().get("/v1/entities/" + list).body);
    REQUIRE(page);
    return page->rows;
}

std::vector<wire::Receipt> receiptsOf(const Client& client)
{
    const auto page = wire::parseReceipts(client.get("/v1/receipts").body);
    REQUIRE(page);
    return page->receipts;
}

} // namespace

TEST_CASE("A record sent again is the same record", "[hub]")
{
    ServedFolder folder;
    const Visit visit{.deal = true};
    const Answer first = folder.client().submit(visit.xml());
    CHECK(first.status == 201);
    CHECK(first.headers.value("x-openrosa-version") == "1.0");
    CHECK(wire::parseResponse(first.body));
    CHECK(folder.client().submit(visit.xml()).status == 201);
    CHECK(submissionsOf(folder) == 1);

    const auto contacts = entitiesOf(folder, "contacts");
    REQUIRE(contacts.size() == 1);
    CHECK(contacts[0].id.toLatin1() == visit.contact);
    CHECK(contacts[0].version == 1);
    CHECK(contacts[0].label == u"Mara One"_s);
    CHECK(contacts[0].properties.at(u"email"_s) == QString::fromLatin1(visit.email));
    const auto sales = entitiesOf(folder, "opportunities");
    REQUIRE(sales.size() == 1);
    CHECK(sales[0].properties.at(u"contact_id"_s).toLatin1() == visit.contact);

    SECTION("but not when it says something else")
    {
        Visit other = visit;
        other.name = "Tomas";
        const Answer answer = folder.client().submit(other.xml());
        CHECK(answer.status == 409);
        CHECK(wire::parseResponse(answer.body));
        CHECK(entitiesOf(folder, "contacts")[0].properties.at(u"given_name"_s) == u"Mara"_s);
    }
    SECTION("also after the hub was started anew")
    {
        folder.stop();
        folder.start();
        CHECK(folder.client().submit(visit.xml()).status == 201);
        CHECK(submissionsOf(folder) == 1);
        CHECK(entitiesOf(folder, "contacts").size() == 1);
        CHECK(receiptsOf(folder.client()).size() == 1);
    }
}

TEST_CASE("Each record about an entity counts as a version of it, as it does on the device that sent it", "[hub]")
{
    ServedFolder folder;
    const Visit first;
    Visit second = first;
    second.instance = "uuid:" + uuid();
    REQUIRE(folder.client().submit(first.xml()).status == 201);
    REQUIRE(folder.client().submit(second.xml()).status == 201);
    REQUIRE(folder.client().submit(second.xml()).status == 201);
    const auto contacts = entitiesOf(folder, "contacts");
    REQUIRE(contacts.size() == 1);
    CHECK(contacts[0].version == 2);
}

TEST_CASE("A correction is a record of its own, and changes what its predecessor made", "[hub]")
{
    ServedFolder folder;
    const Visit first{.deal = true};
    Visit second = first;
    second.instance = "uuid:" + uuid();
    second.corrects = first.instance;
    second.email = "right@one.example";
    const auto email = [&] { return entitiesOf(folder, "contacts").at(0).properties.at(u"email"_s); };

    SECTION("after it")
    {
        REQUIRE(folder.client().submit(first.xml()).status == 201);
        REQUIRE(folder.client().submit(second.xml()).status == 201);
        CHECK(entitiesOf(folder, "contacts").at(0).version == 2);
    }
    SECTION("before it, where a device could not deliver that at first")
    {
        REQUIRE(folder.client().submit(second.xml()).status == 201);
        REQUIRE(folder.client().submit(first.xml()).status == 201);
        CHECK(entitiesOf(folder, "contacts").at(0).version == 1); // what it says was put right already
    }
    SECTION("and that of a correction changes the same")
    {
        Visit third = second;
        third.instance = "uuid:" + uuid();
        third.corrects = second.instance;
        third.email = "third@one.example";
        for (const Visit& one : {first, second, third, second})
            REQUIRE(folder.client().submit(one.xml()).status == 201);
        CHECK(submissionsOf(folder) == 3);
        CHECK(email() == u"third@one.example"_s);
        return;
    }
    CHECK(submissionsOf(folder) == 2);
    REQUIRE(entitiesOf(folder, "contacts").size() == 1);
    CHECK(entitiesOf(folder, "opportunities").size() == 1);
    CHECK(email() == u"right@one.example"_s);
    const QJsonArray listed = folder.admin().submissions().value_or({});
    CHECK(std::count_if(listed.begin(), listed.end(),
                        [&](const QJsonValue& one) { return one[u"corrects"_s].toString() == QString::fromLatin1(first.instance); }) == 1);
}

TEST_CASE("Pictures come with the record or behind it, and go out by their hash", "[hub]")
{
    ServedFolder folder;
    const Visit visit;
    QByteArray picture("\0\r\n--limi?\r\n\xff", 14);
    picture += QByteArray(300'000, 'p');
    REQUIRE(folder.client().submit(visit.xml()).status == 201);
    REQUIRE(folder.client().submit(visit.xml(), {{"p.jpg", picture}, {"empty.txt", {}}}).status == 201);
    CHECK(submissionsOf(folder) == 1);
    const QByteArray hash = QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex();
    const Answer answer = folder.client().get("/v1/blobs/" + hash);
    CHECK(answer.status == 200);
    CHECK(answer.body == picture);
    CHECK(folder.client().get("/v1/blobs/" + QByteArray(64, '0')).status == 404);
}

TEST_CASE("A file that is not what its sender says is refused, one that is still to come is not", "[hub]")
{
    ServedFolder folder;
    const Visit visit;
    const QByteArray hash = QCryptographicHash::hash("picture", QCryptographicHash::Sha256).toHex();
    const QByteArray claim = "X-Rapport-Files: p.jpg=" + hash + ";7, later.jpg=" + hash + ";7\r\n";
    CHECK(folder.client().submit(visit.xml(), {{"p.jpg", "pictur"}}, claim).status == 400);
    CHECK(folder.client().submit(visit.xml(), {{"p.jpg", "picturE"}}, claim).status == 400);
    CHECK(folder.client().submit(visit.xml(), {}, "X-Rapport-Files: nonsense\r\n").status == 400);
    CHECK(submissionsOf(folder) == 0);
    CHECK(folder.client().submit(visit.xml(), {{"p.jpg", "picture"}}, claim).status == 201);
}

TEST_CASE("What is no record of ours is refused in a sentence and leaves nothing behind", "[hub]")
{
    ServedFolder folder;
    const Client client = folder.client();
    const QByteArray good = Visit().xml();
    const QByteArray multipart = "multipart/form-data; boundary=limit";
    struct Row {
        const char* note;
        QByteArray request;
        int status;
    };
    const std::vector<Row> rows{
        {"malformed XML", client.submission(good.chopped(20)), 400},
        {"no XML at all", client.submission("{\"a\": 1}"), 400},
        {"an empty record", client.submission({}), 400},
        {"no instanceID", client.submission("<data id=\"visit\" version=\"1\"/>"), 400},
        {"a document type", client.submission("<!DOCTYPE d [<!ENTITY a \"b\">]>" + good), 400},
        {"a form that is not published", client.submission(QByteArray(good).replace("id=\"visit\"", "id=\"other\"")), 404},
        {"a version that is not published", client.submission(QByteArray(good).replace("version=\"1\"", "version=\"9\"")), 404},
        {"no part of that name", client.post(multipart, "--limit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--limit--\r\n"), 400},
        {"a multipart body that ends early",
         client.post(multipart, "--limit\r\nContent-Disposition: form-data; name=\"xml_submission_file\"\r\n\r\n" + good), 400},
        {"no multipart body", client.post("text/xml", good), 400},
        {"nothing", client.post(multipart, {}), 400},
        {"a record that is too large", client.submission(good + QByteArray(17 * 1024 * 1024, ' ')), 413},
    };
    for (const Row& row : rows) {
        INFO(row.note);
        const Answer answer = exchange(folder.hub().port(), row.request);
        CHECK(answer.status == row.status);
        CHECK(wire::parseResponse(answer.body));
        CHECK(answer.headers.value("x-openrosa-version") == "1.0");
    }
    CHECK(submissionsOf(folder) == 0);
    CHECK(client.submit(good).status == 201);
}

TEST_CASE("An entity that cannot be made keeps nobody's answers out", "[hub]")
{
    ServedFolder folder;
    const Visit visit{.label = {}, .deal = true};
    CHECK(folder.client().submit(visit.xml()).status == 201);
    CHECK(entitiesOf(folder, "contacts").empty());
    CHECK(entitiesOf(folder, "opportunities").size() == 1);
    const auto receipts = receiptsOf(folder.client());
    REQUIRE(receipts.size() == 1);
    CHECK(receipts[0].target == u"hub"_s);
    CHECK(receipts[0].state == wire::Receipt::State::NeedsYou);
    CHECK_FALSE(receipts[0].sentence.isEmpty());
}

TEST_CASE("A client that is slow or goes away delays nobody", "[hub]")
{
    ServedFolder folder;
    const Visit torn;
    const QByteArray whole = folder.client().submission(torn.xml(), {{"p.jpg", QByteArray(100'000, 'x')}});
    std::vector<std::unique_ptr<QTcpSocket>> lingering;
    for (int i = 0; i < 60; ++i) {
        lingering.push_back(std::make_unique<QTcpSocket>());
        lingering.back()->connectToHost(QStringLiteral("127.0.0.1"), folder.hub().port());
        REQUIRE(lingering.back()->waitForConnected());
        lingering.back()->write(whole.left(i % 2 ? 200 : 50'000));
        lingering.back()->flush();
    }
    QElapsedTimer timer;
    timer.start();
    CHECK(folder.client().submit(Visit().xml()).status == 201);
    CHECK(timer.elapsed() < 3000);
    for (auto& socket : lingering)
        socket->abort();
    CHECK(folder.client().submit(Visit().xml()).status == 201);
    CHECK(submissionsOf(folder) == 2); // nothing of what was cut off
}

TEST_CASE("A record that comes byte by byte is read like any other", "[hub]")
{
    ServedFolder folder;
    const QByteArray bytes = folder.client().submission(Visit().xml(), {{"p.jpg", "picture"}, {"q.jpg", "\r\n--"}});
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), folder.hub().port());
    REQUIRE(socket.waitForConnected());
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const char byte : bytes) {
        socket.write(&byte, 1);
        socket.flush();
        QThread::usleep(300); // or the kernel puts them together again
    }
    REQUIRE(socket.waitForReadyRead(10'000));
    CHECK(socket.readAll().startsWith("HTTP/1.1 201"));
    CHECK(folder.client().get("/v1/blobs/" + QCryptographicHash::hash("\r\n--", QCryptographicHash::Sha256).toHex()).body == "\r\n--");
}
