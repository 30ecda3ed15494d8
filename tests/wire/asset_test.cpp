// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/asset.h"

#include <QJsonArray>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::wire;
using namespace Qt::StringLiterals;

namespace
{

Asset brochure()
{
    Asset asset;
    asset.id = u"px450_brochure"_s;
    asset.title = u"PX plug-in series"_s;
    asset.folder = u"Cabinets"_s;
    asset.tags = {u"plug-in"_s, u"R290"_s};
    asset.languages = {u"en"_s, u"de"_s};
    asset.validTo = QDate(2028, 3, 31);
    asset.visibility = Asset::Visibility::Shared;
    asset.version = 3;
    asset.fileName = u"px.pdf"_s;
    asset.sha256 = QString(64, u'a');
    asset.size = 4711;
    return asset;
}

} // namespace

TEST_CASE("What is written into the row of an asset is read out of it again", "[wire]")
{
    const Asset asset = brochure();
    const auto read = assetOf(asset.id, asset.title, assetProperties(asset));
    REQUIRE(read);
    CHECK(*read == asset);
}

TEST_CASE("An asset that says nothing of its readers is for us alone", "[wire]")
{
    auto properties = assetProperties(brochure());
    properties.erase(u"visibility"_s);
    CHECK(assetOf(u"a"_s, u"A"_s, properties)->visibility == Asset::Visibility::Internal);
}

TEST_CASE("A row that could not be shown says which property is wrong", "[wire]")
{
    struct Row {
        QString property, value, said;
    };
    const auto row = GENERATE(values<Row>({
        {u"valid_to"_s, u"31.3.2028"_s, u"valid_to"_s},
        {u"valid_from"_s, u"2029-01-01"_s, u"before"_s},
        {u"kind"_s, u"song"_s, u"kind"_s},
        {u"sha256"_s, u"../../hub.db"_s, u"sha256"_s},
        {u"size"_s, u"0"_s, u"size"_s},
        {u"size"_s, u"99999999999"_s, u"size"_s},
        {u"folder"_s, QString(201, u'f'), u"folder"_s},
        {u"tags"_s, u"t "_s.repeated(51), u"tags"_s},
        {u"recalled"_s, u"3 all"_s, u"recalled"_s},
        {u"recall_reason"_s, QString(201, u'r'), u"recall_reason"_s},
        {u"earlier"_s, u"v2"_s, u"earlier"_s},
        {u"earlier"_s, u"[{\"version\": \"2\", \"kind\": \"pdf\"}]"_s, u"sha256"_s},
    }));
    auto properties = assetProperties(brochure());
    properties[row.property] = row.value;
    const auto read = assetOf(u"a"_s, u"A"_s, properties);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == Error::Kind::Invalid);
    CHECK(read.error().detail.contains(row.said));
    CHECK_FALSE(assetOf(u"a b"_s, u"A"_s, assetProperties(brochure())));
    CHECK_FALSE(assetOf(u"a"_s, u" "_s, assetProperties(brochure())));
}

TEST_CASE("A file is what its first bytes say, not what its name says", "[wire]")
{
    CHECK(*assetKindOf("%PDF-1.7\n") == AssetKind::Pdf);
    CHECK(*assetKindOf("\x89PNG\r\n\x1a\n....") == AssetKind::Picture);
    CHECK(*assetKindOf("\xff\xd8\xff\xe0") == AssetKind::Picture);
    CHECK(*assetKindOf("RIFF....WEBPVP8 ") == AssetKind::Picture);
    CHECK(*assetKindOf(QByteArray::fromHex("00000020") + "ftypisom") == AssetKind::Film);
    CHECK(*assetKindOf("\x1a\x45\xdf\xa3....") == AssetKind::Film);
    CHECK_FALSE(assetKindOf("PK\x03\x04"));
    CHECK_FALSE(assetKindOf("<html>"));
    CHECK_FALSE(assetKindOf({}));
}

TEST_CASE("An asset is offered from its first to its last day", "[wire]")
{
    Asset asset = brochure();
    CHECK(asset.offeredOn(QDate(2000, 1, 1)));
    CHECK(asset.offeredOn(QDate(2028, 3, 31)));
    CHECK_FALSE(asset.offeredOn(QDate(2028, 4, 1)));
    asset.validFrom = QDate(2027, 11, 10);
    CHECK_FALSE(asset.offeredOn(QDate(2027, 11, 9)));
    CHECK(asset.offeredOn(QDate(2027, 11, 10)));
}

TEST_CASE("The newest version that has begun is offered, and no older one comes back for it", "[wire]")
{
    Asset asset = brochure(); // version 3
    asset.validFrom = QDate(2027, 11, 1);
    asset.earlier = {{2, AssetKind::Pdf, u"px-v2.pdf"_s, QString(64, u'b'), 4000, {}, QDate(2027, 12, 31)}};
    struct Row {
        const char* note;
        QDate day;
        QList<int> recalled;
        int offered; ///< 0: nothing
    };
    const auto row = GENERATE(values<Row>({
        {"the new one begins tomorrow", QDate(2027, 10, 31), {}, 2},
        {"it has begun, although the old one is not over", QDate(2027, 11, 1), {}, 3},
        {"the old one is recalled before", QDate(2027, 10, 31), {2}, 0},
        {"the new one is recalled after it has begun", QDate(2027, 11, 1), {3}, 0},
        {"the new one is recalled before", QDate(2027, 10, 31), {3}, 2},
        {"the new one is over", QDate(2028, 4, 1), {}, 0},
    }));
    INFO(row.note);
    asset.recalled = row.recalled;
    const auto offered = asset.offeredOn(row.day);
    CHECK((offered ? offered->version : 0) == row.offered);
    if (row.offered == 2) {
        CHECK(offered->sha256 == QString(64, u'b'));
        CHECK(offered->title == asset.title);
    }
    CHECK(assetOf(asset.id, asset.title, assetProperties(asset)).value_or(Asset()) == asset);
    CHECK(asset.edition(2)->fileName == u"px-v2.pdf");
    CHECK(asset.edition(3) == &asset);
    CHECK(asset.edition(1) == nullptr);
}

TEST_CASE("An occasion pins assets by their ids, and folders of them", "[wire]")
{
    const QJsonObject both{{u"pinned"_s, QJsonObject{{u"assets"_s, QJsonArray{u"px"_s}}, {u"folders"_s, QJsonArray{u"Cabinets"_s}}}}};
    Asset asset = brochure(); // lies in that folder
    CHECK(pinsAsset(both, asset));
    asset.folder = u"Other"_s;
    CHECK_FALSE(pinsAsset(both, asset));
    asset.id = u"px"_s;
    CHECK(pinsAsset(both, asset));
    CHECK_FALSE(pinsAsset({}, asset));
}
