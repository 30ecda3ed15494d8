// SPDX-License-Identifier: Apache-2.0
// What the papers of the demo are drawn with. Lengths are points.
#pragma once

#include <QPainter>
#include <QString>
#include <QStringList>

namespace rapport::democontent
{

const QColor ink(0x0D, 0x2B, 0x2F), deep(0x0B, 0x3A, 0x40), petrol(0x0B, 0x5A, 0x60), light(0x2E, 0x9A, 0x98), soft(0xDD, 0xEC, 0xEB),
    text(0x12, 0x20, 0x1F), muted(0x4F, 0x60, 0x5F), hairline(0xD7, 0xDE, 0xDE), paper(0xFF, 0xFF, 0xFF), mint(0x8F, 0xE0, 0xDC);

struct Style {
    double size = 11;
    int weight = 400;
    QColor color = text;
    double line = 1.4; ///< of the size
    Qt::Alignment align = Qt::AlignLeft;
};

/// Draws words that wrap in @p width; gives the place below them.
double words(QPainter& painter, double x, double y, double width, const QString& said, const Style& style);
void ground(QPainter& painter, const QRectF& area);                    ///< the gradient of the house
void cabinet(QPainter& painter, const QRectF& area, double lit = 1);   ///< a plug-in cabinet with its goods; @p lit: 0 dark, 1 lit
void mark(QPainter& painter, double x, double y, const QColor& color); ///< NORDFROST SYSTEMS

/// A figure and what it is, below a hairline.
void figure(QPainter& painter, double x, double y, double width, const QString& number, const QString& unit, const QString& said);
/// Rows of cells; the first one is the head. Gives the place below.
double table(QPainter& painter, double x, double y, const QList<double>& widths, const QList<QStringList>& rows, const QList<int>& rightOnes = {});
void folio(QPainter& painter, const QSizeF& page, const QString& left, int number);

} // namespace rapport::democontent
