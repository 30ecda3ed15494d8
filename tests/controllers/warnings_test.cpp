// SPDX-License-Identifier: Apache-2.0
// Values beyond their soft limits: said at once, overridden with a reason, kept with it, beside what was measured before.
#include "talk.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray check =
    "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:jr='http://openrosa.org/javarosa' "
    "xmlns:entities='http://www.opendatakit.org/xforms/entities' xmlns:rapport='urn:rapport:xforms:1'><h:head><h:title>Check</h:title><model>"
    "<instance><data id='check' version='1'><who/><g><machine>m1</machine><quantity>Pressure</quantity><value/><own/><why/>"
    "<meta><entity dataset='measurements' create='1' id=''><label/></entity></meta></g><meta><instanceID/></meta></data></instance>"
    "<bind nodeset='/data/who' required='true()'/>"
    "<bind nodeset='/data/g/machine' entities:saveto='machine_id'/><bind nodeset='/data/g/quantity' entities:saveto='quantity'/>"
    "<bind nodeset='/data/g/value' type='decimal' entities:saveto='value' rapport:unit='bar' rapport:min='1.2' rapport:max='3.5'/>"
    "<bind nodeset='/data/g/own' type='decimal' rapport:max='10' rapport:reasonRef='/data/g/why'/>"
    "<bind nodeset='/data/g/why' relevant='/data/g/own &gt; 10' required='true()'/>"
    "<bind nodeset='/data/meta/instanceID' jr:preload='uid' type='string'/>"
    "<setvalue ref='/data/g/meta/entity/@id' event='odk-instance-first-load' value='uuid()'/>"
    "<bind nodeset='/data/g/meta/entity/label' calculate=\"'Pressure'\"/></model></h:head><h:body>"
    "<input ref='/data/who'><label>Who</label></input><group ref='/data/g'><label>Measured</label><input "
    "ref='/data/g/value'><label>Pressure</label></input>"
    "<input ref='/data/g/own'><label>Current</label></input><input ref='/data/g/why'><label>Why</label></input></group></h:body></h:html>";

void publish(const Desk& desk)
{
    REQUIRE(desk.store->putForm({u"check"_s, u"1"_s, u"md5:check"_s, u"Check"_s, check}));
}

store::Entity measured(int number, const char* value, const char* at)
{
    store::Entity made;
    made.id = u"00000000-0000-4000-8000-00000000000%1"_s.arg(number);
    made.label = u"Pressure"_s;
    made.properties = {{u"machine_id"_s, u"m1"_s},
                       {u"quantity"_s, u"Pressure"_s},
                       {u"value"_s, QString::fromLatin1(value)},
                       {u"unit"_s, u"bar"_s},
                       {u"at"_s, QString::fromLatin1(at)}};
    return made;
}

QVariantMap extra(Talk& talk, const char* question)
{
    return talk.of(QString::fromLatin1(question), "extra").toMap();
}

} // namespace

TEST_CASE("A value beyond its limits is a warning that a reason overrides, apart from what is missing", "[warnings]")
{
    const Desk desk;
    publish(desk);
    Talk talk(desk);
    QSignalSpy finished(&talk.controller, &ConversationController::finished), wanted(&talk.controller, &ConversationController::questionRequested);
    talk.controller.startForm(u"check"_s, {});
    REQUIRE(talk.go(u"Measured"_s));
    CHECK_FALSE(extra(talk, "value")[u"asksReason"_s].toBool());
    REQUIRE(talk.controller.answer(talk.id(u"value"_s), u"3,9"_s));
    CHECK(extra(talk, "value")[u"asksReason"_s].toBool()); // at once, not only at the end
    CHECK(talk.detail(u"Measured"_s) == u"1 to explain"_s);
    REQUIRE(talk.controller.answer(talk.id(u"own"_s), u"12"_s));
    CHECK_FALSE(extra(talk, "own")[u"asksReason"_s].toBool()); // the form does it
    REQUIRE(talk.controller.answer(talk.id(u"why"_s), u"Door was open"_s));

    talk.controller.finish();
    CHECK(talk.controller.missingTitle() == u"1 answer(s) are missing"_s);
    CHECK(talk.controller.warningTitle() == u"1 value(s) outside the limits: please say why"_s);
    REQUIRE(talk.controller.warnings()->count() == 1);
    CHECK(talk.controller.warnings()->value(0, "text") == u"Pressure"_s);
    REQUIRE(talk.go(u"Check"_s));
    REQUIRE(talk.controller.answer(talk.id(u"who"_s), u"Ratna"_s));
    CHECK(talk.controller.missingCount() == 0);
    talk.controller.finish();
    CHECK(finished.isEmpty());
    CHECK(talk.controller.showMissing());

    talk.controller.goToMissing(talk.controller.warnings()->value(0, "nodeId").toInt());
    REQUIRE(eventually([&] { return wanted.size() == 1; }));
    CHECK_FALSE(extra(talk, "value")[u"reasonProblem"_s].toString().isEmpty());
    talk.controller.giveReason(talk.id(u"value"_s), u"Too much R290"_s);
    CHECK(extra(talk, "value")[u"reasonProblem"_s].toString().isEmpty());
    CHECK_FALSE(talk.controller.showMissing());
    const QString id = talk.controller.conversationId();

    SECTION("the reason outlives a restart and is read afterwards")
    {
        talk.controller.keepDraft();
        REQUIRE(eventually([&] { return !talk.controller.isOpen(); }));
        Talk again(desk);
        again.controller.open(id);
        REQUIRE(again.go(u"Measured"_s));
        CHECK(extra(again, "value")[u"reason"_s] == u"Too much R290"_s);
        again.controller.finish();
        REQUIRE(eventually([&] { return !again.controller.isOpen(); }));
        CHECK(desk.store->instance(store::ConversationId::parse(id))->contains("rapport:reason=\"Too much R290\""));
        again.controller.open(id);
        CHECK(again.controller.readOnly());
        REQUIRE(again.go(u"Measured"_s));
        CHECK(extra(again, "value")[u"reason"_s] == u"Too much R290"_s);
    }
    SECTION("another value wants another reason, and one within the limits none")
    {
        REQUIRE(talk.controller.answer(talk.id(u"value"_s), u"4"_s));
        CHECK(talk.controller.showMissing());
        REQUIRE(talk.controller.answer(talk.id(u"value"_s), u"2,4"_s));
        CHECK_FALSE(talk.controller.showMissing());
        talk.controller.finish();
        REQUIRE(eventually([&] { return finished.size() == 1; }));
        CHECK_FALSE(desk.store->instance(store::ConversationId::parse(id))->contains("reason="));
    }
}

TEST_CASE("Beside a measurement stands what was measured of that machine before, without keeping anybody waiting", "[warnings]")
{
    const Desk desk;
    publish(desk);
    REQUIRE(
        desk.store->absorbEntities({u"measurements"_s, {measured(1, "2.1", "2026-05-14T09:30:00"), measured(2, "3.0", "2027-05-12T09:30:00")}, "1"}));
    Talk talk(desk);
    talk.controller.startForm(u"check"_s, {});
    REQUIRE(talk.go(u"Measured"_s));
    REQUIRE(eventually([&] { return extra(talk, "value").contains(u"earlier"_s); }));
    const auto earlier = [&] { return extra(talk, "value")[u"earlier"_s].toMap(); };
    CHECK(earlier()[u"text"_s].toString().startsWith(u"2 earlier value(s), the last 3"_s));
    CHECK(earlier()[u"chart"_s].toMap()[u"points"_s].toList().size() == 2);
    CHECK_FALSE(extra(talk, "own").contains(u"earlier"_s));
    REQUIRE(talk.controller.answer(talk.id(u"value"_s), u"2,4"_s));
    CHECK(earlier()[u"chart"_s].toMap()[u"points"_s].toList().size() == 3); // what stands there now is its end
}
