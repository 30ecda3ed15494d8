// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/conversationpage.h"

#include "app/controllers/sectionrows.h"
#include "app/conversation/softlimits.h"

#include <algorithm>
#include <limits>
#include <set>

namespace rapport::app
{

using forms::Node;
using forms::NodeId;

namespace
{

const QLatin1String oneByOneWord("one-by-one");

QList<QByteArray> lineRoles()
{
    return {"nodeId", "text", "section"};
}

} // namespace

ConversationPage::ConversationPage()
    : sectionModel(sectionRoles()), questionModel(questionRoles()), missingModel(lineRoles()), warningModel(lineRoles())
{
}

void ConversationPage::clear()
{
    m_sections.clear();
    turnTo(0);
    m_pace = Pace::Sections;
    sectionModel.show({});
    questionModel.show({});
    missingModel.show({});
    warningModel.show({});
}

void ConversationPage::turnTo(const forms::FormSession& session, const QString& place)
{
    const QStringList words = place.split(QLatin1Char(' '));
    m_sections = sectionsOf(session);
    turnTo(qMax(0, indexOf(words.front())));
    if (words.value(1) != oneByOneWord)
        return;
    m_pace = Pace::OneByOne;
    m_step = words.value(2).toInt();
}

QString ConversationPage::place() const
{
    return m_pace == Pace::OneByOne ? QStringLiteral("%1 %2 %3").arg(currentKey(), oneByOneWord).arg(m_step) : currentKey();
}

void ConversationPage::turnTo(int section, At at)
{
    m_current = section;
    m_step = at == At::Begin ? 0 : std::numeric_limits<int>::max();
    m_stepKey.clear();
}

void ConversationPage::turnToNode(int section, NodeId node)
{
    turnTo(section);
    m_stepKey = QStringLiteral("question%1").arg(node.value);
}

void ConversationPage::turnStep(int by)
{
    m_step += by;
    m_stepKey.clear();
}

bool ConversationPage::isAskedAlone(NodeId node) const
{
    return m_pace == Pace::OneByOne && stepsOf(questionModel.rows()).size() == 1 && rowOf(node) >= 0;
}

bool ConversationPage::isLast() const
{
    return m_current + 1 >= static_cast<int>(m_sections.size()) && m_step + 1 >= m_steps;
}

std::vector<RowModel::Row> ConversationPage::rowsOfStep(std::vector<RowModel::Row> rows)
{
    const std::vector<Step> steps = m_pace == Pace::OneByOne ? stepsOf(rows) : std::vector<Step>();
    m_steps = qMax(1, static_cast<int>(steps.size()));
    m_step = qBound(0, m_step, m_steps - 1);
    if (steps.empty())
        return rows;
    for (int at = 0; at < m_steps; ++at) {
        const Step& step = steps[static_cast<std::size_t>(at)];
        const auto begin = rows.begin() + step.first;
        if (std::any_of(begin, begin + step.count, [this](const RowModel::Row& row) { return row.key == m_stepKey; }))
            m_step = at;
    }
    const Step& shown = steps[static_cast<std::size_t>(m_step)];
    const auto begin = rows.begin() + shown.first;
    m_stepKey = (begin + shown.count - 1)->key;
    return {std::make_move_iterator(begin), std::make_move_iterator(begin + shown.count)};
}

void ConversationPage::show(const forms::FormSession& session, AnswerNotes& notes)
{
    const QString wasAt = currentKey();
    notes.repetitions.follow(session);
    notes.repetitions.setUnfolded(m_pace == Pace::OneByOne);
    m_sections = sectionsOf(session, notes.repetitions, notes.notAsked);
    for (const auto& [node, refused] : notes.refused) {
        if (const int section = sectionOf(session, m_sections, node); section >= 0)
            ++m_sections[static_cast<std::size_t>(section)].faults; // typed and not understood: not done either
    }
    if (const int same = indexOf(wasAt); same >= 0)
        m_current = same;
    m_current = qBound(0, m_current, qMax(0, static_cast<int>(m_sections.size()) - 1));
    m_steps = 1;
    sectionModel.show(sectionRows(session, m_sections, m_current, notes.scanned));
    questionModel.show(m_sections.empty() ? std::vector<RowModel::Row>{}
                                          : rowsOfStep(questionRows(session, m_sections[static_cast<std::size_t>(m_current)], notes)));
    showMissing(session, notes);
}

void ConversationPage::showMissing(const forms::FormSession& session, const AnswerNotes& notes)
{
    std::set<std::pair<int, NodeId>> places; // section by section
    if (notes.showRequired) {
        for (const forms::Problem& problem : session.validate()) {
            if (!notes.notAsked.contains(problem.node))
                places.insert({sectionOf(session, m_sections, problem.node), problem.node});
        }
        for (const auto& [node, refused] : notes.refused) {
            if (session.node(node).relevant)
                places.insert({sectionOf(session, m_sections, node), node});
        }
    }
    std::vector<RowModel::Row> missing, warnings;
    for (const auto& [section, id] : places)
        missing.push_back(lineOf(session, id));
    for (const NodeId id : notes.showRequired ? unexplained(session) : std::vector<NodeId>()) {
        if (!places.contains({sectionOf(session, m_sections, id), id})) // an answer that must be another one needs no reason
            warnings.push_back(lineOf(session, id));
    }
    missingModel.show(std::move(missing));
    warningModel.show(std::move(warnings));
}

/// A line that leads to a question.
RowModel::Row ConversationPage::lineOf(const forms::FormSession& session, NodeId id) const
{
    const Node node = session.node(id);
    const QString label = node.label && !node.label->text.isEmpty() ? node.label->text : node.name;
    return {QString::number(id.value), {id.value, label, titleAt(sectionOf(session, m_sections, id))}};
}

QString ConversationPage::currentKey() const
{
    return m_current < static_cast<int>(m_sections.size()) ? m_sections[static_cast<std::size_t>(m_current)].key : QString();
}

int ConversationPage::indexOf(const QString& key) const
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(), [&](const Section& section) { return section.key == key; });
    return found == m_sections.end() ? -1 : static_cast<int>(found - m_sections.begin());
}

QString ConversationPage::titleAt(int section) const
{
    return section >= 0 && section < static_cast<int>(m_sections.size()) ? titleOf(m_sections[static_cast<std::size_t>(section)]) : QString();
}

std::optional<CommonAnswer> ConversationPage::commonAnswer(const forms::FormSession& session) const
{
    return m_sections.empty() ? std::nullopt : commonAnswerOf(session, m_sections[static_cast<std::size_t>(m_current)]);
}

ConversationPage::Points ConversationPage::points() const
{
    Points all;
    if (m_sections.empty() || m_sections[static_cast<std::size_t>(m_current)].points == 0)
        return all;
    for (const Section& section : m_sections) {
        all.answered += section.pointsAnswered;
        all.asked += section.points;
    }
    return all;
}

int ConversationPage::rowOf(NodeId node) const
{
    for (int row = 0; row < questionModel.count(); ++row) {
        if (questionModel.value(row, "nodeId").toUInt() == node.value)
            return row;
    }
    return -1;
}

} // namespace rapport::app
