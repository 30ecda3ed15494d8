// SPDX-License-Identifier: Apache-2.0
// Rules of repeats, actions, choices and files where forms differ from what one would first think of (FORMS-SPEC sections 5.5 to 5.10).
#include "formsupport.h"

#include <catch2/catch.hpp>

using namespace rapport::forms;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

QByteArray repeat(const QByteArray& inside)
{
    return "<group ref='/data/r'><repeat nodeset='/data/r'>" + inside + "</repeat></group>";
}

} // namespace

TEST_CASE("A new repetition says what its template says, and nothing where there is none", "[forms]")
{
    struct Row {
        const char* note;
        QByteArray copies;
        QStringList values; ///< after one was added
    };
    const auto row = GENERATE(values<Row>({
        {"no template", "<r><x>7</x></r>", {u"7"_s, u""_s}},
        {"template and a copy", "<r jr:template=''><x>7</x></r><r><x>1</x></r>", {u"1"_s, u"7"_s}},
        {"template behind the copy", "<r><x>1</x></r><r jr:template=''><x>7</x></r>", {u"1"_s, u"7"_s}},
        {"template alone", "<r jr:template=''><x>7</x></r>", {u"7"_s}},
    }));
    INFO(row.note);
    Filling f(xform("<data id='t'>" + row.copies + "</data>", "", repeat("<input ref='/data/r/x'/>")));
    f.add(u"/data/r"_s);
    for (int i = 0; i < row.values.size(); ++i)
        CHECK(f.value(u"/data/r[%1]/x"_s.arg(i + 1)) == row.values[i]);
    CHECK_FALSE(f.session().find(u"/data/r[%1]"_s.arg(row.values.size() + 1)));
}

TEST_CASE("A new repetition holds the inner ones of its template, or blank ones where its first copy has some", "[forms]")
{
    struct Row {
        const char* note;
        QByteArray copies;
        QStringList values; ///< of the inner ones of the repetition that was added last
    };
    const auto row = GENERATE(values<Row>({
        {"no template", "<r><x/><s><y>1</y></s><s><y>2</y></s></r>", {u""_s, u""_s}},
        {"template", "<r jr:template=''><x/><s><y>1</y></s><s><y>2</y></s></r><r><x/></r>", {u"1"_s, u"2"_s}},
        {"template within the template", "<r jr:template=''><x/><s jr:template=''><y>1</y></s></r><r><x/><s><y>3</y></s></r>", {}},
        {"both", "<r jr:template=''><x/><s jr:template=''><y>1</y></s><s><y>2</y></s></r><r><x/></r>", {u"2"_s}},
    }));
    INFO(row.note);
    Filling f(
        xform("<data id='t'>" + row.copies + "</data>", "",
              repeat("<input ref='/data/r/x'/><group ref='/data/r/s'><repeat nodeset='/data/r/s'><input ref='/data/r/s/y'/></repeat></group>")));
    f.add(u"/data/r"_s);
    for (int i = 0; i < row.values.size(); ++i)
        CHECK(f.value(u"/data/r[2]/s[%1]/y"_s.arg(i + 1)) == row.values[i]);
    CHECK_FALSE(f.session().find(u"/data/r[2]/s[%1]"_s.arg(row.values.size() + 1)));
}

TEST_CASE("Inner repetitions that come with an outer one have their own defaults, too", "[forms]")
{
    Filling f(xform("<data id='t'><r><x/><s><y/></s></r></data>", "",
                    repeat("<setvalue ref='/data/r/x' event='odk-new-repeat' value=\"'outer'\"/><input ref='/data/r/x'/><group ref='/data/r/s'>"
                           "<repeat nodeset='/data/r/s'><setvalue ref='/data/r/s/y' event='odk-new-repeat' value=\"concat('inner', "
                           "position(../..))\"/><input ref='/data/r/s/y'/></repeat></group>")));
    f.add(u"/data/r"_s);
    CHECK(f.value(u"/data/r[1]/s[1]/y"_s).isEmpty());
    CHECK(f.value(u"/data/r[2]/x"_s) == u"outer");
    CHECK(f.value(u"/data/r[2]/s[1]/y"_s) == u"inner2");
}

TEST_CASE("A repetition is added behind the one that is named, and nowhere else", "[forms]")
{
    Filling f(xform("<data id='t'><r><x>a</x></r><r><x>b</x></r></data>", "", repeat("<input ref='/data/r/x'/>")));
    const NodeId series = f.at(u"/data/r"_s).id;
    CHECK_FALSE(f.session().addRepetition(series, 2));
    CHECK_FALSE(f.session().addRepetition(series, -2));
    REQUIRE(f.session().addRepetition(series, 0));
    REQUIRE(f.session().addRepetition(series, -1));
    CHECK(f.value(u"/data/r[2]/x"_s) == u"a");
    CHECK(f.value(u"/data/r[4]/x"_s) == u"b");
}

TEST_CASE("An action reaches the repetition that its reference picks", "[forms]")
{
    Filling f(xform("<data id='t'><y/><r><x/></r><r><x/></r></data>",
                    "<setvalue event='odk-instance-first-load' ref='/data/r[position() = 2]/x' value='9'/>",
                    "<input ref='/data/y'><setvalue event='xforms-value-changed' ref='/data/r[position() = last()]/x' value='/data/y'/></input>" +
                        repeat("<input ref='/data/r/x'/>")));
    CHECK(f.value(u"/data/r[1]/x"_s).isEmpty());
    CHECK(f.value(u"/data/r[2]/x"_s) == u"9");
    f.add(u"/data/r"_s);
    f.set(u"/data/y"_s, u"q"_s);
    CHECK(f.value(u"/data/r[2]/x"_s) == u"9");
    CHECK(f.value(u"/data/r[3]/x"_s) == u"q");
}

TEST_CASE("An action may stand in a group, and waits for events that are known", "[forms]")
{
    const QByteArray group = "<group ref='/data/g'><setvalue event='EVENT' ref='/data/g/x' value='1 + 1'/><input ref='/data/g/x'/></group>";
    const auto form = [&](const QByteArray& event) {
        return xform("<data id='t'><g><x/></g></data>", "", QByteArray(group).replace("EVENT", event));
    };
    Filling f(form("odk-instance-first-load"));
    CHECK(f.value(u"/data/g/x"_s) == u"2");
    CHECK(faultOf(form("odk-full-moon")).contains(u"odk-full-moon"));
    CHECK(faultOf(xform("<data id='t'><r><x/></r></data>", "<setvalue event='odk-new-repeat' ref='/data/r/x' value='1'/>", repeat("")))
              .contains(u"odk-new-repeat"));
}

TEST_CASE("What a new repetition or a calculation sets off runs on, each in its own repetition", "[forms]")
{
    Filling f(xform("<data id='t'><r jr:template=''><x/><y/><z/><w/></r></data>", "<bind nodeset='/data/r/z' calculate='concat(../y, \"!\")'/>",
                    repeat("<setvalue event='odk-new-repeat' ref='/data/r/x' value='position(..)'/>"
                           "<input ref='/data/r/x'><setvalue event='xforms-value-changed' ref='/data/r/y' value='concat(\"n\", ../x)'/></input>"
                           "<input ref='/data/r/z'><setvalue event='xforms-value-changed' ref='/data/r/w' value='../z'/></input>")));
    f.add(u"/data/r"_s);
    f.add(u"/data/r"_s);
    CHECK(f.value(u"/data/r[2]/w"_s) == u"n2!");
    f.set(u"/data/r[1]/x"_s, u"k"_s);
    CHECK(f.value(u"/data/r[1]/w"_s) == u"nk!");
    CHECK(f.value(u"/data/r[2]/w"_s) == u"n2!");
}

TEST_CASE("Of several choices each is named once, in the order of the list, by a value without blanks", "[forms]")
{
    Filling f(xform("<data id='t'><s/></data>", "",
                    "<select ref='/data/s'><item><label>A</label><value>a</value></item><item><label>B</label><value>b</value></item></select>"));
    const NodeId select = f.at(u"/data/s"_s).id;
    REQUIRE(f.session().answerMany(select, {u"b"_s, u"a"_s, u"b"_s}));
    CHECK(f.value(u"/data/s"_s) == u"a b");
    CHECK_FALSE(f.session().answerMany(select, {u"a b"_s}));
    CHECK_FALSE(f.session().answerMany(select, {u"a"_s, u"c"_s}));
    CHECK(f.value(u"/data/s"_s) == u"a b");
}

TEST_CASE("A ranking holds every choice that is offered, new ones last", "[forms]")
{
    Filling f(xform("<data id='t'><q/><s/></data>", "<bind nodeset='/data/s' type='odk:rank'/>",
                    "<input ref='/data/q'/><odk:rank ref='/data/s'><itemset nodeset=\"instance('l')/root/item[on = '' or on = /data/q]\">"
                    "<value ref='name'/><label ref='name'/></itemset></odk:rank>",
                    "<instance id='l'><root><item><name>a</name><on/></item><item><name>b</name><on/></item>"
                    "<item><name>c</name><on>1</on></item></root></instance>"));
    const NodeId rank = f.at(u"/data/s"_s).id;
    REQUIRE(f.session().answerMany(rank, {u"b"_s}));
    CHECK(f.value(u"/data/s"_s) == u"b a");
    f.set(u"/data/q"_s, u"1"_s);
    CHECK(f.value(u"/data/s"_s) == u"b a c");
    CHECK_FALSE(f.session().answerMany(rank, {u"z"_s}));
    f.set(u"/data/q"_s, u""_s);
    CHECK(f.value(u"/data/s"_s) == u"b a");
    REQUIRE(f.session().answerMany(rank, {}));
    CHECK(f.value(u"/data/s"_s).isEmpty());
}

TEST_CASE("Two questions may exclude one another's answer", "[forms]")
{
    const auto excluding = [](const QByteArray& own, const QByteArray& other) {
        return "<select1 ref='/data/" + own + "'><itemset nodeset=\"instance('l')/root/item[name != /data/" + other +
               "]\"><value ref='name'/><label ref='name'/></itemset></select1>";
    };
    Filling f(xform("<data id='t'><a/><b/></data>", "", excluding("a", "b") + excluding("b", "a"),
                    "<instance id='l'><root><item><name>x</name></item><item><name>y</name></item></root></instance>"));
    f.set(u"/data/a"_s, u"x"_s);
    CHECK(f.offered(u"/data/b"_s) == QStringList{u"y"_s});
    f.set(u"/data/b"_s, u"y"_s);
    CHECK(f.offered(u"/data/a"_s) == QStringList{u"x"_s});
    CHECK(f.value(u"/data/a"_s) == u"x");
}

TEST_CASE("A picture's largest side is what the form says, where it says one", "[forms]")
{
    const QString upload = u"<upload ref='/data/%1' mediatype='image/*'/>"_s;
    Filling f(xform("<data id='t'><p/><q/><r/></data>",
                    "<bind nodeset='/data/p' type='binary' orx:max-pixels='2048' xmlns:orx='http://openrosa.org/xforms'/>"
                    "<bind nodeset='/data/q' type='binary'/>"
                    "<bind nodeset='/data/r' type='binary' orx:max-pixels='many' xmlns:orx='http://openrosa.org/xforms'/>",
                    (upload.arg(u"p"_s) + upload.arg(u"q"_s) + upload.arg(u"r"_s)).toUtf8()));
    CHECK(f.at(u"/data/p"_s).maxPixels == 2048);
    CHECK_FALSE(f.at(u"/data/q"_s).maxPixels);
    CHECK_FALSE(f.at(u"/data/r"_s).maxPixels);
}

TEST_CASE("Two pictures of one name are two pictures, and one that no answer names is gone", "[forms]")
{
    Filling f(xform("<data id='t'><p/><q/></data>", "<bind nodeset='/data/p' type='binary'/><bind nodeset='/data/q' type='binary'/>",
                    "<upload ref='/data/p' mediatype='image/*'/><upload ref='/data/q' mediatype='image/*'/>"));
    const NodeId p = f.at(u"/data/p"_s).id, q = f.at(u"/data/q"_s).id;
    REQUIRE(f.session().answerFile(p, {u"a.jpg"_s, u"image/jpeg"_s, "1"}));
    REQUIRE(f.session().answerFile(q, {u"a.jpg"_s, u"image/jpeg"_s, "2"}));
    CHECK(f.value(u"/data/q"_s) == u"a-1.jpg");
    REQUIRE(f.session().answerFile(p, {u"a.jpg"_s, u"image/jpeg"_s, "3"}));
    CHECK(f.value(u"/data/p"_s) == u"a.jpg");
    REQUIRE(f.session().answer(q, {}));
    REQUIRE(f.session().attachments().size() == 1);
    CHECK(f.session().attachments().front().content == "3");
}

TEST_CASE("Where nobody may add a repetition there is one", "[forms]")
{
    Filling f(xform("<data id='t'><r jr:template=''><x>7</x></r></data>", "",
                    "<group ref='/data/r'><repeat nodeset='/data/r' jr:noAddRemove='true()'><input ref='/data/r/x'/></repeat></group>"));
    CHECK(f.value(u"/data/r[1]/x"_s) == u"7");
    CHECK(f.at(u"/data/r"_s).fixed);
}

TEST_CASE("A text that a calculation speaks follows what it names", "[forms]")
{
    Filling f(xform("<data id='t'><n/><c/></data>",
                    "<itext><translation lang='en'><text id='hi'><value>Hi <output value='/data/n'/></value></text></translation></itext>"
                    "<bind nodeset='/data/c' calculate=\"jr:itext('hi')\"/>",
                    "<input ref='/data/n'/>"));
    f.set(u"/data/n"_s, u"Ann"_s);
    f.set(u"/data/n"_s, u"Bea"_s);
    CHECK(f.value(u"/data/c"_s) == u"Hi Bea");
}

TEST_CASE("A repetition that is hidden for its place is another one when places change", "[forms]")
{
    Filling f(xform("<data id='t'><r><x/></r><r><x/></r><r><x/></r></data>", "<bind nodeset='/data/r' relevant='position(.) != 2'/>",
                    repeat("<input ref='/data/r/x'/>")));
    CHECK_FALSE(f.at(u"/data/r[2]"_s).relevant);
    CHECK(f.at(u"/data/r[3]"_s).relevant);
    f.remove(u"/data/r"_s, 0);
    CHECK(f.at(u"/data/r[1]"_s).relevant);
    CHECK_FALSE(f.at(u"/data/r[2]"_s).relevant);
}

TEST_CASE("Actions that set off one another twice over come to an end", "[forms]")
{
    Filling f(xform("<data id='t'><a/><b/><c/></data>", "",
                    "<input ref='/data/a'><setvalue event='xforms-value-changed' ref='/data/b' value='concat(/data/a, 1)'/>"
                    "<setvalue event='xforms-value-changed' ref='/data/c' value='concat(/data/a, 2)'/></input>"
                    "<input ref='/data/b'><setvalue event='xforms-value-changed' ref='/data/a' value='concat(/data/b, 3)'/></input>"
                    "<input ref='/data/c'><setvalue event='xforms-value-changed' ref='/data/a' value='concat(/data/c, 4)'/></input>"));
    f.set(u"/data/a"_s, u"x"_s);
    CHECK(f.value(u"/data/a"_s).startsWith(u'x'));
}

TEST_CASE("A range takes what lies between its ends, whichever way it runs", "[forms]")
{
    const auto [ends, given, fits] = GENERATE(table<const char*, const char*, bool>({{"start='1' end='10'", "1", true},
                                                                                     {"start='1' end='10'", "10", true},
                                                                                     {"start='1' end='10'", "11", false},
                                                                                     {"start='1' end='10'", "-7", false},
                                                                                     {"start='7' end='3'", "5", true},
                                                                                     {"start='7' end='3'", "2", false},
                                                                                     {"start='soon' end='3'", "12", true}}));
    INFO(ends << " " << given);
    Filling f(xform("<data id='t'><x>4</x></data>", "<bind nodeset='/data/x' type='int'/>", "<range ref='/data/x' " + QByteArray(ends) + "/>"));
    CHECK(bool(f.session().answer(f.at(u"/data/x"_s).id, QString::fromLatin1(given))) == fits);
    CHECK(f.value(u"/data/x"_s) == (fits ? QString::fromLatin1(given) : u"4"_s));
}

TEST_CASE("Items that only explain a question take no answer away", "[forms]")
{
    Filling f(
        xform("<data id='t'><x/><y/></data>",
              "<bind nodeset='/data/x' type='int'/><instance id='ticks'><root><item><name>1</name></item></root></instance>",
              "<range ref='/data/x' start='1' end='5' step='1'><itemset nodeset=\"instance('ticks')/root/item[name = /data/y]\"><value ref='name'/>"
              "<label ref='name'/></itemset></range><input ref='/data/y'/>"));
    f.set(u"/data/x"_s, u"3"_s);
    f.set(u"/data/y"_s, u"1"_s);
    CHECK(f.value(u"/data/x"_s) == u"3");
}

TEST_CASE("A record has an id, also where the form forgot it", "[forms]")
{
    const QByteArray meta = GENERATE(QByteArray(), QByteArray("<meta/>"), QByteArray("<meta><instanceName/></meta>"));
    INFO(meta.toStdString());
    Filling f(xform("<data id='t'><x/>" + meta + "</data>", "", "<input ref='/data/x'/>"));
    CHECK(f.session().instanceId().startsWith(u"uuid:"));
    const QByteArray xml = f.session().submission().xml;
    CHECK(xml.contains(f.session().instanceId().toUtf8()));
}

TEST_CASE("What a form sets stays within the choices and the type of its target", "[forms]")
{
    struct Row {
        const char* type;
        const char* set;
        const char* stored;
    };
    const auto row = GENERATE(values<Row>({
        {"int", "'k'", ""},
        {"int", "'007'", "7"},
        {"int", "4.5", "4"},
        {"int", "today()", ""},
        {"decimal", "7", "7.0"},
        {"decimal", "0 div 0", ""},
        {"date", "'k'", ""},
        {"date", "'2024-01-02T10:00:00.000'", "2024-01-02"},
        {"date", "date('2024-01-02') + 1", "2024-01-03"},
        {"dateTime", "'soon'", ""},
        {"time", "'10:30:00.000+01:00'", "10:30:00.000+01:00"},
        {"time", "'2024-01-02T10:30:00.000+01:00'", "10:30:00.000+01:00"},
        {"geopoint", "'1 2'", "1.0 2.0"},
        {"geopoint", "'here'", ""},
        {"string", "'k'", "k"},
    }));
    INFO(row.type << " " << row.set);
    const QByteArray bind = "<bind nodeset='/data/x' type='" + QByteArray(row.type) + "'";
    const QByteArray value = QByteArray(row.set).replace('\'', "&apos;");
    Filling calculated(xform("<data id='t'><x/></data>", bind + " calculate='" + value + "'/>", ""));
    CHECK(calculated.value(u"/data/x"_s) == QString::fromLatin1(row.stored));
    Filling set(xform("<data id='t'><x/></data>", bind + "/><setvalue ref='/data/x' event='odk-instance-first-load' value='" + value + "'/>", ""));
    CHECK(set.value(u"/data/x"_s) == QString::fromLatin1(row.stored));
}

TEST_CASE("A choice that the form sets is one of those it offers", "[forms]")
{
    const QByteArray items = "<item><label>A</label><value>a</value></item><item><label>B</label><value>b</value></item>";
    const auto [control, set, stored] = GENERATE(
        table<const char*, const char*, const char*>({{"select1", "b", "b"}, {"select1", "z", ""}, {"select", "b z", "b"}, {"select", "z", ""}}));
    INFO(control << " " << set);
    Filling f(xform("<data id='t'><x/><y/></data>", "",
                    "<input ref='/data/y'><setvalue ref='/data/x' event='xforms-value-changed' value='/data/y'/></input><" + QByteArray(control) +
                        " ref='/data/x'>" + items + "</" + control + ">"));
    f.set(u"/data/y"_s, QString::fromLatin1(set));
    CHECK(f.value(u"/data/x"_s) == QString::fromLatin1(stored));
}

TEST_CASE("A draft keeps what its question's type no longer takes", "[forms]")
{
    auto form = Form::load(xform("<data id='t'><x/></data>", "<bind nodeset='/data/x' type='int'/>", "<input ref='/data/x'/>"));
    REQUIRE(form);
    auto session = FormSession::restore(*form, "<data id='t'><x>about 7</x></data>", {});
    REQUIRE(session);
    CHECK((*session)->node(*(*session)->find(u"/data/x")).value == u"about 7");
}
