// SPDX-License-Identifier: Apache-2.0
#include "support/badgemaker/badge.h"

#include <QPainter>
#include <QPainterPath>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/TextUtfEncoding.h>

namespace rapport::test
{

namespace
{

QImage drawCode(Badge::Format kind, const QString& text)
{
    const auto format = kind == Badge::Format::QrCode       ? ZXing::BarcodeFormat::QRCode
                        : kind == Badge::Format::DataMatrix ? ZXing::BarcodeFormat::DataMatrix
                                                            : ZXing::BarcodeFormat::Code128;
    ZXing::MultiFormatWriter writer(format);
    writer.setEncoding(ZXing::CharacterSet::UTF8).setMargin(kind == Badge::Format::Code128 ? 10 : 2);
    const bool linear = kind == Badge::Format::Code128;
    const ZXing::BitMatrix bits = writer.encode(text.toStdWString(), linear ? 0 : 1, linear ? 40 : 1);
    QImage code(bits.width(), bits.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < bits.height(); ++y) {
        for (int x = 0; x < bits.width(); ++x)
            code.scanLine(y)[x] = bits.get(x, y) ? 0 : 255;
    }
    return code;
}

/// Large soft shapes: a hall behind somebody.
QImage backdrop(const QSize& size)
{
    QImage small(40, 30, QImage::Format_RGB32);
    small.fill(QColor(0x2a, 0x32, 0x33));
    QPainter painter(&small);
    painter.fillRect(0, 16, 40, 14, QColor(0x36, 0x35, 0x30));
    painter.fillRect(29, 2, 6, 12, QColor(0x5a, 0x6c, 0x6a));
    painter.fillRect(2, 4, 4, 9, QColor(0x70, 0x6a, 0x58));
    painter.setBrush(QColor(0x24, 0x2f, 0x40));
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRectF(7, 3, 22, 34), 7, 7);
    painter.end();
    return small.scaled(size / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void drawLanyard(QPainter& painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x0E, 0x7C, 0x7B));
    painter.drawPolygon(QPolygonF({{-120, -900}, {-70, -900}, {12, -330}, {-14, -330}}));
    painter.drawPolygon(QPolygonF({{120, -900}, {70, -900}, {-12, -330}, {14, -330}}));
}

} // namespace

QImage draw(const Badge& badge)
{
    const QSize size(1280, 960);
    QImage picture = backdrop(size);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform | QPainter::TextAntialiasing);
    painter.translate(size.width() * 0.4, size.height() * 0.52);
    painter.rotate(badge.degrees);
    drawLanyard(painter);

    const QRectF card(-250, -340, 500, 680);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 70));
    painter.drawRoundedRect(card.translated(6, 14), 20, 20);
    QPainterPath shape;
    shape.addRoundedRect(card, 20, 20);
    painter.setClipPath(shape);
    QLinearGradient paper(card.topLeft(), card.bottomRight());
    paper.setColorAt(0, QColor(0xfa, 0xfb, 0xfa));
    paper.setColorAt(1, QColor(0xe6, 0xea, 0xe8));
    painter.fillRect(card, paper);
    painter.fillRect(QRectF(card.left(), card.top(), card.width(), 120), QColor(0x0E, 0x7C, 0x7B));
    painter.setClipping(false);

    const auto text = [&](double x, double y, double pixels, QFont::Weight weight, const QColor& color, const QString& words) {
        if (words.isEmpty())
            return; // fonts need an application with a screen; a badge without words does not
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(static_cast<int>(pixels));
        font.setWeight(weight);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRectF(card.left() + x, card.top() + y, card.width() - 2 * x, 130), Qt::TextWordWrap, words);
    };
    text(36, 26, 34, QFont::Bold, Qt::white, badge.event);
    text(36, 72, 20, QFont::Medium, QColor(255, 255, 255, 215), badge.place);
    text(40, 150, 42, QFont::Bold, QColor(0x12, 0x20, 0x1f), badge.name);
    text(40, 262, 22, QFont::Normal, QColor(0x44, 0x55, 0x55), badge.firm);

    const QImage code = drawCode(badge.format, badge.payload);
    const bool linear = badge.format == Badge::Format::Code128;
    const QRectF place =
        linear ? QRectF(card.left() + 30, card.bottom() - 190, card.width() - 60, 130) : QRectF(card.left() + 34, card.bottom() - 344, 310, 310);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(place, code);
    return picture;
}

QImage drawPlate(const QString& code)
{
    QImage picture(1600, 700, QImage::Format_RGB32);
    picture.fill(QColor(0x46, 0x4d, 0x50));
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing);
    painter.translate(800, 350);
    painter.rotate(1.5);
    painter.setPen(QPen(QColor(0x8a, 0x90, 0x92), 4));
    painter.setBrush(QColor(0xdf, 0xe3, 0xe4));
    painter.drawRoundedRect(QRectF(-760, -290, 1520, 580), 18, 18);
    for (const double x : {-715.0, 715.0}) {
        painter.setBrush(QColor(0x9a, 0xa0, 0xa2));
        painter.drawEllipse(QPointF(x, -245), 18, 18);
        painter.drawEllipse(QPointF(x, 245), 18, 18);
    }
    const QImage bars = drawCode(Badge::Format::Code128, code);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const int module = 1400 / bars.width();
    painter.drawImage(QRect(-bars.width() * module / 2, -120, bars.width() * module, 260), bars);
    return picture;
}

} // namespace rapport::test
