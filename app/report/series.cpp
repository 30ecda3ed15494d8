// SPDX-License-Identifier: Apache-2.0
// A series of repetitions: measured values become rows beside their limits, short answers a table, everything else one repetition below the other.
#include "app/report/teller.h"

#include <QCoreApplication>

#include <algorithm>

namespace rapport::report
{

using forms::Node;
using forms::NodeId;
using forms::NodeKind;

namespace
{

constexpr std::size_t mostColumns = 4;
constexpr qsizetype longestCell = 60; ///< characters: two lines of a narrow column

bool isValue(const Node& node)
{
    const bool number = node.type == forms::DataType::Int || node.type == forms::DataType::Decimal;
    return isMeasured(node) || (number && !node.unit.isEmpty());
}

} // namespace

void Teller::addSeries(const Node& series)
{
    const std::vector<Repetition> all = repetitionsOf(series);
    const bool nested = std::any_of(all.begin(), all.end(), [](const Repetition& one) { return one.nested; });
    const bool measures = std::any_of(all.begin(), all.end(), [](const Repetition& one) {
        return std::any_of(one.answers.begin(), one.answers.end(), [](const Node& node) { return isMeasured(node); });
    });
    if (measures && !nested)
        addMeasurements(all);
    else if (nested || !addTable(all))
        addCards(series, all);
}

std::vector<Teller::Repetition> Teller::repetitionsOf(const Node& series) const
{
    std::vector<Repetition> all;
    for (const NodeId id : m_session.children(series.id)) {
        Repetition repetition;
        repetition.id = id;
        collect(repetition, id);
        if (repetition.nested || !repetition.answers.empty())
            all.push_back(std::move(repetition));
    }
    return all;
}

void Teller::collect(Repetition& repetition, NodeId within) const
{
    for (const NodeId id : m_session.children(within)) {
        Node node = m_record.node(m_session, id);
        if (node.kind == NodeKind::Group)
            collect(repetition, id);
        else if (node.kind == NodeKind::Repeat)
            repetition.nested = true;
        else if (node.hasControl && node.kind != NodeKind::Note && tells(node) && (!node.value.isEmpty() || node.unknown))
            repetition.answers.push_back(std::move(node));
    }
}

void Teller::addMeasurements(const std::vector<Repetition>& all)
{
    Measurements table{m_speech.say(QT_TRANSLATE_NOOP("Report", "Measured")), {}};
    const Node& first = all.front().answers.front();
    if (!isValue(first) && first.kind != NodeKind::Upload)
        table.what = labelOf(first);
    std::vector<Node> pictures;
    for (const Repetition& repetition : all) {
        for (Measured& row : measurementsOf(repetition))
            table.rows.push_back(std::move(row));
        std::copy_if(repetition.answers.begin(), repetition.answers.end(), std::back_inserter(pictures),
                     [](const Node& node) { return node.kind == NodeKind::Upload && !node.unknown; });
    }
    m_blocks.push_back(std::move(table));
    for (const Node& node : pictures)
        picture(node);
}

/// What is answered before the first value says what was measured; what is answered after a value belongs to that value.
std::vector<Measured> Teller::measurementsOf(const Repetition& repetition) const
{
    const auto values = std::count_if(repetition.answers.begin(), repetition.answers.end(), isValue);
    std::vector<Measured> rows;
    QStringList what;
    for (const Node& node : repetition.answers) {
        if (node.kind == NodeKind::Upload && !node.unknown)
            continue;
        if (isValue(node)) {
            Measured row = measuredOf(node);
            const QStringList named = values > 1 || what.isEmpty() ? what + QStringList{labelOf(node)} : what;
            row.what = named.join(QStringLiteral(" · "));
            rows.push_back(std::move(row));
        } else if (rows.empty()) {
            what.append(textOf(node));
        } else {
            rows.back().notes.push_back({labelOf(node), textOf(node)});
        }
    }
    if (rows.empty() && !what.isEmpty()) {
        rows.emplace_back();
        rows.back().what = what.join(QStringLiteral(" · "));
    }
    return rows;
}

bool Teller::addTable(const std::vector<Repetition>& all)
{
    if (all.size() < 2)
        return false;
    Table table;
    QStringList names;
    for (const Repetition& repetition : all) {
        QStringList row(names.size());
        for (const Node& node : repetition.answers) {
            const QString text = textOf(node);
            if (node.kind == NodeKind::Upload || text.size() > longestCell || text.contains(QLatin1Char('\n')))
                return false;
            qsizetype column = names.indexOf(node.name);
            if (column < 0) {
                column = names.size();
                names.append(node.name);
                table.columns.append(labelOf(node));
                row.append(QString());
            }
            row[column] = text;
        }
        table.rows.push_back(std::move(row));
        if (static_cast<std::size_t>(names.size()) > mostColumns)
            return false;
    }
    for (QStringList& row : table.rows)
        row.resize(names.size());
    m_blocks.push_back(std::move(table));
    return true;
}

void Teller::addCards(const Node& series, const std::vector<Repetition>& all)
{
    const bool titled = all.size() > 1 && tells(series);
    int number = 0;
    ++m_depth;
    for (const Repetition& repetition : all) {
        const std::size_t before = m_blocks.size();
        for (const NodeId child : m_session.children(repetition.id))
            add(child);
        ++number;
        if (titled && m_blocks.size() > before)
            m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(before),
                            Heading{QStringLiteral("%1 %2").arg(labelOf(series), m_speech.count(number)), m_depth});
    }
    --m_depth;
}

} // namespace rapport::report
