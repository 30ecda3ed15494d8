// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/mail/headers.h"
#include "sync/connectors/mail/ledger.h"
#include "sync/connectors/mail/templates.h"

#include <QDir>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <set>

using namespace Qt::StringLiterals;
using namespace rapport::connectors;
using namespace rapport::connectors::mail;

TEST_CASE("An address is one that goes into an envelope, or none", "[connectors]")
{
    const auto [text, address] = GENERATE(table<QString, QByteArray>({
        {u"ana@acme.example"_s, "ana@acme.example"},
        {u" Ana.Roth+fair@Acme.example "_s, "Ana.Roth+fair@acme.example"},
        {u"ana@bücher.example"_s, "ana@xn--bcher-kva.example"},
        {u"o'neil@acme.example"_s, "o'neil@acme.example"},
        {u"ana@localhost"_s, "ana@localhost"},
        {u""_s, ""},
        {u"ana"_s, ""},
        {u"@acme.example"_s, ""},
        {u"ana@"_s, ""},
        {u"ana..roth@acme.example"_s, ""},
        {u"ana@acme..example"_s, ""},
        {u"ana@-acme.example"_s, ""},
        {u"ana@acme.example,b@b.example"_s, ""},
        {u"ana@acme.example b@b.example"_s, ""},
        {u"ana@b@acme.example"_s, ""},
        {u"<ana@acme.example>"_s, ""},
        {u"ana@acme.example\r\nBcc: b@b.example"_s, ""},
        {u"ana\r\nDATA\r\n@acme.example"_s, ""},
        {u"\"ana roth\"@acme.example"_s, ""},
        {u"änne@acme.example"_s, ""},
        {QString(250, u'a') + u"@a.example"_s, ""},
    }));
    INFO(text.toStdString());
    CHECK(addressOf(text).value_or(QByteArray()) == address);
}

TEST_CASE("Nothing that could begin a line is one line", "[connectors]")
{
    const auto [text, isOne] = GENERATE(table<QString, bool>({
        {u"Åse Łukasz 佐藤 😀"_s, true},
        {u""_s, true},
        {u"a\nb"_s, false},
        {u"a\rb"_s, false},
        {QString(u'a') + QChar::Null, false},
        {u"a\tb"_s, false},
        {QString(u'a') + QChar(0x85), false},
        {QString(u'a') + QChar::LineSeparator, false},
        {QString(u'a') + QChar(0xd800), false},
    }));
    CHECK(isOneLine(text) == isOne);
}

TEST_CASE("A head is ASCII in short lines whatever stands in it", "[connectors]")
{
    const QString value = GENERATE(u"Unterlagen"_s, u"Größe"_s, QString(300, u'ß'), u"😀"_s.repeated(60), u"=?utf-8?B?eA==?="_s, QString(200, u'a'));
    const QByteArray line = "Subject: " + encodedWords(value);
    for (const QByteArray& one : line.split('\n'))
        CHECK(one.size() <= 79); // with the CR
    CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c == '\r' || c == '\n' || (c >= ' ' && c <= '~'); }));
    CHECK(line.count('\n') == line.count("\r\n "));
    if (value == u"Unterlagen"_s)
        CHECK(line == "Subject: Unterlagen");
    if (value == u"Größe"_s)
        CHECK(line == "Subject: =?utf-8?B?R3LDtsOfZQ==?=");
}

TEST_CASE("Names of people and of files are quoted or encoded", "[connectors]")
{
    CHECK(mailbox({}, "a@b.example") == "<a@b.example>");
    CHECK(mailbox(u"Roth, Ana \"AR\""_s, "a@b.example") == "\"Roth, Ana \\\"AR\\\"\" <a@b.example>");
    CHECK(mailbox(u"Çelik"_s, "a@b.example") == "=?utf-8?B?w4dlbGlr?=\r\n <a@b.example>");
    CHECK(dispositionOf(u"a b.pdf"_s) == "attachment; filename=\"a b.pdf\"");
    CHECK(dispositionOf(u"Größe.pdf"_s) == "attachment; filename=\"Gr__e.pdf\";\r\n filename*=utf-8''Gr%C3%B6%C3%9Fe.pdf");
    CHECK(dateLine(QDateTime(QDate(2027, 11, 3), QTime(4, 5, 6), Qt::OffsetFromUTC, -12600)) == "Wed, 03 Nov 2027 04:05:06 -0330");
}

TEST_CASE("A Message-ID is the same for the same key for ever", "[connectors]")
{
    CHECK(messageId(u"key"_s, "booth@acme.example") == "<rapport.2c70e12b7a0646f92279f427c7b38e7334d8e538@acme.example>");
    CHECK(messageId(u"key"_s, "booth@acme.example") != messageId(u"other"_s, "booth@acme.example"));
}

TEST_CASE("The ledger keeps how far a mail has come", "[connectors]")
{
    using State = Ledger::State;
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"mail-post"_s);
    Ledger ledger(folder);
    CHECK(ledger.state(u"one"_s) == State::Unknown);
    CHECK_FALSE(QDir(folder).exists());
    for (const State state :
         {State::Begun, State::Asked, State::Begun, State::Accepted, State::Accepted, State::Unknown, State::Unknown, State::Begun}) {
        REQUIRE(ledger.note(u"one"_s, state));
        CHECK(Ledger(folder).state(u"one"_s) == state);
        CHECK(ledger.state(u"two"_s) == State::Unknown);
    }
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files))
        CHECK(file.size() == 0);
    SECTION("what cannot be written is said")
    {
        QFile inTheWay(dir.filePath(u"file"_s));
        REQUIRE(inTheWay.open(QIODevice::WriteOnly));
        CHECK_FALSE(Ledger(inTheWay.fileName()).note(u"one"_s, State::Begun));
    }
}

TEST_CASE("Texts of mails that cannot work are refused with the place of their fault", "[connectors]")
{
    const char* whole = R"({"language":"en","mails":[{"kind":"brochure","texts":{"en":{"subject":"S","text":["T {due}"]}}}],"closing":{"en":["C"]}})";
    struct Row {
        QByteArray before, after;
        const char* place; // nullptr: accepted
    };
    const auto row = GENERATE(values<Row>({
        {"", "", nullptr},
        {R"({"language")", R"({"language)", "byte"},
        {R"("language":"en")", R"("language":"fr")", "mails[0].texts: it is missing in \"fr\""},
        {R"("mails")", R"("mals")", "\"mals\" is not known"},
        {R"("kind":"brochure")", R"("sort":"brochure")", "mails[0]: \"sort\" is not known"},
        {R"("kind":"brochure")", R"("kind":"")", "mails[0]: \"kind\" is missing"},
        {R"("subject":"S")", R"("subject":"")", "mails[0].texts.en.subject: it is empty"},
        {R"(["T {due}"])", "[3]", "mails[0].texts.en.text: a text is expected"},
        {"{due}", "{@nonsense}", "{@nonsense} is not known"},
        {"{due}", "{}", "{} is not known"},
        {"{due}", "{due", "a bracket"},
        {R"({"en":["C"]})", R"({"de":["C"]})", "closing: it is missing in \"en\""},
    }));
    INFO(row.after.toStdString());
    QByteArray json(whole);
    json.replace(row.before, row.after);
    const auto templates = parseTemplates(json);
    CHECK(bool(templates) == (row.place == nullptr));
    if (!templates && row.place) {
        INFO(templates.error().detail.toStdString());
        CHECK(templates.error().detail.contains(QLatin1String(row.place)));
    }
}

TEST_CASE("A line says its values, and is left out where one is missing", "[connectors]")
{
    const Entity followup{u"followups"_s, u"f1"_s, u"Follow-up"_s, {{u"due"_s, u"2027-12-02T14:00"_s}, {u"address"_s, u"Line 1\nLine 2"_s}}};
    const Entity contact{u"contacts"_s, u"c1"_s, u"Label"_s, {{u"family_name"_s, u"Roth"_s}}};
    const Facts facts{followup, contact, {{u"@sender"_s, u"Booth"_s}}};
    const auto [line, language, text] = GENERATE(table<QString, QString, QString>({
        {u"plain"_s, u"en"_s, u"plain"_s},
        {u"{contact_id.given_name contact_id.family_name|contact_id.@label}!"_s, u"en"_s, u"Roth!"_s},
        {u"{contact_id.given_name|contact_id.@label}, {@sender}"_s, u"en"_s, u"Label, Booth"_s},
        {u"{due}"_s, u"en"_s, u"2 December 2027 14:00"_s},
        {u"{due}"_s, u"de"_s, u"2. Dezember 2027 14:00"_s},
        {u"{due}"_s, u"id"_s, u"02 Desember 2027 14.00"_s},
        {u"{remark}: {due}"_s, u"en"_s, QString()},
        {u"{address}"_s, u"en"_s, u"Line 1\nLine 2"_s},
    }));
    CHECK(filledIn(line, facts, language).value_or(QString()).toStdString() == text.toStdString());
}
