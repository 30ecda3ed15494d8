// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/tables.h"
#include "formsupport.h"

#include <catch2/catch.hpp>

using namespace rapport::forms;
using namespace rapport::tests;

namespace
{

const QByteArray plain = "<data id='t' version='3'><a/><b/><r jr:template=''><x/></r><r><x/></r><meta><instanceID/></meta></data>";

QByteArray deep(int levels)
{
    return xform("<data id='t'>" + QByteArray("<g>").repeated(levels) + QByteArray("</g>").repeated(levels) + "</data>", {});
}

QByteArray manyAttributes(int count)
{
    QByteArray out;
    for (int i = 0; i < count; ++i)
        out += " a" + QByteArray::number(i) + "='<!-- > -->'";
    return out;
}

} // namespace

TEST_CASE("A form is known by its id, version and title", "[forms]")
{
    const auto form = Form::load(xform(plain, "<bind nodeset='/data/a' type='int'/>"));
    REQUIRE(form);
    CHECK((*form)->id() == QStringLiteral("t"));
    CHECK((*form)->version() == QStringLiteral("3"));
    CHECK((*form)->title() == QStringLiteral("Test"));
    CHECK((*form)->visibility() == Visibility::Internal);
}

TEST_CASE("What is no form, or no sound one, is refused with a sentence", "[forms]")
{
    struct Row {
        const char* note;
        QByteArray xml;
        const char* word; ///< that the sentence must hold
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", {}, "line 1"},
        {"torn", xform(plain, {}).left(400), "line"},
        {"foreign XML", "<rss><channel/></rss>", "not an XForm"},
        {"a web page", "<!DOCTYPE html><html><body>Sign in</body></html>", "document type"},
        {"HTML without a document type", "<html><head/><body><p>Sign in</p></body></html>", "not an XForm"},
        {"entities", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "document type"},
        {"nested too deeply", deep(300), "deeper"},
        {"more attributes than a reader can compare", "<x" + manyAttributes(60'000) + "/>", "attributes"},
        {"an instance without an id", xform("<data><a/></data>", {}), "no id"},
        {"a question to nowhere", xform(plain, {}, "<input ref='/data/zz'/>"), "/data/zz"},
        {"an unknown function", xform(plain, "<bind nodeset='/data/a' calculate='frobnicate(1)'/>"), "frobnicate"},
        {"a broken expression", xform(plain, "<bind nodeset='/data/a' relevant='1 +'/>"), "relevant of /data/a"},
        {"a calculation that reads itself", xform(plain, "<bind nodeset='/data/a' calculate='/data/a + 1'/>"), "/data/a"},
        {"a circle of two", xform(plain, "<bind nodeset='/data/a' calculate='/data/b + 1'/><bind nodeset='/data/b' calculate='/data/a + 1'/>"),
         "/data/b"},
        {"a group hidden by its own content", xform("<data id='t'><g><a/></g></data>", "<bind nodeset='/data/g' relevant=\"/data/g/a = ''\"/>"),
         "circle"},
        {"a column that adds itself up", xform(plain, "<bind nodeset='/data/r/x' calculate='sum(/data/r/x)'/>", "<repeat nodeset='/data/r'/>"),
         "/data/r/x"},
        {"entities of a version to come", xform(plain, {}).replace("<model>", "<model entities:entities-version='2031.1.0'>"), "2031.1.0"},
        {"a missing attachment", xform(plain, {}, {}, "<instance id='i' src='jr://file-csv/i.csv'/>"), "i.csv"},
    }));
    INFO(row.note);
    const QString fault = faultOf(row.xml);
    INFO(fault.toStdString());
    CHECK(!fault.isEmpty());
    CHECK(fault.contains(QString::fromUtf8(row.word)));
}

TEST_CASE("A node has one bind", "[forms]")
{
    CHECK(faultOf(xform("<data id='x'><a/></data>", "<bind nodeset='/data/a' type='int'/><bind nodeset='/data/a' required='true()'/>"))
              .contains(QStringLiteral("/data/a")));
}

TEST_CASE("Signs of equality that are no attributes are not counted as such", "[forms]")
{
    const QByteArray many(5000, '=');
    const QByteArray xml = xform(plain, {}).replace("<model>", "<!-- <a " + many + " --><?x " + many + "?><model>");
    INFO(faultOf(xml).toStdString());
    CHECK(faultOf(xml).isEmpty());
    CHECK(faultOf(xform(plain, "<bind nodeset='/data/a' constraint=\"regex(., '" + many + "')\"/>")).isEmpty());
}

TEST_CASE("A constraint may read its own node", "[forms]")
{
    CHECK(faultOf(xform(plain, "<bind nodeset='/data/a' constraint='. &gt; 1'/>")).isEmpty());
}

TEST_CASE("Entity declarations and payload keys are found from the container upwards", "[forms][entities]")
{
    const QByteArray instance =
        "<data id='t'><person><names><first/></names><meta><entity dataset='contacts' create='1' id=''><label/></entity></meta></person>"
        "<firm><first/><meta><entity dataset='organisations' create='1' id=''><label/></entity></meta></firm><known/></data>";
    const QByteArray binds =
        "<bind nodeset='/data/person/names/first' entities:saveto='given_name' rapport:visibility='shared'/>"
        "<bind nodeset='/data/firm/first' entities:saveto='legal_name'/><bind nodeset='/data/known' rapport:payload='contacts.@id'/>";
    const QByteArray body = "<input ref='/data/person/names/first'/><input ref='/data/firm/first'/><input ref='/data/known'/>";
    Filling f(xform(instance, binds, body));
    const auto& declarations = f.session().form().entityDeclarations();
    REQUIRE(declarations.size() == 2);
    CHECK(declarations[0].list == QStringLiteral("contacts"));
    CHECK(declarations[0].container == QStringLiteral("/data/person"));
    CHECK(f.at(QStringLiteral("/data/person/names/first")).visibility == Visibility::Shared);
    CHECK(f.at(QStringLiteral("/data/firm/first")).visibility == Visibility::Internal);

    const std::vector<std::pair<QString, QString>> payload{{QStringLiteral("contacts.given_name"), QStringLiteral("Ana")},
                                                           {QStringLiteral("contacts.@id"), QStringLiteral("7")},
                                                           {QStringLiteral("contacts.shoe_size"), QStringLiteral("41")}};
    const auto placed = f.session().applyPayload(payload);
    CHECK(f.value(QStringLiteral("/data/person/names/first")) == QStringLiteral("Ana"));
    CHECK(f.value(QStringLiteral("/data/known")) == QStringLiteral("7"));
    CHECK(placed.filled.size() == 2);
    REQUIRE(placed.unplaced.size() == 1);
    CHECK(placed.unplaced[0].first == QStringLiteral("contacts.shoe_size"));
}

TEST_CASE("A saved question without a declaration around it is a fault: its declaration was lost", "[forms][entities]")
{
    CHECK(faultOf(xform(plain, "<bind nodeset='/data/a' entities:saveto='email'/>")).contains(QStringLiteral("/data/a")));
}

TEST_CASE("Attachments are read by the kind that their name tells", "[forms]")
{
    struct Row {
        const char* note;
        const char* name;
        QByteArray content;
        bool good;
    };
    const auto row = GENERATE(values<Row>({
        {"comma", "a.csv", "name,label\nk1,\"One, two\"\n", true},
        {"semicolon, byte order mark, CRLF", "a.csv", "\xef\xbb\xbfname;label\r\nk1;One, two\r\n", true},
        {"XML", "a.xml", "<root><item><name>k1</name><label>One, two</label></item></root>", true},
        {"GeoJSON", "a.geojson",
         R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[4,52]},"properties":{"name":"k1","label":"One, two"}}]})",
         true},
        {"a quotation never closed", "a.csv", "name,label\nk1,\"One", false},
        {"a row too long", "a.csv", "name,label\nk1,One,two\n", false},
        {"torn XML", "a.xml", "<root><item>", false},
        {"HTML", "a.geojson", "<html/>", false},
        {"a heap of points", "a.geojson",
         R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"MultiPoint","coordinates":[[1,2]]},"properties":{}}]})",
         false},
    }));
    INFO(row.note);
    const auto rows = readAttachment(QString::fromUtf8(row.name), row.content);
    CHECK(bool(rows) == row.good);
    if (!rows)
        return;
    const auto found = (*rows)->find(QStringLiteral("name"), QStringLiteral("k1"));
    REQUIRE(found.size() == 1);
    CHECK((*rows)->value(found.front(), QStringLiteral("label")) == QStringLiteral("One, two"));
}

TEST_CASE("A bind that names no node has no effect and is told of", "[forms]")
{
    Filling f(xform("<data id='b'><a/></data>",
                    "<bind nodeset='/data/gone' required='true()'/><bind nodeset='b/c'/><bind nodeset='/data/a' type='int'/>",
                    "<input ref='/data/a'/>"));
    REQUIRE(f.session().form().warnings().size() == 2);
    CHECK(f.session().form().warnings().front() == QStringLiteral("A bind names /data/gone, which is no node of the form; it has no effect."));
}
