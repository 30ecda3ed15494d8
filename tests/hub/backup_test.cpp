// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/hub/backup.h"
#include "sync/wire/entitypage.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <archive.h>
#include <archive_entry.h>
#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

hub::HubConfig folderOf(const QTemporaryDir& dir, const std::optional<QByteArray>& key = {})
{
    hub::HubConfig config;
    config.dataDir = dir.filePath(u"hub"_s);
    config.port = 0;
    config.databaseKey = key;
    return config;
}

QByteArray cursorOf(const QByteArray& page)
{
    return QJsonDocument::fromJson(page).object()[u"cursor"_s].toString().toLatin1();
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A tar file with one entry.
void writeTar(const QString& path, const char* name, const QByteArray& content)
{
    archive* writer = archive_write_new();
    archive_write_set_format_pax_restricted(writer);
    REQUIRE(archive_write_open_filename(writer, QFile::encodeName(path).constData()) == ARCHIVE_OK);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, content.size());
    REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
    REQUIRE(archive_write_data(writer, content.constData(), static_cast<std::size_t>(content.size())) == content.size());
    archive_entry_free(entry);
    REQUIRE(archive_write_free(writer) == ARCHIVE_OK);
}

} // namespace

TEST_CASE("A hub is restored from a backup that was taken while it served, and devices notice", "[hub][backup]")
{
    const auto key = GENERATE(std::optional<QByteArray>(), std::optional(QByteArray(32, 'k')));
    INFO((key ? "embedded, encrypted" : "stand-alone"));
    QTemporaryDir elsewhere;
    const QString file = elsewhere.filePath(u"hub.tar"_s);
    QByteArray entities, receipts;
    QString token;
    {
        hub::HubConfig config;
        config.databaseKey = key;
        ServedFolder served(config);
        token = served.device().token;
        Visit visit;
        REQUIRE(served.client().submit(visit.xml(), {{"photo.jpg", "a photo"}}).status == 201);
        entities = cursorOf(served.client().get("/v1/entities/contacts").body);
        receipts = cursorOf(served.client().get("/v1/receipts").body);

        INFO("records come in meanwhile");
        std::atomic<bool> done = false;
        std::thread others([&] {
            while (!done)
                served.client().submit(Visit{}.xml());
        });
        const Status backedUp = hub::backUp(served.config(), file);
        done = true;
        others.join();
        REQUIRE(backedUp);
        REQUIRE(served.client().submit(Visit{}.xml()).status == 201); // behind the backup
        CHECK(QFile::permissions(file).testFlag(QFileDevice::ReadGroup) == false);
        CHECK(QDir(served.dir()).entryList({u"backup-*"_s}).isEmpty());
        CHECK_FALSE(QFile::exists(file + u".part"_s));
        if (key)
            CHECK_FALSE(contentOf(file).contains("@one.example"));
    }
    QTemporaryDir dir;
    const hub::HubConfig config = folderOf(dir, key);
    REQUIRE(hub::restore(config, file));
    CHECK(QDir(config.dataDir).entryList({u"restore-*"_s}).isEmpty());
    CHECK(hub::restore(config, file).error().kind == Error::Kind::Conflict);

    const auto restored = hub::Hub::start(config);
    REQUIRE(restored);
    const Client client((*restored)->port(), token);
    const auto records = (*restored)->admin().exportSubmissions(u"visit"_s);
    REQUIRE(records);
    CHECK(records->size() >= 1);
    CHECK(client.get("/v1/blobs/" + QCryptographicHash::hash("a photo", QCryptographicHash::Sha256).toHex()).body == "a photo");

    INFO("a cursor of before is of another epoch: all of it comes anew");
    const auto page = wire::parseEntityPage(client.get("/v1/entities/contacts?since=" + entities).body);
    REQUIRE(page);
    CHECK(page->reset);
    CHECK_FALSE(page->rows.empty());

    INFO("what is new has a receipt that an old cursor still leads to");
    Visit late;
    REQUIRE(client.submit(late.xml()).status == 201);
    CHECK(client.get("/v1/receipts?since=" + receipts).body.contains(late.instance));
}

TEST_CASE("What is no whole backup makes no hub", "[hub][backup]")
{
    QTemporaryDir elsewhere;
    const QString whole = elsewhere.filePath(u"whole.tar"_s), file = elsewhere.filePath(u"other.tar"_s);
    {
        ServedFolder served;
        REQUIRE(served.client().submit(Visit{}.xml(), {{"photo.jpg", QByteArray(3'000, 'p')}}).status == 201);
        REQUIRE(hub::backUp(served.config(), whole));
    }
    const QByteArray bytes = contentOf(whole);
    QTemporaryDir dir;
    const hub::HubConfig config = folderOf(dir);
    const auto refused = [&] {
        const Status restored = hub::restore(config, file);
        REQUIRE_FALSE(restored);
        CHECK(restored.error().kind == Error::Kind::Invalid);
        CHECK_FALSE(restored.error().detail.isEmpty());
        CHECK_FALSE(QFile::exists(config.dataDir + u"/hub.db"_s));
        CHECK(QDir(config.dataDir).entryList({u"restore-*"_s}).isEmpty());
    };
    SECTION("cut off anywhere")
    {
        for (qsizetype length = 0; length + 2'048 < bytes.size(); length += bytes.size() / 23) {
            INFO(length << " of " << bytes.size());
            REQUIRE(write(file, bytes.first(length)));
            refused();
        }
    }
    SECTION("a page of the database is another one")
    {
        QByteArray changed = bytes;
        changed.replace(4'096 + 512, 512, QByteArray(512, 'x'));
        REQUIRE(write(file, changed));
        refused();
    }
    SECTION("a file has other content than its name says")
    {
        QByteArray changed = bytes;
        const qsizetype photo = changed.indexOf(QByteArray(3'000, 'p'));
        REQUIRE(photo > 0);
        changed[photo] = 'q';
        REQUIRE(write(file, changed));
        refused();
    }
    SECTION("it is something else")
    {
        REQUIRE(write(file, "not a backup"));
        refused();
        writeTar(file, "../evil", "x");
        refused();
        CHECK_FALSE(QFile::exists(dir.filePath(u"evil"_s)));
        writeTar(file, "connector.key", QByteArray(32, 'k'));
        refused();
    }
    SECTION("it is not there")
    {
        CHECK(hub::restore(config, file).error().kind == Error::Kind::NotFound);
        CHECK(hub::backUp(config, file).error().kind == Error::Kind::NotFound);
    }
}
