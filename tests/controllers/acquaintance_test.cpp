// SPDX-License-Identifier: Apache-2.0
// Somebody who was read beside somebody who is on file, and what becomes of both (story A6).
#include "app/conversation/formshelf.h"
#include "app/conversation/introduction.h"
#include "desk.h"

#include <QJsonArray>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;
using Who = Choice::Who;
using Other = Choice::Other;
using Stays = Compared::Stays;

namespace
{

/// Jonas Weber as the CRM has him.
OnFile weber()
{
    return {Desk::weberId(),
            Desk::frischmarktId(),
            {{u"contacts.given_name"_s, u"Jonas"_s},
             {u"contacts.family_name"_s, u"Weber"_s},
             {u"contacts.job_title"_s, u"Strategic purchasing"_s},
             {u"contacts.email"_s, u"jonas.weber@frischmarkt.example"_s},
             {u"contacts.phone"_s, u"+49 30 23125 201"_s},
             {u"contacts.other_emails"_s, u"jw@frischmarkt.example"_s},
             {u"organisations.legal_name"_s, u"Frischmarkt Handels AG"_s},
             {u"organisations.city"_s, u"Mannheim"_s}}};
}

Choice person(Other other = Other::Keep)
{
    return {Who::Person, other, Desk::weberId(), Desk::frischmarktId()};
}

QString of(const Said& said, const QString& key)
{
    const auto found = std::find_if(said.begin(), said.end(), [&](const auto& one) { return one.first == key; });
    return found == said.end() ? u"-"_s : found->second;
}

} // namespace

TEST_CASE("What differs from what is on file is marked, ways to write the same are not", "[acquaintance]")
{
    struct Row {
        const char* note;
        QString key, read;
        bool differs;
    };
    const auto row = GENERATE(values<Row>({
        {"another address", u"contacts.email"_s, u"j.weber@frischmarkt.example"_s, true},
        {"the same in capitals", u"contacts.email"_s, u"Jonas.Weber@Frischmarkt.example"_s, false},
        {"one of the further ones", u"contacts.email"_s, u"jw@frischmarkt.example"_s, false},
        {"the number without its country", u"contacts.phone"_s, u"030 23125201"_s, false},
        {"the number as a mobile", u"contacts.mobile"_s, u"+493023125201"_s, false},
        {"another number", u"contacts.phone"_s, u"+49 30 23125 202"_s, true},
        {"too short to be compared as a number", u"contacts.phone"_s, u"201"_s, true},
        {"the firm without its form", u"organisations.legal_name"_s, u"FRISCHMARKT HANDELS"_s, false},
        {"another firm", u"organisations.legal_name"_s, u"Tiefkühl Direkt GmbH"_s, true},
        {"another position", u"contacts.job_title"_s, u"Leiter Strategischer Einkauf"_s, true},
        {"the same position", u"contacts.job_title"_s, u"strategic  Purchasing"_s, false},
        {"nothing on file to differ from", u"organisations.street"_s, u"Augustaanlage 12"_s, false},
    }));
    INFO(row.note);
    const auto fields = compare({{row.key, row.read}}, weber(), person(), u"DE"_s);
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const Compared& one) { return one.key == row.key; });
    REQUIRE(field != fields.end());
    CHECK(field->read == row.read);
    CHECK(field->differs == row.differs);
}

TEST_CASE("A person says what becomes of another address; the name, and the firm's record, stay as they are on file", "[acquaintance]")
{
    const Said card{{u"contacts.given_name"_s, u"J."_s},
                    {u"contacts.family_name"_s, u"WEBER"_s},
                    {u"contacts.job_title"_s, u"Leiter Strategischer Einkauf"_s},
                    {u"contacts.email"_s, u"j.weber@frischmarkt.example"_s},
                    {u"contacts.phone"_s, u"+49 30 23125 201"_s},
                    {u"contacts.mobile"_s, u"+49 171 5550100"_s},
                    {u"organisations.legal_name"_s, u"Frischmarkt"_s},
                    {u"organisations.street"_s, u"Augustaanlage 12"_s},
                    {u"organisations.city"_s, u"Heidelberg"_s}};
    struct Row {
        const char* note;
        Choice choice;
        QString email, others, job, street, city, name;
    };
    const auto row = GENERATE(values<Row>({
        {"apart", {}, u"j.weber@frischmarkt.example"_s, u"-"_s, u"Leiter Strategischer Einkauf"_s, u"Augustaanlage 12"_s, u"Heidelberg"_s, u"J."_s},
        {"the same person", person(), u"-"_s, u"-"_s, u"Leiter Strategischer Einkauf"_s, u"Augustaanlage 12"_s, u"-"_s, u"-"_s},
        {"add", person(Other::Add), u"-"_s, u"jw@frischmarkt.example j.weber@frischmarkt.example"_s, u"Leiter Strategischer Einkauf"_s,
         u"Augustaanlage 12"_s, u"-"_s, u"-"_s},
        {"replace", person(Other::Replace), u"j.weber@frischmarkt.example"_s, u"-"_s, u"Leiter Strategischer Einkauf"_s, u"Augustaanlage 12"_s,
         u"-"_s, u"-"_s},
        {"a colleague",
         {Who::Firm, Other::Keep, {}, Desk::frischmarktId()},
         u"j.weber@frischmarkt.example"_s,
         u"-"_s,
         u"Leiter Strategischer Einkauf"_s,
         u"Augustaanlage 12"_s,
         u"-"_s,
         u"J."_s},
    }));
    INFO(row.note);
    const Said payload = payloadFor(card, weber(), row.choice, u"DE"_s);
    CHECK(of(payload, u"contacts.email"_s) == row.email);
    CHECK(of(payload, u"contacts.other_emails"_s) == row.others);
    CHECK(of(payload, u"contacts.job_title"_s) == row.job);
    CHECK(of(payload, u"organisations.street"_s) == row.street);
    CHECK(of(payload, u"organisations.city"_s) == row.city);
    CHECK(of(payload, u"contacts.given_name"_s) == row.name);
    CHECK(of(payload, u"contacts.mobile"_s) == u"+49 171 5550100"); // nothing was on file there
    CHECK(of(payload, u"contacts.@id"_s) == (row.choice.who == Who::Person ? Desk::weberId() : u"-"_s));
    CHECK(of(payload, u"organisations.@id"_s) == (row.choice.who == Who::Firm ? Desk::frischmarktId() : u"-"_s));
    if (row.choice.who != Who::Apart)
        CHECK(payload.front().first.endsWith(u".@id"));
}

TEST_CASE("Where somebody works for another firm now, the record of the old one takes nothing of the new one", "[acquaintance]")
{
    const Said badge{{u"contacts.family_name"_s, u"Weber"_s},
                     {u"contacts.email"_s, u"weber@tiefkuehl.example"_s},
                     {u"organisations.legal_name"_s, u"Tiefkühl Direkt GmbH"_s},
                     {u"organisations.street"_s, u"Kaltgasse 1"_s}};
    const Said payload = payloadFor(badge, weber(), person(Other::Add), u"DE"_s);
    CHECK(of(payload, u"organisations.legal_name"_s) == u"-");
    CHECK(of(payload, u"organisations.street"_s) == u"-");
    CHECK(of(payload, u"contacts.other_emails"_s) == u"jw@frischmarkt.example weber@tiefkuehl.example");
}

TEST_CASE("A set takes what is new of several, once, whatever way it is written", "[acquaintance]")
{
    OnFile known = weber();
    known.values[u"contacts.other_phones"_s] = u"+491715550100"_s;
    const Said badge{{u"contacts.email"_s, u"jw@frischmarkt.example"_s},
                     {u"contacts.other_emails"_s, u"a@x.example JONAS.WEBER@frischmarkt.example a@x.example"_s},
                     {u"contacts.phone"_s, u"0171 5550100"_s},
                     {u"contacts.other_phones"_s, u"+493023125201 +49305550199"_s}};
    const Said payload = payloadFor(badge, weber(), person(Other::Add), u"DE"_s);
    CHECK(of(payload, u"contacts.email"_s) == u"-");
    CHECK(of(payload, u"contacts.other_emails"_s) == u"jw@frischmarkt.example a@x.example");
    CHECK(of(payloadFor(badge, known, person(Other::Add), u"DE"_s), u"contacts.other_phones"_s) == u"+491715550100 +49305550199");
    CHECK_FALSE(othersIn(badge, known, u"DE"_s));
}

TEST_CASE("What a person has chosen is filled in, can be taken back, and leaves everything else that she answered", "[acquaintance]")
{
    const Desk desk;
    const auto form = loadForm(*desk.store, u"trade_fair_conversation"_s, {});
    REQUIRE(form);
    auto made = forms::FormSession::start(*form, {});
    REQUIRE(made);
    forms::FormSession& session = **made;
    const auto value = [&](const char* ref) { return session.node(*session.find(QString::fromLatin1(ref))).value; };
    const auto set = [&](const char* ref, const QString& text) { REQUIRE(session.answer(*session.find(QString::fromLatin1(ref)), text)); };
    const char *known = "/data/known/known_contact", *given = "/data/contact/person/given_name", *family = "/data/contact/person/family_name",
               *email = "/data/contact/person/email", *job = "/data/contact/person/job_title", *others = "/data/contact/address/other_emails",
               *lead = "/data/interest/lead_status", *firm = "/data/organisation/legal_name", *language = "/data/contact/person/language";
    set(given, u"J."_s);
    set(family, u"Weber"_s);
    set(email, u"j.weber@frischmarkt.example"_s);
    set(job, u"Head of purchasing"_s);
    set(lead, u"hot"_s); // the list has an older opinion, or none
    set(language, u"de"_s);

    const Said read = saidIn(session);
    CHECK(of(read, u"contacts.email"_s) == u"j.weber@frischmarkt.example");
    CHECK(contactOf(read).familyName == u"Weber");
    const auto onTablet = onFile(*desk.store, u"contacts"_s, Desk::weberId());
    REQUIRE(onTablet);
    REQUIRE(*onTablet);
    CHECK((*onTablet)->organisationId == Desk::frischmarktId());
    const auto done = introduce(session, read, payloadFor(read, **onTablet, person(Other::Add), u"DE"_s));
    CHECK(done.unplaced.empty());
    CHECK(value(known) == Desk::weberId());
    CHECK(value(given) == u"Jonas");
    CHECK(value(email) == u"jonas.weber@frischmarkt.example");
    CHECK(value(others) == u"j.weber@frischmarkt.example");
    CHECK(value(job) == u"Head of purchasing");
    CHECK(value(lead) == u"hot");
    CHECK(value(language) == u"de");
    CHECK(value(firm) == u"Frischmarkt Handels AG");
    CHECK(exchangesOf(toJson(done.exchanges)) == done.exchanges);

    set(job, u"Director"_s); // since then
    takeBack(session, done.exchanges);
    CHECK(value(known).isEmpty());
    CHECK(value(given) == u"J.");
    CHECK(value(email) == u"j.weber@frischmarkt.example");
    CHECK(value(others).isEmpty());
    CHECK(value(job) == u"Director");
    CHECK(value(lead) == u"hot");
    CHECK(value(language) == u"de");
    CHECK(value(firm).isEmpty());
}

TEST_CASE("What is known of an acquaintance survives on the disk", "[acquaintance]")
{
    const Acquaintance before{{{u"contacts.email"_s, u"a@b.example"_s}}, person(Other::Replace), true};
    CHECK(acquaintanceOf(toJson(before)) == before);
    CHECK(acquaintanceOf({}) == Acquaintance{});
}
