// SPDX-License-Identifier: Apache-2.0
// What clients of others send and expect, byte by byte: ODK Collect (OkHttp), Enketo (a browser's form through a proxy), scripts.
#include "hub/hubsupport.h"
#include "hub/rawconnection.h"
#include "sync/hub/keyguesses.h"
#include "sync/wire/openrosa.h"

#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QUrl>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray pathOf(const QString& url)
{
    return QUrl(url).path(QUrl::FullyEncoded).toLatin1();
}

QByteArray basic(const QByteArray& name, const QString& token)
{
    return "Authorization: Basic " + (name + ':' + token.toLatin1()).toBase64() + "\r\n";
}

/// A part as OkHttp writes it: with a length of its own.
QByteArray okHttpPart(const QByteArray& name, const QByteArray& file, const QByteArray& type, const QByteArray& content)
{
    return "--3f1c-boundary\r\nContent-Disposition: form-data; name=\"" + name + "\"" +
           (file.isEmpty() ? QByteArray() : "; filename=\"" + file + '"') + "\r\n" +
           (type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n") + "Content-Length: " + QByteArray::number(content.size()) + "\r\n\r\n" +
           content + "\r\n";
}

QByteArray okHttpPost(const QByteArray& path, const QByteArray& parts)
{
    const QByteArray body = parts + "--3f1c-boundary--\r\n";
    return "POST " + path +
           " HTTP/1.1\r\nUser-Agent: org.odk.collect.android/v2026.1 Dalvik/2.1.0\r\nX-OpenRosa-Version: 1.0\r\n"
           "Date: Wed, 10 Nov 2027 09:00:00 GMT\r\nContent-Type: multipart/form-data; boundary=3f1c-boundary\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\nHost: hub.example\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n" + body;
}

QByteArray chunked(const QByteArray& bytes, qsizetype size)
{
    QByteArray out;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        const QByteArray piece = bytes.mid(at, size);
        out += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return out + "0\r\n\r\n";
}

QJsonArray filesOf(ServedFolder& folder)
{
    const auto all = folder.admin().exportSubmissions(u"visit"_s);
    REQUIRE(all);
    REQUIRE(all->size() == 1);
    return all->first()[u"files"_s].toArray();
}

} // namespace

TEST_CASE("ODK Collect asks where to send, and sends a record with its files in several posts", "[hub]")
{
    ServedFolder folder;
    const QByteArray key = "/key/" + folder.device().token.toLatin1(), path = key + "/submission?deviceID=collect%3AqXkK9y1c";
    const Answer where = exchange(folder.port(), "HEAD " + path +
                                                     " HTTP/1.1\r\nX-OpenRosa-Version: 1.0\r\nHost: hub.example\r\n"
                                                     "X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n");
    CHECK(where.status == 204);
    CHECK(where.headers.value("location") == "https://hub.example" + key + "/submission");
    CHECK(where.headers.value("x-openrosa-accept-content-length").toLongLong() >= 10'000'000);
    CHECK(where.headers.value("x-openrosa-version") == "1.0");
    static const QRegularExpression date(u"^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT$"_s);
    CHECK(date.match(QString::fromLatin1(where.headers.value("date"))).hasMatch());

    const Visit visit;
    const QByteArray record = okHttpPart("xml_submission_file", "Visit_2027-11-10_09-00-00.xml", "text/xml", visit.xml());
    const QByteArray photo(200'000, 'p'), sketch = "sketch",
                                          umlaut = "Gr\xc3\xb6\xc3\x9f"
                                                   "e.jpg";
    const Answer first = exchange(
        folder.port(), okHttpPost(path, record + okHttpPart("p.jpg", "p.jpg", "image/jpeg", photo) + okHttpPart("*isIncomplete*", {}, {}, "yes")));
    CHECK(first.status == 201);
    CHECK(wire::parseResponse(first.body));
    CHECK(first.headers.contains("x-openrosa-accept-content-length"));
    CHECK(exchange(folder.port(),
                   okHttpPost(path, record + okHttpPart("s.png", "s.png", "image/png", sketch) + okHttpPart(umlaut, umlaut, "image/jpeg", "large")))
              .status == 201);

    QStringList names;
    for (const QJsonValue& file : filesOf(folder))
        names.append(file[u"name"_s].toString());
    names.sort();
    CHECK(names == QStringList{u"Größe.jpg"_s, u"p.jpg"_s, u"s.png"_s});
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(photo)).body == photo);
    CHECK(folder.client().get("/v1/blobs/" + sha256Of("large")).body == "large");
}

TEST_CASE("A file that came with a record is not exchanged for another", "[hub]")
{
    ServedFolder folder;
    const Visit visit;
    REQUIRE(folder.client().submit(visit.xml(), {{"p.jpg", "first"}}).status == 201);
    CHECK(folder.client().submit(visit.xml(), {{"p.jpg", "first"}}).status == 201);
    const Answer other = folder.client().submit(visit.xml(), {{"p.jpg", "second"}});
    CHECK(other.status == 409);
    CHECK(wire::parseResponse(other.body));
    CHECK(filesOf(folder).first()[u"sha256"_s].toString().toLatin1() == sha256Of("first"));

    const Visit twice;
    CHECK(folder.client().submit(twice.xml(), {{"p.jpg", "one"}, {"p.jpg", "two"}}).status == 400);
    CHECK(folder.admin().submissions()->size() == 1);
    CHECK(folder.client().submit(twice.xml(), {{"p.jpg", "one"}, {"p.jpg", "one"}}).status == 201);
}

TEST_CASE("Where the hub does not know by which scheme it is reached, it does not say where to send", "[hub]")
{
    ServedFolder folder;
    CHECK(folder.client().head("/submission").headers.value("location") ==
          "http://127.0.0.1:" + QByteArray::number(folder.port()) + "/submission"); // its own address
    const QByteArray token = folder.device().token.toLatin1();
    const auto ask = [&](const QByteArray& method, const QByteArray& path, const QByteArray& more = {}) {
        return exchange(folder.port(), method + " /key/" + token + path + " HTTP/1.1\r\nHost: hub.example\r\nConnection: close\r\n" + more + "\r\n");
    };
    const Answer unsure = ask("HEAD", "/submission");
    CHECK(unsure.status == 204);
    CHECK_FALSE(unsure.headers.contains("location"));
    CHECK(ask("GET", "/formList").body.contains("<downloadUrl>http://hub.example/key/" + token + "/forms/visit/1</downloadUrl>"));
    CHECK(ask("GET", "/formList", "X-Forwarded-Proto: https\r\n").body.contains("<downloadUrl>https://hub.example/key/"));
}

TEST_CASE("A hub that knows its public address gives that", "[hub]")
{
    hub::HubConfig config;
    config.publicUrl = u"https://hub.example/field/"_s;
    ServedFolder folder(config);
    const QByteArray head = " HTTP/1.1\r\nHost: HUB.example\r\nConnection: close\r\n" + basic("Tablet", folder.device().token) + "\r\n";
    CHECK(exchange(folder.port(), "GET /formList" + head).body.contains("<downloadUrl>https://hub.example/field/forms/visit/1</downloadUrl>"));
    CHECK(exchange(folder.port(), "HEAD /submission" + head).headers.value("location") == "https://hub.example/field/submission");
}

TEST_CASE("Enketo asks by HEAD whether it may, and delivers what a browser's form holds", "[hub]")
{
    ServedFolder folder;
    const Client client = folder.client(QString());
    const QByteArray who = basic("Tablet", folder.device().token);
    const Answer refused = exchange(folder.port(), client.request("HEAD", "/formList?formID=visit"));
    CHECK(refused.status == 401);
    CHECK(refused.headers.value("www-authenticate").startsWith("Basic realm="));
    const Answer may = exchange(folder.port(), client.request("HEAD", "/formList?formID=visit", who));
    CHECK(may.status == 200);
    CHECK(may.headers.value("content-length").toLongLong() > 100);
    CHECK(may.body.isEmpty());

    const Visit visit;
    const QByteArray body =
        "------WebKitFormBoundaryX\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"xml_submission_file\"\r\n"
        "Content-Type: text/xml\r\n\r\n" +
        visit.xml() +
        "\r\n------WebKitFormBoundaryX\r\nContent-Disposition: form-data; name=\"p.jpg\"; filename=\"p.jpg\"\r\n"
        "Content-Type: image/jpeg\r\n\r\njpeg\r\n------WebKitFormBoundaryX\r\nContent-Disposition: form-data; name=\"Date\"\r\n\r\n"
        "Wed, 10 Nov 2027 09:00:00 GMT\r\n------WebKitFormBoundaryX--\r\n";
    const Answer sent =
        exchange(folder.port(), client.request("POST", "/submission?deviceID=enketo.example%3Aab12",
                                               who + "Content-Type: multipart/form-data; boundary=----WebKitFormBoundaryX\r\nContent-Length: " +
                                                   QByteArray::number(body.size()) + "\r\n") +
                                    body);
    CHECK(sent.status == 201);
    CHECK(filesOf(folder).size() == 1);
}

TEST_CASE("A name and a token are as good as a token, and nothing less is", "[hub]")
{
    ServedFolder folder;
    const auto umlaut = folder.admin().addDevice(u"Gerät: Halle 3"_s);
    REQUIRE(umlaut);
    const auto status = [&](const QByteArray& authorization) {
        return exchange(folder.port(), folder.client(QString()).request("GET", "/formList", authorization)).status;
    };
    CHECK(status(basic("Tablet", folder.device().token)) == 200);
    CHECK(status(basic(folder.device().id.toLatin1(), folder.device().token)) == 200);
    CHECK(status(basic("Ger\xc3\xa4t: Halle 3", umlaut->token)) == 200);
    CHECK(status(basic("Ger\xe4t: Halle 3", umlaut->token)) == 200); // as OkHttp sends it
    CHECK(status(basic("Tablet", folder.device().token).replace("Basic", "BASIC")) == 200);
    CHECK(status(basic("Tablet", umlaut->token)) == 401);
    CHECK(status(basic("", folder.device().token)) == 401);
    CHECK(status(basic("Tablet", {})) == 401);
    CHECK(status("Authorization: Basic !!!\r\n") == 401);
    CHECK(status("Authorization: Digest username=\"Tablet\"\r\n") == 401);
}

TEST_CASE("A form is found by its id, and its older versions where they are asked for", "[hub]")
{
    ServedFolder folder;
    REQUIRE(folder.admin().publishForm(visitForm("2")));
    const QByteArray slashes = QByteArray(visitForm()).replace("id=\"visit\"", "id=\"http://example.org/50% Visit\"");
    REQUIRE(folder.admin().publishForm(slashes));
    const auto listed = [&](const QByteArray& query) {
        const auto forms = wire::parseFormList(folder.client().get("/formList" + query).body);
        REQUIRE(forms);
        QStringList all;
        for (const wire::ListedForm& form : *forms)
            all.append(form.id + u' ' + form.version);
        all.sort();
        return all;
    };
    const QString other = u"http://example.org/50% Visit 1"_s;
    CHECK(listed("?deviceID=collect%3Aa") == QStringList{other, u"visit 2"_s});
    CHECK(listed("?formID=visit&verbose=1") == QStringList{u"visit 2"_s});
    CHECK(listed("?formID=visit&listAllVersions=true") == QStringList{u"visit 1"_s, u"visit 2"_s});
    CHECK(listed("?listAllVersions=false") == QStringList{other, u"visit 2"_s});
    CHECK(listed("?formID=nobodys").isEmpty());

    const auto form = wire::parseFormList(folder.client().get("/formList?formID=http%3A%2F%2Fexample.org%2F50%25+Visit").body);
    REQUIRE(form);
    REQUIRE(form->size() == 1);
    CHECK(folder.client().get(pathOf(form->front().downloadUrl)).body.toStdString() == slashes.toStdString());
}

TEST_CASE("A record comes in chunks, or waits to be told to go on", "[hub]")
{
    ServedFolder folder;
    const Visit visit;
    const QByteArray post = folder.client().submission(visit.xml(), {{"p.jpg", QByteArray(70'000, 'p')}});
    const qsizetype end = post.indexOf("\r\n\r\n") + 4;
    const QByteArray body = post.mid(end);
    QByteArray head = post.left(end - 2);

    SECTION("in chunks")
    {
        static const QRegularExpression length(u"Content-Length: [0-9]+\r\n"_s);
        head = QString::fromLatin1(head).replace(length, u"Transfer-Encoding: chunked\r\n"_s).toLatin1();
        const qsizetype size = GENERATE(7, 1000, 100'000);
        CHECK(exchange(folder.port(), head + "\r\n" + chunked(body, size)).status == 201);
    }
    SECTION("when it is told to go on")
    {
        RawConnection connection(folder.port());
        connection.send(head + "Expect: 100-continue\r\n\r\n");
        CHECK(connection.readUntil("\r\n\r\n").startsWith("HTTP/1.1 100"));
        connection.send(body);
        CHECK(connection.readUntil("</OpenRosaResponse>").contains("HTTP/1.1 201"));
    }
    SECTION("and is not asked for where it would be refused")
    {
        RawConnection connection(folder.port());
        connection.send(head.replace(folder.device().token.toLatin1(), "guessed") + "Expect: 100-continue\r\n\r\n");
        const QByteArray answer = connection.readUntil("</OpenRosaResponse>");
        CHECK(answer.startsWith("HTTP/1.1 401"));
        CHECK(folder.admin().submissions()->isEmpty());
        return;
    }
    CHECK(folder.admin().submissions()->size() == 1);
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(QByteArray(70'000, 'p'))).status == 200);
}

TEST_CASE("Who was refused and sends on without end is hung up on", "[hub]")
{
    ServedFolder folder;
    RawConnection connection(folder.port());
    connection.send("POST /submission HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n");
    const QByteArray piece = "100000\r\n" + QByteArray(0x100000, 'x') + "\r\n";
    for (int i = 0; i < 500 && connection.socket().state() == QAbstractSocket::ConnectedState; ++i) {
        connection.send(piece);
        connection.socket().waitForBytesWritten(RawConnection::patience);
    }
    CHECK(connection.isHungUp());
    CHECK(folder.client().get("/formList").status == 200);
}

TEST_CASE("Wrong keys wait longer and longer, those that were right before do not", "[hub]")
{
    hub::KeyGuesses guesses;
    const QDateTime start = QDateTime::fromString(u"2027-11-10T09:00:00Z"_s, Qt::ISODate);
    qint64 passed = 0;
    const auto now = [&] { return start.addSecs(passed); };
    const auto wait = [&](const QString& address) { return guesses.wait(address, "hash", now()).count(); };
    guesses.noteRight("known");
    for (int i = 0; i < 5; ++i) {
        CHECK(wait(u"a"_s) == 0);
        guesses.noteWrong(u"a"_s, now());
    }
    for (const qint64 seconds : {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
        CHECK(wait(u"a"_s) == seconds);
        passed += seconds - 1;
        CHECK(wait(u"a"_s) == 1);
        passed += 1;
        CHECK(wait(u"a"_s) == 0);
        guesses.noteWrong(u"a"_s, now());
    }
    CHECK(wait(u"b"_s) == 0);
    CHECK(guesses.wait(u"a"_s, "known", now()).count() == 0);
    passed += 3601;
    guesses.noteWrong(u"b"_s, now());
    guesses.noteWrong(u"a"_s, now());
    CHECK(wait(u"a"_s) == 0); // an hour is forgiven
    passed -= 100'000;
    CHECK(wait(u"a"_s) <= 900); // somebody has set the clock
}

TEST_CASE("Many wrong keys from one address are told to wait, and shut nobody else out", "[hub]")
{
    auto passed = std::make_shared<std::atomic<int>>(0);
    hub::HubConfig config;
    config.clock = [passed] { return QDateTime::fromString(u"2027-11-10T09:00:00Z"_s, Qt::ISODate).addSecs(*passed); };
    ServedFolder folder(config);
    const auto newcomer = folder.admin().addDevice(u"Newcomer"_s);
    REQUIRE(newcomer);
    REQUIRE(folder.client().get("/formList").status == 200);
    for (int i = 0; i < 5; ++i)
        CHECK(folder.client(QString()).get("/key/guess" + QByteArray::number(i) + "/formList").status == 401);

    const Answer told = folder.client(u"another"_s).get("/formList");
    CHECK(told.status == 429);
    CHECK(told.headers.value("retry-after") == "1");
    CHECK(wire::parseResponse(told.body));
    CHECK(folder.client(newcomer->token).get("/formList").status == 429);
    CHECK(folder.client().get("/formList").status == 200);                                                               // was right before
    CHECK(folder.client(QString()).get("/formList").status == 401);                                                      // asks what is wanted
    CHECK(folder.client(newcomer->token).get("/formList", "X-Forwarded-For: 127.0.0.1, 203.0.113.7\r\n").status == 200); // the proxy names another
    *passed = 1;
    CHECK(folder.client(u"another"_s).get("/formList").status == 401);
    CHECK(folder.client(u"another"_s).get("/formList").headers.value("retry-after") == "2");
}

namespace
{

QStringList logged;

} // namespace

TEST_CASE("Keys do not get into the journal", "[hub]")
{
    logged.clear();
    QLoggingCategory::setFilterRules(u"*=true"_s);
    const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) { logged.append(text); });
    QString token;
    {
        ServedFolder folder;
        token = folder.device().token;
        const QByteArray key = "/key/" + token.toLatin1();
        CHECK(
            exchange(folder.port(), okHttpPost(key + "/submission", okHttpPart("xml_submission_file", "a.xml", "text/xml", Visit().xml()))).status ==
            201);
        CHECK(exchange(folder.port(), okHttpPost(key + "/submission", okHttpPart("xml_submission_file", "a.xml", "text/xml", "<torn"))).status ==
              400);
        CHECK(folder.client(QString()).get(key + "/nowhere").status == 404);
        CHECK(folder.client(QString()).get("/key/guessed-key/formList").status == 401);
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    CHECK_FALSE(logged.filter(u"accepted"_s).isEmpty()); // it is this hub's journal
    CHECK(logged.filter(token).isEmpty());
    CHECK(logged.filter(u"guessed-key"_s).isEmpty());
}
