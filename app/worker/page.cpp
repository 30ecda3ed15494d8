// SPDX-License-Identifier: Apache-2.0
#include "app/worker/page.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfDocument>

#include <algorithm>

namespace rapport::worker
{

namespace
{

constexpr int tallest = 8000; ///< pixels: a page may say that it is a mile high

} // namespace

QImage paperOf(QPdfDocument& document, int page, int width)
{
    const QSizeF points = document.pagePointSize(page);
    const int height = static_cast<int>(std::clamp(width * points.height() / points.width(), 1.0, static_cast<double>(tallest)));
    const QImage drawn = document.render(page, {width, height});
    QImage paper(QSize(width, height), QImage::Format_RGB32); // a PDF has no ground of its own
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, drawn);
    return paper;
}

QByteArray drawPage(const QByteArray& pdf, int page, int width)
{
    QBuffer file;
    file.setData(pdf);
    file.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&file);
    if (document.status() != QPdfDocument::Status::Ready || page < 1 || page > document.pageCount() || document.pagePointSize(page - 1).isEmpty())
        return {};
    QByteArray png;
    QBuffer out(&png);
    out.open(QIODevice::WriteOnly);
    paperOf(document, page - 1, width).save(&out, "PNG", 80); // quick rather than small: it lives as long as the screen shows it
    return png;
}

} // namespace rapport::worker
