// SPDX-License-Identifier: Apache-2.0
// Handing a draft over, as the screen sees it. The way through the hub has its own tests (tests/device/drafts_test.cpp).
#include "app/controllers/handovercontroller.h"
#include "app/conversation/dayboard.h"
#include "app/conversation/handingover.h"
#include "sync/store/handover.h"
#include "talk.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

const std::vector<wire::Person> everybody{{u"m.hansen"_s, u"Max Hansen"_s, u"rep"_s}, {u"s.wirawan"_s, u"Sari Wirawan"_s, u"technician"_s}};

/// A talk at a desk whose hub cannot be reached.
struct HandOverTalk {
    Desk desk;
    Talk talk{desk};
    DayBoard day{*desk.thread, desk.clock};
    device::Courier courier{[this] { return desk.open(); }, desk.clock};
    HandOverController handOver{{*desk.store, *desk.thread, desk.clock, [] { return u"m.hansen"_s; }, u"rapport:test"_s, u"en"_s, [] {}},
                                day,
                                courier,
                                [this](const std::function<void()>& then) { talk.controller.leaveFor(then); }};

    explicit HandOverTalk(const std::vector<wire::Person>& people = everybody)
    {
        REQUIRE(desk.store->setSetting(u"user"_s, u"m.hansen"_s));
        REQUIRE(store::keepPeople(*desk.store, people));
        day.refresh();
        REQUIRE(eventually([&] { return day.isRead(); }));
        talk.controller.startWith(badge);
        REQUIRE(talk.saved());
        handOver.follow(talk.controller.conversationId());
    }
};

} // namespace

TEST_CASE("A draft on the screen is handed over with its last answer, and opens to be read only", "[controllers][drafts]")
{
    HandOverTalk h;
    REQUIRE(h.handOver.canGive());
    REQUIRE(h.handOver.colleagues()->count() == 1);
    CHECK(h.handOver.colleagues()->value(0, "name").toString() == u"Sari Wirawan"_s);
    CHECK(h.handOver.note().isEmpty());
    const QString id = h.talk.controller.conversationId();
    REQUIRE(h.talk.go(u"Interest"_s));
    h.talk.controller.choose(h.talk.id(u"lead_status"_s), u"hot"_s, true);

    bool stored = false;
    QObject::connect(&h.handOver, &HandOverController::stored, &h.handOver, [&] { stored = true; });
    h.handOver.give(u"s.wirawan"_s);
    REQUIRE(eventually([&] { return stored; }));
    CHECK_FALSE(h.talk.controller.isOpen());
    CHECK(h.desk.store->drafts()->empty());
    CHECK(h.desk.store->instance(store::ConversationId::parse(id))->contains("hot"));

    h.talk.controller.open(id);
    h.handOver.follow(id);
    CHECK(h.talk.controller.readOnly());
    CHECK_FALSE(h.handOver.canGive());
    CHECK(h.handOver.note().startsWith(u"Handed over to Sari Wirawan."_s));

    QString opened;
    QObject::connect(&h.handOver, &HandOverController::openRequested, &h.handOver, [&](const QString& one) { opened = one; });
    h.handOver.takeBack(); // no byte of it went out
    REQUIRE(eventually([&] { return !opened.isEmpty(); }));
    h.talk.controller.open(opened);
    CHECK_FALSE(h.talk.controller.readOnly());
    CHECK(h.handOver.note().isEmpty());
    CHECK(h.handOver.canGive());
}

TEST_CASE("Where nobody else is known nothing is offered", "[controllers][drafts]")
{
    struct Row {
        const char* note;
        std::vector<wire::Person> people;
    };
    const auto row = GENERATE(values<Row>({
        {"a hub without people", {}},
        {"nobody but oneself", {everybody[0]}},
        {"the hub does not know who works here", {everybody[1]}},
    }));
    INFO(row.note);
    HandOverTalk h(row.people);
    CHECK_FALSE(h.handOver.canGive());
}

TEST_CASE("What a colleague left is named with who left it and how far it is", "[controllers][drafts]")
{
    HandOverTalk h;
    wire::HandOver offer;
    offer.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    offer.from = u"s.wirawan"_s;
    offer.to = u"m.hansen"_s;
    offer.givenAt = offer.startedAt = h.desk.clock().toUTC();
    offer.conversationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    offer.instanceId = u"uuid:1"_s;
    offer.formId = u"f"_s;
    offer.title = u"Chest freezer"_s;
    offer.organisation = u"Pasar Segar"_s;
    offer.answered = 5;
    offer.questions = 14;
    REQUIRE(store::keepOffers(*h.desk.store, {offer}));
    h.day.refresh();
    REQUIRE(eventually([&] { return h.handOver.offers()->count() == 1; }));
    CHECK(h.handOver.offers()->value(0, "title").toString() == u"Chest freezer"_s);
    CHECK(h.handOver.offers()->value(0, "detail").toString() == u"Pasar Segar · from Sari Wirawan · 5 of 14 answers"_s);

    h.handOver.take(offer.id);
    REQUIRE(eventually([&] { return !h.handOver.busy(); }));
    CHECK(h.handOver.offerTrouble() == u"We could not reach the hub."_s);
    CHECK(h.handOver.offers()->count() == 1);
}

TEST_CASE("A job goes on where it was left, also when its draft is with a colleague", "[controllers][drafts]")
{
    HandOverTalk h;
    const QString job = u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1103"_s;
    REQUIRE(h.desk.store->absorbEntities({u"jobs"_s, {{u"jobs"_s, job, u"Gasket"_s, 1, {}, {}, {{u"subject"_s, u"Gasket"_s}}, false}}, "1"}));
    auto draft = h.talk.draft();
    REQUIRE(h.desk.store->saveDraft(draft, "<data><job>" + job.toUtf8() + "</job></data>"));
    CHECK(jobOf(*h.desk.store, draft.id) == job);
    REQUIRE(handOverDraft(*h.desk.store, draft.id, u"s.wirawan"_s));
    CHECK(draftOfJob(*h.desk.store, job) == draft.id);
    const auto jobs = openJobs(*h.desk.store, u"m.hansen"_s);
    REQUIRE(jobs.size() == 1);
    CHECK(jobs[0].colleague == u"Sari Wirawan"_s);
}
