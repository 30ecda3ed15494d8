// SPDX-License-Identifier: Apache-2.0
// "Eco Building": fourteen seconds in five scenes, drawn frame by frame.
#include "drawing.h"
#include "papers.h"

#include <algorithm>
#include <cmath>

namespace rapport::democontent
{

namespace
{

/// 0 before @p from, 1 after @p to, gently in between.
double ease(double at, double from, double to)
{
    const double t = std::clamp((at - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

void say(QPainter& painter, double at, double from, double to, double y, const QString& said, double size, int weight, const QColor& color)
{
    const double shown = ease(at, from, from + 0.5) * (1 - ease(at, to - 0.4, to));
    if (shown <= 0)
        return;
    painter.setOpacity(shown);
    words(painter, 90, y + (1 - shown) * 14, 620, said, {size, weight, color, 1.2});
    painter.setOpacity(1);
}

/// A building whose windows light up one after another.
void building(QPainter& painter, double lit, double shown)
{
    painter.setOpacity(shown);
    painter.setPen(Qt::NoPen);
    const QRectF house(760, 150, 400, 470);
    painter.setBrush(QColor(0xF2, 0xF7, 0xF6));
    painter.drawRoundedRect(house, 14, 14);
    for (int i = 0; i < 30; ++i) {
        const int column = i % 5, row = i / 5;
        const bool on = (i * 17) % 30 < int(lit * 30);
        painter.setBrush(on ? QColor(0xFF, 0xD9, 0x6B) : QColor(0xBF, 0xD3, 0xD2));
        painter.drawRoundedRect(QRectF(house.left() + 36 + column * 68, house.top() + 36 + row * 58, 48, 38), 6, 6);
    }
    painter.setBrush(petrol);
    painter.drawRoundedRect(QRectF(house.left() + 160, house.bottom() - 70, 80, 70), 8, 8);
    for (int i = 0; i < 6; ++i) { // panels on the roof
        painter.setBrush(QColor(0x1A, 0x3F, 0x66));
        painter.drawPolygon(QPolygonF({{house.left() + 24 + i * 60, house.top() - 6},
                                       {house.left() + 66 + i * 60, house.top() - 6},
                                       {house.left() + 78 + i * 60, house.top() - 38},
                                       {house.left() + 36 + i * 60, house.top() - 38}}));
    }
    painter.setOpacity(1);
}

} // namespace

QImage filmFrame(int number, const QSize& size)
{
    const double at = double(number) / filmRate;
    QImage frame(size, QImage::Format_RGB888);
    QPainter painter(&frame);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(size.width() / 1280.0, size.height() / 720.0);
    ground(painter, QRectF(0, 0, 1280, 720));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 12));
    painter.drawEllipse(QPointF(960, 380), 330 + 14 * std::sin(at), 330 + 14 * std::sin(at));
    const double change = ease(at, 6.6, 7.6);
    building(painter, ease(at, 1, 5), ease(at, 0.2, 1) * (1 - change));
    if (change > 0) {
        painter.setOpacity(change);
        for (int i = 0; i < 3; ++i)
            cabinet(painter, QRectF(730 + i * 170 + (1 - ease(at, 7 + i * 0.25, 8 + i * 0.25)) * 120, 190, 160, 400),
                    ease(at, 8 + i * 0.4, 9 + i * 0.4));
        painter.setOpacity(1);
    }
    say(painter, at, 0.3, 3.3, 250, QStringLiteral("Eco Building"), 72, 700, paper);
    say(painter, at, 0.8, 3.3, 345, QStringLiteral("A shop that warms its house"), 28, 400, mint);
    say(painter, at, 3.4, 6.7, 250, QStringLiteral("The warmth of 40 cabinets"), 44, 700, paper);
    say(painter, at, 3.8, 6.7, 320, QStringLiteral("heats the flats above the shop"), 28, 400, mint);
    say(painter, at, 7.2, 10.4, 250, QStringLiteral("38 % less electricity"), 48, 700, paper);
    say(painter, at, 7.6, 10.4, 322, QStringLiteral("measured over one summer"), 28, 400, mint);
    say(painter, at, 10.6, 15, 250, QStringLiteral("Plug it in."), 60, 700, paper);
    say(painter, at, 11.2, 15, 326, QStringLiteral("It does the rest."), 60, 700, mint);
    mark(painter, 90, 620, paper);
    painter.setPen(Qt::NoPen);
    painter.fillRect(QRectF(0, 0, 1280, 720), QColor(0, 0, 0, int(255 * std::max(1 - ease(at, 0, 0.5), ease(at, 13.5, 14)))));
    return frame;
}

} // namespace rapport::democontent
