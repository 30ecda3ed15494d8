// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QQuickItem>

namespace rapport::app
{

/// Shows a QImage: `FrameView { image: scan.frame }`. Fills its area and cuts what stands over; `contentRect` is where the whole picture lies, in
/// item coordinates, so that an outline (0 … 1 of the picture) can be drawn over it.
class FrameView : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage image READ image WRITE setImage NOTIFY imageChanged)
    Q_PROPERTY(QRectF contentRect READ contentRect NOTIFY contentRectChanged)
    Q_PROPERTY(bool crop READ crop WRITE setCrop NOTIFY contentRectChanged) ///< true: fill and cut; false: show all of it

public:
    explicit FrameView(QQuickItem* parent = nullptr);

    QImage image() const { return m_image; }
    void setImage(const QImage& image);
    QRectF contentRect() const;
    bool crop() const { return m_crop; }
    void setCrop(bool crop);

Q_SIGNALS:
    void imageChanged();
    void contentRectChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData*) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    QImage m_image;
    bool m_crop = true, m_imageIsNew = false;
};

} // namespace rapport::app
