// SPDX-License-Identifier: Apache-2.0
// A workbook becomes an XForm: what stands in the sheets, and what of it stands in the form.
#include "forms/xform/form.h"
#include "forms/xlsform/xlsform.h"
#include "workbookmaker.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

/// The XForm of a workbook that must convert, and must open.
QString xformOf(const QString& sheets)
{
    const auto form = xlsform::convert(workbook(sheets));
    for (const xlsform::Fault& fault : form.faults)
        UNSCOPED_INFO(fault.message.toStdString());
    REQUIRE(form);
    const auto loaded = forms::Form::load(form.xml, {{}, forms::LoadOptions::Missing::Blank});
    if (!loaded)
        UNSCOPED_INFO(loaded.error().detail.toStdString() << "\n" << form.xml.toStdString());
    CHECK(loaded);
    return QString::fromUtf8(form.xml);
}

/// One question of a type, between a header and its neighbours.
QString surveyOf(const QString& headings, const QString& row)
{
    return u"survey\n| "_s + headings + u" |\n| "_s + row + u" |\n"_s;
}

} // namespace

TEST_CASE("A word of the type column becomes a control and a bind", "[xlsform]")
{
    struct Row {
        const char* type;
        const char* control;
        const char* bind;
    };
    const auto row = GENERATE(values<Row>({
        {"text", R"(<input ref="/data/q">)", R"(<bind nodeset="/data/q" type="string"/>)"},
        {"integer", R"(<input ref="/data/q">)", R"(type="int"/>)"},
        {"decimal", R"(<input ref="/data/q">)", R"(type="decimal"/>)"},
        {"date", R"(<input ref="/data/q">)", R"(type="date"/>)"},
        {"datetime", R"(<input ref="/data/q">)", R"(type="dateTime"/>)"},
        {"note", R"(<input ref="/data/q">)", R"x(readonly="true()" type="string"/>)x"},
        {"acknowledge", R"(<trigger ref="/data/q">)", R"(type="string"/>)"},
        {"barcode", R"(<input ref="/data/q">)", R"(type="barcode"/>)"},
        {"image", R"(<upload ref="/data/q" mediatype="image/*">)", R"(type="binary"/>)"},
        {"add audio prompt", R"(<upload ref="/data/q" mediatype="audio/*">)", R"(type="binary"/>)"},
        {"file", R"(<upload ref="/data/q" mediatype="application/*">)", R"(type="binary"/>)"},
        {"range", R"(<range ref="/data/q" start="1" end="10" step="1">)", R"(type="int"/>)"},
        {"gps", R"(<input ref="/data/q">)", R"(type="geopoint"/>)"},
        {"start", "", R"(type="dateTime" jr:preload="timestamp" jr:preloadParams="start"/>)"},
        {"deviceid", "", R"(jr:preload="property" jr:preloadParams="deviceid"/>)"},
    }));
    INFO(row.type);
    const QString xml = xformOf(surveyOf(u"type | name | label"_s, QString::fromLatin1(row.type) + u" | q | Ask"_s));
    CHECK(xml.contains(QLatin1String(row.control)));
    CHECK(xml.contains(QLatin1String(row.bind)));
}

TEST_CASE("A reference is absolute outside of a repeat and relative within", "[xlsform]")
{
    const QString xml = xformOf(u"survey\n"
                                "| type | name | label | relevant | calculation |\n"
                                "| integer | persons | How many? | | |\n"
                                "| begin_repeat | stay | Stay | ${persons} > 0 | |\n"
                                "| begin_group | room | Room | | |\n"
                                "| integer | nights | Nights | | |\n"
                                "| end_group | | | | |\n"
                                "| calculate | price | | | ${nights} * 80 * ${persons} |\n"
                                "| end_repeat | | | | |\n"
                                "| calculate | total | | | sum(${price}) |\n"_s);
    CHECK(xml.contains(u"nodeset=\"/data/stay\" relevant=\" /data/persons  &gt; 0\""));
    CHECK(xml.contains(u"calculate=\" ../room/nights  * 80 *  /data/persons \""));
    CHECK(xml.contains(u"calculate=\"sum( /data/stay/price )\""));
}

TEST_CASE("Languages, media and choices find their way", "[xlsform]")
{
    const QString xml = xformOf(u"survey\n"
                                "| type | name | label::English (en) | label::Deutsch (de) | image |\n"
                                "| select_one sizes | size | Size of ${who} | Größe | scale.png |\n"
                                "| text | who | Who? | Wer? | |\n"
                                "choices\n"
                                "| list_name | name | label::English (en) | label::Deutsch (de) | weight |\n"
                                "| sizes | s | Small | Klein | 1 |\n"
                                "| sizes | l | Large | | 9 |\n"
                                "settings\n"
                                "| form_title | form_id | version | default_language |\n"
                                "| Sizes | sizes_form | 3 | Deutsch (de) |\n"_s);
    CHECK(xml.contains(u"<h:title>Sizes</h:title>"));
    CHECK(xml.contains(u"<data id=\"sizes_form\" version=\"3\">"));
    CHECK(xml.contains(u"<translation lang=\"Deutsch (de)\" default=\"true()\">"));
    CHECK(xml.contains(u"<value> Size of <output value=\" /data/who \"/> </value>"));
    CHECK(xml.contains(u"<value form=\"image\">jr://images/scale.png</value>"));
    CHECK(xml.contains(u"<label ref=\"jr:itext(itextId)\"/>"));
    CHECK(xml.contains(u"<weight>9</weight>"));
}

TEST_CASE("Selects take their choices from a sheet, a file, a repeat or a filter", "[xlsform]")
{
    struct Row {
        const char* note;
        QString row;
        QString nodeset;
    };
    const auto row = GENERATE(values<Row>({
        {"a list", u"select_one towns | town | Town | | "_s, u"instance('towns')/root/item"_s},
        {"a filter", u"select_one towns | town | Town | land = ${land} | "_s, u"instance('towns')/root/item[land =  /data/land ]"_s},
        {"a CSV file", u"select_one_from_file cities.csv | town | Town | | "_s, u"instance('cities')/root/item"_s},
        {"a map", u"select_multiple_from_file places.geojson | town | Town | | "_s, u"instance('places')/root/item"_s},
        {"a repeat", u"select_one ${guest} | town | Town | | "_s, u"/data/guests[./guest != '']"_s},
        {"shuffled", u"rank towns | town | Town | | randomize=true, seed=42"_s, u"randomize(instance('towns')/root/item, 42)"_s},
    }));
    INFO(row.note);
    const QString xml = xformOf(u"survey\n"
                                "| type | name | label | choice_filter | parameters |\n"
                                "| text | land | Land | | |\n"
                                "| begin repeat | guests | Guests | | |\n"
                                "| text | guest | Guest | | |\n"
                                "| end repeat | | | | |\n"
                                "| "_s +
                                row.row +
                                u" |\n"
                                "choices\n"
                                "| list_name | name | label | land |\n"
                                "| towns | ulm | Ulm | de |\n"
                                "| towns | graz | Graz | at |\n"_s);
    CHECK(xml.contains(u"<itemset nodeset=\"%1\">"_s.arg(row.nodeset)));
}

TEST_CASE("Defaults, triggers and counts become actions", "[xlsform]")
{
    const QString xml = xformOf(u"survey\n"
                                "| type | name | label | default | trigger | calculation | repeat_count |\n"
                                "| date | day | Day | 2026-11-23 | | | |\n"
                                "| date | due | Due | today() + 7 | | | |\n"
                                "| text | stamp | Stamp | | ${day} | now() | |\n"
                                "| begin_repeat | line | Line | | | | 3 |\n"
                                "| text | code | Code | concat('L', position(..)) | | | |\n"
                                "| end_repeat | | | | | | |\n"_s);
    CHECK(xml.contains(u"<day>2026-11-23</day>"));
    CHECK(xml.contains(u"<setvalue ref=\"/data/due\" event=\"odk-instance-first-load\" value=\"today() + 7\"/>"));
    CHECK(xml.contains(u"<setvalue ref=\"/data/stamp\" event=\"xforms-value-changed\" value=\"now()\"/>"));
    CHECK(xml.contains(u"<setvalue ref=\"/data/line/code\" event=\"odk-new-repeat\""));
    CHECK(xml.contains(u"jr:count=\" /data/line_count \""));
    CHECK(xml.contains(u"<line jr:template=\"\">"));
}

TEST_CASE("or_other adds a choice and asks for it", "[xlsform]")
{
    const QString xml = xformOf(u"survey\n"
                                "| type | name | label |\n"
                                "| select_one colours or_other | colour | Colour |\n"
                                "choices\n"
                                "| list_name | name | label |\n"
                                "| colours | red | Red |\n"_s);
    CHECK(xml.contains(u"<name>other</name>"));
    CHECK(xml.contains(u"<bind nodeset=\"/data/colour_other\" type=\"string\" relevant=\"selected(../colour, 'other')\"/>"));
}

TEST_CASE("A form declares several entity lists, each in its own container", "[xlsform]")
{
    const QString xml = xformOf(u"survey\n"
                                "| type | name | label | save_to |\n"
                                "| begin_group | person | Person | |\n"
                                "| text | mail | E-mail | contacts#email |\n"
                                "| end_group | | | |\n"
                                "| begin_repeat | task | Task | |\n"
                                "| text | kind | Kind | followups#kind |\n"
                                "| end_repeat | | | |\n"
                                "entities\n"
                                "| list_name | label | create_if |\n"
                                "| contacts | ${mail} | ${mail} != '' |\n"
                                "| followups | ${kind} | |\n"_s);
    CHECK(xml.contains(u"entities:entities-version=\"2025.1.0\""));
    CHECK(xml.contains(u"<bind nodeset=\"/data/person/meta/entity/@create\" calculate=\" /data/person/mail  != ''\""));
    CHECK(xml.contains(u"<bind nodeset=\"/data/task/meta/entity/label\" calculate=\" ../../../kind \""));
    CHECK(xml.contains(u"<setvalue ref=\"/data/task/meta/entity/@id\" event=\"odk-new-repeat\" value=\"uuid()\"/>"));
    CHECK(xml.contains(u"entities:saveto=\"email\""));
}

TEST_CASE("Columns of our own travel as attributes", "[xlsform]")
{
    const QString xml = xformOf(u"survey\n"
                                "| type | name | label | bind::rapport:visibility | bind::rapport:min | body::accept |\n"
                                "| integer | limit | Limit | | | |\n"
                                "| decimal | pressure | Pressure | shared | ${limit} div 2 | |\n"
                                "settings\n"
                                "| namespaces | attribute::rapport:visibility | style |\n"
                                "| rapport=\"urn:rapport:xforms:1\" | shared | pages |\n"_s);
    CHECK(xml.contains(u"xmlns:rapport=\"urn:rapport:xforms:1\""));
    CHECK(xml.contains(u"rapport:visibility=\"shared\" rapport:min=\" /data/limit  div 2\""));
    CHECK(xml.contains(u"<data rapport:visibility=\"shared\" id=\"data\">"));
    CHECK(xml.contains(u"<h:body class=\"pages\">"));
}

TEST_CASE("The id comes from the settings, else from the file's name, else it is data", "[xlsform]")
{
    const QByteArray plain = workbook(surveyOf(u"type | name | label"_s, u"text | q | Ask"_s));
    CHECK(xlsform::convert(plain).xml.contains("<data id=\"data\">"));
    CHECK(xlsform::convert(plain, {u"visit"_s, u"hall_7"_s}).xml.contains("<visit id=\"hall_7\">"));
}

TEST_CASE("External choices leave as itemsets.csv", "[xlsform]")
{
    const auto form = xlsform::convert(workbook(u"survey\n"
                                                "| type | name | label | choice_filter |\n"
                                                "| text | land | Land | |\n"
                                                "| select_one_external towns | town | Town | land=${land} |\n"
                                                "external_choices\n"
                                                "| list_name | name | land |\n"
                                                "| towns | Ulm \"on the Danube\" | de |\n"_s));
    REQUIRE(form);
    CHECK(form.itemsets == QByteArray("\"list_name\",\"name\",\"land\"\r\n\"towns\",\"Ulm \"\"on the Danube\"\"\",\"de\"\r\n"));
    CHECK(form.xml.contains("query=\"instance('towns')/root/item[land= /data/land ]\""));
}

TEST_CASE("Characters that XML forbids never leave a cell", "[xlsform]")
{
    const QString odd = u"a < b & \"c\""_s;
    const QString xml = xformOf(surveyOf(u"type | name | label"_s, u"text | q | "_s + odd));
    CHECK(xml.contains(u"<label>a &lt; b &amp; \"c\"</label>"));
}
