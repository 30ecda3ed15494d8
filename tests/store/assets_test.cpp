// SPDX-License-Identifier: Apache-2.0
// Content on a device: its files come in pieces and stay or go by rules; titles and pages are found while somebody types.
#include "store/folder.h"
#include "sync/store/assets.h"

#include <QCryptographicHash>
#include <QDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

/// An asset and the bytes of its file.
struct Content {
    wire::Asset asset;
    QByteArray bytes;
};

Content content(const QString& id, qsizetype size, const QString& title = u"A brochure"_s)
{
    Content out;
    out.bytes = QByteArray(size, id.at(0).toLatin1());
    out.asset.id = id;
    out.asset.title = title;
    out.asset.fileName = id + u".pdf"_s;
    out.asset.size = size;
    out.asset.sha256 = QString::fromLatin1(QCryptographicHash::hash(out.bytes, QCryptographicHash::Sha256).toHex());
    return out;
}

void list(store::Store& store, const std::vector<Content>& all, bool fromBeginning = false)
{
    store::EntityPull pull{wire::assetList, {}, "c", fromBeginning, true};
    for (const Content& one : all)
        pull.rows.push_back({wire::assetList, one.asset.id, one.asset.title, one.asset.version, {}, {}, wire::assetProperties(one.asset)});
    REQUIRE(store.absorbEntities(pull));
}

/// As the courier does it.
void fetch(store::Store& store, const std::vector<Content>& all, qsizetype piece = 100'000)
{
    for (;;) {
        const auto coming = store::comingAssets(store);
        REQUIRE(coming);
        if (coming->empty())
            return;
        const store::ComingAsset& next = coming->front();
        const auto one = std::find_if(all.begin(), all.end(), [&](const Content& any) { return any.asset.sha256 == next.sha256; });
        REQUIRE(one != all.end());
        if (next.offset < next.size)
            REQUIRE(store::keepAssetPiece(store, next, one->bytes.mid(next.offset, piece)));
        else
            REQUIRE(store::settleAsset(store, next));
    }
}

QStringList idsHere(store::Store& store)
{
    QStringList ids;
    for (const store::StoredAsset& one : store::assets(store).value_or({})) {
        if (one.here)
            ids.append(one.asset.id);
    }
    ids.sort();
    return ids;
}

QByteArray occasion(const QByteArray& pinned)
{
    return R"({"id": "KE27", "title": "Fair", "lists": ["assets"], "pinned": )" + pinned + "}";
}

} // namespace

TEST_CASE("The file of an asset comes in pieces, across restarts, and is read from any place of it", "[store][assets]")
{
    const test::Folder folder;
    const auto px = content(u"px"_s, 300'000);
    {
        auto store = folder.open();
        list(*store, {px});
        REQUIRE(store::comingAssets(*store).value_or({}) == std::vector<store::ComingAsset>{{px.asset.sha256, 300'000, 0}});
        REQUIRE(store::keepAssetPiece(*store, {px.asset.sha256, 300'000, 0}, px.bytes.left(131'072)));
    }
    auto store = folder.open();
    CHECK(store::comingAssets(*store)->front().offset == 131'072);
    CHECK(store::openAsset(*store, px.asset.sha256).error().kind == Error::Kind::NotFound);
    fetch(*store, {px});
    CHECK(idsHere(*store) == QStringList{u"px"_s});
    const auto file = store::openAsset(*store, px.asset.sha256);
    REQUIRE(file);
    CHECK((*file)->size() == 300'000);
    REQUIRE((*file)->seek(299'990));
    CHECK((*file)->readAll() == px.bytes.right(10));
}

TEST_CASE("A file that is not what the list says of it is put away and asked for anew", "[store][assets]")
{
    const test::Folder folder;
    auto store = folder.open();
    const auto px = content(u"px"_s, 70'000);
    list(*store, {px});
    REQUIRE(store::keepAssetPiece(*store, {px.asset.sha256, 70'000, 0}, QByteArray(70'000, 'x')));
    CHECK(store::settleAsset(*store, {px.asset.sha256, 70'000, 70'000}).error().kind == Error::Kind::Corrupt);
    CHECK(store::comingAssets(*store)->front().offset == 0);
    fetch(*store, {px});
    CHECK(idsHere(*store).size() == 1);
}

TEST_CASE("What the room does not hold stays away; what an occasion pins, or an unsent conversation names, does not", "[store][assets]")
{
    const test::Folder folder;
    auto store = folder.open();
    const std::vector<Content> all{content(u"small"_s, 1000), content(u"middle"_s, 2000), content(u"large"_s, 70'000), content(u"talked"_s, 80'000)};
    REQUIRE(store->setSetting(u"asset_room"_s, u"3500"_s));
    list(*store, all);
    fetch(*store, all);
    CHECK(idsHere(*store) == QStringList{u"middle"_s, u"small"_s});

    REQUIRE(store->putOccasion(occasion(R"({"assets": ["large"]})")));
    REQUIRE(store->saveDraft(test::conversation(), "<data><asset_ids>talked</asset_ids></data>"));
    fetch(*store, all);
    REQUIRE(store::sweepAssets(*store));
    CHECK(idsHere(*store) == QStringList{u"large"_s, u"talked"_s});

    REQUIRE(store->putOccasion(occasion("{}")));
    REQUIRE(store::sweepAssets(*store));
    fetch(*store, all);
    CHECK(idsHere(*store) == QStringList{u"talked"_s}); // it fills the room alone
}

TEST_CASE("Of what is not pinned, what was shown last goes last", "[store][assets]")
{
    const test::Folder folder;
    auto store = folder.open();
    const std::vector<Content> all{content(u"small"_s, 1000), content(u"middle"_s, 2000)};
    list(*store, all);
    fetch(*store, all);
    REQUIRE(store::noteShown(*store, all[1].asset.sha256));
    REQUIRE(store->setSetting(u"asset_room"_s, u"2500"_s));
    REQUIRE(store::sweepAssets(*store));
    CHECK(idsHere(*store) == QStringList{u"middle"_s});
    CHECK(store::comingAssets(*store)->empty());
}

TEST_CASE("What the office withdraws, or what is over, goes with all that was read out of it", "[store][assets]")
{
    const test::Folder folder;
    auto store = folder.open();
    auto px = content(u"px"_s, 1000);
    list(*store, {px});
    fetch(*store, {px});
    store::AssetReading reading;
    reading.texts = QStringList{u"Natural refrigerant"_s};
    REQUIRE(store::keepReading(*store, px.asset.sha256, reading));
    SECTION("withdrawn")
    {
        list(*store, {}, true);
        CHECK(store::assets(*store)->empty());
        REQUIRE(store::sweepAssets(*store));
        CHECK(store::findAssets(*store, u"refrigerant"_s, 10)->empty());
    }
    SECTION("over")
    {
        px.asset.validTo = QDate::currentDate().addDays(-2);
        list(*store, {px});
        REQUIRE(store::sweepAssets(*store));
        CHECK_FALSE(store::assets(*store)->front().here);
    }
    CHECK(store::comingAssets(*store)->empty());
    CHECK(QDir(folder.path + u"/assets"_s).entryList(QDir::Files).isEmpty());
}

TEST_CASE("Titles, tags and the text of pages are found by beginnings, and the page is told", "[store][assets]")
{
    const test::Folder folder;
    auto store = folder.open();
    auto px = content(u"px"_s, 1000, u"Brochure PX plug-in"_s), sheet = content(u"sheet"_s, 1100, u"Datenblatt Kühlmöbel"_s);
    px.asset.tags = {u"R290"_s};
    px.asset.folder = u"Cabinets"_s;
    list(*store, {px, sheet});
    store::AssetReading reading;
    reading.pages = 3;
    reading.shape = 1.5;
    reading.cover = "jpeg";
    reading.texts = QStringList{u"Plug it in. It does the rest."_s, u""_s, u"Natural  refrigerant,\nno pipes on site. Weißer Lack, Łódź."_s};
    REQUIRE(store::keepReading(*store, px.asset.sha256, reading));
    REQUIRE(store::keepReading(*store, px.asset.sha256, reading)); // again changes nothing

    struct Row {
        QString typed, id;
        int page;
    };
    const auto row = GENERATE(values<Row>({
        {u"broch"_s, u"px"_s, 0},
        {u"r29"_s, u"px"_s, 0},
        {u"cabin"_s, u"px"_s, 0},
        {u"kuhl"_s, u"sheet"_s, 0},
        {u"refrig"_s, {}, 3},
        {u"NATURAL pip"_s, {}, 3},
        {u"lodz"_s, {}, 0}, // of a page only what its letters say
    }));
    INFO(row.typed.toStdString());
    const auto hits = store::findAssets(*store, row.typed, 10);
    REQUIRE(hits);
    if (row.id.isEmpty() && row.page == 0) {
        CHECK(hits->empty());
        return;
    }
    REQUIRE(hits->size() == 1);
    CHECK(hits->front().id == row.id);
    CHECK(hits->front().page == row.page);
    if (row.page > 0) {
        CHECK(hits->front().sha256 == px.asset.sha256);
        CHECK(hits->front().snippet.contains(QChar(2)));
        CHECK(store::pagesWith(*store, px.asset.sha256, row.typed).value_or({}) == std::vector<int>{3});
    }
    const auto known = store::assets(*store);
    REQUIRE(known->size() == 2);
    REQUIRE(known->front().reading);
    CHECK(known->front().reading->pages == 3);
    CHECK(*store::assetCover(*store, px.asset.sha256) == "jpeg");
}

TEST_CASE("Nothing typed finds nothing, and whatever is typed breaks nothing", "[store][assets]")
{
    const test::Folder folder;
    auto store = folder.open();
    for (const QString& typed : {u""_s, u"  "_s, u"\"*"_s, u"a\" OR \"b"_s, u"NEAR("_s, QString(10'000, u'x')}) {
        INFO(typed.left(20).toStdString());
        CHECK(store::findAssets(*store, typed, 10)->empty());
    }
}
