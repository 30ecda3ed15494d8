// SPDX-License-Identifier: Apache-2.0
#include "app/report/typeset.h"

#include "app/report/flow.h"
#include "app/report/speech.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace rapport::report
{

namespace
{

// The look's light colours (../../qml/theme), for paper.
const QColor text(0x12, 0x20, 0x1F), muted(0x4F, 0x60, 0x5F), primary(0x0B, 0x5A, 0x60), outline(0xD7, 0xDE, 0xDE), ground(0xF2, 0xF4, 0xF4);
const QColor positive(0x1B, 0x6B, 0x43), positiveSoft(0xDF, 0xF1, 0xE7), danger(0xB3, 0x26, 0x1E), dangerSoft(0xFC, 0xE7, 0xE5);
const QColor attention(0xAD, 0x46, 0x00), attentionSoft(0xFF, 0xEA, 0xDC);

constexpr qreal labelShare = 0.42; ///< of the column; the answer has the rest
constexpr qreal hairline = mm(0.2), gap = mm(5);

/// What can be read on white; else our own.
QColor accentOf(const QString& wanted)
{
    const QColor colour(wanted);
    constexpr int darkEnough = 125; // grey of 125: 4.2 to 1
    return colour.isValid() && qGray(colour.rgb()) < darkEnough ? colour : primary;
}

class Typesetter
{
public:
    explicit Typesetter(const Content& content)
        : m_content(content), m_speech(content.language), m_reading(m_speech.isRightToLeft() ? Reading::RightToLeft : Reading::LeftToRight),
          m_accent(accentOf(content.accent))
    {
    }

    void fill(Flow& flow) const
    {
        head(flow);
        for (const Part& part : m_content.parts) {
            if (!part.title.isEmpty())
                flow.hold(sectionHeading(part.title));
            else
                flow.skip(mm(6));
            for (const Block& block : part.blocks) {
                if (flow.pages() >= mostPages)
                    return flow.place(single(m_speech.say(QT_TRANSLATE_NOOP("Report", "The report ends here: there is more than it can hold.")),
                                             {10, QFont::DemiBold, attention}, mm(4), mm(2)));
                std::visit([&](const auto& one) { place(flow, one); }, block);
            }
        }
    }

    /// What stands outside the column of a page.
    void dress(QPainter& painter, int page, int pages) const
    {
        if (page > 1) {
            const QString running = m_content.customer.isEmpty() ? m_content.title : m_content.title + QStringLiteral(" · ") + m_content.customer;
            const TextBox left = box(running.left(90), {8.5, QFont::Medium, muted}, paper::column * 0.72);
            left.draw(painter, {paper::side + column(0, paper::column * 0.72), mm(13)}, 0, 1);
            if (m_content.audience == Audience::Internal) {
                const TextBox mark = box(internalMark(), {8.5, QFont::DemiBold, attention}, paper::column * 0.27, Side::End);
                mark.draw(painter, {paper::side + column(paper::column * 0.73, paper::column * 0.27), mm(13)}, 0, 1);
            }
            rule(painter, mm(20));
        }
        const qreal foot = paper::height - mm(18);
        rule(painter, foot - mm(2.2));
        const QString number = m_speech.say(QT_TRANSLATE_NOOP("Report", "Page %1 of %2")).arg(m_speech.count(page), m_speech.count(pages));
        const Face face{7.5, QFont::Normal, muted};
        box(m_content.form, face, paper::column * 0.7).draw(painter, {paper::side + column(0, paper::column * 0.7), foot}, 0, 1);
        box(number, {7.5, QFont::Medium, text}, paper::column * 0.28, Side::End)
            .draw(painter, {paper::side + column(paper::column * 0.72, paper::column * 0.28), foot}, 0, 1);
        const QString proof =
            m_speech.say(QT_TRANSLATE_NOOP("Report", "Conversation %1 · SHA-256 of the record %2")).arg(m_content.conversation, m_content.sha256);
        box(proof, {6.2, QFont::Normal, muted}, paper::column).draw(painter, {paper::side, foot + mm(4)}, 0, 2);
    }

private:
    TextBox box(const QString& words, const Face& face, qreal width, Side side = Side::Start) const
    {
        return TextBox(words, face, width, m_reading, side);
    }
    /// Where a column begins that lies @p from behind the edge at which reading begins.
    qreal column(qreal from, qreal width) const { return m_reading == Reading::LeftToRight ? from : paper::column - from - width; }

    void rule(QPainter& painter, qreal y) const { painter.fillRect(QRectF(paper::side, y, paper::column, hairline), outline); }
    static Band::Shape line(qreal y) { return {{0, y, paper::column, hairline}, outline}; }

    QString internalMark() const { return m_speech.say(QT_TRANSLATE_NOOP("Report", "Internal, not for the customer")); }

    Band single(const QString& words, const Face& face, qreal above, qreal below) const
    {
        Band band;
        TextBox all = box(words, face, paper::column);
        band.height = above + all.height() + below;
        band.texts.push_back({std::move(all), {0, above}});
        return band;
    }

    // ---- the head of the first page

    void head(Flow& flow) const
    {
        const bool internal = m_content.audience == Audience::Internal;
        if (!m_content.issuer.isEmpty() || internal) {
            Band band;
            TextBox issuer = box(m_content.issuer, {11, QFont::DemiBold, m_accent}, paper::column * 0.6);
            band.height = std::max(issuer.height(), mm(7)) + mm(4);
            band.texts.push_back({std::move(issuer), {column(0, paper::column * 0.6), 0}});
            if (internal)
                addPill(band, internalMark(), attention, attentionSoft, paper::column, Side::End, 0);
            flow.place(band);
        }
        Band bar;
        bar.height = mm(5);
        bar.shapes.push_back({{column(0, mm(16)), 0, mm(16), mm(1.1)}, m_accent, mm(0.55)});
        flow.place(bar);
        flow.place(single(m_content.title, {22, QFont::DemiBold, text}, 0, mm(4)));
        flow.place(facts());
    }

    /// Two columns on a quiet ground.
    Band facts() const
    {
        constexpr qreal padding = mm(4.5), between = mm(6), row = mm(2.8);
        const qreal width = (paper::column - 2 * padding - between) / 2;
        Band band;
        qreal y = padding, tallest = 0;
        for (std::size_t at = 0; at < m_content.facts.size(); ++at) {
            const bool second = at % 2 == 1;
            const qreal x = column(padding + (second ? width + between : 0), width);
            TextBox label = box(m_content.facts[at].label, {8, QFont::Normal, muted}, width);
            TextBox value = box(m_content.facts[at].value, {10, QFont::Medium, text}, width);
            const qreal height = label.height() + mm(0.4) + value.height();
            band.texts.push_back({std::move(value), {x, y + label.height() + mm(0.4)}});
            band.texts.push_back({std::move(label), {x, y}});
            std::swap(band.texts[band.texts.size() - 2], band.texts.back()); // in reading order, for those who hear it
            tallest = std::max(tallest, height);
            if (second || at + 1 == m_content.facts.size()) {
                y += tallest + row;
                tallest = 0;
            }
        }
        band.height = y - row + padding;
        band.shapes.push_back({{0, 0, paper::column, band.height}, ground, mm(2.5)});
        return band;
    }

    Band sectionHeading(const QString& title) const
    {
        Band band = single(title, {13, QFont::DemiBold, text}, mm(5.2), mm(1.4));
        band.above = mm(5.2);
        band.shapes.push_back({{0, band.height - mm(0.35), paper::column, mm(0.35)}, m_accent});
        return band;
    }

    // ---- answers

    void place(Flow& flow, const Heading& heading) const
    {
        flow.hold(single(heading.text, {heading.depth <= 1 ? 10.5 : 9.5, QFont::DemiBold, heading.depth <= 1 ? text : muted}, mm(4), mm(1)));
    }

    void place(Flow& flow, const Remark& remark) const { flow.place(single(remark.text, {9, QFont::Normal, muted}, mm(2), mm(1.6))); }

    void place(Flow& flow, const Line& line) const
    {
        flow.place(answer(line.label, line.value, {9.5, QFont::Normal, muted}, {10, QFont::Normal, line.open ? muted : text}));
    }

    Band answer(const QString& label, const QString& value, const Face& labelFace, const Face& valueFace, qreal indent = 0) const
    {
        constexpr qreal padding = mm(0.8);
        const qreal labelWidth = paper::column * labelShare - gap - indent, valueWidth = paper::column * (1 - labelShare);
        Band band;
        TextBox left = box(label, labelFace, labelWidth);
        TextBox right = box(value, valueFace, valueWidth);
        band.height = std::max(left.height(), right.height()) + 2 * padding;
        band.texts.push_back({std::move(left), {column(indent, labelWidth), padding + pt(0.3)}});
        band.texts.push_back({std::move(right), {column(paper::column * labelShare, valueWidth), padding}});
        band.shapes.push_back(line(band.height - hairline));
        return band;
    }

    void place(Flow& flow, const Picture& picture) const
    {
        const QString label = picture.label;
        if (picture.file.isEmpty()) {
            flow.place(answer(label, picture.missing, {9.5, QFont::Normal, muted}, {10, QFont::Normal, muted}));
            return;
        }
        constexpr qreal padding = mm(2.5);
        const bool signature = picture.kind == Picture::Kind::Signature;
        const qreal labelWidth = paper::column * labelShare - gap, valueWidth = paper::column * (1 - labelShare);
        const qreal x = paper::column * labelShare;
        const QSizeF natural = QSizeF(picture.size) * (mm(25.4) / 100); // no coarser than 100 pixels an inch
        const QSizeF most = signature ? QSizeF(mm(64), mm(19)) : QSizeF(valueWidth, mm(42));
        const QSizeF size =
            natural.width() <= most.width() && natural.height() <= most.height() ? natural : natural.scaled(most, Qt::KeepAspectRatio);
        Band band;
        TextBox left = box(label, {9.5, QFont::Normal, muted}, labelWidth);
        band.pictures.push_back({{{column(x, size.width()), padding}, size}, picture.file});
        qreal y = padding + size.height();
        if (signature)
            y = signedBy(band, picture, x, y);
        band.height = std::max(left.height() + padding, y) + padding;
        band.texts.insert(band.texts.begin(), {std::move(left), {column(0, labelWidth), padding}});
        band.shapes.push_back(line(band.height - hairline));
        flow.place(band);
    }

    /// The line below a signature, and whose it is.
    qreal signedBy(Band& band, const Picture& picture, qreal x, qreal y) const
    {
        constexpr qreal width = mm(64);
        y += mm(0.8); // clear of the picture, whose last dots a viewer may round up
        band.shapes.push_back({{column(x, width), y, width, mm(0.25)}, muted});
        y += mm(1);
        for (const auto& [words, face] :
             {std::pair(picture.name, Face{10, QFont::Medium, text}), std::pair(picture.nameLabel, Face{8, QFont::Normal, muted})}) {
            if (words.isEmpty())
                continue;
            TextBox one = box(words, face, width);
            const qreal height = one.height();
            band.texts.push_back({std::move(one), {column(x, width), y}});
            y += height;
        }
        return y;
    }

    // ---- tables

    struct Column {
        qreal from, width;
        Side side = Side::Start;
    };

    Band header(const std::vector<Column>& columns, const QStringList& titles) const
    {
        Band band;
        qreal tallest = 0;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            TextBox title = box(titles.value(static_cast<qsizetype>(at)), {8, QFont::Medium, muted}, columns[at].width, columns[at].side);
            tallest = std::max(tallest, title.height());
            band.texts.push_back({std::move(title), {column(columns[at].from, columns[at].width), mm(2)}});
        }
        band.height = tallest + mm(3.4);
        band.shapes.push_back({{0, band.height - mm(0.3), paper::column, mm(0.3)}, muted});
        return band;
    }

    /// A word on a soft ground, round at its ends.
    void addPill(Band& band, const QString& words, const QColor& ink, const QColor& soft, qreal width, Side side, qreal y, qreal from = 0) const
    {
        constexpr qreal inside = mm(2);
        TextBox word = box(words, {9, QFont::DemiBold, ink}, width - 2 * inside, side);
        const qreal pill = std::min(width, word.widest() + 2 * inside), height = word.height() + mm(0.8);
        const qreal start = side == Side::Start ? column(from, pill) : column(from + width - pill, pill);
        band.shapes.push_back({{start, y - mm(0.4), pill, height}, soft, std::min(height / 2, mm(2.6))});
        band.texts.push_back({std::move(word), {column(from + inside, width - 2 * inside), y}});
    }

    void place(Flow& flow, const Measurements& table) const
    {
        const std::vector<Column> columns{{0, mm(58)}, {mm(60), mm(22), Side::End}, {mm(84), mm(18)}, {mm(104), mm(32)}, {mm(136), mm(34)}};
        flow.open(header(columns, {table.what, m_speech.say(QT_TRANSLATE_NOOP("Report", "Value")), m_speech.say(QT_TRANSLATE_NOOP("Report", "Unit")),
                                   m_speech.say(QT_TRANSLATE_NOOP("Report", "Limits")), m_speech.say(QT_TRANSLATE_NOOP("Report", "Result"))}));
        for (const Measured& row : table.rows) {
            if (flow.pages() >= mostPages)
                break;
            flow.place(measured(columns, row));
        }
        flow.close();
    }

    Band measured(const std::vector<Column>& columns, const Measured& row) const
    {
        constexpr qreal padding = mm(1);
        const bool outside = row.outcome == Measured::Outcome::Outside;
        Band band;
        qreal y = 0;
        const auto add = [&](std::size_t at, const QString& words, const Face& face) {
            TextBox cell = box(words, face, columns[at].width, columns[at].side);
            y = std::max(y, cell.height());
            band.texts.push_back({std::move(cell), {column(columns[at].from, columns[at].width), padding}});
        };
        add(0, row.what, {10, QFont::Normal, text});
        add(1, row.value, {10, QFont::DemiBold, outside ? danger : text});
        add(2, row.unit, {10, QFont::Normal, text});
        add(3, row.limits, {9.5, QFont::Normal, muted});
        if (!row.verdict.isEmpty()) {
            addPill(band, row.verdict, outside ? danger : positive, outside ? dangerSoft : positiveSoft, columns[4].width, Side::Start, padding,
                    columns[4].from);
            y = std::max(y, band.texts.back().box.height());
        }
        y += padding;
        for (const Fact& note : row.notes)
            y = addNote(band, note, y);
        band.height = y + padding;
        band.shapes.push_back(line(band.height - hairline));
        return band;
    }

    qreal addNote(Band& band, const Fact& note, qreal y) const
    {
        constexpr qreal indent = mm(4);
        const qreal labelWidth = mm(58) - indent, valueWidth = paper::column - mm(60);
        TextBox label = box(note.label, {8.5, QFont::Normal, muted}, labelWidth);
        TextBox value = box(note.value, {9.5, QFont::Normal, text}, valueWidth);
        const qreal height = std::max(label.height(), value.height());
        band.texts.push_back({std::move(label), {column(indent, labelWidth), y + mm(1.2)}});
        band.texts.push_back({std::move(value), {column(mm(60), valueWidth), y + mm(1)}});
        return y + mm(1) + height;
    }

    /// As wide as what stands in them asks for, none much wider than the others.
    static std::vector<Column> columnsOf(const Table& table)
    {
        constexpr qsizetype least = 8, most = 40;
        constexpr qreal between = mm(4);
        std::vector<qreal> weights;
        for (qsizetype at = 0; at < table.columns.size(); ++at) {
            qsizetype longest = table.columns[at].size();
            for (const QStringList& row : table.rows)
                longest = std::max(longest, row[at].size());
            weights.push_back(static_cast<qreal>(std::clamp(longest, least, most)));
        }
        qreal sum = 0;
        for (const qreal weight : weights)
            sum += weight;
        std::vector<Column> columns;
        qreal from = 0;
        for (const qreal weight : weights) {
            const qreal width = paper::column * weight / sum;
            columns.push_back({from, width - between});
            from += width;
        }
        return columns;
    }

    void place(Flow& flow, const Table& table) const
    {
        constexpr qreal padding = mm(1);
        const std::vector<Column> columns = columnsOf(table);
        flow.open(header(columns, table.columns));
        for (const QStringList& row : table.rows) {
            if (flow.pages() >= mostPages)
                break;
            Band band;
            for (std::size_t at = 0; at < columns.size(); ++at) {
                TextBox cell = box(row[static_cast<qsizetype>(at)], {10, QFont::Normal, text}, columns[at].width);
                band.height = std::max(band.height, cell.height() + 2 * padding);
                band.texts.push_back({std::move(cell), {column(columns[at].from, columns[at].width), padding}});
            }
            band.shapes.push_back(line(band.height - hairline));
            flow.place(band);
        }
        flow.close();
    }

    const Content& m_content;
    const Speech m_speech;
    const Reading m_reading;
    const QColor m_accent;
};

} // namespace

Result<Pages> typeset(const Content& content)
{
    const Typesetter typesetter(content);
    Flow counting;
    typesetter.fill(counting);
    Pages pages;
    pages.count = counting.pages();
    QBuffer buffer(&pages.pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(content.title); // nothing else about it: what is inside a file is seen by whoever gets it
    writer.setCreator(QStringLiteral("Rapport"));
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{Error::Kind::Internal, QStringLiteral("the pages cannot be written")};
    painter.setRenderHint(QPainter::Antialiasing);
    Flow flow(
        painter, [&] { writer.newPage(); }, [&](QPainter& on, int page) { typesetter.dress(on, page, pages.count); });
    typesetter.fill(flow);
    painter.end();
    return pages;
}

} // namespace rapport::report
