// SPDX-License-Identifier: Apache-2.0
#include "drawing.h"
#include "papers.h"

#include <QFile>
#include <QLocale>
#include <QPdfWriter>

#include <map>

namespace rapport::democontent
{

namespace
{

const QSizeF page(595, 842);

bool begin(QPdfWriter& writer, QPainter& painter, const QString& title)
{
    writer.setTitle(title);
    writer.setResolution(1200);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    if (!painter.begin(&writer))
        return false;
    painter.scale(1200.0 / 72, 1200.0 / 72);
    return true;
}

/// A line with its length between two ends.
void measure(QPainter& painter, const QPointF& from, const QPointF& to, const QString& said)
{
    painter.setPen(QPen(muted, 0.8));
    painter.drawLine(from, to);
    const bool upright = from.x() == to.x();
    const QPointF tick = upright ? QPointF(4, 0) : QPointF(0, 4);
    painter.drawLine(from - tick, from + tick);
    painter.drawLine(to - tick, to + tick);
    const QPointF middle = (from + to) / 2;
    words(painter, upright ? middle.x() + 8 : middle.x() - 40, upright ? middle.y() - 7 : middle.y() + 5, 80, said,
          {9, 500, muted, 1.4, upright ? Qt::AlignLeft : Qt::AlignHCenter});
}

/// The first rows of a small table without quotes in the columns that are read.
QList<std::map<QString, QString>> tableOf(const QString& file)
{
    QFile csv(file);
    QList<std::map<QString, QString>> rows;
    if (!csv.open(QIODevice::ReadOnly))
        return rows;
    const QStringList names = QString::fromUtf8(csv.readLine()).trimmed().split(QLatin1Char(','));
    while (!csv.atEnd()) {
        const QString line = QString::fromUtf8(csv.readLine()).trimmed();
        QStringList cells(1);
        bool quoted = false;
        for (const QChar c : line) {
            if (c == QLatin1Char('"'))
                quoted = !quoted;
            else if (c == QLatin1Char(',') && !quoted)
                cells.append(QString());
            else
                cells.last() += c;
        }
        std::map<QString, QString> row;
        for (qsizetype i = 0; i < names.size() && i < cells.size(); ++i)
            row[names[i]] = cells[i];
        rows.append(row);
    }
    return rows;
}

} // namespace

bool dataSheet(const QString& file)
{
    QPdfWriter writer(file);
    QPainter painter;
    if (!begin(writer, painter, QStringLiteral("Data sheet PX-450")))
        return false;
    ground(painter, QRectF(0, 0, page.width(), 150));
    mark(painter, 48, 40, paper);
    words(painter, 48, 84, 400, QStringLiteral("PX-450"), {32, 700, paper, 1.2});
    words(painter, page.width() - 248, 50, 200, QStringLiteral("Data sheet · v7"), {10, 500, mint, 1.4, Qt::AlignRight});
    cabinet(painter, QRectF(74, 204, 128, 252));
    measure(painter, {74, 476}, {202, 476}, QStringLiteral("1,250 mm"));
    measure(painter, {222, 204}, {222, 456}, QStringLiteral("2,050 mm"));
    words(painter, 310, 196, 237, QStringLiteral("Plug-in freezer cabinet with two doors"), {17, 600, text, 1.3});
    words(painter, 310, 250, 237,
          QStringLiteral("For supermarkets, petrol stations and forecourts. Delivered filled and tested; a socket with 16 A is all it needs."),
          {11, 400, muted, 1.5});
    figure(painter, 310, 340, 110, QStringLiteral("450"), QStringLiteral("l"), QStringLiteral("net volume"));
    figure(painter, 437, 340, 110, QStringLiteral("9.8"), QStringLiteral("kWh"), QStringLiteral("a day at 25 °C"));
    figure(painter, 310, 414, 110, QStringLiteral("38"), QStringLiteral("dB"), QStringLiteral("at one metre"));
    figure(painter, 437, 414, 110, QStringLiteral("C"), QStringLiteral(""), QStringLiteral("energy class"));
    table(painter, 48, 520, {190, 309},
          {{QStringLiteral("Refrigeration"), QStringLiteral("PX-450")},
           {QStringLiteral("Refrigerant"), QStringLiteral("R290 (propane), 140 g, sealed")},
           {QStringLiteral("Product temperature"), QStringLiteral("L1, −18 °C to −15 °C")},
           {QStringLiteral("Climate class"), QStringLiteral("3 (25 °C, 60 % relative humidity)")},
           {QStringLiteral("Compressor"), QStringLiteral("variable speed, 1,800 to 4,500 rpm")},
           {QStringLiteral("Defrost"), QStringLiteral("hot gas, every 8 hours, 12 minutes")},
           {QStringLiteral("Heat given off"), QStringLiteral("620 W on average")}});
    folio(painter, page, QStringLiteral("Data sheet PX-450 · v7 · subject to change"), 1);
    writer.newPage();
    words(painter, 48, 56, 500, QStringLiteral("Electrical data and installation"), {20, 700, text, 1.3});
    double y = table(painter, 48, 104, {190, 309},
                     {{QStringLiteral("Connection"), QStringLiteral("PX-450")},
                      {QStringLiteral("Voltage"), QStringLiteral("220–240 V, 50 Hz, single phase")},
                      {QStringLiteral("Rated current"), QStringLiteral("4.6 A; fuse 16 A, type C")},
                      {QStringLiteral("Plug"), QStringLiteral("Schuko, cable of 2.5 m at the top")},
                      {QStringLiteral("Network"), QStringLiteral("RJ45 or Wi-Fi, Modbus TCP")}});
    words(painter, 48, y + 32, 500, QStringLiteral("Where it stands"), {14, 600, text, 1.3});
    y = words(painter, 48, y + 56, 499,
              QStringLiteral("Leave 100 mm above the cabinet and 30 mm behind it: the warm air leaves at the top. The floor carries 310 kg on four "
                             "feet. Do not drill into the "
                             "side walls; the condenser lies in them. A room of at least 18 m³ for each circuit keeps the charge of 140 g below the "
                             "practical limit of EN 378."),
              {11, 400, muted, 1.55});
    words(painter, 48, y + 24, 500, QStringLiteral("Looking after it"), {14, 600, text, 1.3});
    table(painter, 48, y + 52, {190, 180, 129},
          {{QStringLiteral("What"), QStringLiteral("How often"), QStringLiteral("Minutes")},
           {QStringLiteral("Door gasket: look and clean"), QStringLiteral("every three months"), QStringLiteral("5")},
           {QStringLiteral("Condenser: vacuum"), QStringLiteral("every six months"), QStringLiteral("15")},
           {QStringLiteral("Fan current: measure"), QStringLiteral("once a year"), QStringLiteral("10")},
           {QStringLiteral("Sensors: compare with ice water"), QStringLiteral("once a year"), QStringLiteral("20")}},
          {2});
    folio(painter, page, QStringLiteral("Data sheet PX-450 · v7 · subject to change"), 2);
    return painter.end();
}

bool priceList(const QString& file, const QString& products, const QString& prices)
{
    std::map<QString, std::map<QString, QString>> byId;
    for (const auto& product : tableOf(products))
        byId[product.at(QStringLiteral("name"))] = product;
    QList<QStringList> rows{{QStringLiteral("Number"), QStringLiteral("What"), QStringLiteral("Price"), QStringLiteral("Valid until")}};
    for (const auto& price : tableOf(prices)) {
        auto product = byId[price.at(QStringLiteral("product_id"))];
        rows.append({product[QStringLiteral("number")], product[QStringLiteral("description")],
                     QLocale(QLocale::English).toString(price.at(QStringLiteral("list_price")).toDouble(), 'f', 2) + QLatin1Char(' ') +
                         price.at(QStringLiteral("currency")),
                     price.at(QStringLiteral("valid_to"))});
    }
    QPdfWriter writer(file);
    QPainter painter;
    if (rows.size() < 2 || !begin(writer, painter, QStringLiteral("Price list 2027/28")))
        return false;
    painter.fillRect(QRectF(0, 0, page.width(), 8), petrol);
    mark(painter, 48, 44, petrol);
    words(painter, 48, 96, 400, QStringLiteral("Price list 2027/28"), {30, 700, text, 1.2});
    words(painter, 48, 138, 460, QStringLiteral("Ex works, without VAT. For our own people: the discount is in the hands of the area manager."),
          {11, 400, muted, 1.5});
    double y = table(painter, 48, 186, {90, 209, 110, 90}, rows, {2});
    words(painter, 48, y + 28, 500, QStringLiteral("Discounts"), {14, 600, text, 1.3});
    y = table(painter, 48, y + 54, {249, 250},
              {{QStringLiteral("Units in one order"), QStringLiteral("Discount without asking")},
               {QStringLiteral("1 to 4"), QStringLiteral("none")},
               {QStringLiteral("5 to 19"), QStringLiteral("up to 5 %")},
               {QStringLiteral("20 and more"), QStringLiteral("up to 10 %, then the area manager")}});
    words(painter, 48, y + 28, 499,
          QStringLiteral("Delivery within six weeks. Installation: one visit for up to ten units is included where the socket is there."),
          {11, 400, muted, 1.5});
    folio(painter, page, QStringLiteral("Price list 2027/28 · internal"), 1);
    return painter.end();
}

QImage shopView(const QSize& size)
{
    QImage picture(size, QImage::Format_RGB32);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double w = size.width(), h = size.height();
    QLinearGradient wall(0, 0, 0, h * 0.8);
    wall.setColorAt(0, QColor(0x24, 0x5A, 0x5E));
    wall.setColorAt(1, QColor(0x7D, 0xB4, 0xB3));
    painter.fillRect(QRectF(0, 0, w, h), wall);
    QLinearGradient floor(0, h * 0.8, 0, h);
    floor.setColorAt(0, QColor(0xC9, 0xD6, 0xD4));
    floor.setColorAt(1, QColor(0xEE, 0xF2, 0xF1));
    painter.fillRect(QRectF(0, h * 0.8, w, h * 0.2), floor);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 6; ++i) {
        painter.setBrush(QColor(255, 244, 214, 200));
        painter.drawRoundedRect(QRectF(w * (0.06 + i * 0.16), h * 0.06, w * 0.09, h * 0.014), 4, 4);
        painter.setBrush(QColor(255, 244, 214, 22));
        painter.drawPolygon(QPolygonF({{w * (0.06 + i * 0.16), h * 0.074},
                                       {w * (0.15 + i * 0.16), h * 0.074},
                                       {w * (0.2 + i * 0.16), h * 0.8},
                                       {w * (0.01 + i * 0.16), h * 0.8}}));
    }
    for (int i = 0; i < 6; ++i)
        cabinet(painter, QRectF(w * (0.03 + i * 0.158), h * 0.24, w * 0.148, h * 0.62));
    return picture;
}

} // namespace rapport::democontent
