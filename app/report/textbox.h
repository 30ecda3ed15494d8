// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

namespace rapport::report
{

constexpr int dotsPerInch = 1200; ///< of the pages: everything below is measured in these dots
constexpr qreal mm(qreal millimetres)
{
    return millimetres * dotsPerInch / 25.4;
}
constexpr qreal pt(qreal points)
{
    return points * dotsPerInch / 72;
}

enum class Reading { LeftToRight, RightToLeft };
enum class Side { Start, End }; ///< where a column's text stands, as the page is read

/// How text looks: Inter, with whatever font the device has for scripts that Inter lacks.
struct Face {
    qreal points = 10;
    QFont::Weight weight = QFont::Normal;
    QColor colour;
};

/// Text in a column of some width: broken into lines, which may be drawn some here and some on the next page. Words that are too long are broken too.
class TextBox
{
public:
    TextBox(const QString& text, const Face& face, qreal width, Reading reading, Side side = Side::Start);
    ~TextBox();
    TextBox(TextBox&&) noexcept;
    TextBox& operator=(TextBox&&) noexcept;

    int lines() const;
    qreal lineHeight() const { return m_lineHeight; }
    qreal height() const { return lines() * m_lineHeight; }
    qreal widest() const; ///< of its lines
    /// Lines @p from up to but without @p to, the first of them at @p at.
    void draw(QPainter& painter, QPointF at, int from, int to) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    QColor m_colour;
    qreal m_lineHeight = 0;
};

} // namespace rapport::report
