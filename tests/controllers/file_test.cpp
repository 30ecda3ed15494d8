// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/filealbum.h"
#include "app/controllers/filewords.h"
#include "talk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;

namespace
{

/// A conversation that asks for a file and a film.
struct Folder {
    Folder() : talk(desk)
    {
        const QByteArray xml =
            R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Files</h:title>
            <model><instance><data id="files" version="1"><sheet/><film/><meta><instanceID/></meta></data></instance>
            <bind nodeset="/data/sheet" type="binary"/><bind nodeset="/data/film" type="binary"/></model></h:head><h:body>
            <upload ref="/data/sheet" mediatype="application/*"><label>Sheet</label></upload>
            <upload ref="/data/film" mediatype="video/*"><label>Film</label></upload></h:body></h:html>)xml";
        REQUIRE(desk.store->putForm({QStringLiteral("files"), QStringLiteral("1"), QStringLiteral("h"), QStringLiteral("Files"), xml}));
        talk.controller.startForm(QStringLiteral("files"), {});
        sheet = talk.id(QStringLiteral("sheet"));
        film = talk.id(QStringLiteral("film"));
    }

    QString value(const char* name = "sheet") const { return talk.of(QLatin1String(name), "value").toString(); }
    QVariant extra(const char* key) const { return talk.of(QStringLiteral("sheet"), "extra").toMap()[QLatin1String(key)]; }
    QString problem() const { return talk.of(QStringLiteral("sheet"), "problem").toString(); }
    bool kept()
    {
        return eventually([&] { return !extra("preparing").toBool(); });
    }
    QString path(const char* name) const { return files.filePath(QLatin1String(name)); }
    QUrl write(const char* name, const QByteArray& content) const
    {
        QFile out(path(name));
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(content);
        return QUrl::fromLocalFile(out.fileName());
    }

    const Desk desk;
    tests::Talk talk;
    QTemporaryDir files;
    int sheet = 0, film = 0;
};

QByteArray pattern(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (int at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(at * 31 + at / 977);
    return bytes;
}

} // namespace

TEST_CASE("A picked file is an answer once it lies sealed in the store, and travels with the conversation", "[file]")
{
    Folder folder;
    const QByteArray content = pattern(3'000'000), film = pattern(500'000);
    folder.talk.controller.pickFile(folder.sheet, folder.write("Data sheet (PX-450).pdf", content));
    CHECK(folder.extra("preparing").toBool());
    REQUIRE(folder.kept());
    CHECK(folder.value().startsWith(QStringLiteral("Data_sheet_(PX-450)-")));
    CHECK(folder.extra("fileName") == QStringLiteral("Data_sheet_(PX-450).pdf"));
    CHECK(folder.extra("fileDetail") == sizeText(3'000'000));
    CHECK(folder.extra("glyph") == QStringLiteral("pdf"));
    const auto id = folder.talk.draft().id;
    CHECK(*folder.desk.store->attachment(id, folder.value()) == content);

    folder.talk.controller.pickFile(folder.film, folder.write("door.mp4", film));
    folder.talk.controller.finish(); // waits for it
    REQUIRE(eventually([&] { return !folder.talk.controller.isOpen(); }));
    const auto sent = folder.desk.store->attachments(id);
    REQUIRE(sent->size() == 2);
    for (const store::StoredAttachment& one : *sent) {
        const bool isFilm = one.name.startsWith(QStringLiteral("door-"));
        CHECK(one.mediaType == (isFilm ? QStringLiteral("video/mp4") : QStringLiteral("application/pdf")));
        CHECK(*folder.desk.store->attachment(id, one.name) == (isFilm ? film : content));
    }
    QDir sealed(folder.desk.dir.filePath(QStringLiteral("files")));
    for (const QString& name : sealed.entryList(QDir::Files)) {
        QFile file(sealed.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains(content.mid(1000, 64)));
    }
}

TEST_CASE("A file that cannot be kept says why, leaves what is there, and stands in nobody's way", "[file]")
{
    Folder folder;
    folder.talk.controller.pickFile(folder.sheet, folder.write("first.pdf", "the first one"));
    REQUIRE(folder.kept());
    const QString before = folder.value();
    SECTION("it is gone")
    {
        folder.talk.controller.pickFile(folder.sheet, QUrl::fromLocalFile(folder.path("gone.pdf")));
        REQUIRE(folder.kept());
        CHECK(folder.problem() == QStringLiteral("This file cannot be opened any more. Please pick another one."));
    }
    SECTION("it is empty")
    {
        folder.talk.controller.pickFile(folder.sheet, folder.write("empty.pdf", {}));
        REQUIRE(folder.kept());
        CHECK(folder.problem() == QStringLiteral("This file is empty or larger than 200 MB. Please pick another one."));
    }
    SECTION("it is too large")
    {
        QFile large(folder.path("large.mp4"));
        REQUIRE(large.open(QIODevice::WriteOnly));
        REQUIRE(large.resize(largestFile + 1));
        folder.talk.controller.pickFile(folder.sheet, QUrl::fromLocalFile(large.fileName()));
        REQUIRE(folder.kept());
        CHECK(folder.problem() == QStringLiteral("This file is empty or larger than 200 MB. Please pick another one."));
    }
    CHECK(folder.value() == before);
    folder.talk.controller.finish();
    CHECK(eventually([&] { return !folder.talk.controller.isOpen(); }));
}

TEST_CASE("The files that a form accepts are offered, newest first", "[file]")
{
    QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    const QDateTime now = QDateTime::currentDateTime();
    const auto add = [&](const char* name, int daysAgo) {
        QFile file(home.filePath(QLatin1String(name)));
        REQUIRE(QDir().mkpath(QFileInfo(file).path()));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.setFileTime(now.addDays(-daysAgo), QFileDevice::FileModificationTime));
    };
    add("Documents/contract.docx", 1);
    add("Documents/plans/sheet.pdf", 3);
    add("Downloads/noise.m4a", 2);
    add("Music/song.mp3", 4);
    add("Videos/door.mp4", 5);
    struct Row {
        const char* accept;
        QStringList names;
    };
    const auto row =
        GENERATE(values<Row>({{"audio/*", {QStringLiteral("noise.m4a"), QStringLiteral("song.mp3")}},
                              {"video/*", {QStringLiteral("door.mp4")}},
                              {".pdf, .DOCX", {QStringLiteral("contract.docx"), QStringLiteral("sheet.pdf")}},
                              {"application/*", {QStringLiteral("contract.docx"), QStringLiteral("noise.m4a"), QStringLiteral("sheet.pdf")}},
                              {"audio/x-nothing", {}}}));
    INFO(row.accept);
    FileAlbum album;
    album.list(QLatin1String(row.accept));
    CHECK(eventually([&] { return album.files()->count() == row.names.size() && (!row.names.isEmpty() || !album.text().isEmpty()); }));
    QStringList names;
    for (int at = 0; at < album.files()->count(); ++at)
        names.append(album.files()->value(at, "name").toString());
    CHECK(names == row.names);
    qputenv("HOME", before);
}

TEST_CASE("A length and a name are said as people say them", "[file]")
{
    using namespace std::chrono_literals;
    CHECK(clockText(42s) == QStringLiteral("0:42"));
    CHECK(clockText(61min + 5s) == QStringLiteral("61:05"));
    CHECK(shownFileName(QStringLiteral("door-1794300000000.mp4")) == QStringLiteral("door.mp4"));
    CHECK(shownFileName(QStringLiteral("noise-1794300000000")) == QStringLiteral("noise"));
    CHECK(shownFileName(QStringLiteral("door.mp4")) == QStringLiteral("door.mp4"));
}
