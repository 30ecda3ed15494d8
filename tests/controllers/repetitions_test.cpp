// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/questionrows.h"
#include "app/controllers/states.h"
#include "desk.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;
using Question::Kind;

namespace
{

/// A form with a series of persons, and its rows as a screen would show them.
struct Persons {
    explicit Persons(int count)
        : session(
              sessionOf("<person jr:template=''><name/><mood/><age/></person><person><name/><mood/><age/></person>",
                        "<bind nodeset='/data/person/age' type='int' constraint='. &lt; 120'/><bind nodeset='/data/person/name' required='true()'/>",
                        "<group ref='/data/person'><label>Person</label><repeat nodeset='/data/person'><input "
                        "ref='/data/person/name'><label>Name</label></input>"
                        "<select1 ref='/data/person/mood'><label>Mood</label><item><label>Happy</label><value>h</value></item></select1>"
                        "<input ref='/data/person/age'><label>Age</label></input></repeat></group>"))
    {
        if (count > 1)
            REQUIRE(session->addRepetition(series(), {}, count - 1));
        if (count == 0)
            REQUIRE(session->removeRepetition(series(), 0));
    }

    forms::NodeId series() const { return *session->find(u"/data/person"); }
    forms::NodeId person(int number) const { return session->children(series())[static_cast<std::size_t>(number - 1)]; }
    forms::NodeId asked(int number, const QString& name) const { return *session->find(u"/data/person[%1]/%2"_s.arg(number).arg(name)); }
    std::vector<RowModel::Row> rows()
    {
        notes.repetitions.follow(*session);
        const auto sections = sectionsOf(*session, notes.repetitions);
        REQUIRE(sections.size() == 1);
        return questionRows(*session, sections.front(), notes);
    }
    static QVariant of(const RowModel::Row& row, const QByteArray& role) { return row.values[questionRoles().indexOf(role)]; }
    static QVariant extra(const RowModel::Row& row, const QString& name) { return of(row, "extra").toMap()[name]; }
    int count(Kind kind)
    {
        const auto all = rows();
        return static_cast<int>(
            std::count_if(all.begin(), all.end(), [&](const auto& row) { return of(row, "kind").template value<Kind>() == kind; }));
    }

    std::unique_ptr<forms::FormSession> session;
    AnswerNotes notes;
};

} // namespace

TEST_CASE("A repetition is a card whose heading names it by its first answers and says what is missing", "[repetitions]")
{
    Persons persons(1);
    CHECK(Persons::of(persons.rows().front(), "label").toString() == u"Person 1");
    CHECK(Persons::extra(persons.rows().front(), u"summary"_s).toString().isEmpty());
    CHECK(Persons::extra(persons.rows().front(), u"left"_s).toString() == u"1 required left");
    REQUIRE(persons.session->answer(persons.asked(1, u"name"_s), u"Aylin"_s));
    REQUIRE(persons.session->answer(persons.asked(1, u"mood"_s), u"h"_s));
    REQUIRE(persons.session->answer(persons.asked(1, u"age"_s), u"140"_s));
    const auto rows = persons.rows();
    CHECK(Persons::extra(rows.front(), u"summary"_s).toString() == u"Aylin · Happy · 140");
    CHECK(Persons::extra(rows.front(), u"left"_s).toString() == u"1 to correct");
    QStringList parts;
    for (const RowModel::Row& row : rows)
        parts.append(Persons::extra(row, u"card"_s).toString());
    CHECK(parts == QStringList{u"top"_s, u"middle"_s, u"middle"_s, u"bottom"_s, QString()});
}

TEST_CASE("Few repetitions are unfolded, of many only the one that is worked on", "[repetitions]")
{
    Persons few(3);
    CHECK(few.count(Kind::Text) == 3);
    few.notes.repetitions.fold(*few.session, few.person(2), false);
    CHECK(few.count(Kind::Text) == 2);

    Persons many(50);
    CHECK(many.count(Kind::RepetitionHead) == 50);
    CHECK(many.count(Kind::Text) == 1);
    many.notes.repetitions.fold(*many.session, many.person(7), true);
    CHECK(many.count(Kind::Text) == 1);
    const auto rows = many.rows();
    CHECK(Persons::extra(rows[6], u"open"_s).toBool());
    many.notes.repetitions.fold(*many.session, many.person(7), false);
    CHECK(many.count(Kind::Text) == 0);
    many.notes.repetitions.reveal(*many.session, many.asked(33, u"age"_s));
    CHECK(many.count(Kind::Text) == 1);
    CHECK(Persons::extra(many.rows()[32], u"open"_s).toBool());
    many.notes.repetitions.setUnfolded(true);
    CHECK(many.count(Kind::Text) == 50);
}

TEST_CASE("The last repetition can be removed, and where there is none one can be added by its name", "[repetitions]")
{
    Persons one(1);
    CHECK(Persons::of(one.rows().front(), "removable").toBool());
    CHECK(Persons::of(one.rows().back(), "label").toString() == u"One more: Person");
    Persons none(0);
    const auto rows = none.rows();
    REQUIRE(rows.size() == 1);
    CHECK(Persons::of(rows.front(), "kind").value<Kind>() == Kind::AddRepetition);
    CHECK(Persons::of(rows.front(), "label").toString() == u"Add: Person");
}

TEST_CASE("An answer in one of 1,000 repetitions makes the rows of one and looks at one", "[repetitions]")
{
    Persons persons(1'000);
    CHECK(persons.rows().size() == 1'000 + 3 + 1); // headings, the questions of the unfolded one, the button
    const int before = persons.notes.repetitions.worked();
    CHECK(before == 1'000);
    REQUIRE(persons.session->answer(persons.asked(1'000, u"name"_s), u"Aylin"_s));
    const auto rows = persons.rows();
    CHECK(persons.notes.repetitions.worked() == before + 1);
    CHECK(Persons::extra(rows[999], u"summary"_s).toString() == u"Aylin");

    REQUIRE(persons.session->addRepetition(persons.series()));
    CHECK(persons.rows().size() == 1'001 + 3 + 1);
    CHECK(persons.notes.repetitions.worked() <= before + 3);
}
