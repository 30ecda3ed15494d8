// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/frameview.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace rapport::app
{

FrameView::FrameView(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setClip(true);
}

void FrameView::setImage(const QImage& image)
{
    if (m_image.cacheKey() == image.cacheKey())
        return;
    const bool otherShape = m_image.size() != image.size();
    m_image = image;
    m_imageIsNew = true;
    update();
    Q_EMIT imageChanged();
    if (otherShape)
        Q_EMIT contentRectChanged();
}

void FrameView::setCrop(bool crop)
{
    if (m_crop == crop)
        return;
    m_crop = crop;
    update();
    Q_EMIT contentRectChanged();
}

QRectF FrameView::contentRect() const
{
    if (m_image.isNull() || width() <= 0 || height() <= 0)
        return {};
    const QSizeF scaled = QSizeF(m_image.size()).scaled(size(), m_crop ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio);
    return {QPointF((width() - scaled.width()) / 2, (height() - scaled.height()) / 2), scaled};
}

QSGNode* FrameView::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    auto* node = static_cast<QSGImageNode*>(old);
    const QRectF place = contentRect();
    if (place.isEmpty()) {
        delete node;
        m_imageIsNew = true; // the next node needs the picture again
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_imageIsNew = true;
    }
    if (m_imageIsNew)
        node->setTexture(window()->createTextureFromImage(m_image));
    m_imageIsNew = false;
    node->setRect(place);
    return node;
}

void FrameView::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() == before.size())
        return;
    update();
    Q_EMIT contentRectChanged();
}

} // namespace rapport::app
