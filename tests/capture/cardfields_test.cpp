// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardfields.h"
#include "sync/contact/contactjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::capture;

namespace
{

/// A line at a place, its words set as a typewriter does.
CardLine line(double x, double y, double height, const QString& text, double confidence = 0.95)
{
    CardLine made;
    made.height = height;
    double left = x;
    for (const QString& word : text.split(QLatin1Char(' '))) {
        const double width = 0.7 * height * static_cast<double>(word.size());
        made.words.push_back({word, QRectF(left, y, width, height), confidence});
        made.box |= made.words.back().box;
        left += width + 0.4 * height;
    }
    made.plain = made.words;
    return made;
}

CardText card(const char* language, std::vector<CardLine> lines)
{
    CardText text;
    text.language = QLatin1String(language);
    text.lines = std::move(lines);
    text.size = {1600, 1000};
    return text;
}

CardText german()
{
    return card("deu",
                {line(100, 80, 50, QStringLiteral("Falk & Söhne Lampenwerk GmbH")), line(100, 300, 60, QStringLiteral("Dr. Uta Falk")),
                 line(100, 400, 36, QStringLiteral("Vertriebsleiterin | Region Süd")),
                 line(100, 640, 28, QStringLiteral("Lerchenweg 7b, 70173 Stuttgart")), line(100, 690, 28, QStringLiteral("Tel. +49 711 26350-14")),
                 line(100, 740, 28, QStringLiteral("Mobil 0170 5550123")), line(100, 790, 28, QStringLiteral("E-Mail u.falk@falk-lampen.de")),
                 line(100, 840, 28, QStringLiteral("www.falk-lampen.de")), line(100, 900, 20, QStringLiteral("HRB 914580 · USt-IdNr. DE182807878"))});
}

} // namespace

TEST_CASE("The lines of a card are sorted into a contact", "[cards]")
{
    const auto draft = draftFromCard(german());
    const contact::Contact& got = draft.contact;
    CHECK(draft.origin == contact::ContactDraft::Origin::Card);
    CHECK(got.prefix == QStringLiteral("Dr."));
    CHECK(got.fullName == QStringLiteral("Uta Falk"));
    CHECK(got.familyName == QStringLiteral("Falk"));
    CHECK(got.organisation == QStringLiteral("Falk & Söhne Lampenwerk GmbH"));
    CHECK(got.jobTitle == QStringLiteral("Vertriebsleiterin"));
    CHECK(got.emails == QStringList{QStringLiteral("u.falk@falk-lampen.de")});
    CHECK(got.urls == QStringList{QStringLiteral("www.falk-lampen.de")});
    CHECK(got.street == QStringLiteral("Lerchenweg 7b"));
    CHECK(got.postcode == QStringLiteral("70173"));
    CHECK(got.city == QStringLiteral("Stuttgart"));
    REQUIRE(got.phones.size() == 2);
    CHECK(got.phones[0] == contact::Phone{QStringLiteral("+49 711 26350-14"), contact::Phone::Kind::Work});
    CHECK(got.phones[1] == contact::Phone{QStringLiteral("0170 5550123"), contact::Phone::Kind::Mobile});
}

TEST_CASE("Each field says where it was read, in the picture", "[cards]")
{
    CardText text = german();
    text.toPicture = QTransform::fromTranslate(1000, 0);
    const auto draft = draftFromCard(text);
    const auto& email = draft.evidence.at(QStringLiteral("emails.0"));
    CHECK(email.text == QStringLiteral("E-Mail u.falk@falk-lampen.de"));
    CHECK(email.box.left() > 1200); // the address, not its label
    CHECK(email.box.top() == 790);
    CHECK(email.confidence == Approx(0.95));
    for (const char* field :
         {"full_name", "given_name", "family_name", "organisation", "job_title", "phones.1", "urls.0", "street", "postcode", "city"})
        CHECK(draft.evidence.count(QLatin1String(field)) == 1);
    CHECK(contact::toJson(draft)[QLatin1String("evidence")].toObject().contains(QStringLiteral("phones.1")));
}

TEST_CASE("A code on the card that a rule of the occasion reads is the number of a badge; another plain text is none", "[cards]")
{
    const auto rules =
        contact::parseBadgeRules(QJsonDocument::fromJson(R"([{"match": "^KE27-[0-9]{6}$", "property": "attendees.badge_id"}])").array());
    REQUIRE(rules);
    CardText text = german();
    text.codes = {{QStringLiteral("QRCode"), QStringLiteral("KE27-004512"), {}}};
    CHECK(draftFromCard(text, {}, *rules).contact.badgeId == QStringLiteral("KE27-004512"));
    CHECK(draftFromCard(text, {}, *rules).contact.familyName == QStringLiteral("Falk"));
    CHECK(draftFromCard(text).contact.badgeId.isEmpty());
}

TEST_CASE("A label in a column of its own belongs to the number beside it", "[cards]")
{
    const auto draft = draftFromCard(card("eng", {line(100, 100, 60, QStringLiteral("Ada Moss")), line(100, 600, 30, QStringLiteral("F")),
                                                  line(220, 600, 30, QStringLiteral("+44 20 7946 0011")), line(100, 660, 30, QStringLiteral("M")),
                                                  line(220, 660, 30, QStringLiteral("+44 7700 900123"))}));
    REQUIRE(draft.contact.phones.size() == 2);
    CHECK(draft.contact.phones[0].kind == contact::Phone::Kind::Fax);
    CHECK(draft.contact.phones[1].kind == contact::Phone::Kind::Mobile);
}

TEST_CASE("The street is found in the line above its postcode, without a word for street", "[cards]")
{
    const auto draft =
        draftFromCard(card("deu", {line(100, 600, 30, QStringLiteral("Am Mühlbach 85")), line(100, 645, 30, QStringLiteral("97070 Würzburg"))}));
    CHECK(draft.contact.street == QStringLiteral("Am Mühlbach 85"));
    CHECK(draft.contact.city == QStringLiteral("Würzburg"));
}

TEST_CASE("The street is found beside its postcode, behind a rule", "[cards]")
{
    const auto draft = draftFromCard(card("deu", {line(100, 600, 30, QStringLiteral("Auf dem Berge 15 | 23552 Lübeck"))}));
    CHECK(draft.contact.street == QStringLiteral("Auf dem Berge 15"));
    CHECK(draft.contact.postcode == QStringLiteral("23552"));
}

TEST_CASE("A house number and a postcode with a dash between are no telephone number", "[cards]")
{
    const auto draft = draftFromCard(card("deu", {line(100, 600, 30, QStringLiteral("Im Grund 149 - 99084 Erfurt - Germany"))}));
    CHECK(draft.contact.phones.empty());
    CHECK(draft.contact.street == QStringLiteral("Im Grund 149"));
    CHECK(draft.contact.city == QStringLiteral("Erfurt"));
}

TEST_CASE("A firm over two lines is one, and a picture before it none of its letters", "[cards]")
{
    const auto draft =
        draftFromCard(card("eng", {line(100, 80, 50, QStringLiteral("al Quarry Lamps")), line(100, 140, 50, QStringLiteral("& Lanterns Ltd")),
                                   line(100, 300, 60, QStringLiteral("Ada Moss")), line(100, 390, 30, QStringLiteral("Head of Procurement")),
                                   line(100, 600, 30, QStringLiteral("ada.moss@quarry-lamps.com"))}));
    CHECK(draft.contact.organisation == QStringLiteral("Quarry Lamps & Lanterns Ltd"));
    CHECK(draft.contact.fullName == QStringLiteral("Ada Moss"));
    CHECK(draft.contact.jobTitle == QStringLiteral("Head of Procurement"));
}

TEST_CASE("Umlauts that reading lost come back from the e-mail address", "[cards]")
{
    const auto draft = draftFromCard(
        card("deu", {line(100, 300, 60, QStringLiteral("Jurgen Moller")), line(100, 600, 30, QStringLiteral("juergen.moeller@falk-lampen.de"))}));
    CHECK(draft.contact.fullName == QStringLiteral("Jürgen Möller"));
}

TEST_CASE("A code on the card goes before what was read, and leaves the rest", "[cards]")
{
    CardText text = german();
    text.codes.push_back({QStringLiteral("QRCode"),
                          QStringLiteral("BEGIN:VCARD\nVERSION:3.0\nN:Falk;Ute\nFN:Ute Falk\nORG:Falk Licht AG\nTEL:+49 711 26350-19\nTEL:+49 30 "
                                         "5550100\nEMAIL:u.falk@falk-iampen.de\nEND:VCARD\n"),
                          {}});
    const auto draft = draftFromCard(text);
    CHECK(draft.contact.givenName == QStringLiteral("Ute"));
    CHECK(draft.contact.organisation == QStringLiteral("Falk Licht AG"));
    CHECK(draft.contact.emails == QStringList{QStringLiteral("u.falk@falk-iampen.de")});
    REQUIRE(draft.contact.phones.size() == 3); // one put right, one as printed, one new
    CHECK(draft.contact.phones[0].number == QStringLiteral("+49 711 2635019"));
    CHECK(draft.contact.phones[1].number == QStringLiteral("0170 5550123"));
    CHECK(draft.contact.phones[2].number == QStringLiteral("+49 30 5550100"));
    CHECK(draft.contact.jobTitle == QStringLiteral("Vertriebsleiterin"));
    CHECK(draft.contact.city == QStringLiteral("Stuttgart"));
}

TEST_CASE("Pictures read as letters, and nothing at all, make no contact", "[cards]")
{
    CHECK(draftFromCard({}).contact.isEmpty());
    CHECK(draftFromCard(card("eng", {line(0, 0, 80, QStringLiteral("Ei ll"), 0.1), line(0, 100, 40, QStringLiteral("|"), 0.9)})).contact.isEmpty());
}

TEST_CASE("What the worker says of a card survives its way as JSON; what is too much is left out", "[cards]")
{
    CardText text = german();
    text.lines[1].plain[0].text = QStringLiteral("Or.");
    text.toPicture = QTransform(1, 2, 0.001, 3, 4, 0.002, 5, 6, 1);
    text.outline = QPolygonF(QList<QPointF>{{1, 2}, {3, 4}, {5, 6}, {7, 8}});
    const CardText back = cardTextFromJson(QJsonDocument::fromJson(QJsonDocument(toJson(text)).toJson()).object());
    CHECK(back.lines == text.lines);
    CHECK(back.toPicture == text.toPicture);
    CHECK(back.outline == text.outline);
    text.lines.resize(500);
    CHECK(cardTextFromJson(toJson(text)).lines.size() == 200);
    CHECK(cardTextFromJson({}).lines.empty());
}
