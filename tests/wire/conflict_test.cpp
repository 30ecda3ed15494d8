// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/conflict.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::wire;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime nine(QDate(2027, 11, 10), QTime(9, 30, 0, 250), Qt::UTC);

Conflict question()
{
    return {17,
            u"contacts"_s,
            u"4be784f5-1139-4735-91ae-76cd04d82b62"_s,
            u"phone"_s,
            u"Ratna Dewi"_s,
            u"uuid:1"_s,
            {u"+62 24 555 0119"_s, u"Adi Putra"_s, nine},
            {{}, {}, nine.addSecs(60)}}; // the office has cleared it
}

QByteArray with(const QByteArray& before, const QByteArray& after)
{
    QByteArray json = toJson(std::vector{question()});
    REQUIRE(json.contains(before));
    return json.replace(before, after);
}

} // namespace

TEST_CASE("A question between two values arrives as it was sent", "[wire][conflict]")
{
    const auto listed = parseConflicts(toJson(std::vector{question(), question()}));
    REQUIRE(listed);
    CHECK(*listed == std::vector{question(), question()});
    const auto one = parseConflict(toJson(question()));
    REQUIRE(one);
    CHECK(*one == question());
}

TEST_CASE("What asks no whole question is refused", "[wire][conflict]")
{
    struct Row {
        const char* note;
        QByteArray json;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing", ""},
        {"a page of the hall's Wi-Fi", "<html><body>Please sign in</body></html>"},
        {"no list", R"({"conflicts": {}})"},
        {"without a number", with("\"id\":17", "\"id\":0")},
        {"of no property", with("\"property\":\"phone\"", "\"property\":\"\"")},
        {"of no record", with("\"instance\":\"uuid:1\"", "\"instance\":1")},
        {"no time", with("2027-11-10T09:30", "soon")},
        {"a value that is a number", with("\"value\":\"+62 24 555 0119\"", "\"value\":4711")},
        {"a value without an end", with("+62 24 555 0119", QByteArray(2'001, '0'))},
        {"more than anybody decides", toJson(std::vector<Conflict>(static_cast<std::size_t>(maxConflicts) + 1, question()))},
    }));
    INFO(row.note);
    CHECK_FALSE(parseConflicts(row.json));
}

TEST_CASE("A decision and what becomes of it arrive as they were sent", "[wire][conflict]")
{
    const auto take = GENERATE(Conflict::Take::Device, Conflict::Take::Hub);
    const Decision decision{take, u"uuid:1"_s, u"phone"_s, u"…0118"_s};
    const auto decided = parseDecision(toJson(decision));
    REQUIRE(decided);
    CHECK(*decided == decision);
    for (const QByteArray& json : {QByteArray("{}"), QByteArray("device"), toJson(decision).replace("\"take\"", "\"give\""),
                                   toJson(decision).replace("\"" + word(take).toLatin1() + "\"", "\"both\"")})
        CHECK_FALSE(parseDecision(json));

    for (const Verdict& verdict : {Verdict{}, Verdict{Verdict::State::Decided, u"Ratna"_s, nine}, Verdict{Verdict::State::Changed, {}, {}}}) {
        const auto read = parseVerdict(toJson(verdict));
        REQUIRE(read);
        CHECK(*read == verdict);
    }
    CHECK_FALSE(parseVerdict(R"({"error": "not-found"})"));
    CHECK_FALSE(parseVerdict(R"({"state": "decided", "by": "Ratna"})"));
}
