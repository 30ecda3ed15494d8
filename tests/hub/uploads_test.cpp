// SPDX-License-Identifier: Apache-2.0
// Files that come after their record: HEAD and PATCH /v1/uploads/{sha256}.
#include "hub/hubsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QThread>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray film(qsizetype size = 300'000)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(at * 7 + at / 4099);
    return bytes;
}

qint64 offsetOf(const Answer& answer)
{
    return answer.headers.value("upload-offset", "-1").toLongLong();
}

QJsonObject submissionOf(ServedFolder& folder, const Visit& visit)
{
    const QJsonArray all = folder.admin().submissions().value_or({});
    for (const QJsonValue& one : all) {
        if (one[u"instance"_s].toString().toLatin1() == visit.instance)
            return one.toObject();
    }
    return {};
}

hub::HubConfig hubOf(bool embedded)
{
    hub::HubConfig config;
    if (embedded)
        config.databaseKey = QByteArray(32, 'k');
    return config;
}

/// Nothing in the hub's folder tells what is in the file.
bool isReadableIn(const QString& folder, const QByteArray& words)
{
    bool found = false;
    for (const char* below : {"/uploads", "/blobs"}) {
        const QDir dir(folder + QLatin1String(below));
        for (const QString& name : dir.entryList(QDir::Files | QDir::Hidden)) {
            QFile file(dir.filePath(name));
            found |= file.open(QIODevice::ReadOnly) && file.readAll().contains(words);
        }
    }
    return found;
}

} // namespace

TEST_CASE("Answers come first, their files piece by piece after them, also over a new start of the hub", "[hub][uploads]")
{
    const bool embedded = GENERATE(false, true);
    INFO("embedded " << embedded);
    ServedFolder folder(hubOf(embedded));
    const Visit visit;
    const Client::File picture{"p.jpg", QByteArray("Wilhelmine's signature ").repeated(9000)}, note{"n.txt", "short"};
    const QByteArray hash = sha256Of(picture.content), claims = announcing({picture, note});
    const Answer received = folder.client().submit(visit.xml(), {}, claims);
    CHECK(received.status == 201);
    CHECK(received.headers.value("x-rapport-missing") == "2");
    CHECK(submissionOf(folder, visit)[u"files_missing"_s].toInt() == 2);
    CHECK(folder.client().get("/v1/blobs/" + hash).status == 404);

    const Answer nothing = folder.client().head("/v1/uploads/" + hash);
    CHECK(nothing.status == 200);
    CHECK(offsetOf(nothing) == 0);
    CHECK(nothing.headers.value("upload-length").toLongLong() == picture.content.size());
    const Answer begun = folder.client().patch(hash, "0", picture.content.left(100'001)); // no round number
    CHECK(begun.status == 204);
    CHECK(offsetOf(begun) == 100'001);
    CHECK(isReadableIn(folder.dir(), "Wilhelmine") != embedded);
    folder.stop();
    folder.start();
    CHECK(offsetOf(folder.client().head("/v1/uploads/" + hash)) == 100'001);
    const Answer elsewhere = folder.client().patch(hash, "0", picture.content);
    CHECK(elsewhere.status == 409);
    CHECK(offsetOf(elsewhere) == 100'001);
    CHECK(folder.client().patch(hash, "100001", picture.content.mid(100'001)).status == 204);
    CHECK(folder.client().get("/v1/blobs/" + hash).body == picture.content);
    CHECK(isReadableIn(folder.dir(), "Wilhelmine") != embedded);
    CHECK(submissionOf(folder, visit)[u"files_missing"_s].toInt() == 1);

    CHECK(folder.client().submit(visit.xml(), {}, claims).headers.value("x-rapport-missing") == "1");
    CHECK(folder.client().patch(sha256Of(note.content), "0", note.content).status == 204);
    const Answer again = folder.client().submit(visit.xml(), {}, claims);
    CHECK(again.status == 201);
    CHECK(again.headers.value("x-rapport-missing") == "0");
    CHECK_FALSE(submissionOf(folder, visit).contains(u"files_missing"_s));
    CHECK(folder.admin().submissions()->size() == 1);
    CHECK(QDir(folder.dir() + u"/uploads"_s).isEmpty());
    CHECK(offsetOf(folder.client().head("/v1/uploads/" + hash)) == picture.content.size()); // its answer may have been lost
}

TEST_CASE("A piece that is not what it should be is refused, and what is here stays", "[hub][uploads]")
{
    ServedFolder folder;
    const Client::File picture{"p.jpg", film()};
    const QByteArray hash = sha256Of(picture.content), first = picture.content.left(1000), address = "/v1/uploads/" + hash;
    REQUIRE(folder.client().submit(Visit().xml(), {}, announcing({picture})).status == 201);
    REQUIRE(folder.client().patch(hash, "0", first).status == 204);
    const Client client = folder.client(), stranger = folder.client(u"nobody's token"_s);
    const QByteArray typed = "Content-Type: application/offset+octet-stream\r\nContent-Length: 1\r\n";
    struct Row {
        const char* note;
        QByteArray request;
        int status;
    };
    const std::vector<Row> rows{
        {"an offset before it", client.piece(hash, "999", 1) + "x", 409},
        {"an offset behind it", client.piece(hash, "1001", 1) + "x", 409},
        {"no offset", client.request("PATCH", address, typed) + "x", 400},
        {"a negative offset", client.piece(hash, "-1", 1) + "x", 400},
        {"an offset with a sign", client.piece(hash, "+1000", 1) + "x", 400},
        {"an offset without bounds", client.piece(hash, QByteArray(400, '9'), 1) + "x", 400},
        {"another content type", client.request("PATCH", address, "Content-Type: text/plain\r\nUpload-Offset: 1000\r\nContent-Length: 1\r\n") + "x",
         415},
        {"more than was announced", client.piece(hash, "1000", picture.content.size()) + picture.content, 413},
        {"a file that no record has announced", client.piece(sha256Of("other"), "0", 5) + "other", 404},
        {"a name that is no hash", client.piece("../../hub.db", "0", 1) + "x", 404},
        {"another token", stranger.piece(hash, "1000", 1) + "x", 401},
        {"another method", client.request("POST", address, typed) + "x", 404},
    };
    for (const Row& row : rows) {
        INFO(row.note);
        CHECK(exchange(folder.port(), row.request).status == row.status);
        CHECK(offsetOf(client.head(address)) == 1000);
    }
    SECTION("and it goes on")
    {
        CHECK(client.patch(hash, "1000", picture.content.mid(1000)).status == 204);
    }
    SECTION("but what does not say how long it is may be too long only at its end")
    {
        const QByteArray length = QByteArray::number(picture.content.size(), 16);
        const QByteArray chunked = "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 1000\r\nTransfer-Encoding: chunked\r\n";
        CHECK(exchange(folder.port(), client.request("PATCH", address, chunked) + length + "\r\n" + picture.content + "\r\n0\r\n\r\n").status == 413);
        const qint64 here = offsetOf(client.head(address));
        CHECK(client.patch(hash, QByteArray::number(here), picture.content.mid(here)).status == 460); // its own bytes are not those of that file
        CHECK(client.patch(hash, "0", picture.content).status == 204);
    }
}

TEST_CASE("What another device has sent is as if it were not here", "[hub][uploads]")
{
    ServedFolder folder;
    const auto other = folder.admin().addDevice(u"Another tablet"_s);
    REQUIRE(other);
    const Client mine = folder.client(), theirs = folder.client(other->token);
    const Client::File picture{"p.jpg", film()};
    const QByteArray hash = sha256Of(picture.content), address = "/v1/uploads/" + hash;
    REQUIRE(mine.submit(Visit().xml(), {}, announcing({picture})).status == 201);
    REQUIRE(mine.patch(hash, "0", picture.content.left(1000)).status == 204);
    CHECK(theirs.head(address).status == 404);
    CHECK(theirs.head(address).headers.value("upload-length").isEmpty());
    CHECK(theirs.patch(hash, "1000", picture.content.mid(1000)).status == 404);
    REQUIRE(mine.patch(hash, "1000", picture.content.mid(1000)).status == 204);

    CHECK(theirs.head(address).status == 404);
    CHECK(theirs.submit(Visit().xml(), {}, announcing({picture})).headers.value("x-rapport-missing") == "1");
    CHECK(offsetOf(theirs.head(address)) == 0);
    CHECK(theirs.patch(hash, "0", "guessed").status == 204); // it has to bring all of it
    CHECK(theirs.patch(hash, "7", picture.content.mid(7)).status == 460);
    CHECK(theirs.patch(hash, "0", picture.content).status == 204);
}

TEST_CASE("A file that this device has sent before need not come again", "[hub][uploads]")
{
    ServedFolder folder;
    const Client::File picture{"p.jpg", film()}, same{"again.jpg", picture.content};
    const Visit first;
    Visit correction = first;
    correction.instance = "uuid:" + uuid();
    correction.corrects = first.instance;
    SECTION("piece by piece")
    {
        REQUIRE(folder.client().submit(first.xml(), {}, announcing({picture})).status == 201);
        CHECK(folder.client().submit(correction.xml(), {}, announcing({same})).headers.value("x-rapport-missing") == "1");
        REQUIRE(folder.client().patch(sha256Of(picture.content), "0", picture.content).status == 204);
        CHECK_FALSE(submissionOf(folder, correction).contains(u"files_missing"_s)); // both have waited for it
    }
    SECTION("with its record, as OpenRosa clients do")
    {
        REQUIRE(folder.client().submit(first.xml(), {picture}).status == 201);
        CHECK(folder.client().submit(correction.xml(), {}, announcing({same})).headers.value("x-rapport-missing") == "0");
    }
    CHECK_FALSE(submissionOf(folder, first).contains(u"files_missing"_s));
    CHECK(folder.client().submit(correction.xml(), {}, announcing({same})).headers.value("x-rapport-missing") == "0");
}

TEST_CASE("A name stands for one file, whichever way it comes", "[hub][uploads]")
{
    ServedFolder folder;
    const Visit visit;
    const Client::File picture{"p.jpg", film()}, other{"p.jpg", "another"};
    SECTION("what was announced comes with a record instead")
    {
        REQUIRE(folder.client().submit(visit.xml(), {}, announcing({picture})).status == 201);
        CHECK(folder.client().submit(visit.xml(), {picture}).status == 201);
        CHECK(offsetOf(folder.client().head("/v1/uploads/" + sha256Of(picture.content))) == picture.content.size());
        CHECK(folder.client().submit(visit.xml(), {}, announcing({other})).status == 409); // it is here already
    }
    SECTION("what was announced and has not come gives way")
    {
        REQUIRE(folder.client().submit(visit.xml(), {}, announcing({other})).status == 201);
        CHECK(folder.client().submit(visit.xml(), {}, announcing({picture})).status == 201);
        CHECK(folder.client().head("/v1/uploads/" + sha256Of(other.content)).status == 404);
        CHECK(folder.client().patch(sha256Of(picture.content), "0", picture.content).status == 204);
    }
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(picture.content)).status == 200);
    CHECK_FALSE(submissionOf(folder, visit).contains(u"files_missing"_s));
}

TEST_CASE("Another file's bytes are put away, and it begins anew", "[hub][uploads]")
{
    const bool embedded = GENERATE(false, true);
    ServedFolder folder(hubOf(embedded));
    const Client::File picture{"p.jpg", film()};
    const QByteArray hash = sha256Of(picture.content);
    REQUIRE(folder.client().submit(Visit().xml(), {}, announcing({picture})).status == 201);
    const Answer wrong = folder.client().patch(hash, "0", QByteArray(picture.content.size(), 'w'));
    CHECK(wrong.status == 460);
    CHECK(offsetOf(wrong) == 0);
    CHECK(offsetOf(folder.client().head("/v1/uploads/" + hash)) == 0);
    CHECK(folder.client().get("/v1/blobs/" + hash).status == 404);
    CHECK(folder.client().patch(hash, "0", picture.content).status == 204);
    CHECK(folder.client().get("/v1/blobs/" + hash).body == picture.content);
}

TEST_CASE("An empty file is a file", "[hub][uploads]")
{
    ServedFolder folder(hubOf(GENERATE(false, true)));
    REQUIRE(folder.client().submit(Visit().xml(), {}, announcing({{"e.txt", {}}})).headers.value("x-rapport-missing") == "1");
    CHECK(folder.client().patch(sha256Of({}), "0", {}).status == 204);
    CHECK(folder.client().get("/v1/blobs/" + sha256Of({})).status == 200);
}

TEST_CASE("What came before a connection was cut is kept, byte by byte", "[hub][uploads]")
{
    ServedFolder folder(hubOf(GENERATE(false, true)));
    const Client::File picture{"p.jpg", film(2'000'000)};
    const QByteArray hash = sha256Of(picture.content), address = "/v1/uploads/" + hash;
    REQUIRE(folder.client().submit(Visit().xml(), {}, announcing({picture})).status == 201);
    qint64 here = 0, brought = 0;
    for (const qint64 cutAfter : {1, 63, 64, 65, 4096, 65'537, 700'000, 1'000'000}) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, folder.port());
        REQUIRE(socket.waitForConnected());
        socket.write(folder.client().piece(hash, QByteArray::number(here), picture.content.size() - here) + picture.content.mid(here, cutAfter));
        while (socket.bytesToWrite() > 0)
            REQUIRE(socket.waitForBytesWritten());
        socket.disconnectFromHost();
        brought += std::min(cutAfter, picture.content.size() - here);
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 5000 && here < brought; QThread::msleep(5))
            here = offsetOf(folder.client().head(address));
        CHECK(here == brought); // nothing that arrived comes again
    }
    CHECK(folder.client().patch(hash, QByteArray::number(here), picture.content.mid(here)).status == 204);
    CHECK(folder.client().get("/v1/blobs/" + hash).body == picture.content);
}

TEST_CASE("Two that bring the same file at once disturb each other, never the file", "[hub][uploads]")
{
    ServedFolder folder;
    const Client::File picture{"p.jpg", film(1'000'000)};
    const QByteArray hash = sha256Of(picture.content);
    REQUIRE(folder.client().submit(Visit().xml(), {}, announcing({picture})).status == 201);
    QTcpSocket lingering; // its device has lost it, the hub has not noticed
    lingering.connectToHost(u"127.0.0.1"_s, folder.port());
    REQUIRE(lingering.waitForConnected());
    lingering.write(folder.client().piece(hash, "0", picture.content.size()) + picture.content.left(100'000));
    while (lingering.bytesToWrite() > 0)
        REQUIRE(lingering.waitForBytesWritten());
    QElapsedTimer timer;
    timer.start();
    while (offsetOf(folder.client().head("/v1/uploads/" + hash)) < 100'000 && timer.elapsed() < 5000)
        QThread::msleep(5);
    CHECK(folder.client().patch(hash, "100000", picture.content.mid(100'000, 50'000)).status == 204);
    lingering.write(picture.content.mid(100'000));
    REQUIRE(lingering.waitForReadyRead(10'000));
    CHECK(lingering.readAll().startsWith("HTTP/1.1 409"));
    CHECK(folder.client().patch(hash, "150000", picture.content.mid(150'000)).status == 204);
    CHECK(folder.client().get("/v1/blobs/" + hash).body == picture.content);
}

TEST_CASE("A device leaves no more unfinished here than it may", "[hub][uploads]")
{
    hub::HubConfig config;
    config.uploads = {400'000, 2, std::chrono::seconds(3600)};
    QDateTime now = QDateTime::currentDateTimeUtc();
    config.clock = [&now] { return now; };
    ServedFolder folder(config);
    const std::vector<Client::File> files{{"a", "aaaa"}, {"b", "bbbb"}, {"c", "cccc"}};
    REQUIRE(folder.client().submit(Visit().xml(), {}, announcing(files)).status == 201);
    CHECK(folder.client().patch(sha256Of("aaaa"), "0", "aa").status == 204);
    CHECK(folder.client().patch(sha256Of("bbbb"), "0", "bb").status == 204);
    CHECK(folder.client().patch(sha256Of("cccc"), "0", "cc").status == 429);
    CHECK(folder.client().patch(sha256Of("aaaa"), "2", "aa").status == 204);
    CHECK(folder.client().patch(sha256Of("cccc"), "0", "cc").status == 204);
    CHECK(folder.client().submit(Visit().xml(), {}, announcing({{"large", QByteArray(400'001, 'l')}})).status == 413);

    now = now.addSecs(3000); // within an hour it goes on, after it it begins anew
    folder.stop();
    folder.start();
    CHECK(offsetOf(folder.client().head("/v1/uploads/" + sha256Of("bbbb"))) == 2);
    now = now.addSecs(3000);
    folder.stop();
    folder.start();
    CHECK(offsetOf(folder.client().head("/v1/uploads/" + sha256Of("bbbb"))) == 0);
    CHECK(folder.client().patch(sha256Of("bbbb"), "0", "bbbb").status == 204);
}
