// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/openrosa.h"
#include "sync/wire/receipt.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>
#include <QUrl>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

TEST_CASE("Only devices with a token that stands are served", "[hub]")
{
    ServedFolder folder;
    const auto revoked = folder.admin().addDevice(u"Lost tablet"_s);
    REQUIRE(revoked);
    REQUIRE(folder.client(revoked->token).get("/formList").status == 200);
    REQUIRE(folder.admin().revokeDevice(revoked->id));

    const QByteArray path =
        GENERATE("/formList", "/v1/occasions", "/v1/entities/contacts", "/v1/receipts", "/v1/people", "/v1/drafts", "/v1/blobs/x", "/nowhere");
    INFO(path.toStdString());
    CHECK(folder.client(QString()).get(path).status == 401);
    CHECK(folder.client(u"guessed"_s).get(path).status == 401);
    CHECK(folder.client(revoked->token).get(path).status == 401);
    CHECK(folder.client(QString()).get("/key/guessed" + path).status == 401);
}

TEST_CASE("A device whose access was withdrawn may hand in what it has, and is told how it stands", "[hub]")
{
    ServedFolder folder;
    const QByteArray picture(200'000, 'x');
    const std::vector<Client::File> files{{"p.jpg", picture}};
    REQUIRE(folder.admin().revokeDevice(folder.device().id));
    const Client lost = folder.client();
    CHECK(lost.head("/submission").status == 204);
    CHECK(lost.submit(Visit().xml(), {}, announcing(files)).status == 201);
    CHECK(lost.head("/v1/uploads/" + sha256Of(picture)).status == 200);
    CHECK(lost.patch(sha256Of(picture), "0", picture).status == 204);
    CHECK(folder.admin().submissions()->size() == 1);
    const auto status = wire::parseDeviceStatus(lost.get("/v1/device").body);
    REQUIRE(status);
    CHECK(status->revoked);
    CHECK(lost.get("/key/" + folder.device().token.toLatin1() + "/formList").status == 401);
}

TEST_CASE("A lease is the device's own, else the shortest of its occasions, else fourteen days", "[hub]")
{
    ServedFolder folder;
    const auto days = [&] {
        const auto status = wire::parseDeviceStatus(folder.client().get("/v1/device").body);
        REQUIRE(status);
        CHECK_FALSE(status->revoked);
        return status->serverTime.daysTo(status->leaseUntil);
    };
    CHECK(days() == 14);
    REQUIRE(folder.admin().putOccasion(R"({"id": "F1", "title": "Fair", "lease_days": 5})"));
    REQUIRE(folder.admin().putOccasion(R"({"id": "F2", "title": "Tour", "lease_days": 7})"));
    REQUIRE(folder.admin().putOccasion(R"({"id": "F3", "title": "Past", "lease_days": 1, "to": "2020-01-01"})"));
    CHECK(days() == 5);
    REQUIRE(folder.admin().setLease(folder.device().id, 30));
    CHECK(days() == 30);
    CHECK(folder.admin().devices()->first()[u"lease_days"_s].toInt() == 30);
    REQUIRE(folder.admin().setLease(folder.device().id, 0));
    CHECK(days() == 5);
    CHECK(folder.admin().setLease(folder.device().id, 367).error().kind == Error::Kind::Invalid);
    CHECK(folder.admin().setLease(u"nobody"_s, 3).error().kind == Error::Kind::NotFound);
    CHECK_FALSE(folder.admin().putOccasion(R"({"id": "F4", "title": "Fair", "lease_days": 0})"));
}

TEST_CASE("A record without a token is refused before it is stored", "[hub]")
{
    ServedFolder folder;
    const Answer answer = folder.client(u"guessed"_s).submit(Visit().xml(), {{"p.jpg", QByteArray(200'000, 'x')}});
    CHECK(answer.status == 401);
    CHECK(wire::parseResponse(answer.body));
    CHECK(folder.admin().submissions().value_or({}).isEmpty());
}

TEST_CASE("Tokens are kept hashed", "[hub]")
{
    ServedFolder folder;
    CHECK(QByteArray::fromBase64(folder.device().token.toLatin1(), QByteArray::Base64UrlEncoding).size() == 32);
    const auto devices = folder.admin().devices();
    REQUIRE(devices);
    CHECK_FALSE(QJsonDocument(*devices).toJson().contains(folder.device().token.toLatin1()));
    folder.stop();
    for (const QString& name : QDir(folder.dir()).entryList(QDir::Files)) {
        QFile file(folder.dir() + u'/' + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains(folder.device().token.toLatin1()));
    }
}

TEST_CASE("A form that is listed can be fetched as it was published", "[hub]")
{
    ServedFolder folder;
    const bool prefix = GENERATE(false, true);
    const QByteArray key = prefix ? "/key/" + folder.device().token.toLatin1() : QByteArray();
    const Client client = prefix ? folder.client(QString()) : folder.client();
    const Answer list = client.get(key + "/formList");
    CHECK(list.headers.value("x-openrosa-version") == "1.0");
    const auto forms = wire::parseFormList(list.body);
    REQUIRE(forms);
    REQUIRE(forms->size() == 1);
    CHECK(forms->front().id == u"visit"_s);
    CHECK(forms->front().version == u"1"_s);
    CHECK(forms->front().name == u"Visit"_s);
    CHECK(forms->front().hash.startsWith(u"md5:"_s));
    CHECK(client.get(QUrl(forms->front().downloadUrl).path(QUrl::FullyEncoded).toLatin1()).body.toStdString() == visitForm().toStdString());
    CHECK(client.get(key + "/forms/visit/7").status == 404);
}

TEST_CASE("An ODK client finds the entity lists of a form in its manifest", "[hub]")
{
    ServedFolder folder;
    QFile form(QStringLiteral(RAPPORT_SOURCE "/forms/packs/trade_fair_conversation.xlsx"));
    REQUIRE(form.open(QIODevice::ReadOnly));
    REQUIRE(folder.admin().publishForm(form.readAll()));
    const QByteArray id = "1bed7614-03a7-42ca-a7a0-e7ce2e662e59";
    REQUIRE(folder.admin().importEntities(u"organisations"_s, "name,label,city\n" + id + ",One,Ulm\n"));
    const QByteArray key = "/key/" + folder.device().token.toLatin1();
    const Client client = folder.client(QString());
    const auto listed = wire::parseFormList(client.get(key + "/formList?formID=trade_fair_conversation").body);
    REQUIRE(listed);
    REQUIRE(listed->size() == 1);

    const QString manifest = QString::fromUtf8(client.get(QUrl(listed->front().manifestUrl).path(QUrl::FullyEncoded).toLatin1()).body);
    static const QRegularExpression entry(
        u"<mediaFile type=\"entityList\"><filename>organisations.csv</filename><hash>md5:([0-9a-f]{32})</hash><downloadUrl>([^<]*)</downloadUrl>"
        "<integrityUrl>([^<]*)</integrityUrl></mediaFile>"_s);
    const auto match = entry.match(manifest);
    REQUIRE(match.hasMatch());
    const Answer table = client.get(QUrl(match.captured(2)).path(QUrl::FullyEncoded).toLatin1());
    CHECK(table.body.toStdString() == "name,label,__version,city\n" + id.toStdString() + ",One,1,Ulm\n");
    CHECK(QCryptographicHash::hash(table.body, QCryptographicHash::Md5).toHex() == match.captured(1).toLatin1());
    const Answer fate = client.get(QUrl(match.captured(3)).path(QUrl::FullyEncoded).toLatin1() + "?id=" + id + ",unknown");
    CHECK(fate.body.contains("<entity id=\"" + id + "\"><deleted>false</deleted></entity></entities>"));
}

TEST_CASE("What the hub does not know it says in a few bytes", "[hub]")
{
    ServedFolder folder;
    const QByteArray path =
        GENERATE("/", "/v1", "/v2/entities/contacts", "/v1/entities/..%2Fhub", "/v1/blobs/../hub.db", "/v1/blobs/%2e%2e%2fhub.db", "/forms/a/b/c");
    INFO(path.toStdString());
    const Answer answer = folder.client().get(path);
    CHECK(answer.status == 404);
    CHECK(answer.headers.value("x-openrosa-version") == "1.0");
    CHECK(QJsonDocument::fromJson(answer.body).isObject());
    CHECK(answer.body.size() < 100);
}

TEST_CASE("HEAD /submission says how much the hub takes", "[hub]")
{
    ServedFolder folder;
    const Answer answer = folder.client().head("/submission");
    CHECK(answer.status == 204);
    CHECK(answer.headers.value("x-openrosa-accept-content-length").toLongLong() >= 1024 * 1024);
}

TEST_CASE("A header without end is cut off", "[hub]")
{
    ServedFolder folder;
    const Answer answer = folder.client().get("/formList", "X-Long: " + QByteArray(200'000, 'x') + "\r\n");
    CHECK((answer.status == 0 || answer.status == 413 || answer.status == 431));
    CHECK(folder.client().get("/formList").status == 200);
}

TEST_CASE("Noise on the port is survived", "[hub]")
{
    ServedFolder folder;
    const QByteArray noise = GENERATE(
        QByteArray("\0\x01\x02\xff\r\n\r\n", 8), QByteArray("GET\r\n\r\n"), QByteArray("POST /submission HTTP/1.1\r\nContent-Length: -5\r\n\r\n"),
        QByteArray("POST /submission HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n"), QByteArray("\x16\x03\x01\x02\x00", 5));
    (void)exchange(folder.hub().port(), noise, 300); // whatever it answers, it goes on
    CHECK(folder.client().get("/formList").status == 200);
}

TEST_CASE("Entities come in pages, then only what changed, then nothing", "[hub]")
{
    ServedFolder folder;
    QByteArray csv = "name,label,city\n";
    for (int i = 0; i < 2500; ++i)
        csv += "k" + QByteArray::number(i) + ",Firm " + QByteArray::number(i) + ",Ulm\n";
    REQUIRE(folder.admin().importEntities(u"organisations"_s, csv).value_or(0) == 2500);

    QByteArray cursor;
    std::size_t count = 0;
    for (bool more = true; more;) {
        const auto page = wire::parseEntityPage(folder.client().get("/v1/entities/organisations?since=" + cursor).body);
        REQUIRE(page);
        REQUIRE_FALSE(page->rows.empty());
        CHECK_FALSE(page->reset);
        count += page->rows.size();
        cursor = page->cursor;
        more = page->more;
    }
    CHECK(count == 2500);

    CHECK(folder.admin().importEntities(u"organisations"_s, "name,label,city\nk7,Firm 7,Bonn\nk8,Firm 8,Ulm\n").value_or(0) == 1);
    const auto changed = wire::parseEntityPage(folder.client().get("/v1/entities/organisations?since=" + cursor).body);
    REQUIRE(changed);
    REQUIRE(changed->rows.size() == 1);
    CHECK(changed->rows[0].version == 2);
    CHECK(changed->rows[0].properties.at(u"city"_s) == u"Bonn"_s);
    const auto nothing = wire::parseEntityPage(folder.client().get("/v1/entities/organisations?since=" + changed->cursor).body);
    REQUIRE(nothing);
    CHECK(nothing->rows.empty());

    SECTION("a cursor of another hub starts anew and says so")
    {
        const auto anew = wire::parseEntityPage(folder.client().get("/v1/entities/organisations?since=0000.99").body);
        REQUIRE(anew);
        CHECK(anew->reset);
        CHECK_FALSE(anew->rows.empty());
    }
    SECTION("pages are compressed for who asks")
    {
        const Answer packed = folder.client().get("/v1/entities/organisations", "Accept-Encoding: gzip, deflate\r\n");
        CHECK(packed.headers.value("content-encoding") == "deflate");
        const Answer plain = folder.client().get("/v1/entities/organisations");
        QByteArray sized(4, '\0');
        sized[1] = '\x10'; // the size that qUncompress wants to be told, roughly
        CHECK(qUncompress(sized + packed.body) == plain.body);
        CHECK(packed.body.size() * 3 < plain.body.size());
    }
}

TEST_CASE("The occasions' filters decide which rows a device holds", "[hub]")
{
    ServedFolder folder;
    REQUIRE(folder.admin().importEntities(u"organisations"_s, "name,label,country,segment\nu,One,DE,a\nv,Two,ID,b\nw,Three,FR,b\n"));
    const auto occasion = [&](const QByteArray& filter) {
        return folder.admin().putOccasion(R"({"id": "F1", "title": "Fair", "lists": [{"name": "organisations", "filter": ")" + filter + "\"}]}");
    };
    const auto pull = [&](const QByteArray& cursor) {
        const auto page = wire::parseEntityPage(folder.client().get("/v1/entities/organisations?since=" + cursor).body);
        REQUIRE(page);
        return *page;
    };
    const auto labels = [](const wire::EntityPage& page) {
        QStringList all;
        for (const wire::EntityRow& row : page.rows)
            all.append(row.deleted ? u"-"_s : row.label);
        return all.join(u' ');
    };
    REQUIRE(occasion("country = 'DE' or segment = 'b' and country != 'FR'"));
    const auto first = pull({});
    CHECK(labels(first) == u"One Two"_s);

    SECTION("what leaves the scope is taken away, what was never in it is not spoken of")
    {
        REQUIRE(folder.admin().importEntities(u"organisations"_s, "name,label,country\nu,One,FR\nx,Four,FR\nw,Three,DE\n"));
        const auto next = pull(first.cursor);
        CHECK(labels(next) == u"- Three"_s);
        CHECK(pull(next.cursor).cursor == next.cursor);
    }
    SECTION("another filter begins anew")
    {
        REQUIRE(occasion("country = 'FR'"));
        const auto anew = pull(first.cursor);
        CHECK(anew.reset);
        CHECK(labels(anew) == u"Three"_s);
    }
    SECTION("a second occasion adds to the first")
    {
        REQUIRE(folder.admin().putOccasion(R"({"id": "F2", "title": "Tour", "lists": ["organisations"]})"));
        CHECK(labels(pull(first.cursor)) == u"One Two Three"_s);
    }
    SECTION("one that cannot be read is refused")
    {
        const auto refused = occasion("country = = 'DE'");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().detail.contains(u"organisations"_s));
        CHECK(labels(pull({})) == u"One Two"_s);
    }
}

TEST_CASE("What a client has already is not sent again", "[hub]")
{
    ServedFolder folder;
    const QByteArray path = GENERATE("/formList", "/v1/occasions", "/forms/visit/1", "/forms/visit/1/manifest");
    INFO(path.toStdString());
    const Answer first = folder.client().get(path);
    REQUIRE(first.status == 200);
    const QByteArray tag = first.headers.value("etag");
    REQUIRE_FALSE(tag.isEmpty());
    const Answer again = folder.client().get(path, "If-None-Match: " + tag + "\r\n");
    CHECK(again.status == 304);
    CHECK(again.body.isEmpty());
    CHECK(folder.client().get(path, "If-None-Match: \"other\"\r\n").body.toStdString() == first.body.toStdString());
}

TEST_CASE("A device gets its own receipts, each once", "[hub]")
{
    ServedFolder folder;
    const auto other = folder.admin().addDevice(u"Second tablet"_s);
    REQUIRE(other);
    const Visit visit;
    REQUIRE(folder.client().submit(visit.xml()).status == 201);
    const auto page = wire::parseReceipts(folder.client().get("/v1/receipts").body);
    REQUIRE(page);
    REQUIRE(page->receipts.size() == 1);
    CHECK(page->receipts[0].instanceId.toLatin1() == visit.instance);
    CHECK(page->receipts[0].target == u"hub"_s);
    CHECK(page->receipts[0].state == wire::Receipt::State::Confirmed);
    const auto later = wire::parseReceipts(folder.client().get("/v1/receipts?since=" + page->cursor).body);
    REQUIRE(later);
    CHECK(later->receipts.empty());
    const auto others = wire::parseReceipts(folder.client(other->token).get("/v1/receipts").body);
    REQUIRE(others);
    CHECK(others->receipts.empty());
}

TEST_CASE("A running hub notices what its administration does in another process", "[hub]")
{
    ServedFolder folder;
    auto beside = hub::HubAdmin::open(folder.config());
    REQUIRE(beside);
    const auto device = (*beside)->addDevice(u"Beside"_s);
    REQUIRE(device);
    REQUIRE((*beside)->publishForm(visitForm("2")));
    REQUIRE((*beside)->putOccasion(R"({"id": "F1", "title": "Fair"})"));
    const Client client = folder.client(device->token);
    const auto forms = wire::parseFormList(client.get("/formList").body);
    REQUIRE(forms);
    REQUIRE(forms->size() == 1);
    CHECK(forms->front().version == u"2"_s);
    CHECK(client.get("/v1/occasions").body.contains("\"F1\""));
    CHECK(client.submit(Visit().xml()).status == 201); // drafts keep the version they began with
    const auto self = QJsonDocument::fromJson(client.get("/v1/device").body).object();
    CHECK(self[u"device_id"_s].toString() == device->id);
    CHECK(QDateTime::fromString(self[u"server_time"_s].toString(), Qt::ISODateWithMs).isValid());
    REQUIRE((*beside)->revokeDevice(device->id));
    CHECK(client.get("/formList").status == 401);
}

TEST_CASE("A port in use is said, not shared", "[hub]")
{
    QTcpServer other;
    REQUIRE(other.listen(QHostAddress::LocalHost));
    QTemporaryDir dir;
    hub::HubConfig config;
    config.dataDir = dir.path();
    config.port = other.serverPort();
    const auto hub = hub::Hub::start(config);
    REQUIRE_FALSE(hub);
    CHECK(hub.error().kind == Error::Kind::Conflict);
}

TEST_CASE("A hub says without a token that it is well, and counts for those with one", "[hub]")
{
    ServedFolder folder;
    Visit visit;
    visit.name = "Mara \"the\" One";
    REQUIRE(folder.client().submit(visit.xml()).status == 201);
    const Answer well = folder.client(QString()).get("/health");
    CHECK(well.status == 200);
    CHECK(well.body == "{\"ok\":true}");

    CHECK(folder.client(QString()).get("/metrics").status == 401);
    const Answer metrics = folder.client().get("/metrics");
    CHECK(metrics.status == 200);
    CHECK(metrics.headers["content-type"].startsWith("text/plain; version=0.0.4"));
    CHECK(metrics.body.contains("\nrapport_records_total 1\n"));
    CHECK(metrics.body.contains("\nrapport_devices 1\n"));
    CHECK(metrics.body.contains("\nrapport_conflicts_open 0\n"));
    CHECK(metrics.body.contains("\nrapport_requests_total{status=\"2xx\"} 2\n"));
    CHECK(metrics.body.contains("\nrapport_requests_total{status=\"4xx\"} 1\n"));
    static const QRegularExpression line(u"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? [0-9]+)$"_s);
    for (const QByteArray& one : metrics.body.trimmed().split('\n'))
        CHECK(line.match(QString::fromUtf8(one)).hasMatch());
    CHECK_FALSE(metrics.body.contains("Mara")); // nothing of anybody
}
