// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/commonanswer.h"
#include "app/conversation/sections.h"
#include "desk.h"

#include <catch2/catch.hpp>

using namespace rapport::app;
using rapport::app::tests::sessionOf;

namespace
{

/// "Person: given family | Address: street": titles and what stands in them.
QString outline(const rapport::forms::FormSession& session)
{
    QStringList screens;
    for (const Section& section : sectionsOf(session)) {
        QStringList names;
        for (const auto id : section.nodes)
            names.append(session.node(id).name);
        screens.append(section.title + QStringLiteral(": ") + names.join(QLatin1Char(' ')));
    }
    return screens.join(QStringLiteral(" | "));
}

QByteArray input(const char* path)
{
    return QByteArray("<input ref='/data/") + path + "'><label>" + path + "</label></input>";
}

/// Questions named "q0", "q1", …, of the form itself.
struct Many {
    QByteArray instance, binds, body;
};
Many many(int count, const QByteArray& around = {})
{
    Many made;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = "q" + QByteArray::number(i);
        made.instance += '<' + name + "/>";
        made.body += "<input ref='/data/" + around + name + "'><label>" + name + "</label></input>";
    }
    return made;
}

QByteArray group(const char* path, const char* label, const QByteArray& inside)
{
    return QByteArray("<group ref='/data/") + path + "'><label>" + label + "</label>" + inside + "</group>";
}

} // namespace

TEST_CASE("A section is a group that directly holds questions, in the order of the form", "[sections]")
{
    struct Row {
        const char* note;
        QByteArray instance, binds, body;
        const char* expected;
    };
    const auto row = GENERATE(values<Row>({
        {"one group", "<g><a/><b/></g>", "", group("g", "G", input("g/a") + input("g/b")), "G: a b"},
        {"no group at all: the form itself", "<a/><b/>", "", input("a") + input("b"), "The form: a b"},
        {"a group of groups has no screen of its own", "<c><p><a/></p><q><b/></q></c>", "",
         group("c", "C", group("c/p", "P", input("c/p/a")) + group("c/q", "Q", input("c/q/b"))), "P: a | Q: b"},
        {"questions before and after a sub-group keep their places", "<g><a/><s><b/></s><c/></g>", "",
         group("g", "G", input("g/a") + group("g/s", "S", input("g/s/b")) + input("g/c")), "G: a | S: b | G: c"},
        {"loose questions at the top are a section of the form's name", "<g><a/></g><b/>", "", group("g", "G", input("g/a")) + input("b"),
         "G: a | The form: b"},
        {"a group without a label is called what is around it", "<g><h><a/></h></g>", "",
         group("g", "G", "<group ref='/data/g/h'>" + input("g/h/a") + "</group>"), "G: a"},
        {"a series of its own", "<r><a/></r>", "", group("r", "R", "<repeat nodeset='/data/r'>" + input("r/a") + "</repeat>"), "R: r"},
        {"a series among the questions of a group belongs to them", "<g><a/><r><b/></r></g>", "",
         group("g", "G", input("g/a") + group("g/r", "R", "<repeat nodeset='/data/g/r'>" + input("g/r/b") + "</repeat>")), "G: a r"},
        {"what is not relevant is not there", "<g><a/></g><h><b/></h>", "<bind nodeset='/data/h' relevant='/data/g/a = 1'/>",
         group("g", "G", input("g/a")) + group("h", "H", input("h/b")), "G: a"},
        {"calculated values take no room", "<g><a/><k/></g>", "<bind nodeset='/data/g/k' calculate='1 + 1'/>", group("g", "G", input("g/a")), "G: a"},
    }));
    INFO(row.note);
    CHECK(outline(*sessionOf(row.instance, row.binds, row.body)).toStdString() == row.expected);
}

TEST_CASE("A section comes and goes with its relevance, and keeps its key", "[sections]")
{
    const auto session = sessionOf("<g><a/></g><h><b/></h>", "<bind nodeset='/data/h' relevant=\"/data/g/a = 'yes'\"/>",
                                   group("g", "G", input("g/a")) + group("h", "H", input("h/b")));
    const QString key = sectionsOf(*session).front().key;
    REQUIRE(session->answer(*session->find(u"/data/g/a"), QStringLiteral("yes")));
    const auto sections = sectionsOf(*session);
    REQUIRE(sections.size() == 2);
    CHECK(sections.front().key == key);
    CHECK(sectionOf(*session, sections, *session->find(u"/data/h/b")) == 1);
    REQUIRE(session->answer(*session->find(u"/data/g/a"), {}));
    CHECK(sectionsOf(*session).size() == 1);
}

TEST_CASE("A section knows what is answered, what is required and what does not fit", "[sections]")
{
    const auto session = sessionOf("<g><a/><b/><n/></g>",
                                   "<bind nodeset='/data/g/a' required='true()'/><bind nodeset='/data/g/b' type='int' constraint='. &gt; 3'/>"
                                   "<bind nodeset='/data/g/n' readonly='true()'/>",
                                   group("g", "G", input("g/a") + input("g/b") + input("g/n")));
    const auto section = [&] { return sectionsOf(*session).front(); };
    CHECK(section().questions == 2); // a note is no question
    CHECK(section().requiredLeft == 1);
    CHECK_FALSE(section().isComplete());

    REQUIRE(session->answer(*session->find(u"/data/g/b"), QStringLiteral("2")));
    CHECK(section().faults == 1);
    REQUIRE(session->answer(*session->find(u"/data/g/b"), QStringLiteral("4")));
    REQUIRE(session->setUnknown(*session->find(u"/data/g/a"), true)); // "don't know yet" satisfies
    CHECK(section().isComplete());
    CHECK(section().answered == 2);
}

TEST_CASE("More than twenty questions in a row are cut into even parts, the form is not", "[sections]")
{
    const auto sizes = [](const Many& form) {
        QStringList parts;
        for (const Section& section : sectionsOf(*sessionOf(form.instance, form.binds, form.body)))
            parts.append(QStringLiteral("%1 %2/%3").arg(section.nodes.size()).arg(section.part + 1).arg(section.parts));
        return parts.join(QLatin1Char(' ')).toStdString();
    };
    CHECK(sizes(many(20)) == "20 1/1");
    CHECK(sizes(many(21)) == "7 1/3 7 2/3 7 3/3");
    CHECK(sizes(many(24)) == "8 1/3 8 2/3 8 3/3");
    CHECK(sectionsOf(*sessionOf(many(300).instance, {}, many(300).body)).size() == 30);

    SECTION("a group that belongs on one screen stays whole, with what it holds")
    {
        const Many inside = many(30, "g/");
        const QByteArray body =
            "<group ref='/data/g' appearance='field-list'><label>G</label>" + inside.body + group("g/s", "S", input("g/s/b")) + "</group>";
        const auto sections = sectionsOf(*sessionOf("<g>" + inside.instance + "<s><b/></s></g>", {}, body));
        REQUIRE(sections.size() == 1);
        CHECK(sections.front().nodes.size() == 31);
        CHECK(sections.front().questions == 31);
    }
}

TEST_CASE("The parts of a long section keep their places while questions come and go", "[sections]")
{
    Many form = many(30);
    for (int i = 10; i < 20; ++i)
        form.binds += "<bind nodeset='/data/q" + QByteArray::number(i) + "' relevant=\"/data/q0 != 'few'\"/>";
    form.binds += "<bind nodeset='/data/q3' relevant=\"/data/q0 != 'few'\"/>";
    const auto session = sessionOf(form.instance, form.binds, form.body);
    const auto before = sectionsOf(*session);
    REQUIRE(before.size() == 3);
    REQUIRE(session->answer(*session->find(u"/data/q0"), QStringLiteral("few")));
    const auto after = sectionsOf(*session);
    REQUIRE(after.size() == 2); // the middle one asks nothing now
    CHECK(after[0].key == before[0].key);
    CHECK(after[0].nodes.size() == 9);
    CHECK(after[1].key == before[2].key);
    CHECK(after[1].nodes == before[2].nodes);
    CHECK(after[1].part == 1);
    CHECK(after[1].parts == 2); // what is shown is counted
}

TEST_CASE("The points of a group that are open and offer it can be answered at once", "[sections]")
{
    const auto point = [](const char* name, const char* second) {
        return QByteArray("<select1 ref='/data/g/") + name + "'><label>" + name +
               "</label><item><label>In order</label><value>ok</value></item><item><label>No</label><value>" + second + "</value></item></select1>";
    };
    const auto session = sessionOf(
        "<g><a/><b>nok</b><c/><d/><note/></g><other/>", "<bind nodeset='/data/g' rapport:allOk='ok'/><bind nodeset='/data/g/d' readonly='true()'/>",
        "<group ref='/data/g'><label>Cabinet</label>" + point("a", "nok") + point("b", "nok") +
            "<select1 ref='/data/g/c'><label>c</label><item><label>Red</label><value>red</value></item></select1>" + point("d", "nok") +
            "<input ref='/data/g/note'><label>Note</label></input></group>"
            "<select1 ref='/data/other'><label>Other</label><item><label>In order</label><value>ok</value></item></select1>");
    const auto sections = sectionsOf(*session);
    REQUIRE(sections.size() == 2);
    const auto common = commonAnswerOf(*session, sections[0]);
    REQUIRE(common);
    CHECK(common->value == QStringLiteral("ok"));
    CHECK(common->label == QStringLiteral("In order"));
    REQUIRE(common->open.size() == 1); // b has its answer, c does not offer it, d is not to be changed
    CHECK(session->node(common->open[0]).name == QStringLiteral("a"));
    CHECK_FALSE(commonAnswerOf(*session, sections[1]));
    CHECK(sections[0].points == 2);
    CHECK(sections[0].pointsAnswered == 1);
    CHECK(sections[1].points == 0);
}

TEST_CASE("A section is done when nothing of it keeps the form from being finished", "[sections]")
{
    struct Row {
        const char* note;
        QByteArray binds, value; ///< of /data/g/a, its answer
        bool unknown;
        int requiredLeft, faults, unexplained;
        bool complete;
    };
    const QByteArray a = "<bind nodeset='/data/g/a' type='decimal' ";
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing answered, nothing required", a + "/>", "", false, 0, 0, 0, false},
        {"an answer", a + "/>", "3", false, 0, 0, 0, true},
        {"required and open", a + "required='true()'/>", "", false, 1, 0, 0, false},
        {"required and answered", a + "required='true()'/>", "3", false, 0, 0, 0, true},
        {"required and not known yet", a + "required='true()'/>", "", true, 0, 0, 0, true},
        {"refused by a constraint", a + "constraint='. &lt; 3'/>", "3", false, 0, 1, 0, false},
        {"beyond a limit, and nobody said why", a + "rapport:max='2.5'/>", "3", false, 0, 0, 1, false},
        {"beyond a limit, and the form asks why", a + "rapport:max='2.5' rapport:reasonRef='/data/g/why'/>", "3", false, 0, 0, 0, true},
        {"at a limit", a + "rapport:max='3'/>", "3", false, 0, 0, 0, true},
        {"a limit that is not known", a + "rapport:max='/data/none'/>", "3", false, 0, 0, 0, true},
        {"not relevant", a + "required='true()' relevant='false()'/>", "", false, 0, 0, 0, false},
        {"beyond a limit, but nobody can change it: a note", a + "readonly='true()' calculate='3' rapport:max='2.5'/>", "", false, 0, 0, 0, false},
    }));
    INFO(row.note);
    const auto session =
        sessionOf("<none/><g><a/><why/></g>", row.binds, group("g", "G", input("g/a") + "<input ref='/data/g/why'><label>Why</label></input>"));
    const auto id = *session->find(u"/data/g/a");
    if (!row.value.isEmpty())
        REQUIRE(session->answer(id, QString::fromLatin1(row.value)));
    if (row.unknown)
        REQUIRE(session->setUnknown(id, true));
    const Section section = sectionsOf(*session).front();
    CHECK(section.requiredLeft == row.requiredLeft);
    CHECK(section.faults == row.faults);
    CHECK(section.unexplained == row.unexplained);
    CHECK(section.isComplete() == row.complete);
    if (row.unexplained > 0) {
        REQUIRE(session->giveReason(id, QStringLiteral("It was warm")));
        CHECK(sectionsOf(*session).front().isComplete());
        CHECK(sectionsOf(*session).front().beyond == 1);
    }
}
