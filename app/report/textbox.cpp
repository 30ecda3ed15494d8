// SPDX-License-Identifier: Apache-2.0
#include "app/report/textbox.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace rapport::report
{

namespace
{

constexpr qreal leading = 1.34; ///< height of a line in its letters' size

QFont fontOf(const Face& face)
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans")});
    font.setPixelSize(static_cast<int>(pt(face.points)));
    font.setWeight(face.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool isSign(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    const bool digits = at > 0 && at + 1 < text.size() && text[at - 1].isDigit() && text[at + 1].isDigit();
    return c.isPunct() || c.isSymbol() || (digits && (c == QLatin1Char('x') || c == QLatin1Char('X')));
}

/// Inter draws some signs differently beside capitals and digits ("PX200-24", "09:15", "2x3"); those shapes have no place in Unicode, so that nobody
/// could find or copy them in a PDF. A sign in a run of its own has no neighbours.
QList<QTextLayout::FormatRange> signsAlone(const QString& text, const QColor& colour)
{
    constexpr qsizetype most = 2000;
    QList<QTextLayout::FormatRange> ranges;
    for (qsizetype at = 0; at < text.size() && ranges.size() < most; ++at) {
        if (!isSign(text, at))
            continue;
        QTextLayout::FormatRange range{static_cast<int>(at), 1, {}};
        range.format.setForeground(colour);
        ranges.append(range);
    }
    return ranges;
}

/// Text is read as its own letters are, and stands where the page wants it.
QTextOption optionOf(const QString& text, Reading reading, Side side)
{
    const bool left = (reading == Reading::LeftToRight) == (side == Side::Start);
    QTextOption option((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute);
    const bool rightToLeft =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }) ? text.isRightToLeft() : reading == Reading::RightToLeft;
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

TextBox::TextBox(const QString& text, const Face& face, qreal width, Reading reading, Side side)
    : m_layout(std::make_unique<QTextLayout>(QString(text).replace(QLatin1Char('\n'), QChar::LineSeparator), fontOf(face))), m_colour(face.colour),
      m_lineHeight(pt(face.points) * leading)
{
    m_layout->setFormats(signsAlone(m_layout->text(), face.colour));
    m_layout->setTextOption(optionOf(text, reading, side));
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine())
        line.setLineWidth(width);
    m_layout->endLayout();
    for (int at = 0; at < m_layout->lineCount(); ++at)
        m_lineHeight = std::max(m_lineHeight, m_layout->lineAt(at).height()); // some scripts are taller
    for (int at = 0; at < m_layout->lineCount(); ++at) {
        QTextLine line = m_layout->lineAt(at);
        line.setPosition({0, at * m_lineHeight + (m_lineHeight - line.height()) / 2});
    }
}

TextBox::~TextBox() = default;
TextBox::TextBox(TextBox&&) noexcept = default;
TextBox& TextBox::operator=(TextBox&&) noexcept = default;

int TextBox::lines() const
{
    return m_layout->text().isEmpty() ? 0 : m_layout->lineCount();
}

qreal TextBox::widest() const
{
    qreal widest = 0;
    for (int at = 0; at < m_layout->lineCount(); ++at)
        widest = std::max(widest, m_layout->lineAt(at).naturalTextWidth());
    return widest;
}

void TextBox::draw(QPainter& painter, QPointF at, int from, int to) const
{
    painter.setPen(m_colour);
    for (int line = from; line < std::min(to, lines()); ++line)
        m_layout->lineAt(line).draw(&painter, at - QPointF(0, from * m_lineHeight));
}

} // namespace rapport::report
