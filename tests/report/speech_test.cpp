// SPDX-License-Identifier: Apache-2.0
#include "app/report/compose.h"
#include "app/report/speech.h"
#include "app/report/values.h"

#include <catch2/catch.hpp>

using namespace rapport::report;
using namespace Qt::StringLiterals;

TEST_CASE("Numbers and dates are written as the report's language writes them", "[report]")
{
    struct Row {
        const char* code;
        QString number, grouped, day, time;
    };
    const auto row = GENERATE(values<Row>({
        {"en", u"−16.40"_s, u"1,234,567.5"_s, u"10 November 2027"_s, u"09:15"_s},
        {"de", u"−16,40"_s, u"1.234.567,5"_s, u"10. November 2027"_s, u"09:15"_s},
        {"id", u"−16,40"_s, u"1.234.567,5"_s, u"10 November 2027"_s, u"09.15"_s},
        {"nothing", u"−16.40"_s, u"1,234,567.5"_s, u"10 November 2027"_s, u"09:15"_s},
    }));
    INFO(row.code);
    const Speech speech(QString::fromLatin1(row.code));
    CHECK(speech.number(u"-16.40"_s) == row.number);
    CHECK(speech.number(u"1234567.5"_s, Speech::Grouped::Yes) == row.grouped);
    CHECK(speech.day(QDate(2027, 11, 10)) == row.day);
    CHECK(speech.time(QTime(9, 15)) == row.time);
}

TEST_CASE("What is no number, or longer than a number can be, stays as it was entered", "[report]")
{
    const Speech speech(u"de"_s);
    CHECK(speech.number(u"12.0"_s) == u"12");
    CHECK(speech.number(u"12345678901234567890"_s) == u"12345678901234567890");
    CHECK(speech.number(u"1e5"_s) == u"1e5");
    CHECK(speech.number(u"soon"_s) == u"soon");
}

TEST_CASE("A report speaks the language that it was asked for, not the app's", "[report]")
{
    CHECK(Speech(u"de"_s).say("Customer") == u"Kunde");
    CHECK(Speech(u"id"_s).say("Customer") == u"Pelanggan");
    CHECK(Speech(u"en"_s).say("Customer") == u"Customer");
    CHECK(Speech(u"ar"_s).say("Customer") == u"Customer"); // we do not have it
    CHECK(Speech(u"ar"_s).isRightToLeft());
}

TEST_CASE("Nothing gets onto paper that hides or turns what follows", "[report]")
{
    CHECK(printable(u"a\u202Eb\u0000c\u0007\nd"_s) == u"ab"_s + u"c\nd"_s);
    CHECK(printable(QString(200'000, u'x')).size() == 100'001);
}

TEST_CASE("A file is called after day, customer and form, with nothing that a file system stumbles over", "[report]")
{
    struct Row {
        QString customer, title, expected;
    };
    const auto row = GENERATE(values<Row>({
        {u"Frischmarkt Handels AG"_s, u"Maintenance checklist"_s, u"2027-11-10 Frischmarkt Handels AG - Maintenance checklist.pdf"_s},
        {u"FrigoMart România S.R.L."_s, u"Visit"_s, u"2027-11-10 FrigoMart România S.R.L. - Visit.pdf"_s},
        {u"../../etc/passwd"_s, u"a:b\\c"_s, u"2027-11-10 etc passwd - a b c.pdf"_s},
        {u""_s, u"Visit"_s, u"2027-11-10 Visit.pdf"_s},
        {QString(300, u'x'), u"Visit"_s, u"2027-11-10 "_s + QString(60, u'x') + u" - Visit.pdf"_s},
    }));
    CHECK(fileNameOf(QDate(2027, 11, 10), row.customer, row.title) == row.expected);
}
