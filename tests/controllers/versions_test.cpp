// SPDX-License-Identifier: Apache-2.0
// A form that changes or goes while it is being filled in, and what this person answered the last time.
#include "talk.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace
{

/// A form in two languages whose first question is asked as its version says.
QByteArray visit(const char* version)
{
    const QByteArray v(version);
    return "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:jr='http://openrosa.org/javarosa' "
           "xmlns:rapport='urn:rapport:xforms:1'><h:head><h:title>Visit</h:title><model><itext><translation lang='English (en)' default='true()'>"
           "<text id='a'><value>Reason of version " +
           v + "</value></text></translation><translation lang='Deutsch (de)'><text id='a'><value>Grund, Version " + v +
           "</value></text></translation></itext><instance><data id='visit' version='" + v + "'><a/><n/><many/><secret/><new" + v +
           "/><meta><instanceID/></meta></data></instance><bind nodeset='/data/a' required='true()'/>"
           "<bind nodeset='/data/n' type='int'/><bind nodeset='/data/secret' rapport:visibility='internal-person'/>"
           "<bind nodeset='/data/meta/instanceID' jr:preload='uid' type='string'/></model></h:head><h:body>"
           "<input ref='/data/a'><label ref=\"jr:itext('a')\"/></input><input ref='/data/n'><label>Shops</label></input>"
           "<select "
           "ref='/data/many'><label>What</label><item><label>Brochure</label><value>b</value></item><item><label>Offer</label><value>o</value></"
           "item></select>"
           "<input ref='/data/secret'><label>About her</label></input></h:body></h:html>";
}

void publish(const Desk& desk, const char* version)
{
    REQUIRE(desk.store->putForm({u"visit"_s, QString::fromLatin1(version), u"md5:"_s + QString::fromLatin1(version), u"Visit"_s, visit(version)}));
}

QString lastText(Talk& talk, const char* question)
{
    return talk.of(QString::fromLatin1(question), "extra").toMap()[u"lastText"_s].toString();
}

/// One conversation from beginning to end.
void finishVisit(const Desk& desk, const QString& answer)
{
    Talk talk(desk);
    QSignalSpy finished(&talk.controller, &ConversationController::finished);
    talk.controller.startForm(u"visit"_s, {});
    REQUIRE(talk.controller.answer(talk.id(u"a"_s), answer));
    REQUIRE(talk.controller.answer(talk.id(u"n"_s), u"1200"_s));
    talk.controller.choose(talk.id(u"many"_s), u"b"_s, true);
    talk.controller.choose(talk.id(u"many"_s), u"o"_s, true);
    REQUIRE(talk.controller.answer(talk.id(u"secret"_s), u"She is new there"_s));
    talk.controller.finish();
    REQUIRE(eventually([&] { return finished.size() == 1; }));
}

} // namespace

TEST_CASE("A form that is updated or withdrawn while it is open is finished in the version it began with", "[versions]")
{
    const Desk desk;
    publish(desk, "1");
    Talk talk(desk);
    QSignalSpy finished(&talk.controller, &ConversationController::finished);
    talk.controller.startForm(u"visit"_s, {});
    REQUIRE(talk.controller.answer(talk.id(u"n"_s), u"3"_s));
    REQUIRE(talk.saved());
    const QString id = talk.controller.conversationId();

    const bool withdrawn = GENERATE(false, true);
    if (withdrawn)
        REQUIRE(desk.store->retireAllBut({}, {}));
    else
        publish(desk, "2");
    CHECK(talk.of(u"a"_s, "label") == u"Reason of version 1"_s);

    const bool reopened = GENERATE(false, true);
    if (reopened) {
        talk.controller.keepDraft();
        REQUIRE(eventually([&] { return !talk.controller.isOpen(); }));
        talk.controller.open(id);
        CHECK(talk.of(u"a"_s, "label") == u"Reason of version 1"_s);
        CHECK(talk.of(u"n"_s, "value") == u"3"_s);
    }
    REQUIRE(talk.controller.answer(talk.id(u"a"_s), u"A new shop"_s));
    talk.controller.finish();
    REQUIRE(eventually([&] { return finished.size() == 1; }));
    CHECK(desk.store->conversation(store::ConversationId::parse(id))->formVersion == u"1"_s);
    CHECK(desk.store->instance(store::ConversationId::parse(id))->contains("version=\"1\""));

    QSignalSpy failed(&talk.controller, &ConversationController::failed);
    talk.controller.startForm(u"visit"_s, {});
    CHECK(failed.size() == (withdrawn ? 1 : 0)); // nothing new begins with what was withdrawn
    if (!withdrawn)
        CHECK(talk.of(u"a"_s, "label") == u"Reason of version 2"_s);
}

TEST_CASE("A draft that is reopened after the app speaks another language speaks it too", "[versions]")
{
    const Desk desk;
    publish(desk, "1");
    Talk talk(desk);
    talk.controller.startForm(u"visit"_s, {});
    REQUIRE(talk.controller.answer(talk.id(u"a"_s), u"A new shop"_s));
    const QString id = talk.controller.conversationId();
    talk.controller.keepDraft();
    REQUIRE(eventually([&] { return !talk.controller.isOpen(); }));
    talk.controller.speak(u"de"_s);
    talk.controller.open(id);
    CHECK(talk.of(u"a"_s, "label") == u"Grund, Version 1"_s);
    CHECK(talk.of(u"a"_s, "value") == u"A new shop"_s);
    talk.controller.speak(u"id"_s); // which the form does not have
    CHECK(talk.controller.language() == u"Deutsch (de)"_s);
}

TEST_CASE("Below an empty question stands what this person answered the last time, for one touch", "[versions][last]")
{
    const Desk desk;
    publish(desk, "1");
    {
        Talk first(desk);
        first.controller.startForm(u"visit"_s, {});
        CHECK(lastText(first, "a").isEmpty());
    }
    finishVisit(desk, u"A new shop"_s);
    publish(desk, "2"); // the questions are the same
    Talk talk(desk);
    talk.controller.startForm(u"visit"_s, {});
    REQUIRE(eventually([&] { return !lastText(talk, "a").isEmpty(); }));
    CHECK(lastText(talk, "a") == u"A new shop"_s);
    CHECK(lastText(talk, "n") == u"1200"_s);
    CHECK(lastText(talk, "many") == u"Brochure, Offer"_s);
    CHECK(lastText(talk, "secret").isEmpty());
    CHECK(talk.of(u"a"_s, "value").toString().isEmpty()); // nothing is filled in by itself

    talk.controller.takeLast(talk.id(u"many"_s));
    CHECK(talk.of(u"many"_s, "chosen").toStringList() == QStringList{u"b"_s, u"o"_s});
    talk.controller.takeLast(talk.id(u"secret"_s));
    CHECK(talk.of(u"secret"_s, "value").toString().isEmpty());

    talk.controller.setOneByOne(true); // a visitor may look at it
    CHECK(lastText(talk, "a").isEmpty());
    talk.controller.takeLast(talk.id(u"a"_s));
    CHECK(talk.of(u"a"_s, "value").toString().isEmpty());
}
