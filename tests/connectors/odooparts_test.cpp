// SPDX-License-Identifier: Apache-2.0
// The parts of the Odoo connector that need no server: its answers, formatted text, domains, a body with a file in it, and the mapping file.
#include "sync/connectors/odoo/answer.h"
#include "sync/connectors/odoo/contentbody.h"
#include "sync/connectors/odoo/html.h"
#include "sync/connectors/odoo/mapping.h"

#include <QBuffer>
#include <QFile>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors::odoo;

namespace
{

Json json(const QByteArray& text)
{
    const auto parsed = connectors::rest::parseJson(text);
    INFO(text.toStdString());
    REQUIRE(parsed);
    return *parsed;
}

QByteArray shipped()
{
    QFile file(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/odoo/mapping.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("A record: false is nothing, a reference has an id and a name, digits stay", "[odoo]")
{
    const Json record = recordOf(json(R"({"id":46,"name":"Roth","ref":false,"active":true,"parent_id":[7,"Roth GmbH"],"country_id":false,
        "child_ids":[5,8],"amount":42250.50,"odd":[3,false]})"));
    CHECK(record.bytes() == R"({"id":46,"name":"Roth","ref":null,"active":true,"parent_id":{"id":7,"name":"Roth GmbH"},"country_id":null,)"
                            R"("child_ids":[5,8],"amount":42250.50,"odd":{"id":3,"name":null}})");
    CHECK(recordsIn(json("[]"), u"res.partner"_s).value.items().empty());
    for (const QByteArray& wrong : {QByteArray("{}"), QByteArray("null"), QByteArray("[1]"), QByteArray(R"([{"id":"7"}])")})
        CHECK(recordsIn(json(wrong), u"res.partner"_s).fault->kind == Fault::Kind::Broken);
}

TEST_CASE("load() says in its answer whether the row was taken, with HTTP 200", "[odoo]")
{
    const QStringList columns{u"name"_s, u"email"_s};
    CHECK(loadedId(json(R"({"ids":[46],"messages":[],"nextrow":0})"), u"res.partner"_s, columns).value.said() == u"46"_s);
    CHECK(loadedId(json(R"({"ids":[46],"messages":[{"type":"warning"}]})"), u"res.partner"_s, columns));
    const auto refused = loadedId(json(R"({"ids":false,"messages":[{"message":"Ana","field":"Ana"},{"field":"email"}]})"), u"res.partner"_s, columns);
    REQUIRE(refused.fault);
    CHECK(refused.fault->kind == Fault::Kind::Refused);
    CHECK(refused.fault->detail == u"res.partner/load: the row was not taken: email"_s);
    for (const QByteArray& wrong : {QByteArray("true"), QByteArray("{}"), QByteArray(R"({"ids":[46,47],"messages":true})")})
        CHECK(loadedId(json(wrong), u"res.partner"_s, columns).fault->kind == Fault::Kind::Lost);
}

TEST_CASE("Formatted text is looked at line by line", "[odoo]")
{
    const auto [html, lines] = GENERATE(table<QString, QStringList>({
        {u""_s, {}},
        {u"plain"_s, {u"plain"_s}},
        {u"<p>A: 1<br>B: 2<br/>C</p><p></p>"_s, {u"A: 1"_s, u"B: 2"_s, u"C"_s}},
        {u"<div class=\"x\"><b>A</b>: 1 &amp; 2</div><ul><li>B</li></ul>"_s, {u"A: 1 & 2"_s, u"B"_s}},
        {u"&lt;p&gt; &#39;a&#x27; &quot;b&quot; &nbsp; &what; & ;"_s, {u"<p> 'a' \"b\" &what; & ;"_s}},
        {u"&#xD800;&#0;&#99999999999;x"_s, {u"&#99999999999;x"_s}},
        {u"broken <p"_s, {u"broken <p"_s}},
        {u"1 < 2<p>3</p>"_s, {u"1 < 2"_s, u"3"_s}},
        {u"<pre>A</pre>"_s, {u"A"_s}},
    }));
    INFO(html.toStdString());
    CHECK(linesOf(html) == lines);
}

TEST_CASE("Lines of ours join what is there, or take the place of the one with their label", "[odoo]")
{
    const QStringList ours{u"Consent: \"no\" & <never>"_s, u"Due: 1"_s};
    const QString escaped = u"Consent: &quot;no&quot; &amp; &lt;never&gt;"_s;
    CHECK(withLines({}, ours, SameLabel::Stays) == u"<p>"_s + escaped + u"<br>Due: 1</p>"_s);
    const QString theirs = u"<p><i>Consent: yes</i><br>Tea</p>"_s;
    CHECK(withLines(theirs, ours, SameLabel::Stays) == theirs + u"<p>"_s + escaped + u"<br>Due: 1</p>"_s);
    const QString replaced = u"<p><i>"_s + escaped + u"</i><br>Tea</p><p>Due: 1</p>"_s;
    CHECK(withLines(theirs, ours, SameLabel::GivesWay) == replaced);
    CHECK(withLines(replaced, ours, SameLabel::GivesWay) == replaced);
    CHECK(withLines(u"<p>Consent: \"maybe\"</p>"_s, {u"Consent: no"_s}, SameLabel::GivesWay) == u"<p>Consent: no</p>"_s);
    CHECK(withLines(u"<p>Con<b>sent</b>: yes</p>"_s, {u"Consent: no"_s}, SameLabel::GivesWay) ==
          u"<p>Con<b>sent</b>: yes</p><p>Consent: no</p>"_s); // not in one piece: then below it
}

TEST_CASE("A body with a file in it is as long as it says, whatever is asked for at a time", "[odoo]")
{
    const qint64 size = GENERATE(0, 1, 2, 3, 48 * 1024, 48 * 1024 + 1, 100'000);
    QByteArray content(size, 'x');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char(i % 251);
    const qint64 atATime = GENERATE(1000, 65'536);
    QBuffer file(&content);
    REQUIRE(file.open(QIODevice::ReadOnly));
    ContentBody body("before", file, size, "after");
    const qint64 whole = body.wholeSize();
    QByteArray read;
    for (QByteArray piece; !(piece = body.read(atATime)).isEmpty();)
        read += piece;
    CHECK(read == "before" + content.toBase64() + "after");
    CHECK(read.size() == whole);

    QBuffer shorter(&content);
    REQUIRE(shorter.open(QIODevice::ReadOnly));
    ContentBody torn("", shorter, size + 1, "");
    char some[64 * 1024];
    qint64 n = 0;
    while ((n = torn.read(some, sizeof some)) > 0) {
    }
    CHECK(n == -1);
}

TEST_CASE("A domain with an empty place asks for nobody", "[odoo]")
{
    Domain domain;
    using Term = Domain::Term;
    domain.add({Term::Kind::Operator, u"|"_s, {}, {}, {}});
    domain.add({Term::Kind::Text, u"ref"_s, u"="_s, {}, *connectors::rest::Text::parse(u"{number}"_s)});
    domain.add({Term::Kind::Id, u"parent_id"_s, u"child_of"_s, {}, *connectors::rest::Text::parse(u"{firm}"_s)});
    domain.add({Term::Kind::Constant, u"active"_s, u"="_s, Json::boolean(true), {}});
    CHECK(domain.names());
    const auto filled = [&](const QString& number, const QString& firm) {
        const auto json = domain.filled([&](const QString& name) { return name == u"number"_s ? number : firm; });
        return json ? json->bytes() : QByteArray("nobody");
    };
    CHECK(filled(u"K-1"_s, u"7"_s) == R"(["|",["ref","=","K-1"],["parent_id","child_of",7],["active","=",true]])");
    CHECK(filled({}, u"7"_s) == "nobody");
    CHECK(filled(u"K-1"_s, {}) == "nobody");
    CHECK(filled(u"K-1"_s, u"7 or so"_s) == "nobody");
}

TEST_CASE("The mapping that ships is accepted, and knows what it reads", "[odoo]")
{
    const auto mapping = parseMapping(shipped(), {});
    INFO((mapping ? std::string() : mapping.error().detail.toStdString()));
    REQUIRE(mapping);
    CHECK(mapping->lists.at(u"offers"_s).pulled().contains(u"currency_id"_s));
    CHECK(mapping->lists.at(u"opportunities"_s).pushed().contains(u"write_date"_s));
    CHECK(!mapping->lists.at(u"offers"_s).push);
}

TEST_CASE("A mapping of Odoo that cannot work is refused with the line of its fault", "[odoo]")
{
    struct Row {
        QByteArray text, replaced; ///< in the mapping that ships
        QString fault;
    };
    const auto row = GENERATE(values<Row>({
        {"\"model\": \"crm.lead\"", "\"modell\": \"crm.lead\"", u"\"modell\" is not known"_s},
        {"\"model\": \"crm.lead\"", "\"model\": \"crm.lead/load\"", u"\"crm.lead/load\" is no name of a model"_s},
        {"\"model\": \"res.country\", \"domain\"", "\"model\": 7, \"domain\"", u"a text is expected"_s},
        {"[[\"code\", \"=\", \"{@of}\"]]", "[[\"code\", \"=\"]]", u"[field, comparison, value]"_s},
        {"[[\"code\", \"=\", \"{@of}\"]]", "[[\"code\", \"=\", null]]", u"not null"_s},
        {"[[\"code\", \"=\", \"{@of}\"]]", "[[\"code\", \"=\", \"{@off}\"]]", u"{@off} is not known"_s},
        {"[[\"code\", \"=\", \"{@of}\"]]", "\"code\"", u"a list [ ] of conditions"_s},
        {"\"expected_revenue\": {\"number\"", "\"expected revenue\": {\"number\"", u"\"expected revenue\" is no name of a field"_s},
        {"\"date\": \"{due}\", \"augment\": \"replace\"", "\"date\": \"{due}\", \"augment\": \"add\"", u"not for Odoo"_s},
        {"\"augment\": \"replace\", \"html\"", "\"augment\": \"own\", \"html\"", u"formatted text"_s},
        {"\"look_up\": \"country\"", "\"look_up\": \"county\"", u"\"county\" is not in \"look_ups\""_s},
        {"\"number\": \"{amount}\"", "\"number\": \"{amount}\", \"text\": \"x\"", u"one of \"value\""_s},
        {"{\"id\": \"{organisation_id.@remote}\"}]]", "{\"remote\": \"x\"}]]", u"\"remote\" is not known"_s},
        {"[\"is_company\", \"=\", true]],", "[\"is_company\", \"=\", \"{kind}\"]],", u"no entity"_s},
        {"\"country\": \"{country_id.code}\"", "\"country\": \"{country_id.codes}\"", u"is not read in \"through\""_s},
        {"\"reference\": \"organisations\"", "\"reference\": \"organizations\"", u"the list \"organizations\" is not in \"lists\""_s},
        {"\"label\": \"{name}\",", "", u"\"label\" is missing"_s},
        {"\"number\": \"Task {id}\",", "", u"\"number\" is missing"_s},
        {"\"name\": \"{legal_name|@label}\"", "\"name\": \"a\", \"name\": \"b\"", u"a member stands here twice"_s},
    }));
    INFO(row.replaced.toStdString());
    QByteArray text = shipped();
    const qsizetype at = text.indexOf(row.text);
    REQUIRE(at >= 0);
    text.replace(at, row.text.size(), row.replaced);
    const auto mapping = parseMapping(text, {});
    REQUIRE(!mapping);
    INFO(mapping.error().detail.toStdString());
    CHECK(mapping.error().detail.startsWith(u"mapping: line "_s));
    CHECK(mapping.error().detail.contains(row.fault));
}
