// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/drawing.h"

#include <QImage>
#include <QQuickPaintedItem>

namespace rapport::app
{

/// Clear paper over a picture that takes what a finger, a pen or a mouse draws. It can be undone, stroke by stroke and also a clear(), until the pad
/// goes.
class DrawingPad : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor ink MEMBER m_ink)     ///< of the next stroke
    Q_PROPERTY(bool arrows MEMBER m_arrows) ///< the next stroke is an arrow
    Q_PROPERTY(bool blank READ isBlank NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(QVariant drawing READ drawing NOTIFY changed) ///< for ConversationController::draw()

public:
    explicit DrawingPad(QQuickItem* parent = nullptr);

    bool isBlank() const { return m_states[m_at].isEmpty(); }
    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_states.size(); }
    QVariant drawing() const { return QVariant::fromValue(Drawing{m_states[m_at]}); }

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void clear();

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    QPointF onPaper(const QPointF& position) const;
    void go(QList<Stroke> strokes);
    void show(qsizetype state);
    void finishStroke();

    QList<QList<Stroke>> m_states{{}}; ///< after each step; m_at is what is seen
    qsizetype m_at = 0;
    Stroke m_stroke;  ///< under the finger
    QImage m_settled; ///< all strokes of the state, in the item's size; null: to be painted anew
    QColor m_ink = Qt::black;
    bool m_arrows = false;
};

} // namespace rapport::app
