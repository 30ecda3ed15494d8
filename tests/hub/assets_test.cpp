// SPDX-License-Identifier: Apache-2.0
// Content that the office hands out, and who may have it.
#include "hub/hubsupport.h"
#include "sync/hub/assets.h"
#include "sync/wire/asset.h"
#include "sync/wire/entitypage.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray brochure = "%PDF-1.7\n" + QByteArray(300'000, 'b'), film = QByteArray::fromHex("00000020") + "ftypisom" + QByteArray(900'000, 'f');

QString write(const QTemporaryDir& dir, const QString& name, const QByteArray& content)
{
    QFile file(dir.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

std::vector<wire::EntityRow> assetsOn(const Client& client)
{
    const auto page = wire::parseEntityPage(client.get("/v1/entities/assets?since=").body);
    REQUIRE(page);
    return page->rows;
}

QByteArray occasion(const QByteArray& filter)
{
    return R"({"id": "fair", "title": "Fair", "lists": [{"name": "assets", "filter": ")" + filter + "\"}]}";
}

} // namespace

TEST_CASE("What the office hands out stands in the list of assets, and its file is served by its hash", "[hub][assets]")
{
    const auto key = GENERATE(values<std::optional<QByteArray>>({std::nullopt, QByteArray(32, 'k')}));
    hub::HubConfig config;
    config.databaseKey = key;
    ServedFolder folder(config);
    QTemporaryDir files;
    hub::AssetWords words;
    words.id = u"px"_s;
    words.title = u"PX plug-in series"_s;
    words.tags = u"plug-in  R290"_s;
    words.visibility = u"shared"_s;
    words.validTo = u"2028-03-31"_s;
    const auto added = hub::putAsset(folder.admin(), words, write(files, u"px.pdf"_s, brochure));
    REQUIRE(added);
    CHECK((*added)[u"version"_s].toString() == u"1");
    const auto rows = assetsOn(folder.client());
    REQUIRE(rows.size() == 1);
    const auto asset = wire::assetOf(rows[0].id, rows[0].label, rows[0].properties);
    REQUIRE(asset);
    CHECK(asset->title == u"PX plug-in series");
    CHECK(asset->tags == QStringList{u"plug-in"_s, u"R290"_s});
    CHECK(asset->sha256.toLatin1() == sha256Of(brochure));
    CHECK(asset->size == brochure.size());
    const Answer whole = folder.client().get("/v1/blobs/" + asset->sha256.toLatin1());
    CHECK(whole.status == 200);
    CHECK(whole.body == brochure);

    struct Row {
        QByteArray range;
        int status;
        QByteArray body, where;
    };
    const QByteArray size = QByteArray::number(brochure.size());
    const auto row = GENERATE_COPY(values<Row>({
        {"bytes=0-9", 206, brochure.left(10), "bytes 0-9/" + size},
        {"bytes=100000-199999", 206, brochure.mid(100'000, 100'000), "bytes 100000-199999/" + size},
        {"bytes=300000-", 206, brochure.mid(300'000), "bytes 300000-" + QByteArray::number(brochure.size() - 1) + '/' + size},
        {"bytes=299999-999999999", 206, brochure.mid(299'999), "bytes 299999-" + QByteArray::number(brochure.size() - 1) + '/' + size},
        {"bytes=" + size + "-", 416, {}, "bytes */" + size},
        {"bytes=9-3", 200, brochure, {}},
        {"bytes=0-1,4-5", 200, brochure, {}}, // several are more than we know: the whole is right
        {"pages=1-2", 200, brochure, {}},
    }));
    INFO(row.range.toStdString());
    const Answer piece = folder.client().get("/v1/blobs/" + asset->sha256.toLatin1(), "Range: " + row.range + "\r\n");
    CHECK(piece.status == row.status);
    CHECK(piece.headers.value("content-range") == row.where);
    if (row.status != 416)
        CHECK(bool(piece.body == row.body));
}

TEST_CASE("A range of something that has changed is the whole of it", "[hub][assets]")
{
    ServedFolder folder;
    QTemporaryDir files;
    REQUIRE(hub::putAsset(folder.admin(), {}, write(files, u"px.pdf"_s, brochure)));
    const QByteArray path = "/v1/blobs/" + sha256Of(brochure);
    CHECK(folder.client().get(path, "Range: bytes=0-9\r\nIf-Range: \"" + sha256Of(brochure) + "\"\r\n").status == 206);
    CHECK(folder.client().get(path, "Range: bytes=0-9\r\nIf-Range: \"another\"\r\n").status == 200);
}

TEST_CASE("The next file of an asset is its next version; other words are none", "[hub][assets]")
{
    ServedFolder folder;
    QTemporaryDir files;
    hub::AssetWords words;
    words.id = u"px"_s;
    words.folder = u"Cabinets"_s;
    REQUIRE(hub::putAsset(folder.admin(), words, write(files, u"px.pdf"_s, brochure)));
    words.folder.reset();
    words.title = u"Another title"_s;
    REQUIRE(hub::putAsset(folder.admin(), words, {}));
    CHECK(hub::assets(folder.admin()).value_or({})[0][u"version"_s].toString() == u"1");
    const auto next = hub::putAsset(folder.admin(), {u"px"_s, {}, {}, {}, {}, {}, {}, {}}, write(files, u"film.mp4"_s, film));
    REQUIRE(next);
    CHECK((*next)[u"version"_s].toString() == u"2");
    CHECK((*next)[u"kind"_s].toString() == u"film");
    CHECK((*next)[u"title"_s].toString() == u"Another title");
    CHECK((*next)[u"folder"_s].toString() == u"Cabinets");
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(film)).status == 200);
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 404); // nobody holds that version any more
}

TEST_CASE("A file that is not for a device is not there for it, and neither is one that was withdrawn", "[hub][assets]")
{
    ServedFolder folder;
    QTemporaryDir files;
    REQUIRE(folder.admin().putOccasion(occasion("folder = 'Cabinets'")));
    hub::AssetWords words;
    words.id = u"px"_s;
    words.folder = u"Cabinets"_s;
    REQUIRE(hub::putAsset(folder.admin(), words, write(files, u"px.pdf"_s, brochure)));
    words.id = u"secret"_s;
    words.folder = u"Board"_s;
    REQUIRE(hub::putAsset(folder.admin(), words, write(files, u"film.mp4"_s, film)));
    REQUIRE(assetsOn(folder.client()).size() == 1);
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 200);
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(film)).status == 404);
    CHECK(folder.client(u"guessed"_s).get("/v1/blobs/" + sha256Of(brochure)).status == 401);
    REQUIRE(hub::withdrawAsset(folder.admin(), u"px"_s));
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 404);
    CHECK(hub::assets(folder.admin())->size() == 1);
    CHECK(hub::withdrawAsset(folder.admin(), u"px"_s).error().kind == Error::Kind::NotFound);
}

TEST_CASE("What cannot be handed out is refused in a sentence, and nothing of it is kept", "[hub][assets]")
{
    ServedFolder folder;
    QTemporaryDir files;
    struct Row {
        QByteArray content;
        hub::AssetWords words;
        QString said;
    };
    const auto row = GENERATE(values<Row>({
        {"PK\x03\x04 a workbook", {}, u"no PDF"_s},
        {"", {}, u"no PDF"_s},
        {brochure, {u"a b"_s, {}, {}, {}, {}, {}, {}, {}}, u"id"_s},
        {brochure, {u"a"_s, QString(201, u't'), {}, {}, {}, {}, {}, {}}, u"title"_s},
        {brochure, {u"a"_s, {}, {}, {}, {}, {}, u"soon"_s, {}}, u"soon"_s},
        {brochure, {u"a"_s, {}, {}, {}, {}, u"2028-01-01"_s, u"2027-01-01"_s, {}}, u"before"_s},
        {brochure, {u"a"_s, {}, {}, {}, {}, {}, {}, u"everybody"_s}, u"shared"_s},
    }));
    const auto refused = hub::putAsset(folder.admin(), row.words, write(files, u"x"_s, row.content));
    REQUIRE_FALSE(refused);
    INFO(refused.error().detail.toStdString());
    CHECK(refused.error().detail.contains(row.said));
    CHECK(hub::assets(folder.admin())->isEmpty());
    CHECK_FALSE(hub::putAsset(folder.admin(), {u"nobody"_s, u"Words only"_s, {}, {}, {}, {}, {}, {}}, {}));
    CHECK_FALSE(hub::putAsset(folder.admin(), {}, files.filePath(u"missing.pdf"_s)));
}

TEST_CASE("Until the next version begins, the one before stays to be had", "[hub][assets]")
{
    ServedFolder folder;
    QTemporaryDir files;
    const QDate today = QDate::currentDate();
    hub::AssetWords words;
    words.id = u"px"_s;
    REQUIRE(hub::putAsset(folder.admin(), words, write(files, u"px.pdf"_s, brochure)));
    words.validFrom = today.addDays(7).toString(Qt::ISODate);
    REQUIRE(hub::putAsset(folder.admin(), words, write(files, u"film.mp4"_s, film)));

    const auto rows = assetsOn(folder.client());
    REQUIRE(rows.size() == 1);
    const auto asset = wire::assetOf(rows[0].id, rows[0].label, rows[0].properties);
    REQUIRE(asset);
    CHECK(asset->offeredOn(today)->version == 1);
    CHECK(asset->offeredOn(today.addDays(7))->version == 2);
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 200);
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(film)).status == 200);

    INFO("other words keep both; when it begins at once, the one before goes");
    REQUIRE(hub::putAsset(folder.admin(), {u"px"_s, u"PX"_s, {}, {}, {}, {}, {}, {}}, {}));
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 200);
    REQUIRE(hub::putAsset(folder.admin(), {u"px"_s, {}, {}, {}, {}, today.addDays(-1).toString(Qt::ISODate), {}, {}}, {}));
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 404);
}

TEST_CASE("A version that is recalled is not to be had, its next one is", "[hub][assets]")
{
    ServedFolder folder;
    QTemporaryDir files;
    hub::AssetWords words;
    words.id = u"sheet"_s;
    REQUIRE(hub::putAsset(folder.admin(), words, write(files, u"px.pdf"_s, brochure)));
    const auto recalled = hub::recallAsset(folder.admin(), u"sheet"_s, {}, u"Error in a table"_s);
    REQUIRE(recalled);
    CHECK((*recalled)[u"recalled"_s].toString() == u"1");
    CHECK((*recalled)[u"recall_reason"_s].toString() == u"Error in a table");
    CHECK(assetsOn(folder.client()).size() == 1); // devices hear which version it is
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 404);

    INFO("the same file again is its next version");
    const auto next = hub::putAsset(folder.admin(), words, write(files, u"px.pdf"_s, brochure));
    REQUIRE(next);
    CHECK((*next)[u"version"_s].toString() == u"2");
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 200);
    CHECK(hub::recallAsset(folder.admin(), u"sheet"_s, 1, {}));
    CHECK(folder.client().get("/v1/blobs/" + sha256Of(brochure)).status == 200);
    CHECK(hub::recallAsset(folder.admin(), u"sheet"_s, 3, {}).error().kind == Error::Kind::Invalid);
    CHECK(hub::recallAsset(folder.admin(), u"nothing"_s, {}, {}).error().kind == Error::Kind::NotFound);
}
