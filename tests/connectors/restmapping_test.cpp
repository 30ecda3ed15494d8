// SPDX-License-Identifier: Apache-2.0
// A mapping file is read strictly: what cannot work is refused with its line before anything is sent.
#include "sync/connectors/rest/mapping.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors::rest;

namespace
{

const std::map<QString, QString> redmineSettings{{u"project"_s, u"service"_s}, {u"key_field"_s, u"1"_s}};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The example of docs/connectors.md: the first block of JSON below "A mapping file".
QByteArray example()
{
    const QByteArray page = contentOf(QStringLiteral(RAPPORT_SOURCE "/docs/connectors.md"));
    const qsizetype start = page.indexOf("```json\n", page.indexOf("## A mapping file")) + 8;
    return page.mid(start, page.indexOf("```", start) - start);
}

} // namespace

TEST_CASE("The mappings that ship, and the example of the documentation, are accepted and short", "[rest]")
{
    const auto redmine = parseMapping(contentOf(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/redmine/mapping.json")), redmineSettings);
    INFO((redmine ? std::string() : redmine.error().detail.toStdString()));
    REQUIRE(redmine);
    CHECK(redmine->lists.at(u"jobs"_s).push->key.field.text() == u"custom_fields[id=1].value"_s);
    const QByteArray text = example();
    const auto mapping = parseMapping(text, {});
    INFO((mapping ? std::string() : mapping.error().detail.toStdString()));
    CHECK(mapping);
    CHECK(text.count('\n') < 150);
}

TEST_CASE("A mapping that cannot work is refused with the line of its fault", "[rest]")
{
    struct Row {
        QByteArray text, replaced; ///< in the example of the documentation
        QString fault;
    };
    const auto row = GENERATE(values<Row>({
        {"\"object\": \"deal\"", "\"objekt\": \"deal\"", u"\"objekt\" is not known"_s},
        {"\"object\": \"deal\",", "", u"\"object\" is missing"_s},
        {"\"object\": \"deal\"", "\"object\": 7", u"a text is expected"_s},
        {"{organisation_id.@remote}", "{organisation_id.@remotely}", u"{organisation_id.@remotely} is not known"_s},
        {"\"number\": \"Deal {number|id}\"", "\"number\": \"Deal {number|id\"", u"bracket"_s},
        {"\"number\": \"Deal {number|id}\",", "", u"\"number\" is missing"_s},
        {"\"augment\": \"append\"", "\"augment\": \"guess\"", u"augment \"guess\" is not known"_s},
        {"\"look_up\": \"stage\"", "\"look_up\": \"stages\"", u"\"stages\" is not in \"look_ups\""_s},
        {"\"lock\": \"etag\"", "\"lock\": \"hope\"", u"lock \"hope\" is not known"_s},
        {"\"post\": \"deals\"", "\"post\": \"https://elsewhere.example/deals\"", u"a path below the connector's address"_s},
        {"\"post\": \"deals\"", "\"post\": \"../deals\"", u"a path below the connector's address"_s},
        {"\"post\": \"deals\"", "\"get\": \"deals\"", u"\"get\" is not known"_s},
        {"\"patch\": \"deals/{@remote}\"", "\"patch\": \"deals/{@remote}\", \"put\": \"x\"", u"one method is enough"_s},
        {"\"number\": \"{amount}\"", "\"number\": \"{amount}\", \"text\": \"x\"", u"one of \"value\""_s},
        {"\"items\": \"data\", \"where\"", "\"items\": \"data..x\", \"where\"", u"is not a path"_s},
        {"\"size\": 100", "\"size\": 0", u"1 to 200"_s},
        {"\"reference\": \"organisations\"", "\"reference\": \"organizations\"", u"the list \"organizations\" is not in \"lists\""_s},
        {"\"stage\": {\"not\":", "\"stage\": {\"nor\":", u"\"nor\" is not known"_s},
        {"\"value\": \"{@since}\"", "\"value\": \"2026\"", u"does not hold {@since}"_s},
        {"\"who\": {", "\"whoever\": {", u"\"whoever\" is not known"_s},
        {"\"title\": \"{title|@label}\"", "\"title\": \"{%title}\"", u"a setting {%…} is not known"_s},
        {"\"title\": \"{title|@label}\"", "\"title\": \"a\", \"title\": \"b\"", u"a member stands here twice"_s},
    }));
    INFO(row.replaced.toStdString());
    QByteArray text = example();
    const qsizetype at = text.indexOf(row.text);
    REQUIRE(at >= 0);
    text.replace(at, row.text.size(), row.replaced);
    const auto mapping = parseMapping(text, {});
    REQUIRE(!mapping);
    INFO(mapping.error().detail.toStdString());
    CHECK(mapping.error().detail.contains(row.fault));
    CHECK(mapping.error().detail.startsWith(u"mapping: line "_s));
    if (row.text != "\"object\": \"deal\"," && row.text != "\"number\": \"Deal {number|id}\",") // those are said of what they are missing in
        CHECK(mapping.error().detail.contains(u"line %1:"_s.arg(text.left(at).count('\n') + 1)));
}

TEST_CASE("Settings are what the mapping asks for, no more and no less", "[rest]")
{
    const QByteArray text = contentOf(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/redmine/mapping.json"));
    CHECK(parseMapping(text, {{u"project"_s, u"service"_s}}).error().detail.contains(u"do not say \"key_field\""_s));
    auto more = redmineSettings;
    more[u"colour"_s] = u"red"_s;
    CHECK(parseMapping(text, more).error().detail.contains(u"\"colour\" is not known"_s));
    more = redmineSettings;
    more[u"project"_s] = u"{@label}"_s;
    CHECK(parseMapping(text, more).error().detail.contains(u"a bracket"_s));
}
