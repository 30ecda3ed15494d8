// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/mecard.h"
#include "sync/contact/payload.h"

#include <catch2/catch.hpp>

using namespace rapport::contact;

namespace
{

/// A Contact of what matters in one row.
struct Told {
    const char *given = "", *family = "", *organisation = "", *title = "", *email = "", *street = "", *postcode = "", *city = "", *country = "",
               *url = "", *note = "";
    std::vector<const char*> phones = {};
};

} // namespace

TEST_CASE("Every field of a MECARD is understood, as printers write them", "[contact]")
{
    struct Row {
        const char* note;
        const char* text;
        Told told;
    };
    const auto row = GENERATE(values<Row>({
        {"family name and given name", "MECARD:N:Novotný,Pavel;;", {.given = "Pavel", .family = "Novotný"}},
        {"a name as it is spoken", "MECARD:N:Eva Maria Lindqvist;;", {.given = "Eva Maria", .family = "Lindqvist"}},
        {"small letters", "mecard:n:Novotný,Pavel;org:Mrazírny;;", {.given = "Pavel", .family = "Novotný", .organisation = "Mrazírny"}},
        {"firm and position",
         "MECARD:N:Novotný,Pavel;ORG:Mrazírny s.r.o.;TITLE:Head of Purchasing;;",
         {.given = "Pavel", .family = "Novotný", .organisation = "Mrazírny s.r.o.", .title = "Head of Purchasing"}},
        {"several numbers",
         "MECARD:N:Novotný,Pavel;TEL:+420387555302;TEL:+420603555771;TEL-AV:+420387555303;;",
         {.given = "Pavel", .family = "Novotný", .phones = {"+420 387 555 302", "+420 603 555 771", "+420 387 555 303"}}},
        {"an address of seven parts",
         "MECARD:N:A,B;ADR:,2. patro,Okružní 12,České Budějovice,,370 04,Czechia;;",
         {.given = "B", .family = "A", .street = "2. patro, Okružní 12", .postcode = "370 04", .city = "České Budějovice", .country = "Czechia"}},
        {"an address of one line",
         "MECARD:N:A,B;ADR:Okružní 12, České Budějovice;;",
         {.given = "B", .family = "A", .street = "Okružní 12, České Budějovice"}},
        {"two addresses: the first one", "MECARD:N:A,B;ADR:Okružní 12;ADR:Home 1;;", {.given = "B", .family = "A", .street = "Okružní 12"}},
        {"a link keeps its colon",
         "MECARD:N:A,B;URL:https://mrazirny.example/p?a=1;;",
         {.given = "B", .family = "A", .url = "https://mrazirny.example/p?a=1"}},
        {"escapes",
         R"(MECARD:N:O\,Neill,Mary;ORG:Kühl\;Werk \\ Co;NOTE:Hall 7\: stand B53;;)",
         {.given = "Mary", .family = "O,Neill", .organisation = R"(Kühl;Werk \ Co)", .note = "Hall 7: stand B53"}},
        {"what we have no place for",
         "MECARD:N:A,B;BDAY:19790412;SOUND:エー,ビー;NICKNAME:Bee;EMAIL:b@a.example;;",
         {.given = "B", .family = "A", .email = "b@a.example"}},
        {"lines between the fields", "MECARD:N:A,B;\r\nEMAIL:b@a.example;;", {.given = "B", .family = "A", .email = "b@a.example"}},
        {"empty fields between", "MECARD:N:A,B;TEL:;ORG:;;EMAIL:b@a.example;;", {.given = "B", .family = "A", .email = "b@a.example"}},
        {"broken off in a value", "MECARD:N:Novotný,Pavel;EMAIL:pavel@mra", {.given = "Pavel", .family = "Novotný", .email = "pavel@mra"}},
        {"broken off in a field's name", "MECARD:N:Novotný,Pavel;EMA", {.given = "Pavel", .family = "Novotný"}},
        {"broken off in an escape", "MECARD:N:Novotný,Pavel\\", {.given = "Pavel", .family = "Novotný"}},
        {"nothing in it", "MECARD:;;", {}},
    }));
    INFO(row.note);
    const auto all = parsePayload(row.text);
    REQUIRE(all.size() == 1);
    const Contact& contact = all.front();
    const Told& told = row.told;
    const auto is = [](const QString& read, const char* expected) { return read == QString::fromUtf8(expected); };
    CHECK(is(contact.givenName, told.given));
    CHECK(is(contact.familyName, told.family));
    CHECK(is(contact.organisation, told.organisation));
    CHECK(is(contact.jobTitle, told.title));
    CHECK(is(contact.emails.value(0), told.email));
    CHECK(is(contact.street, told.street));
    CHECK(is(contact.postcode, told.postcode));
    CHECK(is(contact.city, told.city));
    CHECK(is(contact.country, told.country));
    CHECK(is(contact.urls.value(0), told.url));
    CHECK(is(contact.note, told.note));
    REQUIRE(contact.phones.size() == told.phones.size());
    for (std::size_t i = 0; i < told.phones.size(); ++i)
        CHECK(is(contact.phones[i].number, told.phones[i]));
}

TEST_CASE("What only looks like a MECARD is none", "[contact]")
{
    CHECK_FALSE(parseMeCard(QStringLiteral("MECARD")));
    CHECK_FALSE(parseMeCard(QStringLiteral("a MECARD:N:A,B;;")));
}
