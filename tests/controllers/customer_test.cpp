// SPDX-License-Identifier: Apache-2.0
// Whom we know: found while typing, seen at a glance, and whether the tablet is ready.
#include "app/controllers/customercontroller.h"
#include "app/controllers/readinesscontroller.h"
#include "app/controllers/searchcontroller.h"
#include "app/conversation/recents.h"
#include "controllers/desk.h"

#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

store::Entity row(const QString& list, const QString& id, const QString& label, const std::map<QString, QString>& properties)
{
    return {list, id, label, 1, {}, {}, properties, false};
}

/// The desk, and what the ERP says of Frischmarkt.
struct Customers {
    Customers()
    {
        QLocale::setDefault(QLocale(u"en"_s));
        const QString firm = Desk::frischmarktId();
        const auto put = [&](const QString& list, std::vector<store::Entity> rows) {
            REQUIRE(desk.store->absorbEntities({list, std::move(rows), "2"}));
        };
        put(u"offers"_s, {row(u"offers"_s, u"q1"_s, u"Q-1"_s,
                              {{u"organisation_id"_s, firm},
                               {u"number"_s, u"Q-1"_s},
                               {u"amount"_s, u"86400.00"_s},
                               {u"currency"_s, u"EUR"_s},
                               {u"stage"_s, u"sent"_s},
                               {u"valid_until"_s, u"2027-11-30"_s},
                               {u"as_of"_s, u"2027-11-09T22:00:00Z"_s},
                               {u"source"_s, u"erp"_s}}),
                          row(u"offers"_s, u"q2"_s, u"Q-2"_s, {{u"organisation_id"_s, firm}, {u"stage"_s, u"declined"_s}}),
                          row(u"offers"_s, u"q3"_s, u"Q-3"_s, {{u"organisation_id"_s, u"somebody-else"_s}, {u"stage"_s, u"sent"_s}})});
        put(u"opportunities"_s, {row(u"opportunities"_s, u"p1"_s, u"Rumänien Rollout"_s,
                                     {{u"organisation_id"_s, firm},
                                      {u"title"_s, u"Rumänien Rollout"_s},
                                      {u"stage"_s, u"qualified"_s},
                                      {u"next_step"_s, u"Visit the first shop"_s},
                                      {u"as_of"_s, u"2027-11-01T22:00:00Z"_s},
                                      {u"source"_s, u"crm"_s}})});
        put(u"sales"_s, {row(u"sales"_s, u"s1"_s, {},
                             {{u"organisation_id"_s, firm}, {u"date"_s, u"2027-02-01"_s}, {u"amount"_s, u"1000000.10"_s}, {u"currency"_s, u"EUR"_s}}),
                         row(u"sales"_s, u"s2"_s, {},
                             {{u"organisation_id"_s, firm}, {u"date"_s, u"2027-03-01"_s}, {u"amount"_s, u"284299.90"_s}, {u"currency"_s, u"EUR"_s}}),
                         row(u"sales"_s, u"s3"_s, {},
                             {{u"organisation_id"_s, firm}, {u"date"_s, u"2026-03-01"_s}, {u"amount"_s, u"1102750"_s}, {u"currency"_s, u"EUR"_s}}),
                         row(u"sales"_s, u"s4"_s, {},
                             {{u"organisation_id"_s, firm}, {u"date"_s, u"2024-03-01"_s}, {u"amount"_s, u"5"_s}, {u"currency"_s, u"EUR"_s}}),
                         row(u"sales"_s, u"s5"_s, {},
                             {{u"organisation_id"_s, firm}, {u"date"_s, u"2027-03-01"_s}, {u"amount"_s, u"a lot"_s}, {u"currency"_s, u"EUR"_s}})});
    }

    /// Rows of a list beside those of the constructor.
    void put(const QString& list, std::vector<store::Entity> rows) { REQUIRE(desk.store->absorbEntities({list, std::move(rows), "3", false})); }
    void open(const QString& list, const QString& id)
    {
        int readings = 0;
        const auto connection = QObject::connect(&customer, &CustomerController::opened, [&] { ++readings; });
        customer.open(list, id);
        REQUIRE(eventually([&] { return readings > 0; }));
        QObject::disconnect(connection);
    }

    Desk desk;
    Clock clock = [] { return QDateTime::fromString(u"2027-11-10T09:12:00+01:00"_s, Qt::ISODate); };
    CustomerController customer{*desk.thread, clock};
};

} // namespace

TEST_CASE("A firm is seen at a glance, with where each figure comes from", "[customer]")
{
    Customers c;
    bool opened = false;
    QObject::connect(&c.customer, &CustomerController::opened, [&] { opened = true; });
    c.customer.open(u"organisations"_s, Desk::frischmarktId());
    REQUIRE(eventually([&] { return opened; }));
    CHECK(c.customer.title() == u"Frischmarkt Handels AG");
    CHECK(c.customer.revenue() == u"€\u00a01,284,300");
    CHECK(c.customer.revenueBefore() == u"All of 2026: €\u00a01,102,750");
    REQUIRE(c.customer.offers()->count() == 1); // open ones of this firm
    CHECK(c.customer.offers()->value(0, "amount").toString() == u"€\u00a086,400");
    CHECK(c.customer.offers()->value(0, "detail").toString() == u"valid to 30 Nov");
    CHECK(c.customer.offers()->value(0, "origin").toString() == u"ERP · as of 9 Nov 23:00");
    CHECK_FALSE(c.customer.offers()->value(0, "stale").toBool());
    REQUIRE(c.customer.opportunities()->count() == 1);
    CHECK(c.customer.opportunities()->value(0, "detail").toString() == u"next: Visit the first shop");
    CHECK(c.customer.opportunities()->value(0, "stale").toBool()); // nine days old
    REQUIRE(c.customer.people()->count() == 1);
    CHECK(c.customer.people()->value(0, "name").toString() == u"Jonas Weber");
}

TEST_CASE("What a firm bought stands beside the same day of last year, and as two lines through the year", "[customer]")
{
    Customers c;
    c.open(u"organisations"_s, Desk::frischmarktId());
    CHECK(c.customer.revenueTrend() == u"16.5 % more than by 10 Nov 2026");
    CHECK(c.customer.revenueGrows());
    const QVariantMap course = c.customer.revenueCourse();
    const QVariantList now = course[u"current"_s].toList(), before = course[u"previous"_s].toList();
    CHECK(now.size() == 12); // January's beginning, ten ends of months, today
    CHECK(before.size() == 13);
    CHECK(now.last().toMap()[u"y"_s].toDouble() == 1); // the most
    CHECK(before.last().toMap()[u"x"_s].toDouble() == 1);
    CHECK(before.last().toMap()[u"y"_s].toDouble() == Approx(1102750.0 / 1284300.0));
    CHECK(course[u"level"_s].toString() == u"€\u00a0500,000");
}

TEST_CASE("An offer that ends soon says so, and a figure that is old says how old", "[customer]")
{
    Customers c;
    c.open(u"organisations"_s, Desk::frischmarktId());
    CHECK(c.customer.offers()->value(0, "soon").toString() == u"20 day(s) left");
    CHECK(c.customer.opportunities()->value(0, "origin").toString() == u"CRM · as of 1 Nov 23:00 · 8 day(s) old");
}

TEST_CASE("Machines and open tickets of a firm lead to their files", "[customer]")
{
    Customers c;
    c.put(u"machines"_s,
          {row(u"machines"_s, u"m1"_s, u"PX-450 no. 1"_s, {{u"organisation_id"_s, Desk::frischmarktId()}, {u"location"_s, u"Aisle 1"_s}}),
           row(u"machines"_s, u"m2"_s, u"PX-450 no. 2"_s, {{u"organisation_id"_s, Desk::frischmarktId()}, {u"last_service"_s, u"2027-05-12"_s}}),
           row(u"machines"_s, u"m3"_s, u"PX-450 no. 3"_s, {{u"organisation_id"_s, u"somebody-else"_s}})});
    c.put(u"jobs"_s, {row(u"jobs"_s, u"j1"_s, u"Noise"_s, {{u"machine_id"_s, u"m2"_s}, {u"assignee"_s, u"somebody"_s}, {u"due"_s, u"2027-11-12"_s}}),
                      row(u"jobs"_s, u"j2"_s, u"Old"_s, {{u"machine_id"_s, u"m2"_s}, {u"state"_s, u"done"_s}}),
                      row(u"jobs"_s, u"j3"_s, u"Delivery"_s, {{u"organisation_id"_s, Desk::frischmarktId()}}),
                      row(u"jobs"_s, u"j4"_s, u"Elsewhere"_s, {{u"machine_id"_s, u"m3"_s}})});
    QStringList asked;
    QObject::connect(&c.customer, &CustomerController::machineRequested, [&](const QString& id) { asked += u"machine "_s + id; });
    QObject::connect(&c.customer, &CustomerController::jobRequested, [&](const QString& id) { asked += u"job "_s + id; });
    c.open(u"organisations"_s, Desk::frischmarktId());
    REQUIRE(c.customer.machines()->count() == 2);
    CHECK(c.customer.machines()->value(0, "name").toString() == u"PX-450 no. 2"); // where something is to be done
    CHECK(c.customer.machines()->value(0, "state").toString() == u"1 open ticket(s)");
    CHECK(c.customer.machines()->value(0, "detail").toString() == u"last service 12 May");
    CHECK(c.customer.machines()->value(1, "detail").toString() == u"Aisle 1");
    REQUIRE(c.customer.tickets()->count() == 2);
    CHECK(c.customer.tickets()->value(0, "title").toString() == u"Noise"); // due first, whoever does it
    c.customer.openMachine(1);
    c.customer.openTicket(0);
    c.customer.openTicket(1); // of no machine
    c.customer.openTicket(7);
    CHECK(asked == QStringList{u"machine m1"_s, u"machine m2"_s, u"job j3"_s});
}

TEST_CASE("The timeline tells in order what happened, by kind where that is wanted, and each row leads where it came from", "[customer]")
{
    Customers c;
    c.put(u"activities"_s, {row(u"activities"_s, u"a1"_s, u"Visit"_s,
                                {{u"organisation_id"_s, Desk::frischmarktId()},
                                 {u"kind"_s, u"visit"_s},
                                 {u"at"_s, u"2027-08-26T10:00:00+02:00"_s},
                                 {u"source"_s, u"crm"_s}}),
                            row(u"activities"_s, u"a2"_s, u"Brochure"_s,
                                {{u"organisation_id"_s, Desk::frischmarktId()},
                                 {u"kind"_s, u"mail"_s},
                                 {u"at"_s, u"2027-09-02T10:00:00+02:00"_s},
                                 {u"contact_id"_s, Desk::weberId()}}),
                            row(u"activities"_s, u"a3"_s, u"Elsewhere"_s,
                                {{u"organisation_id"_s, u"somebody-else"_s}, {u"kind"_s, u"visit"_s}, {u"at"_s, u"2027-08-26T10:00:00+02:00"_s}})});
    c.put(u"machines"_s,
          {row(u"machines"_s, u"m1"_s, u"PX-450 no. 1"_s, {{u"organisation_id"_s, Desk::frischmarktId()}, {u"last_service"_s, u"2027-10-14"_s}})});
    c.put(u"followups"_s, {row(u"followups"_s, u"f1"_s, u"appointment"_s,
                               {{u"contact_id"_s, Desk::weberId()}, {u"kind"_s, u"appointment"_s}, {u"due"_s, u"2027-12-02"_s}})});
    store::Conversation talk;
    talk.id = store::ConversationId::make();
    talk.instanceId = u"uuid:"_s + talk.id.text();
    talk.formId = u"trade_fair_conversation"_s;
    talk.formVersion = c.desk.fairVersion;
    talk.title = u"Jonas Weber"_s;
    talk.organisation = u"Frischmarkt Handels AG"_s;
    talk.startedAt = c.clock();
    REQUIRE(c.desk.store->saveDraft(talk, "<data/>"));
    c.open(u"organisations"_s, Desk::frischmarktId());
    const auto titles = [&] {
        QStringList all;
        for (int i = 0; i < c.customer.timeline()->count(); ++i)
            all += c.customer.timeline()->value(i, "title").toString();
        return all;
    };
    CHECK(titles() == QStringList{u"Promised: appointment"_s, u"Talk with Jonas Weber"_s, u"Service"_s, u"Brochure"_s, u"Visit"_s});
    CHECK(c.customer.appointmentText() == u"Appointment on 2 Dec");
    CHECK(c.customer.timeline()->value(4, "moment").toString() == u"26 Aug 09:00"); // as the clock of today reads it
    CHECK(c.customer.timeline()->value(4, "origin").toString() == u"CRM");
    CHECK_FALSE(c.customer.timeline()->value(4, "leads").toBool());
    REQUIRE(c.customer.timelineGroups()->count() == 4);

    QStringList asked;
    QObject::connect(&c.customer, &CustomerController::machineRequested, [&](const QString& id) { asked += u"machine "_s + id; });
    QObject::connect(&c.customer, &CustomerController::meetingRequested, [&](const QString& id) { asked += u"meeting "_s + id; });
    c.customer.openHappening(1);
    c.customer.openHappening(2);
    c.customer.openHappening(4);
    CHECK(asked == QStringList{u"meeting "_s + talk.id.text(), u"machine m1"_s});
    c.customer.chooseGroup(2);
    CHECK(titles() == QStringList{u"Promised: appointment"_s, u"Brochure"_s});
    c.customer.chooseGroup(0);

    INFO("the person of a row, and back to the firm");
    c.customer.openHappening(3);
    REQUIRE(eventually([&] { return c.customer.person() == u"Jonas Weber"; }));
    CHECK(c.customer.back());
    REQUIRE(eventually([&] { return c.customer.person().isEmpty(); }));
    CHECK_FALSE(c.customer.back());
}

TEST_CASE("A long timeline is shown from its newest end, and further when asked for", "[customer]")
{
    Customers c;
    std::vector<store::Entity> many;
    for (int i = 0; i < 30; ++i)
        many.push_back(row(u"activities"_s, u"a%1"_s.arg(i), u"Call %1"_s.arg(i),
                           {{u"organisation_id"_s, Desk::frischmarktId()},
                            {u"kind"_s, u"call"_s},
                            {u"at"_s, u"2027-0%1-1%2T10:00:00Z"_s.arg(1 + i / 10).arg(i % 10)}}));
    c.put(u"activities"_s, many);
    c.open(u"organisations"_s, Desk::frischmarktId());
    CHECK(c.customer.timeline()->count() == 8);
    CHECK(c.customer.timeline()->value(0, "title").toString() == u"Call 29");
    CHECK(c.customer.timelineGroups()->count() == 0); // there is one kind only
    c.customer.showOlder();
    CHECK(c.customer.timeline()->count() == 24);
    CHECK(c.customer.older() == u"Show older");
    c.customer.showOlder();
    CHECK(c.customer.timeline()->count() == 30);
    CHECK(c.customer.older().isEmpty());
}

TEST_CASE("Of whom nothing is known that is said, in place of empty headings", "[customer]")
{
    Customers c;
    c.open(u"contacts"_s, u"5bdc9531-9c63-41af-8ad2-4531d71a1a39"_s);
    CHECK(c.customer.title() == u"Helene Krüger");
    CHECK(c.customer.sentence() == u"Nothing more is known here yet.");
    CHECK(c.customer.briefingText().isEmpty());
}

TEST_CASE("Of a firm with many people the first ones are shown, and all when asked for", "[customer]")
{
    Customers c;
    std::vector<store::Entity> staff;
    for (int i = 0; i < 250; ++i)
        staff.push_back(row(u"contacts"_s, u"p%1"_s.arg(i), u"Person %1"_s.arg(i + 100), {{u"organisation_id"_s, Desk::frischmarktId()}}));
    REQUIRE(c.desk.store->absorbEntities({u"contacts"_s, staff, "3"}));
    c.customer.open(u"organisations"_s, Desk::frischmarktId());
    REQUIRE(eventually([&] { return c.customer.isOpen(); }));
    CHECK(c.customer.people()->count() == 6);
    CHECK(c.customer.people()->value(0, "name").toString() == u"Jonas Weber");
    CHECK_FALSE(c.customer.morePeople().isEmpty());
    c.customer.showAllPeople();
    CHECK(c.customer.people()->count() == 200);
    CHECK(c.customer.morePeople().isEmpty());
}

TEST_CASE("A conversation with a customer begins with who she is", "[customer]")
{
    Customers c;
    std::vector<std::pair<QString, QString>> payload;
    QObject::connect(&c.customer, &CustomerController::conversationRequested, [&](const auto& values) { payload = values; });
    SECTION("a person")
    {
        c.customer.open(u"contacts"_s, Desk::weberId());
        REQUIRE(eventually([&] { return c.customer.isOpen(); }));
        CHECK(c.customer.title() == u"Frischmarkt Handels AG");
        CHECK(c.customer.person() == u"Jonas Weber");
        c.customer.startConversation();
        CHECK(payload == std::vector<std::pair<QString, QString>>{{u"contacts.@id"_s, Desk::weberId()}});
    }
    SECTION("somebody of a firm")
    {
        c.customer.open(u"organisations"_s, Desk::frischmarktId());
        REQUIRE(eventually([&] { return c.customer.isOpen(); }));
        c.customer.startConversation();
        CHECK(payload == std::vector<std::pair<QString, QString>>{{u"organisations.@id"_s, Desk::frischmarktId()}});
    }
}

TEST_CASE("Another form begins with the firm and the person of the page", "[customer]")
{
    Customers c;
    std::vector<std::pair<QString, QString>> payload;
    QString form;
    QObject::connect(&c.customer, &CustomerController::formRequested, [&](const QString& id, const auto& values) {
        form = id;
        payload = values;
    });
    c.customer.startForm(u"voice_of_customer"_s);
    CHECK(form.isEmpty()); // nobody is open
    c.customer.open(u"contacts"_s, Desk::weberId());
    REQUIRE(eventually([&] { return c.customer.isOpen(); }));
    c.customer.startForm(u"voice_of_customer"_s);
    CHECK(form == u"voice_of_customer");
    CHECK(payload == std::vector<std::pair<QString, QString>>{{u"organisations.@id"_s, Desk::frischmarktId()}, {u"contacts.@id"_s, Desk::weberId()}});
}

TEST_CASE("The pane beside a conversation follows whom it is with", "[customer]")
{
    Customers c;
    c.customer.follow(Desk::weberId(), {}, {});
    REQUIRE(eventually([&] { return c.customer.isOpen(); }));
    c.customer.follow({}, {}, {});
    CHECK_FALSE(c.customer.isOpen());
    CHECK(c.customer.offers()->count() == 0);
    c.customer.follow({}, Desk::frischmarktId(), {});
    REQUIRE(eventually([&] { return c.customer.isOpen(); }));
    CHECK(c.customer.person().isEmpty());
}

TEST_CASE("A customer who is gone is said to be gone", "[customer]")
{
    Customers c;
    c.customer.open(u"contacts"_s, u"nobody"_s);
    REQUIRE(eventually([&] { return !c.customer.sentence().isEmpty(); }));
    CHECK_FALSE(c.customer.isOpen());
}

TEST_CASE("The newest question of a search wins, and who was opened stands there next time", "[search]")
{
    Customers c;
    SearchController search(*c.desk.thread);
    QString opened;
    QObject::connect(&search, &SearchController::customerRequested, [&](const QString& list, const QString& id) { opened = list + u'/' + id; });
    search.search(u"fri"_s);
    search.search(u"krü"_s);
    REQUIRE(eventually([&] { return search.hits()->count() == 1; }));
    CHECK(search.hits()->value(0, "label").toString() == u"Helene Krüger");
    search.open(0);
    CHECK(opened == u"contacts/5bdc9531-9c63-41af-8ad2-4531d71a1a39"_s);
    search.search({});
    REQUIRE(eventually([&] { return search.heading() == u"Opened last"; }));
    CHECK(search.hits()->value(0, "label").toString() == u"Helene Krüger");
    search.search(u"Krugre"_s);
    REQUIRE(eventually([&] { return search.heading() == u"Nothing begins like this; 1 similar"; }));
    CHECK(search.hits()->value(0, "label").toString() == u"Helene Krüger");
    search.search(u"nobody at all"_s);
    REQUIRE(eventually([&] { return search.hits()->count() == 0; }));
    CHECK_FALSE(search.sentence().isEmpty());
}

TEST_CASE("Who was opened last stands there after a restart, as the lists have it now", "[search]")
{
    Customers c;
    for (const auto& [list, id] : {std::pair{u"contacts"_s, Desk::weberId()}, std::pair{u"contacts"_s, u"nobody"_s},
                                   std::pair{u"organisations"_s, Desk::frischmarktId()}, std::pair{u"contacts"_s, Desk::weberId()}})
        REQUIRE(rememberCustomer(*c.desk.store, list, id));
    const auto recent = recentCustomers(*c.desk.store);
    REQUIRE(recent->size() == 2); // each once, nobody never
    CHECK(recent->front() == store::SearchHit{u"contacts"_s, Desk::weberId(), u"Jonas Weber"_s, u"Frischmarkt Handels AG"_s});
    CHECK(recent->back().label == u"Frischmarkt Handels AG");
    for (int i = 0; i < 20; ++i)
        REQUIRE(rememberCustomer(*c.desk.store, u"contacts"_s, QString::number(i)));
    CHECK(recentCustomers(*c.desk.store)->empty()); // eight others came after them
}

TEST_CASE("The conversation that goes on is none of those before it", "[customer]")
{
    Customers c;
    store::Conversation earlier, now;
    for (store::Conversation* one : {&earlier, &now}) {
        one->id = store::ConversationId::make();
        one->instanceId = u"uuid:"_s + one->id.text();
        one->formId = u"trade_fair_conversation"_s;
        one->formVersion = c.desk.fairVersion;
        one->title = u"Jonas Weber"_s;
        one->organisation = u"Frischmarkt Handels AG"_s;
        one->startedAt = c.clock();
        REQUIRE(c.desk.store->saveDraft(*one, "<data/>"));
    }
    c.customer.follow(Desk::weberId(), {}, now.id.text());
    REQUIRE(eventually([&] { return c.customer.isOpen(); }));
    REQUIRE(c.customer.meetings()->count() == 1);
    CHECK(c.customer.meetings()->value(0, "conversationId").toString() == earlier.id.text());
}

TEST_CASE("The tablet is ready when nothing of the day is missing, and says what is", "[readiness]")
{
    Customers c;
    ReadinessController readiness(*c.desk.thread, c.desk.dir.path(), ReadinessController::Camera::Present, c.clock);
    const auto check = [&] {
        bool done = false;
        const auto connection = QObject::connect(&readiness, &ReadinessController::changed, [&] { done = true; });
        readiness.check();
        REQUIRE(eventually([&] { return done; }));
        QObject::disconnect(connection);
    };
    check();
    CHECK_FALSE(readiness.ready()); // the hub was not heard yet
    REQUIRE(c.desk.store->setSetting(u"last_contact"_s, u"2027-11-10T07:30:00.000Z"_s));
    check();
    CHECK_FALSE(readiness.ready()); // only the first form of the fair is here
    for (const QString& form :
         {u"maintenance_checklist"_s, u"product_configuration"_s, u"account_selection"_s, u"voice_of_customer"_s, u"consent_withdrawal"_s})
        REQUIRE(c.desk.store->putForm({form, u"1"_s, u"md5:1"_s, form, "<h:html/>"}));
    check();
    CHECK(readiness.ready());
    SECTION("a clock two hours off is said")
    {
        REQUIRE(c.desk.store->setSetting(u"clock_behind"_s, u"-7200"_s));
        check();
        CHECK_FALSE(readiness.ready());
    }
    SECTION("a hub that was silent for two days is said")
    {
        REQUIRE(c.desk.store->setSetting(u"last_contact"_s, u"2027-11-08T07:30:00.000Z"_s));
        check();
        CHECK_FALSE(readiness.ready());
    }
}
