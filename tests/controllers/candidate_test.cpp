// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/candidate.h"
#include "desk.h"

#include <QSet>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;

TEST_CASE("Before anything is saved, whom somebody may be is told with the reasons", "[candidates]")
{
    const Desk desk;
    contact::Contact met;
    met.givenName = u"Jonas"_s;
    met.familyName = u"Weber"_s;
    met.organisation = u"Frischmarkt Handels AG"_s;
    met.emails = {u"j.weber@frischmarkt.example"_s};
    SECTION("the same name and firm, another address")
    {
        const auto found = candidatesFor(*desk.store, met);
        REQUIRE(found);
        REQUIRE(found->size() == 2);
        const Candidate &weber = found->front(), &firm = found->back();
        CHECK(weber.id == Desk::weberId());
        CHECK(weber.isPerson());
        CHECK_FALSE(weber.surely);
        CHECK(weber.who() == u"Jonas Weber, Frischmarkt Handels AG");
        CHECK(weber.because() == u"same name · same firm · same internet domain · other e-mail");
        CHECK(weber.score > 0.9);
        CHECK(firm.label == u"Frischmarkt Handels AG");
        CHECK_FALSE(firm.isPerson());
        CHECK(firm.because() == u"same firm");
    }
    SECTION("the same address")
    {
        met.emails = {u"Jonas.Weber@frischmarkt.example"_s};
        const auto found = candidatesFor(*desk.store, met);
        REQUIRE_FALSE(found->empty());
        CHECK(found->front().surely);
    }
    SECTION("a stranger")
    {
        const contact::Contact nobody;
        CHECK(candidatesFor(*desk.store, nobody)->empty());
    }
}

TEST_CASE("Every reason has words of its own", "[candidates]")
{
    QSet<QString> words;
    for (int reason = 0; reason <= int(contact::Reason::OtherCity); ++reason)
        words.insert(Candidate::reason(contact::Reason(reason)));
    CHECK(words.size() == int(contact::Reason::OtherCity) + 1);
    CHECK_FALSE(words.contains(QString()));
}
