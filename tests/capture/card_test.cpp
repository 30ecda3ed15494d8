// SPDX-License-Identifier: Apache-2.0
// Whole cards: drawn, laid on a table, read by the worker.
#include "app/capture/cardfields.h"
#include "app/capture/reader.h"
#include "app/tool/bench/cardtally.h"
#include "app/tool/bench/drawncard.h"

#include <QEventLoop>
#include <QPainter>
#include <QTimer>

#include <catch2/catch.hpp>

using namespace rapport;
using capture::CardText;
using capture::Reader;

namespace
{

struct Answer {
    std::optional<CardText> text;
    std::optional<Error> error;
};

Answer readCard(const QImage& picture)
{
    Reader reader(QStringLiteral(RAPPORT_BIN "/rapport-worker"));
    Answer answer;
    QEventLoop loop;
    QObject::connect(&reader, &Reader::cardRead, &loop, [&](quint64, const CardText& text) {
        answer.text = text;
        loop.quit();
    });
    QObject::connect(&reader, &Reader::failed, &loop, [&](quint64, const Error& error) {
        answer.error = error;
        loop.quit();
    });
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    reader.readCard(picture);
    loop.exec();
    return answer;
}

QImage drawCard(const QColor& paper, const QColor& ink)
{
    QImage card(1020, 660, QImage::Format_RGB32);
    card.fill(paper);
    QPainter painter(&card);
    painter.setPen(ink);
    const auto write = [&](int y, int size, const char* text) {
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(size);
        painter.setFont(font);
        painter.drawText(70, y, QString::fromUtf8(text));
    };
    write(120, 42, "Quarry Lamps Ltd");
    write(270, 50, "Ada Moss");
    write(325, 28, "Head of Procurement");
    write(450, 24, "14 Cobble Lane, Norwich NR3 1AB");
    write(500, 24, "T +44 20 7946 0011");
    write(550, 24, "ada.moss@quarry-lamps.com");
    write(600, 24, "www.quarry-lamps.com");
    return card;
}

/// The card on a table, turned by @p degrees and seen a little from aside.
QImage onTable(const QImage& card, double degrees)
{
    QImage picture(1800, 1600, QImage::Format_RGB32);
    picture.fill(QColor(96, 84, 72));
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.setTransform(QTransform(1, 0, 0.00006, 0, 1, 0.00004, 0, 0, 1) * QTransform().translate(900, 800).rotate(degrees).translate(-510, -330));
    painter.drawImage(0, 0, card);
    return picture;
}

} // namespace

TEST_CASE("A card on a table is read whatever way it lies", "[cards]")
{
    const double degrees = GENERATE(4.0, 94.0, 176.0, 266.0);
    INFO(degrees);
    const QImage picture = onTable(drawCard(Qt::white, Qt::black), degrees);
    const Answer answer = readCard(picture);
    REQUIRE(answer.text);
    CHECK(answer.text->outline.size() == 4);
    const auto draft = capture::draftFromCard(*answer.text);
    CHECK(draft.contact.fullName == QStringLiteral("Ada Moss"));
    CHECK(draft.contact.organisation == QStringLiteral("Quarry Lamps Ltd"));
    CHECK(draft.contact.jobTitle == QStringLiteral("Head of Procurement"));
    CHECK(draft.contact.emails == QStringList{QStringLiteral("ada.moss@quarry-lamps.com")});
    CHECK(draft.contact.postcode == QStringLiteral("NR3 1AB"));
    CHECK(QRectF(picture.rect()).contains(draft.evidence.at(QStringLiteral("full_name")).box));
}

TEST_CASE("Light letters on a coloured card are read, and a picture that is nothing but the card", "[cards]")
{
    const QImage dark = drawCard(QColor(20, 60, 90), QColor(235, 235, 220));
    const Answer answer = readCard(GENERATE(true, false) ? dark : onTable(dark, 0));
    REQUIRE(answer.text);
    const auto draft = capture::draftFromCard(*answer.text);
    CHECK(draft.contact.fullName == QStringLiteral("Ada Moss"));
    CHECK(draft.contact.emails == QStringList{QStringLiteral("ada.moss@quarry-lamps.com")});
}

TEST_CASE("Where the outline cannot be seen, the letters tell how the card lies", "[cards]")
{
    QImage picture(1800, 1500, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.translate(900, 750);
    painter.rotate(GENERATE(-23.0, 105.0));
    painter.drawImage(QPointF(-510, -330), drawCard(Qt::white, Qt::black));
    painter.end();
    const Answer answer = readCard(picture);
    REQUIRE(answer.text);
    CHECK(answer.text->outline.isEmpty());
    const auto draft = capture::draftFromCard(*answer.text);
    CHECK(draft.contact.fullName == QStringLiteral("Ada Moss"));
    CHECK(draft.contact.emails == QStringList{QStringLiteral("ada.moss@quarry-lamps.com")});
}

TEST_CASE("A picture larger than the worker takes is read smaller, and its places are those of the large one", "[cards]")
{
    const QImage large = onTable(drawCard(Qt::white, Qt::black), 0).scaled(5400, 4800);
    const Answer answer = readCard(large);
    REQUIRE(answer.text);
    REQUIRE(answer.text->outline.size() == 4);
    CHECK(answer.text->outline.boundingRect().width() > 2400);
    CHECK(QRectF(large.rect()).contains(answer.text->outline.boundingRect()));
}

TEST_CASE("A picture without a card has no contact, and one without pixels is refused", "[cards]")
{
    QImage grey(640, 480, QImage::Format_RGB32);
    grey.fill(QColor(120, 120, 120));
    const Answer nothing = readCard(grey);
    REQUIRE(nothing.text);
    CHECK(capture::draftFromCard(*nothing.text).contact.isEmpty());
    CHECK(readCard(QImage()).error->kind == Error::Kind::Invalid);
}

TEST_CASE("Where Tesseract has no models, the card says so", "[cards]")
{
    qputenv("TESSDATA_PREFIX", "/nowhere");
    const Answer answer = readCard(drawCard(Qt::white, Qt::black));
    qunsetenv("TESSDATA_PREFIX");
    REQUIRE(answer.text);
    CHECK(answer.text->problem.contains(QStringLiteral("not installed")));
}

TEST_CASE("Of cards in five languages and all layouts nine fields in ten come out as printed", "[cards]")
{
    tool::CardTally tally;
    for (unsigned number = 0; number < 10; ++number) {
        const tool::DrawnCard card = tool::drawCard(number);
        const Answer answer = readCard(card.picture);
        REQUIRE(answer.text);
        tally.add(card.truth, capture::draftFromCard(*answer.text).contact);
    }
    CHECK(tally.wanted() > 90);
    CHECK(tally.f1() > 0.9);
}

TEST_CASE("Noise is answered before the worker counts as hung, and a strip is refused with a sentence", "[cards]")
{
    QImage noise(1600, 1200, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x) {
            state = state * 1664525 + 1013904223;
            noise.setPixel(x, y, state >> 8 | 0xff000000);
        }
    }
    const Answer answer = readCard(noise);
    REQUIRE(answer.text);
    CHECK(capture::draftFromCard(*answer.text).contact.emails.isEmpty());
    const Answer strip = readCard(noise.copy(0, 0, 1600, 20));
    REQUIRE(strip.text);
    CHECK(strip.text->lines.empty());
    CHECK_FALSE(strip.text->problem.isEmpty());
}
