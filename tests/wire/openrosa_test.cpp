// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/openrosa.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::wire;
using namespace Qt::StringLiterals;

TEST_CASE("A list of forms arrives as it was written, whatever stands in the names", "[wire]")
{
    const std::vector<ListedForm> forms{
        {u"visit"_s, u"Visit <& \"co\">"_s, u"2027-1"_s, u"md5:00ff"_s, u"http://hub/forms/visit"_s, u"http://hub/m?a=1&b=2"_s},
        {u"besuch_ä"_s, u"Besuch, Größe"_s, QString(), u"md5:01"_s, u"http://hub/forms/b"_s, QString()}};
    const auto parsed = parseFormList(formListXml(forms));
    REQUIRE(parsed);
    REQUIRE(parsed->size() == 2);
    CHECK((*parsed)[0].name == forms[0].name);
    CHECK((*parsed)[0].version == u"2027-1"_s);
    CHECK((*parsed)[0].manifestUrl == forms[0].manifestUrl);
    CHECK((*parsed)[1].id == forms[1].id);
    CHECK((*parsed)[1].version.isEmpty());
    CHECK((*parsed)[1].manifestUrl.isEmpty());
}

TEST_CASE("What is no list of forms is refused and never half read", "[wire]")
{
    struct Row {
        const char* note;
        QByteArray body;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", ""},
        {"a captive portal", "<!DOCTYPE html><html><body>Welcome</body></html>"},
        {"JSON", R"({"forms": []})"},
        {"torn", "<xforms xmlns=\"http://openrosa.org/xforms/xformsList\"><xform><formID>a</formID>"},
        {"a form without address", "<xforms><xform><formID>a</formID></xform></xforms>"},
        {"a form without id", "<xforms><xform><downloadUrl>http://x/</downloadUrl></xform></xforms>"},
        {"an external entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xforms><xform><formID>&e;</formID></xform></xforms>"},
    }));
    INFO(row.note);
    const auto parsed = parseFormList(row.body);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().kind == Error::Kind::Invalid);
}

TEST_CASE("The hub's sentence is told from anybody else's page", "[wire]")
{
    CHECK(parseResponse(responseXml(u"Form \"x\" is <unknown> & so on."_s)).value_or({}) == u"Form \"x\" is <unknown> & so on."_s);
    CHECK_FALSE(parseResponse("<html><body>502 Bad Gateway</body></html>"));
    CHECK_FALSE(parseResponse("201"));
    CHECK_FALSE(parseResponse({}));
}

TEST_CASE("The head of a record is found below any prefix", "[wire]")
{
    const auto head = parseSubmissionHead(R"(<data xmlns:orx="http://openrosa.org/xforms" id="visit" version="3"><meta><orx:none/></meta></data>)");
    CHECK_FALSE(head); // no instanceID

    const auto full = parseSubmissionHead(
        R"(<data xmlns:orx="http://openrosa.org/xforms" id="visit" version="3"><q>1</q><orx:meta><orx:instanceID> uuid:1 </orx:instanceID>)"
        R"(<orx:deprecatedID>uuid:0</orx:deprecatedID><orx:instanceName>Weber</orx:instanceName><orx:userID>mh</orx:userID></orx:meta></data>)");
    REQUIRE(full);
    CHECK(full->formId == u"visit"_s);
    CHECK(full->version == u"3"_s);
    CHECK(full->instanceId == u"uuid:1"_s);
    CHECK(full->deprecatedId == u"uuid:0"_s);
    CHECK(full->userId == u"mh"_s);
}

TEST_CASE("A record that cannot be filed is refused", "[wire]")
{
    struct Row {
        const char* note;
        QByteArray body;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", ""},
        {"no form id", "<data><meta><instanceID>uuid:1</instanceID></meta></data>"},
        {"no meta", "<data id='f'/>"},
        {"torn", "<data id='f'><meta><instanceID>uuid:1</instanceID>"},
        {"an id without end", "<data id='f'><meta><instanceID>" + QByteArray(201, 'a') + "</instanceID></meta></data>"},
        {"deeper than anybody asks", QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300)},
        {"an entity of its own", "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">]><data id='f'><meta><instanceID>&a;</instanceID></meta></data>"},
    }));
    INFO(row.note);
    CHECK_FALSE(parseSubmissionHead(row.body));
}

TEST_CASE("Names of files travel in one header, with any character in them", "[wire]")
{
    const QByteArray hash(64, 'a');
    const std::vector<FileClaim> files{{u"card 1, front;back=ü.jpg"_s, hash, 12}, {u"b.png"_s, hash, 0}};
    const auto parsed = parseFilesHeader(filesHeaderValue(files));
    REQUIRE(parsed);
    CHECK(*parsed == files);
    CHECK(parseFilesHeader("  ").value_or({FileClaim{}}).empty());
}

TEST_CASE("A header of files that is not of its form is refused", "[wire]")
{
    struct Row {
        const char* note;
        QByteArray value;
    };
    const QByteArray hash(64, 'a');
    const auto row = GENERATE_COPY(values<Row>({
        {"no name", '=' + hash + ";1"},
        {"no size", "a=" + hash},
        {"negative size", "a=" + hash + ";-1"},
        {"short hash", "a=abc;1"},
        {"a hash that is none", "a=" + QByteArray(64, 'z') + ";1"},
        {"a way out of the folder", "..%2Fa=" + hash + ";1"},
        {"one name twice", "a=" + hash + ";1, a=" + hash + ";1"},
        {"too many", ("a=" + hash + ";1,").repeated(1001)},
    }));
    INFO(row.note);
    CHECK_FALSE(parseFilesHeader(row.value));
}

TEST_CASE("A count in a header is digits and nothing else", "[wire]")
{
    struct Row {
        QByteArray value;
        std::optional<qint64> count;
    };
    const auto row = GENERATE(values<Row>({
        {"0", 0},
        {"007", 7},
        {"9007199254740991", 9'007'199'254'740'991},
        {"9007199254740992", {}},
        {"99999999999999999999", {}},
        {"", {}},
        {" 1", {}},
        {"+1", {}},
        {"-1", {}},
        {"1.0", {}},
        {"0x10", {}},
        {"1,2", {}},
    }));
    INFO(row.value.toStdString());
    CHECK(parseCount(row.value) == row.count);
}
