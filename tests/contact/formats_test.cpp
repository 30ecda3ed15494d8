// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/gs1.h"
#include "sync/contact/payload.h"

#include <catch2/catch.hpp>

using namespace rapport::contact;

namespace
{

Contact only(const QByteArray& text, const QString& country = {})
{
    const auto all = parsePayload(text, country);
    REQUIRE(all.size() == 1);
    return all.front();
}

QByteArray wide(const QString& text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char low = static_cast<char>(c.unicode() & 0xFF), high = static_cast<char>(c.unicode() >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

TEST_CASE("A link says to whom it leads and what stands in the message stays there", "[contact]")
{
    struct Row {
        QByteArray text;
        QString email, phone, url;
    };
    const auto row = GENERATE(values<Row>({
        {"mailto:eva%2Bmesse@kessler.example?subject=Hi%20there", QStringLiteral("eva+messe@kessler.example"), {}, {}},
        {"MAILTO:a@x.example,b@x.example", QStringLiteral("a@x.example"), {}, {}},
        {"SMTP:eva@kessler.example:Hello:Long text", QStringLiteral("eva@kessler.example"), {}, {}},
        {"MATMSG:TO:eva@kessler.example;SUB:x;BODY:y;;", QStringLiteral("eva@kessler.example"), {}, {}},
        {"tel:+49-911-5550121;ext=12;phone-context=example.com", {}, QStringLiteral("+49 911 5550121 ext. 12"), {}},
        {"TEL:0911 5550121", {}, QStringLiteral("+49 911 5550121"), {}},
        {"smsto:+491715550121:Call me", {}, QStringLiteral("+49 171 5550121"), {}},
        {"sms:+491715550121?body=Call%20me", {}, QStringLiteral("+49 171 5550121"), {}},
        {"https://wa.me/491715550121", {}, QStringLiteral("+49 171 5550121"), QStringLiteral("https://wa.me/491715550121")},
        {"https://wa.me/qr/ABC", {}, {}, QStringLiteral("https://wa.me/qr/ABC")},
        {"WWW.KESSLER.EXAMPLE/x", {}, {}, QStringLiteral("WWW.KESSLER.EXAMPLE/x")},
    }));
    INFO(row.text.toStdString());
    const Contact contact = only(row.text, QStringLiteral("DE"));
    CHECK(contact.emails.value(0) == row.email);
    CHECK((contact.phones.empty() ? QString() : contact.phones.front().number) == row.phone);
    CHECK(contact.urls.value(0) == row.url);
    CHECK(contact.note.isEmpty());
    CHECK(contact.badgeId.isEmpty());
}

TEST_CASE("Keys and appointments are nobody, so that no password becomes a remark", "[contact]")
{
    const QByteArray text = GENERATE(as<QByteArray>(), "WIFI:T:WPA;S:Hall;P:secret;;", "otpauth://totp/x?secret=ABC",
                                     "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT", "geo:49.4,11.1");
    CHECK(parsePayload(text).empty());
}

TEST_CASE("A BIZCARD is read like a MECARD, with names of its own", "[contact]")
{
    const Contact contact =
        only("BIZCARD:N:Eva;X:Müller;T:Buyer;C:Kessler\\; Söhne;A:Hauptstr. 5;B:+499115550121;M:+491715550121;E:eva@kessler.example;;");
    CHECK(contact.fullName == QStringLiteral("Eva Müller"));
    CHECK(contact.jobTitle == QStringLiteral("Buyer"));
    CHECK(contact.organisation == QStringLiteral("Kessler; Söhne"));
    CHECK(contact.street == QStringLiteral("Hauptstr. 5"));
    REQUIRE(contact.phones.size() == 2);
    CHECK(contact.phones.back().kind == Phone::Kind::Mobile);
    CHECK(contact.emails == QStringList{QStringLiteral("eva@kessler.example")});
}

TEST_CASE("A jCard says the same as its vCard, alone and among others", "[contact]")
{
    const QByteArray card = R"(["vcard",[["version",{},"text","4.0"],["fn",{},"text","Dr. Eva Müller"],["n",{},"text",["Müller","Eva","","Dr.",""]],)"
                            R"(["org",{},"text",["Kessler GmbH","Sales"]],["tel",{"type":["cell","voice"]},"uri","tel:+49-171-5550121;ext=3"],)"
                            R"(["email",{},"text","eva@kessler.example"],["adr",{},"text",["","",["Hauptstr. 5","Haus B"],"Fürth","","90762","DE"]],)"
                            R"(["note",{},"text","a,b;c"]]])";
    const auto contacts = parsePayload(GENERATE(as<bool>(), false, true) ? "[" + card + "," + card + "]" : card);
    REQUIRE_FALSE(contacts.empty());
    const Contact& contact = contacts.back();
    CHECK(contact.fullName == QStringLiteral("Dr. Eva Müller"));
    CHECK(contact.givenName == QStringLiteral("Eva"));
    CHECK(contact.department == QStringLiteral("Sales"));
    REQUIRE(contact.phones.size() == 1);
    CHECK(contact.phones.front() == Phone{QStringLiteral("+49 171 5550121 ext. 3"), Phone::Kind::Mobile});
    CHECK(contact.street == QStringLiteral("Hauptstr. 5, Haus B"));
    CHECK(contact.postcode == QStringLiteral("90762"));
    CHECK(contact.note == QStringLiteral("a,b;c"));
}

TEST_CASE("A badge in JSON is understood where its member names say what they hold", "[contact]")
{
    const Contact contact =
        only(R"({"ID":4711,"first_name":"Eva","Last-Name":"Müller","company":"Kessler","eMail":"eva@kessler.example","x":{"name":"no"}})");
    CHECK(contact.badgeId == QStringLiteral("4711"));
    CHECK(contact.fullName == QStringLiteral("Eva Müller"));
    CHECK(contact.organisation == QStringLiteral("Kessler"));
    CHECK(only(R"({"a":1,"b":[2]})").note == QStringLiteral(R"({"a":1,"b":[2]})"));
}

TEST_CASE("A vCard is read in the characters that it was written in", "[contact]")
{
    struct Row {
        const char* note;
        QByteArray text;
        QString familyName;
    };
    const QString card = QStringLiteral("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Eva\r\nEND:VCARD\r\n"), muller = QStringLiteral("Müller");
    const auto row = GENERATE_COPY(values<Row>({
        {"a mark before UTF-8", "\xEF\xBB\xBF" + card.toUtf8(), muller},
        {"UTF-16, little end first", "\xFF\xFE" + wide(card, false), muller},
        {"UTF-16, big end first", "\xFE\xFF" + wide(card, true), muller},
        {"UTF-16 without a mark", wide(card, false), muller},
        {"a code page", "BEGIN:VCARD\nN;CHARSET=windows-1251:\xCA\xEB\xE8\xF7\xEA\xEE;V\nEND:VCARD", QStringLiteral("Кличко")},
        {"a code page that only another line names", "BEGIN:VCARD\nN:\xCA\xEB\xE8\xF7\xEA\xEE;V\nLABEL;CHARSET=windows-1251:x\nEND:VCARD",
         QStringLiteral("Кличко")},
        {"a code page nobody knows", "BEGIN:VCARD\nN;CHARSET=x-none:M\xFCller;Eva\nEND:VCARD", muller},
        {"two characters for a line end", "BEGIN:VCARD\\nVERSION:3.0\\nN:Müller;Eva\\nEND:VCARD", muller},
    }));
    INFO(row.note);
    CHECK(only(row.text).familyName == row.familyName);
}

TEST_CASE("A further name and what stands behind are said, and are no given name", "[contact]")
{
    const Contact contact = only("BEGIN:VCARD\nVERSION:2.1\nN:Müller;Eva;Maria;Dr.;MBA\nEND:VCARD");
    CHECK(contact.fullName == QStringLiteral("Dr. Eva Maria Müller MBA"));
    CHECK(contact.givenName == QStringLiteral("Eva"));
    CHECK(contact.familyName == QStringLiteral("Müller"));
}

TEST_CASE("GS1 element strings are taken apart, in each way they are written", "[contact]")
{
    const QString text = GENERATE(QStringLiteral("(01)09501101530003(10)B7(21)KE27-9"),
                                  QStringLiteral("]d20109501101530003"
                                                 "10B7\x1D"
                                                 "21KE27-9"),
                                  QStringLiteral("\x1D"
                                                 "0109501101530003"
                                                 "10B7\x1D"
                                                 "21KE27-9"),
                                  QStringLiteral("0109501101530003"
                                                 "10B7\x1D"
                                                 "21KE27-9"));
    const auto elements = parseGs1(text);
    REQUIRE(elements);
    CHECK(*elements == std::vector<Gs1Element>{{QStringLiteral("01"), QStringLiteral("09501101530003")},
                                               {QStringLiteral("10"), QStringLiteral("B7")},
                                               {QStringLiteral("21"), QStringLiteral("KE27-9")}});
    CHECK(only(text.toUtf8()).note == QStringLiteral("GTIN 09501101530003, batch B7, serial number KE27-9"));
}

TEST_CASE("What is not quite GS1 is not taken for it", "[contact]")
{
    const QString text = GENERATE(QStringLiteral("(01)09501101530004"), QStringLiteral("0109501101530003"), QStringLiteral("4711000123"),
                                  QStringLiteral("(0"), QStringLiteral("(01)"), QStringLiteral("(99x)1"), QStringLiteral("(01)0950110153000312"),
                                  QStringLiteral("]C1"), QStringLiteral("]C199"), QString());
    CHECK_FALSE(parseGs1(text));
}

TEST_CASE("The number of a service relation is a visitor's badge", "[contact]")
{
    const Contact contact = only("(8018)950110153000000014");
    CHECK(contact.badgeId == QStringLiteral("950110153000000014"));
    CHECK(contact.note.isEmpty());
}

TEST_CASE("A day in a GS1 code is in the century that is nearest", "[gs1]")
{
    struct Row {
        const char* text;
        QDate day;
    };
    const auto row = GENERATE(values<Row>({
        {"220314", {2022, 3, 14}},
        {"240200", {2024, 2, 29}}, // no day: the last of the month
        {"770101", {2077, 1, 1}},
        {"780101", {1978, 1, 1}},
        {"221301", {}},
        {"220230", {}},
        {"22031", {}},
        {"2203x4", {}},
        {"", {}},
    }));
    INFO(row.text);
    CHECK(gs1Date(QString::fromLatin1(row.text), QDate(2027, 11, 10)) == row.day);
}

TEST_CASE("An element of a GS1 code is found by its identifier", "[gs1]")
{
    const auto plate = parseGs1(QStringLiteral("010401234567890121PX450-22-00817\u001d11220314"));
    REQUIRE(plate);
    CHECK(gs1Value(*plate, "01") == QStringLiteral("04012345678901"));
    CHECK(gs1Value(*plate, "21") == QStringLiteral("PX450-22-00817"));
    CHECK(gs1Value(*plate, "10").isEmpty());
}
