// SPDX-License-Identifier: Apache-2.0
// Many people scanned one after another: the list on the screen and on the disk.
#include "app/capture/framesource.h"
#include "app/capture/reader.h"
#include "app/controllers/rapidcontroller.h"
#include "support/givencamera.h"
#include "talk.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;
using tests::eventually;
using tests::FullDisk;
using Camera = test::GivenCamera;

namespace
{

/// A controller at a camera whose reader's answers are given by hand, and a clock that a test moves.
struct Stand {
    explicit Stand(const Desk& on) : desk(on), now(on.clock()) {}

    void show(const QStringList& texts)
    {
        QImage picture(200, 100, QImage::Format_Grayscale8);
        picture.fill(Qt::white);
        Q_EMIT camera.frame(capture::makeFrame(picture));
        capture::ReadResult result;
        for (const QString& text : texts) {
            const double left = 10 + 50 * static_cast<double>(result.codes.size());
            result.codes.push_back({u"QRCode"_s, text, QPolygonF(QList<QPointF>{{left, 25}, {left + 40, 25}, {left + 40, 75}, {left, 75}})});
        }
        Q_EMIT reader.finished(++request, result);
    }
    QVariant of(int row, const char* role) { return controller.items()->value(row, role); }
    std::size_t kept() const { return store::gathered(*desk.store)->size(); }

    const Desk& desk;
    QDateTime now;
    Camera camera;
    capture::Reader reader{u"/nonexistent"_s};
    RapidController controller{reader,
                               &camera,
                               {*desk.store, *desk.thread, [this] { return now; }, [] { return u"m.hansen"_s; }, u"rapport:test"_s, u"en"_s, [] {}},
                               *desk.thread};
    QAbstractItemModelTester tester{controller.items(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    quint64 request = 0;
};

const QString weber = u"BEGIN:VCARD\nVERSION:3.0\nN:Weber;Jonas\nORG:Frischmarkt Handels AG\nEMAIL:jonas.weber@frischmarkt.example\nEND:VCARD\n"_s;

} // namespace

TEST_CASE("Each badge becomes an item, the newest on top, and the camera goes on", "[rapid]")
{
    const Desk desk;
    Stand stand(desk);
    stand.controller.start();
    CHECK(stand.controller.isOn());
    CHECK(stand.controller.guidance() == u"Hold one badge after the other into the frame."_s);
    stand.show({u"KE27-004512"_s});
    stand.show({u"https://badge.kaelteexpo.example/v/9f3a"_s, weber});
    CHECK(stand.controller.state() == RapidController::Looking);
    CHECK(stand.camera.stopped == 0);
    REQUIRE(stand.controller.count() == 3);
    CHECK(stand.controller.countText() == u"3 scanned"_s);
    CHECK(stand.controller.guidance() == u"Jonas Weber"_s);
    CHECK(stand.of(0, "name") == u"Jonas Weber"_s);
    CHECK(stand.of(0, "detail") == u"Frischmarkt Handels AG"_s);
    CHECK(eventually([&] { return stand.of(0, "words").toString().contains(u"known here"_s); }));
    CHECK(stand.of(1, "isLink").toBool());
    CHECK(stand.of(1, "words") == u"Link, not opened"_s);
    CHECK(stand.of(2, "name") == u"Badge KE27-004512"_s);

    INFO("held on, then again");
    stand.now = stand.now.addMSecs(500);
    stand.show({weber});
    CHECK_FALSE(stand.of(0, "words").toString().contains(u"time"_s));
    stand.now = stand.now.addMSecs(2500);
    stand.show({weber});
    CHECK(stand.controller.count() == 3);
    CHECK(stand.of(0, "words").toString().contains(u"2 time"_s));
    CHECK(stand.controller.guidance() == u"Jonas Weber is in the list already."_s);
    CHECK(eventually([&] {
        const auto kept = store::gathered(*desk.store);
        return kept->size() == 3 && std::any_of(kept->begin(), kept->end(), [](const auto& one) { return one.times == 2; });
    }));

    INFO("a hand scanner's codes come to it, an invitation does not");
    stand.controller.receive(u"KE27-000001"_s);
    stand.controller.receive(u"rapport://enrol?hub=https%3A%2F%2Fhub.example&code=ABCD-EFGH-JKMN"_s);
    CHECK(stand.controller.count() == 4);
    stand.controller.stop();
    CHECK_FALSE(stand.controller.isOn());
    CHECK(stand.controller.count() == 4);
}

TEST_CASE("Twenty badges are twenty items at once, and on the disk when the app is gone", "[rapid]")
{
    const Desk desk;
    {
        Stand stand(desk);
        stand.controller.start();
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 20; ++i) {
            stand.show({u"KE27-%1"_s.arg(i, 6, 10, QLatin1Char('0'))});
            stand.now = stand.now.addMSecs(1000);
        }
        CHECK(time.elapsed() < 1000); // nothing waits for the disk or for a search
        CHECK(stand.controller.count() == 20);
        REQUIRE(eventually([&] { return stand.kept() == 20; }));
    }
    Stand next(desk);
    next.controller.load();
    REQUIRE(eventually([&] { return next.controller.count() == 20; }));
    CHECK(next.of(0, "name") == u"Badge KE27-000019"_s);
    CHECK(next.controller.waitingText() == u"20 scanned since 09:12"_s);
    next.controller.start();
    next.show({u"KE27-000000"_s});
    CHECK(next.controller.count() == 20);
    CHECK(next.of(19, "words").toString().contains(u"2 time"_s));
}

TEST_CASE("Who is removed comes back with undo, and is gone from the disk without", "[rapid]")
{
    const Desk desk;
    Stand stand(desk);
    stand.controller.start();
    stand.show({u"KE27-000001"_s});
    stand.now = stand.now.addSecs(1);
    stand.show({u"KE27-000002"_s});
    const QString first = stand.of(1, "itemId").toString();
    stand.controller.remove(first);
    CHECK(stand.controller.count() == 1);
    CHECK(stand.controller.undoText() == u"Badge KE27-000001 removed. Undo"_s);
    REQUIRE(eventually([&] { return stand.kept() == 1; }));
    stand.controller.undoRemove();
    CHECK_FALSE(stand.controller.canUndo());
    REQUIRE(stand.controller.count() == 2);
    CHECK(stand.of(1, "itemId").toString() == first);
    CHECK(eventually([&] { return stand.kept() == 2; }));
}

TEST_CASE("Who was met today is said so, and goes into that conversation unless a new one is wanted", "[rapid]")
{
    const Desk desk;
    store::Conversation talk;
    talk.id = store::ConversationId::make();
    talk.instanceId = u"uuid:met"_s;
    talk.formId = u"trade_fair_conversation"_s;
    talk.startedAt = desk.clock();
    REQUIRE(desk.store->saveDraft(talk, "<data><badge>KE27-004512</badge></data>"));
    Stand stand(desk);
    QSignalSpy settled(&stand.controller, &RapidController::settled);
    stand.controller.start();
    stand.show({u"KE27-004512"_s});
    REQUIRE(eventually([&] { return stand.of(0, "met").toBool(); }));
    CHECK(stand.of(0, "words") == u"met today 09:12 · goes into that conversation"_s);
    CHECK(stand.of(0, "choice") == u"New conversation"_s);
    const auto afterwards = [&] {
        stand.controller.startEach();
        REQUIRE(eventually([&] { return settled.size() == 1 && stand.controller.count() == 0; }));
        return desk.store->drafts()->size();
    };
    SECTION("into that one")
    {
        CHECK(afterwards() == 1);
    }
    SECTION("a new one")
    {
        stand.controller.toggleAnew(stand.of(0, "itemId").toString());
        CHECK(stand.of(0, "words") == u"met today 09:12 · a new conversation"_s);
        CHECK(stand.of(0, "choice") == u"Add to that conversation"_s);
        CHECK(afterwards() == 2);
    }
    CHECK(stand.kept() == 0);
}

TEST_CASE("A full disk is said, and the list is kept once there is room", "[rapid]")
{
    const Desk desk;
    Stand stand(desk);
    stand.controller.start();
    {
        const FullDisk full;
        stand.show({u"KE27-000001"_s});
        REQUIRE(eventually([&] { return !stand.controller.trouble().isEmpty(); }));
        CHECK(stand.controller.count() == 1);
    }
    stand.show({u"KE27-000002"_s});
    CHECK(eventually([&] { return stand.kept() == 2; }));
    CHECK(eventually([&] { return stand.controller.trouble().isEmpty(); }));
}

TEST_CASE("Without a camera the list is filled by a hand scanner, and why is said", "[rapid]")
{
    const Desk desk;
    capture::Reader reader(u"/nonexistent"_s);
    RapidController controller(
        reader, nullptr, {*desk.store, *desk.thread, desk.clock, [] { return u"m.hansen"_s; }, u"rapport:test"_s, u"en"_s, [] {}}, *desk.thread);
    controller.start();
    CHECK(controller.state() == RapidController::NoSource);
    CHECK(controller.guidance() == u"There is no camera here. You can pick a photo or type the contact."_s);
    controller.receive(u"KE27-000001"_s);
    CHECK(controller.count() == 1);
}

TEST_CASE("A folder of pictures is gone through by itself", "[rapid]")
{
    const Desk desk;
    capture::Reader reader(QStringLiteral(RAPPORT_BIN "/rapport-worker"));
    const auto source = capture::makeFileSource(QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges"));
    RapidController controller(
        reader, source.get(), {*desk.store, *desk.thread, desk.clock, [] { return u"m.hansen"_s; }, u"rapport:test"_s, u"en"_s, [] {}}, *desk.thread);
    controller.start();
    REQUIRE(eventually([&] { return controller.count() == 3; }));
    CHECK(controller.items()->value(2, "name") == u"Dr. Aylin Çelik"_s);
    CHECK_FALSE(controller.frame().isNull());
    controller.stop();
}

TEST_CASE("A group is asked what was talked about, and its end is the end of all their conversations", "[rapid]")
{
    const Desk desk;
    Stand stand(desk);
    tests::Talk talk(desk);
    QObject::connect(&stand.controller, &RapidController::groupStarted, &talk.controller, &ConversationController::open);
    QSignalSpy finished(&talk.controller, &ConversationController::finished);
    stand.controller.start();
    stand.show({weber, u"KE27-004512"_s, u"https://badge.kaelteexpo.example/v/9f3a"_s});
    REQUIRE(stand.controller.count() == 3);
    stand.controller.startGroup();
    REQUIRE(eventually([&] { return talk.controller.isOpen() && stand.controller.count() == 0; }));
    CHECK(talk.controller.groupTitle() == u"These answers are for 3 people"_s);
    CHECK(talk.controller.groupText().split(u" · "_s).size() == 3);
    CHECK(talk.controller.title().endsWith(u" + 2"_s));
    for (int at = 0; at < talk.controller.sections()->count(); ++at)
        CHECK(talk.controller.sections()->value(at, "title") != u"Person"_s);

    INFO("what is missing for all is said first");
    talk.controller.finish();
    CHECK(eventually([&] { return talk.controller.missingCount() > 0; }));
    CHECK(talk.controller.groupFaults()->count() == 0);
    tests::answerWhatIsRequired(talk);
    REQUIRE(talk.go(u"Opportunity"_s));
    talk.controller.choose(talk.id(u"opp_signal"_s), u"no"_s, true);
    talk.controller.finish();
    REQUIRE(eventually([&] { return talk.controller.groupFaults()->count() == 1; }));
    CHECK(talk.controller.groupFaults()->value(0, "who") == u"badge.kaelteexpo.example"_s);
    CHECK(desk.store->outbox()->empty());

    INFO("whoever stands behind the link goes on alone");
    talk.controller.goOnAlone(talk.controller.groupFaults()->value(0, "personId").toString());
    REQUIRE(eventually([&] { return talk.controller.groupFaults()->count() == 0 && !talk.controller.busy(); }));
    CHECK(talk.controller.groupTitle() == u"These answers are for 2 people"_s);
    CHECK(talk.controller.title().endsWith(u" + 1"_s));
    talk.controller.finish();
    REQUIRE(eventually([&] { return finished.size() == 1; }));
    CHECK(talk.woken == 1);
    CHECK(desk.store->outbox()->size() == 2);
    CHECK(desk.store->drafts()->size() == 1);
}
