// SPDX-License-Identifier: Apache-2.0
// Reopening and correcting while the courier is at work: the hub has each record once, and the last word of the person.
#include "sync/wire/entitypage.h"
#include "tablet.h"

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

store::Conversation again(const Tablet& tablet, store::ConversationId id)
{
    return *tablet.store->conversation(id);
}

store::Conversation correctionOf(const Visit& visit)
{
    store::Conversation correction;
    correction.id = store::ConversationId::make();
    correction.instanceId = QString::fromLatin1(visit.instance);
    correction.formId = u"visit"_s;
    correction.formVersion = u"1"_s;
    correction.startedAt = systemClock()();
    return correction;
}

Visit corrected(const Visit& visit)
{
    Visit correction = visit;
    correction.instance = "uuid:" + uuid();
    correction.corrects = visit.instance;
    correction.email = "right@one.example";
    return correction;
}

std::vector<wire::EntityRow> contactsOf(const Tablet& tablet)
{
    const auto page = wire::parseEntityPage(tablet.office.client().get("/v1/entities/contacts").body);
    REQUIRE(page);
    return page->rows;
}

} // namespace

TEST_CASE("What waits without a network is reopened, finished again and arrives once", "[device][revisions]")
{
    Tablet tablet;
    tablet.proxy.set(Fault::refuse());
    Visit visit;
    const auto id = tablet.finish(visit);
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { // it was tried, and did not leave the tablet
        const auto outbox = tablet.store->outbox();
        return outbox && outbox->front().attempts == 1;
    }));
    REQUIRE(tablet.store->reopen(id));
    visit.email = "right@one.example";
    REQUIRE(tablet.store->finish(again(tablet, id), visit.xml(), {}));
    tablet.proxy.pass();
    tablet.courier->tryNow();
    REQUIRE(tablet.eventuallySent(id));
    CHECK(tablet.submissions() == 1);
    CHECK(contactsOf(tablet).at(0).properties.at(u"email"_s) == u"right@one.example"_s);
}

TEST_CASE("What may have arrived is corrected, and the hub has both and the last word", "[device][revisions]")
{
    Tablet tablet;
    const Visit visit;
    SECTION("the answer was lost")
    {
        tablet.proxy.set(Fault::commitThenDrop(), -1, "POST /submission");
        tablet.finish(visit);
        tablet.switchOn();
        REQUIRE(tablet.eventually([&] { return tablet.submissions() == 1 && tablet.store->outbox()->front().attempts > 0; }));
    }
    SECTION("the app ended while it was on its way")
    {
        tablet.proxy.set(Fault::slow(std::chrono::milliseconds(3000)), -1, "POST /submission");
        tablet.finish(visit);
        tablet.switchOn();
        REQUIRE(tablet.eventually([&] { return tablet.proxy.seen("POST /submission") == 1; }));
    }
    SECTION("a proxy answered with an error")
    {
        tablet.proxy.set(Fault::answerWith(502), -1, "POST /submission");
        tablet.finish(visit);
        tablet.switchOn();
        REQUIRE(tablet.eventually([&] { return tablet.store->outbox()->front().attempts > 0; }));
    }
    tablet.courier.reset();
    const auto id = tablet.store->outbox()->front().conversation;
    REQUIRE(tablet.store->reopen(id).error().kind == Error::Kind::Conflict);
    const Visit second = corrected(visit);
    const auto correction = correctionOf(second);
    REQUIRE(tablet.store->startCorrection(id, correction, second.xml()));
    REQUIRE(tablet.store->finish(correction, second.xml(), {}));
    tablet.proxy.pass();
    tablet.switchOn();
    tablet.courier->tryNow();
    REQUIRE(tablet.eventuallySent(correction.id));
    CHECK(tablet.stateOf(id) == store::ConversationState::Sent);
    CHECK(tablet.submissions() == 2);
    REQUIRE(contactsOf(tablet).size() == 1);
    CHECK(contactsOf(tablet)[0].properties.at(u"email"_s) == u"right@one.example"_s);
}

TEST_CASE("What the hub refused can be reopened, for it has nothing of it", "[device][revisions]")
{
    Tablet tablet;
    Visit visit;
    visit.instance = "uuid:" + QByteArray(400, 'x'); // no hub takes such an id
    const auto id = tablet.finish(visit);
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().needsYou == 1; }));
    CHECK(tablet.store->reopen(id));
}

TEST_CASE("A hub that has other content under that id gets the correction, and nobody is asked any more", "[device][revisions]")
{
    Tablet tablet;
    const Visit visit;
    Visit others = visit;
    others.name = "Somebody else";
    REQUIRE(tablet.office.client().submit(others.xml()).status == 201);
    const auto id = tablet.finish(visit);
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.courier->state().needsYou == 1; }));
    REQUIRE(tablet.store->reopen(id).error().kind == Error::Kind::Conflict);
    const Visit second = corrected(visit);
    const auto correction = correctionOf(second);
    REQUIRE(tablet.store->startCorrection(id, correction, second.xml()));
    REQUIRE(tablet.store->finish(correction, second.xml(), {}));
    tablet.courier->wake();
    REQUIRE(tablet.eventuallySent(correction.id));
    CHECK(tablet.eventually([&] { return tablet.courier->state().needsYou == 0; }));
}

TEST_CASE("The courier and the person who reopens never both have it", "[device][revisions]")
{
    Tablet tablet;
    tablet.switchOn();
    int reopened = 0;
    for (int round = 0; round < 40; ++round) {
        Visit visit;
        const auto id = tablet.finish(visit);
        tablet.courier->wake();
        QThread::usleep(static_cast<unsigned long>(round % 20) * 200);
        if (!tablet.store->reopen(id)) {
            REQUIRE(tablet.eventuallySent(id));
            continue;
        }
        ++reopened;
        visit.email = "right." + visit.email; // the same id: were the first one there, the hub would refuse this
        REQUIRE(tablet.store->finish(again(tablet, id), visit.xml(), {}));
        tablet.courier->wake();
        REQUIRE(tablet.eventuallySent(id));
    }
    CHECK(tablet.submissions() == 40);
    const auto contacts = contactsOf(tablet);
    CHECK(std::count_if(contacts.begin(), contacts.end(),
                        [](const wire::EntityRow& row) { return row.properties.at(u"email"_s).startsWith(u"right."_s); }) == reopened);
    WARN("40 races: " << reopened << " reopened, " << 40 - reopened << " sent first");
}
