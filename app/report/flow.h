// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/report/textbox.h"

#include <QByteArray>
#include <QRectF>

#include <functional>
#include <optional>
#include <vector>

namespace rapport::report
{

/// A4, and where on it the text stands.
namespace paper
{
constexpr qreal width = mm(210), height = mm(297), side = mm(20), top = mm(16), topOfNext = mm(24), bottom = mm(24);
constexpr qreal column = width - 2 * side;
} // namespace paper

/// A strip across the column: a row of a table, an answer, a heading. Places are measured from its upper left corner.
struct Band {
    struct Text {
        TextBox box;
        QPointF at;
    };
    struct Picture {
        QRectF where;
        QByteArray jpeg; ///< decoded when it is drawn
    };
    struct Shape {
        QRectF where;
        QColor colour;
        qreal radius = 0;
    };
    qreal height = 0;
    qreal above = 0;           ///< of it: the space before its text, which nothing needs at the head of a page
    std::vector<Shape> shapes; ///< below everything else
    std::vector<Picture> pictures;
    std::vector<Text> texts;
};

/// Bands one below the other on as many pages as they need. No band is cut that fits on a page of its own.
class Flow
{
public:
    /// What stands on every page outside the column; its number begins with 1.
    using Dress = std::function<void(QPainter&, int page)>;
    using TurnPage = std::function<void()>;

    Flow(); ///< counts pages, draws nothing
    Flow(QPainter& painter, TurnPage turn, Dress dress);

    void place(const Band& band);
    void hold(Band band);   ///< on the page of what is placed next
    void open(Band header); ///< of a table: on each of its pages
    void close();
    void skip(qreal height); ///< not at the head of a page
    int pages() const { return m_page; }

private:
    void nextPage();
    void put(const Band& band);
    void putInParts(const Band& band);
    void putHeader();
    qreal left() const { return paper::height - paper::bottom - m_y; }
    bool atTop() const { return m_y <= m_pageTop; }

    QPainter* m_painter = nullptr;
    TurnPage m_turn;
    Dress m_dress;
    std::vector<Band> m_held;
    std::optional<Band> m_header;
    bool m_headerDue = false;
    int m_page = 1;
    qreal m_pageTop = paper::top, m_y = paper::top;
};

} // namespace rapport::report
