// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/evaluator.h"
#include "forms/xpath/xmltree.h"

#include <catch2/catch.hpp>

#include <ctime>

using namespace rapport::forms;

namespace
{

const QByteArray garden = "<garden xml:lang='en-GB'><bed id='b1'><plant xml:lang='sw'>bean</plant><height>12</height></bed>"
                          "<bed id='b2'><plant>kale</plant><height>30.5</height></bed><bed id='b3'><plant/><height/></bed></garden>";

/// What the process takes for local time, for as long as it lives.
class LocalTime
{
public:
    explicit LocalTime(const QByteArray& zone) : m_before(qgetenv("TZ")) { set(zone); }
    ~LocalTime() { set(m_before); }

private:
    static void set(const QByteArray& name)
    {
        if (name.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", name);
        ::tzset();
    }
    QByteArray m_before;
};

Value evaluated(const QString& text)
{
    static const auto document = *XmlTree::parse(garden);
    static Surroundings surroundings;
    surroundings.now = [] { return QDateTime(QDate(2027, 1, 15), QTime(9, 30), Qt::OffsetFromUTC, 7 * 3600); };
    const auto expression = parseExpression(text);
    INFO(text.toStdString() << (expression ? "" : expression.error().detail.toStdString()));
    REQUIRE(expression);
    Context context;
    context.node = context.current = {document.get(), document->documentElement()};
    context.root = {document.get(), 0};
    context.surroundings = &surroundings;
    return evaluate(**expression, context);
}

} // namespace

TEST_CASE("Expressions give the text that ODK's engines give", "[forms][xpath]")
{
    const LocalTime zone("Asia/Jakarta"); // local midnight is yesterday's 17:00 UTC
    struct Row {
        const char* expression;
        const char* text;
    };
    const auto row = GENERATE(values<Row>({
        {"1 + 2 * 3", "7"},
        {"-7 mod 2", "-1"},
        {"7 div 2", "3.5"},
        {"1mod2", "1"},
        {"round(-2.5)", "-3"},
        {"round(1.005, 2)", "1.01"},
        {"round(1234, -2)", "1200"},
        {"'05' = 5 and '05' = '05' and '05' != '5'", "true"},
        {"'' < 5 or '' >= 5", "false"},
        {"'' + 1", ""},
        {"0.1 + 0.2", "0.30000000000000004"},
        {"1000000 * 1000000", "1000000000000"},
        {"/garden/bed[2]/plant", "kale"},
        {"bed[plant = 'kale']/height", "30.5"},
        {"bed[plant = 'kale' and height > 30]/@id", "b2"},
        {"count(//plant)", "3"},
        {"count(bed[plant != ''])", "2"},
        {"sum(bed[position() < 3]/height)", "42.5"},
        {"sum(bed/height)", ""},
        {"bed[last()]/@id", "b3"},
        {"name(bed[1]/following-sibling::bed[1]/@id)", "id"},
        {"bed[1]/height | bed[2]/height", "12"},
        {"string(id('b2')/plant)", "kale"},
        {"join('-', bed/plant)", "bean-kale-"},
        {"concat(bed/plant, 1, true())", "beankale1true"},
        {"coalesce('', bed[3]/plant, 'none')", "none"},
        {"if(1 > 2, nothing, 'else')", "else"},
        {"substr('hello', 1, -1)", "ell"},
        {"substring('hello', 2, 3)", "ell"},
        {"selected('a b c', 'b')", "true"},
        {"selected-at('a b c', 2)", "c"},
        {"count-selected(' a  b ')", "2"},
        {"regex('abc', '[a-z]')", "false"},
        {"regex('a@b.example', '[^@ ]+@[^@ ]+[.][^@ ]+')", "true"},
        {"regex('x', '(')", "false"},
        {"normalize-space('  a   b ')", "a b"},
        {"normalize-space('\u00a0a\t\n b\u00a0')", "\u00a0a b\u00a0"},
        {"lang('en')", "true"},
        {"lang('EN-gb')", "true"},
        {"lang('e')", "false"},
        {"bed[1]/plant[lang('sw')]", "bean"},
        {"bed[1]/plant[lang('en')]", ""},
        {"* * 2", ""},
        {"bed/@* and * or false()", "true"},
        {"bed[2]/height/self::* div 2", "15.25"},
        {"count(bed) * count(*)", "9"},
        {"translate('abc', 'abc', 'AB')", "AB"},
        {"digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"},
        {"string-length(uuid())", "36"},
        {"string-length(uuid(5))", "5"},
        {"boolean-from-string('1')", "true"},
        {"checklist(1, 2, true(), false(), true())", "true"},
        {"int(-3.9)", "-3"},
        {"max(3, 9, 4)", "9"},
        {"today()", "2027-01-15"},
        {"now()", "2027-01-15T09:30:00.000+07:00"},
        {"'2027-01-31' - '2027-01-01'", "30"},
        {"today() < '2027-01-16'", "true"},
        {"date(today() + 31)", "2027-02-15"},
        {"date('2027-1-5')", "2027-01-05"},
        {"format-date('2027-03-09', '%e %b %Y, %a')", "9 Mar 2027, Tue"},
        {"format-date('', '%Y')", ""},
        {"decimal-time('06:00:00.000+07:00')", "0.25"},
        {"number('1970-01-01T00:00:00Z')", "0"},
        {"geofence('0.5 0.5 0 0', '0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0')", "true"},
        {"distance('0 0;0 1')", "111318.85"},
        {"intersects('0 0;1 1;1 0;0 1')", "true"},
        {"intersects('0 0;1 1;2 0')", "false"},
    }));
    INFO(row.expression);
    CHECK(evaluated(QString::fromUtf8(row.expression)).string().toStdString() == row.text);
}

TEST_CASE("Counting days over a change of the clocks still gives a date", "[forms][xpath]")
{
    const LocalTime zone("Europe/Berlin");
    CHECK(evaluated(QStringLiteral("date('2027-03-10' + 31)")).string() == QStringLiteral("2027-04-10"));
    CHECK(evaluated(QStringLiteral("date('2027-10-10' + 31)")).string() == QStringLiteral("2027-11-10"));
}

TEST_CASE("An expression that cannot be understood is refused with its place", "[forms][xpath]")
{
    struct Row {
        const char* expression;
        const char* word; ///< that the sentence must hold
    };
    const auto row = GENERATE(values<Row>({
        {"1 +", "too early"},
        {"(1", "missing"},
        {"'open", "never closed"},
        {"frobnicate(1)", "frobnicate"},
        {"round()", "round"},
        {"a[1", "missing"},
        {"a b", "not expected"},
        {"sideways::a", "axis"},
        {"1 # 2", "#"},
        {"", "too early"},
    }));
    INFO(row.expression);
    const auto parsed = parseExpression(QString::fromUtf8(row.expression));
    REQUIRE(!parsed);
    CHECK(parsed.error().detail.contains(QString::fromUtf8(row.word)));
}

TEST_CASE("Expressions of absurd depth or length are refused, not run", "[forms][xpath]")
{
    CHECK(!parseExpression(QString(5000, QLatin1Char('(')) + QLatin1Char('1') + QString(5000, QLatin1Char(')'))));
    CHECK(!parseExpression(QString(5000, QLatin1Char('-')) + QLatin1Char('1')));
    CHECK(!parseExpression(QString(70'000, QLatin1Char('1'))));
    QString nested = QStringLiteral("a");
    for (int i = 0; i < 3000; ++i)
        nested = QStringLiteral("a[") + nested + QLatin1Char(']');
    CHECK(!parseExpression(nested));
}

TEST_CASE("A chain of operators is as deep as it is long: what would overflow the stack is refused", "[forms][xpath]")
{
    CHECK(evaluated(QStringLiteral("1") + QStringLiteral("+1").repeated(999)).number() == 1000);
    for (const char* chain : {"+1", " or 0", "|a", "=1"}) {
        const auto parsed = parseExpression(QStringLiteral("1") + QString::fromLatin1(chain).repeated(60'000 / qstrlen(chain)));
        REQUIRE(!parsed);
        CHECK(parsed.error().detail.contains(QStringLiteral("operators")));
    }
}

TEST_CASE("An expression that would take a lifetime is blank and said so; the next one is as good as ever", "[forms][xpath]")
{
    const auto document = *XmlTree::parse("<a>" + QByteArray("<b/>").repeated(1000) + "</a>");
    QStringList faults;
    Surroundings surroundings;
    surroundings.fault = [&](const QString& sentence) { faults += sentence; };
    Context context;
    context.node = context.current = context.root = {document.get(), 0};
    context.surroundings = &surroundings;
    const QString text =
        GENERATE(values({QStringLiteral("count(//*[//*[//*[//*[//*]]]])"), QStringLiteral("//*[//* != //*]/x = 1 or count(//*[//*[. = //*/x]])")}));
    INFO(text.toStdString());
    CHECK(evaluate(**parseExpression(text), context).string().isEmpty());
    CHECK(faults == QStringList{QStringLiteral("An expression needs too much work and is left blank.")});
    CHECK(evaluate(**parseExpression(QStringLiteral("count(//b)")), context).number() == 1000);
}

TEST_CASE("randomize() draws the same order from the same seed as the other engines", "[forms][xpath]")
{
    const auto once = evaluated(QStringLiteral("join(' ', randomize(bed/@id, 42))")).string();
    CHECK(once == evaluated(QStringLiteral("join(' ', randomize(bed/@id, 42))")).string());
    CHECK(once.split(QLatin1Char(' ')).size() == 3);
}
