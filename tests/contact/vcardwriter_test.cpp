// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/vcard.h"
#include "sync/contact/vcardwriter.h"

#include <catch2/catch.hpp>

using namespace rapport::contact;
using namespace Qt::StringLiterals;

namespace
{

const QString uid = u"1bed7614-03a7-42ca-a7a0-e7ce2e662e59"_s;

Contact full()
{
    Contact contact;
    contact.prefix = u"Dr."_s;
    contact.givenName = u"Åse"_s;
    contact.familyName = u"Łukasz; 佐藤, the \\ second"_s;
    contact.fullName = u"Dr. Åse Łukasz"_s;
    contact.organisation = u"Kältetechnik Søby A/S; Nord"_s;
    contact.department = u"Einkauf, Technik"_s;
    contact.jobTitle = u"Head of \"Store\"; Technology"_s;
    contact.emails = {u"aase@soeby.example"_s, u"second@soeby.example"_s};
    contact.phones = {
        {u"+49 711 1234567 ext. 12"_s}, {u"+49 171 1"_s, Phone::Kind::Mobile}, {u"+49 7"_s, Phone::Kind::Home}, {u"+49 8"_s, Phone::Kind::Fax}};
    contact.urls = {u"https://soeby.example/a,b;c?d=e"_s};
    contact.street = u"Hovedgaden 1, Hof 2"_s;
    contact.postcode = u"01067"_s;
    contact.city = u"Søby"_s;
    contact.country = u"DK"_s;
    contact.note = u"one\ntwo\nEND:VCARD\nBEGIN:VCARD"_s;
    contact.badgeId = u"KE27-004512"_s;
    return contact;
}

} // namespace

TEST_CASE("A card is read back as the contact that was written", "[contact]")
{
    SECTION("with everything")
    {
        CHECK(parseVCards(toVCard(full(), uid, CardKind::Person)) == std::vector{full()});
    }
    SECTION("each field long, of letters that are two, three and four bytes, wherever a line is folded")
    {
        for (const QString& letter : {u"x"_s, u"ä"_s, u"佐"_s, u"😀"_s}) {
            for (int length = 1; length < 160; ++length) {
                Contact contact;
                contact.note = letter.repeated(length);
                contact.familyName = contact.fullName = u"N"_s;
                const QByteArray card = toVCard(contact, uid, CardKind::Person);
                CHECK(parseVCards(card) == std::vector{contact});
                for (const QByteArray& line : card.split('\n')) {
                    CHECK(line.size() <= 76); // with its CR
                    CHECK(QString::fromUtf8(line).toUtf8() == line);
                }
            }
        }
    }
    SECTION("an organisation, which is named by its name")
    {
        Contact firm;
        firm.organisation = u"Frost, Ltd"_s;
        firm.urls = {u"www.frost.example"_s};
        const QByteArray card = toVCard(firm, uid, CardKind::Organisation);
        CHECK(card.contains("\r\nKIND:org\r\n"));
        CHECK(card.contains("\r\nFN:Frost\\, Ltd\r\n"));
        CHECK(card.contains("\r\nUID:urn:uuid:1bed7614-03a7-42ca-a7a0-e7ce2e662e59\r\n"));
        CHECK(parseVCards(card).at(0).organisation == firm.organisation);
    }
}

TEST_CASE("No value of a contact ends its line or its card", "[contact]")
{
    Contact contact = full();
    for (QString* text : {&contact.fullName, &contact.street, &contact.jobTitle, &contact.badgeId})
        *text += u"\r\nEMAIL:evil@x.example\r\nEND:VCARD\rBEGIN:VCARD\n\u0000\u0001\u007F"_s;
    contact.urls = {u"https://x.example/\r\nEMAIL:evil@x.example"_s};
    contact.emails = {u"a@x.example\nEMAIL:evil@x.example"_s};
    contact.phones = {{u"+49 1\r\nEMAIL:evil@x.example"_s}};
    const QByteArray card = toVCard(contact, u"id\r\nEMAIL:evil@x.example"_s, CardKind::Person);
    CHECK(card.count("\r\nEMAIL") == 1);
    CHECK(card.count("\r\nEND:VCARD") == 1);
    CHECK(parseVCards(card).size() == 1);
}

TEST_CASE("A card without a name still has one to show, as every card must", "[contact]")
{
    Contact contact;
    contact.emails = {u"a@x.example"_s};
    CHECK(toVCard(contact, uid, CardKind::Person).contains("\r\nFN:a@x.example\r\n"));
    CHECK(toVCard({}, uid, CardKind::Person).contains("\r\nFN:?\r\n"));
}
