// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/tables.h"
#include "formsupport.h"

#include <catch2/catch.hpp>

using namespace rapport::forms;
using namespace rapport::tests;

namespace
{

const QByteArray order = "<data id='order'><rate>2</rate><r jr:template=''><q/><p/><total/><no/></r><r><q/><p/><total/><no/></r><sum/>"
                         "<meta><instanceID/></meta></data>";
const QByteArray orderBinds = "<bind nodeset='/data/r/q' type='int'/><bind nodeset='/data/r/p' type='decimal'/>"
                              "<bind nodeset='/data/r/total' calculate=' ../q * ../p * /data/rate'/>"
                              "<bind nodeset='/data/r/no' calculate='position(..)'/><bind nodeset='/data/sum' calculate='sum(/data/r/total)'/>";
const QByteArray orderBody =
    "<group ref='/data/r'><label>Lines</label><repeat nodeset='/data/r'><input ref='/data/r/q'/><input ref='/data/r/p'/></repeat></group>";

QByteArray select(const char* ref, const char* nodeset)
{
    return "<select1 ref='" + QByteArray(ref) + "'><label>" + ref + "</label><itemset nodeset=\"" + nodeset +
           "\"><value ref='name'/><label ref='label'/></itemset></select1>";
}

const QByteArray towns = "<instance id='towns'><root><item><name>kl</name><label>Köln</label><land>de</land></item>"
                         "<item><name>sb</name><label>Surabaya</label><land>id</land></item>"
                         "<item><name>jk</name><label>Jakarta</label><land>id</land></item></root></instance>";

} // namespace

TEST_CASE("Repetitions calculate for themselves, and the whole form over them", "[forms]")
{
    Filling f(xform(order, orderBinds, orderBody));
    f.set(QStringLiteral("/data/r[1]/q"), QStringLiteral("3"));
    f.set(QStringLiteral("/data/r[1]/p"), QStringLiteral("1.5"));
    CHECK(f.value(QStringLiteral("/data/sum")) == QStringLiteral("9"));
    f.add(QStringLiteral("/data/r"));
    CHECK(f.value(QStringLiteral("/data/r[2]/no")) == QStringLiteral("2"));
    CHECK(f.value(QStringLiteral("/data/sum")).isEmpty()); // a blank line has no total: the sum is no number
    f.set(QStringLiteral("/data/r[2]/q"), QStringLiteral("1"));
    f.set(QStringLiteral("/data/r[2]/p"), QStringLiteral("10"));
    CHECK(f.value(QStringLiteral("/data/sum")) == QStringLiteral("29"));
    CHECK(f.value(QStringLiteral("/data/r[1]/total")) == QStringLiteral("9"));

    SECTION("taking one away numbers those behind it anew, and a node keeps its id")
    {
        const NodeId second = f.at(QStringLiteral("/data/r[2]/q")).id;
        const quint64 before = f.session().revision();
        f.remove(QStringLiteral("/data/r"), 0);
        CHECK(f.at(QStringLiteral("/data/r[1]/q")).id == second);
        CHECK(f.value(QStringLiteral("/data/r[1]/no")) == QStringLiteral("1"));
        CHECK(f.value(QStringLiteral("/data/sum")) == QStringLiteral("20"));
        std::vector<NodeId> removed;
        const auto changed = f.session().changedSince(before, &removed);
        CHECK(std::find(changed.begin(), changed.end(), second) != changed.end());
        CHECK(removed.size() == 5); // the repetition and its four questions
    }
    SECTION("a new one can be put between two others")
    {
        REQUIRE(f.session().addRepetition(f.at(QStringLiteral("/data/r")).id, 0));
        CHECK(f.value(QStringLiteral("/data/r[3]/p")) == QStringLiteral("10.0"));
        CHECK(f.value(QStringLiteral("/data/r[3]/no")) == QStringLiteral("3"));
    }
    SECTION("an answer reaches what reads it, and nothing else is reported as changed")
    {
        const quint64 before = f.session().revision();
        f.set(QStringLiteral("/data/r[2]/q"), QStringLiteral("2"));
        QStringList changed;
        for (const NodeId id : f.session().changedSince(before))
            changed.append(f.session().node(id).ref);
        CHECK(changed == QStringList{QStringLiteral("/data/r[2]/q"), QStringLiteral("/data/r[2]/total"), QStringLiteral("/data/sum")});
    }
}

TEST_CASE("What is not relevant reads as empty, is left out, and comes back with its answer", "[forms]")
{
    Filling f(xform("<data id='t'><ask/><g><what/></g><copy/></data>",
                    "<bind nodeset='/data/g' relevant=\"/data/ask = 'yes'\"/><bind nodeset='/data/copy' calculate='/data/g/what'/>",
                    "<input ref='/data/ask'/><group ref='/data/g'><input ref='/data/g/what'/></group>"));
    f.set(QStringLiteral("/data/ask"), QStringLiteral("yes"));
    f.set(QStringLiteral("/data/g/what"), QStringLiteral("pump"));
    CHECK(f.value(QStringLiteral("/data/copy")) == QStringLiteral("pump"));
    f.set(QStringLiteral("/data/ask"), QStringLiteral("no"));
    CHECK(f.value(QStringLiteral("/data/copy")).isEmpty());
    CHECK(!f.session().serialize(FormSession::Keep::RelevantOnly).contains("pump"));
    CHECK(f.session().serialize(FormSession::Keep::Everything).contains("pump"));
    f.set(QStringLiteral("/data/ask"), QStringLiteral("yes"));
    CHECK(f.value(QStringLiteral("/data/copy")) == QStringLiteral("pump"));
}

TEST_CASE("Choices follow their filter, and an answer that is no longer offered goes", "[forms]")
{
    Filling f(xform("<data id='t'><land/><town/><name/></data>",
                    "<bind nodeset='/data/name' calculate=\"jr:choice-name(/data/town, '/data/town')\"/>",
                    "<input ref='/data/land'/>" + select("/data/town", "instance('towns')/root/item[land = /data/land]"), towns));
    CHECK(f.offered(QStringLiteral("/data/town")).isEmpty());
    f.set(QStringLiteral("/data/land"), QStringLiteral("id"));
    CHECK(f.offered(QStringLiteral("/data/town")) == QStringList{QStringLiteral("sb"), QStringLiteral("jk")});
    f.set(QStringLiteral("/data/town"), QStringLiteral("jk"));
    CHECK(f.value(QStringLiteral("/data/name")) == QStringLiteral("Jakarta"));
    CHECK(!f.session().answer(f.at(QStringLiteral("/data/town")).id, QStringLiteral("kl"))); // not offered
    CHECK(f.value(QStringLiteral("/data/town")) == QStringLiteral("jk"));
    f.set(QStringLiteral("/data/land"), QStringLiteral("de"));
    CHECK(f.value(QStringLiteral("/data/town")).isEmpty());
    CHECK(f.value(QStringLiteral("/data/name")).isEmpty());
}

TEST_CASE("Shuffled choices keep their order for the life of a session", "[forms]")
{
    QByteArray items;
    for (int i = 0; i < 30; ++i)
        items += "<item><name>n" + QByteArray::number(i) + "</name><label/></item>";
    const QByteArray list = "<instance id='many'><root>" + items + "</root></instance>";
    Filling f(xform("<data id='t'><a/></data>", {}, select("/data/a", "randomize(instance('many')/root/item)"), list));
    const QStringList order = f.offered(QStringLiteral("/data/a"));
    CHECK(order.size() == 30);
    CHECK(f.offered(QStringLiteral("/data/a")) == order);
    f.set(QStringLiteral("/data/a"), QStringLiteral("n7"));
    CHECK(f.offered(QStringLiteral("/data/a")) == order);
    Filling g(xform("<data id='t'><a/></data>", {}, select("/data/a", "randomize(instance('many')/root/item, 42)"), list));
    Filling h(xform("<data id='t'><a/></data>", {}, select("/data/a", "randomize(instance('many')/root/item, 42)"), list));
    CHECK(g.offered(QStringLiteral("/data/a")) == h.offered(QStringLiteral("/data/a")));
}

TEST_CASE("Answers are stored as their type has them, and what cannot be stored is refused", "[forms]")
{
    Filling f(xform("<data id='t'><i/><d/><day/><r/></data>",
                    "<bind nodeset='/data/i' type='int'/><bind nodeset='/data/d' type='decimal'/><bind nodeset='/data/day' type='date'/>"
                    "<bind nodeset='/data/r' readonly='true()'/>",
                    "<input ref='/data/i'/><input ref='/data/d'/><input ref='/data/day'/><input ref='/data/r'/>"));
    struct Row {
        const char* ref;
        const char* typed;
        const char* stored; ///< null: refused
    };
    const auto row = GENERATE(values<Row>({
        {"/data/i", "007", "7"},
        {"/data/i", "-3", "-3"},
        {"/data/i", "many", nullptr},
        {"/data/d", "1.50", "1.5"},
        {"/data/d", "4", "4.0"},
        {"/data/d", "1,5", nullptr},
        {"/data/day", "2027-02-28", "2027-02-28"},
        {"/data/day", "2027-02-30", nullptr},
        {"/data/r", "x", nullptr},
    }));
    INFO(row.ref << " " << row.typed);
    const Node node = f.at(QString::fromUtf8(row.ref));
    const bool taken = bool(f.session().answer(node.id, QString::fromUtf8(row.typed)));
    CHECK(taken == (row.stored != nullptr));
    CHECK(f.value(node.ref) == QString::fromUtf8(row.stored ? row.stored : ""));
}

TEST_CASE("Problems are what is required and missing, or held against by a constraint, in document order", "[forms]")
{
    Filling f(xform("<data id='t'><a/><b/><c/></data>",
                    "<bind nodeset='/data/a' required='true()' jr:requiredMsg='Please'/><bind nodeset='/data/b' constraint='. &lt; 5' type='int' "
                    "jr:constraintMsg='Too much'/><bind nodeset='/data/c' required=\"/data/b &gt; 5\"/>",
                    "<input ref='/data/a'/><input ref='/data/b'/><input ref='/data/c'/>"));
    f.set(QStringLiteral("/data/b"), QStringLiteral("7")); // accepted, and shown as wrong
    const auto problems = f.session().validate();
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].ref == QStringLiteral("/data/a"));
    CHECK(problems[0].message == QStringLiteral("Please"));
    CHECK(problems[1].kind == Problem::Kind::Constraint);
    CHECK(problems[1].message == QStringLiteral("Too much"));
    CHECK(problems[2].ref == QStringLiteral("/data/c"));
    CHECK(!f.session().submission().ready);

    SECTION("and “don't know yet” satisfies what is required, until an answer takes its place")
    {
        REQUIRE(f.session().setUnknown(f.at(QStringLiteral("/data/a")).id, true));
        CHECK(f.session().validate().size() == 2);
        CHECK(f.session().serialize(FormSession::Keep::RelevantOnly).contains("rapport:unknown=\"true\""));
        f.set(QStringLiteral("/data/a"), QStringLiteral("now I do"));
        CHECK(!f.at(QStringLiteral("/data/a")).unknown);
        CHECK(!f.session().serialize(FormSession::Keep::RelevantOnly).contains("unknown"));
    }
}

TEST_CASE("A trigger sets what hangs on it when its value changes, and sees calculates that know of the change", "[forms]")
{
    Filling f(xform("<data id='t'><pick/><twice/><copy/><chain/></data>",
                    "<bind nodeset='/data/pick' type='int'/><bind nodeset='/data/twice' calculate='/data/pick * 2'/>",
                    "<input ref='/data/pick'><setvalue ref='/data/copy' event='xforms-value-changed' value='/data/twice'/></input>"
                    "<input ref='/data/copy'><setvalue ref='/data/chain' event='xforms-value-changed' value='concat(/data/copy, \"!\")'/></input>"));
    CHECK(f.value(QStringLiteral("/data/copy")).isEmpty()); // not on load
    f.set(QStringLiteral("/data/pick"), QStringLiteral("4"));
    CHECK(f.value(QStringLiteral("/data/copy")) == QStringLiteral("8"));
    CHECK(f.value(QStringLiteral("/data/chain")) == QStringLiteral("8!"));
    f.set(QStringLiteral("/data/copy"), QStringLiteral("mine"));
    f.set(QStringLiteral("/data/pick"), QStringLiteral("4")); // unchanged: nothing is overwritten
    CHECK(f.value(QStringLiteral("/data/copy")) == QStringLiteral("mine"));
}

TEST_CASE("The form counts its repetitions where it says so", "[forms]")
{
    Filling f(xform("<data id='t'><n/><r jr:template=''><x>d</x></r></data>", "<bind nodeset='/data/n' type='int'/>",
                    "<input ref='/data/n'/><repeat nodeset='/data/r' jr:count='/data/n'><input ref='/data/r/x'/></repeat>"));
    CHECK(f.at(QStringLiteral("/data/r")).fixed);
    f.set(QStringLiteral("/data/n"), QStringLiteral("3"));
    CHECK(f.value(QStringLiteral("/data/r[3]/x")) == QStringLiteral("d"));
    f.set(QStringLiteral("/data/n"), QStringLiteral("1"));
    CHECK(!f.session().find(u"/data/r[2]"));
    f.set(QStringLiteral("/data/r[1]/x"), QStringLiteral("mine"));
    f.set(QStringLiteral("/data/n"), QString()); // being typed anew
    CHECK(f.value(QStringLiteral("/data/r[1]/x")) == QStringLiteral("mine"));
    f.set(QStringLiteral("/data/n"), QStringLiteral("0"));
    CHECK(!f.session().find(u"/data/r[1]"));
    f.set(QStringLiteral("/data/n"), QStringLiteral("2000000000")); // a slip of the pen
    CHECK(f.session().children(f.at(QStringLiteral("/data/r")).id).size() == 10'000);
}

TEST_CASE("Repetitions within repetitions do not multiply without end", "[forms]")
{
    Filling f(xform("<data id='t'><n/><r jr:template=''><s jr:template=''><x>d</x></s></r></data>", "<bind nodeset='/data/n' type='decimal'/>",
                    "<input ref='/data/n'/><repeat nodeset='/data/r' jr:count='/data/n'><repeat nodeset='/data/r/s' jr:count='/data/n'>"
                    "<input ref='/data/r/s/x'/></repeat></repeat>"));
    f.set(QStringLiteral("/data/n"), QStringLiteral("20"));
    CHECK(f.value(QStringLiteral("/data/r[20]/s[20]/x")) == QStringLiteral("d"));
    f.set(QStringLiteral("/data/n"), QStringLiteral("1") + QStringLiteral("0").repeated(300)); // 10,000 times 10,000
    std::size_t inner = 0;
    for (const NodeId repetition : f.session().children(f.at(QStringLiteral("/data/r")).id)) {
        for (const NodeId series : f.session().children(repetition))
            inner += f.session().children(series).size();
    }
    CHECK(inner > 10'000);
    CHECK(inner < 500'000);
}

TEST_CASE("A text that names itself, and one that doubles from question to question, are blank instead of the end", "[forms]")
{
    const Filling named(
        xform("<data id='t'><a/><b/></data>", "<bind nodeset='/data/b' calculate=\"jr:itext('q')\"/>",
              "<input ref='/data/a'><label ref=\"jr:itext('q')\"/></input>",
              "<itext><translation lang='en'><text id='q'><value>Q<output value=\"jr:itext('q')\"/></value></text></translation></itext>"));
    CHECK(named.value(QStringLiteral("/data/b")).size() < 10'000);

    QByteArray questions, binds = "<bind nodeset='/data/a0' calculate=\"'0123456789'\"/>";
    for (int i = 0; i < 40; ++i) {
        const QByteArray name = 'a' + QByteArray::number(i), next = 'a' + QByteArray::number(i + 1);
        questions += '<' + name + "/>";
        binds += "<bind nodeset='/data/" + next + "' calculate='concat(/data/" + name + ", /data/" + name + ")'/>";
    }
    const Filling doubled(xform("<data id='t'>" + questions + "<a40/></data>", binds, "<input ref='/data/a0'/>"));
    CHECK(doubled.value(QStringLiteral("/data/a10")).size() == 10'240);
    for (int i = 0; i <= 40; ++i)
        CHECK(doubled.value(QStringLiteral("/data/a") + QString::number(i)).size() <= 4'000'000);
}

TEST_CASE("Labels, outputs and choices speak the session's language", "[forms]")
{
    const QByteArray itext =
        "<itext><translation lang='English (en)' default='true()'><text id='q'><value>Hello <output value=' /data/who '/></value>"
        "<value form='image'>jr://images/a.png</value></text><text id='y'><value>Yes</value></text></translation>"
        "<translation lang='Deutsch (de)'><text id='q'><value>Hallo <output value=' /data/who '/></value></text></translation></itext>";
    Filling f(xform("<data id='t'><who>Ana</who><q/><shown/><id/></data>",
                    "<bind nodeset='/data/shown' calculate=\"jr:itext('q')\"/><bind nodeset='/data/id' calculate='uuid()'/>",
                    "<input ref='/data/who'/><select1 ref='/data/q'><label ref=\"jr:itext('q')\"/><item><label ref=\"jr:itext('y')\"/>"
                    "<value>y</value></item></select1>",
                    itext));
    CHECK(f.at(QStringLiteral("/data/q")).label == Text{QStringLiteral("Hello Ana"), QStringLiteral("jr://images/a.png"), {}, {}});
    const QString id = f.value(QStringLiteral("/data/id"));
    REQUIRE(f.session().setLanguage(QStringLiteral("Deutsch (de)")));
    CHECK(f.value(QStringLiteral("/data/id")) == id); // what does not speak is left alone
    CHECK(f.at(QStringLiteral("/data/q")).label->text == QStringLiteral("Hallo Ana"));
    CHECK(f.value(QStringLiteral("/data/shown")) == QStringLiteral("Hallo Ana"));
    CHECK(f.session().choices(f.at(QStringLiteral("/data/q")).id).front().label.text ==
          QStringLiteral("Yes")); // the default where none is translated
    CHECK(!f.session().setLanguage(QStringLiteral("Klingon")));
}

TEST_CASE("A line may carry on from the line before it, which is no circle", "[forms]")
{
    const char* before =
        GENERATE("../../r[position() = position(current()/..) - 1]/close", "indexed-repeat(/data/r/close, /data/r, position(..) - 1)");
    INFO(before);
    Filling f(xform("<data id='t'><r jr:template=''><open/><x/><close/></r><r><open/><x/><close/></r></data>",
                    "<bind nodeset='/data/r/x' type='int'/><bind nodeset='/data/r/open' calculate=\"coalesce(" + QByteArray(before) +
                        ", 0)\"/><bind nodeset='/data/r/close' calculate='../open + ../x'/>",
                    "<repeat nodeset='/data/r'><input ref='/data/r/x'/></repeat>"));
    f.set(QStringLiteral("/data/r[1]/x"), QStringLiteral("5"));
    f.add(QStringLiteral("/data/r"));
    f.set(QStringLiteral("/data/r[2]/x"), QStringLiteral("3"));
    f.add(QStringLiteral("/data/r"));
    f.set(QStringLiteral("/data/r[3]/x"), QStringLiteral("1"));
    CHECK(f.value(QStringLiteral("/data/r[3]/close")) == QStringLiteral("9"));
    f.set(QStringLiteral("/data/r[1]/x"), QStringLiteral("10"));
    CHECK(f.value(QStringLiteral("/data/r[3]/close")) == QStringLiteral("14"));
    f.remove(QStringLiteral("/data/r"), 1);
    CHECK(f.value(QStringLiteral("/data/r[2]/close")) == QStringLiteral("11"));
}

TEST_CASE("Rows of a payload go to repetitions, which are made as they are needed", "[forms][entities]")
{
    Filling f(xform("<data id='t'><r jr:template=''><k/><n/><meta><entity dataset='gaps' create='1' id=''><label/></entity></meta></r>"
                    "<r><k/><n/><meta><entity dataset='gaps' create='1' id=''><label/></entity></meta></r></data>",
                    "<bind nodeset='/data/r/k' entities:saveto='kind'/><bind nodeset='/data/r/n' entities:saveto='note'/>",
                    "<repeat nodeset='/data/r'><input ref='/data/r/k'/><input ref='/data/r/n'/></repeat>"));
    const std::vector<std::pair<QString, QString>> rows{{QStringLiteral("gaps.kind"), QStringLiteral("a")},
                                                        {QStringLiteral("gaps.note"), QStringLiteral("first")},
                                                        {QStringLiteral("gaps.kind"), QStringLiteral("b")},
                                                        {QStringLiteral("gaps.note"), QStringLiteral("second")}};
    CHECK(f.session().applyPayload(rows).unplaced.empty());
    CHECK(f.value(QStringLiteral("/data/r[1]/k")) == QStringLiteral("a"));
    CHECK(f.value(QStringLiteral("/data/r[2]/k")) == QStringLiteral("b"));
    CHECK(f.value(QStringLiteral("/data/r[2]/n")) == QStringLiteral("second"));
    CHECK(!f.session().find(u"/data/r[3]"));
    f.session().applyPayload(std::span(rows).first(2)); // what is there is not overwritten
    CHECK(f.value(QStringLiteral("/data/r[3]/n")) == QStringLiteral("first"));
    CHECK(f.value(QStringLiteral("/data/r[2]/n")) == QStringLiteral("second"));
}

TEST_CASE("A measurement knows its unit and the limits that are shown, not enforced", "[forms]")
{
    Filling f(xform("<data id='t'><kind/><a/><b/></data>",
                    "<bind nodeset='/data/a' type='decimal' rapport:unit='bar' rapport:min='2' rapport:max='6.5'/>"
                    "<bind nodeset='/data/b' rapport:unitRef='/data/kind' rapport:max='/data/a'/>",
                    "<input ref='/data/kind'/><input ref='/data/a'/><input ref='/data/b'/>"));
    CHECK(f.at(QStringLiteral("/data/a")).unit == QStringLiteral("bar"));
    CHECK(f.at(QStringLiteral("/data/a")).softMin == 2.0);
    CHECK(f.at(QStringLiteral("/data/a")).softMax == 6.5);
    CHECK(!f.at(QStringLiteral("/data/b")).softMax);
    const quint64 before = f.session().revision();
    f.set(QStringLiteral("/data/a"), QStringLiteral("7.1"));
    CHECK(f.at(QStringLiteral("/data/a")).constraintOk);
    CHECK(f.at(QStringLiteral("/data/b")).softMax == 7.1);
    CHECK(f.session().changedSince(before).size() == 2);
    f.set(QStringLiteral("/data/kind"), QStringLiteral("°C"));
    CHECK(f.at(QStringLiteral("/data/b")).unit == QStringLiteral("°C"));
}

TEST_CASE("A reason for a value stays with it, in draft and submission, until there is another value", "[forms]")
{
    const QByteArray xml =
        xform("<data id='t'><a/><b/><why/><g><c/></g></data>",
              "<bind nodeset='/data/a' type='decimal' rapport:max='6.5'/>"
              "<bind nodeset='/data/b' type='decimal' rapport:max='6.5' rapport:reasonRef='/data/why'/>",
              "<input ref='/data/a'/><input ref='/data/b'/><input ref='/data/why'/><group ref='/data/g'><input ref='/data/g/c'/></group>");
    Filling f(xml);
    const QString a = QStringLiteral("/data/a");
    CHECK_FALSE(f.session().giveReason(f.at(a).id, QStringLiteral("none yet"))); // for what?
    CHECK_FALSE(f.session().giveReason(f.at(QStringLiteral("/data/g")).id, QStringLiteral("a group")));
    f.set(a, QStringLiteral("7.1"));
    const quint64 before = f.session().revision();
    REQUIRE(f.session().giveReason(f.at(a).id, QStringLiteral(" <warm> & \"wet\"\x01 ")));
    CHECK(f.session().changedSince(before) == std::vector{f.at(a).id});
    const QString reason = QStringLiteral("<warm> & \"wet\"");
    CHECK(f.at(a).reason == reason);
    CHECK_FALSE(f.at(a).formAsksReason);

    for (const auto keep : {FormSession::Keep::Everything, FormSession::Keep::RelevantOnly}) {
        auto again = FormSession::restore((Form::load(xml)).value_or(nullptr), f.session().serialize(keep), {});
        REQUIRE(again);
        Filling g(std::move(*again));
        CHECK(g.at(a).reason == reason);
        CHECK(g.session().serialize(keep) == f.session().serialize(keep));
    }
    f.set(a, QStringLiteral("7.1")); // the same
    CHECK(f.at(a).reason == reason);
    f.set(a, QStringLiteral("7.2"));
    CHECK(f.at(a).reason.isEmpty());
    CHECK_FALSE(f.session().serialize(FormSession::Keep::RelevantOnly).contains("reason"));

    CHECK(f.at(QStringLiteral("/data/b")).formAsksReason);
    const quint64 asked = f.session().revision();
    f.set(QStringLiteral("/data/why"), QStringLiteral("door open"));
    CHECK(f.at(QStringLiteral("/data/b")).reason == QStringLiteral("door open"));
    CHECK(f.session().changedSince(asked).size() == 2);
}

TEST_CASE("An answer knows the entity that it becomes a property of, and the others of its row", "[forms][entities]")
{
    Filling f(xform(
        "<data id='t'><plain/><r jr:template=''><k/><machine/><v/><odd/><meta><entity dataset='measurements' create='1' "
        "id=''><label/></entity></meta></r>"
        "<r><k/><machine/><v/><odd/><meta><entity dataset='measurements' create='1' id=''><label/></entity></meta></r></data>",
        "<bind nodeset='/data/r/k' entities:saveto='quantity'/><bind nodeset='/data/r/machine' entities:saveto='machine_id' calculate=\"'m1'\"/>"
        "<bind nodeset='/data/r/v' entities:saveto='value'/><bind nodeset='/data/r/odd' entities:saveto='unit' relevant='false()'/>",
        "<input ref='/data/plain'/><repeat nodeset='/data/r'><input ref='/data/r/k'/><input ref='/data/r/v'/></repeat>"));
    f.add(QStringLiteral("/data/r"));
    f.set(QStringLiteral("/data/r[1]/k"), QStringLiteral("Pressure"));
    f.set(QStringLiteral("/data/r[2]/k"), QStringLiteral("Current"));
    f.set(QStringLiteral("/data/r[2]/v"), QStringLiteral("3.1"));
    CHECK_FALSE(f.session().savedTo(f.at(QStringLiteral("/data/plain")).id));
    const auto saved = f.session().savedTo(f.at(QStringLiteral("/data/r[2]/v")).id);
    REQUIRE(saved);
    CHECK(saved->list == QStringLiteral("measurements"));
    CHECK(saved->property == QStringLiteral("value"));
    CHECK(saved->properties == std::map<QString, QString>{{QStringLiteral("machine_id"), QStringLiteral("m1")},
                                                          {QStringLiteral("quantity"), QStringLiteral("Current")},
                                                          {QStringLiteral("value"), QStringLiteral("3.1")}});
}

namespace
{

/// Rows that can be looked up, and must not be walked.
class Endless : public ItemSource
{
public:
    QStringList columns() const override { return {QStringLiteral("name"), QStringLiteral("label"), QStringLiteral("country")}; }
    std::vector<Row> rows() const override
    {
        FAIL("a list of a million was read whole");
        return {};
    }
    std::vector<Row> find(const QString& column, const QString& value) const override
    {
        const bool seven =
            (column == QLatin1String("name") && value == QLatin1String("c7")) || (column == QLatin1String("country") && value == QLatin1String("RO"));
        return seven ? std::vector<Row>{7} : std::vector<Row>{};
    }
    QString value(Row row, const QString& column) const override
    {
        if (column == QLatin1String("country"))
            return QStringLiteral("RO");
        return (column == QLatin1String("name") ? QStringLiteral("c%1") : QStringLiteral("Customer %1")).arg(row);
    }
};

} // namespace

TEST_CASE("One choice among a million is looked up by its value, and only where the filter offers it", "[forms]")
{
    LoadOptions options;
    options.sources = [](const QString&) { return std::make_shared<Endless>(); };
    Filling f(
        xform("<data id='t'><country>RO</country><who/><yes/></data>", "",
              "<input ref='/data/country'/><select1 ref='/data/who'><itemset nodeset=\"instance('contacts')/root/item[country = /data/country]\">"
              "<value ref='name'/><label ref='label'/></itemset></select1><select1 ref='/data/yes'><item><label>Yes</label>"
              "<value>y</value></item></select1>",
              "<instance id='contacts' src='jr://file-csv/contacts.csv'/>"),
        options);
    const NodeId who = f.at(QStringLiteral("/data/who")).id, yes = f.at(QStringLiteral("/data/yes")).id;
    CHECK(f.session().choiceSource(who) == QStringLiteral("jr://file-csv/contacts.csv"));
    CHECK(f.session().choiceSource(yes).isEmpty());
    REQUIRE(f.session().choice(who, QStringLiteral("c7")));
    CHECK(f.session().choice(who, QStringLiteral("c7"))->label.text == QStringLiteral("Customer 7"));
    CHECK_FALSE(f.session().choice(who, QStringLiteral("c8")));
    CHECK(f.session().choice(yes, QStringLiteral("y"))->label.text == QStringLiteral("Yes"));
    CHECK(f.value(QStringLiteral("/data/who")).isEmpty()); // asking is no answer
    f.set(QStringLiteral("/data/country"), QStringLiteral("DE"));
    CHECK_FALSE(f.session().choice(who, QStringLiteral("c7")));
}
