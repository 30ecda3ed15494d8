// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/questionkind.h"
#include "app/controllers/questionrows.h"
#include "app/controllers/typed.h"

#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using Question::Kind;

namespace
{

/// A session over a form that asks one question, called "x".
std::unique_ptr<forms::FormSession> asking(const QByteArray& control, const QByteArray& bind = {}, const QByteArray& value = {})
{
    auto form = forms::Form::load(
        "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:odk='http://www.opendatakit.org/xforms'"
        " xmlns:rapport='urn:rapport:xforms:1'><h:head><h:title>One</h:title><model><instance><data id='one'><x>" +
        value + "</x></data></instance><bind nodeset='/data/x' " + bind + "/></model></h:head><h:body>" + control + "</h:body></h:html>");
    REQUIRE(form);
    auto session = forms::FormSession::start(*form, {});
    REQUIRE(session);
    return std::move(*session);
}

QByteArray items(int count)
{
    QByteArray all;
    for (int i = 1; i <= count; ++i)
        all += "<item><label>Choice " + QByteArray::number(i) + "</label><value>" + QByteArray::number(i) + "</value></item>";
    return all;
}

forms::Node questionOf(const forms::FormSession& session)
{
    return session.node(*session.find(u"/data/x"));
}

RowModel::Row rowOf(const forms::FormSession& session)
{
    AnswerNotes notes;
    Section section;
    section.nodes = {questionOf(session).id};
    auto rows = questionRows(session, section, notes);
    REQUIRE(rows.size() == 1);
    return rows.front();
}

QVariant roleOf(const RowModel::Row& row, const QByteArray& role)
{
    return row.values[questionRoles().indexOf(role)];
}

} // namespace

TEST_CASE("Each control, type and appearance has its way of being asked", "[questions]")
{
    struct Row {
        QByteArray control, bind;
        Kind kind;
    };
    const auto row = GENERATE(values<Row>({
        {"<input ref='/data/x'/>", "", Kind::Text},
        {"<input ref='/data/x' appearance='multiline'/>", "", Kind::Multiline},
        {"<input ref='/data/x' rows='5'/>", "", Kind::Multiline},
        {"<input ref='/data/x'/>", "type='int'", Kind::Integer},
        {"<input ref='/data/x' appearance='counter'/>", "type='int'", Kind::Counter},
        {"<input ref='/data/x'/>", "type='decimal'", Kind::Decimal},
        {"<input ref='/data/x' appearance='month-year'/>", "type='date'", Kind::Date},
        {"<input ref='/data/x'/>", "type='time'", Kind::Time},
        {"<input ref='/data/x'/>", "type='dateTime'", Kind::DateTime},
        {"<input ref='/data/x'/>", "type='geopoint'", Kind::Place},
        {"<input ref='/data/x'/>", "type='geotrace'", Kind::Text},
        {"<input ref='/data/x' appearance='bearing'/>", "type='decimal'", Kind::Decimal},
        {"<input ref='/data/x' appearance='ex:org.example.meter(a)'/>", "", Kind::Text},
        {"<input ref='/data/x'/>", "type='barcode'", Kind::Code},
        {"<input ref='/data/x'/>", "readonly='true()'", Kind::Text},
        {"<range ref='/data/x' start='1' end='5' step='1'/>", "type='int'", Kind::Range},
        {"<range ref='/data/x' start='1' end='5' step='1' appearance='rating'/>", "type='int'", Kind::Rating},
        {"<range ref='/data/x' start='1' end='5' step='1' appearance='picker'/>", "type='int'", Kind::Counter},
        {"<select1 ref='/data/x'>" + items(12) + "</select1>", "", Kind::ChoiceOne},
        {"<select1 ref='/data/x'>" + items(13) + "</select1>", "", Kind::Search},
        {"<select1 ref='/data/x' appearance='autocomplete'>" + items(3) + "</select1>", "", Kind::Search},
        {"<select1 ref='/data/x' appearance='minimal'>" + items(3) + "</select1>", "", Kind::ChoiceOne},
        {"<select ref='/data/x'>" + items(5) + "</select>", "", Kind::ChoiceMany},
        {"<select ref='/data/x'>" + items(13) + "</select>", "", Kind::SearchMany},
        {"<odk:rank ref='/data/x'>" + items(3) + "</odk:rank>", "", Kind::Rank},
        {"<trigger ref='/data/x'/>", "", Kind::Confirm},
        {"<upload ref='/data/x' mediatype='image/*' appearance='signature'/>", "type='binary'", Kind::Signature},
        {"<upload ref='/data/x' mediatype='image/*'/>", "type='binary'", Kind::Photo},
        {"<upload ref='/data/x' mediatype='image/*' appearance='annotate'/>", "type='binary'", Kind::Photo},
        {"<upload ref='/data/x' mediatype='image/*' appearance='draw'/>", "type='binary'", Kind::Drawing},
        {"<upload ref='/data/x' mediatype='audio/*'/>", "type='binary'", Kind::Audio},
        {"<upload ref='/data/x' mediatype='video/*'/>", "type='binary'", Kind::Video},
        {"<upload ref='/data/x' mediatype='application/*'/>", "type='binary'", Kind::File},
        {"<upload ref='/data/x' mediatype='application/*' accept='.pdf,.docx'/>", "type='binary'", Kind::File},
        {"<upload ref='/data/x' mediatype='audio/*' accept='.mp3,.m4a'/>", "type='binary'", Kind::Audio},
    }));
    INFO(row.control.toStdString() << " " << row.bind.toStdString());
    const auto session = asking(row.control, row.bind);
    const Kind kind = questionKind(*session, questionOf(*session));
    CHECK((kind == row.kind || (row.bind.contains("readonly") && kind == Kind::Note)));
}

TEST_CASE("What a person types is stored as the question's type has it", "[questions]")
{
    struct Row {
        const char* locale;
        QByteArray bind, appearance;
        const char *typed, *stored; ///< stored null: not understood
    };
    const auto row = GENERATE(values<Row>({
        {"id_ID", "type='decimal'", "", "3,9", "3.9"},
        {"id_ID", "type='decimal'", "", "−16,4", "-16.4"},
        {"de_DE", "type='int'", "thousands-sep", "1.234", "1234"},
        {"en_GB", "type='int'", "", "3.5", nullptr},
        {"en_GB", "type='date'", "year", "2027", "2027-01-01"},
        {"en_GB", "type='date'", "month-year", "11/2027", "2027-11-01"},
        {"de_DE", "type='date'", "month-year", "November 2027", "2027-11-01"},
        {"en_GB", "type='date'", "month-year", "2027-11-17", "2027-11-17"},
        {"en_GB", "type='date'", "year", "soon", nullptr},
        {"en_GB", "type='time'", "", "14:30", "14:30:00.000Z"},
        {"en_GB", "type='time'", "", "2:30 pm", "14:30:00.000Z"},
        {"en_GB", "type='time'", "", "now", "09:12:00.000Z"},
        {"en_GB", "type='time'", "", "time+15", nullptr},
        {"en_GB", "type='dateTime'", "", "17 Nov 2027 14:30", "2027-11-17T14:30:00.000Z"},
        {"en_GB", "type='dateTime'", "", "2027-11-17T14:30", "2027-11-17T14:30:00.000Z"},
        {"en_GB", "type='dateTime'", "", "now", "2027-11-10T09:12:00.000Z"},
        {"en_GB", "type='dateTime'", "", "17.11.2027", nullptr},
        {"en_GB", "type='geopoint'", "", "52.52 13.40", "52.52 13.4 0 0"},
        {"en_GB", "type='geopoint'", "", "52.52, 13.40", "52.52 13.4 0 0"},
        {"de_DE", "type='geopoint'", "", "52,52; −13,40 34 5", "52.52 -13.4 34 5"},
        {"en_GB", "type='geopoint'", "", "6.2° S 106.8° E", "-6.2 106.8 0 0"},
        {"en_GB", "type='geopoint'", "", "252 13", nullptr},
        {"en_GB", "type='geopoint'", "", "at the door", nullptr},
    }));
    INFO(row.locale << " " << row.typed);
    const QLocale before;
    QLocale::setDefault(QLocale(QString::fromLatin1(row.locale)));
    const auto session = asking("<input ref='/data/x' appearance='" + row.appearance + "'/>", row.bind);
    const Typed typed = understand(questionOf(*session), QString::fromUtf8(row.typed), QDateTime(QDate(2027, 11, 10), QTime(9, 12), Qt::UTC));
    CHECK(typed.problem.isEmpty() == (row.stored != nullptr));
    CHECK(typed.value.toStdString() == (row.stored ? row.stored : ""));
    QLocale::setDefault(before);
}

TEST_CASE("A stored value is read in the app's language", "[questions]")
{
    struct Row {
        const char* locale;
        QByteArray bind, appearance, value;
        const char* display;
    };
    const auto row = GENERATE(values<Row>({
        {"id_ID", "type='decimal'", "", "3.9", "3,9"},
        {"id_ID", "type='decimal'", "", "-16.4", "−16,4"},
        {"de_DE", "type='decimal'", "", "12.0", "12"},
        {"de_DE", "type='int'", "thousands-sep", "1234567", "1.234.567"},
        {"de_DE", "type='decimal'", "thousands-sep", "-0.5", "-0,5"},
        {"en_GB", "type='date'", "", "2027-11-17", "17 Nov 2027"},
        {"de_DE", "type='date'", "", "2027-11-17", "17. Nov. 2027"},
        {"de_DE", "type='date'", "month-year", "2027-11-01", "November 2027"},
        {"de_DE", "type='date'", "year", "2027-01-01", "2027"},
        {"de_DE", "type='geopoint'", "", "52.52 -13.405 34 4.2", "52,52000° N 13,40500° W, exact to 5 m"},
        {"en_GB", "type='time'", "", "14:30:00.000+01:00", "14:30"},
        {"en_GB", "type='dateTime'", "", "2027-11-17T14:30:00.000+01:00", "17 Nov 2027 14:30"},
    }));
    INFO(row.locale << " " << row.value.toStdString());
    const QLocale before;
    QLocale::setDefault(QLocale(QString::fromLatin1(row.locale)));
    const auto session = asking("<input ref='/data/x' appearance='" + row.appearance + "'/>", row.bind, row.value);
    CHECK(roleOf(rowOf(*session), "display").toString().toStdString() == row.display);
    QLocale::setDefault(before);
}

TEST_CASE("Few choices stand side by side, some one below the other, and a form may say how", "[questions]")
{
    struct Row {
        int count;
        QByteArray appearance, layout;
        int columns;
    };
    const auto row = GENERATE(values<Row>({{5, "", "", 0},
                                           {6, "", "list", 0},
                                           {5, "likert", "likert", 0},
                                           {8, "columns-3", "", 3},
                                           {8, "columns-pack", "pack", 0},
                                           {3, "label", "header", 0},
                                           {3, "list-nolabel", "grid", 0},
                                           {3, "list", "likert", 0},
                                           {8, "columns-99", "", 6}}));
    INFO(row.count << " " << row.appearance.toStdString());
    const auto session = asking("<select1 ref='/data/x' appearance='" + row.appearance + "'>" + items(row.count) + "</select1>");
    const QVariantMap extra = roleOf(rowOf(*session), "extra").toMap();
    CHECK(extra[u"layout"_s].toString() == QString::fromLatin1(row.layout));
    CHECK(extra[u"columns"_s].toInt() == row.columns);
}

TEST_CASE("A ranking shows its choices in the order that was given", "[questions]")
{
    const auto session = asking("<odk:rank ref='/data/x'>" + items(3) + "</odk:rank>");
    const auto order = [&] {
        QStringList values;
        for (const QVariant& choice : roleOf(rowOf(*session), "choices").toList())
            values.append(choice.toMap()[u"value"_s].toString());
        return values.join(u' ');
    };
    CHECK(order() == u"1 2 3");
    CHECK(roleOf(rowOf(*session), "chosen").toStringList().isEmpty());
    REQUIRE(session->answer(questionOf(*session).id, u"3 1 2"_s));
    CHECK(order() == u"3 1 2");
}

TEST_CASE("Several of many are named, the others are looked for", "[questions]")
{
    const auto session = asking("<select ref='/data/x'>" + items(20) + "</select>");
    REQUIRE(session->answerMany(questionOf(*session).id, {u"7"_s, u"19"_s}));
    const RowModel::Row row = rowOf(*session);
    CHECK(roleOf(row, "choices").toList().isEmpty());
    CHECK(roleOf(row, "chosen").toStringList() == QStringList{u"7"_s, u"19"_s});
    CHECK(roleOf(row, "extra").toMap()[u"names"_s].toStringList() == QStringList{u"Choice 7"_s, u"Choice 19"_s});
}

TEST_CASE("A measured value brings its limits and a verdict", "[questions]")
{
    const auto session = asking("<input ref='/data/x'/>", "type='decimal' rapport:unit='bar' rapport:min='1.2' rapport:max='3.5'", "3.9");
    const QVariantMap extra = roleOf(rowOf(*session), "extra").toMap();
    CHECK(extra[u"unit"_s].toString() == u"bar");
    CHECK(extra[u"out"_s].toBool());
    CHECK(extra[u"verdict"_s].toString() == u"Too high");
    CHECK(extra[u"place"_s].toDouble() > extra[u"placeHigh"_s].toDouble());
}

TEST_CASE("A range tells its ends, its steps and the words at them", "[questions]")
{
    const auto session =
        asking("<range ref='/data/x' start='0' end='2' step='0.25'><item><label>none</label><value>0</value></item></range>", "type='decimal'");
    const QVariantMap extra = roleOf(rowOf(*session), "extra").toMap();
    CHECK(extra[u"from"_s].toDouble() == 0);
    CHECK(extra[u"to"_s].toDouble() == 2);
    CHECK(extra[u"decimals"_s].toInt() == 2);
    CHECK(extra[u"ticks"_s].toList().size() == 1);
}
