// SPDX-License-Identifier: Apache-2.0
// A half-filled draft on its way from one tablet to another, whatever the network does.
#include "sync/store/handover.h"
#include "tablet.h"

#include <QCoreApplication>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;
using State = store::HandedOver::State;

namespace
{

/// Two tablets of two technicians at one hub, each behind a proxy of its own.
struct Pair {
    Tablet adi;
    FaultProxy sarisProxy{adi.office.hub().port()};
    QTemporaryDir sarisDir;
    std::unique_ptr<store::Store> sarisStore = open();
    std::unique_ptr<device::Courier> saris;
    QString sarisToken;
    std::vector<device::HandOverOutcome> ended;

    Pair()
    {
        REQUIRE(adi.office.admin().addUser(u"Adi Putra"_s));
        REQUIRE(adi.office.admin().addUser(u"Sari Wirawan"_s));
        REQUIRE(adi.office.admin().assignDevice(adi.office.device().id, u"a.putra"_s));
        const auto device = adi.office.admin().addDevice(u"Sari's"_s);
        REQUIRE(device);
        REQUIRE(adi.office.admin().assignDevice(device->id, u"s.wirawan"_s));
        sarisToken = device->token;
        adi.switchOn();
        listen(*adi.courier);
        REQUIRE(adi.eventually([&] { return store::people(*adi.store)->size() == 2; }));
        REQUIRE(adi.eventually([&] { return *adi.store->setting(u"user"_s) == u"a.putra"_s; }));
    }
    Result<std::unique_ptr<store::Store>> openSaris() const
    {
        return store::Store::open(sarisDir.path(), store::DataKey(QByteArray(32, 's')), systemClock());
    }
    std::unique_ptr<store::Store> open() const
    {
        auto opened = openSaris();
        REQUIRE(opened);
        return std::move(*opened);
    }
    void listen(device::Courier& courier)
    {
        QObject::connect(&courier, &device::Courier::handOverEnded, &courier, [this](const device::HandOverOutcome& one) { ended.push_back(one); });
    }
    void switchOnSaris()
    {
        saris = std::make_unique<device::Courier>([this] { return openSaris(); }, systemClock());
        listen(*saris);
        saris->setHub({sarisProxy.url(), sarisToken});
    }
    device::HandOverOutcome answer()
    {
        REQUIRE(adi.eventually([&] {
            QCoreApplication::processEvents();
            return !ended.empty();
        }));
        return std::exchange(ended, {}).front();
    }
    store::ConversationId give(const Visit& visit = {})
    {
        store::Conversation draft;
        draft.id = store::ConversationId::make();
        draft.instanceId = QString::fromLatin1(visit.instance);
        draft.formId = u"visit"_s;
        draft.formVersion = u"1"_s;
        draft.title = u"Chest freezer"_s;
        draft.startedAt = systemClock()();
        REQUIRE(adi.store->saveDraft(draft, visit.xml()));
        REQUIRE(adi.store->addAttachment(draft.id, u"gasket.jpg"_s, u"image/jpeg"_s, QByteArray(300'000, 'j')));
        REQUIRE(store::handOver(*adi.store, draft.id, u"s.wirawan"_s, {}));
        adi.courier->wake();
        return draft.id;
    }
    std::optional<State> stateOf(store::ConversationId id) const
    {
        const auto read = adi.store->conversation(id);
        return read && read->handedOver ? std::optional(read->handedOver->state) : std::nullopt;
    }
    bool becomes(store::ConversationId id, State state) const
    {
        return adi.eventually([&] { return stateOf(id) == state; });
    }
    QString offer()
    {
        REQUIRE(adi.eventually([&] {
            saris->tryNow();
            QThread::msleep(50);
            return store::offers(*sarisStore)->size() == 1;
        }));
        return store::offers(*sarisStore)->front().id;
    }
};

} // namespace

TEST_CASE("A draft is given, offered, taken, finished by the colleague and delivered once", "[device][drafts]")
{
    Pair pair;
    Visit visit;
    const auto id = pair.give(visit);
    REQUIRE(pair.becomes(id, State::Offered));
    pair.switchOnSaris();
    pair.saris->take(pair.offer());
    CHECK(pair.answer().done());
    const auto taken = pair.sarisStore->conversation(id);
    REQUIRE(taken);
    CHECK(taken->author == u"s.wirawan"_s);
    CHECK(taken->title == u"Chest freezer"_s);
    CHECK(pair.sarisStore->attachment(id, u"gasket.jpg"_s)->size() == 300'000);
    CHECK(pair.sarisStore->form(u"visit"_s, u"1"_s));
    CHECK(pair.adi.eventually([&] { return store::offers(*pair.sarisStore)->empty(); }));

    visit.email = "done@one.example";
    REQUIRE(pair.sarisStore->finish(*taken, visit.xml(), {}));
    pair.saris->wake();
    REQUIRE(pair.adi.eventually([&] { return pair.sarisStore->conversation(id)->state == store::ConversationState::Sent; }));
    pair.adi.courier->tryNow();
    REQUIRE(pair.becomes(id, State::Taken));
    CHECK(pair.adi.store->drafts()->empty());
    CHECK(pair.adi.submissions() == 1);
}

TEST_CASE("Who takes a draft over is served, however often the tablet is woken meanwhile", "[device][drafts]")
{
    using namespace std::chrono_literals;
    Pair pair;
    const auto id = pair.give();
    REQUIRE(pair.becomes(id, State::Offered));
    pair.switchOnSaris();
    const QString offer = pair.offer();
    pair.sarisProxy.set(Fault::slow(40ms));
    pair.saris->tryNow(); // a round is under way, and after it always another one
    pair.saris->take(offer);
    REQUIRE(pair.adi.eventually([&] {
        pair.saris->tryNow();
        QCoreApplication::processEvents();
        return !pair.ended.empty();
    }));
    CHECK(pair.answer().done());
}

TEST_CASE("The draft arrives once whatever happens to its way", "[device][drafts]")
{
    struct Row {
        const char* note;
        Fault fault;
        int times;
        QByteArray on;
    };
    const auto row = GENERATE(values<Row>({
        {"giving: the answer is lost", Fault::commitThenDrop(), 1, "PUT /v1/drafts"},
        {"giving: the answer is torn", Fault::truncate(), 1, "PUT /v1/drafts"},
        {"giving: a portal answers", Fault::answerWith(200), 1, "PUT /v1/drafts"},
        {"giving: the hub has trouble", Fault::answerWith(503), 1, "PUT /v1/drafts"},
    }));
    INFO(row.note);
    Pair pair;
    pair.adi.proxy.set(row.fault, row.times, row.on);
    const auto id = pair.give();
    REQUIRE(pair.adi.eventually([&] {
        pair.adi.courier->tryNow();
        QThread::msleep(50);
        return pair.stateOf(id) == State::Offered;
    }));
    pair.switchOnSaris();
    pair.saris->take(pair.offer());
    CHECK(pair.answer().done());
    CHECK(pair.sarisStore->drafts()->size() == 1);
}

TEST_CASE("Taking goes on by itself where it was cut", "[device][drafts]")
{
    struct Row {
        const char* note;
        Fault fault;
        QByteArray on;
    };
    const auto row = GENERATE(values<Row>({
        {"the answer to taking is lost", Fault::commitThenDrop(), "/take"},
        {"the file is cut", Fault::truncate(), "GET /v1/blobs"},
        {"the record is cut", Fault::truncate(), "GET /v1/drafts/"},
        {"the file is another one", Fault::wholeBut("not the picture"), "GET /v1/blobs"},
        {"its end is not heard", Fault::commitThenDrop(), "DELETE /v1/drafts"},
    }));
    INFO(row.note);
    Pair pair;
    const auto id = pair.give();
    REQUIRE(pair.becomes(id, State::Offered));
    pair.switchOnSaris();
    const QString offer = pair.offer();
    pair.sarisProxy.set(row.fault, 1, row.on);
    pair.saris->take(offer);
    (void)pair.answer();
    REQUIRE(pair.adi.eventually([&] {
        pair.saris->tryNow();
        QThread::msleep(50);
        return pair.sarisStore->drafts()->size() == 1 && store::offers(*pair.sarisStore)->empty();
    }));
    CHECK(pair.sarisStore->attachment(id, u"gasket.jpg"_s)->size() == 300'000);
    pair.adi.courier->tryNow();
    CHECK(pair.becomes(id, State::Taken));
}

TEST_CASE("What was handed over is taken back, unless the colleague was quicker", "[device][drafts]")
{
    Pair pair;
    SECTION("without a network nothing has left")
    {
        pair.adi.proxy.set(Fault::refuse());
        const auto id = pair.give();
        REQUIRE(pair.adi.eventually([&] { return store::given(*pair.adi.store)->front().begun; }));
        pair.adi.courier->takeBack(id.text());
        CHECK(pair.answer().reason == u"offline"_s); // it may have left: the hub is to say so
        pair.adi.proxy.pass();
        pair.adi.courier->takeBack(id.text());
        CHECK(pair.answer().done());
        CHECK(pair.adi.store->drafts()->size() == 1);
    }
    SECTION("it lies at the hub")
    {
        const auto id = pair.give();
        REQUIRE(pair.becomes(id, State::Offered));
        pair.adi.courier->takeBack(id.text());
        CHECK(pair.answer().done());
        CHECK(pair.adi.store->drafts()->size() == 1);
        pair.switchOnSaris();
        REQUIRE(pair.adi.eventually([&] { return *pair.sarisStore->setting(u"user"_s) == u"s.wirawan"_s; }));
        CHECK(store::offers(*pair.sarisStore)->empty());
    }
    SECTION("the colleague has it")
    {
        const auto id = pair.give();
        REQUIRE(pair.becomes(id, State::Offered));
        pair.switchOnSaris();
        pair.saris->take(pair.offer());
        REQUIRE(pair.answer().done());
        pair.adi.courier->takeBack(id.text());
        CHECK(pair.answer().reason == u"elsewhere"_s);
        CHECK(pair.stateOf(id) == State::Taken);
        CHECK(pair.adi.store->drafts()->empty());
    }
}

TEST_CASE("A hand-over that the hub refuses says so and can be taken back", "[device][drafts]")
{
    Pair pair;
    REQUIRE(pair.adi.office.admin().assignDevice(pair.adi.office.device().id, {}));
    const auto id = pair.give();
    REQUIRE(pair.becomes(id, State::Refused));
    CHECK(pair.adi.store->conversation(id)->handedOver->reason == u"refused"_s);
    pair.adi.courier->takeBack(id.text());
    CHECK(pair.answer().done());
    CHECK(pair.adi.store->drafts()->size() == 1);
}
