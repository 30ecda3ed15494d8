// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/drawncard.h"

#include "app/tool/bench/drawnperson.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <random>

namespace rapport::tool
{

namespace
{

struct Colours {
    QColor paper, ink, accent, faint;
};

/// A card's face, 85 by 55 mm or so, at 20 pixels a millimetre.
class Face
{
public:
    Face(const DrawnPerson& person, std::mt19937& dice) : m_person(person), m_dice(dice)
    {
        const QSize sizes[] = {{1700, 1100}, {1780, 1020}, {1700, 1080}, {1000, 1640}};
        m_layout = below(8);
        m_image = QImage(m_layout == 7 ? sizes[3] : sizes[below(3)], QImage::Format_RGB32);
        const Colours schemes[] = {{QColor(252, 251, 248), QColor(30, 30, 34), QColor(160, 30, 40), QColor(100, 100, 104)},
                                   {Qt::white, QColor(24, 44, 80), QColor(20, 110, 160), QColor(90, 104, 124)},
                                   {QColor(236, 230, 214), QColor(60, 44, 30), QColor(150, 90, 20), QColor(110, 96, 80)},
                                   {QColor(18, 40, 66), QColor(240, 240, 236), QColor(250, 190, 70), QColor(180, 190, 200)},
                                   {QColor(34, 34, 36), QColor(226, 226, 222), QColor(120, 200, 180), QColor(170, 170, 170)},
                                   {QColor(222, 238, 232), QColor(16, 70, 60), QColor(200, 70, 40), QColor(70, 110, 100)}};
        m_colours = schemes[below(6)];
        const char* families[] = {"Noto Sans",    "Noto Serif",  "Inter",        "DejaVu Sans",
                                  "DejaVu Serif", "Nimbus Sans", "Nimbus Roman", "DejaVu Sans Condensed"};
        m_body = QLatin1String(families[below(8)]);
        m_head = chance(70) ? m_body : QLatin1String(families[below(8)]);
        m_size = 40 + below(15); // 2 to 2.7 mm
    }

    QImage draw()
    {
        m_image.fill(m_colours.paper);
        m_painter.begin(&m_image);
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        layOut();
        m_painter.end();
        return m_image;
    }

private:
    enum class Side { Left, Middle, Right };
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_dice); }
    bool chance(int percent) { return below(100) < percent; }

    /// Writes a line whose top is at @p y; returns the next line's.
    int line(const QString& text, int x, int y, int size, Side side, const QColor& colour, const QString& family, int weight = QFont::Normal,
             bool slanted = false)
    {
        QFont font(family);
        font.setWeight(static_cast<QFont::Weight>(weight));
        font.setItalic(slanted);
        const int room = std::min(m_room, side == Side::Middle ? 2 * std::min(x, m_image.width() - x) - 60
                                          : side == Side::Left ? m_image.width() - x - 50
                                                               : x - 50);
        for (font.setPixelSize(size); QFontMetrics(font).horizontalAdvance(text) > room && font.pixelSize() > 20;)
            font.setPixelSize(font.pixelSize() - 1);
        const QFontMetrics metrics(font);
        const int width = metrics.horizontalAdvance(text);
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(side == Side::Left ? x : side == Side::Middle ? x - width / 2 : x - width, y + metrics.ascent(), text);
        return y + metrics.height();
    }
    int lines(const QStringList& all, int x, int y, Side side)
    {
        for (const QString& one : all)
            y = line(one, x, y, m_size, side, m_colours.ink, m_body);
        return y;
    }
    int firm(int x, int y, Side side, const QColor& colour)
    {
        for (const QString& one : m_person.firmLines)
            y = line(one, x, y, m_size * 3 / 2, side, colour, m_head, QFont::Bold);
        return y;
    }
    int person(int x, int y, Side side)
    {
        y = line(m_person.name, x, y, m_size * 7 / 4, side, m_colours.ink, m_head, chance(50) ? QFont::Bold : QFont::Normal);
        y = line(m_person.job, x, y + 4, m_size * 9 / 8, side, m_colours.faint, m_body, QFont::Normal, chance(30));
        if (!m_person.department.isEmpty())
            y = line(m_person.department, x, y, m_size, side, m_colours.faint, m_body);
        return y;
    }
    int small(int x, int y, Side side)
    {
        return m_person.small.isEmpty() ? y : line(m_person.small, x, y, m_size * 3 / 4, side, m_colours.faint, m_body);
    }
    void logo(int x, int y, int size)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colours.accent);
        switch (below(3)) {
        case 0:
            m_painter.drawEllipse(x, y, size, size);
            m_painter.setBrush(m_colours.paper);
            m_painter.drawEllipse(x + size / 4, y + size / 4, size / 2, size / 2);
            break;
        case 1:
            for (int i = 0; i < 3; ++i)
                m_painter.drawRect(x + i * size / 3, y + size - (i + 1) * size / 3, size / 4, (i + 1) * size / 3);
            break;
        default: {
            QPainterPath path;
            path.moveTo(x, y + size);
            path.lineTo(x + size / 2, y);
            path.lineTo(x + size, y + size);
            path.lineTo(x + size / 2, y + size * 2 / 3);
            m_painter.drawPath(path);
        }
        }
    }

    void layOut()
    {
        const int w = m_image.width(), h = m_image.height(), left = 110, gap = m_size;
        switch (m_layout) {
        case 0: { // logo on top right, all to the left
            logo(w - 300, 90, 180);
            const int y = person(left, firm(left, 100, Side::Left, m_colours.accent) + 2 * gap, Side::Left);
            small(left, lines(m_person.address + m_person.reach, left, y + gap, Side::Left), Side::Left);
            break;
        }
        case 1: { // everything in the middle
            const int y = person(w / 2, firm(w / 2, 80, Side::Middle, m_colours.accent) + gap, Side::Middle);
            lines(m_person.address + m_person.reach, w / 2, y + gap, Side::Middle);
            break;
        }
        case 2: { // a band with the firm, two columns below
            m_painter.fillRect(0, 0, w, h / 4, m_colours.accent);
            firm(left, h / 12, Side::Left, m_colours.paper);
            const int y = person(left, h / 4 + gap, Side::Left) + gap;
            m_room = w / 2 - left - 60;
            lines(m_person.address, left, y, Side::Left);
            lines(m_person.reach, w / 2 + 30, y, Side::Left);
            break;
        }
        case 3: { // the firm at the foot, the person on top right
            int y = person(w - left, 90, Side::Right);
            y = lines(m_person.reach, w - left, y + gap, Side::Right);
            m_painter.fillRect(left, y + gap / 2, w - 2 * left, 4, m_colours.accent);
            y = firm(w - left, y + gap, Side::Right, m_colours.ink);
            lines(m_person.address, w - left, y, Side::Right);
            break;
        }
        case 4: { // a bar on the left with a logo
            m_painter.fillRect(0, 0, w / 6, h, m_colours.accent);
            const int x = w / 6 + 70;
            int y = firm(x, 80, Side::Left, m_colours.ink);
            y = small(x, y, Side::Left);
            y = person(x, y + gap, Side::Left);
            y = lines(m_person.address, x, y + gap, Side::Left);
            lines(m_person.reach, x, y + gap / 2, Side::Left);
            break;
        }
        case 5: { // person left, the rest right, firm below the person
            m_room = w / 2 - left - 20;
            const int y = person(left, 120, Side::Left);
            firm(left, y + 2 * gap, Side::Left, m_colours.accent);
            lines(m_person.reach + m_person.address, w - left,
                  h - static_cast<int>(m_person.reach.size() + m_person.address.size() + 1) * m_size * 14 / 10 - 60, Side::Right);
            break;
        }
        case 6: { // numbers side by side in one row
            logo(left, 80, 140);
            firm(left + 180, 90, Side::Left, m_colours.ink);
            int y = person(left, 300, Side::Left) + gap;
            y = lines(m_person.address, left, y, Side::Left);
            QStringList rows;
            for (qsizetype i = 0; i < m_person.reach.size(); i += 2)
                rows.append(m_person.reach.mid(i, 2).join(chance(50) ? QStringLiteral("   ") : QStringLiteral(" | ")));
            small(left, lines(rows, left, y + gap / 2, Side::Left), Side::Left);
            break;
        }
        default: { // upright
            logo(w / 2 - 90, 90, 180);
            int y = firm(w / 2, 310, Side::Middle, m_colours.accent);
            y = person(w / 2, y + 2 * gap, Side::Middle);
            lines(m_person.reach + m_person.address, w / 2, y + 2 * gap, Side::Middle);
        }
        }
    }

    const DrawnPerson& m_person;
    std::mt19937& m_dice;
    QImage m_image;
    QPainter m_painter;
    Colours m_colours;
    QString m_body, m_head;
    int m_size = 50, m_layout = 0;
    int m_room = 10'000; ///< pixels that a line may be wide
};

/// Papers that lie about on a table, one of them written on.
void scatter(QImage& table, std::mt19937& dice)
{
    const auto between = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(dice); };
    QPainter painter(&table);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 3; ++i) {
        painter.save();
        painter.translate(between(0, table.width()), between(0, table.height()));
        painter.rotate(between(0, 180));
        const QRectF paper(0, 0, between(0.3, 0.8) * table.width(), between(0.2, 0.6) * table.height());
        painter.fillRect(paper, QColor::fromHsv(static_cast<int>(between(0, 359)), i == 0 ? 10 : 120, static_cast<int>(between(120, 235))));
        for (double y = 40; i == 0 && y < paper.height() - 20; y += 36)
            painter.fillRect(QRectF(40, y, paper.width() * between(0.5, 0.85), 6), QColor(90, 90, 96));
        painter.restore();
    }
}

/// A table with some grain.
QImage table(const QSize& size, std::mt19937& dice)
{
    const QColor tones[] = {QColor(120, 90, 62), QColor(70, 70, 72), QColor(190, 184, 172), QColor(50, 74, 68), QColor(214, 200, 180)};
    const QColor tone = tones[std::uniform_int_distribution<int>(0, 4)(dice)];
    const bool stripes = std::uniform_int_distribution<int>(0, 1)(dice) == 1;
    QImage grain(stripes ? QSize(8, 160) : QSize(240, 180), QImage::Format_RGB32);
    std::normal_distribution<double> spread(0, 14);
    for (int y = 0; y < grain.height(); ++y) {
        for (int x = 0; x < grain.width(); ++x) {
            const int step = static_cast<int>(spread(dice));
            grain.setPixel(x, y, qRgb(qBound(0, tone.red() + step, 255), qBound(0, tone.green() + step, 255), qBound(0, tone.blue() + step, 255)));
        }
    }
    QImage all = grain.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (std::uniform_int_distribution<int>(0, 2)(dice) == 0)
        scatter(all, dice);
    return all;
}

QImage photograph(const QImage& face, std::mt19937& dice)
{
    const auto between = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(dice); };
    const QSize sizes[] = {{1600, 1200}, {2048, 1536}, {1200, 1600}, {3264, 2448}};
    const QSize size = sizes[std::uniform_int_distribution<int>(0, 3)(dice)];
    QImage picture = table(size, dice);
    const double turns[] = {0, 0, 0, 0, 90, 270, 180, between(-40, 40)};
    const double angle = turns[std::uniform_int_distribution<int>(0, 7)(dice)] + between(-9, 9), share = between(0.55, 0.88);
    const double radians = angle * M_PI / 180, across = std::abs(face.width() * std::cos(radians)) + std::abs(face.height() * std::sin(radians)),
                 down = std::abs(face.width() * std::sin(radians)) + std::abs(face.height() * std::cos(radians));
    const double scale = share * std::min(size.width() / across, size.height() / down);
    QTransform there = QTransform(1, 0, between(-8e-5, 8e-5), 0, 1, between(-8e-5, 8e-5), 0, 0, 1) *
                       QTransform().translate(size.width() / 2.0, size.height() / 2.0).rotate(angle).scale(scale, scale);
    there = QTransform::fromTranslate(-face.width() / 2.0, -face.height() / 2.0) * there;
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 70));
    painter.drawPolygon(there.map(QPolygonF(QRectF(face.rect()))).translated(size.width() * 0.006, size.width() * 0.008));
    painter.setTransform(there);
    // Shrunk before it is warped, or thin strokes would fall between the pixels.
    const double shrink = std::max(1.0, 0.8 / scale);
    const QImage smaller = face.scaled(face.size() / shrink, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(QRectF(face.rect()), smaller);
    painter.resetTransform();
    QLinearGradient light(between(0, size.width()), 0, between(0, size.width()), size.height());
    light.setColorAt(0, QColor(0, 0, 0, static_cast<int>(between(0, 60))));
    light.setColorAt(1, QColor(0, 0, 0, static_cast<int>(between(0, 110))));
    painter.fillRect(picture.rect(), light);
    if (between(0, 1) < 0.3) {
        QRadialGradient glare(QPointF(between(0.3, 0.7) * size.width(), between(0.3, 0.7) * size.height()), 0.18 * size.width());
        glare.setColorAt(0, QColor(255, 255, 255, 120));
        glare.setColorAt(1, QColor(255, 255, 255, 0));
        painter.fillRect(picture.rect(), glare);
    }
    painter.end();
    const double soft = between(1, 1.7);
    picture =
        picture.scaled(size / soft, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QBuffer file;
    file.open(QIODevice::ReadWrite);
    picture.save(&file, "JPEG", static_cast<int>(between(60, 88)));
    return QImage::fromData(file.data(), "JPEG").convertToFormat(QImage::Format_RGB32);
}

} // namespace

DrawnCard drawCard(unsigned number)
{
    std::mt19937 dice(number);
    const DrawnPerson person = inventPerson(dice);
    const QImage face = Face(person, dice).draw();
    return {photograph(face, dice), person.truth};
}

} // namespace rapport::tool
