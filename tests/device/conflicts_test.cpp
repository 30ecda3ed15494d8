// SPDX-License-Identifier: Apache-2.0
// Questions between two values on a tablet, whatever the network does: a decision counts once, and what others decide is heard of.
#include "sync/store/conflicts.h"
#include "sync/wire/entitypage.h"
#include "tablet.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;
using Take = wire::Conflict::Take;
using State = store::KeptConflict::State;

namespace
{

/// A tablet whose record and the office have changed the same number. It decides with a clock that runs ahead, so that nobody waits for the time in
/// which a decision can be taken back.
struct Asked {
    Tablet tablet;
    Call call;
    std::chrono::seconds ahead{0}; ///< of the courier's clock

    Asked()
    {
        REQUIRE(tablet.office.admin().publishForm(callForm()));
        import("…0117");
        import("…0118");
        const auto id = tablet.finish(call);
        switchOn();
        REQUIRE(tablet.eventuallySent(id));
        REQUIRE(tablet.eventually([&] { return kept().size() == 1; }));
    }
    void switchOn()
    {
        tablet.courier.reset();
        tablet.courier = std::make_unique<device::Courier>([this] { return tablet.openStore(); },
                                                           [late = ahead] { return systemClock()().addSecs(late.count()); });
        tablet.courier->setHub({tablet.proxy.url(), tablet.office.device().token});
    }
    void import(const QByteArray& phone) { REQUIRE(tablet.office.admin().importEntities(u"contacts"_s, call.table(phone))); }
    std::vector<store::KeptConflict> kept() const { return *store::conflicts(*tablet.store); }
    qint64 id() const { return kept().front().conflict.id; }
    void decide(Take take) { REQUIRE(store::decide(*tablet.store, id(), take)); }
    void letGo() ///< the time for taking it back is over
    {
        ahead = std::chrono::seconds(store::decisionUndo) + std::chrono::seconds(1);
        switchOn();
    }
    bool becomes(State state) const
    {
        return tablet.eventually([&] {
            tablet.courier->tryNow();
            QThread::msleep(50);
            return !kept().empty() && kept().front().state == state;
        });
    }
    bool goes() const
    {
        return tablet.eventually([&] {
            tablet.courier->tryNow();
            QThread::msleep(50);
            return kept().empty();
        });
    }
    bool stands(const QByteArray& phone) { return tablet.office.admin().exportEntities(u"contacts"_s)->contains(phone); }
    qint64 versions() const
    {
        const auto page = wire::parseEntityPage(tablet.office.client().get("/v1/entities/contacts").body);
        REQUIRE(page);
        return page->rows.at(0).version;
    }
    QJsonObject atTheOffice() { return tablet.office.admin().conflicts(false)->at(0).toObject(); }
};

} // namespace

TEST_CASE("What is to be decided comes down with its receipt, and is counted", "[device][conflict]")
{
    Asked asked;
    const auto question = asked.kept().front();
    CHECK(question.isOpen());
    CHECK(question.conflict.device.value == u"…0119"_s);
    CHECK(question.conflict.hub.value == u"…0118"_s);
    CHECK(question.conflict.label == u"Ratna Dewi"_s);
    CHECK(asked.tablet.eventually([&] { return asked.tablet.courier->state().needsYou == 1; }));

    INFO("and is there without a network too");
    asked.tablet.proxy.set(Fault::refuse());
    asked.switchOn();
    REQUIRE(asked.tablet.eventually([&] { return asked.tablet.courier->state().reason == u"offline"_s; }));
    CHECK(asked.kept().size() == 1);
}

TEST_CASE("No byte of a decision goes out while it can be taken back", "[device][conflict]")
{
    Asked asked;
    asked.decide(Take::Device);
    asked.tablet.courier->wake();
    REQUIRE(asked.tablet.eventually([&] { return asked.tablet.courier->state().needsYou == 0; }));
    asked.tablet.courier->tryNow();
    QThread::msleep(300);
    CHECK(asked.tablet.proxy.seen("POST /v1/conflicts") == 0);
    REQUIRE(store::takeBackDecision(*asked.tablet.store, asked.id()));
    asked.letGo();
    REQUIRE(asked.tablet.eventually([&] { return asked.tablet.courier->state().lastContact.has_value(); }));
    CHECK(asked.tablet.proxy.seen("POST /v1/conflicts") == 0);
    CHECK(asked.stands("…0118"));

    INFO("then it goes out by itself");
    asked.ahead = std::chrono::seconds(0);
    asked.switchOn();
    asked.decide(Take::Device);
    asked.tablet.courier->wake();
    CHECK(asked.tablet.eventually([&] { return asked.kept().empty(); })); // nobody asked
    CHECK(asked.stands("…0119"));
}

TEST_CASE("A decision counts once whatever happens to its way", "[device][conflict]")
{
    struct Row {
        const char* note;
        Fault fault;
    };
    const auto row = GENERATE(values<Row>({
        {"the answer is lost", Fault::commitThenDrop()},
        {"the answer is torn", Fault::truncate()},
        {"of a length that is not true", Fault::wrongLength()},
        {"the hub has trouble", Fault::answerWith(500)},
        {"a portal answers", Fault::answerWith(200)},
        {"a hub that says something else", Fault::wholeBut("{\"ok\":true}")},
        {"somebody else's 404", Fault::answerWith(404)},
    }));
    const auto take = GENERATE(Take::Device, Take::Hub);
    INFO(row.note);
    Asked asked;
    asked.tablet.proxy.set(row.fault, 2, "POST /v1/conflicts");
    asked.decide(take);
    asked.letGo();
    REQUIRE(asked.goes());
    CHECK(asked.stands(take == Take::Device ? "…0119" : "…0118"));
    CHECK(asked.atTheOffice()[u"outcome"_s].toString() == (take == Take::Device ? u"device"_s : u"server"_s));
    CHECK(asked.versions() == (take == Take::Device ? 4 : 3)); // imported, imported, the record, the decision
    CHECK(asked.tablet.eventually([&] {
        const auto now = asked.tablet.store->receipts(QString::fromLatin1(asked.call.instance));
        return std::all_of(now->begin(), now->end(), [](const wire::Receipt& one) { return one.state == wire::Receipt::State::Confirmed; });
    }));
}

TEST_CASE("A decision without a network waits on the disk, can be taken back, and goes out later", "[device][conflict]")
{
    Asked asked;
    asked.tablet.proxy.set(Fault::refuse());
    asked.decide(Take::Device);
    asked.letGo();
    REQUIRE(asked.tablet.eventually([&] { return asked.tablet.courier->state().reason == u"offline"_s; }));
    CHECK(asked.kept().front().state == State::Decided);
    SECTION("taken back, an hour later")
    {
        REQUIRE(store::takeBackDecision(*asked.tablet.store, asked.id()));
        asked.tablet.proxy.pass();
        REQUIRE(asked.becomes(State::Open));
        CHECK(asked.tablet.proxy.seen("POST /v1/conflicts") == 0);
    }
    SECTION("after the tablet was switched off and on")
    {
        asked.tablet.courier.reset();
        asked.tablet.proxy.pass();
        asked.switchOn();
        REQUIRE(asked.goes());
        CHECK(asked.stands("…0119"));
    }
}

TEST_CASE("A decision that may have arrived is not taken back", "[device][conflict]")
{
    Asked asked;
    asked.tablet.proxy.set(Fault::commitThenDrop(), -1, "POST /v1/conflicts");
    asked.decide(Take::Device);
    asked.letGo();
    REQUIRE(asked.becomes(State::Sending));
    REQUIRE(asked.tablet.eventually([&] { return asked.stands("…0119"); }));
    CHECK(store::takeBackDecision(*asked.tablet.store, asked.id()).error().kind == Error::Kind::Conflict);
    asked.tablet.proxy.pass();
    REQUIRE(asked.goes());
    CHECK(asked.stands("…0119"));
}

TEST_CASE("What the office has decided meanwhile is gone, or stays to be read where the device meant otherwise", "[device][conflict]")
{
    Asked asked;
    SECTION("nobody here had decided")
    {
        REQUIRE(asked.tablet.office.admin().settleConflict(asked.id(), u"hub"_s, u"Ratna"_s));
        CHECK(asked.goes());
    }
    SECTION("the same was meant")
    {
        asked.tablet.proxy.set(Fault::refuse());
        asked.decide(Take::Hub);
        REQUIRE(asked.tablet.office.admin().settleConflict(asked.id(), u"hub"_s, u"Ratna"_s));
        asked.tablet.proxy.pass();
        asked.letGo();
        CHECK(asked.goes());
    }
    SECTION("otherwise")
    {
        asked.tablet.proxy.set(Fault::refuse());
        asked.decide(Take::Device);
        REQUIRE(asked.tablet.office.admin().settleConflict(asked.id(), u"hub"_s, u"Ratna"_s));
        asked.tablet.proxy.pass();
        asked.letGo();
        REQUIRE(asked.becomes(State::Elsewhere));
        CHECK(asked.kept().front().decidedBy == u"Ratna"_s);
        CHECK(asked.kept().front().take == Take::Device);
        asked.tablet.courier->tryNow();
        QThread::msleep(300);
        CHECK(asked.kept().size() == 1); // until it was read
        REQUIRE(store::dismissConflict(*asked.tablet.store, asked.id()));
        CHECK(asked.kept().empty());
    }
    CHECK(asked.stands("…0118"));
}

TEST_CASE("Where the office has changed its value meanwhile, the device is asked again", "[device][conflict]")
{
    Asked asked;
    asked.tablet.proxy.set(Fault::refuse());
    asked.decide(Take::Device);
    asked.import("…0300");
    asked.tablet.proxy.pass();
    asked.letGo();
    REQUIRE(asked.becomes(State::Changed));
    REQUIRE(asked.tablet.eventually([&] { return asked.kept().front().conflict.hub.value == u"…0300"_s; }));
    CHECK(asked.stands("…0300"));
    asked.decide(Take::Device);
    asked.ahead += store::decisionUndo;
    asked.switchOn();
    REQUIRE(asked.goes());
    CHECK(asked.stands("…0119"));
}

TEST_CASE("What the hub lists is not believed when it is torn", "[device][conflict]")
{
    const auto fault = GENERATE(Fault::truncate(), Fault::answerWith(500), Fault::wholeBut("{}"), Fault::wholeBut("{\"conflicts\":[{\"id\":1}]}"));
    Asked asked;
    asked.tablet.proxy.forget();
    asked.tablet.proxy.set(fault, 1, "GET /v1/conflicts");
    asked.tablet.courier->tryNow();
    REQUIRE(asked.tablet.eventually([&] { return asked.tablet.proxy.faulted() == 1; }));
    QThread::msleep(200);
    CHECK(asked.kept().size() == 1);
}

TEST_CASE("A tablet does not move to another hub while a decision waits", "[device][conflict]")
{
    Asked asked;
    std::optional<device::EnrolOutcome> outcome;
    QObject::connect(asked.tablet.courier.get(), &device::Courier::enrolmentEnded, [&](const device::EnrolOutcome& ended) { outcome = ended; });
    asked.decide(Take::Device);
    const auto invited = asked.tablet.office.admin().invite(u"Tablet 2"_s);
    REQUIRE(invited);
    asked.tablet.courier->enrol({asked.tablet.proxy.url(), invited->code}, u"Tablet 2"_s);
    REQUIRE(asked.tablet.eventually([&] {
        QCoreApplication::processEvents();
        return outcome.has_value();
    }));
    CHECK(outcome->reason == u"waiting"_s);
    CHECK(outcome->waiting == 1);
    CHECK(asked.kept().front().state == State::Decided);
}
