// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/contactjson.h"
#include "sync/contact/payload.h"
#include "sync/contact/vcard.h"

#include <QJsonArray>

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

QByteArray card(const QByteArray& lines)
{
    return "BEGIN:VCARD\r\n" + lines + "\r\nEND:VCARD\r\n";
}

} // namespace

TEST_CASE("A badge's vCard is understood as it was meant", "[contact]")
{
    const Contact contact = only(card("VERSION:3.0\r\nN:Çelik;Aylin;;Dr.;\r\nFN:Dr. Aylin Çelik\r\nORG:FrigoMart România S.R.L.;Store Technology\r\n"
                                      "TITLE:Head of Store Technology\r\nTEL;TYPE=CELL:+40 21 555 0142\r\nEMAIL:aylin.celik@frigom\r\n art.example"));
    CHECK(contact.fullName == QStringLiteral("Dr. Aylin Çelik"));
    CHECK(contact.familyName == QStringLiteral("Çelik"));
    CHECK(contact.prefix == QStringLiteral("Dr."));
    CHECK(contact.organisation == QStringLiteral("FrigoMart România S.R.L."));
    CHECK(contact.department == QStringLiteral("Store Technology"));
    CHECK(contact.emails == QStringList{QStringLiteral("aylin.celik@frigomart.example")});
    REQUIRE(contact.phones.size() == 1);
    CHECK(contact.phones.front().kind == Phone::Kind::Mobile);
}

TEST_CASE("What badge printers do to a vCard does not reach the name", "[contact]")
{
    struct Row {
        const char* note;
        QByteArray text;
        QString familyName;
    };
    const auto row = GENERATE(values<Row>({
        {"folded inside a UTF-8 sequence", card("N:M\xc3\r\n \xbcller;Eva"), QStringLiteral("Müller")},
        {"quoted-printable with a soft break", card("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=\r\nller;Eva"), QStringLiteral("Müller")},
        {"Latin-1 without saying so", card("N:M\xfcller;Eva"), QStringLiteral("Müller")},
        {"a group before the name", card("item1.N:Müller;Eva"), QStringLiteral("Müller")},
        {"carriage returns only", card("VERSION:3.0\rN:Müller;Eva\rORG:A"), QStringLiteral("Müller")},
        {"cut off in the middle", "BEGIN:VCARD\nVERSION:3.0\nN:Müller;Eva\nEMAI", QStringLiteral("Müller")},
        {"a colon in a quoted parameter", card("N;SORT-AS=\"a:b\":Müller;Eva"), QStringLiteral("Müller")},
        {"escaped separators", card("N:van der \\; Müller;Eva"), QStringLiteral("van der ; Müller")},
        {"no N, only a full name", card("FN:Eva Maria Müller"), QStringLiteral("Müller")},
    }));
    INFO(row.note);
    CHECK(only(row.text).familyName == row.familyName);
}

TEST_CASE("Other payloads say what they say, and nothing is opened or thrown away", "[contact]")
{
    const Contact meCard = only("MECARD:N:Novotný,Pavel;ORG:Mrazírny;TEL:+420 387 555 302;EMAIL:pavel@mrazirny.example;;");
    CHECK(meCard.familyName == QStringLiteral("Novotný"));
    CHECK(meCard.emails.value(0) == QStringLiteral("pavel@mrazirny.example"));
    CHECK(only("KE27-004512").badgeId == QStringLiteral("KE27-004512"));
    CHECK(only("https://badge.example/v/9f3a").urls.value(0) == QStringLiteral("https://badge.example/v/9f3a"));
    CHECK(only("mailto:a%40b@c.example?subject=x").emails.value(0) == QStringLiteral("a@b@c.example"));
    CHECK(only("just some words on a badge").note == QStringLiteral("just some words on a badge"));
    CHECK(parsePayload("  \n").empty());
}

TEST_CASE("Garbage and too much of everything come to an end", "[contact]")
{
    const QByteArray text = GENERATE(QByteArray(4096, '\xff'), QByteArray(1'000'000, 'A'), QByteArray("BEGIN:VCARD\n").repeated(5000),
                                     card("N:" + QByteArray(60'000, ';')), card(QByteArray("TEL:1\n").repeated(9000)),
                                     "tel:" + QByteArray(60'000, '1'), QByteArray("\0\x01MECARD:;;;:::", 15));
    const auto contacts = parsePayload(text);
    (void)parseVCards(card("N;ENCODING=QUOTED-PRINTABLE:" + QByteArray("=C3=\r\n").repeated(200'000))); // in a file, not on a badge
    CHECK(contacts.size() <= 1000);
    for (const Contact& contact : contacts)
        CHECK(contact.phones.size() <= 1000);
}

TEST_CASE("A telephone number is written for the world where its country is known", "[contact]")
{
    CHECK(only(card("N:A;B\r\nTEL:0911 5550121"), QStringLiteral("DE")).phones.front().number == QStringLiteral("+49 911 5550121"));
    CHECK(only(card("N:A;B\r\nTEL:ext. 12")).phones.front().number == QStringLiteral("ext. 12"));
}

TEST_CASE("A draft becomes the keys that forms ask for; what is empty is not said", "[contact]")
{
    ContactDraft draft;
    draft.contact = only(card("N:Çelik;Aylin;;Dr.;\r\nORG:FrigoMart\r\nTEL;TYPE=CELL:+40 21 555 0142"));
    const auto values = payload(draft);
    const auto has = [&](const char* key, const QString& value) {
        return std::find(values.begin(), values.end(), std::pair(QString::fromLatin1(key), value)) != values.end();
    };
    CHECK(has("contacts.given_name", QStringLiteral("Aylin")));
    CHECK(has("contacts.honorific_prefix", QStringLiteral("Dr.")));
    CHECK(has("contacts.family_name", QStringLiteral("Çelik")));
    CHECK(has("organisations.legal_name", QStringLiteral("FrigoMart")));
    for (const auto& [key, value] : values)
        CHECK_FALSE(value.isEmpty());
    CHECK(toJson(draft.contact)[QLatin1String("phones")].toArray().size() == 1);
}

TEST_CASE("What a badge says twice of somebody is a set, and none of it is lost", "[contact]")
{
    ContactDraft draft;
    draft.contact = only(card("N:Weber;Jonas\r\nEMAIL:jw@a.example\r\nEMAIL:weber@b.example\r\nEMAIL:j@c.example\r\nTEL;TYPE=CELL:+49 171 5550101\r\n"
                              "TEL;TYPE=WORK:+49 30 5550102\r\nTEL;TYPE=WORK:+49 30 5550103\r\nTEL;TYPE=FAX:+49 30 5550104\r\n"
                              "TEL;TYPE=CELL:+49 171 5550105"));
    std::map<QString, QString> values;
    for (const auto& [key, value] : payload(draft))
        values[key] = value;
    CHECK(values[QStringLiteral("contacts.email")] == QStringLiteral("jw@a.example"));
    CHECK(values[QStringLiteral("contacts.other_emails")] == QStringLiteral("weber@b.example j@c.example"));
    CHECK(values[QStringLiteral("contacts.other_phones")] == QStringLiteral("+49305550103 +491715550105"));
}
