// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/ziparchive.h"
#include "sync/tables/table.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using tables::readTable;

namespace
{

QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(RAPPORT_TEST_DATA "/imports/") + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A workbook as spreadsheets write it, with this sheet.
QByteArray workbook(const QByteArray& rows)
{
    return xlsform::writeZip({{u"xl/workbook.xml"_s, "<workbook xmlns:r='r'><sheets><sheet name='List' r:id='a'/></sheets></workbook>"},
                              {u"xl/_rels/workbook.xml.rels"_s, "<Relationships><Relationship Id='a' Target='worksheets/a.xml'/></Relationships>"},
                              {u"xl/worksheets/a.xml"_s, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

QByteArray cell(const QByteArray& at, const QByteArray& text)
{
    return "<c r='" + at + "' t='str'><v>" + text + "</v></c>";
}

} // namespace

TEST_CASE("A table is the same whatever separates its cells and however its letters are written", "[tables]")
{
    const QByteArray text = "Name;Ort\r\nWeiß;\"Köln; Deutz\"\r\n\r\nŁ;Ulm\r\n";
    const QString wide = QString::fromUtf8(text);
    QByteArray utf16 = "\xFF\xFE" + QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2);
    struct Row {
        const char* note;
        QByteArray bytes;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {"UTF-8", text},
        {"with a mark", "\xEF\xBB\xBF" + text},
        {"UTF-16", utf16},
        {"tabs", QByteArray(text).replace(";O", "\tO").replace("ß;", "ß\t").replace("Ł;", "Ł\t")},
        {"commas", QByteArray(text).replace(";O", ",O").replace("ß;", "ß,").replace("Ł;", "Ł,")},
        {"LF", QByteArray(text).replace("\r\n", "\n")},
    }));
    INFO(row.note);
    const auto table = readTable(row.bytes);
    REQUIRE(table);
    CHECK(table->titles == QStringList{u"Name"_s, u"Ort"_s});
    REQUIRE(table->rows.size() == 2);
    CHECK(table->rows[0].cells == QStringList{u"Weiß"_s, u"Köln; Deutz"_s});
    CHECK(table->rows[1].number == 4);
}

TEST_CASE("What is no UTF-8 is Windows-1252, and a line says what separates the cells", "[tables]")
{
    const auto table = readTable(sample(u"attendees_1252.csv"_s));
    REQUIRE(table);
    CHECK(table->rows.at(0).cells.at(0) == u"Åse"_s);
    CHECK(table->rows.at(3).cells == QStringList{u"Jürgen \"Jogi\""_s, u"Weiß"_s, u"Frost; Söhne GmbH"_s, u"Meister"_s, u"j.weiss@frost.example"_s,
                                                 u"089 5550142"_s, u"DE"_s, u"KE27-004514"_s, QString()});
    const auto euro = readTable("sep=|\r\nPrice,Text\x80|B\r\n1,2|\x93x\x94\r\n");
    REQUIRE(euro);
    CHECK(euro->titles == QStringList{u"Price,Text€"_s, u"B"_s});
    CHECK(euro->rows.at(0).number == 3);
    CHECK(euro->rows.at(0).cells == QStringList{u"1,2"_s, u"“x”"_s});
}

TEST_CASE("Titles may stand further down, in a text and in a workbook", "[tables]")
{
    const auto text = readTable("Fair of 2027;\r\n;\r\nName;Ort\r\nA;B\r\n", {{}, 3});
    REQUIRE(text);
    CHECK(text->titles == QStringList{u"Name"_s, u"Ort"_s});
    CHECK(text->rows.at(0).number == 4);
    const QByteArray book = workbook("<row r='1'>" + cell("A1", "Fair of 2027") + "</row><row r='3'>" + cell("A3", "Name") + cell("C3", "Ort") +
                                     "</row><row r='5'>" + cell("A5", "A") + cell("B5", "nobody asks") + cell("C5", "B") + "</row>");
    const auto sheet = readTable(book, {u"List"_s, 3});
    REQUIRE(sheet);
    CHECK(sheet->isSheet);
    CHECK(sheet->titles == QStringList{u"Name"_s, u"Ort"_s});
    CHECK(sheet->rows.at(0).number == 5);
    CHECK(sheet->rows.at(0).cells == QStringList{u"A"_s, u"B"_s});
    CHECK(readTable(book, {u"Other"_s, 3}).error().detail.contains(u"no sheet “Other”"_s));
}

TEST_CASE("A file that is too much, torn, or none is refused in a sentence that holds nothing of it", "[tables]")
{
    struct Row {
        const char* note;
        QByteArray bytes;
        QString said;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", "", u"no titles"_s},
        {"titles of nothing", ";;\r\na;b;c\r\n", u"no titles"_s},
        {"torn", "Name;Ort\r\nSecret;\"Ulm", u"line 2: a quotation mark is never closed"_s},
        {"more cells than titles", "Name;Ort\r\nA;B\r\nSecret;B;C\r\n", u"Line 3 has more cells"_s},
        {"a cell without measure", "Name;Ort\r\nSecret;" + QByteArray(40'000, 'x'), u"Line 2 has a cell"_s},
        {"columns without measure", "a" + QByteArray(";a").repeated(600) + "\r\n", u"more than 500 columns"_s},
        {"rows without measure", "a\r\n" + QByteArray("x\r\n").repeated(200'001), u"Divide it"_s},
        {"a file without measure", QByteArray(64 * 1024 * 1024 + 1, 'x'), u"64 MiB"_s},
        {"a workbook that is none", "PK\x03\x04Secret", u"The workbook cannot be read"_s},
        {"a zip bomb", workbook("<row r='1'>" + cell("A1", QByteArray(97 * 1024 * 1024, ' ')) + "</row>"), u"The workbook cannot be read"_s},
    }));
    INFO(row.note);
    const auto table = readTable(row.bytes);
    REQUIRE_FALSE(table);
    CHECK(table.error().kind == Error::Kind::Invalid);
    CHECK(table.error().detail.contains(row.said));
    CHECK_FALSE(table.error().detail.contains(u"Secret"_s));
}
