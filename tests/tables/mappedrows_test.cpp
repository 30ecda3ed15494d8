// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/mappedrows.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using tables::MappedRows;

namespace
{

Result<QStringList> nobody(const QString&, const QString&, const QString&)
{
    return QStringList();
}

Result<MappedRows> mapped(const QByteArray& table, const QByteArray& mapping, const tables::Lookup& lookup = nobody)
{
    const auto rules = tables::readMapping(mapping);
    REQUIRE(rules);
    const auto read = tables::readTable(table);
    REQUIRE(read);
    return tables::mapRows(*read, *rules, lookup);
}

const QByteArray people = R"({"key": "badge", "label": ["given", "family"],
    "properties": {"badge": {"from": ["Badge-ID", "Ticket"], "required": true}, "given": "Vorname", "family": "Nachname",
                   "email": {"from": "E-Mail", "as": "email"}, "source": {"value": "organiser"}}})";

} // namespace

TEST_CASE("A row becomes an entity: titles are found whatever their case, an empty cell says nothing, constants are added", "[tables]")
{
    const auto rows = mapped("VORNAME;ticket;nachname;Halle\r\nEva;K1;;3\r\n", people);
    REQUIRE(rows);
    REQUIRE(rows->rows.size() == 1);
    CHECK(rows->rows[0].key == u"K1"_s);
    CHECK(rows->rows[0].label == u"Eva"_s);
    CHECK(rows->rows[0].properties == std::map<QString, QString>{{u"badge"_s, u"K1"_s}, {u"given"_s, u"Eva"_s}, {u"source"_s, u"organiser"_s}});
    CHECK(rows->leftOut == QStringList{u"Halle"_s});
    CHECK(rows->missing == QStringList{u"email"_s});
    CHECK(rows->faults.empty());
}

TEST_CASE("Rows with faults are left out and named by their lines, without what stands in them", "[tables]")
{
    const auto rows = mapped("Badge-ID,Vorname,Nachname,E-Mail\n"
                             "K1,Eva,Secret,eva@x.example\n"
                             ",Ben,Secret,\n"           // 3
                             "K3,Cem,\"Sec\nret\",\n"   // 4 and 5
                             "K4,Dora,Secret,secret@\n" // 6
                             "K1,Eva,Secret,eva@x.example\n"
                             "K1,Eva,Other,eva@x.example\n", // 8
                             people);
    REQUIRE(rows);
    CHECK(rows->rows.size() == 2);
    const std::vector<std::pair<int, QString>> expected{
        {3, u"“badge” is missing"_s}, {6, u"what stands for “email” is no e-mail address"_s}, {8, u"what line 2 is about"_s}};
    REQUIRE(rows->faults.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(rows->faults[i].number == expected[i].first);
        CHECK(rows->faults[i].sentence.contains(expected[i].second));
        CHECK_FALSE(rows->faults[i].sentence.contains(u"secret"_s, Qt::CaseInsensitive));
    }
}

TEST_CASE("A table without a column that is needed, or with two of its name, is refused", "[tables]")
{
    CHECK(mapped("Vorname;Nachname\r\nEva;Weiß\r\n", people).error().detail.contains(u"no column “Badge-ID”, “Ticket”"_s));
    CHECK(mapped("Ticket;Vorname;Vorname\r\nK;Eva;Eva\r\n", people).error().detail.contains(u"Two columns of the table are called “Vorname”"_s));
    CHECK(mapped("Ticket;Halle;Halle\r\nK;1;2\r\n", people)); // which nobody asks for
}

TEST_CASE("A key of several columns is the same however they are spaced", "[tables]")
{
    const QByteArray rules = R"({"key": ["firm", "city"], "label": "firm", "properties": {"firm": "Firma", "city": "Ort"}})";
    const auto first = mapped("Firma;Ort\r\nFrost GmbH;Ulm\r\n", rules), second = mapped("Ort;Firma\r\nUlm; Frost  GmbH\r\n", rules);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->rows.at(0).key == second->rows.at(0).key);
    CHECK(mapped("Firma;Ort\r\nFrost GmbH;\r\n", rules)->rows.at(0).key != first->rows.at(0).key);
}

TEST_CASE("A reference is found by the first column that leads to one row; without one it is missing, or a fault where it is needed", "[tables]")
{
    const auto lookup = [](const QString& list, const QString& property, const QString& value) -> Result<QStringList> {
        if (list != u"organisations"_s)
            return Error{Error::Kind::NotFound, u"no such list"_s};
        if (property == u"number"_s && value == u"104711"_s)
            return QStringList{u"id-1"_s};
        if (property == u"label"_s && value == u"frost gmbh"_s)
            return QStringList{u"id-2"_s};
        return property == u"label"_s && value == u"twins"_s ? QStringList{u"id-3"_s, u"id-4"_s} : QStringList();
    };
    const auto rules = [](const QByteArray& required) {
        return R"({"key": "title", "properties": {"title": "Title", "firm": {"find": {"list": "organisations",
                   "by": [["number", "Number"], ["label", ["Firm", "Firma"]]]}, "required": )" +
               required + "}}}";
    };
    const QByteArray table = "Title;Number;Firma\r\na;104711;Twins\r\nb;;FROST  GmbH\r\nc;;Twins\r\nd;;Nobody\r\ne;;\r\n";
    const auto loose = mapped(table, rules("false"), lookup);
    REQUIRE(loose);
    REQUIRE(loose->rows.size() == 5);
    CHECK(loose->rows[0].properties.at(u"firm"_s) == u"id-1"_s);
    CHECK(loose->rows[1].properties.at(u"firm"_s) == u"id-2"_s);
    CHECK(loose->rows[2].properties.count(u"firm"_s) == 0);
    CHECK(loose->notFound == std::map<QString, int>{{u"firm"_s, 2}});
    const auto strict = mapped(table, rules("true"), lookup);
    REQUIRE(strict);
    CHECK(strict->rows.size() == 2);
    REQUIRE(strict->faults.size() == 3);
    CHECK(strict->faults[0].number == 4);
    CHECK(strict->faults[0].sentence == u"“firm” leads to no row of organisations, or to several"_s);
    CHECK(strict->faults[2].sentence == u"“firm” is missing"_s);
}
