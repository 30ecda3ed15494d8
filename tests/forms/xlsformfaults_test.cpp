// SPDX-License-Identifier: Apache-2.0
// What is wrong with a workbook is said with sheet, row and column, in a sentence; a hostile one does no harm.
#include "forms/xlsform/xlsform.h"
#include "forms/xlsform/ziparchive.h"
#include "workbookmaker.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rapport;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

std::vector<xlsform::Fault> faultsOf(const QString& sheets)
{
    const auto form = xlsform::convert(workbook(sheets));
    CHECK(form.xml.isEmpty() == !form.faults.empty());
    return form.faults;
}

/// A survey of one row below "type | name | label | …", and two choices.
QString survey(const QString& columns, const QString& row)
{
    return u"survey\n| type | name | label | "_s + columns + u" |\n| text | first | First |\n| "_s + row +
           u" |\nchoices\n| list_name | name | label |\n| sizes | s | Small |\n| sizes | big one | Large |\n"_s;
}

} // namespace

TEST_CASE("A fault names sheet, row and column, and says what to do", "[xlsform]")
{
    struct Row {
        const char* note;
        QString columns, row;
        QString sheet;
        int number;
        QString column, words;
    };
    const auto row = GENERATE(values<Row>({
        {"no name", u"hint"_s, u"text | | Ask"_s, u"survey"_s, 3, u"name"_s, u"no name"_s},
        {"no type", u"hint"_s, u" | q | Ask"_s, u"survey"_s, 3, u"type"_s, u"no type"_s},
        {"a name that is none", u"hint"_s, u"text | 1st | Ask"_s, u"survey"_s, 3, u"name"_s, u"must begin with a letter"_s},
        {"a name twice", u"hint"_s, u"text | first | Ask"_s, u"survey"_s, 3, u"name"_s, u"must be unique"_s},
        {"an unknown type", u"hint"_s, u"tekst | q | Ask"_s, u"survey"_s, 3, u"type"_s, u"Unknown question type 'tekst'"_s},
        {"an unknown reference", u"relevant"_s, u"text | q | Ask | ${frist} = 1"_s, u"survey"_s, 3, u"relevant"_s,
         u"Could not find the name 'frist'"_s},
        {"a broken reference", u"relevant"_s, u"text | q | Ask | ${first = 1"_s, u"survey"_s, 3, u"relevant"_s, u"end with '}'"_s},
        {"an unknown list", u"hint"_s, u"select_one colours | q | Ask"_s, u"survey"_s, 3, u"type"_s, u"not in choices sheet: colours"_s},
        {"a blank in a name that is stored in a list", u"hint"_s, u"select_multiple sizes | q | Ask"_s, u"choices"_s, 3, u"name"_s,
         u"[big one] in [sizes]"_s},
        {"a group left open", u"hint"_s, u"begin group | g | Group"_s, u"survey"_s, 3, u"type"_s, u"Unmatched 'begin_group'"_s},
        {"a calculation without one", u"calculation"_s, u"calculate | q | | "_s, u"survey"_s, 3, u"calculation"_s, u"Missing calculation"_s},
        {"an unknown parameter", u"parameters"_s, u"range | q | Ask | stop=9"_s, u"survey"_s, 3, u"parameters"_s, u"'stop'"_s},
        {"a step of nothing", u"parameters"_s, u"range | q | Ask | step=0"_s, u"survey"_s, 3, u"parameters"_s, u"must not be '0'"_s},
        {"nothing to ask", u"hint"_s, u"text | q | "_s, u"survey"_s, 3, u"label"_s, u"no label or hint"_s},
        {"save_to without a list", u"save_to"_s, u"text | q | Ask | email"_s, u"survey"_s, 3, u"save_to"_s, u"add an entities sheet"_s},
        {"a prefix that nobody declared", u"bind::rapport:unit"_s, u"text | q | Ask | bar"_s, u"survey"_s, 3, u"bind::rapport:unit"_s,
         u"namespaces"_s},
    }));
    INFO(row.note);
    const auto faults = faultsOf(survey(row.columns, row.row));
    REQUIRE_FALSE(faults.empty());
    const auto& fault = faults.front();
    INFO(fault.message.toStdString());
    CHECK(fault.sheet == row.sheet);
    CHECK(fault.row == row.number);
    CHECK(fault.column == row.column);
    CHECK(fault.message.contains(row.words));
}

TEST_CASE("A form maker sees all faults at once", "[xlsform]")
{
    const auto faults = faultsOf(u"survey\n| type | name | label |\n| text | 1 | One |\n| tekst | b | Two |\n| select_one none | c | Three |\n"
                                 "choices\n| list_name | name | label |\n| a | x | X |\n| a | x | Y |\n"_s);
    CHECK(faults.size() == 4);
}

TEST_CASE("A column is named as the form maker wrote it", "[xlsform]")
{
    const auto faults = faultsOf(u"survey\n| type | name | caption::English (en) |\n| text | q | Hello ${nobody} |\n"_s);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().column == u"caption::English (en)");
}

TEST_CASE("An entity declaration that other tools lose silently is refused", "[xlsform]")
{
    const QString repeat = u"survey\n| type | name | label | save_to |\n| text | firm | Firm | %1 |\n| begin_repeat | line | Line | |\n"
                           "| integer | amount | Amount | |\n| end_repeat | | | |\nentities\n| list_name | label | create_if |\n"
                           "| orders | %2 | sum(${amount}) > 0 |\n"_s;
    SECTION("when its condition looks into a repeat while its questions stand outside")
    {
        const auto faults = faultsOf(repeat.arg(u"name_of_firm"_s, u"${firm}"_s));
        REQUIRE(faults.size() == 1);
        CHECK(faults.front().sheet == u"entities");
        CHECK(faults.front().row == 2);
        CHECK(faults.front().message.contains(u"no entity would be made"));
    }
    SECTION("when it sums up a repeat and would become one entity for each repetition")
    {
        const auto faults = faultsOf(repeat.arg(u""_s, u"'order'"_s));
        REQUIRE(faults.size() == 1);
        CHECK(faults.front().message.contains(u"one entity for each repetition"));
    }
}

TEST_CASE("An expression that no engine can read is accepted with a warning that names the row", "[xlsform]")
{
    const auto form = xlsform::convert(workbook(u"survey\n| type | name | label | relevant |\n| text | q | Ask | 1 + + |\n"_s));
    REQUIRE(form);
    REQUIRE_FALSE(form.warnings.empty());
    CHECK(form.warnings.front().row == 2);
    CHECK(form.warnings.front().column == u"relevant");
}

TEST_CASE("What is no workbook is refused in a sentence", "[xlsform]")
{
    const QByteArray good = workbook(u"survey\n| type | name | label |\n| text | q | Ask |\n"_s);
    struct Row {
        const char* note;
        QByteArray bytes;
    };
    const auto row = GENERATE_REF(values<Row>({
        {"nothing", QByteArray()},
        {"text", QByteArray("type,name,label\n")},
        {"half a file", good.left(good.size() / 2)},
        {"a zip of something else", xlsform::writeZip({{u"readme.txt"_s, "hello"}})},
        {"sheets, but no survey", workbook(u"questions\n| type |\n| text |\nmore\n| a |\n| b |\n"_s)},
    }));
    INFO(row.note);
    const auto form = xlsform::convert(row.bytes);
    REQUIRE(form.faults.size() == 1);
    CHECK(form.faults.front().message.endsWith(u'.') | form.faults.front().message.contains(u"'survey'"));
}

TEST_CASE("A hostile workbook is refused within limits", "[xlsform]")
{
    const QByteArray head = "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>type</v></c></row>";
    SECTION("one that unpacks to more than it may")
    {
        auto parts = rawWorkbook(head + QByteArray(100 * 1024 * 1024, ' ') + "</sheetData></worksheet>");
        CHECK(xlsform::convert(xlsform::writeZip(parts)).faults.front().message.contains(u"unpacks to more than 96 MiB"));
    }
    SECTION("one with a document type, and entities that multiply")
    {
        const QByteArray bomb = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + head + "</sheetData></worksheet>";
        const auto form = xlsform::convert(xlsform::writeZip(rawWorkbook(bomb)));
        REQUIRE_FALSE(form);
        CHECK(form.faults.front().message.contains(u"a document type is not allowed"));
    }
    SECTION("one with a million rows")
    {
        QByteArray rows = head;
        for (int i = 2; i < 1'000'002; ++i)
            rows += "<row><c t='str'><v>n</v></c></row>";
        CHECK(xlsform::convert(xlsform::writeZip(rawWorkbook(rows + "</sheetData></worksheet>")))
                  .faults.front()
                  .message.contains(u"more than 200,000 rows"));
    }
    SECTION("one with a cell as long as a book")
    {
        const QByteArray cell = "<row r='2'><c r='A2' t='str'><v>" + QByteArray(200'000, 'x') + "</v></c></row>";
        CHECK(xlsform::convert(xlsform::writeZip(rawWorkbook(head + cell + "</sheetData></worksheet>")))
                  .faults.front()
                  .message.contains(u"100,000 characters"));
    }
    SECTION("one whose cells begin like a formula: they stay text")
    {
        const auto form = xlsform::convert(workbook(u"survey\n| type | name | label |\n| text | q | =cmd('calc')!A0 |\n"_s));
        REQUIRE(form);
        CHECK(form.xml.contains("<label>=cmd('calc')!A0</label>"));
    }
}

TEST_CASE("Numbers and dates of a cell are read as ODK writes them", "[xlsform]")
{
    const QByteArray sheet = "<worksheet><sheetData>"
                             "<row r='1'><c r='A1' t='str'><v>type</v></c><c r='B1' t='str'><v>name</v></c><c r='C1' t='str'><v>label</v></c>"
                             "<c r='D1' t='str'><v>default</v></c></row>"
                             "<row r='2'><c r='A2' t='str'><v>text</v></c><c r='B2' t='str'><v>q</v></c><c r='C2'><v>%label</v></c><c r='D2' "
                             "s='1'><v>%default</v></c></row>"
                             "</sheetData></worksheet>";
    auto parts = rawWorkbook(QByteArray(sheet).replace("%label", "3.0").replace("%default", "46349"));
    parts.push_back({u"xl/styles.xml"_s, "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"});
    const auto form = xlsform::convert(xlsform::writeZip(parts));
    REQUIRE(form);
    CHECK(form.xml.contains("<label>3</label>"));
    CHECK(form.xml.contains("<q>2026-11-23 00:00:00</q>"));
}
