// SPDX-License-Identifier: Apache-2.0
// What ODK forms do between one answer and the next, rule by rule (FORMS-SPEC section 5).
#include "formsupport.h"

#include <catch2/catch.hpp>

using namespace rapport::forms;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray guests = "<data id='party'><names/><r jr:template=''><n/></r><r><n/></r><meta><instanceID/></meta></data>";

QByteArray repeat(const QByteArray& attributes = {}, const QByteArray& more = {})
{
    return "<input ref='/data/names'/><group ref='/data/r'><label>Guests</label><repeat nodeset='/data/r' " + attributes +
           "><input ref='/data/r/n'/>" + more + "</repeat></group>";
}

QByteArray two(const QByteArray& binds)
{
    return xform("<data id='two'><a/><b/></data>", binds, "<input ref='/data/a'/><input ref='/data/b'/>");
}

} // namespace

TEST_CASE("A form that turns in a circle is refused, whichever way it turns", "[forms]")
{
    struct Row {
        const char* note;
        QByteArray binds;
        bool refused;
    };
    const auto row = GENERATE(values<Row>({
        {"a calculation of itself", "<bind nodeset='/data/a' calculate='. + 1'/>", true},
        {"relevance by its own value", "<bind nodeset='/data/a' relevant='. &gt; 0'/>", true},
        {"read-only by its own value", "<bind nodeset='/data/a' readonly='. &gt; 0'/>", true},
        {"required by its own value", "<bind nodeset='/data/a' required='. &gt; 0'/>", true},
        {"two calculations of one another", "<bind nodeset='/data/a' calculate='/data/b'/><bind nodeset='/data/b' calculate='/data/a'/>", true},
        {"a calculation and a relevance", "<bind nodeset='/data/a' relevant='/data/b &gt; 0'/><bind nodeset='/data/b' calculate='/data/a'/>", true},
        {"a constraint of its own value", "<bind nodeset='/data/a' constraint='. &gt; 0'/>", false},
        {"constraints of one another", "<bind nodeset='/data/a' constraint='. &gt; /data/b'/><bind nodeset='/data/b' constraint='. &lt; /data/a'/>",
         false},
    }));
    INFO(row.note);
    const QString fault = faultOf(two(row.binds));
    INFO(fault.toStdString());
    CHECK(fault.isEmpty() != row.refused);
    CHECK((!row.refused || fault.contains(u"/data/a")));
}

TEST_CASE("How many there are is the form's, where it counts them or says so", "[forms]")
{
    const QByteArray attributes = GENERATE(QByteArray("jr:count='/data/names'"), QByteArray("jr:noAddRemove='true()'"));
    Filling f(xform(guests, "<bind nodeset='/data/names' type='int'/>", repeat(attributes)));
    if (attributes.contains("count"))
        f.set(u"/data/names"_s, u"2"_s);
    const Node series = f.at(u"/data/r"_s);
    CHECK(series.fixed);
    CHECK_FALSE(f.session().addRepetition(series.id));
    CHECK_FALSE(f.session().removeRepetition(series.id, 0));
}

TEST_CASE("A series is shown as its first repetition is, and by its own condition while it is empty", "[forms]")
{
    Filling f(xform(guests, "<bind nodeset='/data/r' relevant=\"/data/names = 'yes'\"/>", repeat()));
    CHECK_FALSE(f.at(u"/data/r"_s).relevant);
    f.set(u"/data/names"_s, u"yes"_s);
    CHECK(f.at(u"/data/r"_s).relevant);
    CHECK(f.at(u"/data/r[1]/n"_s).relevant);
    f.remove(u"/data/r"_s, 0);
    CHECK(f.at(u"/data/r"_s).relevant);
    f.set(u"/data/names"_s, u"no"_s);
    CHECK_FALSE(f.at(u"/data/r"_s).relevant);
}

TEST_CASE("The label of a group stays its own, also where a repeat stands beside other questions", "[forms]")
{
    Filling f(xform(
        "<data id='g'><g><a/><r><b/></r></g></data>", {},
        "<group ref='/data/g'><label>Visit</label><input ref='/data/g/a'/><repeat nodeset='/data/g/r'><input ref='/data/g/r/b'/></repeat></group>"));
    REQUIRE(f.at(u"/data/g"_s).label);
    CHECK(f.at(u"/data/g"_s).label->text == u"Visit");
}

TEST_CASE("Actions find their node by reference or by bind, and their event with a prefix or without", "[forms]")
{
    const QByteArray action =
        GENERATE(QByteArray("<setvalue ref='/data/a' event='odk-instance-first-load' value='2 * 2'/>"),
                 QByteArray("<setvalue bind='theA' event='odk-instance-first-load'>4</setvalue>"),
                 QByteArray("<setvalue ref='/data/a' xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='xforms-ready' value='4'/>"));
    INFO(action.toStdString());
    Filling f(two("<bind id='theA' nodeset='/data/a' type='int'/>" + action));
    CHECK(f.value(u"/data/a"_s) == u"4");
}

TEST_CASE("A place is stored as decimal numbers, and what is none is refused", "[forms]")
{
    struct Row {
        const char* given;
        const char* stored; ///< null: refused
    };
    const auto [type, row] = GENERATE(table<const char*, Row>({{"geopoint", {"51.5 7.4", "51.5 7.4"}},
                                                               {"geopoint", {"51.5  7 80 5.50", "51.5 7.0 80.0 5.5"}},
                                                               {"geopoint", {"-90 180 0 0", "-90.0 180.0 0.0 0.0"}},
                                                               {"geopoint", {"91 0", nullptr}},
                                                               {"geopoint", {"51.5", nullptr}},
                                                               {"geopoint", {"here", nullptr}},
                                                               {"geotrace", {"1 2;3 4.5", "1.0 2.0;3.0 4.5"}},
                                                               {"geotrace", {"1 2;there", nullptr}},
                                                               {"geoshape", {"1 2;3 4;5 6;1 2", "1.0 2.0;3.0 4.0;5.0 6.0;1.0 2.0"}}}));
    INFO(row.given);
    Filling f(two("<bind nodeset='/data/a' type='" + QByteArray(type) + "'/>"));
    const bool done(f.session().answer(f.at(u"/data/a"_s).id, QString::fromLatin1(row.given)));
    CHECK(done == (row.stored != nullptr));
    CHECK(f.value(u"/data/a"_s) == QString::fromLatin1(row.stored ? row.stored : ""));
}

TEST_CASE("A node is named as the form writes it, and found with or without its prefix", "[forms]")
{
    Filling f(
        xform("<data id='p' xmlns:orx='http://openrosa.org/xforms'><a/><orx:meta><orx:instanceID/></orx:meta></data>", {}, "<input ref='/data/a'/>"));
    const Node id = f.at(u"/data/meta/instanceID"_s);
    CHECK(id.ref == u"/data/orx:meta/orx:instanceID");
    CHECK(f.at(id.ref).id == id.id);
}

TEST_CASE("A draft of another program without an id gets one", "[forms]")
{
    const auto form = Form::load(two({}).replace("<b/></data>", "<b/><meta><instanceID/></meta></data>"));
    REQUIRE(form);
    const auto session = FormSession::restore(*form, "<data id='two'><a>1</a></data>", {});
    REQUIRE(session);
    CHECK((*session)->instanceId().startsWith(u"uuid:"));
}

TEST_CASE("A count is reckoned from its own repeat, so that each outer repetition has its own", "[forms]")
{
    Filling f(xform("<data id='n'><o jr:template=''><k/><i jr:template=''><y/></i></o><o><k/><i><y/></i></o></data>",
                    "<bind nodeset='/data/o/k' type='int'/>",
                    "<repeat nodeset='/data/o'><input ref='/data/o/k'/><repeat nodeset='/data/o/i' jr:count=' ../k '><input "
                    "ref='/data/o/i/y'/></repeat></repeat>"));
    f.add(u"/data/o"_s);
    f.set(u"/data/o[1]/k"_s, u"3"_s);
    f.set(u"/data/o[2]/k"_s, u"1"_s);
    CHECK(f.session().children(f.at(u"/data/o[1]/i"_s).id).size() == 3);
    CHECK(f.session().children(f.at(u"/data/o[2]/i"_s).id).size() == 1);
}

TEST_CASE("A text of an older form is found under long or short", "[forms]")
{
    const QByteArray form = GENERATE(QByteArray("long"), QByteArray("short"));
    Filling f(two("<itext><translation lang='en'><text id='q'><value form='" + form + "'>Ask</value></text></translation></itext>")
                  .replace("<input ref='/data/a'/>", "<input ref='/data/a'><label ref=\"jr:itext('q')\"/></input>"));
    REQUIRE(f.at(u"/data/a"_s).label);
    CHECK(f.at(u"/data/a"_s).label->text == u"Ask");
}
