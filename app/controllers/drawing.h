// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/photo/photo.h"

#include <QColor>
#include <QList>
#include <QMetaType>
#include <QPolygonF>

class QImage;
class QPainter;

namespace rapport::app
{

/// One line of a finger. Points are 0 … 1 of the paper's width and height, so that a drawing fits its paper at any size.
struct Stroke {
    enum class Tool { Pen, Arrow };
    Tool tool = Tool::Pen;
    QColor ink;
    QPolygonF points; ///< Arrow: where it begins and, last, where it points to
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// What was drawn on a picture or on blank paper, oldest stroke first.
struct Drawing {
    QList<Stroke> strokes;
};

/// With a light edge, so that it is seen on any ground. @p paper: the area that is drawn on, from (0, 0).
void paintStroke(QPainter& painter, const Stroke& stroke, const QSizeF& paper);

/// White, 4:3, its longer side @p side and at most 2,048 pixels.
QImage blankPaper(int side);

/// @p paper with the drawing on it, as a photo of the same size. Takes tens of milliseconds: not for the UI thread.
photo::Photo drawnOn(const QImage& paper, const Drawing& drawing);

} // namespace rapport::app

Q_DECLARE_METATYPE(rapport::app::Drawing)
