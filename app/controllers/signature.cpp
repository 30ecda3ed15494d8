// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/signature.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace rapport::app
{

QByteArray signaturePng(const std::vector<QPolygonF>& strokes, const QSizeF& area)
{
    constexpr qreal largest = 2000;
    if (strokes.empty() || area.isEmpty())
        return {};
    const qreal scale = std::min(2.0, largest / std::max(area.width(), area.height()));
    QImage image((area * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.setPen(QPen(QColor(0x0D, 0x2B, 0x2F), 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const QPolygonF& stroke : strokes) {
            if (stroke.size() == 1)
                painter.drawPoint(stroke.front());
            else
                painter.drawPolyline(stroke);
        }
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.convertToFormat(QImage::Format_Grayscale8).save(&buffer, "PNG");
    return png;
}

} // namespace rapport::app
