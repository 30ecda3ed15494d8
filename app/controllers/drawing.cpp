// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/drawing.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr qreal penWidth = 0.006, edge = 0.003, headLength = 0.035; ///< of the paper's longer side
constexpr int largestPaper = 2048;

/// Through the middles between the points: a finger's line without its corners.
QPainterPath pathOf(const QPolygonF& points)
{
    QPainterPath path(points.front());
    for (qsizetype at = 1; at + 1 < points.size(); ++at)
        path.quadTo(points[at], (points[at] + points[at + 1]) / 2);
    path.lineTo(points.size() > 1 ? points.back() : points.front() + QPointF(0.01, 0)); // a dot is a very short line
    return path;
}

QPainterPath arrowOf(const QPointF& from, const QPointF& to, qreal length)
{
    const QLineF line(to, from);
    QLineF left = line, right = line;
    left.setLength(length);
    right.setLength(length);
    left.setAngle(line.angle() + 28);
    right.setAngle(line.angle() - 28);
    QPainterPath path(from);
    path.lineTo(to);
    path.moveTo(left.p2());
    path.lineTo(to);
    path.lineTo(right.p2());
    return path;
}

} // namespace

void paintStroke(QPainter& painter, const Stroke& stroke, const QSizeF& paper)
{
    if (stroke.points.isEmpty())
        return;
    const qreal unit = std::max(paper.width(), paper.height());
    QPolygonF points;
    for (const QPointF& point : stroke.points)
        points.append({point.x() * paper.width(), point.y() * paper.height()});
    const QPainterPath path = stroke.tool == Stroke::Tool::Arrow ? arrowOf(points.front(), points.back(), headLength * unit) : pathOf(points);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [ink, width] : {std::pair{QColor(255, 255, 255, 190), penWidth + edge}, std::pair{stroke.ink, penWidth}}) {
        painter.setPen(QPen(ink, width * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
}

QImage blankPaper(int side)
{
    const int width = std::min(side, largestPaper);
    QImage paper(width, std::max(1, width * 3 / 4), QImage::Format_RGB32);
    paper.fill(Qt::white);
    return paper;
}

photo::Photo drawnOn(const QImage& paper, const Drawing& drawing)
{
    QImage drawn = paper.convertToFormat(QImage::Format_RGB32);
    {
        QPainter painter(&drawn);
        for (const Stroke& stroke : drawing.strokes)
            paintStroke(painter, stroke, drawn.size());
    }
    return photo::photoOf(drawn);
}

} // namespace rapport::app
