// SPDX-License-Identifier: Apache-2.0
#include "app/report/flow.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rapport::report
{

namespace
{

constexpr qreal tallest = paper::height - paper::topOfNext - paper::bottom; ///< that fits on a page of its own

void draw(QPainter& painter, const Band& band, QPointF origin)
{
    painter.setPen(Qt::NoPen);
    for (const Band::Shape& shape : band.shapes) {
        painter.setBrush(shape.colour);
        if (shape.radius > 0)
            painter.drawRoundedRect(shape.where.translated(origin), shape.radius, shape.radius);
        else
            painter.drawRect(shape.where.translated(origin));
    }
    for (const Band::Picture& picture : band.pictures)
        painter.drawImage(picture.where.translated(origin), QImage::fromData(picture.jpeg, "JPEG"));
    for (const Band::Text& text : band.texts)
        text.box.draw(painter, origin + text.at, 0, text.box.lines());
}

} // namespace

Flow::Flow() = default;

Flow::Flow(QPainter& painter, TurnPage turn, Dress dress) : m_painter(&painter), m_turn(std::move(turn)), m_dress(std::move(dress))
{
    m_dress(painter, m_page);
}

void Flow::nextPage()
{
    ++m_page;
    m_y = m_pageTop = paper::topOfNext;
    m_headerDue = m_header.has_value();
    if (!m_painter)
        return;
    m_turn();
    m_dress(*m_painter, m_page);
}

void Flow::put(const Band& band)
{
    const qreal y = atTop() ? m_y - band.above : m_y;
    if (m_painter)
        draw(*m_painter, band, {paper::side, y});
    m_y = y + band.height;
}

void Flow::putHeader()
{
    if (std::exchange(m_headerDue, false))
        put(*m_header);
}

void Flow::place(const Band& band)
{
    const bool cut = band.height > tallest;
    qreal needed = cut ? mm(40) : band.height; // of what is cut anyway, a few lines at least
    for (const Band& held : m_held)
        needed += held.height;
    if (m_headerDue)
        needed += m_header->height;
    if (needed > left() && !atTop())
        nextPage();
    for (const Band& held : std::exchange(m_held, {}))
        put(held);
    putHeader();
    if (cut || band.height > left()) // the latter below headings that fill a page
        putInParts(band);
    else
        put(band);
}

/// The lines of its texts, side by side, as many on each page as there is room for. Nothing else of it is that tall.
void Flow::putInParts(const Band& band)
{
    std::vector<int> done(band.texts.size(), 0);
    const auto finished = [&] {
        for (std::size_t at = 0; at < done.size(); ++at) {
            if (done[at] < band.texts[at].box.lines())
                return false;
        }
        return true;
    };
    while (!finished()) {
        qreal used = 0;
        for (std::size_t at = 0; at < done.size(); ++at) {
            const Band::Text& text = band.texts[at];
            const int fit = std::max(static_cast<int>(std::floor((left() - text.at.y()) / text.box.lineHeight())), atTop() ? 1 : 0);
            const int upTo = std::min(text.box.lines(), done[at] + fit);
            if (m_painter)
                text.box.draw(*m_painter, QPointF(paper::side, m_y) + text.at, done[at], upTo);
            if (upTo > done[at])
                used = std::max(used, text.at.y() + (upTo - done[at]) * text.box.lineHeight());
            done[at] = upTo;
        }
        m_y += used;
        if (!finished()) {
            nextPage();
            putHeader();
        }
    }
    m_y += mm(2);
}

void Flow::hold(Band band)
{
    m_held.push_back(std::move(band));
}

void Flow::open(Band header)
{
    m_header = std::move(header);
    m_headerDue = true;
}

void Flow::close()
{
    m_header.reset();
    m_headerDue = false;
}

void Flow::skip(qreal height)
{
    if (!atTop())
        m_y += height;
}

} // namespace rapport::report
