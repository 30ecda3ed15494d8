// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/choicesearch.h"
#include "app/controllers/questionkind.h"
#include "app/controllers/questionrows.h"
#include "desk.h"
#include "forms/xform/tables.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;
using Question::Kind;

namespace
{

/// A session that asks for one town, and for one of a region's; the towns come from an attached table.
std::unique_ptr<forms::FormSession> townsOf(const QByteArray& csv)
{
    forms::LoadOptions options;
    options.sources = [csv](const QString&) { return forms::readCsv(csv).value_or(nullptr); };
    auto form = forms::Form::load(
        "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:jr='http://openrosa.org/javarosa'><h:head>"
        "<h:title>Towns</h:title><model><instance><data id='t'><town/><region/><near/></data></instance>"
        "<instance id='towns' src='jr://file-csv/towns.csv'/></model></h:head><h:body>"
        "<select1 ref='/data/town'><itemset nodeset=\"instance('towns')/root/item\"><value ref='name'/><label ref='label'/></itemset></select1>"
        "<input ref='/data/region'/>"
        "<select1 ref='/data/near'><itemset nodeset=\"instance('towns')/root/item[region = /data/region]\"><value ref='name'/><label "
        "ref='label'/></itemset>"
        "</select1></h:body></h:html>",
        options);
    REQUIRE(form);
    auto session = forms::FormSession::start(*form, {});
    REQUIRE(session);
    return std::move(*session);
}

QByteArray manyTowns(int count)
{
    QByteArray csv = "name,label,region\n";
    for (int i = 0; i < count; ++i)
        csv += "t" + QByteArray::number(i) + ",Town " + QByteArray::number(i) + (i % 1000 == 7 ? " \xc3\x9cnl\xc3\xbc Pazar" : "") + ",r" +
               QByteArray::number(i % 50) + "\n";
    return csv;
}

struct Seeker {
    explicit Seeker(std::unique_ptr<forms::FormSession> over) : session(std::move(over)), search(*desk.store, [this](forms::NodeId) { ++ready; }) {}
    forms::NodeId node(const QString& name) const { return *session->find(u"/data/"_s + name); }
    QVariantMap find(const QString& name, const QString& text)
    {
        const int before = ready;
        QVariantMap answer = search.find(*session, node(name), text);
        if (answer[u"told"_s].toString().contains(u"prepared"_s)) {
            waited = true;
            REQUIRE(eventually([&] { return ready > before; }));
            answer = search.find(*session, node(name), text);
        }
        return answer;
    }

    Desk desk;
    std::unique_ptr<forms::FormSession> session;
    int ready = 0;
    bool waited = false;
    ChoiceSearch search;
};

} // namespace

TEST_CASE("A list of 100,000 choices is read once in pieces, then each key stroke is answered from its words", "[choices]")
{
    Seeker seeker(townsOf(manyTowns(100'000)));
    CHECK(questionKind(*seeker.session, seeker.session->node(seeker.node(u"town"_s))) == Kind::Search);
    const QVariantMap all = seeker.find(u"town"_s, u"town"_s);
    CHECK(seeker.waited);
    CHECK(all[u"found"_s].toList().size() == 30);
    CHECK(all[u"told"_s].toString() == u"30 of 100,000: type more to see fewer."_s);
    seeker.waited = false;
    const QVariantMap marked = seeker.find(u"town"_s, u"unlu paz"_s);
    CHECK(marked[u"told"_s].toString() == u"30 of 100: type more to see fewer."_s);
    const QVariantMap one = seeker.find(u"town"_s, u"4007 ÜNLÜ"_s);
    CHECK(one[u"told"_s].toString().isEmpty());
    REQUIRE(one[u"found"_s].toList().size() == 10); // 4007, 14007 … 94007
    CHECK(one[u"found"_s].toList().front().toMap()[u"value"_s] == u"t4007"_s);
    const QVariantMap none = seeker.find(u"town"_s, u"nowhere"_s);
    CHECK(none[u"found"_s].toList().isEmpty());
    CHECK(none[u"told"_s].toString() == u"Nothing fits."_s);
    CHECK_FALSE(seeker.waited);
}

TEST_CASE("A filtered list is searched as it is filtered now", "[choices]")
{
    Seeker seeker(townsOf(manyTowns(2'000)));
    CHECK(questionKind(*seeker.session, seeker.session->node(seeker.node(u"near"_s))) == Kind::ChoiceOne); // nothing is offered yet
    REQUIRE(seeker.session->answer(seeker.node(u"region"_s), u"r7"_s));
    CHECK(questionKind(*seeker.session, seeker.session->node(seeker.node(u"near"_s))) == Kind::Search);
    CHECK(seeker.find(u"near"_s, u"pazar"_s)[u"found"_s].toList().size() == 2);
    REQUIRE(seeker.session->answer(seeker.node(u"region"_s), u"r8"_s));
    CHECK(seeker.find(u"near"_s, u"pazar"_s)[u"found"_s].toList().isEmpty());
    CHECK(seeker.find(u"near"_s, u"town"_s)[u"told"_s].toString() == u"30 of 40: type more to see fewer."_s);
}

TEST_CASE("Choices are counted no further than is asked, and read in parts", "[choices]")
{
    const auto session = townsOf(manyTowns(1'000));
    const forms::NodeId town = *session->find(u"/data/town"), near = *session->find(u"/data/near");
    CHECK(session->choiceCount(town, 13) == 13);
    CHECK(session->choiceCount(town, 5'000) == 1'000);
    CHECK(session->choiceCount(near, 13) == 0);
    const auto part = session->choices(town, 998, 30);
    REQUIRE(part.size() == 2);
    CHECK(part.front().value == u"t998"_s);
    CHECK_FALSE(session->choiceList(town).isEmpty());
    CHECK(session->choiceList(near).isEmpty());
}

TEST_CASE("A label of 10,000 characters is found by its beginning and named in one line", "[choices]")
{
    Seeker seeker(townsOf("name,label,region\nlong,\"" + QByteArray("Aachen ").repeated(1'500) + "\",r1\n" + manyTowns(100).mid(18)));
    const QVariantList found = seeker.find(u"town"_s, u"aachen"_s)[u"found"_s].toList();
    REQUIRE(found.size() == 1);
    CHECK(found.front().toMap()[u"value"_s] == u"long"_s);
    CHECK(found.front().toMap()[u"label"_s].toString().size() < 400);
}
