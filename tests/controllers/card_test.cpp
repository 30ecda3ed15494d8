// SPDX-License-Identifier: Apache-2.0
// A business card on the screen: read by the real worker, looked through by a person.
#include "app/capture/helper.h"
#include "app/controllers/cardcontroller.h"
#include "app/conversation/cardreview.h"
#include "desk.h"

#include <QFontDatabase>
#include <QPainter>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;
using namespace Qt::StringLiterals;

namespace
{

contact::ContactDraft draft()
{
    contact::ContactDraft one;
    one.origin = contact::ContactDraft::Origin::Card;
    one.contact.givenName = u"Weber"_s;
    one.contact.familyName = u"Jonas"_s;
    one.contact.organisation = u"Frischmarkt Handels AG"_s;
    one.contact.emails = {u"j.weber@frischmarkt.example"_s};
    one.contact.phones = {{u"+493023125201"_s, contact::Phone::Kind::Work}};
    one.evidence = {{u"given_name"_s, {u"Weber"_s, {10, 10, 80, 20}, 0.95}},
                    {u"family_name"_s, {u"Jonas"_s, {100, 10, 80, 20}, 0.4}},
                    {u"organisation"_s, {u"Frischmarkt Handels AG"_s, {10, 40, 200, 20}, 0.9}},
                    {u"emails.0"_s, {u"j.weber@frischmarkt.example"_s, {10, 70, 200, 20}, 0.9}},
                    {u"phones.0"_s, {u"T +49 30 23125 201"_s, {10, 100, 200, 20}, 0.9}}};
    return one;
}

QStringList keysOf(const contact::ContactDraft& one)
{
    QStringList keys;
    for (const CardField& field : cardFields(one))
        keys.append(field.key);
    return keys;
}

} // namespace

TEST_CASE("The fields of a card stand in the order in which people read them, names always", "[controllers][card]")
{
    CHECK(keysOf(draft()) == QStringList{u"given_name"_s, u"family_name"_s, u"organisation"_s, u"emails.0"_s, u"phones.0"_s});
    CHECK(keysOf({}) == QStringList{u"given_name"_s, u"family_name"_s});
    const auto fields = cardFields(draft());
    CHECK_FALSE(fields[0].doubtful);
    CHECK(fields[1].doubtful);         // read badly
    CHECK(cardFields({})[0].doubtful); // not found
}

TEST_CASE("What a person puts right is certain, what is cleared is gone, and names are swapped with what speaks for them", "[controllers][card]")
{
    contact::ContactDraft one = draft();
    swapNames(one);
    CHECK(one.contact.givenName == u"Jonas"_s);
    CHECK(one.contact.fullName == u"Jonas Weber"_s);
    CHECK(cardFields(one)[0].doubtful);
    setCardField(one, u"given_name"_s, u"  Jonas  P. "_s);
    CHECK(one.contact.givenName == u"Jonas P."_s);
    CHECK_FALSE(cardFields(one)[0].doubtful);
    setCardField(one, u"organisation"_s, {});
    setCardField(one, u"phones.7"_s, u"1"_s); // there is none
    setCardField(one, u"emails.x"_s, u"1"_s);
    CHECK(keysOf(one) == QStringList{u"given_name"_s, u"family_name"_s, u"emails.0"_s, u"phones.0"_s});
}

TEST_CASE("A card is read, each field beside its piece, and handed on as it was put right", "[controllers][card]")
{
    QImage picture(1000, 620, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    const auto write = [&](int y, int size, const QString& text) {
        QFont font(u"DejaVu Sans"_s);
        font.setPixelSize(size);
        painter.setFont(font);
        painter.drawText(60, y, text);
    };
    write(140, 56, u"Jonas Weber"_s);
    write(200, 32, u"Head of Purchasing"_s);
    write(300, 40, u"Frischmarkt Handels AG"_s);
    write(400, 32, u"T +49 30 23125 201"_s);
    write(460, 32, u"jonas.weber@frischmarkt.example"_s);
    painter.end();

    const Desk desk;
    CardController card(capture::helperProgram(u"rapport-worker"_s), *desk.store);
    contact::ContactDraft accepted;
    QObject::connect(&card, &CardController::accepted, &card, [&](const contact::ContactDraft& one) { accepted = one; });
    card.read(picture);
    CHECK(card.state() == CardController::Reading);
    for (int i = 0; i < 2 && card.state() == CardController::Reading; ++i)
        (void)eventually([&] { return card.state() != CardController::Reading; }); // models are loaded first
    INFO(card.sentence().toStdString());
    REQUIRE(card.state() == CardController::Read);
    REQUIRE(card.fields()->count() >= 4);
    bool pieces = false;
    for (int i = 0; i < card.fields()->count(); ++i)
        pieces = pieces || !card.fields()->value(i, "piece").value<QImage>().isNull();
    CHECK(pieces);
    card.correct(u"job_title"_s, u"Purchasing"_s);
    card.accept();
    CHECK(accepted.contact.familyName == u"Weber"_s);
    CHECK(accepted.contact.jobTitle == u"Purchasing"_s);
    CHECK(accepted.contact.emails == QStringList{u"jonas.weber@frischmarkt.example"_s});
    CHECK(accepted.origin == contact::ContactDraft::Origin::Card);
    CHECK(card.state() == CardController::Idle);
    CHECK(card.fields()->count() == 0);
}

TEST_CASE("A picture with nothing on it gets a sentence", "[controllers][card]")
{
    QImage picture(800, 500, QImage::Format_RGB32);
    picture.fill(QColor(90, 140, 150));
    const Desk desk;
    CardController card(capture::helperProgram(u"rapport-worker"_s), *desk.store);
    card.read(picture);
    for (int i = 0; i < 2 && card.state() == CardController::Reading; ++i)
        (void)eventually([&] { return card.state() != CardController::Reading; });
    CHECK(card.state() == CardController::Failed);
    CHECK_FALSE(card.sentence().isEmpty());
    card.leave();
    CHECK(card.state() == CardController::Idle);
}
