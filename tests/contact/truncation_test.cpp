// SPDX-License-Identifier: Apache-2.0
// A badge that was torn, or a code that holds less than was meant: what is left may say less, and nothing that was not there.
#include "sync/contact/payload.h"

#include <catch2/catch.hpp>

using namespace rapport::contact;

namespace
{

QString lettersOf(const QString& text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

QStringList sayings(const Contact& contact)
{
    QStringList all{contact.fullName,   contact.prefix,   contact.givenName, contact.familyName, contact.organisation,
                    contact.department, contact.jobTitle, contact.street,    contact.postcode,   contact.city,
                    contact.country,    contact.note,     contact.badgeId};
    for (const Phone& phone : contact.phones)
        all.append(QString(phone.number).remove(QStringLiteral("ext")));
    return all + contact.emails + contact.urls;
}

const QByteArray payloads[] = {
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Jürgen;;Dr.;\r\nFN:Dr. Jürgen Müller\r\nORG:Kessler & Söhne;Vertrieb\r\nTITLE:Geschäfts\r\n führer\r\n"
    "TEL;TYPE=CELL:+491715550121\r\nADR:;;Hauptstraße 5;Fürth;;90762;Österreich\r\nEMAIL:j@kessler.example\r\nURL:https://kessler.example\r\n"
    "NOTE:Erste\\nZeile\\, zweite\r\nEND:VCARD\r\n",
    "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCr=\ngen;;;\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:"
    "=C3=9Cb=\n"
    "er=20Gr=C3=B6=C3=9Fen\nEND:VCARD\n",
    "BEGIN:VCARD\rVERSION:4.0\rFN:Łukasz Nowak\rTEL;VALUE=uri;TYPE=\"voice,cell\":tel:+48-512-555-012;ext=12\rEND:VCARD\r",
    "BEGIN:VCARD\\nVERSION:3.0\\nN:Müller;Eva\\nEND:VCARD",
    "MECARD:N:Novotný,Pavel;ORG:Mrazírny\\; Brno;TEL:+420387555302;EMAIL:pavel@mrazirny.example;ADR:,,Hlavní 5,Brno,,60200,Česko;NOTE:x;;",
    "BIZCARD:N:Eva;X:Müller;T:Buyer;C:Kessler;A:Hauptstr. 5;B:+499115550121;E:eva@kessler.example;;",
    R"(["vcard",[["version",{},"text","4.0"],["fn",{},"text","Eva Müller"],["tel",{"type":"cell"},"uri","tel:+49-171-5550121"]]])",
    R"({"id":"4711","firstName":"Eva","lastName":"Müller","email":"eva@kessler.example"})",
    "mailto:eva@kessler.example?subject=Hello",
    "MATMSG:TO:eva@kessler.example;SUB:x;BODY:y;;",
    "SMTP:eva@kessler.example:Hello:Body",
    "tel:+499115550121;ext=12",
    "smsto:+491715550121:Hello",
    "https://wa.me/491715550121",
    "https://badge.example/v/9f3a?x=1",
    "(01)09501101530003(10)B7(21)KE27-9",
    "]d2010950110153000310B7\x1D"
    "21KE27-9",
    "KE27-004512",
};

} // namespace

TEST_CASE("A payload that breaks off says no more than was there", "[contact]")
{
    const QByteArray whole = payloads[GENERATE(range(std::size_t(0), std::size(payloads)))];
    QString known = lettersOf(QString::fromUtf8(whole));
    for (const Contact& contact : parsePayload(whole)) {
        for (const QString& saying : sayings(contact))
            known += QLatin1Char(' ') + lettersOf(saying);
    }
    for (const QString& name : {QStringLiteral("GTIN"), QStringLiteral("batch"), QStringLiteral("serial number")})
        known.replace(lettersOf(name), QString()); // what we call it
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const QByteArray part = whole.left(length);
        INFO(part.toStdString());
        const auto contacts = parsePayload(part);
        CHECK(contacts.size() <= 1);
        for (const Contact& contact : contacts) {
            for (QString saying : sayings(contact)) {
                for (const QString& name : {QStringLiteral("GTIN"), QStringLiteral("batch"), QStringLiteral("serial number")})
                    saying.replace(name, QString());
                INFO(saying.toStdString());
                for (const QString& word : saying.simplified().split(QLatin1Char(' '))) // a full name is put together from words
                    CHECK(known.contains(lettersOf(word)));
            }
        }
    }
}

TEST_CASE("The first letters of a format are nobody's badge", "[contact]")
{
    const QByteArray text = GENERATE(as<QByteArray>(), "BEG", "MECARD", "BIZ", "mailto", "smsto", "https", "www");
    const auto contacts = parsePayload(text);
    REQUIRE(contacts.size() == 1);
    CHECK(contacts.front().badgeId.isEmpty());
}
