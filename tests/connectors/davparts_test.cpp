// SPDX-License-Identifier: Apache-2.0
// What CardDAV and CalDAV are made of, without a server: lines, multistatus, times, the mapping, the configuration.
#include "sync/connectors/connector.h"
#include "sync/connectors/dav/calendartime.h"
#include "sync/connectors/dav/mapping.h"
#include "sync/connectors/dav/multistatus.h"
#include "sync/connectors/dav/pullcursor.h"
#include "sync/connectors/dav/selection.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using namespace rapport::connectors::dav;

TEST_CASE("An object that is read and written again is the same to the letter, whatever stands in it", "[dav]")
{
    const QByteArray body = GENERATE(values<QByteArray>({
        "FN:Ana",
        "item1.X-ABLABEL;X-A=\"b;c:d\";TYPE=a,b:x\\,y\\;z\\\\",
        "NOTE:" + QByteArray("Łäö佐").repeated(60),
        "NOTE: leading and trailing \t",
        "PHOTO;ENCODING=b:" + QByteArray(5000, 'A'),
        "X-EMPTY:",
    }));
    const auto object = parseObject("BEGIN:VCARD\r\n" + body + "\r\nEND:VCARD\r\n");
    REQUIRE(object);
    const QByteArray bytes = object->bytes();
    for (const QByteArray& line : bytes.split('\n'))
        CHECK(line.size() <= 76); // 75 bytes and CR
    CHECK(parseObject(bytes).value_or(Component{}) == *object);
    CHECK(QByteArray(bytes).replace("\r\n ", "").contains("\r\n" + body + "\r\n"));
}

TEST_CASE("What is no whole object is refused, because what is read may be written back", "[dav]")
{
    QByteArray deep = "END:A\n";
    for (int i = 0; i < 9; ++i)
        deep = "BEGIN:A\n" + deep;
    const QByteArray bytes = GENERATE_COPY(values<QByteArray>({
        "",
        "FN:Ana",
        " BEGIN:VCARD\nEND:VCARD",
        "BEGIN:VCARD\nFN:Ana",
        "BEGIN:VCARD\nFN Ana\nEND:VCARD",
        "BEGIN:VCARD\nEND:VEVENT",
        "BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD",
        "BEGIN:VCARD\n:Ana\nEND:VCARD",
        "BEGIN:VCARD\nA;B=\"c:d\nEND:VCARD",
        "BEGIN:VCARD\n" + QByteArray("A:\n").repeated(20'000) + "END:VCARD",
        "BEGIN:VCARD\nA:" + QByteArray(4 * 1024 * 1024, 'x') + "\nEND:VCARD",
        deep,
    }));
    const auto object = parseObject(bytes);
    REQUIRE(!object);
    CHECK(object.error().kind == Error::Kind::Corrupt);
    CHECK(!object.error().detail.contains(u"Ana"_s));
}

TEST_CASE("Texts are escaped and parted as vCard and iCalendar want it", "[dav]")
{
    CHECK(escaped(u"a,b;c\\d\ne\r"_s) == u"a\\,b\\;c\\\\d\\ne"_s);
    CHECK(unescaped(u"a\\,b\\;c\\\\d\\ne\\Nf"_s) == u"a,b;c\\d\ne\nf"_s);
    CHECK(rawParts(u"a\\;b;;c\\"_s) == QStringList{u"a\\;b"_s, QString(), u"c\\"_s});
    const ContentLine line{{}, u"TEL"_s, u";TYPE=cell,Voice;PREF;TYPE=\"x-a\""_s, u"tel:+49-1"_s};
    CHECK(line.types() == QStringList{u"CELL"_s, u"VOICE"_s, u"X-A"_s, u"PREF"_s});
    CHECK(valueOf(line) == u"+49-1"_s);
}

TEST_CASE("Of several lines the one is meant that has what is needed, and first what it should have", "[dav]")
{
    const auto card = parseObject("BEGIN:VCARD\nTEL;TYPE=FAX:1\nTEL;TYPE=HOME:2\nTEL;TYPE=CELL:3\nTEL;TYPE=WORK:4\nEND:VCARD\n");
    REQUIRE(card);
    const auto values = [&](const Selector& selector) {
        QString out;
        for (const size_t index : selected(*card, selector))
            out += card->lines[index].value;
        return out;
    };
    CHECK(values({u"TEL"_s, {}, {u"WORK"_s}, {u"FAX"_s, u"CELL"_s}}) == u"42"_s);
    CHECK(values({u"TEL"_s, {u"CELL"_s}, {}, {}}) == u"3"_s);
    CHECK(values({u"TEL"_s, {}, {}, {}}) == u"1234"_s);
    CHECK(values({u"EMAIL"_s, {}, {}, {}}).isEmpty());
}

TEST_CASE("A multistatus says what is there, what is gone and how it goes on", "[dav]")
{
    const auto found = parseMultistatus(R"(<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav">
        <d:response><d:href>/a/b%20c.vcf</d:href><d:propstat><d:prop><d:getetag>"1"</d:getetag><c:address-data>BEGIN:VCARD&#13;
END:VCARD</c:address-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
        <d:propstat><d:prop><d:getctag>x</d:getctag></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>
        <d:response><d:href>http://dav.example/a/gone.vcf</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>
        <d:response><d:href>/a/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>
        <d:sync-token>urn:2</d:sync-token></d:multistatus>)");
    REQUIRE(found);
    REQUIRE(found->members.size() == 3);
    CHECK(found->members[0].name == u"b c.vcf"_s);
    CHECK(found->members[0].status == 0);
    CHECK(found->members[0].etag == u"\"1\""_s);
    CHECK(found->members[0].data == "BEGIN:VCARD\r\nEND:VCARD");
    CHECK(found->members[1].name == u"gone.vcf"_s);
    CHECK(found->members[1].status == 404);
    CHECK(found->members[2].name.isEmpty());
    CHECK(found->members[2].status == 507);
    CHECK(found->syncToken == u"urn:2"_s);
    CHECK(preconditionOf(R"(<error xmlns="DAV:"><valid-sync-token/></error>)") == u"valid-sync-token"_s);
    CHECK(preconditionOf("<html><body>403</body></html>").isEmpty());

    for (const QByteArray& xml :
         {QByteArray("<html/>"), QByteArray("HTTP 500"), QByteArray(R"(<multistatus xmlns="DAV:">)"),
          QByteArray(R"(<!DOCTYPE a [<!ENTITY b "c">]><multistatus xmlns="DAV:">&b;</multistatus>)"),
          R"(<multistatus xmlns="DAV:">)" + QByteArray("<a>").repeated(40) + QByteArray("</a>").repeated(40) + "</multistatus>"})
        CHECK(parseMultistatus(xml).error().kind == Error::Kind::Corrupt);
}

TEST_CASE("A collection says what it is, what it takes and what we may do", "[dav]")
{
    const auto facts = parseFacts(R"(<multistatus xmlns="DAV:" xmlns:A="urn:ietf:params:xml:ns:carddav" xmlns:C="urn:ietf:params:xml:ns:caldav">
        <response><href>/a/</href><propstat><prop><resourcetype><collection/><A:addressbook/></resourcetype>
        <getctag xmlns="http://calendarserver.org/ns/">"7"</getctag>
        <supported-report-set><supported-report><report><sync-collection/></report></supported-report></supported-report-set>
        <current-user-privilege-set><privilege><read/></privilege></current-user-privilege-set>
        <A:supported-address-data><A:address-data-type content-type="text/vcard" version="4.0"/></A:supported-address-data>
        <C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set></prop>
        <status>HTTP/1.1 200 OK</status></propstat></response></multistatus>)");
    REQUIRE(facts);
    CHECK(facts->types == QStringList{u"collection"_s, u"addressbook"_s});
    CHECK(facts->ctag == u"\"7\""_s);
    CHECK(facts->syncs);
    CHECK(facts->components == QStringList{u"VTODO"_s});
    CHECK(facts->versions == QStringList{u"4.0"_s});
    CHECK(facts->mayDo == QStringList{u"read"_s});
}

TEST_CASE("A time is read with its zone, without, as UTC and as a day", "[dav]")
{
    const QTimeZone berlin("Europe/Berlin");
    struct Row {
        QString parameters, value, text; ///< text: empty where it is no time
    };
    const auto row = GENERATE(values<Row>({
        {u";VALUE=DATE"_s, u"20271201"_s, u"2027-12-01"_s},
        {{}, u"20271201T100000Z"_s, u"2027-12-01T11:00:00.000+01:00"_s},
        {{}, u"20270701T100000"_s, u"2027-07-01T10:00:00.000+02:00"_s},
        {u";TZID=Asia/Jakarta"_s, u"20271201T100000"_s, u"2027-12-01T04:00:00.000+01:00"_s},
        {u";TZID=\"W. Europe Standard Time\""_s, u"20271201T100000"_s, u"2027-12-01T10:00:00.000+01:00"_s},
        {u";TZID=Nowhere"_s, u"20271201T100000"_s, u"2027-12-01T10:00:00.000+01:00"_s},
        {{}, u"20271301"_s, {}},
        {{}, u"20271201T100000+0100"_s, {}},
        {{}, u"soon"_s, {}},
    }));
    INFO(row.value.toStdString());
    const auto time = timeOf(ContentLine{{}, u"DTSTART"_s, row.parameters, row.value}, berlin);
    CHECK((time ? textOf(*time, berlin) : QString()) == row.text);
    if (time) {
        CHECK(timeOf(lineOf(u"DTSTART"_s, *time, berlin), berlin) == time);
        CHECK(timeOf(row.text, berlin) == time);
    }
}

TEST_CASE("A time zone is written with each change of its clocks around the time", "[dav]")
{
    const auto zone = timeZoneOf(QTimeZone("Europe/Berlin"), QDateTime(QDate(2027, 12, 1), QTime(10, 0), Qt::UTC));
    CHECK(zone.text(u"TZID"_s) == u"Europe/Berlin"_s);
    CHECK(zone.components.size() == 7); // what held before, and two changes in each of three years
    const QByteArray bytes = zone.bytes();
    CHECK(bytes.contains("BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n"));
    CHECK(bytes.contains("BEGIN:STANDARD\r\nDTSTART:20271031T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n"));

    const auto still = timeZoneOf(QTimeZone("Asia/Jakarta"), QDateTime(QDate(2027, 12, 1), QTime(10, 0), Qt::UTC));
    REQUIRE(still.components.size() == 1);
    CHECK(still.components.front().text(u"TZOFFSETTO"_s) == u"+0700"_s);
    CHECK(timeZoneOf(QTimeZone("America/St_Johns"), QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC)).components.front().text(u"TZOFFSETTO"_s) ==
          u"-0330"_s);
}

TEST_CASE("A cursor of a pull is read back as it was, and one that is torn is refused by DAV", "[dav]")
{
    PullCursor cursor;
    cursor.place = u"0123/4567"_s;
    cursor.token = u"http://dav.example/sync/1"_s;
    for (int i = 0; i < 1000; ++i)
        cursor.known[u"RAP-%1.vcf"_s.arg(i)] = {PullCursor::versionOf(QString::number(i)), i % 2 == 0};
    cursor.pending = {u"a.vcf"_s, u"ü.vcf"_s};
    CHECK(PullCursor::parse(cursor.bytes()).value_or(PullCursor{}) == cursor);
    for (const QByteArray& bytes :
         {QByteArray("x"), QByteArray("page 2"), cursor.bytes().left(40), qCompress("{}"), QByteArray("\xff\xff\xff\xff....")})
        CHECK(PullCursor::parse(bytes).error().kind == Error::Kind::Corrupt);
}

TEST_CASE("The mappings that ship are read; one that cannot work is refused with the place of its fault, by DAV", "[dav]")
{
    for (const char* kind : {"carddav", "caldav"})
        CHECK(loadMapping(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/%1/mapping.json").arg(QLatin1String(kind))));

    struct Row {
        const char* rule;
        const char* place;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"number": "C %1", "fields": []})", "lists.x[0]: \"component\""},
        {R"({"component": "VJOURNAL", "number": "C %1", "fields": []})", "lists.x[0]: component \"VJOURNAL\""},
        {R"({"component": "VCARD", "fields": []})", "lists.x[0]: \"number\""},
        {R"({"component": "VCARD", "number": "C %1"})", "lists.x[0]: \"fields\""},
        {R"({"component": "VCARD", "number": "C %1", "kind": "dog", "fields": [{}]})", "lists.x[0]: kind \"dog\""},
        {R"({"component": "VCARD", "number": "C %1", "colour": 1, "fields": [{}]})", "lists.x[0]: \"colour\""},
        {R"({"component": "VCARD", "number": "C %1", "fields": [{"property": "FN"}]})", "lists.x[0].fields[0]: one source"},
        {R"({"component": "VCARD", "number": "C %1", "fields": [{"property": "FN", "from": "a", "value": "b"}]})",
         "lists.x[0].fields[0]: one source"},
        {R"({"component": "VCARD", "number": "C %1", "fields": [{"property": "FN", "from": []}]})", "lists.x[0].fields[0]: its source"},
        {R"({"component": "VCARD", "number": "C %1", "fields": [{"from": "a"}]})", "lists.x[0].fields[0]: \"property\""},
        {R"({"component": "VCARD", "number": "C %1", "fields": [{"property": "FN", "from": "a", "augment": "b"}]})", "lists.x[0].fields[0]: augment"},
    }));
    INFO(row.rule);
    const auto mapping = parseMapping(QByteArray(R"({"lists": {"x": [)") + row.rule + "]}}");
    REQUIRE(!mapping);
    INFO(mapping.error().detail.toStdString());
    CHECK(mapping.error().detail.startsWith(QLatin1String(row.place)));
    CHECK(parseMapping(R"({"lists": {"x": 1}})").error().detail.startsWith("lists.x"_L1));
    CHECK(parseMapping(R"({"lists": {}})").error().detail.startsWith("mapping: \"lists\""_L1));
    CHECK(parseMapping("{").error().detail.startsWith("mapping: not JSON"_L1));
}

TEST_CASE("A DAV configuration that cannot work is refused with the member at fault", "[dav]")
{
    struct Row {
        QString type, member;
        QJsonValue value;
    };
    const auto row = GENERATE(values<Row>({
        {u"carddav"_s, u"url"_s, u"http://dav.example/a/"_s}, // the password would go in clear
        {u"carddav"_s, u"url"_s, u"https://me@dav.example/a/"_s},
        {u"carddav"_s, u"url"_s, u"/a/"_s},
        {u"carddav"_s, u"user"_s, u""_s},
        {u"carddav"_s, u"password"_s, 1},
        {u"carddav"_s, u"request_seconds"_s, 0},
        {u"carddav"_s, u"mapping"_s, u"nowhere.json"_s},
        {u"carddav"_s, u"certificates"_s, u"nowhere.pem"_s},
        {u"carddav"_s, u"timezone"_s, u"Europe/Berlin"_s}, // a card has no times
        {u"caldav"_s, u"timezone"_s, u"Mars/Base"_s},
        {u"caldav"_s, u"timezone"_s, QJsonValue()},
    }));
    INFO(row.member.toStdString());
    QJsonObject configuration{{u"id"_s, u"a"_s},   {u"type"_s, row.type},  {u"title"_s, u"A"_s}, {u"url"_s, u"https://dav.example/a/"_s},
                              {u"user"_s, u"u"_s}, {u"password"_s, u"p"_s}};
    if (row.type == u"caldav"_s)
        configuration[u"timezone"_s] = u"Europe/Berlin"_s;
    REQUIRE(makeConnector(configuration, u"/tmp"_s));
    configuration[row.member] = row.value;
    const auto made = makeConnector(configuration, u"/tmp"_s);
    REQUIRE(!made);
    CHECK(made.error().kind == Error::Kind::Invalid);
    CHECK(made.error().detail.contains(u'"' + row.member + u'"'));
}
