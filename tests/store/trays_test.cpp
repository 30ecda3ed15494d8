// SPDX-License-Identifier: Apache-2.0
// Trays are on the disk as they were put together, in their order; what lies in one stays on the device.
#include "store/folder.h"
#include "sync/store/assets.h"
#include "sync/store/trays.h"

#include <QCryptographicHash>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

wire::Asset asset(const QString& id, int version = 1)
{
    wire::Asset out;
    out.id = id;
    out.title = u"Brochure "_s + id;
    out.visibility = wire::Asset::Visibility::Shared;
    out.version = version;
    out.fileName = id + u".pdf"_s;
    const QByteArray bytes = id.toUtf8() + QByteArray::number(version);
    out.size = bytes.size();
    out.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    return out;
}

store::TrayItem item(const wire::Asset& of, const QList<int>& pages = {})
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), of, pages};
}

void list(store::Store& store, const std::vector<wire::Asset>& all)
{
    store::EntityPull pull{wire::assetList, {}, "c", true, true};
    for (const wire::Asset& one : all)
        pull.rows.push_back({wire::assetList, one.id, one.title, one.version, {}, {}, wire::assetProperties(one)});
    REQUIRE(store.absorbEntities(pull));
}

void fetch(store::Store& store)
{
    const auto coming = store::comingAssets(store);
    const auto listed = store::assets(store);
    REQUIRE(coming);
    REQUIRE(listed);
    for (const store::ComingAsset& one : *coming) {
        for (const store::StoredAsset& any : *listed) {
            if (any.asset.sha256 != one.sha256)
                continue;
            REQUIRE(store::keepAssetPiece(store, one, any.asset.id.toUtf8() + QByteArray::number(any.asset.version)));
            REQUIRE(store::settleAsset(store, {one.sha256, one.size, one.size}));
        }
    }
}

bool isHere(store::Store& store, const wire::Asset& one)
{
    return bool(store::openAsset(store, one.sha256));
}

} // namespace

TEST_CASE("A tray is in its order after a restart, each conversation's for itself", "[store][trays]")
{
    const test::Folder folder;
    const auto talk = test::conversation();
    std::vector<store::TrayItem> items{item(asset(u"px"_s, 3), {6, 1, 2}), item(asset(u"film"_s)), item(asset(u"sheet"_s, 7))};
    {
        auto store = folder.open();
        REQUIRE(store->saveDraft(talk, "<data/>"));
        CHECK(store::tray(*store, talk.id)->empty());
        REQUIRE(store::keepTray(*store, talk.id, items));
        std::swap(items[0], items[2]);
        REQUIRE(store::keepTray(*store, talk.id, items));
    }
    auto store = folder.open();
    CHECK(*store::tray(*store, talk.id) == items);
    CHECK(store::tray(*store, {})->empty());
    CHECK(store::tray(*store, test::conversation().id)->empty());

    INFO("what is prepared is another one, and no sequence");
    const std::vector<store::TrayItem> prepared{item(asset(u"px"_s, 3))};
    REQUIRE(store::keepTray(*store, {}, prepared));
    CHECK(*store::tray(*store, {}) == prepared);
    CHECK(*store::tray(*store, talk.id) == items);
    CHECK(store::sequences(*store)->empty());
    CHECK(store::keepTray(*store, {}, items).error().kind == Error::Kind::Conflict); // they lie in the other one
    CHECK(*store::tray(*store, {}) == prepared);
}

TEST_CASE("A tray goes with its conversation for good, not before", "[store][trays]")
{
    const test::Folder folder;
    auto store = folder.open();
    const auto talk = test::conversation();
    REQUIRE(store->saveDraft(talk, "<data/>"));
    REQUIRE(store::keepTray(*store, talk.id, {item(asset(u"px"_s))}));
    REQUIRE(store->discardDraft(talk.id));
    REQUIRE(store->restoreDraft(talk.id));
    CHECK(store::tray(*store, talk.id)->size() == 1);
    REQUIRE(store->discardDraft(talk.id));
    REQUIRE(store->removeDeleted(talk.id));
    CHECK(store::tray(*store, talk.id)->empty());
}

TEST_CASE("Trays with a name are there to begin with again", "[store][trays]")
{
    const test::Folder folder;
    auto store = folder.open();
    const store::Sequence stores{u"8d6b"_s, u"Cold stores"_s, {item(asset(u"px"_s)), item(asset(u"px"_s), {2})}},
        cabinets{u"11f0"_s, u"cabinets"_s, {}};
    REQUIRE(store::keepSequence(*store, stores));
    REQUIRE(store::keepSequence(*store, cabinets));
    CHECK(*store::sequences(*store) == std::vector<store::Sequence>{cabinets, stores});
    REQUIRE(store::keepSequence(*store, {stores.id, u"Cold stores"_s, {}}));
    CHECK(store::sequences(*store)->back().items.empty());
    REQUIRE(store::dropSequence(*store, stores.id));
    CHECK(store::sequences(*store)->size() == 1);
    CHECK(store::keepSequence(*store, {u"0"_s, u" "_s, {}}).error().kind == Error::Kind::Invalid);
    CHECK(store::keepTray(*store, {}, std::vector<store::TrayItem>(store::mostTrayItems + 1)).error().kind == Error::Kind::Full);
}

TEST_CASE("What lies in a tray stays on the device, whatever the room; also the version that was chosen", "[store][trays]")
{
    const test::Folder folder;
    auto store = folder.open();
    REQUIRE(store->setSetting(u"asset_room"_s, u"0"_s));
    const wire::Asset px = asset(u"px"_s, 3);
    list(*store, {px, asset(u"other"_s)});
    fetch(*store);
    CHECK_FALSE(isHere(*store, px));
    REQUIRE(store::keepTray(*store, {}, {item(px)}));
    fetch(*store);
    CHECK(isHere(*store, px));
    CHECK_FALSE(isHere(*store, asset(u"other"_s)));

    wire::Asset next = asset(u"px"_s, 4);
    SECTION("there is a newer version")
    {
        list(*store, {next});
        REQUIRE(store::sweepAssets(*store));
        CHECK(isHere(*store, px));
        CHECK(store::comingAssets(*store)->empty()); // the newer one has no room
    }
    SECTION("it is recalled")
    {
        next.recalled = {3};
        list(*store, {next});
        REQUIRE(store::sweepAssets(*store));
        CHECK_FALSE(isHere(*store, px));
    }
    SECTION("it is withdrawn")
    {
        list(*store, {});
        REQUIRE(store::sweepAssets(*store));
        CHECK_FALSE(isHere(*store, px));
    }
    SECTION("the tray is empty again")
    {
        REQUIRE(store::keepTray(*store, {}, {}));
        REQUIRE(store::sweepAssets(*store));
        CHECK_FALSE(isHere(*store, px));
    }
    SECTION("the conversation it was for is sent")
    {
        const auto talk = test::conversation();
        REQUIRE(store::keepTray(*store, {}, {}));
        REQUIRE(store::keepTray(*store, talk.id, {item(px)}));
        REQUIRE(store->finish(talk, "<data/>", {}));
        REQUIRE(store::sweepAssets(*store));
        CHECK(isHere(*store, px));
        REQUIRE(store->recordDelivered(talk.instanceId));
        REQUIRE(store::sweepAssets(*store));
        CHECK_FALSE(isHere(*store, px));
        CHECK(store::tray(*store, talk.id)->size() == 1);
    }
}

TEST_CASE("The version that begins later comes beside the one that holds until then", "[store][trays]")
{
    const test::Folder folder;
    auto store = folder.open();
    wire::Asset px = asset(u"px"_s, 4);
    px.validFrom = QDate::currentDate().addDays(7);
    px.earlier = {asset(u"px"_s, 3)};
    list(*store, {px});
    QStringList coming;
    const auto all = store::comingAssets(*store);
    REQUIRE(all);
    for (const store::ComingAsset& one : *all)
        coming.append(one.sha256);
    coming.sort();
    QStringList both{px.sha256, px.earlier[0].sha256};
    both.sort();
    CHECK(coming == both);
    px.recalled = {3};
    list(*store, {px});
    CHECK(store::comingAssets(*store)->size() == 1);
}
