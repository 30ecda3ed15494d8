// SPDX-License-Identifier: Apache-2.0
// What is to be known before a talk.
#include "app/controllers/briefingcontroller.h"
#include "controllers/desk.h"

#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

const QString kruger = u"5bdc9531-9c63-41af-8ad2-4531d71a1a39"_s;

store::Entity note(const QString& id, const QString& kind, const QString& body, const QString& contact, const QString& asOf)
{
    return {u"briefings"_s,
            id,
            body,
            1,
            {},
            {},
            {{u"organisation_id"_s, Desk::frischmarktId()},
             {u"contact_id"_s, contact},
             {u"kind"_s, kind},
             {u"body"_s, body},
             {u"author"_s, u"m.hansen"_s},
             {u"as_of"_s, asOf}},
            false};
}

struct Car {
    Car()
    {
        QLocale::setDefault(QLocale(u"en"_s));
        store::Entity answered = note(u"n7"_s, u"gap"_s, u"Was answered since"_s, {}, u"2027-07-01"_s);
        answered.properties[u"answered_at"_s] = u"2027-08-01T10:00:00Z"_s;
        put(u"briefings"_s, {note(u"n1"_s, u"message"_s, u"Older message"_s, {}, u"2027-10-01"_s),
                             note(u"n2"_s, u"message"_s, u"Newer message"_s, {}, u"2027-11-01"_s),
                             note(u"n3"_s, u"message"_s, u"For Weber"_s, Desk::weberId(), u"2027-09-01"_s),
                             note(u"n4"_s, u"message"_s, u"For Krüger"_s, kruger, u"2027-11-05"_s),
                             note(u"n5"_s, u"avoid"_s, u"The late delivery of March"_s, {}, {}),
                             note(u"n6"_s, u"gap"_s, u"Which stores first?"_s, kruger, u"2027-11-04"_s), answered});
    }
    void put(const QString& list, std::vector<store::Entity> rows) { REQUIRE(desk.store->absorbEntities({list, std::move(rows), "1"})); }
    void open(const QString& list, const QString& id)
    {
        bool opened = false;
        const auto connection = QObject::connect(&briefing, &BriefingController::opened, [&] { opened = true; });
        briefing.open(list, id);
        REQUIRE(eventually([&] { return opened; }));
        QObject::disconnect(connection);
    }
    static QStringList texts(const RowModel* model)
    {
        QStringList all;
        for (int i = 0; i < model->count(); ++i)
            all += model->value(i, "text").toString();
        return all;
    }

    Desk desk;
    BriefingController briefing{*desk.thread, desk.clock};
};

} // namespace

TEST_CASE("A briefing on a person holds what is meant for her first, and what is for others not at all", "[briefing]")
{
    Car car;
    car.open(u"contacts"_s, Desk::weberId());
    CHECK(car.briefing.title() == u"Jonas Weber");
    CHECK(car.briefing.subtitle() == u"Frischmarkt Handels AG");
    CHECK(Car::texts(car.briefing.messages()) == QStringList{u"For Weber"_s, u"Newer message"_s, u"Older message"_s});
    CHECK(car.briefing.messages()->value(1, "detail").toString() == u"m.hansen · 1 Nov");
    CHECK(Car::texts(car.briefing.avoid()) == QStringList{u"The late delivery of March"_s});
    CHECK(Car::texts(car.briefing.gaps()) == QStringList{u"Which stores first?"_s}); // whoever is met may know; what was answered is over
    CHECK(car.briefing.questions()->count() == 0);
    CHECK(car.briefing.sentence().isEmpty());
}

TEST_CASE("A briefing on a firm holds what is for anybody of it", "[briefing]")
{
    Car car;
    car.open(u"organisations"_s, Desk::frischmarktId());
    CHECK(car.briefing.title() == u"Frischmarkt Handels AG");
    CHECK(Car::texts(car.briefing.messages()) == QStringList{u"For Krüger"_s, u"Newer message"_s, u"Older message"_s}); // the newest three
}

TEST_CASE("A briefing stays short: of each kind the newest, and how many lines were left out", "[briefing]")
{
    Car car;
    std::vector<store::Entity> many, offers;
    for (int i = 0; i < 9; ++i) {
        many.push_back(note(u"q%1"_s.arg(i), u"question"_s, u"Question %1"_s.arg(i), {}, u"2027-10-1%1"_s.arg(i)));
        offers.push_back({u"offers"_s,
                          u"o%1"_s.arg(i),
                          u"Q-%1"_s.arg(i),
                          1,
                          {},
                          {},
                          {{u"organisation_id"_s, Desk::frischmarktId()}, {u"stage"_s, u"sent"_s}},
                          false});
    }
    car.put(u"briefings"_s, many);
    car.put(u"offers"_s, offers);
    car.open(u"organisations"_s, Desk::frischmarktId());
    CHECK(Car::texts(car.briefing.questions()) == QStringList{u"Question 8"_s, u"Question 7"_s, u"Question 6"_s});
    CHECK(car.briefing.offers()->count() == 2);
    CHECK(car.briefing.more() == u"14 more line(s), older ones, are left out here."); // six questions, seven offers, a message
}

TEST_CASE("The last contacts are those that were, not what was promised or is not known", "[briefing]")
{
    Car car;
    const auto activity = [](const QString& id, const QString& kind, const QString& at) {
        return store::Entity{
            u"activities"_s, id, id, 1, {}, {}, {{u"organisation_id"_s, Desk::frischmarktId()}, {u"kind"_s, kind}, {u"at"_s, at}}, false};
    };
    car.put(u"activities"_s,
            {activity(u"visit 1"_s, u"visit"_s, u"2027-01-10T10:00:00Z"_s), activity(u"call 2"_s, u"call"_s, u"2027-02-10T10:00:00Z"_s),
             activity(u"mail"_s, u"mail"_s, u"2027-03-10T10:00:00Z"_s), activity(u"call 3"_s, u"call"_s, u"2027-04-10T10:00:00Z"_s),
             activity(u"call 4"_s, u"call"_s, u"2027-05-10T10:00:00Z"_s), activity(u"next visit"_s, u"visit"_s, u"2027-12-10T10:00:00Z"_s)});
    car.open(u"organisations"_s, Desk::frischmarktId());
    REQUIRE(car.briefing.contacts()->count() == 3);
    CHECK(car.briefing.contacts()->value(0, "title").toString() == u"call 4");
    CHECK(car.briefing.contacts()->value(2, "title").toString() == u"call 2");
}

TEST_CASE("From a briefing the talk begins with who was read about", "[briefing]")
{
    Car car;
    std::vector<std::pair<QString, QString>> payload;
    QObject::connect(&car.briefing, &BriefingController::conversationRequested, [&](const auto& values) { payload = values; });
    car.briefing.startConversation();
    CHECK(payload.empty()); // nobody is open
    SECTION("a person")
    {
        car.open(u"contacts"_s, Desk::weberId());
        car.briefing.startConversation();
        CHECK(payload == std::vector<std::pair<QString, QString>>{{u"contacts.@id"_s, Desk::weberId()}});
    }
    SECTION("a firm")
    {
        car.open(u"organisations"_s, Desk::frischmarktId());
        car.briefing.startConversation();
        CHECK(payload == std::vector<std::pair<QString, QString>>{{u"organisations.@id"_s, Desk::frischmarktId()}});
    }
}

TEST_CASE("Before a first talk that is said, and who is gone is said to be gone", "[briefing]")
{
    Car car;
    car.open(u"contacts"_s, kruger); // of no firm here, but what is meant for her is found by her
    CHECK(car.briefing.messages()->count() == 1);
    CHECK(car.briefing.sentence().isEmpty());
    car.put(u"contacts"_s, {{u"contacts"_s, u"new"_s, u"Somebody New"_s, 1, {}, {}, {}, false}});
    car.open(u"contacts"_s, u"new"_s);
    CHECK(car.briefing.sentence() == u"Nothing is known yet: this will be the first talk.");
    car.open(u"contacts"_s, u"nobody"_s);
    CHECK(car.briefing.sentence() == u"This customer is no longer on this tablet.");
    CHECK_FALSE(car.briefing.isOpen());
}
