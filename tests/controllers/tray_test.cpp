// SPDX-License-Identifier: Apache-2.0
// What is chosen for a meeting: in its order, with the versions that were chosen; what is not for customers, over or recalled is left out.
#include "app/controllers/pagescontroller.h"
#include "app/controllers/presentercontroller.h"
#include "app/controllers/traycontroller.h"
#include "desk.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;
using tests::eventually;

namespace
{

/// A tablet with a brochure in version 3, a data sheet in version 7 and a battle card, all of them looked at.
struct Stand {
    Stand()
    {
        REQUIRE(desk.store->putOccasion(R"({"id": "KE27", "title": "Fair", "lists": ["assets"]})"));
        add(asset(u"px"_s, 3, 6));
        add(asset(u"sheet"_s, 7, 2));
        wire::Asset battle = asset(u"battle"_s, 2, 1);
        battle.visibility = wire::Asset::Visibility::Internal;
        add(battle);
        publish();
    }
    wire::Asset asset(const QString& id, int version, int pages)
    {
        wire::Asset out;
        out.id = id;
        out.title = id;
        out.visibility = wire::Asset::Visibility::Shared;
        out.version = version;
        out.fileName = id + u".pdf"_s;
        const QByteArray bytes = bytesOf(id, version);
        out.size = bytes.size();
        out.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        pageCounts[out.sha256] = pages;
        return out;
    }
    static QByteArray bytesOf(const QString& id, int version) { return "%PDF-" + id.toUtf8() + QByteArray::number(version); }
    void add(const wire::Asset& asset) { assets[asset.id] = asset; }

    /// As the courier brings the list and its files, and the indexer reads them.
    void publish()
    {
        store::EntityPull pull{wire::assetList, {}, "c", true, true};
        for (const auto& [id, one] : assets)
            pull.rows.push_back({wire::assetList, id, one.title, ++rowVersion, {}, {}, wire::assetProperties(one)});
        REQUIRE(desk.store->absorbEntities(pull));
        for (const auto& [id, one] : assets) {
            const store::ComingAsset coming{one.sha256, one.size, 0};
            if (store::openAsset(*desk.store, one.sha256) || one.isRecalled(one.version))
                continue;
            REQUIRE(store::keepAssetPiece(*desk.store, coming, bytesOf(id, one.version)));
            REQUIRE(store::settleAsset(*desk.store, {one.sha256, one.size, one.size}));
            store::AssetReading reading;
            reading.pages = pageCounts[one.sha256];
            reading.shape = 1.4;
            REQUIRE(store::keepReading(*desk.store, one.sha256, reading));
        }
        REQUIRE(store::sweepAssets(*desk.store));
    }
    void put(const QString& id, const QList<int>& pages = {})
    {
        const int before = tray.count();
        tray.add(assets.at(id), pages);
        REQUIRE(eventually([&] { return tray.count() == before + 1; }));
    }
    QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < tray.entries()->count(); ++row)
            all.append(text(row, "title"));
        return all;
    }
    QString text(int row, const char* role) { return tray.entries()->value(row, role).toString(); }
    QString idOf(int row) { return text(row, "itemId"); }
    /// "px 6" and so on, as a customer sees them.
    QStringList shown(const QString& from = {})
    {
        QStringList pages;
        bool done = false;
        const auto heard = QObject::connect(&tray, &TrayController::showRequested, &tray, [&](const std::vector<assets::Sheet>& sheets, int page) {
            for (const assets::Sheet& sheet : sheets)
                pages.append(sheet.asset.id + u' ' + QString::number(sheet.page));
            first = page;
            done = true;
        });
        tray.present(from);
        CHECK(eventually([&] { return done; }));
        QObject::disconnect(heard);
        return pages;
    }

    Desk desk;
    std::map<QString, wire::Asset> assets;
    std::map<QString, int> pageCounts;
    int rowVersion = 0, first = 0;
    TrayController tray{*desk.thread, desk.clock};
};

} // namespace

TEST_CASE("Pages of several documents are shown in the order of the tray, without what is for us alone", "[tray]")
{
    Stand stand;
    QAbstractItemModelTester tester(stand.tray.entries());
    stand.put(u"px"_s, {6, 1});
    stand.put(u"battle"_s);
    stand.put(u"sheet"_s);
    CHECK(stand.titles() == QStringList{u"px"_s, u"battle"_s, u"sheet"_s});
    CHECK(stand.text(0, "detail") == u"Pages 6, 1 · v3");
    CHECK(stand.tray.entries()->value(1, "internal").toBool());
    CHECK(stand.text(1, "sentence").contains(u"For us alone"));
    CHECK(stand.tray.heading() == u"4 page(s) to show · 1 left out"); // plurals come with the translation
    CHECK(stand.shown() == QStringList{u"px 6"_s, u"px 1"_s, u"sheet 1"_s, u"sheet 2"_s});

    INFO("moved, and shown from one of them on");
    stand.tray.move(2, 0);
    REQUIRE(eventually([&] { return stand.titles() == QStringList{u"sheet"_s, u"px"_s, u"battle"_s}; }));
    CHECK(stand.shown(stand.idOf(1)) == QStringList{u"sheet 1"_s, u"sheet 2"_s, u"px 6"_s, u"px 1"_s});
    CHECK(stand.first == 3);

    INFO("other pages of one of them");
    stand.tray.setPages(stand.idOf(1), stand.assets.at(u"px"_s), {2});
    REQUIRE(eventually([&] { return stand.text(1, "detail") == u"Page 2 · v3"; }));

    INFO("and the same by another run");
    TrayController again(*stand.desk.thread, stand.desk.clock);
    again.refresh();
    REQUIRE(eventually([&] { return again.count() == 3; }));
    CHECK(again.entries()->value(0, "title").toString() == u"sheet");
}

TEST_CASE("What was removed comes back where it was", "[tray]")
{
    Stand stand;
    for (const char* id : {"px", "sheet", "battle"})
        stand.put(QString::fromLatin1(id));
    stand.tray.remove(stand.idOf(1));
    REQUIRE(eventually([&] { return stand.tray.count() == 2 && stand.tray.canUndo(); }));
    CHECK(stand.tray.said() == u"Removed: sheet");
    stand.tray.undo();
    CHECK(eventually([&] { return stand.titles() == QStringList{u"px"_s, u"sheet"_s, u"battle"_s}; }));
    CHECK_FALSE(stand.tray.canUndo());
    stand.tray.undo();
    CHECK(stand.tray.count() == 3);
}

TEST_CASE("A conversation has a tray of its own, and takes what was prepared", "[tray]")
{
    Stand stand;
    stand.put(u"px"_s);
    const QString talk = store::ConversationId::make().text();
    stand.tray.follow(talk, u"Frischmarkt"_s);
    REQUIRE(eventually([&] { return stand.tray.count() == 0 && !stand.tray.preparedText().isEmpty(); }));
    CHECK(stand.tray.title() == u"Tray for Frischmarkt");
    stand.put(u"sheet"_s);
    stand.tray.takePrepared();
    REQUIRE(eventually([&] { return stand.titles() == QStringList{u"sheet"_s, u"px"_s}; }));
    CHECK(stand.tray.preparedText().isEmpty());
    stand.tray.undo();
    REQUIRE(eventually([&] { return stand.tray.count() == 1 && !stand.tray.preparedText().isEmpty(); }));
    stand.tray.follow({}, {});
    CHECK(eventually([&] { return stand.titles() == QStringList{u"px"_s}; }));
}

TEST_CASE("A tray is kept under a name and begun with again", "[tray]")
{
    Stand stand;
    stand.put(u"px"_s, {1});
    stand.tray.keepAs(u"  Cabinets "_s);
    REQUIRE(eventually([&] { return stand.tray.sequences()->count() == 1; }));
    stand.put(u"sheet"_s);
    stand.tray.keepAs(u"cabinets"_s); // in place of that one
    REQUIRE(eventually([&] { return stand.tray.said() == u"Kept as “cabinets”."; }));
    REQUIRE(stand.tray.sequences()->count() == 1);
    const QString id = stand.tray.sequences()->value(0, "sequenceId").toString();
    stand.tray.follow(store::ConversationId::make().text(), u"Frischmarkt"_s);
    REQUIRE(eventually([&] { return stand.tray.count() == 0; }));
    stand.tray.append(id);
    REQUIRE(eventually([&] { return stand.titles() == QStringList{u"px"_s, u"sheet"_s}; }));
    stand.tray.drop(id);
    REQUIRE(eventually([&] { return stand.tray.sequences()->count() == 0; }));
    CHECK(stand.tray.count() == 2);
    stand.tray.undo();
    CHECK(eventually([&] { return stand.tray.sequences()->count() == 1; }));
}

TEST_CASE("A newer version is told, and the chosen one is shown until it is taken", "[tray]")
{
    Stand stand;
    stand.put(u"px"_s, {6});
    stand.add(stand.asset(u"px"_s, 4, 8));
    stand.publish();
    stand.tray.refresh();
    REQUIRE(eventually([&] { return stand.text(0, "newer") == u"Take version 4"; }));
    CHECK(stand.text(0, "note").isEmpty());
    CHECK(stand.text(0, "detail") == u"Page 6 · v3");
    CHECK(stand.shown() == QStringList{u"px 6"_s});
    stand.tray.takeNewer(stand.idOf(0));
    REQUIRE(eventually([&] { return stand.text(0, "detail") == u"8 page(s) · v4"; }));
    CHECK(stand.text(0, "newer").isEmpty());
}

TEST_CASE("What is over, begins later, is recalled, withdrawn or for us by now is not shown, and says why", "[tray]")
{
    Stand stand;
    stand.put(u"sheet"_s);
    stand.put(u"px"_s);
    wire::Asset& sheet = stand.assets.at(u"sheet"_s);
    const QDate today = stand.desk.clock().date(); // 10 Nov 2027
    struct Row {
        const char* what;
        QString note, sentence;
    };
    const auto row = GENERATE(values<Row>({
        {"over", u"Was valid until 9 Nov"_s, u"not shown any more"_s},
        {"later", u"Valid from 11 Nov"_s, {}},
        {"recalled", u"Recalled"_s, u"version 7: Error in a table. It is not"_s},
        {"withdrawn", u"Withdrawn"_s, u"gives this out no more"_s},
        {"internal", {}, u"For us alone"_s},
    }));
    INFO(row.what);
    const QByteArray what = row.what;
    if (what == "over")
        sheet.validTo = today.addDays(-1);
    if (what == "later")
        sheet.validFrom = today.addDays(1);
    if (what == "recalled") {
        sheet.recalled = {7};
        sheet.recallReason = u"Error in a table."_s;
    }
    if (what == "internal")
        sheet.visibility = wire::Asset::Visibility::Internal;
    if (what == "withdrawn")
        stand.assets.erase(u"sheet"_s);
    stand.publish();
    stand.tray.refresh();
    REQUIRE(eventually([&] { return stand.text(0, "sentence").contains(row.sentence) && stand.text(0, "note") == row.note; }));
    CHECK(stand.titles().size() == 2); // it keeps its place
    CHECK(stand.shown() == QStringList{u"px 1"_s, u"px 2"_s, u"px 3"_s, u"px 4"_s, u"px 5"_s, u"px 6"_s});
}

TEST_CASE("What is recalled while it is shown leaves the screen, the rest of the sequence stays", "[tray][presenter]")
{
    Stand stand;
    PresenterController presenter(*stand.desk.thread, *stand.desk.thread);
    QAbstractItemModelTester tester(presenter.pages());
    QObject::connect(&stand.tray, &TrayController::showRequested, &presenter, &PresenterController::openSequence);
    stand.put(u"sheet"_s);
    stand.put(u"px"_s, {6});
    stand.shown();
    REQUIRE(presenter.isSequence());
    CHECK(presenter.pageCount() == 3);
    CHECK(presenter.title() == u"sheet");
    presenter.turnTo(3);
    CHECK(presenter.item() == 1);
    CHECK(presenter.title() == u"px");
    CHECK(presenter.pageText() == u"Page 3 of 3");
    presenter.turnTo(2);

    presenter.recheck();
    stand.assets.at(u"sheet"_s).recalled = {7};
    stand.publish();
    CHECK_FALSE(presenter.isGone());
    presenter.recheck();
    REQUIRE(eventually([&] { return presenter.isGone(); }));
    CHECK(presenter.page() == 2); // nothing moves under the customer's eyes
    CHECK(presenter.pages()->value(1, "gone").toBool());
    CHECK(presenter.pages()->value(1, "source").toString().isEmpty());
    presenter.turnTo(3);
    CHECK_FALSE(presenter.isGone());
    CHECK_FALSE(presenter.pages()->value(2, "source").toString().isEmpty());
}

TEST_CASE("Pages are chosen in the order in which they are touched", "[tray]")
{
    Stand stand;
    PagesController choice(*stand.desk.thread);
    QList<int> accepted{0};
    QString itemId;
    QObject::connect(&choice, &PagesController::accepted, &choice, [&](const QString& id, const wire::Asset&, const QList<int>& pages) {
        itemId = id;
        accepted = pages;
    });
    choice.change(u"item"_s, stand.assets.at(u"px"_s), {3, 9}); // there is no page 9 any more
    REQUIRE(eventually([&] { return choice.pages()->count() == 6; }));
    CHECK(choice.editing());
    CHECK(choice.chosen() == 1);
    choice.toggle(6);
    choice.toggle(1);
    choice.toggle(3);
    CHECK(choice.pages()->value(5, "place").toInt() == 1);
    choice.accept();
    CHECK(accepted == QList<int>{6, 1});
    CHECK(itemId == u"item");
    choice.ask(stand.assets.at(u"px"_s), {});
    REQUIRE(eventually([&] { return choice.chosen() == 0 && !choice.editing(); }));
    choice.accept();
    CHECK(accepted == QList<int>{6, 1}); // nothing was chosen
    choice.acceptAll();
    CHECK(accepted.isEmpty());
    CHECK(itemId.isEmpty());
}
