// SPDX-License-Identifier: Apache-2.0
// Shapes, not stopwatches: what an answer costs may not grow with the square of the form, nor with the rows of a list.
#include "forms/xform/tables.h"
#include "formsupport.h"

#include <catch2/catch.hpp>

#include <ctime>
#include <set>

using namespace rapport::forms;
using namespace rapport::tests;

namespace
{

/// Of the processor, so that what else the machine does counts for nothing.
template <typename F>
double milliseconds(F work)
{
    const std::clock_t start = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Blocks of five: a number, a running total, a text shown while the total is positive, a choice, a note. @p questions in all.
QByteArray chain(int questions)
{
    QByteArray instance = "<data id='chain'>", binds, body;
    for (int i = 0; i < questions / 5; ++i) {
        const QByteArray n = QByteArray::number(i), before = i ? " /data/c" + QByteArray::number(i - 1) + " " : QByteArray("0");
        instance += "<n" + n + "/><c" + n + "/><t" + n + "/><s" + n + "/><o" + n + "/>";
        binds += "<bind nodeset='/data/n" + n + "' type='int' constraint='. &gt;= 0 and . &lt; 1000'/>" + //
                 "<bind nodeset='/data/c" + n + "' type='string' calculate='" + before + " + coalesce( /data/n" + n + " , 0)'/>" +
                 "<bind nodeset='/data/t" + n + "' type='string' relevant=' /data/c" + n + "  &gt; 0'/>" + //
                 "<bind nodeset='/data/s" + n + "' type='string' required='true()' relevant=' /data/n" + n + "  &gt; 5'/>" +
                 "<bind nodeset='/data/o" + n + "' type='string' readonly='true()' relevant=\" /data/s" + n + "  = 'y'\"/>";
        body += "<input ref='/data/n" + n + "'><label>Number</label></input><input ref='/data/t" + n + "'><label>So far <output value=' /data/c" + n +
                " '/></label></input><select1 ref='/data/s" + n +
                "'><label>Choice</label><item><label>Yes</label><value>y</value></item></select1><input ref='/data/o" + n +
                "'><label>Note</label></input>";
    }
    return xform(instance + "<meta><instanceID/></meta></data>", binds, body);
}

struct Times {
    double open = 0, firstAnswer = 0, lastAnswer = 0;
};

Times timesOf(int questions)
{
    const QByteArray xml = chain(questions);
    Times times;
    std::unique_ptr<FormSession> session;
    times.open = milliseconds([&] { session = std::move(*FormSession::start(*Form::load(xml), {})); });
    const QString last = QString::number(questions / 5 - 1);
    const NodeId first = *session->find(u"/data/n0"), end = *session->find(QStringLiteral("/data/n") + last);
    times.firstAnswer = milliseconds([&] { REQUIRE(session->answer(first, QStringLiteral("7"))); });
    CHECK(session->node(*session->find(QStringLiteral("/data/c") + last)).value == QStringLiteral("7"));
    times.lastAnswer = milliseconds([&] { REQUIRE(session->answer(end, QStringLiteral("5"))); });
    return times;
}

/// A repeat whose lines each take something from other lines, filled up to @p lines; then the time of one answer in the first of them.
double answerInRepeat(const QByteArray& calculate, int lines)
{
    const QByteArray line = "<x>1</x><close/>";
    std::unique_ptr<FormSession> session =
        std::move(*FormSession::start(*Form::load(xform("<data id='lines'><r jr:template=''>" + line + "</r><r>" + line + "</r></data>",
                                                        "<bind nodeset='/data/r/close' calculate=\"" + calculate + "\"/>",
                                                        "<repeat nodeset='/data/r'><input ref='/data/r/x'/></repeat>")),
                                      {}));
    REQUIRE(session->addRepetition(*session->find(u"/data/r"), {}, lines - 1));
    const NodeId first = *session->find(u"/data/r[1]/x");
    return milliseconds([&] { REQUIRE(session->answer(first, QStringLiteral("2"))); });
}

/// Counts how often somebody walks all rows.
class Counted : public ItemSource
{
public:
    explicit Counted(std::shared_ptr<const ItemSource> source) : m_source(std::move(source)) {}
    QStringList columns() const override { return m_source->columns(); }
    std::vector<Row> rows() const override
    {
        ++walks;
        return m_source->rows();
    }
    std::vector<Row> find(const QString& column, const QString& value) const override { return m_source->find(column, value); }
    QString value(Row row, const QString& column) const override { return m_source->value(row, column); }
    void prepare(const QString& column) const override { prepared.insert(column); }

    mutable int walks = 0;
    mutable std::set<QString> prepared;

private:
    std::shared_ptr<const ItemSource> m_source;
};

std::shared_ptr<Counted> people(int count)
{
    std::vector<QStringList> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({QStringLiteral("k%1").arg(i), QStringLiteral("Person %1").arg(i), QStringLiteral("g%1").arg(i % 100)});
    return std::make_shared<Counted>(makeRows({QStringLiteral("name"), QStringLiteral("label"), QStringLiteral("grp")}, rows));
}

} // namespace

TEST_CASE("Opening a chain of questions and answering it grow no faster than the chain", "[forms][speed]")
{
    timesOf(500); // warm
    const Times small = timesOf(1000), large = timesOf(5000);
    std::fprintf(stderr, "chain of 5000: open %.1f ms, first answer %.2f ms, last answer %.3f ms (of 1000: %.1f, %.2f, %.3f)\n", large.open,
                 large.firstAnswer, large.lastAnswer, small.open, small.firstAnswer, small.lastAnswer);
    CHECK(large.open < small.open * 15 + 20); // five times the questions; a square would be 25
    CHECK(large.firstAnswer < small.firstAnswer * 15 + 5);
    CHECK(large.lastAnswer < 5); // reaches three nodes, in a form of any size
}

TEST_CASE("Looking up in a list of a hundred thousand walks none of it", "[forms][speed]")
{
    const auto source = people(100'000);
    LoadOptions options;
    options.sources = [&](const QString&) { return source; };
    const QByteArray items = "instance('people')/root/item";
    Filling f(xform("<data id='t'><who/><g/><name/><both/><n/></data>",
                    "<bind nodeset='/data/name' calculate=\"" + items + "[name = /data/who]/label\"/>" + "<bind nodeset='/data/both' calculate=\"" +
                        items + "[grp = /data/g and name = /data/who]/label\"/>" +
                        "<bind nodeset='/data/n' calculate=\"pulldata('people', 'grp', 'name', /data/who)\"/>",
                    "<input ref='/data/who'/><select1 ref='/data/g'><itemset nodeset=\"instance('people')/root/item[grp = /data/n]\">"
                    "<value ref='grp'/><label ref='label'/></itemset></select1>",
                    "<instance id='people' src='jr://file-csv/people.csv'/>"),
              options);
    CHECK(source->prepared == std::set<QString>{QStringLiteral("grp"), QStringLiteral("name")}); // before the first answer
    f.set(QStringLiteral("/data/who"), QStringLiteral("k99999"));
    CHECK(f.value(QStringLiteral("/data/name")) == QStringLiteral("Person 99999"));
    CHECK(f.value(QStringLiteral("/data/n")) == QStringLiteral("g99"));
    CHECK(f.offered(QStringLiteral("/data/g")).size() == 1000);
    f.set(QStringLiteral("/data/g"), QStringLiteral("g99"));
    CHECK(f.value(QStringLiteral("/data/both")) == QStringLiteral("Person 99999"));
    CHECK(source->walks == 0);
}

TEST_CASE("An answer in one of many repetitions costs that repetition, and a new one costs no tour of the others", "[forms][speed]")
{
    Filling f(xform("<data id='t'><r jr:template=''><q/><p/><total/><shown/></r></data>",
                    "<bind nodeset='/data/r/q' type='int'/><bind nodeset='/data/r/total' calculate=' ../q * ../p '/>"
                    "<bind nodeset='/data/r/shown' relevant=' ../total  &gt; 10'/>",
                    "<repeat nodeset='/data/r'><input ref='/data/r/q'/><input ref='/data/r/p'/><input ref='/data/r/shown'/></repeat>"));
    const NodeId series = *f.session().find(u"/data/r");
    std::vector<NodeId> made;
    for (int i = 0; i < 3000; ++i) {
        const quint64 before = f.session().revision();
        made.push_back(*f.session().addRepetition(series));
        if (i == 2999)
            CHECK(f.session().changedSince(before).size() == 6); // the series, the repetition and its four
    }
    const NodeId number = f.session().children(made[1500])[0];
    const quint64 before = f.session().revision();
    REQUIRE(f.session().answer(number, QStringLiteral("4")));
    CHECK(f.session().changedSince(before).size() == 1); // 4 × blank is still blank
}

TEST_CASE("Lines that carry on from the line before are found without a tour for each of the others", "[forms][speed]")
{
    const char* calculate =
        GENERATE("../x + coalesce(indexed-repeat(/data/r/close, /data/r, position(..) - 1), 0)",
                 "../x + coalesce(../../r[position() = position(current()/..) - 1]/close, 0)",
                 "../x + coalesce(../../r[position(current()/..) - 1]/close, 0)", "../x + coalesce(../preceding-sibling::r[1]/close, 0)");
    const double few = answerInRepeat(calculate, 500), many = answerInRepeat(calculate, 2'000);
    std::fprintf(stderr, "%s: 500 lines %.1f ms, 2000 lines %.1f ms\n", calculate, few, many);
    CHECK(many < few * 30 + 50); // four times the lines, each found among four times as many: 16; what walks them once more is 64
}
