// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/drawingpad.h"

#include <QCursor>
#include <QPainter>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr qsizetype maxStates = 200;    ///< steps that can be undone
constexpr qsizetype maxPoints = 20'000; ///< of one stroke
constexpr qreal shortestStep = 2;       ///< pixels between two points

} // namespace

DrawingPad::DrawingPad(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setKeepMouseGrab(true);
    setCursor(Qt::CrossCursor);
}

QPointF DrawingPad::onPaper(const QPointF& position) const
{
    return {std::clamp(position.x() / width(), 0.0, 1.0), std::clamp(position.y() / height(), 0.0, 1.0)};
}

void DrawingPad::mousePressEvent(QMouseEvent* event)
{
    m_stroke = {m_arrows ? Stroke::Tool::Arrow : Stroke::Tool::Pen, m_ink, QPolygonF({onPaper(event->position())})};
    update();
}

void DrawingPad::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF last = m_stroke.points.isEmpty() ? QPointF() : m_stroke.points.back();
    const QPointF step = event->position() - QPointF(last.x() * width(), last.y() * height());
    if (m_stroke.points.isEmpty() || m_stroke.points.size() >= maxPoints || step.manhattanLength() < shortestStep)
        return;
    if (m_stroke.tool == Stroke::Tool::Arrow)
        m_stroke.points.resize(1);
    m_stroke.points.append(onPaper(event->position()));
    update();
}

void DrawingPad::mouseReleaseEvent(QMouseEvent*)
{
    finishStroke();
}

void DrawingPad::mouseUngrabEvent()
{
    finishStroke(); // something else took the finger: what was drawn so far stays
}

void DrawingPad::finishStroke()
{
    const Stroke stroke = std::exchange(m_stroke, {});
    if (stroke.points.isEmpty() || (stroke.tool == Stroke::Tool::Arrow && stroke.points.size() < 2))
        return update();
    go(m_states[m_at] + QList<Stroke>{stroke});
}

/// What had been undone is gone once something new is drawn.
void DrawingPad::go(QList<Stroke> strokes)
{
    m_states.resize(m_at + 1);
    m_states.append(std::move(strokes));
    if (m_states.size() > maxStates)
        m_states.removeFirst();
    show(m_states.size() - 1);
}

void DrawingPad::show(qsizetype state)
{
    m_at = state;
    m_settled = {};
    update();
    Q_EMIT changed();
}

void DrawingPad::undo()
{
    if (canUndo())
        show(m_at - 1);
}

void DrawingPad::redo()
{
    if (canRedo())
        show(m_at + 1);
}

void DrawingPad::clear()
{
    if (!isBlank())
        go({});
}

void DrawingPad::paint(QPainter* painter)
{
    const QSizeF paper = size();
    if (m_settled.isNull()) {
        const qreal ratio = painter->device()->devicePixelRatio();
        m_settled = QImage((paper * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
        m_settled.setDevicePixelRatio(ratio);
        m_settled.fill(Qt::transparent);
        QPainter settled(&m_settled);
        for (const Stroke& stroke : m_states[m_at])
            paintStroke(settled, stroke, paper);
    }
    painter->drawImage(QPointF(), m_settled);
    paintStroke(*painter, m_stroke, paper);
}

void DrawingPad::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        m_settled = {};
        update();
    }
}

} // namespace rapport::app
