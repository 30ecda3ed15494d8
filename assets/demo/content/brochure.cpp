// SPDX-License-Identifier: Apache-2.0
#include "drawing.h"
#include "papers.h"

#include <QPdfWriter>

namespace rapport::democontent
{

namespace
{

const QSizeF page(842, 595);

struct Words {
    QString series, claim, sub, natural, naturalText, units, volume, shelf, defrost, less, widths, widthsText, measured, measuredText, before, after,
        service, points[4], pointTexts[4], ask, askText, chart;
};

Words english()
{
    return {QStringLiteral("PX plug-in series"),
            QStringLiteral("Plug it in.\nIt does the rest."),
            QStringLiteral("Frozen food cabinets with natural refrigerant, ready in an hour."),
            QStringLiteral("Natural refrigerant, no pipes on site"),
            QStringLiteral("Each cabinet brings its own sealed circuit with 140 g of propane (R290). No machine room, no pipework, no leak test at "
                           "the shop. A shop of 40 units is cold the day it opens."),
            QStringLiteral("R290 per unit"),
            QStringLiteral("net volume, PX-450"),
            QStringLiteral("on every shelf"),
            QStringLiteral("between two defrosts"),
            QStringLiteral("Less electricity than the series before, measured in 12 shops over one summer."),
            QStringLiteral("One series, three widths"),
            QStringLiteral("The same depth, the same height, the same doors: rows of any length look as if they were made in one piece."),
            QStringLiteral("38 % less electricity, measured"),
            QStringLiteral("Twelve shops between Hamburg and Graz, June to September, doors opened 90 times an hour at the busiest. The compressor "
                           "runs at variable speed and the light sleeps when the shop does."),
            QStringLiteral("Series before"),
            QStringLiteral("PX series"),
            QStringLiteral("Made to be looked after"),
            {QStringLiteral("Seen from afar"), QStringLiteral("One screw"), QStringLiteral("Quiet"), QStringLiteral("Twelve years of parts")},
            {QStringLiteral("Temperature, door and defrost are reported every minute; the service knows before the shop does."),
             QStringLiteral("The cold unit slides out as one piece and is exchanged in twenty minutes."),
             QStringLiteral("38 dB at one metre: a conversation in front of it stays a conversation."),
             QStringLiteral("Gaskets, fans and controllers are in stock for twelve years after the last cabinet.")},
            QStringLiteral("Come and touch it"),
            QStringLiteral("Hall 4, stand 4-217. Or ask for a cabinet on trial: four weeks in your shop, with the meter running."),
            QStringLiteral("kWh in a day, 1.25 m, shop at 25 °C")};
}

Words german()
{
    return {QStringLiteral("PX Serie steckerfertig"),
            QStringLiteral("Einstecken.\nUnd es läuft."),
            QStringLiteral("Tiefkühlmöbel mit natürlichem Kältemittel, in einer Stunde bereit."),
            QStringLiteral("Natürliches Kältemittel, keine Rohre vor Ort"),
            QStringLiteral("Jedes Möbel bringt seinen eigenen geschlossenen Kreis mit 140 g Propan (R290) mit. Kein Maschinenraum, keine Verrohrung, "
                           "keine Dichtheitsprüfung im Markt. Ein Markt mit 40 Geräten ist am Tag der Eröffnung kalt."),
            QStringLiteral("R290 je Gerät"),
            QStringLiteral("Nutzinhalt, PX-450"),
            QStringLiteral("auf jedem Boden"),
            QStringLiteral("zwischen zwei Abtauungen"),
            QStringLiteral("Weniger Strom als die Serie davor, gemessen in 12 Märkten über einen Sommer."),
            QStringLiteral("Eine Serie, drei Breiten"),
            QStringLiteral("Gleiche Tiefe, gleiche Höhe, gleiche Türen: Reihen jeder Länge sehen aus wie aus einem Stück."),
            QStringLiteral("38 % weniger Strom, gemessen"),
            QStringLiteral("Zwölf Märkte zwischen Hamburg und Graz, Juni bis September, bis zu 90 Türöffnungen in der Stunde. Der Verdichter läuft "
                           "drehzahlgeregelt, und das Licht schläft, wenn der Markt schläft."),
            QStringLiteral("Serie davor"),
            QStringLiteral("PX Serie"),
            QStringLiteral("Gemacht, um gepflegt zu werden"),
            {QStringLiteral("Aus der Ferne gesehen"), QStringLiteral("Eine Schraube"), QStringLiteral("Leise"), QStringLiteral("Zwölf Jahre Teile")},
            {QStringLiteral("Temperatur, Tür und Abtauung werden jede Minute gemeldet; der Service weiß es vor dem Markt."),
             QStringLiteral("Das Kälteaggregat gleitet als Ganzes heraus und ist in zwanzig Minuten getauscht."),
             QStringLiteral("38 dB in einem Meter: Ein Gespräch davor bleibt ein Gespräch."),
             QStringLiteral("Dichtungen, Lüfter und Regler liegen zwölf Jahre nach dem letzten Möbel bereit.")},
            QStringLiteral("Kommen Sie und fassen Sie an"),
            QStringLiteral("Halle 4, Stand 4-217. Oder fragen Sie nach einem Möbel zur Probe: vier Wochen in Ihrem Markt, mit laufendem Zähler."),
            QStringLiteral("kWh am Tag, 1,25 m, Markt bei 25 °C")};
}

void cover(QPainter& painter, const Words& said)
{
    ground(painter, QRectF({0, 0}, page));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 14));
    painter.drawEllipse(QPointF(640, 300), 330, 330);
    painter.drawEllipse(QPointF(640, 300), 235, 235);
    cabinet(painter, QRectF(520, 74, 240, 452));
    mark(painter, 56, 56, paper);
    words(painter, 56, 190, 420, said.series, {15, 500, mint, 1.3});
    words(painter, 56, 220, 440, said.claim, {50, 700, paper, 1.12});
    words(painter, 56, 350, 360, said.sub, {15, 400, QColor(0xD5, 0xEC, 0xEB), 1.45});
    words(painter, 56, 520, 300, QStringLiteral("2027 / 28"), {11, 500, mint, 1.3});
}

void naturalPage(QPainter& painter, const Words& said)
{
    ground(painter, QRectF(0, 0, 400, page.height()));
    words(painter, 48, 48, 300, said.series, {12, 500, mint, 1.3});
    cabinet(painter, QRectF(96, 104, 208, 410));
    words(painter, 448, 56, 200, QStringLiteral("PX-450"), {11, 600, petrol, 1.3});
    double y = words(painter, 448, 76, 346, said.natural, {27, 700, text, 1.18});
    y = words(painter, 448, y + 12, 346, said.naturalText, {11.5, 400, muted, 1.5});
    const double top = y + 22;
    figure(painter, 448, top, 160, QStringLiteral("140"), QStringLiteral("g"), said.units);
    figure(painter, 634, top, 160, QStringLiteral("450"), QStringLiteral("l"), said.volume);
    figure(painter, 448, top + 76, 160, QStringLiteral("−18"), QStringLiteral("°C"), said.shelf);
    figure(painter, 634, top + 76, 160, QStringLiteral("8"), QStringLiteral("h"), said.defrost);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    painter.drawRoundedRect(QRectF(448, top + 160, 346, 58), 10, 10);
    words(painter, 466, top + 172, 310, said.less, {10.5, 600, petrol, 1.5});
}

void widthsPage(QPainter& painter, const Words& said, bool isGerman)
{
    double y = words(painter, 48, 52, 620, said.widths, {30, 700, text, 1.18});
    words(painter, 48, y + 8, 560, said.widthsText, {12, 400, muted, 1.5});
    struct One {
        const char *name, *wide, *volume;
        double x, width;
    };
    const One all[] = {{"PX-300", "0.90 m", "300 l", 70, 116}, {"PX-450", "1.25 m", "450 l", 280, 160}, {"PX-600", "1.90 m", "600 l", 530, 240}};
    painter.fillRect(QRectF(0, 432, page.width(), 1), hairline);
    for (const One& one : all) {
        cabinet(painter, QRectF(one.x, 158, one.width, 270));
        QString wide = QString::fromLatin1(one.wide);
        if (isGerman)
            wide.replace(QLatin1Char('.'), QLatin1Char(','));
        words(painter, one.x, 446, 240, QString::fromLatin1(one.name), {17, 700, petrol, 1.3});
        words(painter, one.x, 470, 240, wide + QStringLiteral(" · ") + QString::fromLatin1(one.volume), {11.5, 400, muted, 1.4});
    }
}

void measuredPage(QPainter& painter, const Words& said, bool isGerman)
{
    double y = words(painter, 48, 52, 330, said.measured, {30, 700, text, 1.18});
    words(painter, 48, y + 12, 320, said.measuredText, {12, 400, muted, 1.55});
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xF2, 0xF6, 0xF6));
    painter.drawRoundedRect(QRectF(420, 56, 374, 450), 16, 16);
    words(painter, 448, 78, 320, said.chart, {10.5, 500, muted, 1.4});
    const double base = 440, high = 290;
    for (int line = 0; line <= 3; ++line)
        painter.fillRect(QRectF(448, base - high * line / 3, 318, 0.6), hairline);
    const auto bar = [&](double x, double share, const QColor& color, const QString& number, const QString& name) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(x, base - high * share, 96, high * share), 8, 8);
        painter.drawRect(QRectF(x, base - 10, 96, 10));
        words(painter, x - 20, base - high * share - 34, 136, number, {22, 700, color == petrol ? petrol : muted, 1.2, Qt::AlignHCenter});
        words(painter, x - 32, base + 10, 160, name, {11.5, 600, text, 1.4, Qt::AlignHCenter});
    };
    const auto decimal = [&](const char* number) {
        return QString::fromLatin1(number).replace(QLatin1Char('.'), isGerman ? QLatin1Char(',') : QLatin1Char('.'));
    };
    bar(490, 0.9, QColor(0xA9, 0xBC, 0xBC), decimal("15.8"), said.before);
    bar(632, 0.558, petrol, decimal("9.8"), said.after);
}

void servicePage(QPainter& painter, const Words& said)
{
    words(painter, 48, 52, 700, said.service, {30, 700, text, 1.18});
    for (int i = 0; i < 4; ++i) {
        const double x = 48 + (i % 2) * 384, y = 136 + (i / 2) * 186;
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0xF2, 0xF6, 0xF6));
        painter.drawRoundedRect(QRectF(x, y, 362, 162), 16, 16);
        painter.setBrush(petrol);
        painter.drawEllipse(QRectF(x + 24, y + 24, 34, 34));
        words(painter, x + 24, y + 31, 34, QString::number(i + 1), {14, 700, paper, 1.3, Qt::AlignHCenter});
        words(painter, x + 72, y + 30, 270, said.points[i], {16, 600, text, 1.3});
        words(painter, x + 24, y + 76, 314, said.pointTexts[i], {11.5, 400, muted, 1.5});
    }
}

void lastPage(QPainter& painter, const Words& said)
{
    ground(painter, QRectF({0, 0}, page));
    for (int i = 0; i < 5; ++i)
        cabinet(painter, QRectF(420 + i * 118, 190, 112, 330), i == 4 ? 0.6 : 1);
    words(painter, 56, 180, 330, said.ask, {34, 700, paper, 1.15});
    words(painter, 56, 300, 300, said.askText, {13, 400, QColor(0xD5, 0xEC, 0xEB), 1.5});
    words(painter, 56, 480, 300, QStringLiteral("hello@nordfrost.example\n+49 30 23125 900"), {12, 500, mint, 1.5});
    mark(painter, 56, 56, paper);
}

} // namespace

bool brochure(const QString& file, bool isGerman)
{
    QPdfWriter writer(file);
    writer.setTitle(isGerman ? QStringLiteral("Broschüre PX steckerfertig") : QStringLiteral("Brochure PX plug-in"));
    writer.setResolution(1200);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(0, 0, 0, 0)));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.scale(1200.0 / 72, 1200.0 / 72);
    const Words said = isGerman ? german() : english();
    cover(painter, said);
    int number = 1;
    const auto next = [&](const auto& draw) {
        writer.newPage();
        draw();
        ++number;
    };
    const QString name = said.series + QStringLiteral(" · v3");
    next([&] { naturalPage(painter, said); });
    next([&] {
        widthsPage(painter, said, isGerman);
        folio(painter, page, name, number + 1);
    });
    next([&] {
        measuredPage(painter, said, isGerman);
        folio(painter, page, name, number + 1);
    });
    next([&] {
        servicePage(painter, said);
        folio(painter, page, name, number + 1);
    });
    next([&] { lastPage(painter, said); });
    return painter.end();
}

} // namespace rapport::democontent
