// SPDX-License-Identifier: Apache-2.0
// The parts of the REST connector that need no server: JSON that keeps digits, paths, texts with places, times, the pull's cursor.
#include "sync/connectors/rest/comparing.h"
#include "sync/connectors/rest/http.h"
#include "sync/connectors/rest/pullcursor.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors::rest;

namespace
{

Json json(const QByteArray& text)
{
    const auto parsed = parseJson(text);
    INFO(text.toStdString());
    REQUIRE(parsed);
    return *parsed;
}

Path path(const QString& text)
{
    const auto parsed = Path::parse(text);
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("JSON comes out as it went in, digit by digit", "[rest]")
{
    const QByteArray text =
        R"({"id":9007199254740993,"amount":42250.50,"tiny":1E-7,"zero":-0.0,"yes":true,"none":null,"list":[[],{}],"text":"\"ä\\\n\u0001"})";
    CHECK(json(text).bytes() == text);
    CHECK(json(text)[u"amount"_s].said() == u"42250.50"_s);
    CHECK(json(R"("\u00e4\ud83d\ude00\/")").said() == u"ä😀/"_s);
    CHECK(json("{\n\"a\":\n [1,\n 2]}")[u"a"_s].items()[1].line() == 4);
}

TEST_CASE("What is no JSON is refused with its line", "[rest]")
{
    const auto [text, fault] = GENERATE(table<QByteArray, QString>({
        {"", u"line 1"_s},
        {"{\"a\": 1,\n}", u"line 2"_s},
        {"[1,]", u"line 1"_s},
        {"{\"a\": 1,\n\n\"a\": 2}", u"line 3: a member stands here twice"_s},
        {"{\"a\" 1}", u"colon"_s},
        {"[1 2]", u"comma"_s},
        {"01", u"behind the end"_s},
        {"1.", u"digit"_s},
        {"-", u"digit"_s},
        {"nul", u"value"_s},
        {"\"a\nb\"", u"control character"_s},
        {"\"a", u"does not end"_s},
        {"\"\\x\"", u"escape"_s},
        {"\"\\u12g4\"", u"escape"_s},
        {"{} {}", u"behind the end"_s},
        {"\"\xff\"", u"UTF-8"_s},
        {QByteArray(100, '['), u"too deep"_s},
    }));
    const auto parsed = parseJson(text);
    INFO(text.toStdString());
    REQUIRE(!parsed);
    INFO(parsed.error().detail.toStdString());
    CHECK(parsed.error().detail.contains(fault));
    CHECK(parseJson("[1,2,3,4]", {1 << 10, 4, 3}).error().detail.contains(u"too large"_s));
    CHECK(parseJson("[1,2,3,4]", {5, 4, 30}).error().detail.contains(u"too large"_s));
}

TEST_CASE("A path finds and writes what stands in an object", "[rest]")
{
    Json object =
        json(R"({"status":{"id":3},"fields":[{"id":1,"value":"a"},{"id":2,"value":"b"}],"notes":[{"text":"x"},{"text":null},{"text":"y"}]})");
    CHECK(path(u"status.id"_s).first(object).said() == u"3"_s);
    CHECK(path(u"fields[id=2].value"_s).first(object).said() == u"b"_s);
    CHECK(path(u"notes[].text"_s).all(object).size() == 2);
    CHECK(path(u"fields[id=7].value"_s).first(object).isNull());
    CHECK(path(u"status.id.more"_s).first(object).isNull());
    path(u"fields[id=2].value"_s).write(object, Json::text(u"c"_s));
    path(u"fields[id=7].value"_s).write(object, Json::text(u"d"_s));
    path(u"new.deep"_s).write(object, Json::number(u"1.50"_s));
    path(u"notes[]"_s).write(object, Json::text(u"z"_s));
    CHECK(object.bytes() == R"({"status":{"id":3},"fields":[{"id":1,"value":"a"},{"id":2,"value":"c"},{"id":7,"value":"d"}],)"
                            R"("notes":[{"text":"x"},{"text":null},{"text":"y"},"z"],"new":{"deep":1.50}})");
    const QString wrong = GENERATE(values({u"a..b"_s, u"."_s, u"a."_s, u"a[b"_s, u"a[=b]"_s, u"a[b=]"_s, u"a[b]"_s, u"a]b"_s, u"a{b}"_s, u"[x=1]y"_s,
                                           u"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q"_s}));
    INFO(wrong.toStdString());
    CHECK(!Path::parse(wrong));
}

TEST_CASE("A text takes the first that is filled, and is left out where nothing is", "[rest]")
{
    const std::map<QString, QString> known{
        {u"given"_s, u"Ana"_s}, {u"family"_s, u"Roth"_s}, {u"f[name=Rapport key].value"_s, u"RAP"_s}, {u"up"_s, u".."_s}};
    const Names names = [&](const QString& name) { return known.count(name) > 0 ? known.at(name) : QString(); };
    const auto [text, result] = GENERATE(table<QString, QString>({
        {u"plain"_s, u"plain"_s},
        {u"{given family|@label}!"_s, u"Ana Roth!"_s},
        {u"{given middle family}"_s, u"Ana Roth"_s},
        {u"{middle|given}"_s, u"Ana"_s},
        {u"{f[name=Rapport key].value}"_s, u"RAP"_s},
        {u"Due: {due}"_s, u"–"_s},
    }));
    const auto parsed = Text::parse(text);
    REQUIRE(parsed);
    CHECK(parsed->filled(names).value_or(u"–"_s) == result);
    CHECK(Text::parse(u"a/{given family}/b"_s)->filled(names, Text::As::PathPart) == u"a/Ana%20Roth/b"_s);
    CHECK(!Text::parse(u"a/{up}/b"_s)->filled(names, Text::As::PathPart)); // another place than was meant
    for (const QString& wrong : {u"{"_s, u"}"_s, u"a}b"_s, u"{a{b}"_s, u"{}"_s, u"{a|}"_s, u"{a"_s})
        CHECK(!Text::parse(wrong));
}

TEST_CASE("Both say the same however they are written", "[rest]")
{
    const auto [one, other, same] = GENERATE(table<QByteArray, QByteArray, bool>({
        {"12.50", "12.5", true},
        {"12.50", "\"12.5\"", true},
        {"0012", "12", true},
        {"0.10", "0.1", true},
        {"10", "1", false},
        {"9007199254740993", "9007199254740992", false},
        {R"("a\r\nb ")", R"("a\nb")", true},
        {R"("A")", R"("a")", false},
        {R"("12.50")", R"("12.5")", false},
        {"true", R"("true")", true},
        {"[1,2]", "[1,2]", true},
        {"[1,2]", "[2,1]", false},
    }));
    INFO(one.toStdString() << " " << other.toStdString());
    const Json left = one == "0012" ? Json::number(u"0012"_s) : json(one);
    CHECK(saysTheSame(left, json(other)) == same);
    CHECK(saysTheSame(json(other), left) == same);
}

TEST_CASE("A time is read in each form, and written in the one that it came in", "[rest]")
{
    const auto [text, earlier] = GENERATE(table<QString, QString>({
        {u"2026-11-30T05:05:28Z"_s, u"2026-11-30T05:03:28Z"_s},
        {u"2026-11-30T06:05:28.750+01:00"_s, u"2026-11-30T05:03:28Z"_s},
        {u"2026-11-30T05:05:28"_s, u"2026-11-30T05:03:28Z"_s},
        {u"1796014528"_s, u"1796014408"_s},
        {u"1796014528750"_s, u"1796014408000"_s},
    }));
    const auto stamp = Stamp::parse(text);
    REQUIRE(stamp);
    CHECK(stamp->earlier(120).text() == earlier);
    CHECK(!Stamp::parse(u"yesterday"_s));
    CHECK(!Stamp::parse({}));
}

TEST_CASE("The pull's cursor comes back as it was; another's is refused", "[rest]")
{
    PullCursor cursor;
    cursor.mapping = "0a1b";
    cursor.stage = PullCursor::Stage::Gone;
    cursor.since = u"2026-11-30T05:05:28Z"_s;
    cursor.position = 300;
    cursor.next = u"/a?b=c"_s;
    cursor.known = {u"1"_s, u"ä b"_s};
    cursor.seen = {u"1"_s};
    const auto again = PullCursor::parse(cursor.bytes());
    REQUIRE(again);
    CHECK(again->bytes() == cursor.bytes());
    CHECK(again->known == cursor.known);
    for (const QByteArray& wrong : {QByteArray(), QByteArray("x"), QByteArray("{}"), QByteArray(R"({"v":1,"stage":"rows","position":-1})")})
        CHECK(PullCursor::parse(wrong).error().kind == Error::Kind::Corrupt);
}

TEST_CASE("A server that asks to be left alone is, for a day at most", "[rest]")
{
    const QByteArray now = "Mon, 30 Nov 2026 05:05:00 GMT";
    const auto [after, seconds] = GENERATE(table<QByteArray, int>({
        {"", 0},
        {"70", 70},
        {"-5", 0},
        {"9999999", 86400},
        {"Mon, 30 Nov 2026 05:06:10 GMT", 70},
        {"soon", 0},
    }));
    CHECK(waitOf(after, now) == std::chrono::seconds(seconds));
}
