// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"
#include "sync/store/candidates.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;
using contact::Contact;
using contact::Reason;
using store::Candidate;
using store::Entity;

namespace
{

const QString contacts = u"contacts"_s, organisations = u"organisations"_s, germany = u"DE"_s;

Entity one(const QString& list, const QString& id, const QString& label, const std::map<QString, QString>& properties)
{
    return {list, id, label, 1, {}, {}, properties, false};
}

Entity person(const QString& id, const QString& given, const QString& family, std::map<QString, QString> properties)
{
    properties[u"given_name"_s] = given;
    properties[u"family_name"_s] = family;
    return one(contacts, id, given + u' ' + family, properties);
}

std::unique_ptr<store::Store> customers(test::Folder& folder)
{
    auto store = folder.open();
    REQUIRE(store->absorbEntities(
        {organisations,
         {one(organisations, u"o1"_s, u"Frischmarkt Handels AG"_s, {{u"city"_s, u"Mannheim"_s}, {u"customer_number"_s, u"104711"_s}}),
          one(organisations, u"o2"_s, u"Kühlwerk Nord GmbH"_s, {{u"website"_s, u"https://www.kuehlwerk-nord.example/de"_s}}),
          one(organisations, u"o3"_s, u"Chłodnia Bałtyk Sp. z o.o."_s, {})},
         "1"}));
    REQUIRE(store->absorbEntities(
        {contacts,
         {person(u"c1"_s, u"Jonas"_s, u"Weber"_s,
                 {{u"organisation_id"_s, u"o1"_s}, {u"email"_s, u"jonas.weber@frischmarkt.example"_s}, {u"phone"_s, u"+49 30 23125-201"_s}}),
          person(u"c2"_s, u"Jürgen"_s, u"Groß"_s, {{u"organisation_id"_s, u"o2"_s}, {u"badge_id"_s, u"KE27-000017"_s}}),
          person(u"c3"_s, u"Robert"_s, u"Hale"_s, {{u"mobile"_s, u"+44 7700 900141"_s}, {u"other_phones"_s, u"+442079460163 +442079460164"_s}}),
          person(u"c4"_s, u"Małgorzata"_s, u"Łukaszewska"_s, {{u"organisation_id"_s, u"o3"_s}}),
          person(u"c5"_s, u"Julia"_s, u"Weber"_s, {{u"organisation_id"_s, u"o1"_s}})},
         "1"}));
    return store;
}

Contact met(const QString& given, const QString& family, const QString& firm = {}, const QString& email = {}, const QString& phone = {})
{
    Contact contact;
    contact.givenName = given;
    contact.familyName = family;
    contact.organisation = firm;
    if (!email.isEmpty())
        contact.emails = {email};
    if (!phone.isEmpty())
        contact.phones = {{phone}};
    return contact;
}

QStringList ids(const Result<std::vector<Candidate>>& found)
{
    REQUIRE(found);
    QStringList all;
    for (const Candidate& one : *found)
        all.append(one.who.id);
    return all;
}

} // namespace

TEST_CASE("Whom a contact may be is found by what any of her fields has in common", "[store][candidates]")
{
    test::Folder folder;
    const auto store = customers(folder);
    struct Row {
        const char* note;
        Contact met;
        QStringList found;
    };
    Contact badge;
    badge.badgeId = u"ke27-000017"_s;
    const auto row = GENERATE_COPY(values<Row>({
        {"the address", met({}, {}, {}, u"Jonas.Weber@frischmarkt.example"_s), {u"c1"_s}},
        {"name and firm, another address", met(u"Jonas"_s, u"Weber"_s, u"Frischmarkt"_s, u"j.weber@frischmarkt.example"_s), {u"c1"_s, u"o1"_s}},
        {"the number as it is dialled at home", met(u"Jonas"_s, u"Weber"_s, {}, {}, u"030/23125201"_s), {u"c1"_s}},
        {"one of further numbers", met(u"Bob"_s, u"Hale"_s, {}, {}, u"0044 20 7946 0164"_s), {u"c3"_s}},
        {"an initial", met(u"J."_s, u"Groß"_s, u"Kuehlwerk Nord"_s), {u"c2"_s, u"o2"_s}},
        {"without accents", met(u"Juergen"_s, u"Gross"_s, u"KÜHLWERK NORD"_s), {u"c2"_s, u"o2"_s}},
        {"letters without accents", met(u"Malgorzata"_s, u"Lukaszewska"_s, u"Chlodnia Baltyk"_s), {u"c4"_s, u"o3"_s}},
        {"a typing error in the family name", met(u"Jonas"_s, u"Wbeer"_s, u"Frischmarkt"_s), {u"c1"_s, u"o1"_s}},
        {"the badge", badge, {u"c2"_s}},
        {"a colleague", met(u"Dario"_s, u"Conti"_s, {}, u"dario.conti@frischmarkt.example"_s), {u"o1"_s}},
        {"by the firm's website", met(u"Eva"_s, u"Blum"_s, {}, u"eva.blum@kuehlwerk-nord.example"_s), {u"o2"_s}},
        {"the firm in two words", met(u"Dario"_s, u"Conti"_s, u"Frisch-Markt Handels AG"_s), {u"o1"_s}},
        {"a namesake", met(u"Jonas"_s, u"Weber"_s, u"Nordfisch GmbH"_s, u"jonas.weber@nordfisch.example"_s), {}},
        {"a stranger", met(u"Pavel"_s, u"Horák"_s, u"Mrazírny Vltava s.r.o."_s), {}},
        {"nobody", Contact(), {}},
        {"signs", met(u"\"*(:"_s, u"NEAR( OR \""_s, u"-- ' AND"_s, u"\"@\".x"_s, u"((("_s), {}},
    }));
    INFO(row.note);
    CHECK(ids(store::candidates(*store, row.met, germany, 10)) == row.found);
}

TEST_CASE("A candidate says why, and what differs", "[store][candidates]")
{
    test::Folder folder;
    const auto store = customers(folder);
    const auto found = store::candidates(
        *store, met(u"Jonas"_s, u"Weber"_s, u"Frischmarkt Handels AG"_s, u"j.weber@frischmarkt.example"_s, u"030 23125 201"_s), germany, 10);
    REQUIRE(found->size() == 2);
    const Candidate &weber = found->front(), &firm = found->back();
    CHECK(weber.who == store::SearchHit{contacts, u"c1"_s, u"Jonas Weber"_s, u"Frischmarkt Handels AG"_s});
    CHECK(weber.match.score > 0.9);
    CHECK(weber.match.reasons == std::vector<Reason>{Reason::SameName, Reason::SameFirm, Reason::SamePhone, Reason::SameDomain, Reason::OtherEmail});
    CHECK(firm.who == store::SearchHit{organisations, u"o1"_s, u"Frischmarkt Handels AG"_s, u"Mannheim · 104711"_s});
    CHECK(firm.match.verdict == contact::Match::Verdict::SameFirm);
    CHECK(firm.match.reasons == std::vector<Reason>{Reason::SameFirm});
    CHECK(store::candidates(*store, met(u"Jonas"_s, u"Weber"_s), germany, 0)->empty());
}

TEST_CASE("Who was deleted is no candidate", "[store][candidates]")
{
    test::Folder folder;
    const auto store = customers(folder);
    const Contact weber = met({}, {}, {}, u"jonas.weber@frischmarkt.example"_s);
    REQUIRE(ids(store::candidates(*store, weber, germany, 10)) == QStringList{u"c1"_s});
    Entity gone = one(contacts, u"c1"_s, u"Jonas Weber"_s, {});
    gone.version = 2;
    gone.deleted = true;
    REQUIRE(store->absorbEntities({contacts, {gone}, "2"}));
    CHECK(ids(store::candidates(*store, weber, germany, 10)).isEmpty());
}
