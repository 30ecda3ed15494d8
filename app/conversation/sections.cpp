// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/sections.h"

#include "app/conversation/softlimits.h"

#include <algorithm>
#include <limits>

namespace rapport::app
{

using forms::FormSession;
using forms::Node;
using forms::NodeId;
using forms::NodeKind;

namespace
{

constexpr int runAtMost = 20;  ///< more questions than that in a row are cut
constexpr int partAtMost = 10; ///< what two screens of a tablet hold

bool isControl(const Node& node)
{
    switch (node.kind) {
    case NodeKind::Form:
    case NodeKind::Group:
    case NodeKind::Repeat:
    case NodeKind::Instance:
    case NodeKind::Value:
        return false;
    default:
        return node.hasControl;
    }
}

bool isChoice(const Node& node)
{
    return node.kind == NodeKind::SelectOne || node.kind == NodeKind::SelectMany;
}

bool isHeadings(const Node& node)
{
    return isChoice(node) && node.appearances.contains(QLatin1String("label"));
}

class Derivation
{
public:
    Derivation(const FormSession& session, Repetitions& known, const std::set<NodeId>& left) : m_session(session), m_known(known), m_left(left) {}

    std::vector<Section> derive()
    {
        const Node root = m_session.node(m_session.root());
        group(root, m_session.form().title());
        std::erase_if(m_sections, [](const Section& section) { return section.nodes.empty(); });
        number();
        return std::move(m_sections);
    }

private:
    /// The parts of a run, counted once it is known which of them are asked.
    void number()
    {
        for (std::size_t first = 0, end = 0; first < m_sections.size(); first = end) {
            const QString run = runOf(m_sections[first].key);
            while (end < m_sections.size() && runOf(m_sections[end].key) == run)
                ++end;
            for (std::size_t at = first; at < end; ++at) {
                m_sections[at].part = static_cast<int>(at - first);
                m_sections[at].parts = static_cast<int>(end - first);
            }
        }
    }

    static QString runOf(const QString& key) { return key.section(QLatin1Char('~'), 0, 0); }

    /// How many of @p children from @p from on stand in one run, and so how long its parts are: even ones.
    int partLength(const std::vector<NodeId>& children, std::size_t from, bool holdsControls) const
    {
        int length = 0;
        for (; from < children.size(); ++from) {
            const Node child = m_session.node(children[from]);
            if (inRun(child, holdsControls))
                ++length;
            else if (endsRun(child))
                break;
        }
        if (length <= runAtMost)
            return std::numeric_limits<int>::max();
        const int parts = (length + partAtMost - 1) / partAtMost;
        return (length + parts - 1) / parts;
    }

    static bool inRun(const Node& child, bool holdsControls) { return isControl(child) || (holdsControls && child.kind == NodeKind::Repeat); }

    bool endsRun(const Node& child) const { return child.kind == NodeKind::Repeat || (child.kind == NodeKind::Group && asksAnything(child.id)); }

    /// XLSForm gives the label of a table to a note in front of its headings.
    QString titleOf(const Node& node, const std::vector<NodeId>& children, const QString& around) const
    {
        const auto named = [](const Node& one) { return one.label && !one.label->text.isEmpty(); };
        if (named(node))
            return node.label->text;
        const bool table = children.size() > 1 && isHeadings(m_session.node(children[1]));
        const Node first = table ? m_session.node(children.front()) : node;
        return named(first) ? first.label->text : around;
    }

    /// @p around: what a group without a label of its own is called.
    void group(const Node& node, const QString& around)
    {
        const std::vector<NodeId> children = m_session.children(node.id);
        const QString title = titleOf(node, children, around);
        // Asked of all children, relevant or not, so that a section keeps its key and its series while questions come and go.
        const bool holdsControls =
            node.kind != NodeKind::Form && std::any_of(children.begin(), children.end(), [this](NodeId id) { return isControl(m_session.node(id)); });
        if (node.appearances.contains(QLatin1String("field-list")) && node.kind != NodeKind::Form)
            return whole(node, title, children);
        int run = 0, length = 0, taken = 0;
        int current = -1; // index of the section that the run fills
        for (std::size_t at = 0; at < children.size(); ++at) {
            const Node child = m_session.node(children[at]);
            if (inRun(child, holdsControls)) {
                if (current < 0) {
                    length = partLength(children, at, holdsControls);
                    taken = 0;
                }
                const QString key = node.ref + QLatin1Char('#') + QString::number(current < 0 ? run++ : run - 1);
                if (current < 0 || taken % length == 0)
                    current = open(taken == 0 ? key : key + QLatin1Char('~') + QString::number(taken / length), title);
                ++taken;
                if (child.relevant)
                    take(static_cast<std::size_t>(current), child);
            } else if (child.kind == NodeKind::Group && asksAnything(child.id)) {
                if (child.relevant)
                    group(child, title);
                current = -1;
            } else if (child.kind == NodeKind::Repeat) {
                if (child.relevant)
                    series(child, title);
                current = -1;
            }
        }
    }

    /// One screen, whatever it holds.
    void whole(const Node& node, const QString& title, const std::vector<NodeId>& children)
    {
        const int index = open(node.ref + QStringLiteral("#0"), title);
        for (const NodeId id : children) {
            const Node child = m_session.node(id);
            if (child.relevant && (isControl(child) || endsRun(child)))
                take(static_cast<std::size_t>(index), child);
        }
    }

    bool asksAnything(NodeId id) const
    {
        const Node node = m_session.node(id);
        if (isControl(node) || node.kind == NodeKind::Repeat)
            return true;
        const std::vector<NodeId> children = m_session.children(id);
        return std::any_of(children.begin(), children.end(), [this](NodeId child) { return asksAnything(child); });
    }

    void series(const Node& node, const QString& around)
    {
        const int index = open(node.ref + QStringLiteral("#0"), node.label && !node.label->text.isEmpty() ? node.label->text : around);
        Section& section = m_sections[static_cast<std::size_t>(index)];
        section.repeated = true;
        take(static_cast<std::size_t>(index), node);
    }

    int open(const QString& key, const QString& title)
    {
        Section section;
        section.key = key;
        section.title = title;
        m_sections.push_back(std::move(section));
        return static_cast<int>(m_sections.size()) - 1;
    }

    void take(std::size_t index, const Node& node)
    {
        if (m_left.contains(node.id))
            return;
        m_sections[index].nodes.push_back(node.id);
        count(m_sections[index], node);
    }

    void count(Section& section, const Node& node)
    {
        if (!node.relevant || m_left.contains(node.id))
            return;
        if (node.kind == NodeKind::Repeat) {
            for (const NodeId instance : m_session.children(node.id)) {
                const Repetitions::Tally& tally = m_known.tally(m_session, instance);
                section.questions += tally.questions;
                section.answered += tally.answered;
                section.requiredLeft += tally.requiredLeft;
                section.faults += tally.faults;
            }
            return;
        }
        if (!isControl(node)) {
            for (const NodeId child : m_session.children(node.id))
                count(section, m_session.node(child));
            return;
        }
        if (!isQuestion(node))
            return;
        ++section.questions;
        if (isPoint(node) && (!node.readonly || isAnswered(node))) {
            ++section.points;
            section.pointsAnswered += isAnswered(node) ? 1 : 0;
        }
        if (isAnswered(node))
            ++section.answered;
        else if (node.required)
            ++section.requiredLeft;
        if (!node.constraintOk)
            ++section.faults;
        section.beyond += isBeyond(node) ? 1 : 0;
        section.unexplained += wantsReason(node) ? 1 : 0;
    }

    bool isPoint(const Node& node)
    {
        if (node.kind != NodeKind::SelectOne)
            return false;
        if (node.parent != m_around) {
            m_around = node.parent;
            m_allOk = m_session.node(node.parent).allOk;
        }
        return !m_allOk.isEmpty() && m_session.choice(node.id, m_allOk);
    }

    const FormSession& m_session;
    Repetitions& m_known;
    const std::set<NodeId>& m_left;
    std::vector<Section> m_sections;
    NodeId m_around; ///< the group asked for last, and its common answer
    QString m_allOk;
};

} // namespace

bool isQuestion(const Node& node)
{
    return isControl(node) && node.kind != NodeKind::Note && !isHeadings(node);
}

bool isAnswered(const Node& node)
{
    return !node.value.isEmpty() || node.unknown;
}

std::vector<Section> sectionsOf(const FormSession& session)
{
    Repetitions known;
    return sectionsOf(session, known);
}

std::vector<Section> sectionsOf(const FormSession& session, Repetitions& known, const std::set<NodeId>& left)
{
    return Derivation(session, known, left).derive();
}

int sectionOf(const FormSession& session, const std::vector<Section>& sections, NodeId node)
{
    for (NodeId at = node; at; at = session.node(at).parent) {
        for (std::size_t index = 0; index < sections.size(); ++index) {
            const auto& nodes = sections[index].nodes;
            if (std::find(nodes.begin(), nodes.end(), at) != nodes.end())
                return static_cast<int>(index);
        }
    }
    return -1;
}

} // namespace rapport::app
