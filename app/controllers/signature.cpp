// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/signature.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>

namespace rapport::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Signature)
};

constexpr qreal margin = 24, below = 48; ///< of the line, in the area's own units; as SignaturePad shows it
const QColor ink(0x0D, 0x2B, 0x2F);

void printLine(QPainter& painter, const QSizeF& area, const QString& signer)
{
    painter.setPen(QPen(QColor(0x74, 0x85, 0x86), 1));
    painter.drawLine(QPointF(margin, area.height() - below), QPointF(area.width() - margin, area.height() - below));
    if (signer.isEmpty())
        return;
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(14);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(margin, area.height() - below, area.width() - 2 * margin, below),
                     Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, signer);
}

/// What @p draw leaves on white paper of that size, in greys.
template <typename Draw>
QImage paper(const QSizeF& area, Draw draw)
{
    constexpr qreal largest = 2000;
    const qreal scale = std::min(2.0, largest / std::max(area.width(), area.height()));
    QImage image((area * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        draw(painter);
    }
    return image.convertToFormat(QImage::Format_Grayscale8);
}

QByteArray pngOf(const QImage& image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

QFont font(int pixels, bool italic)
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(pixels);
    font.setItalic(italic);
    return font;
}

QString svgOf(const std::vector<QPolygonF>& strokes, const QSizeF& area)
{
    QString path;
    for (const QPolygonF& stroke : strokes) {
        for (qsizetype at = 0; at < stroke.size(); ++at)
            path += QStringLiteral("%1%2 %3")
                        .arg(at == 0 ? QLatin1Char('M') : QLatin1Char('L'))
                        .arg(stroke[at].x(), 0, 'f', 1)
                        .arg(stroke[at].y(), 0, 'f', 1);
    }
    return QStringLiteral(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\"><path d=\"%3\" fill=\"none\" stroke=\"%4\" stroke-width=\"2.6\" "
               "stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>")
        .arg(area.width())
        .arg(area.height())
        .arg(path, ink.name());
}

} // namespace

QByteArray signaturePng(const std::vector<QPolygonF>& strokes, const QSizeF& area, const QString& signer)
{
    if (strokes.empty() || area.isEmpty())
        return {};
    QImage image = paper(area, [&](QPainter& painter) {
        printLine(painter, area, signer);
        painter.setPen(QPen(ink, 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const QPolygonF& stroke : strokes) {
            if (stroke.size() == 1)
                painter.drawPoint(stroke.front());
            else
                painter.drawPolyline(stroke);
        }
    });
    image.setText(QStringLiteral("svg"), svgOf(strokes, area));
    return pngOf(image);
}

QByteArray typedSignaturePng(const QString& name, const QSizeF& area)
{
    constexpr int largestName = 44, note = 14;
    const QString written = name.simplified();
    if (written.isEmpty() || area.isEmpty())
        return {};
    return pngOf(paper(area, [&](QPainter& painter) {
        printLine(painter, area, Words::tr("Typed by the person who signs, not drawn"));
        const QRectF room(margin, margin, area.width() - 2 * margin, area.height() - below - margin);
        painter.setPen(ink);
        painter.setFont(font(largestName, true));
        if (const int wanted = painter.fontMetrics().horizontalAdvance(written); wanted > room.width())
            painter.setFont(font(std::max(note, static_cast<int>(largestName * room.width() / wanted)), true));
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, written);
    }));
}

} // namespace rapport::app
