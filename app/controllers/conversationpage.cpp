// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/conversationpage.h"

#include "app/controllers/sectionrows.h"

#include <algorithm>
#include <set>

namespace rapport::app
{

using forms::Node;
using forms::NodeId;

ConversationPage::ConversationPage() : sectionModel(sectionRoles()), questionModel(questionRoles()), missingModel({"nodeId", "text", "section"}) {}

void ConversationPage::clear()
{
    m_sections.clear();
    m_current = 0;
    sectionModel.show({});
    questionModel.show({});
    missingModel.show({});
}

void ConversationPage::turnTo(const forms::FormSession& session, const QString& key)
{
    m_sections = sectionsOf(session);
    m_current = qMax(0, indexOf(key));
}

void ConversationPage::show(const forms::FormSession& session, AnswerNotes& notes)
{
    const QString wasAt = currentKey();
    m_sections = sectionsOf(session);
    for (const auto& [node, refused] : notes.refused) {
        if (const int section = sectionOf(session, m_sections, node); section >= 0)
            ++m_sections[static_cast<std::size_t>(section)].faults; // typed and not understood: not done either
    }
    if (const int same = indexOf(wasAt); same >= 0)
        m_current = same;
    m_current = qBound(0, m_current, qMax(0, static_cast<int>(m_sections.size()) - 1));
    sectionModel.show(sectionRows(session, m_sections, m_current, notes.fromBadge));
    questionModel.show(m_sections.empty() ? std::vector<RowModel::Row>{}
                                          : questionRows(session, m_sections[static_cast<std::size_t>(m_current)], notes));
    showMissing(session, notes);
}

void ConversationPage::showMissing(const forms::FormSession& session, const AnswerNotes& notes)
{
    std::set<std::pair<int, NodeId>> places; // section by section
    if (notes.showRequired) {
        for (const forms::Problem& problem : session.validate())
            places.insert({sectionOf(session, m_sections, problem.node), problem.node});
        for (const auto& [node, refused] : notes.refused) {
            if (session.node(node).relevant)
                places.insert({sectionOf(session, m_sections, node), node});
        }
    }
    std::vector<RowModel::Row> rows;
    for (const auto& [section, id] : places) {
        const Node node = session.node(id);
        const QString label = node.label && !node.label->text.isEmpty() ? node.label->text : node.name;
        rows.push_back({QString::number(id.value), {id.value, label, titleAt(section)}});
    }
    missingModel.show(std::move(rows));
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

int ConversationPage::rowOf(NodeId node) const
{
    for (int row = 0; row < questionModel.count(); ++row) {
        if (questionModel.value(row, "nodeId").toUInt() == node.value)
            return row;
    }
    return -1;
}

} // namespace rapport::app
