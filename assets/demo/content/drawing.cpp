// SPDX-License-Identifier: Apache-2.0
#include "drawing.h"

#include <QLinearGradient>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace rapport::democontent
{

namespace
{

QFont fontOf(const Style& style)
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(100); // laid out large and scaled down: no rounding to whole points
    font.setWeight(static_cast<QFont::Weight>(style.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    if (style.size >= 20)
        font.setLetterSpacing(QFont::PercentageSpacing, 98);
    return font;
}

} // namespace

double words(QPainter& painter, double x, double y, double width, const QString& said, const Style& style)
{
    const double scale = style.size / 100;
    painter.save();
    painter.translate(x, y);
    painter.scale(scale, scale);
    painter.setPen(style.color);
    double at = 0;
    for (const QString& paragraph : said.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, fontOf(style));
        QTextOption option(style.align);
        option.setWrapMode(QTextOption::WordWrap);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width / scale);
            line.setPosition({0, at + (style.line * 100 - line.height()) / 2});
            at += style.line * 100;
        }
        layout.endLayout();
        layout.draw(&painter, {0, 0});
        if (paragraph.isEmpty())
            at += style.line * 50;
    }
    painter.restore();
    return y + at * scale;
}

void ground(QPainter& painter, const QRectF& area)
{
    QLinearGradient sky(area.topLeft(), area.bottomRight());
    sky.setColorAt(0, deep);
    sky.setColorAt(0.55, petrol);
    sky.setColorAt(1, light);
    painter.fillRect(area, sky);
}

void cabinet(QPainter& painter, const QRectF& area, double lit)
{
    const double w = area.width(), h = area.height(), u = h / 100;
    painter.save();
    painter.translate(area.topLeft());
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(5, 40, 44, 90));
    painter.drawEllipse(QRectF(-0.03 * w, h - 2.2 * u, 1.06 * w, 4.4 * u));
    painter.setBrush(QColor(0xF6, 0xFA, 0xFA));
    painter.drawRoundedRect(QRectF(0, 0, w, h), 3 * u, 3 * u);
    Style sign{3.4 * u, 700, deep, 1.2, Qt::AlignHCenter};
    words(painter, 0, 3 * u, w, QStringLiteral("NORDFROST"), sign);
    painter.setBrush(QColor(0x10, 0x37, 0x3C));
    painter.drawRoundedRect(QRectF(0.06 * w, 9.5 * u, 0.88 * w, 77 * u), 1.6 * u, 1.6 * u);
    const QRectF glass(0.09 * w, 11.3 * u, 0.82 * w, 73.4 * u);
    QLinearGradient inside(glass.topLeft(), glass.bottomRight());
    const auto shade = [&](int r, int g, int b) {
        return QColor(int(r * (0.35 + 0.65 * lit)), int(g * (0.35 + 0.65 * lit)), int(b * (0.35 + 0.65 * lit)));
    };
    inside.setColorAt(0, shade(0xF2, 0xF9, 0xF9));
    inside.setColorAt(1, shade(0xB9, 0xDC, 0xDC));
    painter.setBrush(inside);
    painter.drawRoundedRect(glass, u, u);
    const QColor goods[] = {{0xF2, 0xA6, 0x5A}, {0xD9, 0x4F, 0x4A}, {0xF7, 0xD5, 0x6B}, {0x5D, 0xB0, 0x80},
                            {0x4A, 0x8F, 0xBD}, {0xE9, 0xEC, 0xEC}, {0xC8, 0x62, 0x96}};
    const int across = std::max(4, int(std::round(glass.width() / (5.2 * u))));
    for (int shelf = 0; shelf < 4; ++shelf) {
        const double base = glass.top() + (shelf + 1) * glass.height() / 4 - 1.6 * u;
        for (int i = 0; i < across; ++i) {
            const QColor& color = goods[(i + shelf * 3) % 7];
            const double step = (glass.width() - 3 * u) / across, tall = (8 + ((i * 7 + shelf * 5) % 5) * 1.1) * u;
            painter.setBrush(shade(color.red(), color.green(), color.blue()));
            painter.drawRoundedRect(QRectF(glass.left() + 1.5 * u + i * step + step * 0.12, base - tall, step * 0.76, tall), 0.5 * u, 0.5 * u);
        }
        painter.setBrush(QColor(0x7F, 0xA6, 0xA8));
        painter.drawRect(QRectF(glass.left(), base, glass.width(), 0.8 * u));
    }
    painter.setBrush(QColor(255, 255, 255, 46)); // the light on the door
    painter.drawPolygon(QPolygonF({{glass.left(), glass.top()},
                                   {glass.left() + glass.width() * 0.42, glass.top()},
                                   {glass.left() + glass.width() * 0.1, glass.bottom()},
                                   {glass.left(), glass.bottom()}}));
    painter.setBrush(QColor(0x0D, 0x2B, 0x2F));
    painter.drawRoundedRect(QRectF(0.885 * w, 37 * u, 0.022 * w, 24 * u), 0.8 * u, 0.8 * u);
    painter.setBrush(QColor(0xC9, 0xD8, 0xD8));
    for (int i = 0; i < 10; ++i)
        painter.drawRoundedRect(QRectF(0.15 * w + i * 0.072 * w, 90 * u, 0.03 * w, 5.6 * u), 0.6 * u, 0.6 * u);
    painter.restore();
}

void mark(QPainter& painter, double x, double y, const QColor& color)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(x, y, 22, 22), 6, 6);
    painter.restore();
    words(painter, x, y + 3.2, 22, QStringLiteral("N"), {12, 700, color == paper ? petrol : paper, 1.3, Qt::AlignHCenter});
    words(painter, x + 30, y + 3.6, 260, QStringLiteral("Nordfrost Systems"), {11, 600, color, 1.4});
}

void figure(QPainter& painter, double x, double y, double width, const QString& number, const QString& unit, const QString& said)
{
    painter.fillRect(QRectF(x, y, width, 0.7), hairline);
    words(painter, x, y + 9, width, number + QLatin1Char(' ') + unit, {24, 600, petrol, 1.2});
    words(painter, x, y + 40, width, said, {10, 400, muted, 1.4});
}

double table(QPainter& painter, double x, double y, const QList<double>& widths, const QList<QStringList>& rows, const QList<int>& rightOnes)
{
    double whole = 0;
    for (const double width : widths)
        whole += width;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const bool head = row == 0;
        if (head)
            painter.fillRect(QRectF(x, y, whole, 24), soft);
        double at = x, below = y;
        for (qsizetype cell = 0; cell < rows[row].size(); ++cell) {
            const Style style{head ? 9.0 : 10.0, head || cell == 0 ? 600 : 400, head ? petrol : text, 1.35,
                              rightOnes.contains(int(cell)) ? Qt::AlignRight : Qt::AlignLeft};
            below = std::max(below, words(painter, at + 8, y + 5.5, widths[cell] - 16, rows[row][cell], style));
            at += widths[cell];
        }
        y = std::max(y + 24, below + 5.5);
        painter.fillRect(QRectF(x, y, whole, 0.6), hairline);
    }
    return y;
}

void folio(QPainter& painter, const QSizeF& page, const QString& left, int number)
{
    words(painter, 48, page.height() - 40, 400, left, {8.5, 400, muted, 1.4});
    words(painter, page.width() - 148, page.height() - 40, 100, QString::number(number), {8.5, 400, muted, 1.4, Qt::AlignRight});
}

} // namespace rapport::democontent
